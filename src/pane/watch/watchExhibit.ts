import { serialOf } from "../../formulas/ask";
import type { Watched } from "../../credit/watch";
import type { Watch } from "../../credit/watch";
import type { FileEntry } from "../creditFile";
import { buyerName, buyerNumber } from "../findBuyers";
import type { Format } from "../format";
import type { PlannedCell } from "../host";
import { sheetName } from "../insert";
import type { Exhibit } from "../portfolio/exhibit";
import type { InsertedExhibit } from "../portfolio/insertExhibit";
import type { Opened } from "../source";
import type { Words } from "../words";
import { findingOf, stateOf } from "./watchRows";

/** Everything that is raised for a buyer, in one line. */
export function raisedText({ triggers }: Watched, words: Words, format: Format): string {
  return triggers.map((one) => `${words.watch.levels[one.level]}: ${words.watch.triggers[one.code]} (${findingOf(one, words, format)})`).join("; ");
}

/** The list as a file has it: all rows of the choice, in its order. */
export function watchExhibit(opened: Opened, rows: readonly Watched[], file: readonly FileEntry[], words: Words, format: Format): Pick<Exhibit, "columns" | "rows"> {
  const { buyers } = opened.reading.ledger;
  const { watch, portfolio } = words;
  return {
    columns: [
      { heading: words.sheet.buyer, kind: "text" }, { heading: portfolio.buyer, kind: "text" }, { heading: watch.columns.score, kind: "points" }, { heading: watch.gradeNow, kind: "text" }, { heading: watch.gradeBefore, kind: "text" },
      { heading: portfolio.open, kind: "money" }, { heading: portfolio.overdue, kind: "money" }, { heading: watch.columns.index, kind: "count" }, { heading: watch.state, kind: "text" }, { heading: watch.columns.raised, kind: "text" },
    ],
    rows: rows.map((one) => [
      buyerNumber(buyers, one.buyer), buyerName(buyers, one.buyer), one.score.known ? one.score.value : undefined, one.grade ?? "", one.gradeBefore ?? "",
      one.open, one.overdue, Math.round(one.index), watch.states[stateOf(one, buyers, file)], raisedText(one, words, format),
    ]),
  };
}

/** Rows of a sheet: each is a handful of formulas. */
const MOST_ROWS = 200;
const FIRST = 7;
const MONEY = "#,##0.00;-#,##0.00;0.00";

export interface WatchAsked {
  readonly ledger: string;
  readonly opened: Opened;
  readonly found: Watch;
  readonly rows: readonly Watched[];
  readonly chosen: boolean;
  readonly words: Words;
  readonly format: Format;
}

/** The first rows of the list as live formulas: score, both grades, money and odds; what is raised stands as text. */
export function watchPlan({ ledger, opened, found, rows, chosen, words, format }: WatchAsked): InsertedExhibit {
  const { buyers } = opened.reading.ledger;
  const { watch, portfolio, sheet } = words;
  const serial = (day: Parameters<typeof serialOf>[0]): number => serialOf(day, opened.dateSystem);
  const headings = [sheet.buyer, portfolio.buyer, watch.columns.score, watch.gradeNow, watch.gradeBefore, portfolio.open, portfolio.overdue, sheet.odds, words.memo.used, watch.columns.raised];
  const figures = new Set([2, 5, 6, 7, 8]);
  const line = (one: Watched, at: number): PlannedCell[] => {
    const row = FIRST + at;
    const id = `$A${String(row + 1)}`;
    const assessed = (column: number): string => `=INDEX(AR.ASSESS(${ledger},$B$3,${id}),2,${String(column)})`;
    return [
      { row, column: 0, value: buyers.id[one.buyer] || buyers.name[one.buyer] || "", format: "@" },
      { row, column: 1, value: buyerName(buyers, one.buyer), format: "@" },
      { row, column: 2, formula: `=AR.CREDITSCORE(${ledger},${id},$B$3)`, format: "0" },
      { row, column: 3, formula: `=AR.CREDITGRADE(${ledger},${id},$B$3)` },
      { row, column: 4, formula: `=AR.CREDITGRADE(${ledger},${id},$B$4)` },
      { row, column: 5, formula: assessed(5), format: MONEY },
      { row, column: 6, formula: assessed(6), format: MONEY },
      { row, column: 7, formula: `=AR.LATEODDS(${ledger},${id},$B$3)`, format: "0%" },
      { row, column: 8, formula: assessed(9), format: "0%" },
      { row, column: 9, value: raisedText(one, words, format), format: "@" },
    ];
  };
  const listed = rows.slice(0, MOST_ROWS);
  const cells: PlannedCell[] = [
    { row: 0, column: 0, value: watch.title, look: "title" },
    { row: 2, column: 0, value: sheet.asOf, look: "label" },
    { row: 2, column: 1, value: chosen ? serial(found.day) : "", format: "yyyy-mm-dd", look: "input" },
    { row: 2, column: 2, value: sheet.asOfNote, look: "note" },
    { row: 3, column: 0, value: words.exhibits.earlier, look: "label" },
    { row: 3, column: 1, value: serial(found.since), format: "yyyy-mm-dd", look: "input" },
    { row: 3, column: 2, value: words.exhibits.earlierNote, look: "note" },
    { row: 4, column: 0, value: watch.listed(String(listed.length), String(rows.length)), look: "note" },
    { row: 4, column: 2, value: watch.sheetNote, look: "note" },
    ...headings.map((heading, column): PlannedCell => ({ row: FIRST - 1, column, value: heading, look: figures.has(column) ? "figureHeading" : "heading" })),
    ...listed.flatMap(line),
  ];
  return { sheet: { sheet: sheetName(watch.title), cells, widths: [22, 30, 10, 14, 16, 16, 16, 24, 14, 80], names: [], show: true, frozenRows: FIRST }, charts: [] };
}
