import type { BookSnapshot, SheetSnapshot } from "../model/bookSnapshot";
import type { CellFormat } from "../model/WorkbookPort";
import { SAMPLE_BUYERS, type SampleBuyer } from "./buyers";
import { buyerSheet } from "./buyerSheet";
import { DATE, HEADING, HEADING_RIGHT, LABEL, MONEY, NOTE, number, TABLE_HEADING, TITLE } from "./look";
import { Formats, Page } from "./page";
import { summarySheet } from "./summarySheet";
import { makeTrade, type Trade } from "./trade";
import { sampleWords, type Language, type Say } from "./words";

interface Field<Row> {
  readonly heading: string;
  /** points */
  readonly width: number;
  readonly format?: CellFormat;
  readonly of: (row: Row) => number | string;
}

const CURRENCY = "USD";

const INVOICE_FIELDS: readonly Field<Trade["documents"][number]>[] = [
  { heading: "Customer No", width: 96, of: ({ buyer }) => buyer.no },
  { heading: "Customer Name", width: 190, of: ({ buyer }) => buyer.name },
  { heading: "Invoice No", width: 88, of: ({ number: no }) => no },
  { heading: "Type", width: 76, of: ({ type }) => type },
  { heading: "Invoice Date", width: 94, format: number(DATE), of: ({ issued }) => issued },
  { heading: "Due Date", width: 84, format: number(DATE), of: ({ due }) => due },
  { heading: "Amount", width: 88, format: number(MONEY), of: ({ cents }) => cents / 100 },
  { heading: "Currency", width: 76, of: () => CURRENCY },
  { heading: "Disputed", width: 76, of: ({ disputed }) => (disputed ? "Yes" : "No") },
];

const RECEIPT_FIELDS: readonly Field<Trade["receipts"][number]>[] = [
  { heading: "Invoice No", width: 88, of: ({ number: no }) => no },
  { heading: "Customer No", width: 96, of: ({ buyer }) => buyer.no },
  { heading: "Payment Date", width: 104, format: number(DATE), of: ({ paid }) => paid },
  { heading: "Amount", width: 88, format: number(MONEY), of: ({ cents }) => cents / 100 },
];

/** Made up as well: what the insurer covers and what the accounts say, for about half of the buyers. */
const BUYER_FIELDS: readonly Field<SampleBuyer>[] = [
  { heading: "Customer No", width: 96, of: ({ no }) => no },
  { heading: "Customer Name", width: 190, of: ({ name }) => name },
  { heading: "Country", width: 72, of: ({ country }) => country },
  { heading: "Sector", width: 90, of: ({ sector }) => sector },
  { heading: "Insured Limit", width: 100, format: number("#,##0"), of: (buyer) => (placeOf(buyer) % 3 === 0 ? roundTo(buyer.size * 5, 5000) : "") },
  { heading: "Insured Share", width: 104, format: number("0%"), of: (buyer) => (placeOf(buyer) % 3 === 0 ? 0.9 : "") },
  { heading: "Net Worth", width: 96, format: number("#,##0"), of: (buyer) => (placeOf(buyer) % 2 === 0 ? roundTo(buyer.size * 130, 10000) : "") },
];

function placeOf(buyer: SampleBuyer): number {
  return Number(buyer.no.slice(2));
}

function roundTo(amount: number, step: number): number {
  return Math.max(step, Math.round(amount / step) * step);
}

/** The book a newcomer sees first: a ledger of two years as three tables, its one `AR.LEDGER` cell, and a summary. */
export function sampleBook(language: Language = "en"): BookSnapshot {
  const say = sampleWords(language);
  const trade = makeTrade();
  const formats = new Formats();
  const sheets = [
    summarySheet(formats, say),
    buyerSheet(formats, say),
    tableSheet(formats, "Invoices", INVOICE_FIELDS, trade.documents),
    tableSheet(formats, "Receipts", RECEIPT_FIELDS, trade.receipts),
    tableSheet(formats, "Buyers", BUYER_FIELDS, SAMPLE_BUYERS),
    assessmentSheet(formats),
    connectionSheet(formats, say),
  ];
  return {
    sheets,
    active: 0,
    names: [{ name: "Ledger", formula: "=Connection!$B$3", comment: "The reading that AR formulas take" }],
    formats: formats.list,
  };
}

function tableSheet<Row>(formats: Formats, name: string, fields: readonly Field<Row>[], rows: readonly Row[]): SheetSnapshot {
  const page = new Page(formats);
  page.row(0, 0, fields.map(({ heading }) => heading), TABLE_HEADING);
  rows.forEach((row, at) => fields.forEach(({ of, format }, column) => page.put(at + 1, column, of(row), format)));
  return {
    name,
    cells: page.cells,
    frozenRows: 1,
    columns: fields.map(({ width }, column) => ({ column, width })),
    tables: [{ name, area: { row: 0, column: 0, rows: rows.length + 1, columns: fields.length }, style: "TableStyleLight9" }],
  };
}

function assessmentSheet(formats: Formats): SheetSnapshot {
  const page = new Page(formats);
  const shown = [undefined, "0.0", "General", "0%", MONEY, MONEY, "0.0", "#,##0", "0%", undefined, undefined];
  shown.forEach((format, column) => {
    page.put(0, column, column === 0 ? "=AR.ASSESS(Ledger)" : "", format === undefined ? HEADING : HEADING_RIGHT);
    page.look({ row: 1, column, rows: SAMPLE_BUYERS.length, columns: 1 }, format === undefined ? LABEL : number(format));
  });
  return {
    name: "Assessment",
    cells: page.cells,
    frozenRows: 1,
    columns: [64, 52, 52, 66, 84, 84, 118, 76, 56, 80, 300].map((width, column) => ({ column, width })),
  };
}

/** The one cell that reads the ledger; every other formula takes it by its name. */
function connectionSheet(formats: Formats, say: Say): SheetSnapshot {
  const page = new Page(formats);
  page.put(0, 1, say("The connected ledger"), TITLE);
  page.put(2, 0, say("Ledger"), LABEL);
  page.put(2, 1, "=AR.LEDGER(Invoices[#All],,Receipts[#All],Buyers[#All])", LABEL);
  page.put(4, 1, say("What was doubtful in the sheets, and what was done about it"), NOTE);
  page.put(5, 1, "=AR.ISSUES(Ledger)", HEADING);
  page.look({ row: 5, column: 2, rows: 1, columns: 4 }, HEADING);
  page.look({ row: 6, column: 1, rows: 12, columns: 5 }, LABEL);
  page.look({ row: 6, column: 3, rows: 12, columns: 1 }, number(MONEY));
  return { name: "Connection", cells: page.cells, rows: [{ row: 0, height: 27 }], columns: [60, 330, 70, 90, 70, 330].map((width, column) => ({ column, width })) };
}
