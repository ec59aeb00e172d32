import type { SheetSnapshot } from "../model/bookSnapshot";
import { DATE, HEADING, HEADING_RIGHT, LABEL, MONEY, NOTE, number, RULE, SECTION, TITLE } from "./look";
import { type Formats, Page } from "./page";
import { CLOSING_SERIAL } from "./trade";
import type { Say } from "./words";

/** Figures of the whole book: our formula, and the same worked out by plain Excel formulas over the same tables. */
const FIGURES: readonly (readonly [label: string, ours: string, plain: string, format: string])[] = [
  ["Outstanding", "=INDEX(AR.AGING(Ledger),2,9)", "=SUM(Invoices[Amount])-SUM(Receipts[Amount])", MONEY],
  ["DSO, balance, 90 days", "=AR.DSO(Ledger)", '=C6/SUMIFS(Invoices[Amount],Invoices[Invoice Date],">"&C4-90)*90', "0.00"],
  ["DSO, balance, 365 days", "=AR.DSO(Ledger,,,365)", '=C6/SUMIFS(Invoices[Amount],Invoices[Invoice Date],">"&C4-365)*365', "0.00"],
];

const METHODS: readonly (readonly [label: string, formula: string])[] = [
  ["Best possible", '=AR.DSO(Ledger,,,90,"best")'],
  ["Delinquent", '=AR.DSO(Ledger,,,90,"delinquent")'],
  ["Countback", '=AR.DSO(Ledger,,,,"countback")'],
  ["True", '=AR.DSO(Ledger,,,,"true")'],
  ["Sales-weighted", '=AR.DSO(Ledger,,,,"weighted")'],
];

/** `Summary`: what the functions say of the book, beside plain formulas over the same tables that agree. */
export function summarySheet(formats: Formats, say: Say): SheetSnapshot {
  const page = new Page(formats);
  page.put(0, 1, say("Receivables at a glance"), TITLE);
  page.put(1, 1, say("Every figure is a live formula over the sheets Invoices, Receipts and Buyers. Change an amount there and watch."), NOTE);
  page.put(3, 1, say("As of"), LABEL);
  page.put(3, 2, CLOSING_SERIAL, number(DATE));
  figures(page, say);
  ageing(page, say);
  worst(page, say);
  return {
    name: "Summary",
    cells: page.cells,
    showGridlines: false,
    rows: [{ row: 0, height: 27 }, { row: 11, height: 21 }, { row: 15, height: 21 }],
    columns: [10, 142, 88, 88, 64, 72, 72, 78, 68, 80].map((width, column) => ({ column, width })),
  };
}

function figures(page: Page, say: Say): void {
  page.row(4, 1, ["", "Open Account", say("Plain formulas"), say("Difference")], HEADING_RIGHT);
  page.put(4, 1, say("The book"), HEADING);
  page.put(4, 5, "", HEADING);
  FIGURES.forEach(([label, ours, plain, format], at) => {
    const row = 5 + at;
    page.put(row, 1, say(label), LABEL);
    page.put(row, 2, ours, number(format));
    page.put(row, 3, plain, number(format));
    page.put(row, 4, `=ROUND(C${row + 1}-D${row + 1},6)`, number("0.00"));
  });
  page.row(4, 6, [say("DSO, other methods"), "", "", ""], HEADING);
  page.put(4, 8, say("Days"), HEADING_RIGHT);
  METHODS.forEach(([label, formula], at) => {
    page.put(5 + at, 6, say(label), LABEL);
    page.put(5 + at, 8, formula, number("0.00"));
  });
}

function ageing(page: Page, say: Say): void {
  page.row(11, 1, ["", "", "", "", "", "", "", "", ""], RULE);
  page.put(11, 1, say("Ageing by due date"), SECTION);
  page.put(12, 1, "=AR.AGING(Ledger)", HEADING);
  page.look({ row: 12, column: 2, rows: 1, columns: 8 }, HEADING_RIGHT);
  page.put(13, 1, "", LABEL);
  page.look({ row: 13, column: 2, rows: 1, columns: 8 }, number(MONEY));
}

/** The first lines of the whole assessment, looked up in its own sheet. */
function worst(page: Page, say: Say): void {
  page.row(15, 1, ["", "", "", "", "", "", "", "", ""], RULE);
  page.put(15, 1, say("Where to look first"), SECTION);
  page.row(16, 1, ["", "Customer No", "Score", "Grade", "Open", "Overdue", "Late odds"].map(say), HEADING_RIGHT);
  page.put(16, 1, say("Buyer"), HEADING);
  page.put(16, 8, "", HEADING);
  page.put(16, 9, "", HEADING);
  for (let at = 0; at < 8; at++) {
    const row = 17 + at;
    const from = `Assessment!A${at + 2}`;
    page.put(row, 1, `=XLOOKUP(${from},Buyers[Customer No],Buyers[Customer Name],"")`, LABEL);
    page.put(row, 2, `=${from}`, number("General"));
    page.put(row, 3, `=Assessment!B${at + 2}`, number("0.0"));
    page.put(row, 4, `=Assessment!C${at + 2}`, number("General"));
    page.put(row, 5, `=Assessment!E${at + 2}`, number(MONEY));
    page.put(row, 6, `=Assessment!F${at + 2}`, number(MONEY));
    page.put(row, 7, `=Assessment!D${at + 2}`, number("0%"));
  }
}
