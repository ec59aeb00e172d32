/**
 * `npm run pack -- LEDGER.(csv|xlsx) --terms TERMS.csv --as-of YYYY-MM-DD --out PACK.xlsx`, for month-end. Messages on stderr.
 * Exit code 0: written, read back, intact, every check OK. 1: written, but not so. 2: refused, nothing written.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { DEFAULT_CHOICES, PAPERS, type PackChoices } from "../../bank/pack/choices";
import { makePack } from "../../bank/pack/makePack";
import { readTerms } from "../../bank/readTerms";
import { RELEASE } from "../../formulas/version";
import { dayAsked } from "../../ledger/dayAsked";
import { readLedger, type ReadOptions } from "../../ledger/readLedger";
import { readPolicy } from "../../ledger/readPolicy";
import type { Reading } from "../../ledger/reading";
import { Refusal } from "../../values/answer";
import type { Grid } from "../../values/cell";
import { dayIfReal, type Day } from "../../values/day";
import { scaleOf, toMinor } from "../../values/money";
import { say, type Language } from "../../values/say";
import { findingSentence } from "../findingWords";
import { verifyPack } from "../verifyPack";
import { sealedPack, writeSealed } from "../writePack";
import { gridsOfFile } from "./gridOfFile";
import { readOptions, UsageError, type Options } from "./options";

const USAGE =
  "npm run pack -- LEDGER.(csv|xlsx) --terms TERMS.csv --as-of YYYY-MM-DD --out PACK.xlsx [--language en|zh|both] [--anonymous] [--no-numbers] [--group-below AMOUNT] " +
  "[--control AMOUNT] [--borrower NAME] [--lender NAME] [--paper a4|letter] [--scores] [--sheet NAME] [--payments FILE] [--buyers FILE] [--policy FILE]";
const NAMES = ["terms", "as-of", "out", "language", "group-below", "control", "borrower", "lender", "paper", "sheet", "payments", "buyers", "policy"];
const OK = 0, NOT_OK = 1, REFUSED = 2;

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2), NAMES, ["anonymous", "no-numbers", "scores"]);
  const [terms, out] = [needed(options, "terms"), needed(options, "out")];
  if (options.files.length !== 1) throw new UsageError(USAGE);
  const reading = await readingOf(options);
  const day = dayAsked(reading, dayOption(options));
  const document = makePack(reading, readTerms(await firstGrid(terms), reading.ledger.exponent), day, choicesOf(options, reading));
  const pack = sealedPack(document);
  const bytes = await writeSealed(pack);
  writeFileSync(out, bytes);
  for (const warning of document.warnings) tell(warning);
  const found = await verifyPack(readFileSync(out), pack.seal);
  for (const finding of found.findings) tell(findingSentence(finding, spoken(options)));
  tell(`${out}: ${bytes.length.toLocaleString("en")} bytes; checks ${found.checks.ok} OK, ${found.checks.differs} DIFFERS; ${found.recalculated} formulas recalculated`);
  tell(`Pack seal ${pack.seal}`);
  return found.isIntact && found.checks.differs === 0 ? OK : NOT_OK;
}

function needed({ values }: Options, name: string): string {
  const value = values.get(name);
  if (value === undefined) throw new UsageError(`--${name} is missing. ${USAGE}`);
  return value;
}

function spoken({ values }: Pick<Options, "values">): Language {
  return values.get("language") === "zh" ? "zh" : "en";
}

function dayOption(options: Options): Day {
  const text = needed(options, "as-of");
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const day = match === null ? undefined : dayIfReal(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === undefined) throw new UsageError(`--as-of is no day: ${text}`);
  return day;
}

async function firstGrid(path: string): Promise<Grid> {
  return (await gridsOfFile(path))[0]!.grid;
}

/** The sheet that is named, else the first in which a ledger can be read. */
async function readingOf({ files, values }: Options): Promise<Reading> {
  const side = async (name: string): Promise<Grid | undefined> => (values.has(name) ? firstGrid(values.get(name)!) : undefined);
  const [payments, buyers, policy] = await Promise.all(["payments", "buyers", "policy"].map(side));
  const given: ReadOptions = { ...(payments === undefined ? {} : { payments }), ...(buyers === undefined ? {} : { buyers }), ...(policy === undefined ? {} : { policy: readPolicy(policy) }) };
  const sheets = (await gridsOfFile(files[0]!)).filter(({ name, grid }) => grid.length > 0 && (!values.has("sheet") || name === values.get("sheet")));
  if (sheets.length === 0) throw new UsageError(`${files[0]!} has no such sheet: ${values.get("sheet") ?? "it is empty"}`);
  let refused: unknown;
  for (const { grid } of sheets) {
    try {
      return readLedger(grid, given);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused ??= error;
    }
  }
  throw refused;
}

function choicesOf({ values, switches }: Options, { ledger }: Reading): PackChoices {
  const language = values.get("language") ?? DEFAULT_CHOICES.language;
  if (language !== "en" && language !== "zh" && language !== "both") throw new UsageError(`--language is en, zh or both, not ${language}`);
  const paper = PAPERS.find((one) => one === (values.get("paper") ?? DEFAULT_CHOICES.paper));
  if (paper === undefined) throw new UsageError(`--paper is ${PAPERS.join(" or ")}, not ${values.get("paper")!}`);
  const money = (name: string): number | undefined => {
    if (!values.has(name)) return undefined;
    const minor = toMinor(Number(values.get(name)), scaleOf(ledger.exponent));
    if (Number.isNaN(minor)) throw new UsageError(`--${name} is no amount: ${values.get(name)!}`);
    return minor;
  };
  return {
    ...DEFAULT_CHOICES, language, anonymous: switches.has("anonymous"), numbers: !switches.has("no-numbers"), groupBelow: money("group-below") ?? 0, control: money("control"),
    borrower: values.get("borrower") ?? "", lender: values.get("lender") ?? "", release: RELEASE, paper, scores: switches.has("scores"),
  };
}

main().then((code) => (process.exitCode = code), (error: unknown) => {
  const language = spoken({ values: new Map(process.argv.includes("zh") ? [["language", "zh"]] : []) });
  tell(error instanceof Refusal ? say(error.reason, language) : error instanceof Error ? (error instanceof UsageError || "code" in error ? error.message : (error.stack ?? error.message)) : String(error));
  process.exitCode = REFUSED;
});
