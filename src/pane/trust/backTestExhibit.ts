import type { BackTest } from "../../credit/backTest";
import type { Day } from "../../values/day";
import { serialOf } from "../../formulas/ask";
import { sheetName, spill } from "../insert";
import type { PlannedCell } from "../host";
import type { Exhibit } from "../portfolio/exhibit";
import type { InsertedExhibit } from "../portfolio/insertExhibit";
import type { Words } from "../words";

/** The table of the measures as a file has it: every interval in columns of its own. */
export function backTestExhibit({ measures }: BackTest, { trust }: Words): Pick<Exhibit, "columns" | "rows"> {
  const ends = (name: string): string[] => [`${name} ${trust.from}`, `${name} ${trust.to}`];
  const figures = [trust.score, ...ends(trust.score), trust.pastRate, trust.difference, ...ends(trust.difference)];
  return {
    columns: [{ heading: trust.measure, kind: "text" }, ...figures.map((heading) => ({ heading, kind: "ratio" as const }))],
    rows: measures.map(({ measure, score, scoreInterval, pastRate, difference, interval }) => [trust.measures[measure], score, scoreInterval?.[0], scoreInterval?.[1], pastRate, difference, interval?.[0], interval?.[1]]),
  };
}

const RATIO = "0.000;-0.000;0.000";
/** Rows that AR.BACKTEST spills. */
const ROWS = 20;

/** AR.BACKTEST on a sheet of its own; `day` undefined leaves it to the ledger's last. */
export function backTestPlan(ledger: string, day: Day | undefined, months: number, dateSystem: 1900 | 1904, words: Words): InsertedExhibit {
  const cells: PlannedCell[] = [
    { row: 0, column: 0, value: words.trust.sheet, look: "title" },
    { row: 2, column: 0, value: words.sheet.asOf, look: "label" },
    { row: 2, column: 1, value: day === undefined ? "" : serialOf(day, dateSystem), format: "yyyy-mm-dd", look: "input" },
    { row: 2, column: 2, value: words.sheet.asOfNote, look: "note" },
    { row: 3, column: 0, value: words.trust.months, look: "label" },
    { row: 3, column: 1, value: months, format: "0", look: "input" },
    ...spill(5, 0, `=AR.BACKTEST(${ledger},$B$3,$B$4)`, ["General", RATIO, RATIO, RATIO, RATIO, RATIO], ROWS),
  ];
  return { sheet: { sheet: sheetName(words.trust.sheet), cells, widths: [24, 14, 14, 14, 12, 12], names: [], show: true }, charts: [] };
}
