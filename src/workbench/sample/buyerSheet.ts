import type { SheetSnapshot } from "../model/bookSnapshot";
import { CHOICE, FORMULA_TEXT, HEADING, HEADING_RIGHT, LABEL, MONEY, NOTE, number, RULE, SECTION, TITLE } from "./look";
import { type Formats, Page } from "./page";

/** The buyer that goes under: the one to look at first. */
const CHOSEN = "C-1020";

const JUDGEMENT: readonly (readonly [label: string, formula: string, format: string])[] = [
  ["Score", "=AR.CREDITSCORE(Ledger,B3)", "0.0"],
  ["Grade", "=AR.CREDITGRADE(Ledger,B3)", "General"],
  ["Odds of paying late", "=AR.LATEODDS(Ledger,B3)", "0.0%"],
  ["Credit limit", "=AR.CREDITLIMIT(Ledger,B3)", "#,##0"],
  ["DSO, 365 days", "=AR.DSO(Ledger,,B3,365)", "0.0"],
];

/** `Buyer`: one customer number to change, and everything the functions say of it. */
export function buyerSheet(formats: Formats): SheetSnapshot {
  const page = new Page(formats);
  page.put(0, 0, '=XLOOKUP(B3,Buyers[Customer No],Buyers[Customer Name],"No such customer")', TITLE);
  page.put(1, 0, "Change the customer number; everything below follows.", NOTE);
  page.put(2, 0, "Customer No", LABEL);
  page.put(2, 1, CHOSEN, CHOICE);
  JUDGEMENT.forEach(([label, formula, format], at) => {
    page.put(3 + at, 0, label, LABEL);
    page.put(3 + at, 1, formula, number(format));
    page.put(3 + at, 3, formula.slice(1), FORMULA_TEXT); // without its sign: shown, not calculated
  });
  page.row(9, 0, ["Why this score", "", "", ""], RULE);
  page.put(9, 0, "Why this score", SECTION);
  page.put(10, 0, "=AR.SCOREREASONS(Ledger,B3)", HEADING);
  page.row(10, 1, ["", "", ""], HEADING);
  page.put(10, 2, "", HEADING_RIGHT);
  page.look({ row: 11, column: 0, rows: 6, columns: 4 });
  page.look({ row: 11, column: 2, rows: 6, columns: 1 }, number("0.0"));
  page.row(18, 0, ["Ageing", "", "", ""], RULE);
  page.put(18, 0, "Ageing", SECTION);
  page.put(19, 0, "=TRANSPOSE(AR.AGING(Ledger,,B3))", LABEL);
  page.look({ row: 20, column: 0, rows: 8, columns: 1 }, LABEL);
  page.look({ row: 20, column: 1, rows: 8, columns: 1 }, number(MONEY));
  return { name: "Buyer", cells: page.cells, showGridlines: false, rows: [{ row: 0, height: 27 }, { row: 9, height: 21 }, { row: 18, height: 21 }], columns: [150, 330, 70, 240].map((width, column) => ({ column, width })) };
}
