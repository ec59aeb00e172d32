import { CHOICES_KEY, choicesFor, keepable, readKept, withChoices, writeKept, type KeptChoice } from "../../src/pane/choices";
import type { Grid } from "../../src/values/cell";
import { MemoryHost } from "../support/memoryHost";
import { EITHER_WAY, TWINS, UNKNOWN } from "../support/paneBooks";
import { INVOICES, invoicesHost, withCell } from "./books";
import { quietPane } from "./paneSession";

const sheet = (cells: Grid): MemoryHost => new MemoryHost({ sheets: [{ name: "Sheet1", cells }] });

/** The same export pasted again: other rows under the same headings. */
function pastedAgain(host: MemoryHost, cells: Grid): MemoryHost {
  const next = sheet(cells);
  for (const [key, value] of host.settings) next.settings.set(key, value);
  return next;
}

describe("a choice is kept by the fingerprint of the headings", () => {
  test("the next paste of the export is read the same way without asking", async () => {
    const host = sheet(TWINS);
    const pane = await quietPane(host);
    expect(pane.session().reading).toMatchObject({ status: "failed", problem: { reason: { code: "TWO_AMOUNTS" } } });
    await pane.actions.settle("field.amount", "Total Amount");
    expect(pane.opened().kept).toBe(false);

    const more: Grid = [...TWINS, ["West & Sons", "F-3", 45660, 10, 12]];
    const next = await quietPane(pastedAgain(host, more));
    expect(next.opened()).toMatchObject({ kept: true, source: { choices: new Map([["field.amount", "Total Amount"]]) } });
    expect([...next.opened().reading.ledger.documents.amount]).toEqual([119000, 59500, 1200]);
  });

  test("other headings are another export", async () => {
    const host = sheet(TWINS);
    await (await quietPane(host)).actions.settle("field.amount", "Total Amount");
    const other = await quietPane(pastedAgain(host, TWINS.map((row, at) => [...row, at === 0 ? "Clerk" : "am"])));
    expect(other.session().reading.status).toBe("failed");
  });

  test("headings that nobody could know are known the second time", async () => {
    const host = sheet(UNKNOWN);
    const pane = await quietPane(host);
    expect(pane.session().reading.status).toBe("none"); // no ledger by its headings
    await pane.actions.openReference("Sheet1!A1:E2");
    await pane.actions.settle("field.amount", "Betrag");
    expect(pane.opened().reading.ledger.documents.count).toBe(1);
    expect((await quietPane(pastedAgain(host, UNKNOWN))).opened().reading.ledger.documents.count).toBe(1);
  });

  test("nor need a single heading be known", async () => {
    const cells: Grid = [["Kunde", "Datum", "Betrag"], ["Nord", 45658, 100], ["Sued", 45660, 50]];
    const host = sheet(cells);
    const pane = await quietPane(host);
    await pane.actions.openReference("Sheet1!A1:C3");
    expect(pane.session().reading).toMatchObject({ problem: { sheet: { columns: [{ name: "Kunde" }, { name: "Datum" }, { name: "Betrag" }] } } });
    for (const [key, heading] of [["field.buyerName", "Kunde"], ["field.docDate", "Datum"], ["field.amount", "Betrag"]] as const) await pane.actions.settle(key, heading);
    expect(pane.opened().reading.ledger.documents.count).toBe(2);
    expect((await quietPane(pastedAgain(host, cells))).opened().reading.ledger.buyers.name).toEqual(["Nord", "Sued"]);
  });

  test("the order of day and month is kept, a currency to look at is not", async () => {
    const host = sheet(EITHER_WAY);
    const pane = await quietPane(host);
    await pane.actions.settle("dateOrder", "dmy");
    await pane.actions.settle("currency", "USD");
    expect(readKept(host.settings.get(CHOICES_KEY))).toMatchObject([{ choices: new Map([["dateOrder", "dmy"]]) }]);
  });

  test("Reset takes every choice back, and the workbook forgets it", async () => {
    const host = sheet(TWINS);
    const pane = await quietPane(host);
    await pane.actions.settle("field.amount", "Total Amount");
    await pane.actions.reset();
    expect(pane.session().reading).toMatchObject({ status: "failed", problem: { reason: { code: "TWO_AMOUNTS" } } });
    expect(host.settings.size).toBe(0);
    expect((await quietPane(pastedAgain(host, TWINS))).session().reading.status).toBe("failed");
  });

  test("Reset of a sheet that reads without them forgets them for good", async () => {
    const host = invoicesHost();
    const pane = await quietPane(host);
    await pane.actions.settle("field.dueDate", "-");
    expect(host.settings.size).toBe(1);
    await pane.actions.reset();
    expect(pane.opened().reading.columns.map(({ field }) => field)).toContain("dueDate");
    expect(host.settings.size).toBe(0);
  });

  test("taking the last choice back is no return to what was kept", async () => {
    const host = invoicesHost();
    const pane = await quietPane(host);
    await pane.actions.settle("field.dueDate", "-");
    await pane.actions.settle("field.dueDate", "");
    expect(pane.opened()).toMatchObject({ kept: false, source: { choices: new Map() } });
    expect(host.settings.size).toBe(0);
  });

  test("a workbook that cannot keep it: the choice holds, and the pane says so", async () => {
    const host = invoicesHost();
    const pane = await quietPane(host);
    host.failing.set("keep", "protected");
    await pane.actions.settle("field.dueDate", "-");
    expect(pane.opened().reading.policy.fields.get("dueDate")).toBe("-");
    expect(pane.session().notice).toMatchObject({ kind: "failed", job: "keep", problem: { code: "protected" } });
  });

  test("what was kept and no longer fits is as if nothing had been", async () => {
    const host = invoicesHost();
    const pane = await quietPane(host);
    await pane.actions.settle("field.dueDate", "-");
    const [{ fingerprint } = { fingerprint: "" }] = readKept(host.settings.get(CHOICES_KEY));
    const next = invoicesHost();
    next.settings.set(CHOICES_KEY, [{ fingerprint, choices: [["field.amount", "No such heading"]] }]);
    expect((await quietPane(next)).opened()).toMatchObject({ kept: false, reading: { ledger: { documents: { count: 6 } } } });
  });
});

describe("what a workbook says it kept", () => {
  const good = { fingerprint: "0123456789abcdef", choices: [["field.amount", "Total"], ["dateOrder", "dmy"]] };

  test.each<[string, unknown]>([
    ["nothing", undefined], ["a text", "x"], ["a number", 7], ["null", [null]], ["no choices", [{ fingerprint: good.fingerprint }]], ["a wrong fingerprint", [{ ...good, fingerprint: "../x" }]],
    ["strange keys", [{ ...good, choices: [["__proto__", "x"], ["field.amount.more", "x"], ["currency", "USD"], [1, 2], "field.amount"] }]],
    ["a value too long", [{ ...good, choices: [["field.amount", "x".repeat(121)]] }]],
    ["a value that is no text", [{ ...good, choices: [["field.amount", { toString: () => "x" }]] }]],
  ])("%s is passed over", (_, value) => {
    expect(readKept(value)).toEqual([]);
  });

  test("what is written is read back", () => {
    const kept = readKept([good]);
    expect(readKept(JSON.parse(JSON.stringify(writeKept(kept))))).toEqual(kept);
  });

  test("the last twenty exports, the latest first, each once", () => {
    const print = (at: number): string => at.toString(16).padStart(16, "0");
    let kept: readonly KeptChoice[] = [];
    for (let at = 0; at < 30; at++) kept = withChoices(kept, print(at), new Map([["dateOrder", "dmy"]]));
    kept = withChoices(kept, print(20), new Map([["dateOrder", "mdy"]]));
    expect(kept.map(({ fingerprint }) => fingerprint).slice(0, 2)).toEqual([print(20), print(29)]);
    expect(kept).toHaveLength(20);
    expect(withChoices(kept, print(20), new Map())).toHaveLength(19);
    expect(readKept(Array.from({ length: 5000 }, () => good))).toHaveLength(20);
  });

  test("no kept choice costs nothing, and one that answers itself is found at once", () => {
    expect(choicesFor(INVOICES, [])).toBeUndefined();
    expect(choicesFor(withCell(INVOICES, 0, 0, "x"), [{ fingerprint: "0".repeat(16), choices: new Map([["field.amount", "Amount"]]) }])).toBeUndefined();
  });

  test("only traits of an export are worth keeping", () => {
    expect([...keepable(new Map([["field.amount", "A"], ["field.open", ""], ["currency", "USD"], ["rollUp", "parent"], ["language", "zh"]])).keys()]).toEqual(["field.amount", "rollUp"]);
  });
});
