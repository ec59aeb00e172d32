import { aging, type Aging } from "../receivables/aging";
import { DEFAULT_TOP, concentration, type Concentration } from "../receivables/concentration";
import { DEFAULT_DSO_WINDOW, dso } from "../receivables/dso";
import { position } from "../receivables/position";
import { overdueShare } from "../receivables/shares";
import type { Answer } from "../values/answer";
import type { Day } from "../values/day";
import { dayOfFigures } from "./dayOfFigures";
import type { Opened } from "./source";

/** Everything the portfolio view shows of one day. Money in minor units. */
export interface Portfolio {
  readonly day: Day;
  /** nothing was issued by this day */
  readonly before: boolean;
  readonly open: number;
  readonly documents: number;
  readonly buyers: number;
  readonly overdue: number;
  readonly overdueShare: Answer<number>;
  readonly dso: Answer<number>;
  readonly best: Answer<number>;
  readonly delinquent: Answer<number>;
  readonly window: number;
  readonly aging: Aging;
  readonly largest: readonly LargeBuyer[];
  readonly concentration: Answer<Concentration>;
}

export interface LargeBuyer {
  readonly buyer: number;
  readonly open: number;
  readonly overdue: number;
  /** of the positive balances */
  readonly share: number;
}

/** The figures of a day (undefined: the formula's, else the ledger's last). Throws Refusal: NOT_BACKDATABLE, several currencies. */
export function portfolioOf(opened: Opened, asked: Day | undefined): Portfolio {
  const { reading } = opened;
  const { ledger, policy } = reading;
  const day = dayOfFigures(opened, asked);
  const on = position(ledger, day);
  const sum = (column: { reduce(add: (a: number, b: number) => number, start: number): number }): number => column.reduce((a, b) => a + b, 0);
  return {
    day,
    before: day < ledger.firstDay,
    open: on.total,
    documents: sum(on.openCountByBuyer),
    buyers: on.openCountByBuyer.reduce((count, items) => count + (items > 0 ? 1 : 0), 0),
    overdue: sum(on.overdueByBuyer),
    overdueShare: overdueShare(on),
    dso: dso(on, { method: "balance", retention: policy.retention }),
    best: dso(on, { method: "best", retention: policy.retention }),
    delinquent: dso(on, { method: "delinquent", retention: policy.retention }),
    window: DEFAULT_DSO_WINDOW,
    aging: aging(on, { edges: policy.buckets, credits: policy.credits, disputes: policy.disputes }),
    largest: largestOf(on.openByBuyer, on.overdueByBuyer),
    concentration: concentration(on),
  };
}

function largestOf(open: Float64Array, overdue: Float64Array): LargeBuyer[] {
  const positive = open.reduce((total, one) => total + Math.max(0, one), 0);
  return Array.from(open, (balance, buyer) => ({ buyer, open: balance, overdue: overdue[buyer]!, share: balance / positive }))
    .filter((one) => one.open > 0)
    .sort((a, b) => b.open - a.open || a.buyer - b.buyer)
    .slice(0, DEFAULT_TOP);
}
