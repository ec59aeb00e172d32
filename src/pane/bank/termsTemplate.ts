import { CONCENTRATION_BASES, TERMS, type TermKind, type TermRule } from "../../bank/lenderTerms";
import { wordsIn } from "../../bank/pack/words";
import type { Language } from "../../values/say";
import type { CellContent, CellRule, PlannedCell, SheetPlan } from "../host";
import { bankWords, SOURCE_OF } from "./words";

/** Title and note stand above the headings, and stay in view with them. */
const TITLE_ROW = 0, NOTE_ROW = 1, HEADING_ROW = 2;
const COLUMNS = ["rule", "on", "value", "source", "meaning"] as const;
const WIDTHS = [22, 8, 14, 34, 78];
const [ON, VALUE] = [1, 2];

/** What a usual agreement says: off, on with its value, or a switch that is on. */
const USUAL: Readonly<Record<TermRule, readonly [on: boolean, value: number | string]>> = {
  excludeAffiliates: [true, ""],
  excludeGovernment: [true, ""],
  excludeForeign: [true, ""],
  excludeDisputed: [true, ""],
  excludeContra: [true, ""],
  pastInvoiceDays: [true, 90],
  pastDueDays: [true, 60],
  creditsInPrior: [true, ""],
  crossAge: [true, 0.5],
  concentration: [true, 0.25],
  concentrationBase: [true, "eligible"],
  advanceRate: [true, 0.85], // 80 to 90 % of eligible trade receivables
  advanceRateInsured: [false, 0.9],
  countInsured: [false, ""], // needs an insurer's limits in the buyers range
  dilutionThreshold: [false, 0.05], // a list of open items tells no dilution
  reserve: [false, 0],
  commitment: [false, 0],
  loans: [true, 0],
  lettersOfCredit: [true, 0],
};

const FORMATS: Readonly<Record<TermKind, string>> = { switch: "General", days: "0", share: "0%", money: "#,##0.00", base: "@" };

const TAKES: Readonly<Record<Exclude<TermKind, "switch">, CellContent>> = {
  days: { kind: "number", from: 0, to: 3660 },
  share: { kind: "number", from: 0, to: 1 },
  money: { kind: "number", from: 0, to: 1e12 },
  base: { kind: "list", values: CONCENTRATION_BASES },
};

/** A lender's usual terms as a table: every rule that there is, what it takes, and what it means. Read back they are terms. */
export function termsPlan(table: string, language: Language): SheetPlan {
  const { sheet } = bankWords(language);
  const meaning = wordsIn(language);
  const cells: PlannedCell[] = [
    { row: TITLE_ROW, column: 0, value: sheet.title, look: "title" },
    { row: NOTE_ROW, column: 0, value: sheet.note, look: "note" },
    ...COLUMNS.map((column, at): PlannedCell => ({ row: HEADING_ROW, column: at, value: sheet.headings[column], look: "tableHeading" })),
    ...TERMS.flatMap(({ rule, kind, zh }, down): PlannedCell[] => {
      const row = HEADING_ROW + 1 + down;
      const [on, value] = USUAL[rule];
      return [
        { row, column: 0, value: language === "zh" ? zh : rule },
        { row, column: ON, value: on ? sheet.yes : sheet.no, look: "input" },
        { row, column: VALUE, value, format: FORMATS[kind], ...(kind === "switch" ? {} : { look: "input" as const }) },
        { row, column: 3, value: sheet.sources[SOURCE_OF[rule]], look: "input" },
        { row, column: 4, value: meaning(`term.${rule}`) },
      ];
    }),
  ];
  return {
    sheet: sheet.name,
    cells,
    widths: WIDTHS,
    names: [],
    show: true,
    tables: [{ name: table, style: "TableStyleLight1", row: HEADING_ROW, column: 0, rows: 1 + TERMS.length, columns: COLUMNS.length }],
    rules: [onRule(language), ...TERMS.flatMap(({ kind, rule, zh }, down) => (kind === "switch" ? [] : [valueRule(kind, language === "zh" ? zh : rule, HEADING_ROW + 1 + down, language)]))],
    frozenRows: HEADING_ROW + 1,
  };
}

function onRule(language: Language): CellRule {
  const { sheet } = bankWords(language);
  return {
    row: HEADING_ROW + 1, column: ON, rows: TERMS.length, columns: 1, takes: { kind: "list", values: [sheet.yes, sheet.no] },
    says: { title: sheet.headings.on, message: sheet.onRule }, otherwise: { title: sheet.headings.on, message: sheet.refused, refuses: true },
  };
}

function valueRule(kind: Exclude<TermKind, "switch">, title: string, row: number, language: Language): CellRule {
  const { sheet } = bankWords(language);
  return { row, column: VALUE, rows: 1, columns: 1, takes: TAKES[kind], says: { title, message: sheet.takes[kind] }, otherwise: { title, message: `${sheet.refused} ${sheet.takes[kind]}`, refuses: true } };
}
