/**
 * The score against the two real ledgers with known outcomes: invoices of the later 30 % by date, ranked by the score their
 * buyer had the day before each was issued. The figures to reach were measured apart, with the same definitions.
 */
import type { Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/readLedger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import type { Policy } from "../../src/ledger/policy";
import { backTestOf, type BackTest } from "../../src/credit/backTest";
import { outcomesOf } from "../../src/credit/outcomes";
import { finished } from "../../src/credit/steps";
import { csvGrid, describeWithData } from "../support/data";
import { laterKnown, measuredRow } from "../support/laterRows";
import measured from "../../src/excel/metadata/measured.json";

function tested(ledger: Ledger, policy: Policy): BackTest {
  const outcomes = outcomesOf(ledger, policy);
  const answer = finished(backTestOf(outcomes, policy, laterKnown(outcomes), ledger.lastDay));
  if (!answer.known) throw new Error(answer.reason.code);
  return answer.value;
}

describe.each([
  ["ibm_ar/ledger.csv", [[0, 0.877]]],
  ["cassandra_dev/ledger.csv", [[30, 0.748], [0, 0.821]]],
] as const)("%s", (file, targets) => {
  describeWithData(file, "ranking of the later 30 %", () => {
    const ledger = readLedger(csvGrid(file)).ledger;
    test.each(targets.map(([lateAfter, auc]) => ({ lateAfter, auc })))("late by more than $lateAfter days: AUC $auc, not below the past late rate; foreseen as it came", ({ lateAfter, auc }) => {
      const found = tested(ledger, { ...DEFAULT_POLICY, lateAfter });
      const { measures, observed } = found;
      const of = (name: string) => measures.find(({ measure }) => measure === name)!;
      expect(Math.abs(of("auc").score! - auc)).toBeLessThanOrEqual(0.004);
      expect(of("auc").difference).toBeGreaterThanOrEqual(0);
      expect(Math.abs(of("predicted").score! - observed)).toBeLessThanOrEqual(0.05);
      expect(of("slope").score).toBeGreaterThanOrEqual(0.8);
      expect(of("slope").score).toBeLessThanOrEqual(1.2);
      const name = `${file.startsWith("ibm") ? "IBM" : "Cassandra"}, ${lateAfter}`;
      expect(measured.BACKTEST.rows).toContainEqual([name, ...measuredRow(found)]); // what the help page says was measured
    });
  });
});
