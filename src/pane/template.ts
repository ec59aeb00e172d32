import type { CellBlock, CellContent, CellRule, PlannedCell, SheetPlan } from "./host";
import type { Words } from "./words";

type Column = keyof Words["template"]["columns"];

interface TemplateColumn {
  readonly column: Column;
  /** characters */
  readonly width: number;
  /** number format of the body */
  readonly format: string;
  readonly takes?: CellContent;
  /** what is not in the list or the range is refused, not only asked about */
  readonly refuses?: boolean;
}

const TEXT = "@", DATE = "yyyy-mm-dd", MONEY = "#,##0.00";

/** Dates that the reader takes: a year outside is a slip of the pen. */
const DAYS: CellContent = { kind: "day", from: "1990-01-01", to: "2199-12-31" };
/** Amounts that still add up exactly, in whole cents. */
const AMOUNTS: CellContent = { kind: "number", from: -1e12, to: 1e12 };

const CURRENCIES = ["USD", "EUR", "GBP", "CNY", "HKD", "JPY", "INR", "AUD", "CAD", "CHF", "SGD", "SEK", "NOK", "DKK", "PLN", "MXN", "BRL", "ZAR", "AED", "KRW", "TWD", "THB", "MYR", "IDR", "VND"];

/** Title, note and the meaning of each column stand above the headings, and stay in view with them. */
const TITLE_ROW = 0, NOTE_ROW = 1, MEANING_ROW = 2, HEADING_ROW = 3, EXAMPLE_ROW = 4;
/** The table as it is inserted: the example, and rows to begin in. It grows as Excel's tables do. */
const BODY_ROWS = 20;
/** The rules hold below the table too, for what is pasted there. */
const RULED_ROWS = 5000;

/** 2026-01-15 and thirty days later */
const ISSUED = 46037, DUE = 46067;

/** A new sheet with an empty ledger: headings that the reader takes with certainty, rules for what is typed, one row as an example. */
export function templatePlan(table: string, words: Words): SheetPlan {
  const { template } = words;
  const columns = columnsOf(words);
  const example = exampleOf(words);
  const cells: PlannedCell[] = [
    { row: TITLE_ROW, column: 0, value: template.title, look: "title" },
    { row: NOTE_ROW, column: 0, value: template.note, look: "note" },
    ...columns.flatMap(({ column: name, format }, column): PlannedCell[] => [
      { row: MEANING_ROW, column, value: template.columns[name].meaning, look: "columnNote" },
      { row: HEADING_ROW, column, value: template.columns[name].heading, format: "General", look: "tableHeading" },
      { row: EXAMPLE_ROW, column, value: example[name], format, look: "example" },
    ]),
  ];
  return {
    sheet: template.sheet,
    cells,
    widths: columns.map(({ width }) => width),
    names: [],
    show: true,
    tables: [{ name: table, style: "TableStyleLight1", row: HEADING_ROW, column: 0, rows: 1 + BODY_ROWS, columns: columns.length }],
    formats: columns.map(({ format }, column) => ({ ...bodyOf(column, BODY_ROWS), format })),
    rules: columns.flatMap((one, column): CellRule[] => (one.takes === undefined ? [] : [ruleOf(one.column, one.takes, one.refuses === true, column, words)])),
    frozenRows: EXAMPLE_ROW,
    heights: [[MEANING_ROW, 48]],
  };
}

function columnsOf({ template: { types, yes, no, currency } }: Words): readonly TemplateColumn[] {
  const currencies = [currency, ...CURRENCIES.filter((code) => code !== currency)];
  return [
    { column: "buyerId", width: 18, format: TEXT },
    { column: "buyerName", width: 40, format: TEXT },
    { column: "docNo", width: 16, format: TEXT },
    { column: "docType", width: 22, format: TEXT, takes: { kind: "list", values: Object.values(types) } },
    { column: "docDate", width: 17, format: DATE, takes: DAYS, refuses: true },
    { column: "dueDate", width: 16, format: DATE, takes: DAYS, refuses: true },
    { column: "amount", width: 17, format: MONEY, takes: AMOUNTS, refuses: true },
    { column: "currency", width: 14, format: TEXT, takes: { kind: "list", values: currencies } },
    { column: "settledDate", width: 19, format: DATE, takes: DAYS, refuses: true },
    { column: "disputed", width: 15, format: TEXT, takes: { kind: "list", values: [yes, no] }, refuses: true },
  ];
}

function exampleOf({ template }: Words): Readonly<Record<Column, string | number>> {
  const { example, types, currency, no } = template;
  return { ...example, docType: types.invoice, docDate: ISSUED, dueDate: DUE, amount: 1000, currency, settledDate: "", disputed: no };
}

function bodyOf(column: number, rows: number): CellBlock {
  return { row: EXAMPLE_ROW, column, rows, columns: 1 };
}

function ruleOf(name: Column, takes: CellContent, refuses: boolean, column: number, { template }: Words): CellRule {
  const { heading, rule } = template.columns[name];
  return { ...bodyOf(column, RULED_ROWS), takes, says: { title: heading, message: rule }, otherwise: { title: heading, message: refuses ? template.refused[takes.kind] : template.asked, refuses } };
}
