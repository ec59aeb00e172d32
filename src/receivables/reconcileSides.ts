import type { Ledger } from "../ledger/ledger";
import { ratesOn } from "../ledger/rates";
import type { Reading } from "../ledger/reading";
import { scaleOf } from "../values/money";
import type { Candidate } from "./causes";
import type { Scenario } from "./explainDifference";
import { LARGEST_RATE, SMALLEST_RATE, type Unrated } from "./impliedRate";
import { leftOutCandidates } from "./leftOutCandidates";
import { OwnMoney } from "./ownMoney";
import type { Position } from "./position";
import { ledgerCandidates } from "./reconcileCandidates";

/** What the two sides may have otherwise, before anybody has looked at the difference. */
export interface Sides {
  readonly position: Position;
  readonly scale: number;
  readonly candidates: readonly Candidate[];
  /** open documents in other currencies: what the control has more of each when it adds them one to one */
  readonly foreign: readonly Candidate[];
  readonly unrated: readonly Unrated[];
  readonly isForeign: (currency: string) => boolean;
}

export function sidesOf(position: Position, reading: Reading, whole: Ledger | undefined): Sides {
  const { ledger } = reading;
  const own = new OwnMoney(position, reading, whole);
  const candidates = [...ledgerCandidates(position, reading, own), ...leftOutCandidates(position, reading, whole)];
  const open = openForeign(position, own);
  const foreign = open.filter(({ effect }) => effect !== 0);
  const rates = ratesOn(reading.policy, position.day);
  const isForeign = (currency: string): boolean => currency !== ledger.currency && (rates.get(currency) ?? 1) !== 1;
  return { position, scale: scaleOf(ledger.exponent), candidates, foreign, unrated: unratedOf(candidates, open, position, rates), isForeign };
}

function openForeign(position: Position, own: OwnMoney): Candidate[] {
  if (own.foreign.length === 0) return [];
  const { ledger, open } = position;
  const { count, buyer, row, number, currency } = ledger.documents;
  const found: Candidate[] = [];
  for (let i = 0; i < count; i++) {
    if (open[i] === 0 || !own.isForeign(i)) continue;
    const units = own.openOneToOne(i);
    const code = ledger.currencies[currency[i]!]!.code;
    found.push({ cause: "ONE_TO_ONE", buyer: buyer[i]!, who: "", effect: units - open[i]!, stated: units - open[i]!, oneToOne: units, currency: code, days: 0, part: code, subject: i, alone: false, row: row[i]!, number: number.at(i)!, documents: 1 });
  }
  return found;
}

/** Two rates of one currency that two sides use at one day: the older may be of the year before. */
const RATE_DRIFT = 1.25;

function unratedOf(candidates: readonly Candidate[], foreign: readonly Candidate[], { ledger, open }: Position, rates: ReadonlyMap<string, number>): Unrated[] {
  const books: Unrated[] = [];
  const codes = (of: readonly Candidate[]): string[] => [...new Set(of.map(({ currency }) => currency))];
  const left = candidates.filter(({ cause, part }) => cause === "NO_RATE" && part === ledger.currency);
  for (const code of codes(left)) books.push({ cause: "NO_RATE", currency: code, from: SMALLEST_RATE, to: LARGEST_RATE, rows: left.filter(({ currency }) => currency === code).map((row) => ({ ...row, counted: 0 })) });
  for (const code of codes(foreign)) {
    const rows = foreign.filter(({ currency }) => currency === code).map((row) => ({ ...row, cause: "RATE_DIFFERENCE" as const, counted: open[row.subject]! }));
    const rate = rates.get(code)!;
    books.push({ cause: "RATE_DIFFERENCE", currency: code, from: rate / RATE_DRIFT, to: rate * RATE_DRIFT, rows });
  }
  return books;
}

/** One currency by itself is tried in a book that has so few. */
const MOST_CURRENCIES = 6;

/**
 * The control kept as the ledger is, where single foreign documents may be one to one; with all foreign amounts one to one;
 * with those of one currency.
 */
export function scenariosOf(candidates: readonly Candidate[], foreign: readonly Candidate[], isForeign: (currency: string) => boolean): Scenario[] {
  const single = foreign.map((one) => ({ ...one, alone: true }));
  const plain: Scenario = { causes: 0, assumed: [], candidates: [...candidates, ...single].filter(({ effect }) => effect !== 0) };
  const codes = [...new Set([...foreign, ...candidates].map(({ currency }) => currency))].filter(isForeign);
  const each = codes.length <= MOST_CURRENCIES ? codes.map((code) => [code]) : [];
  const treated = codes.length > 1 ? [codes, ...each] : each;
  const others = treated.map((these): Scenario => ({
    causes: 1,
    assumed: foreign.filter(({ currency }) => these.includes(currency)),
    candidates: candidates.map((one) => (these.includes(one.currency) ? { ...one, effect: one.oneToOne } : one)).filter(({ effect }) => effect !== 0),
  }));
  return [plain, ...others];
}
