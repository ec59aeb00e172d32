import { RULES } from "../../bank/rules";
import type { Day } from "../../values/day";
import { serialOf } from "../../formulas/ask";
import type { PlannedCell } from "../host";
import { sheetName, spill } from "../insert";
import type { InsertedExhibit } from "../portfolio/insertExhibit";
import type { Words } from "../words";
import type { BankWords } from "./words";

const MONEY = "#,##0.00;-#,##0.00;0.00";
const GENERAL = "General";
/** Where the day stands: both formulas read it. */
const DAY = "$B$3";
const TOP = 5, DETAIL = 4;
/** Gross, every rule, and at most nine lines from what is eligible to availability. */
const LINES = RULES.length + 10;
/** Rows of documents that get their number formats beforehand. */
const MOST_FORMATTED = 5000;

export interface BaseAsked {
  readonly ledger: string;
  /** as a formula names the terms */
  readonly terms: string;
  readonly day: Day;
  /** a day is written only where one was chosen: else the sheet follows the ledger's last */
  readonly chosen: boolean;
  readonly dateSystem: 1900 | 1904;
  /** documents with something open */
  readonly documents: number;
  readonly words: Words;
  readonly own: BankWords;
}

/** AR.BORROWINGBASE and beside it AR.ELIGIBLE on a sheet of their own, live. */
export function basePlan({ ledger, terms, day, chosen, dateSystem, documents, words, own }: BaseAsked): InsertedExhibit {
  const cells: PlannedCell[] = [
    { row: 0, column: 0, value: own.base.title, look: "title" },
    { row: 2, column: 0, value: words.sheet.asOf, look: "label" },
    { row: 2, column: 1, value: chosen ? serialOf(day, dateSystem) : "", format: "yyyy-mm-dd", look: "input" },
    { row: 2, column: 2, value: words.sheet.asOfNote, look: "note" },
    ...spill(TOP, 0, `=AR.BORROWINGBASE(${ledger},${terms},${DAY})`, [GENERAL, MONEY], LINES),
    { row: TOP - 1, column: DETAIL, value: own.base.eligibleSheet, look: "label" },
    ...spill(TOP, DETAIL, `=AR.ELIGIBLE(${ledger},${terms},${DAY})`, [GENERAL, GENERAL, MONEY, MONEY, MONEY, GENERAL], Math.min(documents, MOST_FORMATTED)),
  ];
  return { sheet: { sheet: sheetName(own.base.title), cells, widths: [32, 18, 12, 3, 16, 30, 16, 16, 16, 24], names: [], show: true }, charts: [] };
}
