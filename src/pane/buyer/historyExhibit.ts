import { scoreByDay } from "../../credit/scoreByDay";
import type { Day } from "../../values/day";
import { SCORE } from "../../credit/policy";
import { trend } from "../../receivables/trend";
import type { Language } from "../../values/say";
import { serialOf } from "../../formulas/ask";
import type { PlannedCell, PlannedChart } from "../host";
import { sheetName, spill } from "../insert";
import type { Exhibit } from "../portfolio/exhibit";
import type { InsertedExhibit } from "../portfolio/insertExhibit";
import { LINE_MONTHS, linesOf, toldOn } from "../portfolio/lineExhibits";
import type { Opened } from "../source";
import type { Words } from "../words";

/** The buyer's score at the ends of the last 24 months: what AR.TREND answers for `score:BUYER`; beside it the book's average. */
export function historyExhibit(opened: Opened, day: Day, buyer: number, words: Words, language: Language): Exhibit {
  const { ledger, policy } = opened.reading;
  const { points } = trend({ ledger, policy, buyer, day, months: LINE_MONTHS }, { unit: "points", figures: ({ days }) => scoreByDay(ledger, policy, buyer, days) }, "score");
  const exhibit = linesOf([{ name: words.buyer.score, unit: "points", points: toldOn(opened, points) }], words, language);
  const { drawing } = exhibit;
  if (drawing?.kind !== "lines") return exhibit;
  return { ...exhibit, drawing: { ...drawing, lines: [...drawing.lines, { name: words.file.average, values: drawing.at.map(() => SCORE.base) }] } };
}

/** The same as a live formula with a chart over it. `day` undefined leaves it to the ledger's last. */
export function historyPlan(ledger: string, buyer: string, name: string, day: Day | undefined, dateSystem: 1900 | 1904, words: Words): InsertedExhibit {
  const cells: PlannedCell[] = [
    { row: 0, column: 0, value: words.common.pair(words.file.history, name), look: "title" },
    { row: 2, column: 0, value: words.sheet.buyer, look: "label" },
    { row: 2, column: 1, value: buyer, format: "@", look: "input" },
    { row: 3, column: 0, value: words.sheet.asOf, look: "label" },
    { row: 3, column: 1, value: day === undefined ? "" : serialOf(day, dateSystem), format: "yyyy-mm-dd", look: "input" },
    { row: 3, column: 2, value: words.sheet.asOfNote, look: "note" },
    ...spill(5, 0, `=AR.TREND(${ledger},"score:"&$B$3,$B$4,${String(LINE_MONTHS)})`, ["yyyy-mm-dd", "0"], LINE_MONTHS),
  ];
  const at = (column: number) => ({ row: 6, column, rows: LINE_MONTHS, columns: 1 });
  const chart: PlannedChart = { kind: "line", title: words.file.history, categories: at(0), series: [{ name: words.buyer.score, values: at(1) }], at: { row: 5, column: 3, rows: 18, columns: 8 }, format: "0" };
  return { sheet: { sheet: sheetName(`${name} ${words.buyer.score}`), cells, widths: [22, 18], names: [], show: true }, charts: [chart] };
}
