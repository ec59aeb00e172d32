import { keptMoney } from "../ledger/foreign";
import { DN, INV, type Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { remembered } from "../receivables/remembered";
import { NO_DAY } from "../values/day";
import { SCORE } from "./policy";

/** A day that never comes. */
export const NEVER = 2 ** 31 - 1;

const WRITE_OFF = 2;

/**
 * The invoices by which buyers are judged, one place each: invoices and debit notes with a due day. Left out: those settled
 * on a day nobody wrote down, of which late or not cannot be told, and disputed ones where the policy says so (one switch
 * for what is looked at and what is foreseen).
 */
export interface Outcomes {
  readonly ledger: Ledger;
  /** an invoice is late when its days past due exceed this */
  readonly lateDays: number;
  readonly count: number;
  /** place in the ledger's documents */
  readonly document: Int32Array;
  readonly buyer: Int32Array;
  readonly issued: Int32Array;
  readonly due: Int32Array;
  /** day on which payments or credits had settled it; NEVER where nothing did, or a write-off did */
  readonly paid: Int32Array;
  /** 1 = so much of it was written off that it counts as never paid, whatever comes of the rest; undefined where nothing was */
  readonly lost: Uint8Array | undefined;
  /** day from which it is open no more, written off or paid */
  readonly gone: Int32Array;
  /** places of buyer b: `byBuyer[from[b]]` to `byBuyer[from[b + 1] - 1]` */
  readonly from: Int32Array;
  readonly byBuyer: Int32Array;
  /** day of the first dated settlement; NEVER in a list of open items */
  readonly firstSettled: number;
}

/** Days past due up to which an invoice is not yet late. */
export function lateDaysOf(policy: Policy): number {
  return policy.lateAfter + policy.grace;
}

/** One pass over documents and one over settlements, remembered by ledger and by what of the policy matters. */
export function outcomesOf(ledger: Ledger, policy: Policy): Outcomes {
  return made(ledger, lateDaysOf(policy), policy.scoreDisputed ? 1 : 0);
}

const made = remembered((ledger: Ledger, lateDays: number, withDisputed: number): Outcomes => {
  const { documents } = ledger;
  const { amount } = keptMoney(ledger); // how much of an invoice was settled or lost is told in its own currency
  const settled = settledBy(ledger);
  const document = judged(ledger, withDisputed === 1, settled.undated);
  const buyer = document.map((i) => documents.buyer[i]!);
  const gone = document.map((i) => (documents.closed[i] === NO_DAY ? NEVER : documents.closed[i]!));
  const { writtenOff } = settled;
  const lost = writtenOff === undefined ? undefined : Uint8Array.from(document, (i) => (writtenOff[i]! > SCORE.writtenOff * amount[i]! ? 1 : 0));
  return {
    ledger, lateDays, document, buyer, gone, lost,
    count: document.length,
    issued: document.map((i) => documents.issued[i]!),
    due: document.map((i) => documents.due[i]!),
    paid: lost === undefined ? gone : gone.map((day, k) => (lost[k] === 1 ? NEVER : day)),
    ...placesByBuyer(buyer, ledger.buyers.count),
    firstSettled: settled.first,
  };
});

interface Settled {
  /** minor units of the document's own currency settled on no known day, by document; undefined where there are none */
  readonly undated: Float64Array | undefined;
  readonly writtenOff: Float64Array | undefined;
  readonly first: number;
}

function settledBy(ledger: Ledger): Settled {
  const { count, document, day, kind } = ledger.settlements;
  const { settled } = keptMoney(ledger);
  let undated: Float64Array | undefined;
  let writtenOff: Float64Array | undefined;
  let first = NEVER;
  for (let s = 0; s < count; s++) {
    const i = document[s]!;
    if (kind[s] === WRITE_OFF) (writtenOff ??= new Float64Array(ledger.documents.count))[i]! += settled[s]!;
    if (day[s] === NO_DAY) (undated ??= new Float64Array(ledger.documents.count))[i]! += settled[s]!;
    else first = Math.min(first, Math.max(day[s]!, ledger.documents.issued[i]!));
  }
  return { undated, writtenOff, first };
}

function judged(ledger: Ledger, withDisputed: boolean, undated: Float64Array | undefined): Int32Array {
  const { count, kind, due, disputed, closed } = ledger.documents;
  const { amount } = keptMoney(ledger);
  const kept = new Int32Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    if ((kind[i] !== INV && kind[i] !== DN) || !(amount[i]! > 0) || due[i] === NO_DAY) continue;
    if (disputed[i] === 1 && !withDisputed) continue;
    if (closed[i] === NO_DAY && undated !== undefined && undated[i]! >= amount[i]!) continue;
    kept[at++] = i;
  }
  return kept.slice(0, at);
}

function placesByBuyer(buyer: Int32Array, buyers: number): { readonly from: Int32Array; readonly byBuyer: Int32Array } {
  const from = new Int32Array(buyers + 1);
  for (const b of buyer) from[b + 1]!++;
  for (let b = 0; b < buyers; b++) from[b + 1]! += from[b]!;
  const next = from.slice();
  const byBuyer = new Int32Array(buyer.length);
  for (let k = 0; k < buyer.length; k++) byBuyer[next[buyer[k]!]!++] = k;
  return { from, byBuyer };
}

/** Last day on which paying is still in time. */
export function limitDay(outcomes: Outcomes, k: number): number {
  return outcomes.due[k]! + outcomes.lateDays;
}

export function isLate(outcomes: Outcomes, k: number): boolean {
  return outcomes.paid[k]! > limitDay(outcomes, k);
}

/** Day at whose end the time for paying is over, for good and late alike; never before the invoice itself. */
export function closesOn(outcomes: Outcomes, k: number): number {
  return Math.max(outcomes.issued[k]!, limitDay(outcomes, k) + 1);
}

/** Day at whose end the outcome is known: when it was settled in time, else the day after the limit. */
export function knownOn(outcomes: Outcomes, k: number): number {
  return isLate(outcomes, k) ? closesOn(outcomes, k) : outcomes.paid[k]!;
}

/** How much of a late invoice one is that was paid, or is still open, so many days past the limit (0 = on its last day). */
export function lateShare(daysPastLimit: number, lateDays: number): number {
  if (lateDays > SCORE.nearMissUpTo) return daysPastLimit > 0 ? 1 : 0;
  if (daysPastLimit > SCORE.nearMissDays) return 1;
  if (daysPastLimit > 0) return SCORE.justLate;
  return daysPastLimit > -SCORE.nearMissDays ? SCORE.justGood : 0;
}

/** How much of a late invoice an outcome counts on the day it becomes known. */
export function firstShare(outcomes: Outcomes, k: number): number {
  return lateShare(isLate(outcomes, k) ? 1 : outcomes.paid[k]! - limitDay(outcomes, k), outcomes.lateDays);
}

/** Day from which a late invoice counts whole, more than ten days past the limit and still not paid; NEVER where it was paid before. */
export function wholeOn(outcomes: Outcomes, k: number): number {
  const near = limitDay(outcomes, k) + SCORE.nearMissDays;
  return outcomes.paid[k]! > near ? Math.max(outcomes.issued[k]!, near + 1) : NEVER;
}

/** What is added on that day. */
export function wholeLess(lateDays: number): number {
  return lateShare(SCORE.nearMissDays + 1, lateDays) - lateShare(1, lateDays);
}

/** The outcome is known on that day, or the invoice is open and past due then. */
export function isCountedOn(outcomes: Outcomes, k: number, day: number): boolean {
  if (outcomes.issued[k]! > day) return false;
  return knownOn(outcomes, k) <= day || (outcomes.gone[k]! > day && outcomes.due[k]! < day);
}

/** How much of a late invoice an outcome that is known on that day counts then. */
export function countsOn(outcomes: Outcomes, k: number, day: number): number {
  return firstShare(outcomes, k) + (isLate(outcomes, k) && wholeOn(outcomes, k) <= day ? wholeLess(outcomes.lateDays) : 0);
}
