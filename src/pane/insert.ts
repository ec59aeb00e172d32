import type { PlannedCell, SheetPlan } from "./host";
import type { Words } from "./words";

/** Number formats in the invariant form that a workbook stores. */
const MONEY = "#,##0.00;-#,##0.00;0.00";
const POINTS = "0";
const SHARE = "0%";
const DATE = "yyyy-mm-dd";
const TEXT = "@";
const TEXT_COLUMN = "General";

/** Where the asked buyer and day stand: every formula of the sheet reads them, so the sheet follows when they change. */
const BUYER = "$B$3";
const DAY = "$B$4";

/** Rows of the blocks below the figures. Reasons come last: only they grow downward. */
const ASSESS_ROW = 11;
const AGING_ROW = 14;
const REASONS_ROW = 17;

/** Formats of the columns that the functions spill, in their order. */
const ASSESS_FORMATS = [TEXT_COLUMN, POINTS, TEXT_COLUMN, SHARE, MONEY, MONEY, "0.0", MONEY, SHARE, TEXT_COLUMN, TEXT_COLUMN];
const AGING_FORMATS = [TEXT_COLUMN, MONEY, MONEY, MONEY, MONEY, MONEY, MONEY, MONEY, MONEY];
const REASONS_FORMATS = [TEXT_COLUMN, TEXT_COLUMN, "+0.0;-0.0;0.0", TEXT_COLUMN];

/** Characters of the columns: labels, long findings, then figures; the last holds a buyer's main reason. */
const WIDTHS = [28, 60, 15, 15, 15, 15, 15, 15, 15, 15, 15, 46];

/** The buyer on view as live formulas on a sheet of their own. `day`: as the workbook counts days; undefined leaves it to the ledger's last. */
export function insertPlan(ledger: string, buyer: string, name: string, day: number | undefined, words: Words): SheetPlan {
  const cells: PlannedCell[] = [
    { row: 0, column: 0, value: words.sheet.buyerTitle(name), look: "title" },
    { row: 2, column: 0, value: words.sheet.buyer, look: "label" },
    { row: 2, column: 1, value: buyer, format: TEXT, look: "input" },
    { row: 2, column: 2, value: words.sheet.buyerNote, look: "note" },
    { row: 3, column: 0, value: words.sheet.asOf, look: "label" },
    { row: 3, column: 1, value: day ?? "", format: DATE, look: "input" },
    { row: 3, column: 2, value: words.sheet.asOfNote, look: "note" },
    ...figure(5, words.sheet.score, `=AR.CREDITSCORE(${ledger},${BUYER},${DAY})`, POINTS),
    ...figure(6, words.sheet.grade, `=AR.CREDITGRADE(${ledger},${BUYER},${DAY})`, "General"),
    ...figure(7, words.sheet.odds, `=AR.LATEODDS(${ledger},${BUYER},${DAY})`, SHARE),
    ...figure(8, words.sheet.limit, `=AR.CREDITLIMIT(${ledger},${BUYER},${DAY})`, MONEY),
    ...figure(9, words.sheet.dso, `=AR.DSO(${ledger},${DAY},${BUYER})`, "0.0"),
    { row: ASSESS_ROW, column: 0, value: words.sheet.assessment, look: "label" },
    ...spill(ASSESS_ROW, 1, `=AR.ASSESS(${ledger},${DAY},${BUYER})`, ASSESS_FORMATS, 1),
    { row: AGING_ROW, column: 0, value: words.sheet.aging, look: "label" },
    ...spill(AGING_ROW, 1, `=AR.AGING(${ledger},${DAY},${BUYER})`, AGING_FORMATS, 1),
    { row: REASONS_ROW, column: 0, value: words.sheet.reasons, look: "label" },
    ...spill(REASONS_ROW + 1, 0, `=AR.SCOREREASONS(${ledger},${BUYER},${DAY})`, REASONS_FORMATS, 4),
    { row: REASONS_ROW + 2, column: 2, value: "", format: "0.0" }, // the base is no gain: it carries no sign
  ];
  return { sheet: sheetName(name || buyer), cells, widths: WIDTHS, names: [], show: true };
}

function figure(row: number, label: string, formula: string, format: string): PlannedCell[] {
  return [
    { row, column: 0, value: label, look: "label" },
    { row, column: 1, formula, format, look: "figure" },
  ];
}

/** A formula that spills, with the looks of the headings and the formats of the rows that will stand there. */
export function spill(row: number, column: number, formula: string, formats: readonly string[], rows: number): PlannedCell[] {
  const headings = formats.map((format, at): PlannedCell => {
    const cell = { row, column: column + at, look: format === TEXT_COLUMN ? "heading" : "figureHeading" } as const;
    return at === 0 ? { ...cell, formula } : { ...cell, value: "" };
  });
  const below = Array.from({ length: rows }, (_, down) =>
    formats.flatMap((format, at): PlannedCell[] => (format === TEXT_COLUMN ? [] : [{ row: row + 1 + down, column: column + at, value: "", format }])),
  );
  return [...headings, ...below.flat()];
}

/** A sheet's name: 31 characters, none of `: \ / ? * [ ]`, no apostrophe at its ends, never `History` (Excel keeps it). */
export function sheetName(wished: string): string {
  const clean = [...wished.normalize("NFKC").replace(/[:\\/?*[\]\p{C}]/gu, " ").replace(/\s+/g, " ").trim().replace(/^'+|'+$/g, "")];
  const short = clean.slice(0, 28).join("").trim();
  return short === "" || short.toLowerCase() === "history" ? "Buyer" : short;
}
