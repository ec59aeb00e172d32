import { serialOf } from "../../formulas/ask";
import { aging } from "../../receivables/aging";
import { position } from "../../receivables/position";
import type { Day } from "../../values/day";
import type { FileEntry } from "../creditFile";
import { buyerName } from "../findBuyers";
import type { PagePlan, PlannedCell, SheetPlan } from "../host";
import { sheetName, spill } from "../insert";
import type { Opened } from "../source";
import type { Words } from "../words";

export interface MemoAsked {
  /** the connected ledger's name */
  readonly ledger: string;
  readonly opened: Opened;
  readonly buyer: number;
  /** of the figures */
  readonly day: Day;
  /** the day is written only where the user chose one */
  readonly chosen: boolean;
  /** the buyer's notes and decisions, the latest first */
  readonly entries: readonly FileEntry[];
  readonly words: Words;
}

export interface Memo {
  readonly sheet: SheetPlan;
  readonly page: PagePlan;
}

const MONEY = "#,##0.00;-#,##0.00;0.00";
const SHARE = "0%";
const DAYS = "0.0";
const GENERAL = "General";

/** Where the asked buyer and day stand: every formula of the sheet reads them. */
const BUYER = "$B$3";
const DAY = "$B$4";

const FIGURES_ROW = 7;
/** Rows that AR.SCOREREASONS may spill: two lines and the base, status, interval, three overrides, and a heading. */
const REASON_ROWS = 9;
/** Rows left to AR.LIMITREASONS, which stands last so that it may grow. */
const LIMIT_ROWS = 18;
const MOST_NOTES = 5;
const LONGEST_NOTE = 240;
/** Points of a row whose text takes two lines. */
const TWO_LINES = 29;

/** Column of AR.ASSESS, 1-based. */
const ASSESSED = { open: 5, overdue: 6, dbt: 7, used: 9, status: 10 } as const;

/** One page for a credit committee: the buyer's figures, why, how old, what people wrote, and the limit; formulas over the named ledger. */
export function memoPlan({ ledger, opened, buyer, day, chosen, entries, words }: MemoAsked): Memo {
  const { reading, dateSystem } = opened;
  const { buyers } = reading.ledger;
  const name = buyerName(buyers, buyer);
  const { memo, sheet } = words;
  const told = figures(ledger, words);
  const reasonsRow = FIGURES_ROW + told.length + 1;
  const buckets = aging(position(reading.ledger, day), { edges: reading.policy.buckets }).headings.length;
  const agingRow = reasonsRow + 1 + REASON_ROWS + 1;
  const notesRow = agingRow + buckets + 2;
  const notes = notesOf(entries, words);
  const limitRow = notesRow + 1 + notes.length + 1;
  const cells: PlannedCell[] = [
    { row: 0, column: 0, value: memo.title(name), look: "title" },
    ...labelled(2, sheet.buyer, { value: buyers.id[buyer] || buyers.name[buyer] || "", format: "@", look: "input" }),
    { row: 2, column: 2, value: sheet.buyerNote, look: "note" },
    ...labelled(3, sheet.asOf, { value: chosen ? serialOf(day, dateSystem) : "", format: "yyyy-mm-dd", look: "input" }),
    { row: 3, column: 2, value: sheet.asOfNote, look: "note" },
    ...labelled(4, memo.prepared, { value: "", look: "input" }),
    ...labelled(5, memo.approved, { value: "", look: "input" }),
    { row: FIGURES_ROW - 1, column: 0, value: memo.figures, look: "heading" },
    { row: FIGURES_ROW - 1, column: 1, value: "", look: "heading" },
    ...told.flatMap(({ label, formula, format }, at) => labelled(FIGURES_ROW + at, label, { formula, format, look: "figure" })),
    { row: reasonsRow, column: 0, value: memo.reasons, look: "label" },
    ...spill(reasonsRow + 1, 0, `=AR.SCOREREASONS(${ledger},${BUYER},${DAY})`, [GENERAL, GENERAL, "+0.0;-0.0;0.0", GENERAL], REASON_ROWS - 1),
    { row: reasonsRow + 2, column: 2, value: "", format: DAYS }, // the base is no gain: it carries no sign
    { row: agingRow, column: 0, value: memo.aging, look: "heading" },
    { row: agingRow, column: 1, value: "", look: "heading" },
    ...Array.from({ length: buckets }, (_, at): PlannedCell[] => agingLine(agingRow + 1 + at, at + 2, ledger)).flat(),
    { row: notesRow, column: 0, value: memo.notes, look: "heading" },
    { row: notesRow, column: 1, value: notes.length === 0 ? memo.noNotes : memo.notesNote(String(notes.length)), look: "note" },
    ...notes.flatMap(([when, text], at): PlannedCell[] => [{ row: notesRow + 1 + at, column: 0, value: when }, { row: notesRow + 1 + at, column: 1, value: text }]),
    { row: limitRow, column: 0, value: memo.limit, look: "label" },
    ...spill(limitRow + 1, 0, `=AR.LIMITREASONS(${ledger},${BUYER},${DAY})`, [GENERAL, MONEY, GENERAL, GENERAL], LIMIT_ROWS),
    ...Array.from({ length: LIMIT_ROWS }, (_, at): PlannedCell => ({ row: limitRow + 2 + at, column: 2, value: "", look: "wrapped" })),
  ];
  return {
    sheet: { sheet: sheetName(memo.sheet(name)), cells, widths: [36, 64, 62, 46], names: [], show: true, heights: METHOD_ROWS.map((at) => [limitRow + 2 + at, TWO_LINES] as const) },
    page: { landscape: false, area: { row: 0, column: 0, rows: limitRow + 2 + LIMIT_ROWS, columns: 3 }, footer: memo.footer },
  };
}

/** Methods whose basis is a long sentence: need and history. */
const METHOD_ROWS = [2, 3] as const;

interface Figure {
  readonly label: string;
  readonly formula: string;
  readonly format: string;
}

function figures(ledger: string, { sheet, memo }: Words): Figure[] {
  const of = (call: string): string => `=AR.${call}(${ledger},${BUYER},${DAY})`;
  const assessed = (column: number): string => `=INDEX(AR.ASSESS(${ledger},${DAY},${BUYER}),2,${String(column)})`;
  const cell = (at: number): string => `$B$${String(FIGURES_ROW + 1 + at)}`;
  return [
    { label: sheet.score, formula: of("CREDITSCORE"), format: "0" },
    { label: sheet.grade, formula: of("CREDITGRADE"), format: GENERAL },
    { label: memo.status, formula: assessed(ASSESSED.status), format: GENERAL },
    { label: sheet.odds, formula: of("LATEODDS"), format: SHARE },
    { label: memo.open, formula: assessed(ASSESSED.open), format: MONEY },
    { label: memo.overdue, formula: assessed(ASSESSED.overdue), format: MONEY },
    { label: memo.atRisk, formula: `=IF(ISNUMBER(${cell(3)}),${cell(3)}*MAX(0,${cell(4)}),NA())`, format: MONEY },
    { label: sheet.limit, formula: of("CREDITLIMIT"), format: MONEY },
    { label: memo.used, formula: assessed(ASSESSED.used), format: SHARE },
    { label: memo.dbt, formula: assessed(ASSESSED.dbt), format: DAYS },
    { label: sheet.dso, formula: `=AR.DSO(${ledger},${DAY},${BUYER})`, format: DAYS },
  ];
}

type Content = { readonly format?: string; readonly look?: PlannedCell["look"] } & ({ readonly formula: string } | { readonly value: string | number });

function labelled(row: number, label: string, content: Content): PlannedCell[] {
  return [{ row, column: 0, value: label, look: "label" }, { row, column: 1, ...content } as PlannedCell];
}

/** A bucket's heading and its money, column `at` of what AR.AGING spills. */
function agingLine(row: number, at: number, ledger: string): PlannedCell[] {
  const cell = (line: 1 | 2): string => `=INDEX(AR.AGING(${ledger},${DAY},${BUYER}),${String(line)},${String(at)})`;
  return [{ row, column: 0, formula: cell(1) }, { row, column: 1, formula: cell(2), format: MONEY, look: "figure" }];
}

function notesOf(entries: readonly FileEntry[], { file }: Words): (readonly [when: string, text: string])[] {
  return entries.slice(0, MOST_NOTES).map(({ kind, day, who, text, about, decided }) => {
    const said = kind === "decision" && about !== "" && decided !== "" ? `${file.abouts[about]} - ${file.decided[decided]}: ${text}` : text;
    const line = said.replace(/\s+/g, " ");
    return [[day, who].filter((part) => part !== "").join(" "), line.length > LONGEST_NOTE ? `${line.slice(0, LONGEST_NOTE)}…` : line];
  });
}
