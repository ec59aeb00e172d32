import { assess } from "../credit/assess";
import { calibrate } from "../credit/calibrate";
import { creditLimits } from "../credit/creditLimits";
import { scoreBook } from "../credit/scoreBook";
import { scoreReasons } from "../credit/scoreReasons";
import type { Assessment, BuyerScore, Calibration, CreditLimit, ScoreBook, ScoreReason } from "../credit/score";
import { aging, type Aging } from "../receivables/aging";
import { position } from "../receivables/position";
import type { Day } from "../values/day";
import { paymentHistory, type AgainstTerms } from "./paymentHistory";
import { dayOfFigures } from "./dayOfFigures";
import type { Opened } from "./source";

/** All buyers judged on a day: what the search, the list of the worst and every buyer's page read. */
export interface JudgedBook {
  readonly opened: Opened;
  readonly day: Day;
  readonly scores: ScoreBook;
  readonly calibration: Calibration;
  readonly assessments: readonly Assessment[];
  readonly limits: readonly CreditLimit[];
  readonly aging: Aging;
}

/** One buyer's page. */
export interface BuyerFigures {
  readonly score: BuyerScore;
  readonly reasons: readonly ScoreReason[];
  readonly assessment: Assessment;
  readonly limit: CreditLimit;
  readonly history: readonly AgainstTerms[];
}

/** Throws Refusal: NOT_BACKDATABLE, several currencies. */
export function judge(opened: Opened, asked: Day | undefined): JudgedBook {
  const { reading } = opened;
  const { ledger, policy } = reading;
  const day = dayOfFigures(opened, asked);
  return {
    opened,
    day,
    scores: scoreBook(ledger, day, policy),
    calibration: calibrate(ledger, day, policy),
    assessments: assess(ledger, day, policy),
    limits: creditLimits(ledger, day, policy),
    aging: aging(position(ledger, day), { edges: policy.buckets, credits: policy.credits, disputes: policy.disputes }),
  };
}

export function buyerFigures(book: JudgedBook, buyer: number): BuyerFigures {
  return {
    score: book.scores.buyers[buyer]!,
    reasons: scoreReasons(book.scores, buyer),
    assessment: book.assessments.find((one) => one.buyer === buyer)!,
    limit: book.limits.find((one) => one.buyer === buyer)!,
    history: paymentHistory(book.opened.reading.ledger, book.day, buyer),
  };
}

/** The buyers with the lowest scores: where to look first. */
export function worstOf(book: JudgedBook, most = 5): readonly Assessment[] {
  return book.assessments.filter(({ score }) => score.known).slice(0, most);
}
