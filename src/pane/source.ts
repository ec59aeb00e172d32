import type { Policy } from "../ledger/policy";
import type { Reading } from "../ledger/reading";
import { readLedger } from "../ledger/readLedger";
import { DEFAULT_POLICY, readPolicy } from "../ledger/readPolicy";
import { Refusal } from "../values/answer";
import type { Grid } from "../values/cell";
import { dayIfReal, type Day } from "../values/day";
import type { Language } from "../values/say";
import type { Block, Host, Place, ReadHow } from "./host";
import { isReference, parseLedgerFormula, splitArguments, type LedgerCall } from "./ledgerFormula";
import { payloadBytes, rowsThatFit } from "./payload";
import { Trouble } from "./problem";

/** Where a ledger comes from: the arguments of its formula, written already or still to be connected. */
export interface Source {
  /** the name of the connected cell, "" while nothing is written */
  readonly name: string;
  readonly cell: Place | undefined;
  readonly call: LedgerCall;
  /** policy keys settled in the pane (`field.amount`, `currency`, `dateOrder`), in the order they were settled */
  readonly choices: ReadonlyMap<string, string>;
}

/** A ledger that was read, with what the views need to point back into the sheet. */
export interface Opened {
  readonly source: Source;
  readonly reading: Reading;
  /** where the invoices' range begins */
  readonly place: Place;
  /** where the other ranges begin, for doubts about their rows */
  readonly paymentsPlace: Place | undefined;
  readonly buyersPlace: Place | undefined;
  /** sheets that were read: an edit there makes the reading stale */
  readonly sheets: readonly string[];
  /** the day the formula gives, undefined = the ledger's own last day */
  readonly asOf: Day | undefined;
  /** bytes of the arguments as a function receives them */
  readonly bytes: number;
  /** rows of the invoices that one payload carries */
  readonly fit: number;
  readonly rows: number;
  readonly columns: number;
  readonly dateSystem: 1900 | 1904;
  /** texts of the heading row */
  readonly headings: readonly string[];
}

export const NOTHING_CHOSEN: ReadonlyMap<string, string> = new Map();

export function newSource(invoices: string, payments = "", buyers = ""): Source {
  return { name: "", cell: undefined, call: { invoices, asOf: "", payments, buyers, policy: "" }, choices: NOTHING_CHOSEN };
}

/** How deep `AR.LEDGER` may take another `AR.LEDGER` as its invoices. */
const DEEPEST = 3;

/** Reads a source's ranges through the host, and the ledger in them. Throws Trouble, HostProblem or Refusal. */
export async function openSource(host: Host, source: Source, language: Language, how: ReadHow): Promise<Opened> {
  const { call, invoices } = await resolve(host, source.call, how, DEEPEST);
  const quiet: ReadHow = { signal: how.signal, onProgress: () => undefined };
  const payments = await readArgument(host, call.payments, quiet);
  const buyers = await readArgument(host, call.buyers, quiet);
  const policyBlock = await readArgument(host, call.policy, quiet);
  const dateSystem = await host.dateSystem(invoices.place);
  const asOf = await readDay(host, call.asOf, quiet, dateSystem);
  const blocks = [invoices, payments, buyers, policyBlock].filter((block) => block !== undefined);
  const policy = policyOf(policyBlock?.grid, paneChoices(source, language, dateSystem));
  const reading = readOrExplain(invoices, policy, payments?.grid, buyers?.grid);
  return {
    source,
    reading,
    place: invoices.place,
    paymentsPlace: payments?.place,
    buyersPlace: buyers?.place,
    sheets: [...new Set(blocks.map((block) => block.place.sheet))],
    asOf,
    bytes: blocks.reduce((bytes, block) => bytes + payloadBytes(block.grid), 2),
    fit: rowsThatFit(invoices.grid),
    rows: invoices.grid.length,
    columns: invoices.grid[0]?.length ?? 0,
    dateSystem,
    headings: headingsOf(invoices.grid[reading.headingRow - 1] ?? []),
  };
}

const LONGEST_HEADING = 120;

function headingsOf(row: Grid[number]): string[] {
  return [...new Set(row.filter((cell) => typeof cell === "string").map((cell) => cell.trim().slice(0, LONGEST_HEADING)))].filter((text) => text !== "");
}

/** Follows a range that is itself the cell of another AR.LEDGER; an argument given outside wins. */
async function resolve(host: Host, call: LedgerCall, how: ReadHow, left: number): Promise<{ call: LedgerCall; invoices: Block }> {
  const invoices = await readReference(host, call.invoices, how);
  const inner = parseLedgerFormula(invoices.formula);
  if (inner === undefined || left === 0) return { call, invoices };
  if (inner === "joined") throw new Trouble({ kind: "joined" });
  const merged: LedgerCall = {
    invoices: inner.invoices,
    asOf: call.asOf || inner.asOf,
    payments: call.payments || inner.payments,
    buyers: call.buyers || inner.buyers,
    policy: call.policy || inner.policy,
  };
  return resolve(host, merged, how, left - 1);
}

async function readReference(host: Host, reference: string, how: ReadHow): Promise<Block> {
  if (!isReference(reference)) throw new Trouble({ kind: "computed", argument: reference });
  return host.read(reference, how);
}

async function readArgument(host: Host, argument: string, how: ReadHow): Promise<Block | undefined> {
  return argument === "" ? undefined : readReference(host, argument, how);
}

/** A day argument: a serial, `DATE(2026,6,30)`, or a cell. Serials of a 1904 workbook count 1,462 days less. */
async function readDay(host: Host, argument: string, how: ReadHow, dateSystem: 1900 | 1904): Promise<Day | undefined> {
  if (argument === "") return undefined;
  const shift = dateSystem === 1904 ? 1462 : 0;
  if (/^\d+(\.\d+)?$/.test(argument)) return (Math.floor(Number(argument)) + shift) as Day;
  const date = /^DATE\((.*)\)$/i.exec(argument);
  const day = date === null ? undefined : dayIfReal(...(splitArguments(date[1]!).map(Number) as [number, number, number]));
  if (day !== undefined) return day;
  const cell = (await readReference(host, argument, how)).grid[0]?.[0];
  if (typeof cell === "number" && cell > 0) return (Math.floor(cell) + shift) as Day;
  return undefined;
}

/** What the pane itself adds to the policy of a ledger that it will write: the choices, and what the workbook says of itself. */
export function paneChoices(source: Source, language: Language, dateSystem: 1900 | 1904): ReadonlyMap<string, string> {
  if (source.name !== "") return source.choices; // a connected formula already says what it wants
  const choices = new Map(source.choices);
  if (dateSystem === 1904) choices.set("dateSystem", "1904");
  if (language === "zh") choices.set("language", "zh");
  return choices;
}

/** The policy range as Connect writes it: a heading row, then a key a row. */
export function policyGrid(choices: ReadonlyMap<string, string>): string[][] {
  return [["key", "value"], ...choices];
}

function policyOf(sheet: Grid | undefined, choices: ReadonlyMap<string, string>): Policy {
  if (sheet === undefined && choices.size === 0) return DEFAULT_POLICY;
  const settled = new Set([...choices.keys()].map((key) => key.toLowerCase()));
  const kept = (sheet ?? [["key", "value"]]).filter((row, at) => at === 0 || !settled.has(String(row[0] ?? "").trim().toLowerCase()));
  return readPolicy([...kept, ...choices]);
}

/** What a refusal of the sheet needs so that the pane can offer its cure: the headings, or the table whose headings were left out. */
function readOrExplain(invoices: Block, policy: Policy, payments: Grid | undefined, buyers: Grid | undefined): Reading {
  try {
    return readLedger(invoices.grid, { policy, ...(payments === undefined ? {} : { payments }), ...(buyers === undefined ? {} : { buyers }) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reason } = error;
    if (invoices.body !== "" && HEADLESS.has(reason.code)) throw new Trouble({ kind: "headless", table: invoices.body, reason });
    const row = reason.with?.["row"];
    throw new Trouble({ kind: "reason", reason, headings: reason.code === "MISSING_COLUMNS" && typeof row === "number" ? headingsOf(invoices.grid[row - 1] ?? []) : [] });
  }
}

/** Refusals that a table's body meets because its headings are not in it. */
const HEADLESS: ReadonlySet<string> = new Set(["NO_HEADINGS", "UNKNOWN_HEADINGS", "MISSING_COLUMNS", "SINGLE_CELL"]);
