import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { known, unknown, type Answer, type Reason } from "../values/answer";
import { addMonths, isoDay, type Day } from "../values/day";
import { ALTMAN, altmanScore, altmanZone, NO_LIABILITIES_X4, type Zone } from "./altman";

/** A buyer's statements as the `buyers` range has them. Amounts in units of their own currency; undefined = not given. */
type Facts = ReadonlyMap<string, string | number>;

/** Accounts older than this many months count as missing (methods.md B5 [DESIGN]). */
const OLDEST_MONTHS = 18;

const FIGURES = ["netWorth", "workingCapital", "currentAssets", "currentLiabilities", "totalAssets", "totalLiabilities", "retainedEarnings", "ebit", "sales", "marketEquity", "ratio1", "ratio2", "ratio3", "ratio4", "ratio5"];

/** What Altman's model makes of a buyer's statements on a day. */
export interface StatementView {
  readonly score: Answer<number>;
  /** undefined where the score cannot be told */
  readonly zone: Zone | undefined;
  /** model, score, zone and the statements' day; or why there is none */
  readonly finding: Reason;
}

/** By the model of the policy (methods.md B5); undefined where the range has no figure of the buyer's accounts. A zone is no probability of default. */
export function statementView({ buyers }: Ledger, day: Day, { altman: model }: Policy, buyer: number): StatementView | undefined {
  const facts = buyers.facts[buyer];
  if (facts === undefined || !FIGURES.some((name) => facts.has(name))) return undefined;
  const score = scoreOf(facts, day, model);
  if (!score.known) return { score, zone: undefined, finding: score.reason };
  const zone = altmanZone(model, score.value);
  const date = facts.get("statementDate");
  const owesNothing = figure(facts, "ratio4") === undefined && totalLiabilities(facts) === 0;
  const code = owesNothing ? "statements.nothingOwed" : date === undefined ? "statements.undated" : "statements.scored";
  return { score, zone, finding: { code, about: { code: `zone.${zone}` }, with: { model, score: score.value.toFixed(2), date: date === undefined ? "-" : isoDay(date as Day), x4: NO_LIABILITIES_X4 } } };
}

function scoreOf(facts: Facts, day: Day, model: Policy["altman"]): Answer<number> {
  const missing = notOf(facts, day) ?? (isFinancial(facts) ? { code: "statements.financial" } : undefined);
  if (missing !== undefined) return unknown(missing.code, missing.with);
  const ratios: number[] = [];
  for (let at = 0; at < ALTMAN[model].weights.length; at++) {
    const ratio = ratioOf(facts, at, model);
    if (typeof ratio !== "number") return unknown(ratio.code, { ...ratio.with, model });
    ratios.push(ratio);
  }
  const score = altmanScore(model, ratios);
  return Number.isFinite(score) ? known(score, { method: "altman", day, facts: ratios.map((ratio, at) => [`X${at + 1}`, ratio]) }) : unknown("statements.noSize");
}

/** Why the statements count as missing on a day: too old, or not yet drawn up. */
function notOf(facts: Facts, day: Day): Reason | undefined {
  const date = facts.get("statementDate");
  if (typeof date !== "number") return undefined;
  const values = { date: isoDay(date as Day), day: isoDay(day), months: OLDEST_MONTHS };
  return date < addMonths(day, -OLDEST_MONTHS) ? { code: "statements.old", with: values } : date > day ? { code: "statements.later", with: values } : undefined;
}

/** Banks and insurers owe money as their trade: the models say nothing of them. */
function isFinancial(facts: Facts): boolean {
  return /\b(?:bank|insur|financ)|银行|保险|金融|证券/i.test(String(facts.get("sector") ?? "").slice(0, 100));
}

function figure(facts: Facts, name: string): number | undefined {
  const value = facts.get(name);
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** One figure, else the difference of two others. */
function orDifference(facts: Facts, name: string, from: string, less: string): number | undefined {
  const [whole, part] = [figure(facts, from), figure(facts, less)];
  return figure(facts, name) ?? (whole === undefined || part === undefined ? undefined : whole - part);
}

function totalLiabilities(facts: Facts): number | undefined {
  return orDifference(facts, "totalLiabilities", "totalAssets", "netWorth");
}

/** The ratio as given, else from the amounts; else what is missing. Its currency does not matter: both sides have it. */
function ratioOf(facts: Facts, at: number, model: Policy["altman"]): number | Reason {
  const given = figure(facts, `ratio${at + 1}`);
  if (given !== undefined) return at === 3 ? Math.min(NO_LIABILITIES_X4, given) : given;
  if (at === 3) return equityToLiabilities(facts, model);
  const [above, assets] = [aboveTheLine(facts, at), figure(facts, "totalAssets")];
  if (above === undefined || assets === undefined) return { code: "statements.missing", with: { ratio: `X${at + 1}` } };
  return assets > 0 ? above / assets : { code: "statements.noSize" };
}

function aboveTheLine(facts: Facts, at: number): number | undefined {
  if (at === 0) return orDifference(facts, "workingCapital", "currentAssets", "currentLiabilities");
  return figure(facts, at === 1 ? "retainedEarnings" : at === 2 ? "ebit" : "sales");
}

function equityToLiabilities(facts: Facts, model: Policy["altman"]): number | Reason {
  const equity = model === "Z" ? figure(facts, "marketEquity") : orDifference(facts, "netWorth", "totalAssets", "totalLiabilities"); // Z of 1968 takes what the market pays
  const owed = totalLiabilities(facts);
  if (equity === undefined || owed === undefined) return { code: "statements.missing", with: { ratio: "X4" } };
  return owed < 0 ? { code: "statements.noSize" } : owed === 0 ? NO_LIABILITIES_X4 : Math.min(NO_LIABILITIES_X4, equity / owed);
}

/** Net worth or working capital in units of the ledger's currency; unknown where the statements are old, later, or in another currency. Undefined: not given. */
export function statementMoney({ buyers, currency }: Ledger, day: Day, buyer: number, name: "netWorth" | "workingCapital"): number | Reason | undefined {
  const facts = buyers.facts[buyer];
  if (facts === undefined) return undefined;
  const value = name === "netWorth" ? orDifference(facts, name, "totalAssets", "totalLiabilities") : orDifference(facts, name, "currentAssets", "currentLiabilities");
  if (value === undefined) return undefined;
  const own = facts.get("statementCurrency");
  return notOf(facts, day) ?? (own === undefined || own === currency ? value : { code: "statements.currency", with: { currency: own, ledger: currency } });
}
