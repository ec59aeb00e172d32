import type { Policy } from "../ledger/policy";
import type { Reading } from "../ledger/reading";
import { readBlocks } from "../ledger/readLedger";
import { DEFAULT_POLICY, readPolicy } from "../ledger/readPolicy";
import { Refusal } from "../values/answer";
import { plain, type Grid } from "../values/cell";
import { dayIfReal, type Day } from "../values/day";
import type { Language } from "../values/say";
import type { Block, Host, Place, ReadHow } from "./host";
import { isReference, splitArguments, type LedgerCall } from "./ledgerFormula";
import { payloadBytes, rowsThatFit } from "./payload";
import { Trouble } from "./problem";
import { resolveCall } from "./resolveCall";

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
  /** the arguments that are read in the end, behind all cells with AR.LEDGER and AR.JOIN */
  readonly call: LedgerCall;
  /** the references of the invoices, one or several blocks */
  readonly reads: readonly string[];
  /** the source names the range of the invoices itself, not a cell that stands for it */
  readonly isDirect: boolean;
  /** what was read, with the first of several blocks as the invoices */
  readonly grids: { readonly invoices: Grid; readonly payments: Grid | undefined; readonly buyers: Grid | undefined; readonly policy: Grid | undefined };
  /** where the invoices' range begins; of several blocks the first */
  readonly place: Place;
  /** where each block begins */
  readonly places: readonly Place[];
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

/** Reads a source's ranges through the host, and the ledger in them. Throws Trouble, HostProblem or Refusal. */
export async function openSource(host: Host, source: Source, language: Language, how: ReadHow): Promise<Opened> {
  const { call, blocks, reads, isDirect } = await resolveCall(host, source.call, how);
  const invoices = blocks[0]!;
  const quiet: ReadHow = { signal: how.signal, onProgress: () => undefined };
  const payments = await readArgument(host, call.payments, quiet);
  const buyers = await readArgument(host, call.buyers, quiet);
  const policyBlock = await readArgument(host, call.policy, quiet);
  const dateSystem = await host.dateSystem(invoices.place);
  const asOf = await readDay(host, call.asOf, quiet, dateSystem);
  const beside = [payments, buyers, policyBlock].filter((block) => block !== undefined);
  const rows = blocks.reduce((sum, { grid }) => sum + grid.length, 0);
  const policy = policyOf(policyBlock?.grid, paneChoices(source, language, dateSystem));
  const reading = readOrExplain(blocks, policy, payments?.grid, buyers?.grid);
  return {
    source,
    reading,
    call,
    reads,
    isDirect,
    grids: { invoices: invoices.grid, payments: payments?.grid, buyers: buyers?.grid, policy: policyBlock?.grid },
    place: invoices.place,
    places: blocks.map(({ place }) => place),
    paymentsPlace: payments?.place,
    buyersPlace: buyers?.place,
    sheets: [...new Set([...blocks, ...beside].map((block) => block.place.sheet))],
    asOf,
    bytes: (isDirect ? blocks : []).concat(beside).reduce((bytes, block) => bytes + payloadBytes(block.grid), 2),
    fit: rowsThatFit(invoices.grid),
    rows,
    columns: invoices.grid[0]?.length ?? 0,
    dateSystem,
    headings: headingsOf(invoices.grid[reading.headingRow - 1] ?? []),
  };
}

const LONGEST_HEADING = 120;

function headingsOf(row: Grid[number]): string[] {
  return [...new Set(row.filter((cell) => typeof cell === "string").map((cell) => cell.trim().slice(0, LONGEST_HEADING)))].filter((text) => text !== "");
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

/** Values of policy keys, as a sheet has them. */
export type PolicyRows = ReadonlyMap<string, string | number | boolean>;

/** What the pane itself adds to the policy of a ledger that it will write: the choices, and what the workbook says of itself. */
export function paneChoices(source: Source, language: Language, dateSystem: 1900 | 1904): ReadonlyMap<string, string> {
  if (source.name !== "") return source.choices; // a connected formula already says what it wants
  const choices = new Map(source.choices);
  if (dateSystem === 1904) choices.set("dateSystem", "1904");
  if (language === "zh") choices.set("language", "zh");
  return choices;
}

/** The policy range as Connect writes it: a heading row, then a key a row. */
export function policyGrid(choices: PolicyRows): (string | number | boolean)[][] {
  return [["key", "value"], ...choices];
}

export function policyOf(sheet: Grid | undefined, choices: PolicyRows): Policy {
  if (sheet === undefined && choices.size === 0) return DEFAULT_POLICY;
  return readPolicy([(sheet ?? [["key", "value"]])[0] ?? [], ...keptRows(sheet ?? [], choices), ...choices]);
}

/** The policy of the sheet with what was settled in the pane, which wins: where both speak, one range must say it all. */
export function wholePolicy(sheet: Grid | undefined, choices: PolicyRows): PolicyRows {
  const [first, ...rest] = sheet ?? [];
  const isHeading = /^(?:key|键|项目)$/i.test(String(first?.[0] ?? "").trim());
  const kept = keptRows(isHeading || first === undefined ? [first ?? [], ...rest] : [[], first, ...rest], choices).flatMap((row): [string, string | number | boolean][] => {
    const [key, value] = [String(plain(row[0]) ?? "").trim(), plain(row[1])];
    return key === "" || (typeof value !== "string" && typeof value !== "number" && typeof value !== "boolean") ? [] : [[key, value]];
  });
  return new Map([...kept, ...choices]);
}

/** Rows below the first whose keys nobody settled. */
function keptRows(sheet: Grid, choices: PolicyRows): Grid {
  const settled = new Set([...choices.keys()].map((key) => key.toLowerCase()));
  return sheet.slice(1).filter((row) => !settled.has(String(row[0] ?? "").trim().toLowerCase()));
}

/** What a refusal of the sheet needs so that the pane can offer its cure: the headings, or the table whose headings were left out. */
function readOrExplain(blocks: readonly Block[], policy: Policy, payments: Grid | undefined, buyers: Grid | undefined): Reading {
  const invoices = blocks[0]!;
  try {
    return readBlocks(blocks.map(({ grid }) => grid), { policy, ...(payments === undefined ? {} : { payments }), ...(buyers === undefined ? {} : { buyers }) });
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
