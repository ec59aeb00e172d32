import { dayOfSerial, isLone, type Arg } from "../../formulas/ask";
import { HeldLedger } from "../../formulas/book";
import { explainScore } from "../../credit/explainScore";
import { findBuyer } from "../../ledger/findBuyer";
import { documentsBehind, explain, type RowsBehind } from "../../receivables/explain";
import { bareName } from "../../receivables/trend";
import { known, type Answer } from "../../values/answer";
import { isBlank, type Cell, type Grid } from "../../values/cell";
import type { Day } from "../../values/day";
import { dayOfFigures } from "../dayOfFigures";
import type { Opened } from "../source";
import { signatureOf } from "./signatures";

/** The measure of `explain` behind each function; its words that have one of their own, the first the default. */
const MEASURES: Readonly<Record<string, { readonly measure: string; readonly words?: Readonly<Record<string, string>> }>> = {
  BUYERS: { measure: "open" },
  AGING: { measure: "open" },
  DSO: { measure: "dso", words: { balance: "dso", best: "dso.best", delinquent: "dso.delinquent", countback: "dso.countback", true: "dso.true", weighted: "dso.weighted" } },
  DAYSTOPAY: { measure: "daystopay", words: { weighted: "daystopay", simple: "daystopay.simple" } },
  DBT: { measure: "dbt", words: { beyond: "dbt", signed: "dbt.signed", paid: "dbt.paid", paidsigned: "dbt.paidsigned", buckets: "dbt.buckets" } },
  PAYINDEX: { measure: "payindex" },
  TURNOVER: { measure: "turnover", words: { ends: "turnover", months: "turnover" } },
  DILUTION: { measure: "dilution", words: { sales: "dilution", collections: "dilution" } },
  CURRENTSHARE: { measure: "currentshare" },
  OVERDUESHARE: { measure: "overdueshare" },
  CEI: { measure: "cei", words: { total: "cei", monthly: "cei", cashonly: "cei.cashonly" } },
  TOPSHARE: { measure: "topshare" },
  HHI: { measure: "hhi", words: { hhi: "hhi", effective: "hhi", normalised: "hhi" } },
  CREDITSCORE: { measure: "score" },
  CREDITGRADE: { measure: "score" },
  LATEODDS: { measure: "score" },
  SCOREREASONS: { measure: "score" },
};

/** Rests on a buyer's outcomes, and is of no book. */
const SCORE = "score";

/** The documents behind a cell; undefined where the function has none to show, or several days or buyers are asked for. */
export function rowsBehind(id: string, values: readonly Arg[], opened: Opened): Answer<RowsBehind> | undefined {
  const held = values[0];
  if (!(held instanceof HeldLedger)) return undefined;
  const arg = (name: string): Cell => cellOf(values[signatureOf(id)!.parameters.findIndex((one) => one.name === name)]);
  const measure = id === "EXPLAIN" || id === "TREND" ? String(arg("measure")).split(/[:：]/)[0]! : measureOf(id, arg);
  if (measure === undefined) return undefined;
  const asked = arg("asOf");
  if ((typeof asked === "string" && asked !== "") || isSeveral(values[signatureOf(id)!.parameters.findIndex(({ name }) => name === "buyer")])) return undefined;
  const day = dayOfFigures(opened, dayIn(asked, opened.dateSystem));
  const buyer = id === "TREND" ? String(arg("measure")).split(/[:：]/)[1] : arg("buyer");
  const { ledger, policy } = opened.reading;
  const who = isBlank(buyer) || buyer === "*" ? undefined : findBuyer(ledger, buyer);
  if (bareName(measure) === SCORE) return who === undefined ? undefined : explainScore(ledger, day, policy, who);
  if (id === "EXPLAIN" || id === "TREND") return explain(ledger, day, measure, { policy, buyer: who });
  const found = documentsBehind(ledger, day, measure, { policy, buyer: who, window: numberIn(arg("window")), top: numberIn(arg("n")), from: dayIn(arg("from"), opened.dateSystem) });
  return found === undefined ? undefined : known(found, { method: id, day, facts: [] });
}

function measureOf(id: string, arg: (name: string) => Cell): string | undefined {
  const found = Object.hasOwn(MEASURES, id) ? MEASURES[id] : undefined;
  if (found === undefined) return undefined;
  const word = arg(id === "CEI" ? "variant" : "method");
  if (isBlank(word) || found.words === undefined) return found.measure;
  const asked = String(word).trim().toLowerCase();
  return Object.hasOwn(found.words, asked) ? found.words[asked] : undefined;
}

function numberIn(cell: Cell): number | undefined {
  return typeof cell === "number" ? cell : undefined;
}

function isSeveral(arg: Arg): boolean {
  return Array.isArray(arg) && !isLone(arg as Grid);
}

/** The one cell of an argument; a range of several names nobody. */
function cellOf(arg: Arg): Cell {
  if (!Array.isArray(arg)) return arg as Cell;
  return isSeveral(arg) ? null : (arg as Grid)[0]?.[0];
}

function dayIn(cell: Cell, dateSystem: 1900 | 1904): Day | undefined {
  return typeof cell === "number" && cell > 0 ? dayOfSerial(cell, dateSystem) : undefined;
}
