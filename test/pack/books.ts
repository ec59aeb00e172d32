import { readTerms } from "../../src/bank/readTerms";
import { readLedger } from "../../src/ledger/readLedger";
import type { Reading } from "../../src/ledger/reading";
import type { Cell, Grid } from "../../src/values/cell";
import { dayOf, isoDay, type Day } from "../../src/values/day";
import { Chance } from "../support/chance";
import { book } from "../support/book";

export const DAY = dayOf(2026, 6, 30);

/** Every rule has its buyer: an affiliate, a foreign one, a government, one that we owe, an insured one, one cross-aged, one insolvent. */
export const BUYER_FACTS: Grid = book`
  buyer     | affiliate | foreign | government | insolvent | payable | insured limit | insured share
  Affina    | yes | | | | | |
  Overseas  | | yes | | | | |
  Elm       | | yes | | | | 3000 | 0.85
  City Hall | | | yes | | | |
  Gant      | | | | | 2000 | |
  Insulux   | | | | | | 9000 | 0.9
  Brokette  | | | | yes | | |
`;

/** A year and a half of trade with fourteen buyers; some never pay, some late, some dispute. The same every time. */
export function tradeLedger(buyers: readonly string[] = TRADERS, rows = 420): Grid {
  const chance = new Chance(20_260_630);
  const draw = (): number => chance.next();
  const grid: Cell[][] = [["Invoice", "Customer", "Document type", "Invoice date", "Due date", "Amount", "Paid date", "Disputed", "Currency"]];
  for (let k = 0; k < rows; k++) {
    const b = Math.floor(draw() ** 1.6 * buyers.length);
    const issued = (DAY - 1 - Math.floor(draw() * 540)) as Day;
    const terms = [14, 30, 45, 60][b % 4]!;
    const credit = k % 23 === 7;
    const amount = Math.round((credit ? -1 : 1) * (50 + draw() ** 2 * 9000) * 100) / 100;
    const paid = (issued + Math.max(0, terms + Math.floor((draw() - 0.4) * 60)) + (b === 3 ? 90 : 0)) as Day;
    const isPaid = paid <= DAY && draw() > (b === 3 ? 0.5 : 0.03);
    grid.push([`${credit ? "CN" : "INV"}-${String(k + 1).padStart(5, "0")}`, buyers[b]!, credit ? "credit note" : "invoice", isoDay(issued), credit ? "" : isoDay((issued + terms) as Day), amount, isPaid ? isoDay(paid) : "", k % 31 === 11 ? "yes" : "", "CNY"]);
  }
  return grid;
}

export const TRADERS = ["Anker Metall GmbH", "Baltic Timber", "青岛海润机电", "Laggard & Sons", "Insulux", "Gant", "Overseas", "City Hall", "Affina", "Brokette", "=1+1 Ltd", "O'Brien \"Quoted\"", "Dune_x0041_", "Elm"];

export function tradeReading(): Reading {
  return readLedger(tradeLedger(), { buyers: BUYER_FACTS });
}

export const TERMS = readTerms([
  ["rule", "on", "value", "source"], ["excludeAffiliates", "yes"], ["excludeGovernment", "yes"], ["excludeForeign", "yes"], ["excludeDisputed", "yes"], ["excludeContra", "yes"], ["pastInvoiceDays", "yes", 120], ["pastDueDays", "yes", 60],
  ["creditsInPrior", "yes"], ["crossAge", "yes", 0.5], ["concentration", "yes", 0.2], ["concentrationBase", "yes", "eligible"], ["advanceRate", "yes", 0.85], ["advanceRateInsured", "yes", 0.9], ["countInsured", "yes"], ["dilutionThreshold", "yes", 0.02], ["reserve", "yes", 1000], ["commitment", "yes", 100000], ["loans", "yes", 10000], ["lettersOfCredit", "yes", 2500],
], 2);
