import { dayOfSerial } from "../formulas/ask";
import type { Reading } from "../ledger/reading";
import { readBlocks } from "../ledger/readLedger";
import { sheetColumns, type SheetColumns } from "../ledger/sheetColumns";
import { Refusal } from "../values/answer";
import type { Cell, Grid } from "../values/cell";
import type { Day } from "../values/day";
import type { Language } from "../values/say";
import { choicesFor, fieldsIn, keptChoices } from "./choices";
import type { Block, Host, Place, ReadHow } from "./host";
import { cellAddress, dateIn, isReference, type LedgerCall } from "./ledgerFormula";
import { payloadBytes, rowsThatFit } from "./payload";
import { Trouble } from "./problem";
import { resolveCall, type Resolved } from "./resolveCall";
import { paneChoices, policyKeysIn, policyOf } from "./sourcePolicy";

/** Where a ledger comes from: the arguments of its formula, written already or still to be connected. */
export interface Source {
  /** the name of the connected cell, "" while nothing is written */
  readonly name: string;
  readonly cell: Place | undefined;
  readonly call: LedgerCall;
  /** policy keys settled in the pane (`field.amount`, `currency`, `dateOrder`), in the order they were settled; "" takes back what the formula's policy says */
  readonly choices: ReadonlyMap<string, string>;
  /** what the pane reads is no longer what the connected cell says, until it is connected again */
  readonly changed?: boolean;
  /** as the sheet reads by itself: choices that the workbook kept for its headings are not looked for */
  readonly asFound?: boolean;
}

/** The same ledger with other arguments or choices; a connected one is changed until it is connected again. */
export function changed(source: Source, change: Partial<Pick<Source, "call" | "choices">>): Source {
  return { ...source, ...change, ...(source.name === "" ? {} : { changed: true }) };
}

/** Does the connected cell say all that the pane reads? */
export function isConnected(source: Source): boolean {
  return source.name !== "" && source.changed !== true;
}

/** Does the connected cell join blocks? Then the source begins with that very cell. */
export function isJoined({ call, cell }: Source): boolean {
  return cell !== undefined && call.invoices === cellAddress(cell.sheet, cell.row, cell.column);
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
  /** what was read, of several blocks the first */
  readonly grids: { readonly invoices: Grid; readonly payments: Grid | undefined; readonly buyers: Grid | undefined };
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
  /** the columns of the sheet as they can be chosen, and what each was taken for */
  readonly sheet: SheetColumns;
  /** the choices were made before, for an export with these headings, and the workbook kept them */
  readonly kept: boolean;
  /** what the formula's own policy range says, and where it stands */
  readonly policyKeys: ReadonlyMap<string, Cell>;
  readonly policyBlock: Block | undefined;
  readonly buyersBlock: Block | undefined;
}

export const NOTHING_CHOSEN: ReadonlyMap<string, string> = new Map();

export function newSource(invoices: string, payments = "", buyers = ""): Source {
  return { name: "", cell: undefined, call: { invoices, asOf: "", payments, buyers, policy: "" }, choices: NOTHING_CHOSEN };
}

/** Reads a source's ranges through the host, and the ledger in them. Throws Trouble, HostProblem or Refusal. */
export async function openSource(host: Host, source: Source, language: Language, how: ReadHow): Promise<Opened> {
  const ranges = await readRanges(host, source, how);
  const before = source.name === "" && source.choices.size === 0 && source.asFound !== true ? choicesFor(ranges.invoices.grid, await keptChoices(host)) : undefined;
  if (before === undefined) return openedFrom(ranges, source, language, false);
  try {
    return openedFrom(ranges, { ...source, choices: before }, language, true);
  } catch (error) {
    if (!(error instanceof Trouble)) throw error;
    return openedFrom(ranges, source, language, false); // what was kept no longer fits: as if nothing had been
  }
}

/** The cells of all arguments. */
interface Ranges {
  readonly resolved: Resolved;
  /** of several blocks the first */
  readonly invoices: Block;
  readonly payments: Block | undefined;
  readonly buyers: Block | undefined;
  readonly policy: Block | undefined;
  readonly dateSystem: 1900 | 1904;
  readonly asOf: Day | undefined;
}

async function readRanges(host: Host, source: Source, how: ReadHow): Promise<Ranges> {
  const resolved = await resolveCall(host, source.call, how);
  const { call } = resolved;
  const invoices = resolved.blocks[0]!;
  const quiet: ReadHow = { signal: how.signal, onProgress: () => undefined };
  const payments = await readArgument(host, call.payments, quiet);
  const buyers = await readArgument(host, call.buyers, quiet);
  const policy = await readArgument(host, call.policy, quiet);
  const dateSystem = await host.dateSystem(invoices.place);
  return { resolved, invoices, payments, buyers, policy, dateSystem, asOf: await readDay(host, call.asOf, quiet, dateSystem) };
}

function openedFrom(ranges: Ranges, source: Source, language: Language, kept: boolean): Opened {
  const { resolved: { call, blocks, reads, isDirect }, invoices, payments, buyers, dateSystem } = ranges;
  const choices = paneChoices(source, language, dateSystem);
  const policy = explained(() => policyOf(ranges.policy?.grid, choices), ranges, choices);
  const reading = explained(() => readBlocks(blocks.map(({ grid }) => grid), { policy, ...(payments === undefined ? {} : { payments: payments.grid }), ...(buyers === undefined ? {} : { buyers: buyers.grid }) }), ranges, choices);
  const beside = [payments, buyers, ranges.policy].filter((block) => block !== undefined);
  return {
    source,
    reading,
    call,
    reads,
    isDirect,
    grids: { invoices: invoices.grid, payments: payments?.grid, buyers: buyers?.grid },
    place: invoices.place,
    places: blocks.map(({ place }) => place),
    paymentsPlace: payments?.place,
    buyersPlace: buyers?.place,
    sheets: [...new Set([...blocks, ...beside].map((block) => block.place.sheet))],
    asOf: ranges.asOf,
    bytes: [...(isDirect ? blocks : []), ...beside].reduce((bytes, block) => bytes + payloadBytes(block.grid), 2),
    fit: rowsThatFit(invoices.grid),
    rows: blocks.reduce((sum, { grid }) => sum + grid.length, 0),
    columns: invoices.grid[0]?.length ?? 0,
    dateSystem,
    sheet: { row: reading.headingRow - 1, columns: sheetColumns(invoices.grid, policy.fields)?.columns ?? [], taken: reading.columns },
    kept,
    policyKeys: policyKeysIn(ranges.policy?.grid ?? []),
    policyBlock: ranges.policy,
    buyersBlock: buyers,
  };
}

async function readReference(host: Host, reference: string, how: ReadHow): Promise<Block> {
  if (!isReference(reference)) throw new Trouble({ kind: "computed", argument: reference });
  return host.read(reference, how);
}

async function readArgument(host: Host, argument: string, how: ReadHow): Promise<Block | undefined> {
  return argument === "" ? undefined : readReference(host, argument, how);
}

/** A day argument: a serial, `DATE(2026,6,30)`, or a cell. */
async function readDay(host: Host, argument: string, how: ReadHow, dateSystem: 1900 | 1904): Promise<Day | undefined> {
  if (argument === "") return undefined;
  if (/^\d+(\.\d+)?$/.test(argument)) return dayOfSerial(Number(argument), dateSystem);
  const day = dateIn(argument);
  if (day !== undefined) return day;
  const cell = (await readReference(host, argument, how)).grid[0]?.[0];
  if (typeof cell === "number" && cell > 0) return dayOfSerial(cell, dateSystem);
  return undefined;
}

/** What a refusal of the sheet needs so that the pane can offer its cure: the columns, the cell, or the table whose headings were left out. */
function explained<Read>(read: () => Read, { invoices, policy }: Ranges, choices: ReadonlyMap<string, string>): Read {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { reason } = error;
    if (invoices.body !== "" && HEADLESS.has(reason.code)) throw new Trouble({ kind: "headless", table: invoices.body, reason });
    const sheet = CURED_BY_COLUMNS.has(reason.code) ? sheetColumns(invoices.grid, fieldsIn(choices)) : undefined;
    const block = reason.code.startsWith("POLICY_") ? policy : ROW_OF_INVOICES.has(reason.code) ? invoices : undefined;
    throw new Trouble({ kind: "reason", reason, ...(sheet === undefined ? {} : { sheet }), ...placeIn(block, reason.with?.["row"]) });
  }
}

function placeIn(block: Block | undefined, row: unknown): { readonly place?: Place } {
  if (block === undefined || typeof row !== "number" || row < 1 || row > block.grid.length) return {};
  return { place: { ...block.place, row: block.place.row + row - 1 } };
}

/** Refusals that a table's body meets because its headings are not in it. */
const HEADLESS: ReadonlySet<string> = new Set(["NO_HEADINGS", "UNKNOWN_HEADINGS", "MISSING_COLUMNS", "SINGLE_CELL"]);

/** Refusals that end when somebody says which column is which, or in what order a date is written. */
const CURED_BY_COLUMNS: ReadonlySet<string> = new Set(["MISSING_COLUMNS", "UNKNOWN_HEADINGS", "TWO_AMOUNTS", "TWO_COLUMNS", "NO_SUCH_HEADING", "DATE_ORDER", "DATE_YEARS", "NO_DOCUMENTS"]);

/** Refusals whose `row` is a row of the invoices. */
const ROW_OF_INVOICES: ReadonlySet<string> = new Set(["MISSING_COLUMNS", "NO_DOCUMENTS"]);
