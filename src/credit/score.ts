import type { Policy } from "../ledger/policy";
import type { Ledger } from "../ledger/ledger";
import type { Answer, Reason } from "../values/answer";
import type { Day } from "../values/day";
import type { Exposure } from "./exposure";

/** `A` pays best, `E` worst, against the book itself. */
export const GRADES = ["A", "B", "C", "D", "E"] as const;
export type Grade = (typeof GRADES)[number];

/**
 * How much is known of a buyer. `undated`: nothing in the list is settled on a day, so nobody can be judged.
 * `insufficient`: no known outcome and nothing overdue. `provisional`: something overdue, nothing known or nothing settled.
 * `thin`, `some`, `normal`: 1 to 4, 5 to 11, 12 and more known outcomes.
 */
export type Status = "undated" | "insufficient" | "provisional" | "thin" | "some" | "normal";

/** One buyer's score on a day and what it is made of. */
export interface BuyerScore {
  /** place in `ledger.buyers` */
  readonly buyer: number;
  readonly status: Status;
  /** points; 500 = the book's average buyer, 20 points double the odds; unknown for `undated` and `insufficient` */
  readonly score: Answer<number>;
  /** undefined where the score is unknown */
  readonly grade: Grade | undefined;
  /** log-odds of paying late against the book, x1 + x2; larger is worse */
  readonly x: number;
  /** the late index and what is overdue now */
  readonly x1: number;
  readonly x2: number;
  /** their points: 500 + latePoints + overduePoints is the score, bit for bit, in any order of adding */
  readonly latePoints: number;
  readonly overduePoints: number;
  /** known outcomes, and those of them late */
  readonly known: number;
  readonly late: number;
  /** open invoices past due, but not yet late */
  readonly pending: number;
  /** late count with near misses in parts (score steps), pending items included */
  readonly lateWeight: number;
  /** the buyer's late rate, pulled towards the book's */
  readonly rate: number;
  /** invoices settled so far */
  readonly settled: number;
  /** largest days past due of an open invoice, 0 = nothing overdue */
  readonly daysOverdue: number;
}

/** All buyers on a day: one pass. */
export interface ScoreBook {
  readonly ledger: Ledger;
  readonly day: Day;
  readonly policy: Policy;
  /** an invoice is late when its days past due exceed this: the policy's lateAfter + grace */
  readonly lateDays: number;
  /** some document was settled on a dated day by now; without one nobody can be judged */
  readonly dated: boolean;
  /** the book's late rate now, fraction */
  readonly rate: number;
  /** known outcomes of the whole book, and those of them late */
  readonly known: number;
  readonly late: number;
  /** outcomes a buyer's own record is mixed with, at the book's rate */
  readonly weight: number;
  /** one a buyer, by place in `ledger.buyers` */
  readonly buyers: readonly BuyerScore[];
}

/** A line of AR.SCOREREASONS. `points` undefined: said beside the score, no part of it. */
export interface ScoreReason {
  readonly code: "base" | "lateIndex" | "overdueNow" | "status" | "interval" | LimitCap["code"];
  /** what it is about: `Late index` */
  readonly name: Reason;
  readonly finding: Reason;
  readonly points: number | undefined;
  /** what would change it; undefined where nothing of the buyer's doing would */
  readonly change: Reason | undefined;
}

/** How the ledger itself turns scores into probabilities. */
export interface Calibration {
  readonly day: Day;
  /** days whose closed outcomes were used: 182, or 365 or 730 where too few of the rarer outcome */
  readonly window: number;
  /** invoices whose outcome closed in the window, and those of them late */
  readonly n: number;
  readonly late: number;
  /** outcomes of the rarer class, and which that is */
  readonly E: number;
  readonly rarer: "late" | "good";
  /** at least ten of the rarer outcome: probabilities may be said */
  readonly enough: boolean;
  /** logit P = a + b z */
  readonly a: number;
  readonly b: number;
  /** late invoices of the window that the fit expects */
  readonly expectedLate: number;
  /** the last closed quarter (91 days) as the calibration before it foresaw it: invoices, mean predicted and observed late share */
  readonly quarter: { readonly n: number; readonly predicted: number; readonly observed: number } | undefined;
  /** predicted and observed of that quarter differ by more than 5 points: the book has moved */
  readonly moved: boolean;
  /** five bands by predicted probability, equal steps of 0.2, empty ones left out; only from 100 of the rarer outcome */
  readonly bands: readonly { readonly from: number; readonly to: number; readonly n: number; readonly predicted: number; readonly observed: number }[];
}

export interface LimitMethod {
  /** L1 net worth, L2 working capital, L3 trade references, L4 need, L5 history, L6 insurer, L7 own share; what is left of the group's limit, only where it binds */
  readonly id: "L1" | "L2" | "L3" | "L4" | "L5" | "L6" | "L7" | "starter" | "group";
  readonly name: Reason;
  /** minor units; unknown says what is missing */
  readonly amount: Answer<number>;
  /** what it rests on, as a sentence */
  readonly basis: Reason;
  /** this amount decided the limit */
  readonly used: boolean;
}

/** A line of AR.LIMITREASONS that is no method: a fact, and what it does to the limit. */
export interface LimitCap {
  readonly code: "override" | "statements" | "country" | "sector";
  readonly finding: Reason;
  /** what follows for the limit */
  readonly effect: Reason;
}

export interface CreditLimit {
  readonly buyer: number;
  /** minor units, floored to two significant digits */
  readonly amount: Answer<number>;
  readonly methods: readonly LimitMethod[];
  readonly grade: Grade | undefined;
  /** the grade that the limit goes by: not the buyer's own where an override or statements in distress are against it */
  readonly goesBy: Grade | undefined;
  readonly factor: number;
  /** what bounds the limit besides its methods: overrides, and what others say of the buyer */
  readonly caps: readonly LimitCap[];
  /** ungraded, or nothing but need to go by: held to one month's need */
  readonly starter: boolean;
  /** minor units: open net of unapplied credits, with orders and the like, less deposits and guarantees; never below 0 */
  readonly exposure: number;
  readonly exposureParts: Exposure["parts"];
  /** exposure / limit; unknown where the limit is 0 or unknown */
  readonly used: Answer<number>;
  /** exposure above the limit, also where the limit is 0 */
  readonly over: boolean;
  /** minor units of the limit that the insurer's limit does not cover; undefined without an insurer */
  readonly uninsured: number | undefined;
  /** the sentence that says how it was decided */
  readonly decision: Reason;
}

/** A row of AR.ASSESS. Money in minor units. */
export interface Assessment {
  /** place in `ledger.buyers` */
  readonly buyer: number;
  readonly score: Answer<number>;
  readonly grade: Grade | undefined;
  /** probability that an invoice is paid later than the policy's lateAfter (+ grace) days; unrounded */
  readonly lateOdds: Answer<number>;
  readonly open: number;
  readonly overdue: number;
  /** days, money-weighted, early counted as 0, open overdue items included */
  readonly daysBeyondTerms: Answer<number>;
  readonly limit: Answer<number>;
  readonly used: Answer<number>;
  readonly over: boolean;
  readonly status: Status;
  readonly mainReason: Reason;
}
