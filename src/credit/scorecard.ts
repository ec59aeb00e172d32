import { chance, logOdds } from "./lateIndex";

/**
 * The published arithmetic of points-based cards (methods.md B3, B4, B6, B7, B9), for a card or default probabilities that a user
 * brings: our own score is none of these (score.md), and no weights of a card are kept here.
 */
export interface CardScale {
  readonly factor: number;
  readonly offset: number;
}

/** `score` points stand for `odds` good to one bad, and `double` more points for twice the odds. */
export function cardScale(score: number, odds: number, double: number): CardScale {
  const factor = double / Math.LN2;
  return { factor, offset: score - factor * Math.log(odds) };
}

/** Points of log-odds good to bad. */
export function cardPoints({ factor, offset }: CardScale, goodToBad: number): number {
  return offset + factor * goodToBad;
}

/** The default probability that so many points stand for. */
export function cardProbability({ factor, offset }: CardScale, points: number): number {
  return chance((offset - points) / factor);
}

/** So much a block of a card counts: what a buyer did says in part the same thing several times ([DESIGN]). */
const BEHAVIOUR = 0.6;

/** Log-odds good to bad of a card without history: the prior's, and its weights. */
export function cardLogOdds(prior: number, behaviour: readonly number[], financial: readonly number[], external: readonly number[]): number {
  const sum = (weights: readonly number[]): number => weights.reduce((all, one) => all + one, 0);
  return -logOdds(prior) + BEHAVIOUR * sum(behaviour) + sum(financial) + sum(external);
}

/** Upper ends of the default probabilities of grades 1 to 9; one on an edge has the better grade. 10 is in default ([DESIGN]). */
const MASTER_SCALE = [0.0005, 0.0012, 0.0028, 0.0065, 0.015, 0.035, 0.08, 0.18, 1] as const;

export function masterGrade(probability: number): number {
  return probability >= 1 ? MASTER_SCALE.length + 1 : MASTER_SCALE.findIndex((end) => probability <= end) + 1;
}

/** Weight of evidence of each bin, ln of its share of the good by its share of the bad: above 0 is safer than the average. A bin without one of the two counts half of one more in every cell. */
export function weightsOfEvidence(good: readonly number[], bad: readonly number[]): { readonly weights: readonly number[]; readonly value: number } {
  const more = [...good, ...bad].includes(0) ? 0.5 : 0;
  const sum = (counts: readonly number[]): number => counts.reduce((all, one) => all + one + more, 0);
  const shares = good.map((one, at) => [(one + more) / sum(good), (bad[at]! + more) / sum(bad)] as const);
  const weights = shares.map(([g, b]) => Math.log(g / b));
  return { weights, value: shares.reduce((all, [g, b], at) => all + (g - b) * weights[at]!, 0) };
}

/** A rate seen `k` times in `n`, drawn towards the prior Beta(a, b) of its peers. */
export function posteriorRate(k: number, n: number, a: number, b: number): number {
  return (a + k) / (a + b + n);
}

/** Beta prior of peers by moments, each seen `n` times; undefined where they differ no more than chance: then all share the mean. */
export function betaPrior(rates: readonly number[], n: number): { readonly a: number; readonly b: number; readonly rho: number } | undefined {
  const mean = rates.reduce((sum, one) => sum + one, 0) / rates.length;
  const spread = rates.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (rates.length - 1);
  const rho = ((n * spread) / (mean * (1 - mean)) - 1) / (n - 1);
  return rho > 0 ? { rho, a: mean * (1 / rho - 1), b: (1 - mean) * (1 / rho - 1) } : undefined;
}

/** How many equal ones so many unequal weights are worth. */
export function effectiveCount(weights: readonly number[]): number {
  const sum = weights.reduce((all, one) => all + one, 0);
  return sum ** 2 / weights.reduce((all, one) => all + one ** 2, 0);
}

/** A probability of a book whose share of the bad was `old` in one whose share is `now`. */
export function shiftedProbability(probability: number, old: number, now: number): number {
  return chance(logOdds(probability) + logOdds(now) - logOdds(old));
}
