import type { SessionEvent } from "../../src/pane/session";
import { newSession, next, openedOf, sourceOf, type Session } from "../../src/pane/session";
import { newSource, openSource, type Opened } from "../../src/pane/source";
import { INVOICES, invoicesHost, QUIET, withCell } from "./books";

const SOURCE = newSource("Invoices[#All]");
const STOPPED = { kind: "host", code: "stopped", detail: "" } as const;
const GONE = { kind: "host", code: "gone", detail: "" } as const;

let opened: Opened;
beforeAll(async () => {
  opened = await openSource(invoicesHost(), SOURCE, "en", QUIET);
});

function after(...events: readonly SessionEvent[]): Session {
  return events.reduce(next, newSession("en", false));
}

const reading = (turn: number): SessionEvent => ({ type: "reading", turn, source: SOURCE });
const ready = (turn = 1): SessionEvent[] => [reading(turn), { type: "opened", turn, opened }];

test("a new session looks at the ledger, with nothing open", () => {
  const session = after();
  expect(session).toMatchObject({ view: "ledger", language: "en", dark: false, reading: { status: "none" } });
  expect(openedOf(session)).toBeUndefined();
  expect(sourceOf(session)).toBeUndefined();
});

describe("reading", () => {
  test("progress, then the ledger", () => {
    const busy = after(reading(1), { type: "progressed", turn: 1, rows: 500, of: 2000 });
    expect(busy.reading).toMatchObject({ status: "busy", rows: 500, of: 2000, source: SOURCE });
    expect(openedOf(next(busy, { type: "opened", turn: 1, opened }))).toBe(opened);
  });

  test("what an earlier reading still sends is not listened to", () => {
    const second = after(reading(1), reading(2));
    for (const late of [
      { type: "progressed", turn: 1, rows: 1, of: 2 },
      { type: "opened", turn: 1, opened },
      { type: "readFailed", turn: 1, problem: GONE },
    ] satisfies SessionEvent[]) {
      expect(next(second, late)).toBe(second);
    }
  });

  test("the last reading of the same range stays on view while it is read again", () => {
    expect(openedOf(after(...ready(), reading(2)))).toBe(opened);
    expect(openedOf(after(...ready(), { type: "reading", turn: 2, source: newSource("Other[#All]") }))).toBeUndefined();
  });

  test("a stopped first reading leaves nothing; a stopped second one leaves the first, stale", () => {
    expect(after(reading(1), { type: "readFailed", turn: 1, problem: STOPPED }).reading.status).toBe("none");
    const session = after(...ready(), reading(2), { type: "readFailed", turn: 2, problem: STOPPED });
    expect(openedOf(session)).toBe(opened);
    expect(session.stale).toBe(true);
  });

  test("a failure keeps its source, so that it can be tried again", () => {
    const session = after(reading(1), { type: "readFailed", turn: 1, problem: GONE });
    expect(session.reading).toMatchObject({ status: "failed", problem: GONE });
    expect(sourceOf(session)).toBe(SOURCE);
  });
});

describe("edits", () => {
  test("of a sheet that was read make it stale; of another one they do not", () => {
    expect(after(...ready(), { type: "edited", sheet: "Sheet1" }).stale).toBe(true);
    expect(after(...ready(), { type: "edited", sheet: "Notes" }).stale).toBe(false);
    expect(after({ type: "edited", sheet: "Sheet1" }).stale).toBe(false);
  });

  test("the buyer on view stays the same buyer when rows move", async () => {
    const [headings, first, ...rest] = INVOICES;
    const moved = await openSource(invoicesHost({}, [headings!, ...rest, first!]), SOURCE, "en", QUIET);
    const session = after(...ready(), { type: "picked", buyer: 0 }, reading(2), { type: "opened", turn: 2, opened: moved });
    expect(moved.reading.ledger.buyers.id[session.buyer!]).toBe("C-1");
    expect(session.buyer).not.toBe(0);
  });

  test("a buyer that is gone is not replaced by another", async () => {
    const without = await openSource(invoicesHost({}, withCell(INVOICES.slice(0, 2), 1, 0, "C-9")), SOURCE, "en", QUIET);
    expect(after(...ready(), { type: "picked", buyer: 2 }, reading(2), { type: "opened", turn: 2, opened: without }).buyer).toBeUndefined();
  });
});

describe("connecting and inserting", () => {
  const connected = { ...SOURCE, name: "Ledger", cell: { sheet: "Ledger", row: 2, column: 1 } };

  test("the open ledger takes its new name without being read again", () => {
    const session = after(...ready(), { type: "working", job: "connect" }, { type: "connected", source: connected, place: connected.cell, value: "6 invoices" });
    expect(openedOf(session)?.source.name).toBe("Ledger");
    expect(openedOf(session)?.reading).toBe(opened.reading);
    expect(session).toMatchObject({ job: undefined, notice: { kind: "connected", name: "Ledger" } });
  });

  test("a failure is said and can be dismissed", () => {
    const session = after(...ready(), { type: "working", job: "insert" }, { type: "jobFailed", job: "insert", problem: GONE });
    expect(session).toMatchObject({ job: undefined, notice: { kind: "failed", job: "insert", problem: GONE } });
    expect(next(session, { type: "dismissed" }).notice).toBeUndefined();
  });
});

test("picking a buyer shows the buyer; choosing another ledger forgets day and buyer", () => {
  const session = after(...ready(), { type: "dated", day: opened.reading.ledger.lastDay }, { type: "picked", buyer: 1 });
  expect(session).toMatchObject({ view: "buyer", buyer: 1 });
  expect(next(session, { type: "closed" })).toMatchObject({ buyer: undefined, day: undefined, reading: { status: "none" } });
});

test("a search that was stopped is no failure", () => {
  expect(after({ type: "searching" }, { type: "searchFailed", problem: STOPPED }).search.status).toBe("found");
  expect(after({ type: "searching" }, { type: "searchFailed", problem: GONE }).search.status).toBe("failed");
});
