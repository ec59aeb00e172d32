import fc from "fast-check";
import { contentOf, contentOfScalar } from "../../../src/workbench/functions/contentKey";
import { Dispatcher, type Argument, type Place } from "../../../src/workbench/functions/dispatcher";
import type { Invocation, Outcome } from "../../../src/workbench/functions/channel";
import { SENTENCES } from "../../../src/workbench/functions/sentences";
import { Clock, expected, fakeAnswer, FakeChannel, FakeGrid, info, PENDING, type FakeCell } from "./fakeGrid";

const outcomeOf = (call: Invocation): Outcome => {
  const value = fakeAnswer(call.args.flat());
  return typeof value === "string"
    ? { invocation: call.invocation, ok: false, error: value, message: `no figure for ${String(call.args)}` }
    : { invocation: call.invocation, ok: true, value };
};

const num = (value: number): FakeCell => ({ kind: "number", value });
const call = (...of: number[]): FakeCell => ({ kind: "call", of });
const sum = (...of: number[]): FakeCell => ({ kind: "sum", of });

function book(cells: readonly FakeCell[], options: ConstructorParameters<typeof FakeGrid>[3] = {}, delay: () => number = () => 200) {
  const clock = new Clock();
  const channel = new FakeChannel(clock, delay, outcomeOf);
  return { clock, channel, grid: new FakeGrid(clock, channel, cells, options) };
}

const at = (row: number): Place => ({ sheet: "S", row, column: 0 });
const scalar = (value: unknown): Argument => ({ kind: "content", value, content: contentOfScalar(value) });

describe("batches", () => {
  test("all calls of one level travel together; the next level follows when they are back", () => {
    const { clock, channel, grid } = book([num(1), num(2), call(0), call(1), call(2, 3), call(4)]);
    expect(clock.runAll()).toBe(true);
    expect(channel.batches.map((batch) => batch.length)).toEqual([2, 1, 1]);
    expect(grid.shown).toEqual(expected(grid.cells));
  });

  test("equal calls are made once, unless the switch is off or the function asks where it stands", () => {
    const cells = [num(4), ...Array.from({ length: 50 }, () => call(0))];
    const count = (options: ConstructorParameters<typeof FakeGrid>[3]): number => {
      const { clock, channel } = book(cells, options);
      clock.runAll();
      return channel.batches.flat().length;
    };
    expect(count({})).toBe(1);
    expect(count({ share: false })).toBe(50);
    expect(count({ info: info("F", { requiresAddress: true }) })).toBe(50);
  });

  test("an edit of an unrelated cell calls nothing", () => {
    const { clock, channel, grid } = book([num(1), call(0), num(7)]);
    clock.runAll();
    grid.edit(2, num(8));
    clock.runAll();
    expect(channel.batches.flat()).toHaveLength(1);
  });

  test("nothing is sent until the runtime has announced itself", () => {
    const { clock, channel, grid } = book([num(1), call(0)]);
    channel.ready = false;
    clock.runAll();
    expect(channel.batches).toHaveLength(0);
    expect(grid.dispatcher.settled).toBe(false);
    channel.start();
    clock.runAll();
    expect(grid.shown).toEqual([1, fakeAnswer([1])]);
  });
});

describe("results", () => {
  test("a late result of an older content is never shown", () => {
    let delay = 500;
    const { clock, channel, grid } = book([num(1), call(0)], {}, () => delay);
    clock.after(100, () => {
      delay = 50; // the new answer overtakes the old one
      grid.edit(0, num(2));
    });
    clock.runAll();
    expect(channel.batches.flat()).toHaveLength(2);
    expect(grid.shown[1]).toBe(fakeAnswer([2]));
  });

  test("cancelable calls that no cell waits for are cancelled, others are left alone", () => {
    for (const cancelable of [true, false]) {
      const { clock, channel, grid } = book([num(1), call(0)], { info: info("F", { cancelable }) });
      clock.after(100, () => grid.edit(0, num(2)));
      clock.runAll();
      expect(channel.cancelled).toEqual(cancelable ? [1] : []);
    }
  });

  test("after a reload of the frame every cell asks the new one", () => {
    const { clock, channel, grid } = book([num(1), call(0), call(1)]);
    clock.after(250, () => channel.reload(300)); // the first level is back, the second in flight
    clock.runAll();
    expect(grid.shown).toEqual(expected(grid.cells));
    expect(channel.batches.length).toBeGreaterThanOrEqual(4);
  });

  test("a cell that is typed again before the frame is ready asks again", () => {
    const { clock, channel, grid } = book([num(1), call(0)], { share: false });
    channel.ready = false;
    clock.after(10, () => {
      grid.edit(1, call(0)); // its call was queued by the first pass, and nobody's by the time the frame is ready
      channel.start();
    });
    clock.runAll();
    expect(channel.batches.flat()).toHaveLength(1);
    expect(grid.shown).toEqual(expected(grid.cells));
  });

  test("a full recalculation makes every call again", () => {
    const { clock, channel, grid } = book([num(1), call(0)]);
    clock.runAll();
    grid.dispatcher.callAgain();
    clock.runAll();
    expect(channel.batches.flat()).toHaveLength(2);
    expect(grid.shown[1]).toBe(fakeAnswer([1]));
  });

  test("the sentence of an error stays with its cell, and goes when the error does", () => {
    const { clock, grid } = book([num(5), call(0)]);
    clock.runAll();
    expect(grid.shown[1]).toBe("#N/A");
    expect(grid.dispatcher.messageAt(at(1))).toBe("no figure for 5");
    grid.edit(0, num(1));
    clock.runAll();
    expect(grid.dispatcher.messageAt(at(1))).toBeUndefined();
  });
});

describe("what is refused without a call", () => {
  function alone(limit?: number) {
    const channel = new FakeChannel(new Clock(), () => 0, outcomeOf);
    const dispatcher = new Dispatcher({ channel, address: () => "S!A1", markDirty: () => undefined, showingPending: () => [], sentences: SENTENCES.en, payloadLimit: limit });
    dispatcher.beginRound();
    return { dispatcher, channel };
  }
  const rows = (count: number): Argument => {
    const value = Array.from({ length: count }, () => ["Handelsgesellschaft", 1234.56, "2024-05-31"]);
    return { kind: "content", value, content: contentOf(value) };
  };

  test("arguments beyond the limit: the sentence says the size, the limit and what to do; the limit can be switched off", () => {
    const { dispatcher, channel } = alone(5 * 1024 * 1024);
    const large = rows(150_000);
    const refused = dispatcher.evaluate(info("F"), [large], at(0));
    expect(refused).toMatchObject({ kind: "error", error: "#VALUE!", message: expect.stringMatching(/6\.\d MB.*5\.0 MB.*(fewer rows|blocks).*switch the payload limit off/) as string });
    dispatcher.payloadLimit = undefined;
    dispatcher.beginRound();
    expect(dispatcher.evaluate(info("F"), [large], at(0))).toEqual({ kind: "pending" });
    dispatcher.endPass(true);
    expect(channel.batches.flat()).toHaveLength(1);
  });

  test("errors in an argument are refused with their place, or passed in where the function allows them", () => {
    const { dispatcher, channel } = alone();
    const broken: Argument = { kind: "error", error: "#REF!", where: "B7", value: [["#REF!"]], content: contentOfScalar("#REF!") };
    expect(dispatcher.evaluate(info("F"), [broken], at(0))).toMatchObject({ error: "#VALUE!", message: expect.stringContaining("#REF! in B7") as string });
    expect(dispatcher.evaluate(info("G", { allowsErrors: true }), [broken], at(1))).toEqual({ kind: "pending" });
    dispatcher.endPass(true);
    expect(channel.batches.flat().map((one) => [one.id, one.flags])).toEqual([["G", 4]]);
  });

  test("too many or too few arguments name what is wrong; omitted optional ones travel as null", () => {
    const { dispatcher, channel } = alone();
    const parameter = (name: string, optional: boolean) => ({ name, description: "", matrix: false, optional, repeating: false });
    const two = info("F", { parameters: [parameter("ledger", false), parameter("asOf", true)], maxArguments: 2 });
    expect(dispatcher.evaluate(two, [], at(0))).toMatchObject({ message: 'AR.F needs the argument "ledger".' });
    expect(dispatcher.evaluate(two, [scalar(1), scalar(2), scalar(3)], at(1))).toMatchObject({ message: "AR.F takes at most 2 arguments." });
    dispatcher.evaluate(two, [scalar(1)], at(2));
    dispatcher.endPass(true);
    expect(channel.batches[0]![0]!.args).toEqual([1, null]);
  });

  test("what is given for a repeating parameter travels as one list, what is left out of it as null", () => {
    const { dispatcher, channel } = alone();
    const parameter = (name: string, repeating: boolean) => ({ name, description: "", matrix: false, optional: true, repeating });
    const join = info("F", { parameters: [parameter("first", false), parameter("block", true)] });
    const calls: readonly (readonly Argument[])[] = [[], [scalar(1)], [scalar(1), scalar(2)], [scalar(1), scalar(2), { kind: "omitted" }, scalar(4)]];
    calls.forEach((args, row) => dispatcher.evaluate(join, args, at(row)));
    dispatcher.endPass(true);
    expect(channel.batches.flat().map(({ args }) => args)).toEqual([[null, []], [1, []], [1, [2]], [1, [2, null, 4]]]);
  });

  test("the payload is weighed over all of a repeating parameter", () => {
    const { dispatcher } = alone(30);
    const text = scalar("twenty characters...");
    expect(dispatcher.evaluate(info("F"), [text], at(0))).toEqual({ kind: "pending" });
    expect(dispatcher.evaluate(info("F"), [text, text], at(1))).toMatchObject({ error: "#VALUE!" });
  });
});

describe("circles", () => {
  test.each<[string, FakeCell[]]>([
    ["a cell over itself", [call(0)]],
    ["two cells at each other", [call(1), call(0)]],
    ["a circle through an ordinary formula, with a cell behind it", [num(1), call(2, 0), sum(3), call(1), call(3)]],
  ])("%s ends with a sentence", (_name, cells) => {
    const { clock, grid } = book(cells);
    expect(clock.runAll()).toBe(true);
    expect(grid.shown).not.toContain(PENDING);
    expect(grid.dispatcher.settled).toBe(true);
    expect(cells.some((_cell, row) => /refers to itself/.test(grid.dispatcher.messageAt(at(row)) ?? ""))).toBe(true);
  });

  test("a circle that is broken by an edit calculates again", () => {
    const { clock, grid } = book([call(1), call(0)]);
    clock.runAll();
    grid.edit(1, num(3));
    clock.runAll();
    expect(grid.shown).toEqual([fakeAnswer([3]), 3]);
  });
});

describe("any graph, any edits at any time", () => {
  const SIZE = 12;
  const row = fc.integer({ min: 0, max: SIZE - 1 });
  const formula = (own: number, circles: boolean): fc.Arbitrary<FakeCell> =>
    fc.record({ kind: fc.constantFrom("call" as const, "sum" as const), of: fc.array(circles ? row : fc.integer({ min: 0, max: Math.max(0, own - 1) }), { minLength: 1, maxLength: 3 }) });
  const cell = (own: number, circles: boolean): fc.Arbitrary<FakeCell> => {
    const number = fc.record({ kind: fc.constant("number" as const), value: fc.integer({ min: 0, max: 50 }) });
    return own === 0 && !circles ? number : fc.oneof({ weight: 1, arbitrary: number }, { weight: 3, arbitrary: formula(own, circles) });
  };
  const history = (circles: boolean) =>
    fc.record({
      cells: fc.tuple(...Array.from({ length: SIZE }, (_, own) => cell(own, circles))),
      edits: fc.array(row.chain((own) => fc.record({ row: fc.constant(own), cell: cell(own, circles), time: fc.integer({ min: 0, max: 1500 }) })), { maxLength: 12 }),
      reloads: fc.array(fc.record({ time: fc.integer({ min: 0, max: 1500 }), away: fc.integer({ min: 1, max: 400 }) }), { maxLength: 2 }),
      delays: fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 9 }),
      share: fc.boolean(),
    });

  interface History {
    readonly cells: readonly FakeCell[];
    readonly edits: readonly { readonly row: number; readonly cell: FakeCell; readonly time: number }[];
    readonly reloads: readonly { readonly time: number; readonly away: number }[];
    readonly delays: readonly number[];
    readonly share: boolean;
    /** marks that the grid forgets, by their turn */
    readonly lost: readonly number[];
  }

  function live({ cells, edits, reloads, delays, share, lost }: History) {
    let turn = 0;
    let mark = 0;
    const clock = new Clock();
    const channel = new FakeChannel(clock, () => delays[turn++ % delays.length]!, outcomeOf);
    const grid = new FakeGrid(clock, channel, cells, { share, loses: () => lost.includes(mark++) });
    for (const edit of edits) clock.after(edit.time, () => grid.edit(edit.row, edit.cell));
    for (const reload of reloads) clock.after(reload.time, () => channel.reload(reload.away));
    return { ended: clock.runAll(), grid };
  }

  test("without circles: every cell ends with the value its arguments give now", () => {
    fc.assert(
      fc.property(history(false), (one) => {
        const { ended, grid } = live({ ...one, lost: [] });
        expect(ended).toBe(true);
        expect(grid.dispatcher.settled).toBe(true);
        expect(grid.shown).toEqual(expected(grid.cells));
      }),
      { numRuns: 400 },
    );
  });

  test("with circles: everything ends, nothing stays pending, and what is on no circle is right", () => {
    fc.assert(
      fc.property(history(true), (one) => {
        const { ended, grid } = live({ ...one, lost: [] });
        expect(ended).toBe(true);
        expect(grid.dispatcher.settled).toBe(true);
        expect(grid.shown).not.toContain(PENDING);
        expected(grid.cells).forEach((value, at) => value !== undefined && expect(grid.shown[at]).toEqual(value));
      }),
      { numRuns: 400 },
    );
  });

  test("a mark that the grid loses is made again with the next pass", () => {
    fc.assert(
      fc.property(history(false), fc.integer({ min: 0, max: 5 }), (one, lost) => {
        const { ended, grid } = live({ ...one, reloads: [], edits: [], lost: [lost] });
        expect(ended).toBe(true);
        for (let again = 0; again < 3 && !grid.dispatcher.settled; again++) {
          grid.edit(0, grid.cells[0]!); // anything that makes the grid calculate
          grid.runAll();
        }
        expect(grid.dispatcher.settled).toBe(true);
        expect(grid.shown).toEqual(expected(grid.cells));
      }),
      { numRuns: 200 },
    );
  });
});
