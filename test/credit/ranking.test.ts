/**
 * The score against the two real ledgers with known outcomes: invoices of the later 30 % by date, ranked by the score their
 * buyer had the day before each was issued. The figures to reach were measured apart, with the same definitions.
 */
import type { Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/readLedger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import type { Policy } from "../../src/ledger/policy";
import { isLate, knownOn, outcomesOf, type Outcomes } from "../../src/credit/outcomes";
import { scoresBefore } from "../../src/credit/scoresBefore";
import { csvGrid, describeWithData } from "../support/data";

/** Area under the ROC curve: how often a late invoice is ranked above a good one, ties by half. */
function areaUnderCurve(ranked: readonly { readonly x: number; readonly late: boolean }[]): number {
  const sorted = [...ranked].sort((a, b) => a.x - b.x);
  let [goods, wins, late] = [0, 0, 0];
  for (let at = 0; at < sorted.length; ) {
    let [tiedLate, tiedGood] = [0, 0];
    const { x } = sorted[at]!;
    for (; at < sorted.length && sorted[at]!.x === x; at++) {
      if (sorted[at]!.late) tiedLate++;
      else tiedGood++;
    }
    wins += tiedLate * (goods + tiedGood / 2);
    goods += tiedGood;
    late += tiedLate;
  }
  return wins / (late * goods);
}

/** Of the invoices whose outcome is known by the ledger's last day, the later 30 % by date; places in the outcomes. */
function laterKnown(outcomes: Outcomes): Int32Array {
  const known = Int32Array.from({ length: outcomes.count }, (_, k) => k).filter((k) => knownOn(outcomes, k) <= outcomes.ledger.lastDay);
  const split = known.map((k) => outcomes.issued[k]!).sort()[Math.floor(known.length * 0.7)]!;
  return known.filter((k) => outcomes.issued[k]! >= split);
}

function ranking(ledger: Ledger, policy: Policy): { readonly rows: number; readonly late: number; readonly auc: number } {
  const outcomes = outcomesOf(ledger, policy);
  const asked = laterKnown(outcomes);
  const { x } = scoresBefore(outcomes, policy, asked);
  const rows = Array.from(asked, (k, at) => ({ late: isLate(outcomes, k), x: x[at]! }));
  return { rows: rows.length, late: rows.filter(({ late }) => late).length, auc: areaUnderCurve(rows) };
}

describe.each([
  ["ibm_ar/ledger.csv", [[0, 0.877]]],
  ["cassandra_dev/ledger.csv", [[30, 0.748], [0, 0.821]]],
] as const)("%s", (file, targets) => {
  describeWithData(file, "ranking of the later 30 %", () => {
    const ledger = readLedger(csvGrid(file)).ledger;
    test.each(targets.map(([lateAfter, auc]) => ({ lateAfter, auc })))("late by more than $lateAfter days: AUC $auc", ({ lateAfter, auc }) => {
      const found = ranking(ledger, { ...DEFAULT_POLICY, lateAfter });
      expect(Math.abs(found.auc - auc)).toBeLessThanOrEqual(0.004);
    });
  });
});
