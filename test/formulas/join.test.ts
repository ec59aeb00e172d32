/** AR.JOIN: blocks of one book answer as the book does, whatever is asked. */
import fc from "fast-check";
import { aging } from "../../src/formulas/aging";
import { assessment } from "../../src/formulas/assess";
import { buyersTable } from "../../src/formulas/buyers";
import { columnsTable } from "../../src/formulas/columns";
import { creditGrade } from "../../src/formulas/creditGrade";
import { creditLimit } from "../../src/formulas/creditLimit";
import { creditScore } from "../../src/formulas/creditScore";
import { dsoFigure } from "../../src/formulas/dso";
import { issuesTable } from "../../src/formulas/issues";
import { joinedText } from "../../src/formulas/join";
import { lateOdds } from "../../src/formulas/lateOdds";
import { ledgerText } from "../../src/formulas/ledger";
import { Memory, type Sources } from "../../src/formulas/memory";
import { scoreReasons } from "../../src/formulas/scoreReasons";
import type { Cell, Grid } from "../../src/values/cell";
import { dayOf } from "../../src/values/day";
import { shown } from "../support/shownAnswer";

const HEADINGS = ["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid date"];
const START = dayOf(2024, 1, 1);
const BUYERS = ["Anker", "Baltic", "__proto__", "=Cobalt", "客户丁"];

const cell = (text: string): Cell[][] => [[text]];
const read = (rows: Grid, policy?: Grid, asOf?: number, payments?: Grid): Cell[][] => cell(ledgerText(rows, asOf ?? null, payments ?? null, null, policy ?? null));

function refused(run: () => unknown): string {
  const answer = shown(run);
  if (typeof answer !== "string" || !/^(?:value|na): /.test(answer)) throw new Error(`Not refused: ${JSON.stringify(answer)}`);
  return answer;
}

const column = BUYERS.map((buyer) => [buyer]);

const FORMULAS: Readonly<Record<string, (ledger: unknown, asOf: number | null) => unknown>> = {
  BUYERS: (ledger, asOf) => buyersTable(ledger, asOf),
  AGING: (ledger, asOf) => aging(ledger, asOf, "*", null, null),
  DSO: (ledger, asOf) => dsoFigure(ledger, asOf, column, null, null),
  "DSO countback": (ledger, asOf) => dsoFigure(ledger, asOf, null, null, "countback"),
  CREDITSCORE: (ledger, asOf) => creditScore(ledger, column, asOf),
  CREDITGRADE: (ledger, asOf) => creditGrade(ledger, column, asOf),
  LATEODDS: (ledger, asOf) => lateOdds(ledger, column, asOf),
  SCOREREASONS: (ledger, asOf) => scoreReasons(ledger, column, asOf),
  CREDITLIMIT: (ledger, asOf) => creditLimit(ledger, column, asOf),
  ASSESS: (ledger, asOf) => assessment(ledger, asOf, null),
  COLUMNS: (ledger) => columnsTable(ledger).map(([field, heading]) => `${String(field)} ${String(heading)}`).sort().map((one) => [one]),
};

/** Sums of shares depend on the order of adding in their last bits; nothing else may differ. */
function alike(one: unknown, other: unknown): boolean {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((part, at) => alike(part, other[at]));
  return Object.is(one, other);
}

function compare(joined: unknown, whole: unknown, asOf: number): void {
  for (const [name, formula] of Object.entries(FORMULAS)) {
    const [one, other] = [shown(() => formula(joined, asOf)), shown(() => formula(whole, asOf))];
    if (!alike(one, other)) throw new Error(`${name}: ${JSON.stringify(other)} became ${JSON.stringify(one)}`);
  }
}

const invoice = fc.record({
  buyer: fc.constantFrom(...BUYERS),
  issued: fc.integer({ min: 0, max: 400 }),
  terms: fc.constantFrom(0, 14, 30, 60),
  cents: fc.integer({ min: 1, max: 5_000_000 }),
  paidAfter: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
  /** what may be wrong with a row */
  slip: fc.constantFrom<"none" | "day" | "amount" | "due" | "buyer">("none", "none", "none", "none", "none", "day", "amount", "due", "buyer"),
});
type Invoice = typeof invoice extends fc.Arbitrary<infer T> ? T : never;
const day = fc.integer({ min: START - 10, max: START + 600 });

function row({ buyer, issued, terms, cents, paidAfter, slip }: Invoice, at: number): Cell[] {
  const from = START + issued;
  return [`I-${at}`, slip === "buyer" ? "" : buyer, slip === "day" ? "soon" : from, slip === "due" ? from - 5 : from + terms, slip === "amount" ? "ten" : cents / 100, paidAfter === undefined ? null : from + paidAfter];
}

/** An invoice of each block that makes it one whose past can be asked about. */
const paid = (block: number): Cell[] => [`P-${block}`, "Anker", START, START + 30, 1, START + 1];

const books = fc.array(fc.array(invoice, { maxLength: 15 }), { minLength: 1, maxLength: 5 }).map((blocks) => {
  let at = 0;
  return blocks.map((rows, block) => [paid(block), ...rows.map((one) => row(one, at++))]);
});

/** Kinds of doubt with their rows and money; where the first stands differs. */
const doubts = (ledger: unknown): unknown => shown(() => issuesTable(ledger, false).map(([issue, rows, amount, , done]) => [issue!, rows!, amount!, done!]));

test("blocks joined are the whole range, for every function", () => {
  fc.assert(
    fc.property(books, day, fc.boolean(), (blocks, asOf, byText) => {
      const ranges = blocks.map((rows) => [HEADINGS, ...rows]);
      const joined = cell(joinedText(byText ? ranges.map((range) => read(range)) : ranges));
      const whole = [HEADINGS, ...blocks.flat()];
      compare(joined, whole, asOf);
      expect(doubts(joined)).toEqual(doubts(whole));
    }),
    { numRuns: 60 },
  );
});

test("in another order, with their columns in another order, they are the same figures", () => {
  fc.assert(
    fc.property(books, day, fc.infiniteStream(fc.nat()), (blocks, asOf, numbers) => {
      const mixed = <One>(list: readonly One[]): One[] => list.map((one) => [numbers.next().value as number, one] as const).sort(([a], [b]) => a - b).map(([, one]) => one);
      const turned = blocks.map((rows) => {
        const order = mixed([0, 1, 2, 3, 4, 5]);
        return [HEADINGS, ...rows].map((cells) => order.map((at) => cells[at]));
      });
      compare(cell(joinedText(mixed(turned))), [HEADINGS, ...blocks.flat()], asOf);
    }),
    { numRuns: 60 },
  );
});

test("blocks that overlap count once", () => {
  fc.assert(
    fc.property(fc.array(invoice, { minLength: 2, maxLength: 30 }), fc.array(fc.tuple(fc.nat(29), fc.nat(29)), { minLength: 1, maxLength: 4 }), day, (invoices, cuts, asOf) => {
      const rows = [paid(0), ...invoices.map((one, at) => row({ ...one, slip: "none" }, at))];
      const pieces = cuts.map(([a, b]) => [HEADINGS, ...rows.slice(Math.min(a, b) % rows.length, Math.max(a, b) + 1)]).filter(({ length }) => length > 1);
      const joined = cell(joinedText([[HEADINGS, ...rows.slice(0, 3)], ...pieces, [HEADINGS, ...rows.slice(2)]]));
      compare(joined, [HEADINGS, ...rows], asOf);
    }),
    { numRuns: 60 },
  );
});

const SHEET: Grid = [HEADINGS, ["1", "Anker", START, START + 30, 100, START + 20], ["2", "Baltic", START + 9, START + 39, 250.5, null]];
const MORE: Grid = [HEADINGS, ["3", "Anker", START + 40, START + 70, 40, null], ["2", "Baltic", START + 9, START + 39, 250.5, null]];

describe("the text", () => {
  test("names the joined reading: its content, its blocks and its day", () => {
    expect(joinedText([SHEET, MORE])).toMatch(/^3 invoices, 2 buyers in 2 blocks to 2024-02-10 #[0-9a-f]{21}$/);
    expect(joinedText([read(SHEET), MORE])).toBe(joinedText([SHEET, read(MORE)]));
    expect(joinedText([SHEET, [HEADINGS, ["3", "Anker", START + 40, START + 70, 41, null]]])).not.toBe(joinedText([SHEET, MORE]));
  });

  test("of one block is that block's own", () => {
    expect(joinedText([SHEET])).toBe(ledgerText(SHEET, null, null, null, null));
    expect(joinedText([read(SHEET)])).toBe(ledgerText(SHEET, null, null, null, null));
    expect(joinedText(SHEET)).toBe(joinedText([SHEET])); // a host that does not know of repetition
    expect(joinedText(read(SHEET)[0]![0])).toBe(joinedText([SHEET]));
  });

  test("may be joined again and added to", () => {
    const third: Grid = [HEADINGS, ["9", "Dune", START + 41, START + 71, 5, null]];
    const text = joinedText([cell(joinedText([SHEET, MORE])), third]);
    expect(text).toBe(joinedText([SHEET, MORE, third]));
    const added = ledgerText(cell(text), START + 50, null, null, [["key", "value"], ["lateAfter", 3]]);
    expect(added).toMatch(/^4 invoices, 3 buyers in 3 blocks to 2024-02-20 #/);
    expect(added).toBe(joinedText([read(SHEET, [["key", "value"], ["lateAfter", 3]], START + 50), MORE, third]));
  });

  test("blanks and zeros between the blocks are no blocks", () => {
    expect(joinedText([null, cell(""), SHEET, cell("0").map(() => [0]), MORE, undefined, {}])).toBe(joinedText([SHEET, MORE]).replace(/#.*/, (key) => key));
  });
});

describe("where a doubt stands", () => {
  const odd: Grid = [["Receivables of the second branch"], HEADINGS, ["7", "Anker", "soon", null, 12, null], ["1", "Anker", START, START + 30, 100, START + 20], ["8", "Anker", START, START + 30, 5, null]];

  test("is said by its block and its row there", () => {
    expect(shown(() => issuesTable(cell(joinedText([SHEET, odd])), true))).toEqual([
      ["Row", "Column", "Found", "Issue", "What was done", "Amount"],
      ["2:3", "Invoice date", "soon", "The date of issue is not a date", "The row is left out", 12],
      ["2:4", "Invoice", "1", "The same document in a block before", "Counted once; this one is left out", 100],
    ]);
    expect((shown(() => issuesTable(cell(joinedText([SHEET, odd])), null)) as unknown[][]).map(([, rows, amount, first]) => [rows, amount, first]).slice(1)).toEqual([[1, 100, "2:4"], [1, 12, "2:3"]]);
  });

  test("in receipts, by their own row; in a block as a whole, by its number", () => {
    const receipts: Grid = [["Invoice", "Date", "Amount"], ["99", START + 5, 10]];
    expect(shown(() => issuesTable(cell(joinedText([read(SHEET, undefined, undefined, receipts), MORE])), true))).toContainEqual([2, "Invoice", "99", "A receipt for an invoice that is not in the ledger", "It settles nothing", 10]);
    const short = MORE.map((cells) => cells.slice(0, 5));
    expect(shown(() => issuesTable(cell(joinedText([SHEET, short, SHEET])), true))).toEqual([
      ["Row", "Column", "Found", "Issue", "What was done", "Amount"],
      ["2:3", "Invoice", "2", "The same document in a block before", "Counted once; this one is left out", 250.5],
      ["", "Paid date", "2: Paid date", "A heading that one block lacks", "Blank for the rows of that block", 40],
      ["", "", "3 = 1", "The same block given twice", "Counted once; the second is left out", 350.5],
    ]);
  });
});

describe("what the blocks were given", () => {
  const LATE: Grid = [["key", "value"], ["lateAfter", 5], ["language", "en"]];
  const SAME: Grid = [["language", "en"], ["lateAfter", 5]];
  const OTHER: Grid = [["key", "value"], ["lateAfter", 6]];

  test("to one of them, or the same to all, holds for all", () => {
    const text = joinedText([read(SHEET, LATE), MORE]);
    expect(joinedText([SHEET, read(MORE, LATE)])).toBe(text);
    expect(joinedText([read(SHEET, LATE), read(MORE, SAME)])).toBe(text);
    expect(text).not.toBe(joinedText([SHEET, MORE]));
    expect(joinedText([read(SHEET, undefined, START + 60), read(MORE, undefined, START + 60)])).toMatch(/ to 2024-03-01 #/);
  });

  test("differently to two is refused, naming block and argument", () => {
    expect(refused(() => joinedText([read(SHEET, LATE), MORE, read([HEADINGS, MORE[1]!], OTHER)]))).toMatch(/^value: Block 3 was read with another policy than block 1/);
    expect(refused(() => joinedText([SHEET, read(SHEET, undefined, START + 60), read(MORE, undefined, START + 61)]))).toMatch(/^value: Block 3 was read with another asOf than block 2/);
    const receipts = (amount: number): Grid => [["Invoice", "Date", "Amount"], ["1", START + 5, amount]];
    expect(refused(() => joinedText([read(SHEET, undefined, undefined, receipts(1)), read(MORE, undefined, undefined, receipts(2))]))).toMatch(/^value: Block 2 was read with another payments than block 1/);
    expect(joinedText([read(SHEET, undefined, undefined, receipts(1)), read(MORE, undefined, undefined, receipts(1))])).toMatch(/^3 invoices/);
  });

  test("the language of a block's policy is that of the refusal", () => {
    const chinese: Grid = [["key", "value"], ["language", "zh"]];
    expect(refused(() => joinedText([read(SHEET, chinese), [["Colour", "Size"], ["red", "large"]]]))).toMatch(/^value: 第 2 块：/);
    expect(refused(() => joinedText([read(SHEET, chinese), read(MORE, OTHER)]))).toMatch(/^value: 第 2 块的 policy 与第 1 块不同/);
  });

  test("a day before the last document of any block, where nothing says what was paid, is refused", () => {
    const open = (grid: Grid): Grid => grid.map((cells) => cells.slice(0, 5));
    expect(refused(() => joinedText([read(open(SHEET), undefined, START + 10), open(MORE)]))).toMatch(/^value: 2024-01-11 is before the last document/);
  });
});

describe("a hostile block", () => {
  test.each<[string, unknown, RegExp]>([
    ["a text whose reading is gone", "3 invoices, 2 buyers to 2024-02-09 #0123456789abcdef00000", /^na: Block 2: This ledger has not been read since the workbook was opened\. Recalculate the cell with AR\.LEDGER\./],
    ["a text that is none", "=SUM(A1)", /^value: Block 2: The first argument, ledger, is '=SUM\(A1\)'/],
    ["a number", 7, /^value: Block 2: /],
    ["an error", { type: "Error", basicValue: "#REF!" }, /^value: Block 2: The cell given as ledger shows #REF!/],
    ["a figure that cannot be told", "#N/A", /^na: Block 2: /],
    ["a range without headings", SHEET.slice(1), /^value: Block 2: The range has no heading row/],
    ["blanks", [[null, ""], ["", null]], /^value: Block 2: The range is empty/],
    ["a range of errors", [["#REF!", "#REF!"], ["#REF!", "#REF!"]], /^value: Block 2: /],
    ["a ragged range", [[], ["Invoice"], ["x"]], /^value: Block 2: /],
    ["prototypes", [["__proto__", "constructor"], ["toString", "valueOf"]], /^value: Block 2: /],
  ])("%s is refused by its number", (_, block, sentence) => {
    expect(refused(() => joinedText([SHEET, Array.isArray(block) ? block : cell(block as string), MORE]))).toMatch(sentence);
  });

  test("no block at all", () => {
    for (const none of [[], [null], [cell("")], undefined, null, {}, "", 0]) expect(refused(() => joinedText(none))).toMatch(/^value: No block was given/);
  });

  test("anything at all: a text or a refusal, never another exception", () => {
    const any = fc.oneof({ weight: 4, arbitrary: fc.constantFrom<Cell>(...HEADINGS, "1", "Anker", START, 100, "", null) }, fc.string(), fc.double(), fc.boolean(), fc.constantFrom<Cell>(undefined, {}, "#REF!", 1e308, NaN, "Total", "Customer: Anker", { type: "Error", basicValue: "#N/A" }));
    const range = fc.array(fc.array(any, { maxLength: 8 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(fc.oneof(range, range.map((rows) => [HEADINGS, ...rows]), fc.constant(SHEET), any), { maxLength: 5 }), (blocks) => {
        const answer = shown(() => joinedText(blocks));
        expect(typeof answer).toBe("string");
      }),
      { numRuns: 300 },
    );
  });
});

describe("memory", () => {
  const sources = (...blocks: readonly Grid[]): Sources => ({ invoices: blocks[0]!, ...(blocks.length > 1 ? { further: blocks.slice(1) } : {}), payments: undefined, buyers: undefined, policy: undefined });
  const block = (number: number): Grid => [HEADINGS, ...Array.from({ length: 99 }, (_, at) => [`${number}-${at}`, "Anker", START + at, null, 1, null])];
  const one = 75_000 + 60 * 600; // bytes counted for one of these blocks

  test("blocks stay as long as a reading that joins them, and leave once others were joined", () => {
    const memory = new Memory(6 * one);
    const join = (...numbers: number[]): string[] => {
      const keys = numbers.map((number) => memory.read(sources(block(number))).key);
      return [...keys, memory.read(sources(...numbers.map(block)), keys).key];
    };
    const there = (keys: readonly string[]): boolean[] => keys.map((key) => memory.find(key) !== undefined);
    const first = join(1, 2);
    for (let other = 3; other < 6; other++) memory.read(sources(block(other)));
    expect(there(first)).toEqual([true, true, true]);
    join(6, 7);
    for (let other = 8; other < 14; other++) memory.read(sources(block(other)));
    expect(there(first)).toEqual([false, false, false]);
  });

  test("after an edit of one block the others are there, however small the memory", () => {
    const memory = new Memory(3 * one);
    let numbers = [1, 2, 3];
    const blocks = numbers.map((number) => memory.read(sources(block(number))).key);
    memory.read(sources(...numbers.map(block)), blocks);
    for (let edit = 0; edit < 6; edit++) {
      const at = edit % 3;
      numbers = numbers.map((number, place) => (place === at ? 10 + edit : number));
      blocks[at] = memory.read(sources(block(numbers[at]!))).key;
      expect(blocks.map((key) => memory.find(key) !== undefined)).toEqual([true, true, true]);
      memory.read(sources(...numbers.map(block)), blocks);
    }
  });

  test("blocks in another order are another reading: its doubts name them by number", () => {
    const memory = new Memory();
    expect(memory.read(sources(block(1), block(2))).key).not.toBe(memory.read(sources(block(2), block(1))).key);
  });
});
