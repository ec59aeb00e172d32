import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { NO_DAY } from "../values/day";
import { bookRate, logOdds } from "./lateIndex";
import { isJudged, lateDaysOf, lateShare } from "./outcomes";
import { SCORE } from "./policy";
import { lateOddsOf } from "./scoreBook";
import { BetweenBuyers, shrinkageWeight } from "./shrinkage";

/** What was known the day before an invoice was issued, and what came of it. */
export interface Foreseen {
  readonly document: number;
  /** log-odds of paying late then: the book's plus the buyer's x */
  readonly z: number;
  /** log-odds against the book */
  readonly x: number;
  /** known outcomes of the buyer then */
  readonly known: number;
}

/** What may happen to an invoice that its buyer's record has to hear of. */
const SETTLED = 0, GOOD = 1, LATE = 2, VERY_LATE = 3, OVERDUE = 4, FORGET_GOOD = 5, FORGET_LATE = 6;
const KINDS = 7;

/**
 * The score that the buyer of each of these documents had the day before it was issued, in one sweep over the ledger's
 * events in the order of their days: nothing that happened later is looked at, and nothing is counted twice.
 */
export function scoresBefore(ledger: Ledger, policy: Policy, documents: readonly number[]): Foreseen[] {
  if (documents.length === 0) return [];
  const { issued } = ledger.documents;
  const asked = [...documents].sort((a, b) => issued[a]! - issued[b]! || a - b);
  const last = issued[asked[asked.length - 1]!]! - 1;
  const events = eventsUpTo(ledger, policy, last);
  const state = new Record(ledger, policy);
  const found: Foreseen[] = [];
  let next = 0;
  for (const document of asked) {
    const day = issued[document]! - 1;
    while (next < events.count && events.day[next]! <= day) {
      state.take(events.kind[next]!, events.document[next]!);
      next++;
    }
    found.push(state.foresee(document, day));
  }
  return found;
}

interface Events {
  readonly count: number;
  readonly day: Int32Array;
  readonly kind: Uint8Array;
  readonly document: Int32Array;
}

/** Every event up to a day, by day; put into order by counting, so that a million rows cost one pass each. */
function eventsUpTo(ledger: Ledger, policy: Policy, last: number): Events {
  const days: number[] = [];
  const codes: number[] = [];
  const add = (day: number, kind: number, document: number): void => {
    if (day > last) return;
    days.push(day);
    codes.push(document * KINDS + kind);
  };
  const lateDays = lateDaysOf(policy);
  for (let i = 0; i < ledger.documents.count; i++) if (isJudged(ledger, policy, i)) addEventsOf(ledger, i, lateDays, add);
  return ordered(days, codes);
}

function addEventsOf(ledger: Ledger, i: number, lateDays: number, add: (day: number, kind: number, document: number) => void): void {
  const { issued, due, closed } = ledger.documents;
  const settled = closed[i]! === NO_DAY ? Infinity : closed[i]!;
  const lateFrom = Math.max(due[i]! + lateDays + 1, issued[i]!);
  if (settled !== Infinity) add(settled, SETTLED, i);
  if (settled <= due[i]! + lateDays) {
    add(settled, GOOD, i);
    add(settled + SCORE.recentDays, FORGET_GOOD, i);
  } else {
    add(lateFrom, LATE, i);
    const longLate = due[i]! + lateDays + SCORE.nearMissDays + 1;
    if (settled >= longLate) add(Math.max(longLate, issued[i]!), VERY_LATE, i);
    add(due[i]! + lateDays + 1 + SCORE.recentDays, FORGET_LATE, i);
  }
  const overdueFrom = Math.max(due[i]! + 1, issued[i]!);
  if (settled > overdueFrom) add(overdueFrom, OVERDUE, i);
}

function ordered(days: readonly number[], codes: readonly number[]): Events {
  const count = days.length;
  let first = Infinity;
  let last = -Infinity;
  for (const day of days) {
    if (day < first) first = day;
    if (day > last) last = day;
  }
  const starts = new Int32Array(count === 0 ? 1 : last - first + 2);
  for (const day of days) starts[day - first + 1]!++;
  for (let at = 1; at < starts.length; at++) starts[at]! += starts[at - 1]!;
  const events = { count, day: new Int32Array(count), kind: new Uint8Array(count), document: new Int32Array(count) };
  for (let e = 0; e < count; e++) {
    const at = starts[days[e]! - first]!++;
    events.day[at] = days[e]!;
    events.kind[at] = codes[e]! % KINDS;
    events.document[at] = Math.floor(codes[e]! / KINDS);
  }
  return events;
}

/** Every buyer's record as the days pass. */
class Record {
  readonly #ledger: Ledger;
  readonly #policy: Policy;
  readonly #lateDays: number;
  readonly #known: Int32Array;
  readonly #late: Int32Array;
  readonly #weight: Float64Array;
  readonly #settled: Int32Array;
  /** overdue invoices of each buyer by due day, settled ones still among them; and where the living begin */
  readonly #overdue: (number[] | undefined)[];
  readonly #from: Int32Array;
  readonly #between = new BetweenBuyers();
  #bookKnown = 0;
  #bookLate = 0;
  #recentKnown = 0;
  #recentLate = 0;

  constructor(ledger: Ledger, policy: Policy) {
    const { count } = ledger.buyers;
    this.#ledger = ledger;
    this.#policy = policy;
    this.#lateDays = lateDaysOf(policy);
    this.#known = new Int32Array(count);
    this.#late = new Int32Array(count);
    this.#weight = new Float64Array(count);
    this.#settled = new Int32Array(count);
    this.#overdue = new Array<number[] | undefined>(count);
    this.#from = new Int32Array(count);
  }

  take(kind: number, i: number): void {
    const { buyer, due, closed } = this.#ledger.documents;
    const b = buyer[i]!;
    switch (kind) {
      case SETTLED: this.#settled[b]!++; return;
      case GOOD: return this.#know(b, 0, lateShare(closed[i]! - due[i]! - this.#lateDays, this.#lateDays));
      case LATE: return this.#know(b, 1, lateShare(1, this.#lateDays));
      case VERY_LATE: this.#weight[b]! += lateShare(SCORE.nearMissDays + 1, this.#lateDays) - lateShare(1, this.#lateDays); return;
      case OVERDUE: return this.#becomesOverdue(b, i);
      case FORGET_GOOD: this.#recentKnown--; return;
      case FORGET_LATE: this.#recentKnown--; this.#recentLate--; return;
    }
  }

  #know(b: number, late: 0 | 1, weight: number): void {
    this.#between.count(this.#known[b]!, this.#late[b]!, -1);
    this.#known[b]!++;
    this.#late[b]! += late;
    this.#weight[b]! += weight;
    this.#between.count(this.#known[b]!, this.#late[b]!, 1);
    this.#bookKnown++;
    this.#bookLate += late;
    this.#recentKnown++;
    this.#recentLate += late;
  }

  #becomesOverdue(b: number, i: number): void {
    const list = (this.#overdue[b] ??= []);
    const { due } = this.#ledger.documents;
    let at = list.push(i) - 1;
    for (; at > this.#from[b]! && due[list[at - 1]!]! > due[i]!; at--) list[at] = list[at - 1]!;
    list[at] = i;
  }

  #isOpen(i: number, day: number): boolean {
    const closed = this.#ledger.documents.closed[i]!;
    return closed === NO_DAY || closed > day;
  }

  foresee(document: number, day: number): Foreseen {
    const { due, buyer } = this.#ledger.documents;
    const b = buyer[document]!;
    const list = this.#overdue[b] ?? [];
    while (this.#from[b]! < list.length && !this.#isOpen(list[this.#from[b]!]!, day)) this.#from[b]!++;
    const oldest = list[this.#from[b]!];
    const pendingDays: number[] = [];
    for (let at = list.length - 1; at >= this.#from[b]! && day - due[list[at]!]! <= this.#lateDays; at--) if (this.#isOpen(list[at]!, day)) pendingDays.push(day - due[list[at]!]!);
    const rate = bookRate(this.#bookKnown, this.#bookLate, this.#recentKnown, this.#recentLate, this.#policy.bookLateRate);
    const book = { rate, weight: shrinkageWeight(rate, () => this.#between.weight()), lateDays: this.#lateDays };
    const known = this.#known[b]!;
    const { x1, x2 } = lateOddsOf({ known, weight: this.#weight[b]!, pendingDays }, book, this.#settled[b]!, oldest === undefined ? 0 : day - due[oldest]!);
    return { document, x: x1 + x2, z: logOdds(rate) + x1 + x2, known };
  }
}
