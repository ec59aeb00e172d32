import * as functions from "../../src/excel/functions";
import { formatFor } from "../../src/pane/format";
import type { PlannedCell } from "../../src/pane/host";
import { csvOf } from "../../src/pane/portfolio/csv";
import { defaultEarlier } from "../../src/pane/portfolio/changeExhibits";
import type { BookOn, Exhibit } from "../../src/pane/portfolio/exhibit";
import { EXHIBITS, exhibitOf, type ExhibitName } from "../../src/pane/portfolio/exhibits";
import { exhibitPlan, type InsertedExhibit } from "../../src/pane/portfolio/insertExhibit";
import { wordsFor } from "../../src/pane/words";
import { addDays, addMonths, type Day } from "../../src/values/day";
import type { MemoryHost } from "../support/memoryHost";
import { sampleHost } from "../support/paneBooks";
import { INVOICES, invoicesHost, NEW_YEAR } from "./books";
import { quietPane } from "./paneSession";

/** What Excel's runtime gives the functions to refuse with. */
Object.assign(globalThis, { CustomFunctions: { ErrorCode: { notAvailable: "#N/A", invalidValue: "#VALUE!" }, Error: class extends Error {} } });

const words = wordsFor("en");
const spoken = { words, language: "en", dayText: formatFor("en").day } as const;

async function bookOf(host: MemoryHost, day?: number, earlier?: number): Promise<BookOn> {
  const opened = (await quietPane(host)).opened();
  const on = (day ?? opened.reading.ledger.lastDay) as Day;
  return { opened, day: on, earlier: (earlier ?? defaultEarlier(on)) as Day };
}

function made(name: ExhibitName, book: BookOn): Exhibit {
  return exhibitOf(name, book, spoken);
}

describe("six invoices of three buyers, 2025-03-20", () => {
  let book: BookOn;
  beforeAll(async () => {
    book = await bookOf(invoicesHost(), NEW_YEAR + 78, NEW_YEAR + 30);
  });

  test("open, not due and overdue at the month-ends; before the ledger there is no zero", () => {
    const { rows, notes } = made("trend", book);
    expect(rows).toHaveLength(24);
    expect(rows.slice(-4)).toEqual([
      [NEW_YEAR - 1, undefined, undefined, undefined],
      [NEW_YEAR + 30, 75075, 75075, 0], // F-2, F-3
      [NEW_YEAR + 58, 305075, 230000, 75075], // and F-4, F-5
      [NEW_YEAR + 78, 267025, 12000, 255025],
    ]);
    expect(notes).toEqual(["The ledger begins on 2025-01-01, so nothing is known of 2024-12-31."]);
  });

  test("the ageing says that there was no book a year ago", () => {
    const { columns, total, notes, drawing } = made("aging", book);
    expect(columns).toHaveLength(3);
    expect(total).toEqual(["Total", 267025, ""]);
    expect(notes[0]).toMatch(/^No comparison with a year ago\. The ledger begins on 2025-01-01/);
    expect(drawing).toMatchObject({ kind: "bars", series: [{ values: [12000, 230000, 25025, 0, 0] }] });
  });

  test("who holds what together", () => {
    const { rows } = made("concentration", book);
    expect(rows.map((row) => [row[1], row[2], Math.round(Number(row[4]) * 1e4)])).toEqual([["North Mill", 200000, 7490], ["West & Sons", 37025, 8877], ["South Trade", 30000, 10000]]);
  });

  test("buyers by the change of what they owe", () => {
    expect(made("changed", book).rows).toEqual([
      ["North Mill", 200000, 0, 200000, 200000, 0, 200000],
      ["South Trade", 30000, 50050, -20050, 30000, 0, 30000],
      ["West & Sons", 37025, 25025, 12000, 25025, 0, 25025],
    ]);
  });

  test("the parts of the change of DSO add up to it", () => {
    const { rows, total } = made("dsoChange", book);
    const figure = (at: number): number => rows[at]![1] as number;
    expect(figure(0) + figure(1) + figure(2) + figure(3) + figure(4) + figure(5)).toBe(total![1]);
    expect(figure(6)).toBe((total![1] as number) - figure(0));
  });

  test("roll rates of two whole months", () => {
    const { rows, total } = made("rolls", book);
    expect(rows.map((row) => row[0])).toEqual([NEW_YEAR + 58]); // January's beginning is before the ledger
    expect(rows[0]!.slice(1)).toEqual([1, undefined, undefined, undefined]); // 750.75 was not due, 750.75 is 1-30 days late
    expect(total!.slice(1)).toEqual([1, undefined, undefined, undefined]);
  });
});

test("what cannot be told is said, whatever the day: nothing throws, nothing is a zero", async () => {
  for (const day of [NEW_YEAR - 400, NEW_YEAR, NEW_YEAR + 1, NEW_YEAR + 3000]) {
    const book = await bookOf(invoicesHost(), day);
    for (const name of EXHIBITS) {
      const { rows, notes } = made(name, book);
      if (rows.length === 0) expect([name, notes.length > 0]).toEqual([name, true]);
    }
  }
});

test("a list of open items tells its last day, and why no other", async () => {
  const open = [["Customer", "Invoice", "Invoice Date", "Due Date", "Open Amount"], ["North", "F-1", NEW_YEAR, NEW_YEAR + 30, 100], ["South", "F-2", NEW_YEAR + 50, NEW_YEAR + 80, 70]];
  const book = await bookOf(invoicesHost({}, open));
  const { rows, drawing, notes } = made("trend", book);
  expect(rows.at(-1)!.slice(1, 2)).toEqual([17000]);
  expect(rows.at(-2)!.slice(1)).toEqual([undefined, undefined, undefined]);
  expect(drawing).toBeUndefined();
  expect(notes.join(" ")).toMatch(/before the last document/);
  for (const name of ["changed", "dsoChange", "rolls"] as const) expect([name, made(name, book).rows, made(name, book).notes.length]).toEqual([name, [], 1]);
});

describe("CSV", () => {
  test("days, money and shares as a spreadsheet reads them; what cannot be told is #N/A", () => {
    const exhibit: Exhibit = { columns: [{ heading: "Month end", kind: "day" }, { heading: "Open", kind: "money" }, { heading: "Share", kind: "share" }], rows: [[45747, -123456789, 0.125], [45777, undefined, 0]], drawing: undefined, notes: [] };
    expect(csvOf(exhibit, 2)).toBe("\ufeffMonth end,Open,Share\r\n2025-03-31,-1234567.89,0.125\r\n2025-04-30,#N/A,0\r\n");
  });

  test.each(["=1+1", "+49 30", "-5", "@home", "\t=1", "  =HYPERLINK(1)", "\uff1d1", "\r=1"])("%j stays a text", (name) => {
    const exhibit: Exhibit = { columns: [{ heading: name, kind: "text" }], rows: [[name]], drawing: undefined, notes: [] };
    for (const line of csvOf(exhibit, 2).slice(1).split("\r\n").slice(0, 1)) expect(line.replace(/^"/, "").startsWith("'")).toBe(true);
  });

  test("quotes, commas and line ends stay within their cell", () => {
    const exhibit: Exhibit = { columns: [{ heading: "Buyer", kind: "text" }], rows: [['A "B", C\nD'], ["__proto__"]], drawing: undefined, notes: [] };
    expect(csvOf(exhibit, 2)).toBe('\ufeffBuyer\r\n"A ""B"", C\nD"\r\n__proto__\r\n');
  });
});

/** What the AR formulas of a plan spill, with the cells they read: the rest of the sheet is Excel's. */
function calculated({ sheet }: InsertedExhibit, handle: string): (row: number, column: number) => unknown {
  const cells = new Map(sheet.cells.map((cell) => [`${String(cell.row)},${String(cell.column)}`, cell]));
  const spilled = new Map<string, unknown>();
  const argument = (text: string): unknown => {
    if (text === "Ledger") return [[handle]];
    if (/^".*"$/.test(text)) return text.slice(1, -1);
    const at = /^\$?([A-Z]+)\$?(\d+)$/.exec(text);
    if (at === null) return Number(text);
    const cell = cells.get(`${String(Number(at[2]) - 1)},${String(at[1]!.charCodeAt(0) - 65)}`)!;
    return "value" in cell && cell.value !== "" ? cell.value : null;
  };
  for (const cell of sheet.cells) {
    const call = "formula" in cell ? /^=AR\.(\w+)\((.*)\)$/.exec(cell.formula) : null;
    if (call === null) continue;
    const answer = (functions as unknown as Record<string, (...args: unknown[]) => unknown>)[call[1]!]!(...call[2]!.split(",").map(argument));
    const rows = Array.isArray(answer) ? (answer as unknown[][]) : [[answer]];
    rows.forEach((row, r) => row.forEach((one, c) => {
      const key = `${String(cell.row + r)},${String(cell.column + c)}`;
      const under = cells.get(key);
      if ((r > 0 || c > 0) && under !== undefined && ("formula" in under || under.value !== "")) throw new Error(`${cell.row},${cell.column} spills over ${key}`);
      if (spilled.has(key)) throw new Error(`two spills meet in ${key}`);
      spilled.set(key, one);
    }));
  }
  return (row, column) => spilled.get(`${String(row)},${String(column)}`);
}

describe("inserted as formulas", () => {
  const HOSTS: readonly (readonly [string, () => MemoryHost, number | undefined, number | undefined])[] = [
    ["six invoices", () => invoicesHost(), NEW_YEAR + 78, NEW_YEAR + 30],
    ["the sample book", () => sampleHost(), undefined, undefined],
  ];

  test.each(HOSTS)("%s: the formulas spill what the pane shows, and no spill meets another", async (_, host, day, earlier) => {
    const shown = host();
    const book = await bookOf(shown, day, earlier);
    const { invoices, payments, buyers } = book.opened.source.call;
    const read = async (reference: string): Promise<unknown[][] | undefined> => (reference === "" ? undefined : ((await shown.read(reference, { signal: new AbortController().signal, onProgress: () => undefined })).grid as unknown[][]));
    const handle = functions.LEDGER((await read(invoices))!, undefined, await read(payments), await read(buyers));
    const plan = (name: ExhibitName): InsertedExhibit => exhibitPlan(name, { ledger: "Ledger", book, chosen: true, words });
    const cell = (name: ExhibitName) => calculated(plan(name), handle);
    const scaled = (minor: unknown): unknown => (minor === undefined ? undefined : Number(minor) / 100);

    const trend = cell("trend");
    const dso = cell("dso");
    for (const [name, at, lines, show] of [["trend", trend, 3, scaled], ["dso", dso, 5, (x: unknown) => x]] as const) {
      made(name, book).rows.forEach((row, r) => {
        for (let k = 0; k < lines; k++) {
          const told = at(7 + r, 2 * k + 1);
          expect([name, row[0], k, typeof told === "number" ? told : undefined]).toEqual([name, at(7 + r, 2 * k), k, show(row[1 + k])]);
        }
      });
    }
    const parts = made("dsoChange", book);
    const change = cell("dsoChange");
    if (parts.rows.length > 0) expect([...parts.rows, parts.total!].map((row) => row[1])).toEqual(Array.from({ length: 8 }, (__, r) => change(6 + r, 1)));

    const rolls = made("rolls", book);
    const rolled = cell("rolls");
    rolls.total!.slice(1).forEach((rate, k) => expect(rolled(6 + k, 5)).toBe(rate ?? ""));

    const curve = made("concentration", book);
    const shares = plan("concentration").sheet.cells.flatMap((one): [number, number][] => ("value" in one && one.column === 0 && one.row >= 8 ? [[one.row, Number(one.value)]] : []));
    const share = cell("concentration");
    for (const [row, count] of shares) expect(share(row, 1)).toBeCloseTo(curve.rows[count - 1]![4] as number, 12);

    const aged = cell("aging");
    expect(aged(6, 9)).toBe(scaled(made("aging", book).total![1]));
    cell("changed");
  });

  test("buyers stand as texts, whatever they are called, and are looked up without wildcards", async () => {
    const hostile = INVOICES.map((row, r) => (r === 6 ? ["=HYPERLINK(1)", "@West", ...row.slice(2)] : row));
    const book = await bookOf(invoicesHost({}, hostile), NEW_YEAR + 78, NEW_YEAR + 30);
    const { sheet, charts } = exhibitPlan("changed", { ledger: "Ledger", book, chosen: false, words });
    const formulas = sheet.cells.flatMap((cell: PlannedCell) => ("formula" in cell ? [cell.formula] : []));
    expect(formulas.every((formula) => /^=(AR\.BUYERS\(Ledger,\$B\$[34]\)|SUMPRODUCT\(\(\$[RX]\$7:\$[RX]\$511=\$A\d+\)\*1,\$\w+\$7:\$\w+\$511\)|[A-H]\d+-[A-H]\d+)$/.test(formula))).toBe(true);
    expect(sheet.cells).toContainEqual(expect.objectContaining({ column: 0, value: "=HYPERLINK(1)", format: "@" }));
    expect(charts).toMatchObject([{ kind: "bar", title: "Buyers that changed most", categories: { rows: 4 }, series: [{ values: { rows: 4 } }] }]);
  });

  test("a day is written only where one was chosen; the earlier one always", async () => {
    const book = await bookOf(invoicesHost(), NEW_YEAR + 78, NEW_YEAR + 30);
    const days = (chosen: boolean): unknown[] => exhibitPlan("dsoChange", { ledger: "Ledger", book, chosen, words }).sheet.cells.flatMap((cell) => (cell.column === 1 && cell.row < 4 && "value" in cell ? [cell.value] : []));
    expect(days(false)).toEqual(["", NEW_YEAR + 30]);
    expect(days(true)).toEqual([NEW_YEAR + 78, NEW_YEAR + 30]);
    const in1904 = { ...book, opened: { ...book.opened, dateSystem: 1904 as const } };
    expect(exhibitPlan("dsoChange", { ledger: "Ledger", book: in1904, chosen: true, words }).sheet.cells).toContainEqual(expect.objectContaining({ row: 2, column: 1, value: NEW_YEAR + 78 - 1462 }));
  });

  test("every chart stands beside its figures, over as many categories as values", async () => {
    const book = await bookOf(sampleHost());
    for (const name of EXHIBITS) {
      const { sheet, charts } = exhibitPlan(name, { ledger: "Ledger", book, chosen: false, words });
      expect([name, charts.length]).toEqual([name, 1]);
      for (const { at, categories, series } of charts) {
        for (const { values } of series) expect([values.rows, values.columns]).toEqual([categories.rows, categories.columns]);
        const covered = sheet.cells.filter(({ row, column }) => row >= at.row && row < at.row + at.rows && column >= at.column && column < at.column + at.columns);
        expect([name, covered]).toEqual([name, []]);
      }
    }
  });
});

test("the earlier day is a window before, the year ago the same day", () => {
  expect(defaultEarlier(45736 as Day)).toBe(addDays(45736 as Day, -90));
  expect(addMonths(45716 as Day, -12)).toBe(45350); // 2025-02-28 and 2024-02-28
});
