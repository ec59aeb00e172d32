import { aging } from "../../formulas/aging";
import type { Arg } from "../../formulas/ask";
import { assessment } from "../../formulas/assess";
import { backTestTable } from "../../formulas/backTest";
import { borrowingBaseTable, eligibleTable } from "../../formulas/bank";
import { buyersTable } from "../../formulas/buyers";
import { cashRatioFigure } from "../../formulas/cashRatio";
import { columnsTable } from "../../formulas/columns";
import { hhiFigure, topShareFigure } from "../../formulas/concentration";
import { creditGrade } from "../../formulas/creditGrade";
import { creditLimit } from "../../formulas/creditLimit";
import { creditScore } from "../../formulas/creditScore";
import { creditTerms, discountCostFigure } from "../../formulas/creditTerms";
import { dbtFigure } from "../../formulas/daysBeyondTerms";
import { daysToPayFigure } from "../../formulas/daysToPay";
import { dilutionFigure } from "../../formulas/dilution";
import { dsoFigure } from "../../formulas/dso";
import { dsoChangeTable } from "../../formulas/dsoChange";
import { ceiFigure } from "../../formulas/effectiveness";
import { explanation } from "../../formulas/explain";
import { issuesTable } from "../../formulas/issues";
import { joinedText } from "../../formulas/join";
import { lateOdds } from "../../formulas/lateOdds";
import { ledgerText } from "../../formulas/ledger";
import { limitReasonsTable } from "../../formulas/limitReasons";
import { expectedLossTable, provisionTable } from "../../formulas/loss";
import { payIndexFigure } from "../../formulas/paymentIndex";
import { reconciliation } from "../../formulas/reconcile";
import { rollForwardTable } from "../../formulas/rollForward";
import { rollRatesTable } from "../../formulas/rollRates";
import { scoreReasons } from "../../formulas/scoreReasons";
import { currentShareFigure, overdueShareFigure } from "../../formulas/shares";
import type { Told } from "../../formulas/told";
import { trendTable } from "../../formulas/trend";
import { turnoverFigure } from "../../formulas/turnover";
import { version } from "../../formulas/version";
import { whatIfTable } from "../../formulas/whatIf";
import { zScore } from "../../formulas/zScore";
import type { Shown } from "../../values/cell";

type Answered = Shown | readonly (readonly Told[])[];

/** The formulas by the name that a cell calls them; arguments in the order of the contract. A test holds the names to those that were built. */
const FORMULAS: ReadonlyMap<string, (...args: readonly Arg[]) => Answered> = new Map<string, (...args: Arg[]) => Answered>([
  ["VERSION", version],
  ["LEDGER", ledgerText],
  ["BORROWINGBASE", borrowingBaseTable],
  ["ELIGIBLE", eligibleTable],
  ["JOIN", (...blocks) => joinedText(blocks as Parameters<typeof joinedText>[0])],
  ["BUYERS", buyersTable],
  ["ISSUES", issuesTable],
  ["COLUMNS", columnsTable],
  ["AGING", aging],
  ["DSO", dsoFigure],
  ["DAYSTOPAY", daysToPayFigure],
  ["DBT", dbtFigure],
  ["PAYINDEX", payIndexFigure],
  ["CEI", ceiFigure],
  ["TURNOVER", turnoverFigure],
  ["DILUTION", dilutionFigure],
  ["CURRENTSHARE", currentShareFigure],
  ["OVERDUESHARE", overdueShareFigure],
  ["TOPSHARE", topShareFigure],
  ["HHI", hhiFigure],
  ["CASHRATIO", cashRatioFigure],
  ["ROLLRATES", rollRatesTable],
  ["TREND", trendTable],
  ["ROLLFORWARD", rollForwardTable],
  ["DSOCHANGE", dsoChangeTable],
  ["EXPLAIN", explanation],
  ["RECONCILE", reconciliation],
  ["CREDITSCORE", creditScore],
  ["CREDITGRADE", creditGrade],
  ["LATEODDS", lateOdds],
  ["SCOREREASONS", scoreReasons],
  ["CREDITLIMIT", creditLimit],
  ["ASSESS", assessment],
  ["WHATIF", whatIfTable],
  ["BACKTEST", backTestTable],
  ["TERMS", creditTerms],
  ["DISCOUNTCOST", discountCostFigure],
  ["ZSCORE", zScore],
  ["EXPECTEDLOSS", expectedLossTable],
  ["PROVISION", provisionTable],
  ["LIMITREASONS", limitReasonsTable],
] as readonly (readonly [string, (...args: Arg[]) => Answered])[]);

export const FORMULA_IDS: readonly string[] = [...FORMULAS.keys()];

/** What a cell with this function would hold: one cell, or a spill. Throws CellRefusal. */
export function answerOf(id: string, args: readonly Arg[]): readonly (readonly Told[])[] {
  const answer = FORMULAS.get(id)!(...args);
  return typeof answer === "object" ? answer : [[answer]];
}
