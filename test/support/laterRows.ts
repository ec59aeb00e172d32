import type { BackTest } from "../../src/credit/backTest";
import { knownOn, type Outcomes } from "../../src/credit/outcomes";

/** Of the invoices whose outcome is known by the ledger's last day, the later 30 % by date; places in the outcomes. */
export function laterKnown(outcomes: Outcomes): Int32Array {
  const known = Int32Array.from({ length: outcomes.count }, (_, k) => k).filter((k) => knownOn(outcomes, k) <= outcomes.ledger.lastDay);
  const split = known.map((k) => outcomes.issued[k]!).sort()[Math.floor(known.length * 0.7)]!;
  return known.filter((k) => outcomes.issued[k]! >= split);
}

/** A line of the table on the help page: invoices and late, AUC of score and past late rate, their difference, late foreseen and come, slope. */
export function measuredRow({ n, late, observed, measures }: BackTest): string[] {
  const of = (name: string) => measures.find(({ measure }) => measure === name)!;
  const three = (figure: number | undefined): string => figure!.toFixed(3);
  const span = (interval: readonly [number, number] | undefined): string => `(${three(interval![0])} to ${three(interval![1])})`;
  const auc = of("auc");
  return [`${n} / ${late}`, `${three(auc.score)} ${span(auc.scoreInterval)}`, three(auc.pastRate), `${three(auc.difference)} ${span(auc.interval)}`, three(of("predicted").score), three(observed), three(of("slope").score)];
}
