import type { Day } from "../values/day";
import type { PlannedCell, SheetPlan } from "./host";
import type { Words } from "./words";

/** Number formats in the invariant form that a workbook stores. */
const MONEY = "#,##0.00;-#,##0.00;0.00";
const POINTS = "0";
const SHARE = "0%";
const DATE = "yyyy-mm-dd";
const TEXT = "@";

/** Where the asked buyer and day stand: every formula of the sheet reads them, so the sheet follows when they change. */
const BUYER = "$B$3";
const DAY = "$B$4";

/** Rows of the blocks below the figures. Reasons come last: only they grow downward. */
const ASSESS_ROW = 12;
const AGING_ROW = 17;
const REASONS_ROW = 22;

/** The buyer on view as live formulas on a sheet of their own. `day` undefined leaves it to the ledger's last day. */
export function insertPlan(ledger: string, buyer: string, name: string, day: Day | undefined, words: Words): SheetPlan {
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
    ...spill(ASSESS_ROW, words.sheet.assessment, `=AR.ASSESS(${ledger},${DAY},${BUYER})`, ["General", POINTS, "General", SHARE, MONEY, MONEY, "0.0", MONEY, SHARE, "General", "General"], 1),
    ...spill(AGING_ROW, words.sheet.aging, `=AR.AGING(${ledger},${DAY},${BUYER})`, ["General", MONEY, MONEY, MONEY, MONEY, MONEY, MONEY, MONEY, MONEY], 1),
    ...spill(REASONS_ROW, words.sheet.reasons, `=AR.SCOREREASONS(${ledger},${BUYER},${DAY})`, ["General", "General", "+0.0;-0.0;0.0", "General"], 4),
  ];
  return { sheet: sheetName(name || buyer), cells, widths: [28, 46, 16, 16, 16, 16, 18, 16, 16, 14, 40], names: [], show: true };
}

function figure(row: number, label: string, formula: string, format: string): PlannedCell[] {
  return [
    { row, column: 0, value: label, look: "label" },
    { row, column: 1, formula, format },
  ];
}

/** A title, the formula under it, and number formats where its rows will stand. */
function spill(row: number, title: string, formula: string, formats: readonly string[], rows: number): PlannedCell[] {
  const below = Array.from({ length: rows }, (_, down) =>
    formats.flatMap((format, column): PlannedCell[] => (format === "General" ? [] : [{ row: row + 2 + down, column, value: "", format }])),
  );
  return [{ row, column: 0, value: title, look: "label" }, { row: row + 1, column: 0, formula }, ...below.flat()];
}

/** A sheet's name: 31 characters, none of `: \ / ? * [ ]`, no apostrophe at its ends, never `History` (Excel keeps it). */
export function sheetName(wished: string): string {
  const clean = [...wished.normalize("NFKC").replace(/[:\\/?*[\]\p{C}]/gu, " ").replace(/\s+/g, " ").trim().replace(/^'+|'+$/g, "")];
  const short = clean.slice(0, 28).join("").trim();
  return short === "" || short.toLowerCase() === "history" ? "Buyer" : short;
}
