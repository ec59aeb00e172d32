import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { daysBeyondTerms } from "../receivables/daysBeyondTerms";
import { payments } from "../receivables/payments";
import { position } from "../receivables/position";
import type { Day } from "../values/day";
import { creditLimits } from "./creditLimits";
import { scoreBook } from "./scoreBook";
import { overrides } from "./scoreReasons";
import type { Steps } from "./steps";
import { leastExposure, watchFigures, type WatchFigures } from "./watchFigures";
import { THRESHOLDS, TRIGGERS, WATCH, type Level, type TriggerCode } from "./watchPolicy";

/** A trigger that is raised: its figure, and what it is held against (days, shares, times or counts, as the trigger has it). */
export interface Trigger {
  readonly code: TriggerCode;
  readonly level: Level;
  readonly value: number;
  readonly against: number;
}

/** undefined: not raised, or not to be told. */
type Raised = Omit<Trigger, "code"> | undefined;

/** Everything raised on a day, by buyer, in the order of the catalogue: one pass over the documents, and those of scores and limits. */
export function* triggersOn(ledger: Ledger, day: Day, policy: Policy): Steps<readonly (readonly Trigger[])[]> {
  const look = yield* lookingOn(ledger, day, policy);
  const all: Trigger[][] = [];
  for (let b = 0; b < ledger.buyers.count; b++) {
    if (b % STEP === 0) yield LOOKED + ((1 - LOOKED) * b) / ledger.buyers.count;
    all.push(
      TRIGGERS.flatMap((code): Trigger[] => {
        const raised = look[code](b);
        return raised === undefined ? [] : [{ code, ...raised }];
      }),
    );
  }
  return all;
}

/** Buyers between two steps, and the share of the work that is done before the first. */
const STEP = 1000, LOOKED = 0.8;

function* lookingOn(ledger: Ledger, day: Day, policy: Policy): Steps<Readonly<Record<TriggerCode, (b: number) => Raised>>> {
  yield 0;
  const at = position(ledger, day);
  const scores = scoreBook(ledger, day, policy);
  yield 0.2;
  const figures = watchFigures(ledger, day);
  yield 0.4;
  const limits = creditLimits(ledger, day, policy);
  yield 0.6;
  const least = leastExposure(ledger, day);
  yield 0.7;
  const experiences = payments(at, WATCH.year).count;
  const later = (b: number): Raised => {
    if (experiences[b]! + (at.overdueByBuyer[b]! > 0 ? 1 : 0) < WATCH.enough) return undefined;
    const [quarter, year] = [daysBeyondTerms(at, { window: WATCH.quarter, buyer: b }), daysBeyondTerms(at, { window: WATCH.year, buyer: b })];
    return quarter.known && year.known ? above("T1", quarter.value - year.value, quarter.value, year.value) : undefined;
  };
  return {
    T1: later,
    T2: (b) => (figures.daysOverdue[b]! > figures.daysLateBefore[b]! ? above("T2", figures.daysOverdue[b]!, figures.daysOverdue[b]!, figures.daysLateBefore[b]!) : undefined),
    T4: (b) => {
      const { amount, exposure } = limits[b]!;
      const limit = amount.known ? amount.value : 0;
      if (exposure <= THRESHOLDS.T4.watch * limit || exposure === 0) return undefined;
      return { level: exposure > THRESHOLDS.T4.alert * limit && least[b]! > limit ? "alert" : "watch", value: exposure, against: limit };
    },
    T5: (b) => spike(figures, b, day, () => later(b)),
    T6: (b) => above("T6", figures.parts[b]!, figures.parts[b]!, WATCH.partDays),
    T7: (b) => disputes(figures, b),
    T8: (b) => (figures.paidLately[b]! > 0 ? above("T8", figures.shortPaid[b]! / figures.paidLately[b]!, figures.shortPaid[b]! / figures.paidLately[b]!, figures.paidLately[b]!) : undefined),
    T12: (b) => (overrides(scores, scores.buyers[b]!).some(({ finding }) => FLAGS.has(finding.code)) ? { level: "alert", value: 1, against: 0 } : undefined),
    T13: (b) => awake(figures, b, limits[b]!.over),
  };
}

const FLAGS: ReadonlySet<string> = new Set(["finding.insolvent", "finding.legal"]);

function above(code: keyof typeof THRESHOLDS, measured: number, value: number, against: number): Raised {
  const { watch, alert } = THRESHOLDS[code];
  return measured > watch ? { level: measured > alert ? "alert" : "watch", value, against } : undefined;
}

/** Sales of the quarter in means of the quarters before, as far back as it has bought. */
function spike({ sales, salesBefore, firstSale }: WatchFigures, b: number, day: Day, later: () => Raised): Raised {
  const quarters = Math.min(WATCH.quarters, (day - WATCH.quarter - firstSale[b]! + 1) / WATCH.quarter);
  if (quarters < WATCH.fewestQuarters || !(salesBefore[b]! > 0)) return undefined;
  const mean = salesBefore[b]! / quarters;
  const raised = above("T5", sales[b]! / mean, sales[b]!, mean);
  return raised?.level === "alert" && later() === undefined ? { ...raised, level: "watch" } : raised;
}

/** A year without any objection counts as one: from none every rate would be infinitely many times. */
function disputes({ invoices, disputed, invoicesBefore, disputedBefore }: WatchFigures, b: number): Raised {
  if (disputed[b]! < WATCH.fewestDisputed || invoicesBefore[b]! < WATCH.fewestInvoices) return undefined;
  const [now, before] = [disputed[b]! / invoices[b]!, Math.max(1, disputedBefore[b]!) / invoicesBefore[b]!];
  return above("T7", now / before, now, before);
}

function awake({ backOn, lastBefore, backWith, soldBefore, soldBeforeCount }: WatchFigures, b: number, over: boolean): Raised {
  if (backOn[b] === 0 || lastBefore[b] === 0) return undefined;
  const [silent, mean] = [backOn[b]! - lastBefore[b]!, soldBefore[b]! / soldBeforeCount[b]!];
  return silent > WATCH.dormant && backWith[b]! > WATCH.large * mean ? { level: over ? "alert" : "watch", value: silent, against: backWith[b]! } : undefined;
}
