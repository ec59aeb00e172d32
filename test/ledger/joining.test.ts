/** Several blocks of one book as one reading. */
import { readBlocks, readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import type { Reading } from "../../src/ledger/reading";
import type { Grid } from "../../src/values/cell";
import { isoDay } from "../../src/values/day";
import { book, doubtsIn, linesIn, openIn, refusal } from "../support/book";

const JANUARY = book`
  Customer No | Customer Name | No | Invoice Date | Due Date | Amount | Settled Date
  A | Anker | 1 | 2026-01-05 | 2026-02-04 | 100 | 2026-02-03
  B | Baltic | 2 | 2026-01-20 | 2026-02-19 | 250.50 |`;
const FEBRUARY = book`
  Customer No | Customer Name | No | Invoice Date | Due Date | Amount | Settled Date
  A | Anker | 3 | 2026-02-10 | 2026-03-12 | 40 |
  C | Cedar | 4 | 2026-02-27 | 2026-03-29 | 70 | 2026-03-31`;
const BOTH = [...JANUARY, ...FEBRUARY.slice(1)];

/** Where each doubt stands: `CODE block:row money`. */
function placed({ issues, joined }: Reading): string[] {
  return issues.map(({ code, row, column, amount }) => {
    const cell = row === 0 ? undefined : joined!.cell(row, column);
    return `${code} ${cell === undefined ? "" : `${cell.block}:${cell.row}`} ${amount / 100}`.replace("  ", " ");
  });
}

describe("blocks with the same headings", () => {
  test("are the table they were cut from", () => {
    const [joined, whole] = [readBlocks([JANUARY, FEBRUARY]), readLedger(BOTH)];
    expect(linesIn(joined.ledger)).toEqual(linesIn(whole.ledger));
    expect([openIn(joined.ledger), isoDay(joined.ledger.lastDay), joined.columns]).toEqual([290.5, "2026-03-31", whole.columns]);
    expect(placed(joined)).toEqual([]);
  });

  test("one alone is that block; no row of it is copied", () => {
    expect(readBlocks([JANUARY])).toEqual(readLedger(JANUARY));
    expect(readBlocks([JANUARY]).joined).toBeUndefined();
  });

  test("in another order are the same books", () => {
    const reading = readBlocks([FEBRUARY, JANUARY]);
    expect([...linesIn(reading.ledger)].sort()).toEqual([...linesIn(readLedger(BOTH).ledger)].sort());
    expect(reading.ledger.lastDay).toBe(readLedger(BOTH).ledger.lastDay);
  });

  test("a doubt says the block and its row there", () => {
    const [head, first] = FEBRUARY as [Grid[number], Grid[number]];
    const odd = [["Receivables"], head, first, ["C", "Cedar", "5", "soon", "", 70, ""], ["C", "Cedar", "6", "2026-02-28", "2026-02-01", 30, ""]];
    expect(placed(readBlocks([JANUARY, odd]))).toEqual(["BAD_ISSUE_DATE 2:4 70", "DUE_BEFORE_ISSUE 2:5 30"]);
  });

  test("settlement is worked out over all: a receipt in one block settles an invoice of another, each once", () => {
    const invoices = book`
      Customer | Document Number | Document Type | Document Date | Amount | Clearing document
      A | 14001 | RV | 2026-01-05 | 100 | 20009
      A | 14002 | RV | 2026-01-20 | 60 |`;
    const receipts = book`
      Customer | Document Number | Document Type | Document Date | Amount | Clearing document
      A | 20009 | DZ | 2026-02-10 | -100 | 20009`;
    expect(linesIn(readBlocks([invoices, receipts]).ledger)[0]).toBe("A | 14001 | INV | 2026-01-05 |  | 100 | 2026-02-10 100");
    const payments = book`
      Invoice No | Payment Date | Amount
      1 | 2026-02-03 | 100
      3 | 2026-03-03 | 15
      9 | 2026-03-04 | 5`;
    const open = [JANUARY, FEBRUARY].map((grid) => grid.map((row) => row.slice(0, 6)));
    const reading = readBlocks(open, { payments });
    expect([openIn(reading.ledger), doubtsIn(reading)]).toEqual([345.5, ["RECEIPT_UNMATCHED 4 5"]]);
  });

  test("the last day is that of all, and a date beyond reason, which a small block alone would believe, sets none", () => {
    const many = [...JANUARY, ...Array.from({ length: 300 }, (_, at) => ["D", "Dune", `D${at}`, "2026-01-31", "2026-03-02", 1, ""])];
    const far = [...FEBRUARY, ["C", "Cedar", "5", "2041-01-01", "", 1, ""]];
    const reading = readBlocks([many, far]);
    expect(isoDay(readLedger(far).ledger.lastDay)).toBe("2041-01-01");
    expect([isoDay(reading.ledger.lastDay), placed(reading)]).toEqual(["2026-03-31", ["DATE_FAR_AHEAD 2:4 1"]]);
  });
});

describe("the same document in two blocks", () => {
  const MARCH = [...FEBRUARY, ...JANUARY.slice(2), ["D", "Dune", "7", "2026-03-01", "2026-03-31", 9, ""]];

  test("counts once, and the second is a doubt with its money", () => {
    const reading = readBlocks([JANUARY, MARCH]);
    expect(linesIn(reading.ledger)).toEqual([...linesIn(readLedger(BOTH).ledger), "D | 7 | INV | 2026-03-01 | 2026-03-31 | 9"]);
    expect(placed(reading)).toEqual(["IN_TWO_BLOCKS 2:4 250.5"]);
    expect(reading.issues[0]).toMatchObject({ found: "2", column: 2, currency: "XXX" });
    expect(reading.ledger.currencies).toEqual([{ code: "XXX", documents: 5, minor: 46950 }]);
  });

  test("of a block and all its rows: each counts once", () => {
    const reading = readBlocks([JANUARY, FEBRUARY, BOTH]);
    expect(linesIn(reading.ledger)).toEqual(linesIn(readLedger(BOTH).ledger));
    expect(placed(reading)).toEqual(["IN_TWO_BLOCKS 3:2 100", "IN_TWO_BLOCKS 3:3 250.5", "IN_TWO_BLOCKS 3:4 40", "IN_TWO_BLOCKS 3:5 70"]);
  });

  test("twice inside one block it is that block's own doubt, and both are kept", () => {
    const twice = [...JANUARY, JANUARY[2]!];
    expect([openIn(readBlocks([twice, FEBRUARY]).ledger), placed(readBlocks([twice, FEBRUARY]))]).toEqual([541, ["DUPLICATE 1:4 250.5"]]);
    expect(placed(readBlocks([FEBRUARY, twice]))).toEqual(["DUPLICATE 2:4 250.5"]);
  });

  test("counts as often as it stands in the block that has it most", () => {
    const times = (count: number): Grid => [JANUARY[0]!, JANUARY[1]!, ...new Array<Grid[number]>(count).fill(JANUARY[2]!)];
    const open = (...counts: number[]): number => openIn(readBlocks(counts.map(times)).ledger) / 250.5;
    expect([open(1, 2), open(2, 1), open(2, 3, 1), open(0, 2), open(3, 0, 2)]).toEqual([2, 2, 3, 2, 3]);
  });

  test("only where number, buyer, type, days, amount and currency are the same", () => {
    const other = (place: number, cell: Grid[number][number]): Grid => [FEBRUARY[0]!, JANUARY[2]!.map((was, at) => (at === place ? cell : was))];
    for (const [place, cell] of [[0, "X"], [2, "2a"], [3, "2026-01-21"], [4, "2026-02-20"], [5, 250.51]] as const) {
      expect(placed(readBlocks([JANUARY, other(place, cell)])).filter((one) => one.startsWith("IN_TWO"))).toEqual([]);
    }
  });

  test("its other doubts are not said a second time", () => {
    const doubtful = [...JANUARY, ["D", "Dune", "8", "2026-01-30", "2026-01-01", 5.123, ""]];
    const alone = ["EXTRA_DECIMALS 1:4 5.12", "DUE_BEFORE_ISSUE 1:4 5.12"];
    expect(placed(readBlocks([doubtful, [...FEBRUARY, doubtful[3]!]]))).toEqual([...alone, "IN_TWO_BLOCKS 2:4 5.12"]);
  });

  test("without numbers nobody can tell: both count", () => {
    const bare = (grid: Grid): Grid => grid.map((row) => row.filter((_, at) => at !== 2));
    const reading = readBlocks([bare(JANUARY), bare(MARCH)]);
    expect(openIn(reading.ledger)).toBe(550);
  });

  test("of blocks that were cut from one table is the table's own duplicate", () => {
    const policy = readPolicy([["blocks", "cut"]]);
    const twice = [...BOTH, JANUARY[2]!];
    const [joined, whole] = [readBlocks([twice.slice(0, 3), [twice[0]!, ...twice.slice(3)]], { policy }), readLedger(twice, { policy })];
    expect([linesIn(joined.ledger), doubtsIn(joined)]).toEqual([linesIn(whole.ledger), doubtsIn(whole)]);
    expect(placed(joined)).toEqual(["DUPLICATE 2:4 250.5"]);
  });

  test("settles what it settles, once", () => {
    const credits = book`
      Customer No | Customer Name | No | Type | Invoice Date | Due Date | Amount | Settled Date
      A | Anker | C1 | Credit note | 2026-02-01 |  | 30 |
      A | Anker | C2 | Invoice | 2026-02-01 |  | 300 | 2026-02-20`;
    const reading = readBlocks([credits, [...credits, ["B", "Baltic", "9", "Invoice", "2026-02-02", "", 8, ""]]]);
    expect(linesIn(reading.ledger)).toEqual(["A | C1 | CN | 2026-02-01 |  | -30", "A | C2 | INV | 2026-02-01 |  | 300 | 2026-02-20 300", "B | 9 | INV | 2026-02-02 |  | 8"]);
    expect([...reading.ledger.documents.closed].map((day) => day > 0)).toEqual([false, true, false]);
  });
});

describe("the same block twice", () => {
  test("is said with what it holds, and counts once", () => {
    const reading = readBlocks([JANUARY, FEBRUARY, JANUARY.map((row) => [...row])]);
    expect(linesIn(reading.ledger)).toEqual(linesIn(readLedger(BOTH).ledger));
    expect(reading.issues).toEqual([{ code: "BLOCK_TWICE", row: 0, column: -1, found: "3 = 1", amount: 35050, currency: "XXX", rows: 2 }]);
  });

  test("also where its documents have no numbers", () => {
    const bare = JANUARY.map((row) => row.filter((_, at) => at !== 2));
    expect(openIn(readBlocks([bare, bare]).ledger)).toBe(250.5);
  });
});

describe("blocks whose headings differ", () => {
  test("columns in another order, in another writing of the same words", () => {
    const turned = FEBRUARY.map((row) => [row[5]!, row[3]!, row[0]!, row[4]!, row[6]!, row[2]!, row[1]!]);
    const written = [["AMOUNT", "invoice_date", "CustomerNo", "Due date", "Settled  Date", "no.", "Customer Name"], ...turned.slice(1)];
    const reading = readBlocks([JANUARY, written]);
    expect(linesIn(reading.ledger)).toEqual(linesIn(readLedger(BOTH).ledger));
    const odd = readBlocks([JANUARY, [...written, ["ten", "2026-02-28", "C", "", "", "8", "Cedar"]]]);
    expect([placed(odd), odd.joined!.cell(odd.issues[0]!.row, odd.issues[0]!.column)]).toEqual([["BAD_AMOUNT 2:4 0"], { block: 2, row: 4, column: 0 }]);
  });

  test("a heading that one block lacks leaves blanks, and is said with that block's money", () => {
    const short = FEBRUARY.map((row) => row.slice(0, 6));
    const reading = readBlocks([JANUARY, short]);
    expect(linesIn(reading.ledger).slice(2)).toEqual(["A | 3 | INV | 2026-02-10 | 2026-03-12 | 40", "C | 4 | INV | 2026-02-27 | 2026-03-29 | 70"]);
    expect(reading.issues).toEqual([{ code: "BLOCK_LACKS", row: 0, column: 6, found: "2: Settled Date", amount: 11000, currency: "XXX", rows: 2 }]);
  });

  test("a heading that only a later block has is read too", () => {
    const short = JANUARY.map((row) => row.slice(0, 6));
    const reading = readBlocks([short, FEBRUARY]);
    expect(linesIn(reading.ledger)[3]).toBe("C | 4 | INV | 2026-02-27 | 2026-03-29 | 70 | 2026-03-31 70");
    expect(reading.issues.map(({ code, found }) => [code, found])).toEqual([["BLOCK_LACKS", "1: Settled Date"]]);
    const notes = FEBRUARY.map((row, at) => [...row, at === 0 ? "Remarks" : "late"]);
    expect(readBlocks([JANUARY, notes]).issues).toEqual([]);
  });

  test("rows that reach beyond the headings do not become another block's column", () => {
    const wide = JANUARY.map((row, at) => [...row.slice(0, 6), ...(at === 2 ? ["", "2026-01-31", "2026-01-31"] : [])]);
    expect(linesIn(readBlocks([wide, FEBRUARY]).ledger)[1]).toBe("B | 2 | INV | 2026-01-20 | 2026-02-19 | 250.5");
  });

  test.each([[0, "Customer No"], [3, "Invoice Date"], [5, "Amount"]])("without what every row needs it is refused by name (%s)", (place, heading) => {
    const without = (grid: Grid): Grid => grid.map((row) => row.map((cell, at) => (at === place || (place === 0 && at === 1) ? "" : cell)));
    expect(refusal(() => readBlocks([JANUARY, without(FEBRUARY)]))).toMatch(new RegExp(`^Block 2: .*"${heading}"`));
    expect(refusal(() => readBlocks([without(JANUARY), FEBRUARY]))).toMatch(new RegExp(`^Block 1: .*"${heading}"`));
    expect(refusal(() => readBlocks([JANUARY, without(FEBRUARY)]), "zh")).toMatch(/^第 2 块：/);
  });

  test("without what is open, where nothing else says what was paid, likewise", () => {
    const open = book`
      Customer | No | Invoice Date | Amount | Open
      A | 1 | 2026-01-05 | 100 | 100`;
    const amounts = book`
      Customer | No | Invoice Date | Amount
      A | 2 | 2026-01-06 | 40`;
    expect(refusal(() => readBlocks([open, amounts]))).toMatch(/^Block 2: The heading "Open" is missing/);
    expect(refusal(() => readBlocks([amounts, open]))).toMatch(/^Block 1: The heading "Open" is missing/);
  });

  test("money in another unit or another currency is not added", () => {
    const thousands = FEBRUARY.map((row, at) => row.map((cell, column) => (at === 0 && column === 5 ? "Amount (EUR thousands)" : cell)));
    expect(refusal(() => readBlocks([JANUARY, thousands]))).toMatch(/^Block 2: The money under "Amount \(EUR thousands\)" counts 1000 for one, and in the first block 1/);
    expect(refusal(() => readBlocks([JANUARY, [["In USD thousands"], ...FEBRUARY]]))).toMatch(/^Block 2: The money under "Amount" counts 1000 for one, and in the first block 1/);
    expect(refusal(() => readBlocks([[["Currency: USD"], ...JANUARY], [["Currency: EUR"], ...FEBRUARY]]))).toMatch(/^Block 2: .*EUR.*USD/);
    expect(readBlocks([[["Currency: USD"], ...JANUARY], [["Currency: USD"], ...FEBRUARY]]).ledger.currency).toBe("USD");
  });
});

describe("what stands around the rows", () => {
  test("titles above the headings of each block are no rows", () => {
    const titled = (grid: Grid): Grid => [["Acme Ltd"], ["Receivables as of 2026-03-31"], [], ...grid];
    expect(readBlocks([titled(JANUARY), titled(FEBRUARY), titled([FEBRUARY[0]!, ["E", "Elm", "9", "2026-03-01", "", 1, ""]])]).issues).toEqual([]);
  });

  test("the total of a block is held against its block, one that goes on against all", () => {
    const total = (amount: number): Grid[number] => ["Total", "", "", "", "", amount, ""];
    expect(placed(readBlocks([[...JANUARY, total(350.5)], [...FEBRUARY, total(110)]]))).toEqual(["TOTAL_ROW 1:4 350.5", "TOTAL_ROW 2:4 110"]);
    expect(placed(readBlocks([JANUARY, [...FEBRUARY, total(460.5)]]))).toEqual(["TOTAL_ROW 2:4 460.5"]);
    expect(placed(readBlocks([JANUARY, [...FEBRUARY, total(110)]]))).toEqual(["TOTAL_ROW 2:4 110"]);
    expect(placed(readBlocks([JANUARY, [...FEBRUARY, total(111)]]))).toEqual(["TOTAL_ROW 2:4 111", "TOTAL_DIFFERS 2:4 1"]);
  });

  test("a buyer above its documents may stand in the block before", () => {
    const grouped = book`
      No | Invoice Date | Amount
      Customer: Anker
      1 | 2026-01-05 | 100
      2 | 2026-01-06 | 50
      Customer: Baltic
      3 | 2026-01-07 | 20
      4 | 2026-01-08 | 30`;
    const whole = readLedger(grouped);
    for (const cut of [2, 3, 4, 5, 6]) {
      const joined = readBlocks([grouped.slice(0, cut), [grouped[0]!, ...grouped.slice(cut)]], { policy: readPolicy([["blocks", "cut"]]) });
      expect([cut, linesIn(joined.ledger)]).toEqual([cut, linesIn(whole.ledger)]);
    }
  });

  test("a buyer in the title of each block stays with its block", () => {
    const sheet = (name: string, no: string, amount: number): Grid => [[`Customer: ${name}`], [], ["No", "Invoice Date", "Amount"], [no, "2026-01-05", amount]];
    expect(linesIn(readBlocks([sheet("Anker", "1", 10), sheet("Baltic", "2", 20), sheet("Cedar", "3", 30)]).ledger)).toEqual(["Anker | 1 | INV | 2026-01-05 |  | 10", "Baltic | 2 | INV | 2026-01-05 |  | 20", "Cedar | 3 | INV | 2026-01-05 |  | 30"]);
  });
});

describe("a block in which nothing can be read is refused by its number", () => {
  test.each<[string, Grid, RegExp]>([
    ["empty", [[null, ""]], /^Block 2: The range is empty/],
    ["without headings", FEBRUARY.slice(1), /^Block 2: The range has no heading row/],
    ["of other things", [["Colour", "Weight"], ["red", "light"]], /^Block 2: No row looks like the headings/],
    ["headings alone", FEBRUARY.slice(0, 1), /^Block 2: Below the headings in row 1 there is no row/],
    ["a total alone", [FEBRUARY[0]!, ["Total", "", "", "", "", 5, ""]], /^Block 2: Below the headings in row 1 .*\(1 rows/],
  ])("%s", (_, block, sentence) => {
    expect(refusal(() => readBlocks([JANUARY, block]))).toMatch(sentence);
    expect(refusal(() => readBlocks([block, JANUARY]))).toMatch(/^Block 1: /);
  });
});

test("ten blocks of 3,000 rows cost about one reading of 30,000", () => {
  const row = (at: number): Grid[number] => [`C-${at % 90}`, `Customer ${at % 90}`, `F-${at}`, 45000 + (at % 900), 45030 + (at % 900), at / 100, at % 3 === 0 ? "" : 45031 + (at % 900)];
  const blocks = Array.from({ length: 10 }, (_, block) => [JANUARY[0]!, ...Array.from({ length: 3000 }, (_none, at) => row(block * 3000 + at))]);
  const whole = [JANUARY[0]!, ...blocks.flatMap((grid) => grid.slice(1))];
  const quickest = (read: () => Reading): number => Math.min(...Array.from({ length: 5 }, () => {
    const began = performance.now();
    read();
    return performance.now() - began;
  }));
  expect(quickest(() => readBlocks(blocks))).toBeLessThan(3 * quickest(() => readLedger(whole)) + 20);
});
