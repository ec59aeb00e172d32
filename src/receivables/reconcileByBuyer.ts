import { foldedText } from "../ledger/buyerList";
import type { Candidate, Cause } from "./causes";
import { explanations, TRUST, type Explanation, type Scenario, type Steps } from "./explainDifference";
import { atToldRate, rateTold } from "./impliedRate";
import { buyerMissing } from "./reconcileInWhole";
import { scenariosOf, type Sides } from "./reconcileSides";

/** A buyer's balance in the general ledger. */
export interface Balance {
  /** place in the ledger, -1 for one that it lacks */
  readonly buyer: number;
  /** the buyer as the control calls it */
  readonly who: string;
  /** minor units */
  readonly minor: number;
}

/** Looks that all buyers may cost together. */
const STEPS = 6_000_000;

/** Rows that name no buyer are tried for each buyer, while there are so few. */
const MOST_FLOATING = 60;

interface Difference {
  readonly buyer: number;
  readonly who: string;
  readonly minor: number;
  /** the control does not list the buyer */
  readonly isUnlisted: boolean;
}

interface Open extends Difference {
  readonly explained: readonly Explanation[];
}

export interface ByBuyer {
  readonly found: readonly Candidate[];
  readonly unexplainedBuyers: readonly { readonly buyer: number; readonly who: string; readonly minor: number }[];
}

/**
 * Explains each buyer's difference by itself; of several explanations the one whose causes most other buyers have too. What
 * is left is tried again with no other causes than those, then with all: every time as one of so many as are left (Holm's
 * step-down), so that many differences side by side make chance no likelier. What is over on one buyer and missing on
 * another, to the minor unit, was booked to the wrong one.
 */
export function reconciledByBuyer(sides: Sides, balances: readonly Balance[]): ByBuyer {
  const differences = differencesOf(sides, balances);
  const search = new Search(sides, differences);
  const first = search.round(differences);
  const second = first.length === differences.length ? first : search.round(first, new Set(search.chosen.flatMap(({ causes }) => causes)));
  const open = second.length === differences.length ? second : search.round(second);
  const swapped = swaps(open);
  const moved = new Set(swapped.map(keyOf));
  const unexplainedBuyers = open.filter((one) => !moved.has(keyOf(one))).map(({ buyer, who, minor }) => ({ buyer, who, minor }));
  return { found: [...search.chosen.flatMap(({ found }) => found), ...swapped], unexplainedBuyers: unexplainedBuyers.sort((a, b) => Math.abs(b.minor) - Math.abs(a.minor)) };
}

/** One reconciliation: what was believed so far, and the rows without a buyer that it has used up. */
class Search {
  readonly chosen: Explanation[] = [];
  readonly #sides: Sides;
  readonly #steps: Steps = { left: STEPS };
  readonly #byBuyer: ReadonlyMap<string, Candidate[]>;
  readonly #foreign: ReadonlyMap<string, Candidate[]>;
  readonly #rated: ReadonlyMap<string, Candidate[]>;
  #floating: readonly Candidate[];

  constructor(sides: Sides, differences: readonly Difference[]) {
    const floating = sides.candidates.filter(isFloating);
    this.#sides = sides;
    this.#byBuyer = grouped(sides.candidates);
    this.#foreign = grouped(sides.foreign);
    this.#rated = ratedRows(sides, differences);
    this.#floating = floating.length <= MOST_FLOATING ? floating : [];
  }

  /** Explains what it can, with causes of `only`; the rest. */
  round(left: readonly Difference[], only?: ReadonlySet<Cause>): Difference[] {
    const tried = left.map((one): Open => ({ ...one, explained: explanations(one.minor, this.#scenarios(one, only), this.#steps, left.length) }));
    const best = commonest(tried, this.chosen);
    return tried.filter((_, k) => !this.#take(best[k]));
  }

  /** A row that names no buyer belongs to one. */
  #take(one: Explanation | undefined): boolean {
    const rows = one?.found.filter(isFloating) ?? [];
    if (one === undefined || rows.some((row) => !this.#floating.some(({ subject }) => subject === row.subject))) return false;
    if (rows.length > 0) this.#floating = this.#floating.filter(({ subject }) => !rows.some((row) => row.subject === subject));
    this.chosen.push(one);
    return true;
  }

  /** What may be behind one buyer's difference: its own rows, the rows that name nobody, and that one side lacks it. */
  #scenarios(one: Difference, only?: ReadonlySet<Cause>): Scenario[] {
    const key = keyOf(one);
    const own = [...(this.#byBuyer.get(key) ?? []), ...(this.#rated.get(key) ?? [])];
    const may = (cause: Cause): boolean => only?.has(cause) ?? true;
    const candidates = [...own, ...this.#floating, ...unlisted(this.#sides, one)].filter(({ cause }) => may(cause));
    return scenariosOf(candidates, may("ONE_TO_ONE") ? (this.#foreign.get(key) ?? []) : [], (currency) => may("ONE_TO_ONE") && this.#sides.isForeign(currency));
  }
}

function isFloating({ buyer, who, cause }: Candidate): boolean {
  return buyer < 0 && who === "" && cause !== "BUYER_NOT_IN_LEDGER";
}

/** A buyer of the ledger by its place, another by its name in any case. */
function keyOf({ buyer, who }: { readonly buyer: number; readonly who: string }): string {
  return buyer >= 0 ? `${buyer}` : `? ${foldedText(who)}`;
}

function differencesOf({ position }: Sides, balances: readonly Balance[]): Difference[] {
  const { openByBuyer } = position;
  const listed = new Map(balances.filter(({ buyer }) => buyer >= 0).map(({ buyer, minor }) => [buyer, minor]));
  const known = Array.from(openByBuyer, (open, buyer): Difference => ({ buyer, who: "", minor: (listed.get(buyer) ?? 0) - open, isUnlisted: !listed.has(buyer) }));
  const unknown = balances.filter(({ buyer }) => buyer < 0).map(({ who, minor }): Difference => ({ buyer: -1, who, minor, isUnlisted: false }));
  return [...known, ...unknown].filter(({ minor }) => minor !== 0);
}

/** By the buyer they name. */
function grouped<One extends Candidate>(candidates: readonly One[]): ReadonlyMap<string, One[]> {
  const groups = new Map<string, One[]>();
  for (const one of candidates) {
    if (isFloating(one)) continue;
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

/** That the control lacks the buyer, or the ledger does, says all when nothing closer does. */
function unlisted({ position }: Sides, { buyer, who, minor, isUnlisted }: Difference): Candidate[] {
  if (buyer < 0) return [{ ...buyerMissing(-1, minor), cause: "BUYER_NOT_IN_LEDGER", who }];
  return isUnlisted ? [buyerMissing(buyer, minor, position.openCountByBuyer[buyer])] : [];
}

/** A rate that two buyers tell alike, or one that can hardly be chance, holds for all rows of its currency. */
function ratedRows({ unrated, scale }: Sides, differences: readonly Difference[]): ReadonlyMap<string, Candidate[]> {
  const rows: Candidate[] = [];
  for (const book of unrated) {
    const byBuyer = grouped(book.rows);
    const told = new Map<number, { buyers: number; odds: number }>();
    for (const one of differences) {
      const rate = rateTold(byBuyer.get(keyOf(one)) ?? [], one.minor, scale);
      if (rate === undefined || rate.rate < book.from || rate.rate > book.to) continue;
      const { buyers, odds } = told.get(rate.rate) ?? { buyers: 0, odds: differences.length * unrated.length };
      told.set(rate.rate, { buyers: buyers + 1, odds: odds * rate.odds });
    }
    const [best] = [...told].sort(([, a], [, b]) => b.buyers - a.buyers || a.odds - b.odds);
    if (best !== undefined && best[1].odds <= TRUST / 4) rows.push(...atToldRate(book.rows, best[0], scale));
  }
  return grouped(rows);
}

/** Of each buyer's explanations the simplest, where causes that other buyers have count as likelier the more have them. */
function commonest(open: readonly Open[], before: readonly Explanation[]): (Explanation | undefined)[] {
  const counts = new Map<Cause, number>();
  const first = open.map(({ explained }) => explained[0]);
  for (const one of [...first, ...before]) for (const cause of one?.causes ?? []) counts.set(cause, (counts.get(cause) ?? 0) + 1);
  return open.map(({ explained }, k) => {
    const others = (cause: Cause): number => (counts.get(cause) ?? 0) - (first[k]!.causes.includes(cause) ? 1 : 0);
    const score = (one: Explanation): number => one.causes.reduce((sum, cause) => sum - Math.log2(1 + others(cause)), one.score);
    return explained.reduce<Explanation | undefined>((best, one) => (best === undefined || score(one) < score(best) ? one : best), undefined);
  });
}

/** Remainders that are equal and opposite on two buyers, and on no third, when that can hardly be chance. */
function swaps(left: readonly Difference[]): Candidate[] {
  const byAmount = new Map<number, Difference[]>();
  for (const one of left) byAmount.set(one.minor, [...(byAmount.get(one.minor) ?? []), one]);
  const pairs = (left.length * (left.length - 1)) / 2;
  return [...byAmount].flatMap(([minor, these]) => {
    const those = byAmount.get(-minor) ?? [];
    if (minor < 0 || these.length !== 1 || those.length !== 1 || pairs / minor > TRUST) return [];
    return [these[0]!, those[0]!].map(({ buyer, who, minor: effect }): Candidate => ({ ...buyerMissing(buyer, effect), cause: "OTHER_BUYER", who }));
  });
}
