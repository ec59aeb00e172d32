import { backTest, type BackTest, type BackTestMeasure } from "../credit/backTest";
import { BACKTEST } from "../credit/policy";
import { say } from "../values/say";
import { askMonths, type Arg } from "./ask";
import { dayOfBook, ledgerOf, onLedger, policyOf, tell } from "./book";
import type { Table, Told } from "./told";

const HEADINGS = ["Measure", "Score", "Past late rate", "Difference", "From", "To"];

/** English whatever the language: formulas look them up. */
const NAMES: Readonly<Record<BackTestMeasure, string>> = { auc: "AUC", gini: "Gini", ks: "KS", brier: "Brier", slope: "Calibration slope", predicted: "Predicted late share" };

/** AR.BACKTEST: the score beside the plain past late rate; From and To are the 95 % interval of the difference. Below them what was tested, and the sentences that are true. */
export function backTestTable(ledgerArg: Arg, asOf: Arg, months: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const day = dayOfBook(book, asOf, 2);
    const found = tell(backTest(ledger, day, policy, askMonths(months, { argument: "months", place: 3 }, BACKTEST.months)));
    const told = found.findings.map((finding): Told[] => ["Finding", say(finding, policy.language), "", "", "", ""]);
    return [HEADINGS, ...found.measures.map(measured), ...tested(found), ...told];
  });
}

function measured({ measure, score, pastRate, difference, interval }: BackTest["measures"][number]): Told[] {
  return [NAMES[measure], score ?? "", pastRate ?? "", difference ?? "", interval?.[0] ?? "", interval?.[1] ?? ""];
}

function tested({ observed, n, late, buyers, stability, byGrade }: BackTest): Told[][] {
  const line = (name: string, figure: number | ""): Told[] => [name, figure, "", "", "", ""];
  return [
    ["Observed late share", observed, observed, "", "", ""], line("Invoices", n), line("Late invoices", late), line("Buyers", buyers), line("Stability (PSI)", stability),
    ...byGrade.map((one) => line(`Late share, grade ${one.grade}`, one.n === 0 ? "" : one.late / one.n)),
  ];
}
