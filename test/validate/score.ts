/**
 * The score against the real ledgers with known outcomes, as it comes out: the later 30 % by date, each invoice judged the day
 * before it was issued. "reached" is whether the figure is where it was measured apart (AUC within 0.004, mean within 0.05,
 * slope 0.8 to 1.2). Altman's Z'' on firms that went bankrupt stands below. With a path to another ledger in .csv (and lateAfter) it is tested too: `npm run validate:score -- book.csv 30`.
 */
import { resolve } from "node:path";
import { backTestOf, type BackTest } from "../../src/credit/backTest";
import { outcomesOf } from "../../src/credit/outcomes";
import { finished } from "../../src/credit/steps";
import type { Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/readLedger";
import { DEFAULT_POLICY } from "../../src/ledger/readPolicy";
import type { Day } from "../../src/values/day";
import { say } from "../../src/values/say";
import { BANKRUPTCIES, bankruptcyAuc, statedBankruptcyAuc } from "../support/bankruptcies";
import { buyerLevel } from "../support/buyerLevel";
import { csvGrid, hasData } from "../support/data";
import { laterKnown, measuredRow } from "../support/laterRows";

const BOOKS: readonly (readonly [file: string, lateAfter: number, auc: number | undefined])[] = [
  ["ibm_ar/ledger.csv", 0, 0.877],
  ["cassandra_dev/ledger.csv", 30, 0.748],
  ["cassandra_dev/ledger.csv", 0, 0.821],
  ...(process.argv[2] === undefined ? [] : [[resolve(process.argv[2]), Number(process.argv[3] ?? 0), undefined] as const]),
];

const three = (figure: number | undefined): string => (figure === undefined ? "cannot be told" : figure.toFixed(3));
const within = (interval: readonly [number, number] | undefined): string => (interval === undefined ? "-" : `${three(interval[0])} to ${three(interval[1])}`);
const line = (...cells: readonly string[]): void => console.log(`| ${cells.join(" | ")} |`);
let missed = 0;
const reached = (yes: boolean): string => {
  if (!yes) missed++;
  return yes ? "reached" : "NOT REACHED";
};

for (const [file, lateAfter, auc] of BOOKS) {
  if (!hasData(file)) {
    console.log(`\n${file}: not here`);
    continue;
  }
  report(readLedger(csvGrid(file)).ledger, file, lateAfter, auc);
}
bankruptcies();
console.log(missed === 0 ? "\nEverything reached." : `\n${missed} not reached.`);

/** Altman's Z'' beside the figures that the data's README states. */
function bankruptcies(): void {
  console.log("\n## Z'' of firms that went bankrupt, AUC\n");
  line("file", "firms", "bankrupt", "a ratio is missing", "AUC", "to reach");
  line("---", "---", "---", "---", "---", "---");
  for (const [file, year] of BANKRUPTCIES) {
    if (!hasData(file)) {
      line(file, "not here", "", "", "", "");
      continue;
    }
    const { auc, firms, bankrupt, without } = bankruptcyAuc(file);
    const stated = three(statedBankruptcyAuc(year));
    line(file, String(firms), String(bankrupt), String(without), three(auc), `${stated}: ${reached(three(auc) === stated)}`);
  }
}

function report(ledger: Ledger, file: string, lateAfter: number, auc: number | undefined): void {
  const policy = { ...DEFAULT_POLICY, lateAfter };
  const outcomes = outcomesOf(ledger, policy);
  const asked = laterKnown(outcomes);
  console.log(`\n## ${file}, late by more than ${lateAfter} days\n`);
  const answer = finished(backTestOf(outcomes, policy, asked, ledger.lastDay));
  if (!answer.known) return console.log(say(answer.reason));
  for (const finding of answer.value.findings) console.log(say(finding));
  console.log(`On the help page: ${measuredRow(answer.value).join(" | ")}`);
  measured(answer.value, auc);
  level(buyerLevel(outcomes, policy, asked.reduce((first, k) => Math.min(first, outcomes.issued[k]!), ledger.lastDay) as Day));
}

function measured({ measures, observed, byGrade, stability }: BackTest, auc: number | undefined): void {
  console.log("");
  line("measure", "score", "95 %", "past late rate", "difference", "95 %", "to reach");
  line("---", "---", "---", "---", "---", "---", "---");
  for (const { measure, score, scoreInterval, pastRate, difference, interval } of measures) {
    const goals: Record<string, (() => string) | undefined> = {
      auc: auc === undefined ? undefined : () => `${three(auc)} within 0.004, not below the past late rate: ${reached(Math.abs(score! - auc) <= 0.004 && difference! >= 0)}`,
      slope: () => `0.8 to 1.2: ${reached(score !== undefined && score >= 0.8 && score <= 1.2)}`,
      predicted: () => `${three(observed)} (observed) within 0.05: ${reached(Math.abs(score! - observed) <= 0.05)}`,
    };
    line(measure, three(score), within(scoreInterval), three(pastRate), three(difference), within(interval), goals[measure]?.() ?? "");
  }
  console.log(`\nLate by the grade of the day before issue: ${byGrade.map(({ grade, n, late }) => `${grade} ${late} of ${n}`).join(", ")}. Stability of the grades ${three(stability)}.`);
}

function level({ points, half, any, spearman, byGrade }: ReturnType<typeof buyerLevel>): void {
  console.log(`\nBuyers at month-ends, next 90 days (${points}):\n`);
  line("", "score", "past late rate", "difference");
  line("---", "---", "---", "---");
  for (const [name, { card, pastRate }] of [["half or more late, AUC", half], ["any late, AUC", any], ["late share, rank correlation", spearman]] as const) line(name, three(card), three(pastRate), three(card - pastRate));
  console.log(`\nLate share of the next 90 days: ${byGrade.map(([grade, share, n]) => `${grade} ${n === 0 ? "-" : `${Math.round(share * 100)} %`}`).join(", ")}; in order: ${reached(byGrade.filter(([, , n]) => n > 0).every(([, share], at, all) => at === 0 || share >= all[at - 1]![1]))}`);
}
