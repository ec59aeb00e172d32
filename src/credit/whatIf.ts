import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { position } from "../receivables/position";
import { known, type Answer } from "../values/answer";
import type { Day } from "../values/day";
import { gradeOf, readGrade } from "./grade";
import { bookRate, lateIndex, pendingOf, pointsOf, type BookLevel, type Index, type Record } from "./lateIndex";
import { openItems, whenOn, type OpenItem } from "./openItems";
import { outcomesOf } from "./outcomes";
import { SCORE, WHATIF } from "./policy";
import { rememberedByPolicy } from "./remembered";
import { GRADES, type Grade } from "./score";
import { scoreBook } from "./scoreBook";
import { paidOf, smallestLift, type Paid } from "./smallestLift";
import { BetweenBuyers, shrinkageWeight } from "./shrinkage";
import { tallyOn, type Tally } from "./tally";

export interface Graded {
  readonly grade: Grade;
  readonly score: number;
}

/** What would move a buyer's grade. */
export interface WhatIf {
  readonly now: Graded;
  /** open invoices that count for the score, and those of them past due */
  readonly open: number;
  readonly overdue: number;
  /**
   * the fewest open invoices that, paid in full on the day, lift the grade by at least one; none of them can be left out. Empty:
   * no payment of what is open does, or the grade is A
   */
  readonly pay: readonly { readonly document: number; readonly daysOverdue: number; readonly open: number }[];
  /** what the score is then, the book's own rate included; undefined where nothing lifts it */
  readonly then: Graded | undefined;
  /** first day within half a year on which the grade falls if nothing is paid and the rest of the book stands still */
  readonly unpaid: (Graded & { readonly day: Day }) | undefined;
  /** fewest further invoices paid more than ten days late, one after the other, that lower the grade */
  readonly late: (Graded & { readonly count: number }) | undefined;
}

/** For any buyer of a book on a day: what would lift its grade and what would lower it. Unknown where the score is. */
export const whatIf: (ledger: Ledger, day: Day, policy: Policy) => (buyer: number) => Answer<WhatIf> = rememberedByPolicy((ledger, day, policy) => {
  const outcomes = outcomesOf(ledger, policy);
  const tally = tallyOn(outcomes, day);
  const { buyers, rate, weight, lateDays } = scoreBook(ledger, day, policy);
  const at = position(ledger, day);
  return (buyer) => {
    const one = buyers[buyer]!;
    if (!one.score.known) return one.score;
    const before = readGrade(ledger.buyers.facts[buyer]?.get("previousGrade"));
    const graded = ({ x1, x2 }: Index): Graded => ({ grade: gradeOf(x1 + x2, policy.gradeEdges, before), score: SCORE.base + pointsOf(x1) + pointsOf(x2) });
    const now: Graded = { grade: one.grade!, score: one.score.value };
    const lowered = ({ grade }: Graded): boolean => GRADES.indexOf(grade) > GRADES.indexOf(now.grade);
    const items = openItems(outcomes, buyer, day);
    const paying = payer(tally, buyer, lateDays, policy);
    const book = { rate, weight, lateDays };
    const set = now.grade === "A" ? undefined : smallestLift(items, (index) => GRADES.indexOf(graded(index).grade) < GRADES.indexOf(now.grade), paying, (item) => at.open[item.document]!);
    const value: WhatIf = {
      now, open: items.length, overdue: items.filter(({ daysOverdue }) => daysOverdue > 0).length,
      pay: (set ?? []).map(({ document, daysOverdue }) => ({ document, daysOverdue, open: at.open[document]! })),
      then: set === undefined ? undefined : graded(paying(paidOf(items, set))),
      unpaid: firstFall(day, items, (record) => graded(lateIndex(record, book)), recordOf(tally, buyer), lateDays, lowered),
      late: moreLate(recordOf(tally, buyer), pendingDays(items), (record) => graded(lateIndex(record, book)), lateDays, lowered),
    };
    return known(value, { method: "whatIf", day, facts: [["grade", now.grade], ["open invoices", items.length]] });
  };
});

/** The buyer's index when some of its open invoices are paid on the day: its own record and the book's rate as they would then be. */
function payer(tally: Tally, buyer: number, lateDays: number, policy: Policy): (paid: Paid) => Index {
  const [n, late] = [tally.known[buyer]!, tally.late[buyer]!];
  let others: BetweenBuyers | undefined;
  const levels: BookLevel[] = [];
  const bookWith = (more: number): BookLevel => (levels[more] ??= made(more));
  const made = (more: number): BookLevel => {
    const { known: all, recentKnown } = tally.book;
    const rate = bookRate({ ...tally.book, known: all + more, recentKnown: recentKnown + more }, policy.bookLateRate);
    const weight = shrinkageWeight(rate, () => {
      others ??= between(tally, buyer);
      others.count(n + more, late, 1);
      const estimate = others.weight();
      others.count(n + more, late, -1);
      return estimate;
    });
    return { rate, weight, lateDays };
  };
  return ({ good, share, settled, daysOverdue, pending }) => {
    const record: Record = {
      known: n + good, weight: tally.weight[buyer]! + share, settled: tally.settled[buyer]! + settled, daysOverdue,
      pending: pendingOf(pending.length === 0 ? undefined : pending, lateDays),
    };
    return lateIndex(record, bookWith(good));
  };
}

function between(tally: Tally, without: number): BetweenBuyers {
  const all = new BetweenBuyers();
  tally.known.forEach((n, b) => {
    if (b !== without) all.count(n, tally.late[b]!, 1);
  });
  return all;
}

function pendingDays(items: readonly OpenItem[]): number[] | undefined {
  const days = items.filter(({ pending }) => pending).map(({ daysOverdue }) => daysOverdue);
  return days.length === 0 ? undefined : days;
}

function recordOf(tally: Tally, buyer: number): Omit<Record, "pending"> {
  return { known: tally.known[buyer]!, weight: tally.weight[buyer]!, settled: tally.settled[buyer]!, daysOverdue: tally.daysOverdue[buyer]! };
}

/** Day by day, as invoices fall due, become late and count whole. */
function firstFall(day: Day, items: readonly OpenItem[], graded: (record: Record) => Graded, record: Omit<Record, "pending">, lateDays: number, lowered: (one: Graded) => boolean): WhatIf["unpaid"] {
  if (items.length === 0) return undefined;
  for (let ahead = 1; ahead <= WHATIF.daysAhead; ahead++) {
    let [more, weight, overdue] = [0, record.weight, 0];
    const pending: number[] = [];
    for (const item of items) {
      const then = whenOn(item, ahead, lateDays);
      more += then.newlyKnown;
      weight += then.weightMore;
      overdue = Math.max(overdue, then.daysOverdue);
      if (then.pending) pending.push(then.daysOverdue);
    }
    const found = graded({ known: record.known + more, weight, settled: record.settled, daysOverdue: overdue, pending: pendingOf(pending.length === 0 ? undefined : pending, lateDays) });
    if (lowered(found)) return { ...found, day: (day + ahead) as Day };
  }
  return undefined;
}

function moreLate(record: Omit<Record, "pending">, pending: number[] | undefined, graded: (record: Record) => Graded, lateDays: number, lowered: (one: Graded) => boolean): WhatIf["late"] {
  for (let count = 1; count <= WHATIF.mostLate; count++) {
    const found = graded({ ...record, known: record.known + count, weight: record.weight + count, settled: record.settled + count, pending: pendingOf(pending, lateDays) });
    if (lowered(found)) return { ...found, count };
  }
  return undefined;
}
