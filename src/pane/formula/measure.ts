import type { Arg } from "../../formulas/ask";
import { HeldLedger } from "../../formulas/book";
import { findBuyer } from "../../ledger/findBuyer";
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
  DSO: { measure: "dso", words: { balance: "dso", best: "dso.best", delinquent: "dso.delinquent", countback: "dso.countback", true: "dso.true", weighted: "dso.weighted" }, window: 90 },
  DAYSTOPAY: { measure: "daystopay", words: { weighted: "daystopay", simple: "daystopay.simple" }, window: 365 },
  DBT: { measure: "dbt", words: { beyond: "dbt", signed: "dbt.signed", paid: "dbt.paid", paidsigned: "dbt.paidsigned" }, window: 365 },
  PAYINDEX: { measure: "payindex", window: 365 },
  TURNOVER: { measure: "turnover", words: { ends: "turnover" }, window: 365 },
  DILUTION: { measure: "dilution", words: { sales: "dilution" }, window: 365 },
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
  if (id === "TOPSHARE" && !isBlank(arg("n")) && arg("n") !== 10) return undefined;
  const word = arg("method");
  if (isBlank(word) || found.words === undefined) return found.measure;
  const asked = String(word).trim().toLowerCase();
  return Object.hasOwn(found.words, asked) ? found.words[asked] : undefined;
}

function isSeveral(arg: Arg): boolean {
  return Array.isArray(arg) && ((arg as Grid).length > 1 || ((arg as Grid)[0]?.length ?? 0) > 1);
}

/** The one cell of an argument; a range of several names nobody. */
function cellOf(arg: Arg): Cell {
  if (!Array.isArray(arg)) return arg as Cell;
  const grid = arg as Grid;
  return grid.length === 1 && grid[0]?.length === 1 ? grid[0][0] : null;
}

function dayIn(cell: Cell, dateSystem: 1900 | 1904): Day | undefined {
  return typeof cell === "number" && cell > 0 ? ((Math.floor(cell) + (dateSystem === 1904 ? 1462 : 0)) as Day) : undefined;
}
