import type { SheetSnapshot } from "../model/bookSnapshot";
import { CHOICE, FORMULA_TEXT, HEADING, HEADING_RIGHT, LABEL, MONEY, NOTE, number, RULE, SECTION, TITLE } from "./look";
import { type Formats, Page } from "./page";
import type { Say } from "./words";

/** The buyer that goes under: the one to look at first. */
const CHOSEN = "C-1020";

const JUDGEMENT: readonly (readonly [label: string, formula: string, format: string])[] = [
  ["Score", "=AR.CREDITSCORE(Ledger,B4)", "0.0"],
  ["Grade", "=AR.CREDITGRADE(Ledger,B4)", "General"],
  ["Odds of paying late", "=AR.LATEODDS(Ledger,B4)", "0.0%"],
  ["Credit limit", "=AR.CREDITLIMIT(Ledger,B4)", "#,##0"],
  ["DSO, 365 days", "=AR.DSO(Ledger,,B4,365)", "0.0"],
];
const REASONS = "=AR.SCOREREASONS(Ledger,B4)";
const AGEING = "=TRANSPOSE(AR.AGING(Ledger,,B4))";

/** Row of the two lower headings. */
const LOWER = 12;

/** `Buyer`: one customer number to change, and everything the functions say of it. */
export function buyerSheet(formats: Formats, say: Say): SheetSnapshot {
  const page = new Page(formats);
  page.put(0, 0, '=XLOOKUP(B4,Buyers[Customer No],Buyers[Customer Name],"No such customer")', TITLE);
  page.put(1, 0, say("Change the customer number; everything on this sheet follows."), NOTE);
  page.put(3, 0, say("Customer No"), LABEL);
  page.put(3, 1, CHOSEN, { ...CHOICE, horizontal: "Right" });
  JUDGEMENT.forEach(([label, formula, format], at) => {
    page.put(4 + at, 0, say(label), LABEL);
    page.put(4 + at, 1, formula, number(format));
  });
  ageing(page, say);
  reasons(page, say);
  formulas(page, say);
  return {
    name: "Buyer",
    cells: page.cells,
    showGridlines: false,
    rows: [{ row: 0, height: 27 }, { row: 2, height: 21 }, { row: LOWER, height: 21 }],
    columns: [106, 84, 18, 142, 296, 48, 210].map((width, column) => ({ column, width })),
  };
}

function ageing(page: Page, say: Say): void {
  page.row(LOWER, 0, [say("Ageing"), ""], RULE);
  page.put(LOWER, 0, say("Ageing"), SECTION);
  page.look({ row: LOWER + 1, column: 0, rows: 9, columns: 1 }, LABEL);
  page.look({ row: LOWER + 1, column: 1, rows: 9, columns: 1 }, number(MONEY));
  page.put(LOWER + 1, 0, AGEING, LABEL);
}

function reasons(page: Page, say: Say): void {
  page.row(2, 3, [say("Why this score"), "", "", ""], RULE);
  page.put(2, 3, say("Why this score"), SECTION);
  page.row(3, 3, ["", "", "", ""], HEADING);
  page.put(3, 3, REASONS, HEADING);
  page.put(3, 5, "", HEADING_RIGHT);
  page.look({ row: 4, column: 3, rows: 7, columns: 4 }, LABEL);
  page.look({ row: 4, column: 5, rows: 7, columns: 1 }, number("0.0"));
}

/** As texts without their sign: shown, not calculated. */
function formulas(page: Page, say: Say): void {
  page.row(LOWER, 3, [say("The formulas"), "", "", ""], RULE);
  page.put(LOWER, 3, say("The formulas"), SECTION);
  const shown = [...JUDGEMENT.map(([label, formula]) => [label, formula] as const), ["Why this score", REASONS] as const, ["Ageing", AGEING] as const];
  shown.forEach(([label, formula], at) => {
    page.put(LOWER + 1 + at, 3, say(label), LABEL);
    page.put(LOWER + 1 + at, 4, formula.slice(1), FORMULA_TEXT);
  });
}
