import { dayOfSerial, isLone, type Arg } from "../../formulas/ask";
import { HeldLedger } from "../../formulas/book";
import { findBuyer } from "../../ledger/findBuyer";
import { DEFAULT_TOP } from "../../receivables/concentration";
import { DEFAULT_DBT_WINDOW } from "../../receivables/daysBeyondTerms";
import { DEFAULT_PAYMENT_WINDOW } from "../../receivables/daysToPay";
import { DEFAULT_YEAR } from "../../receivables/dilution";
import { DEFAULT_DSO_WINDOW } from "../../receivables/dso";
import { explain, type Explanation } from "../../receivables/explain";
import type { Answer } from "../../values/answer";
import { isBlank, type Cell, type Grid } from "../../values/cell";
import type { Day } from "../../values/day";
import { dayOfFigures } from "../dayOfFigures";
import type { Opened } from "../source";
import { signatureOf } from "./signatures";

/** The measure of `explain` behind each function; its words that have one of their own, the first the default. */
const MEASURES: Readonly<Record<string, { readonly measure: string; readonly words?: Readonly<Record<string, string>>; readonly window?: number }>> = {
  BUYERS: { measure: "open" },
  AGING: { measure: "open" },
  DSO: { measure: "dso", words: { balance: "dso", best: "dso.best", delinquent: "dso.delinquent", countback: "dso.countback", true: "dso.true", weighted: "dso.weighted" }, window: DEFAULT_DSO_WINDOW },
  DAYSTOPAY: { measure: "daystopay", words: { weighted: "daystopay", simple: "daystopay.simple" }, window: DEFAULT_PAYMENT_WINDOW },
  DBT: { measure: "dbt", words: { beyond: "dbt", signed: "dbt.signed", paid: "dbt.paid", paidsigned: "dbt.paidsigned" }, window: DEFAULT_DBT_WINDOW },
  PAYINDEX: { measure: "payindex", window: DEFAULT_PAYMENT_WINDOW },
  TURNOVER: { measure: "turnover", words: { ends: "turnover" }, window: DEFAULT_YEAR },
  DILUTION: { measure: "dilution", words: { sales: "dilution" }, window: DEFAULT_YEAR },
  CURRENTSHARE: { measure: "currentshare" },
  OVERDUESHARE: { measure: "overdueshare" },
  TOPSHARE: { measure: "topshare" },
  HHI: { measure: "hhi", words: { hhi: "hhi" } },
};

/** The documents behind a cell; undefined where the function, its words or its window have none to show. */
export function rowsBehind(id: string, values: readonly Arg[], opened: Opened): Answer<Explanation> | undefined {
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
  return explain(ledger, day, measure, { policy, buyer: who });
}

function measureOf(id: string, arg: (name: string) => Cell): string | undefined {
  const found = Object.hasOwn(MEASURES, id) ? MEASURES[id] : undefined;
  if (found === undefined) return undefined;
  const window = arg("window");
  if (!isBlank(window) && window !== found.window) return undefined;
  if (id === "TOPSHARE" && !isBlank(arg("n")) && arg("n") !== DEFAULT_TOP) return undefined;
  const word = arg("method");
  if (isBlank(word) || found.words === undefined) return found.measure;
  const asked = String(word).trim().toLowerCase();
  return Object.hasOwn(found.words, asked) ? found.words[asked] : undefined;
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
