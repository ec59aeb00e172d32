import type { SheetSnapshot } from "../model/bookSnapshot";
import { CHOICE, DATE, FORMULA_TEXT, HEADING, HEADING_RIGHT, LABEL, MONEY, NOTE, number, RULE, SECTION, TITLE } from "./look";
import { type Formats, Page } from "./page";
import { CLOSING_SERIAL } from "./trade";

/** The buyer that goes under: the one to look at first. */
const CHOSEN = "C-1020";

/** Figures of the whole book: our formula, and the same worked out by plain Excel formulas over the same tables. */
const FIGURES: readonly (readonly [label: string, ours: string, plain: string, format: string])[] = [
  ["Outstanding", "=INDEX(AR.AGING(Ledger),2,9)", "=SUM(Invoices[Amount])-SUM(Receipts[Amount])", MONEY],
  ["DSO, balance method, 90 days", "=AR.DSO(Ledger)", '=C6/SUMIFS(Invoices[Amount],Invoices[Invoice Date],">"&C4-90)*90', "0.00"],
  ["DSO, balance method, 365 days", "=AR.DSO(Ledger,,,365)", '=C6/SUMIFS(Invoices[Amount],Invoices[Invoice Date],">"&C4-365)*365', "0.00"],
];

const METHODS: readonly (readonly [label: string, formula: string])[] = [
  ["Best possible", '=AR.DSO(Ledger,,,90,"best")'],
  ["Delinquent", '=AR.DSO(Ledger,,,90,"delinquent")'],
  ["Countback", '=AR.DSO(Ledger,,,,"countback")'],
  ["True", '=AR.DSO(Ledger,,,,"true")'],
  ["Sales-weighted", '=AR.DSO(Ledger,,,,"weighted")'],
];

const JUDGEMENT: readonly (readonly [label: string, formula: string, format: string])[] = [
  ["Score", "=AR.CREDITSCORE(Ledger,C17)", "0.0"],
  ["Grade", "=AR.CREDITGRADE(Ledger,C17)", "General"],
  ["Odds of paying late", "=AR.LATEODDS(Ledger,C17)", "0.0%"],
  ["Credit limit", "=AR.CREDITLIMIT(Ledger,C17)", "#,##0"],
  ["DSO of this buyer", "=AR.DSO(Ledger,,C17,365)", "0.0"],
];

/** `Summary`: what the functions say of the book, beside plain formulas that agree, and one buyer to choose. */
export function summarySheet(formats: Formats): SheetSnapshot {
  const page = new Page(formats);
  page.put(0, 1, "Receivables at a glance", TITLE);
  page.put(1, 1, "Every figure is a live formula over the sheets Invoices, Receipts and Buyers. Change an amount there and watch.", NOTE);
  page.put(3, 1, "As of", LABEL);
  page.put(3, 2, CLOSING_SERIAL, number(DATE));
  figures(page);
  ageing(page);
  judgement(page);
  return {
    name: "Summary",
    cells: page.cells,
    showGridlines: false,
    columns: [18, 190, 110, 110, 84, 84, 84, 84, 104, 104].map((width, column) => ({ column, width })),
  };
}

function figures(page: Page): void {
  page.row(4, 1, ["The book", "Open Account", "Plain formulas", "Difference"], HEADING_RIGHT);
  page.put(4, 1, "The book", HEADING);
  page.put(4, 5, "", HEADING);
  FIGURES.forEach(([label, ours, plain, format], at) => {
    const row = 5 + at;
    page.put(row, 1, label, LABEL);
    page.put(row, 2, ours, number(format));
    page.put(row, 3, plain, number(format));
    page.put(row, 4, `=ROUND(C${row + 1}-D${row + 1},6)`, number("0.00"));
  });
  page.row(4, 6, ["DSO, other methods", "", "Days"], HEADING);
  page.put(4, 8, "Days", HEADING_RIGHT);
  METHODS.forEach(([label, formula], at) => {
    page.put(5 + at, 6, label, LABEL);
    page.put(5 + at, 8, formula, number("0.00"));
  });
}

function ageing(page: Page): void {
  page.row(11, 1, ["Ageing by due date", "", "", "", "", "", "", "", ""], RULE);
  page.put(11, 1, "Ageing by due date", SECTION);
  page.put(12, 1, "=AR.AGING(Ledger)", HEADING);
  for (let column = 2; column <= 9; column++) page.put(12, column, "", HEADING_RIGHT);
  for (let column = 2; column <= 9; column++) page.put(13, column, "", number(MONEY));
}

function judgement(page: Page): void {
  page.row(15, 1, ["One buyer", "", "", "", "", "", "", "", ""], RULE);
  page.put(15, 1, "One buyer", SECTION);
  page.put(16, 1, "Customer No (change it)", LABEL);
  page.put(16, 2, CHOSEN, CHOICE);
  page.put(16, 3, '=XLOOKUP(C17,Buyers[Customer No],Buyers[Customer Name],"")', LABEL);
  JUDGEMENT.forEach(([label, formula, format], at) => {
    page.put(17 + at, 1, label, LABEL);
    page.put(17 + at, 2, formula, number(format));
    page.put(17 + at, 3, formula.slice(1), FORMULA_TEXT); // without its sign: shown, not calculated
  });
  page.put(23, 1, "Why this score", SECTION);
  page.row(23, 2, ["", "", "", "", "", "", "", ""], RULE);
  page.put(24, 1, "=AR.SCOREREASONS(Ledger,C17)", HEADING);
  for (let row = 25; row <= 29; row++) page.put(row, 3, "", number("0.0"));
}
