/** The 25 ageing traps: by hand, in the book, and as the add-in has them. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { BookSnapshot, CellSnapshot, SheetSnapshot } from "../../../src/workbench/model/bookSnapshot";
import { TRAPS, trapsBook } from "../../../src/workbench/sample/traps/trapsBook";
import { openXlsx } from "../../../src/workbench/xlsx/openXlsx";
import { saveXlsx } from "../../../src/workbench/xlsx/saveXlsx";
import { SnapshotFormulas, Wrong } from "../../support/snapshotFormulas";
import { ANSWERS } from "./trapAnswers";

const LANGUAGES = ["en", "zh"] as const;
const HAN = /[\u4e00-\u9fff]/;

/** Columns of the ledger sheets and of the overview. */
const BY_HAND = 3, OURS = 4, AGREES = 5;
const OVERVIEW = { first: 6, no: 1, answer: 4, ours: 5, agrees: 6 };

interface Row {
  readonly sheet: string;
  readonly row: number;
}

/** Rows of figures by trap: below the heading `16  ...`, with a check in the column of checks. */
function figureRows(book: BookSnapshot): ReadonlyMap<number, readonly Row[]> {
  const rows = new Map<number, Row[]>();
  let no = 0;
  for (const sheet of book.sheets.slice(1)) {
    sheet.cells.forEach((cells, row) => {
      no = Number(/^(\d+) {2}/.exec(String(cells[1]?.value ?? ""))?.[1] ?? no);
      if (cells[AGREES]?.formula !== undefined) rows.set(no, [...(rows.get(no) ?? []), { sheet: sheet.name, row }]);
    });
  }
  return rows;
}

function cellAt(book: BookSnapshot, { sheet, row }: Row, column: number): CellSnapshot {
  return book.sheets.find(({ name }) => name === sheet)!.cells[row]![column]!;
}

function shown(value: unknown): unknown {
  return value instanceof Wrong ? value.sentence : value;
}

function near(value: unknown): unknown {
  return typeof value === "number" ? Math.round(value * 1e6) / 1e6 : value;
}

test("25 traps, each of 3 to 12 lines, the figures of each worked out by hand", () => {
  expect(TRAPS.map(({ no }) => no)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
  expect([...ANSWERS.keys()]).toEqual(TRAPS.map(({ no }) => no));
  for (const { no, lines, figures } of TRAPS) {
    const rows = lines.reduce((sum, one) => sum + one.rows.length, 0);
    expect([no, rows >= 3 && rows <= 12]).toEqual([no, true]);
    expect([no, figures.length]).toEqual([no, ANSWERS.get(no)!.length]);
  }
  expect(TRAPS.filter(({ insteadOf }) => insteadOf !== undefined).map(({ no }) => no)).toEqual([9, 12, 17, 18]);
});

describe.each(LANGUAGES)("in the book (%s)", (language) => {
  const book = trapsBook(language);
  const formulas = new SnapshotFormulas(book);
  const rows = figureRows(book);
  const overview = book.sheets[0]!.name;

  test.each(TRAPS.map(({ no, trap }) => [no, trap.en] as const))("%i %s", (no) => {
    const inBook = rows.get(no)!.map((at) => cellAt(book, at, BY_HAND).value);
    const byHand = ANSWERS.get(no)!.map((answer) => (typeof answer === "string" && language === "zh" ? expect.stringMatching(HAN) : near(answer)));
    expect(inBook.map(near)).toEqual(byHand);
    expect(rows.get(no)!.map(({ sheet, row }) => near(shown(formulas.at(sheet, row, OURS))))).toEqual(byHand);
    expect(rows.get(no)!.map(({ sheet, row }) => shown(formulas.at(sheet, row, AGREES)))).toEqual(byHand.map(() => true));
  });

  test("the overview: the first figure of each as a constant, a live AR formula, and TRUE", () => {
    for (const [at, { no }] of TRAPS.entries()) {
      const cells = book.sheets[0]!.cells[OVERVIEW.first + at]!;
      expect([cells[OVERVIEW.no]!.value, near(cells[OVERVIEW.answer]!.value)]).toEqual([no, near(ANSWERS.get(no)![0])]);
      expect(cells[OVERVIEW.ours]!.formula).toMatch(/^=.*AR\.[A-Z]+\(/);
      expect(cells[OVERVIEW.agrees]!.formula).toMatch(/^=(?!.*AR\.)/);
      expect([no, near(shown(formulas.at(overview, OVERVIEW.first + at, OVERVIEW.ours)))]).toEqual([no, near(ANSWERS.get(no)![0])]);
      expect([no, shown(formulas.at(overview, OVERVIEW.first + at, OVERVIEW.agrees))]).toEqual([no, true]);
    }
    expect(formulas.at(overview, 3, 1)).toBe(language === "zh" ? "25 个中有 25 个一致" : "25 of 25 agree");
  });

  test("an amount or a payment day changed on a ledger sheet: that trap does not agree any more, and the others do", () => {
    for (const [at, { no, lines }] of TRAPS.entries()) {
      const changed = new SnapshotFormulas(withOther(book, lines[0]!.name, no === 25 ? "Paid Date" : "Amount"));
      const agrees = TRAPS.map((_one, other) => changed.at(overview, OVERVIEW.first + other, OVERVIEW.agrees));
      expect([no, agrees]).toEqual([no, TRAPS.map((_one, other) => other !== at)]);
    }
  });

  test("every name and table once; nothing but our formulas begins with =", () => {
    const names = [...book.names.map(({ name }) => name), ...book.sheets.flatMap(({ tables }) => tables ?? []).map(({ name }) => name)];
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
    for (const name of names) expect(name).not.toMatch(/^[A-Z]{1,3}\d+$/i);
    for (const { cells } of book.sheets) for (const cell of cells.flat()) if (typeof cell?.value === "string") expect(cell.value).not.toMatch(/^\s*[=+@]/);
  });
});

test("in Chinese every label is Chinese, and every number is the same but those under 万元", () => {
  const [english, chinese] = [trapsBook("en"), trapsBook("zh")];
  const same = new Set(["Open Account", "Cobalt", " COBALT ", "Ｃｏｂａｌｔ", "__proto__", "constructor", "EUR", "USD", "currency", "rate.EUR", "rollUp", "parent", "buckets"]);
  const withoutWords = /^[-\w.,+ ()/]*\d[-\w.,+ ()/]*$|^Trap\d+(?:_\w+)?$|^I-\d+$/; // numbers, dates, document numbers, names of readings
  english.sheets.forEach((sheet, place) => sheet.cells.forEach((row, r) => row.forEach((cell, c) => {
    const other = chinese.sheets[place]!.cells[r]?.[c];
    expect(other === undefined).toBe(cell === undefined);
    if (typeof cell?.value === "number") {
      const thousands = sheet.cells.slice(r - 8 < 0 ? 0 : r - 8, r).some((above) => String(above[1]?.value).includes("USD thousands"));
      expect([sheet.name, r, other?.value]).toEqual([sheet.name, r, thousands && c === 5 ? cell.value / 10 : cell.value]);
    } else if (typeof cell?.value === "string" && cell.value !== "" && !same.has(cell.value) && !withoutWords.test(cell.value)) {
      expect([cell.value, String(other!.value)]).toEqual([cell.value, expect.stringMatching(HAN)]);
    }
  })));
});

/** The book with the first cell below a heading of a table or range changed: an amount by one, a payment day by 60 days back. */
function withOther(book: BookSnapshot, lines: string, heading: "Amount" | "Paid Date"): BookSnapshot {
  const wanted = new Set(heading === "Amount" ? ["Amount", "金额"] : ["Paid Date", "收款日期"]);
  const sheets = book.sheets.map((sheet): SheetSnapshot => {
    const area = sheet.tables?.find(({ name }) => name === lines)?.area ?? titled(sheet, lines);
    if (area === undefined) return sheet;
    const at = sheet.cells[area.row]!.findIndex((cell) => wanted.has(String(cell?.value)));
    const cells = sheet.cells.map((row) => [...row]);
    const cell = cells[area.row + 1]![at]!;
    cells[area.row + 1]![at] = { ...cell, value: Number(cell.value) + (heading === "Amount" ? 1 : -60) };
    return { ...sheet, cells };
  });
  return { ...book, sheets };
}

/** The one range that is no table begins below a title. */
function titled(sheet: SheetSnapshot, lines: string): { readonly row: number } | undefined {
  const row = lines === "Invoices18" ? sheet.cells.findIndex((cells) => /USD thousands|单位：万元/.test(String(cells[1]?.value))) : -1;
  return row < 0 ? undefined : { row: row + 1 };
}

/** With the values that its formulas have, as the workbench saves it. */
function calculated(book: BookSnapshot): BookSnapshot {
  const formulas = new SnapshotFormulas(book);
  const value = (sheet: string, row: number, column: number): CellSnapshot["value"] => {
    const found = formulas.at(sheet, row, column);
    return found instanceof Wrong ? found.sentence : found;
  };
  return { ...book, sheets: book.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((row, r) => row.map((cell, c) => (cell?.formula === undefined ? cell : { ...cell, value: value(sheet.name, r, c)! }))) })) };
}

/** What a reader of the file sees without formulas: blanks as "". */
function constants(sheet: SheetSnapshot, like: SheetSnapshot): unknown[][] {
  return like.cells.map((row, r) => row.map((cell, c) => (cell?.formula === undefined ? (sheet.cells[r]?.[c]?.value ?? "") : "a formula")));
}

test.each(LANGUAGES)("saved as .xlsx and opened again it is the same book (%s)", async (language) => {
  const book = calculated(trapsBook(language));
  const again = await openXlsx(await saveXlsx(book), "traps.xlsx");
  expect(again.sheets.map(({ name }) => name)).toEqual(book.sheets.map(({ name }) => name));
  expect(again.names.map(({ name, formula }) => [name, formula])).toEqual(book.names.map(({ name, formula }) => [name, formula]));
  book.sheets.forEach((sheet, at) => {
    expect(constants(again.sheets[at]!, sheet)).toEqual(constants(sheet, sheet));
    sheet.cells.forEach((row, r) => row.forEach((cell, c) => {
      if (cell?.formula !== undefined) expect([again.sheets[at]!.cells[r]![c]!.formula, again.sheets[at]!.cells[r]![c]!.value]).toEqual([cell.formula, cell.value]);
    }));
  });
});

const soffice = ["/usr/bin/soffice", "/usr/bin/libreoffice"].find(existsSync);

(soffice === undefined ? test.skip : test)("LibreOffice, which has no AR functions, opens it with its constants and what the formulas answered", async () => {
  const folder = mkdtempSync(join(tmpdir(), "open-account-traps-"));
  try {
    const books = LANGUAGES.map((language) => [join(folder, `${language}.xlsx`), calculated(trapsBook(language))] as const);
    for (const [file, book] of books) writeFileSync(file, await saveXlsx(book));
    const again = join(folder, "again");
    execFileSync(soffice!, ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", again, ...books.map(([file]) => file)], { stdio: "pipe" });
    for (const [file, book] of books) {
      const kept = await openXlsx(readFileSync(join(again, basename(file))), "again.xlsx");
      book.sheets.forEach((sheet, at) => expect(constants(kept.sheets[at]!, sheet)).toEqual(constants(sheet, sheet)));
      const agrees = kept.sheets[0]!.cells.slice(OVERVIEW.first, OVERVIEW.first + TRAPS.length).map((row) => [near(row[OVERVIEW.ours]?.value), Number(row[OVERVIEW.agrees]?.value)]);
      expect(agrees).toEqual(TRAPS.map(({ no }) => [near(ANSWERS.get(no)![0]), 1])); // TRUE is 1 there
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 240_000);
