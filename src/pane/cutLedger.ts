import { readBlocks, readLedger } from "../ledger/readLedger";
import type { Reading } from "../ledger/reading";
import { Refusal } from "../values/answer";
import { isBlank, type Cell, type Grid } from "../values/cell";
import { readPolicy } from "../ledger/readPolicy";
import type { Host, ReadHow } from "./host";
import { columnLetters, sheetText } from "./ledgerFormula";
import { payloadBytes } from "./payload";
import { rangeCut, tableCut, type Cut, type PieceSizes } from "./pieceFormula";
import { piecesOf, pieceSizes } from "./pieces";
import { Trouble } from "./problem";
import type { Opened } from "./source";
import { mergedKeys, policyGrid } from "./sourcePolicy";

/** How a ledger beyond one payload will be written: worked out, and found to be the same ledger. */
export interface CutLedger {
  readonly cut: Cut;
  readonly sizes: PieceSizes;
  /** the policy that every piece is given */
  readonly policy: PolicyKeys;
}

/** Policy keys with their values, as Connect writes them. */
type PolicyKeys = ReadonlyMap<string, Cell>;

/** A sheet ends with this row. */
const LAST_ROW = 1_048_576;

/** A ledger whose formula names its own range can be cut; one behind another cell is small as an argument anyway. */
export function canBeCut(opened: Opened): boolean {
  return opened.isDirect && opened.places.length === 1;
}

/**
 * Cuts a ledger into pieces that fit, each readable alone, all together the ledger that was opened. Throws Trouble: a row or
 * the other arguments are too large by themselves, a piece cannot be read, or the whole would not be the same.
 */
export async function cutLedger(host: Host, opened: Opened, keys: PolicyKeys, limit: number, how: ReadHow): Promise<CutLedger> {
  const { grids, reading } = opened;
  const heads = reading.headingRow;
  const beside = [grids.payments, grids.buyers].reduce((bytes, grid) => bytes + (grid === undefined ? 0 : payloadBytes(grid)), 1000);
  const sizes = canBeCut(opened) ? pieceSizes(grids.invoices, heads, beside, limit) : undefined;
  if (sizes === undefined) throw new Trouble({ kind: "tooBig", bytes: opened.bytes, rows: opened.rows, fit: opened.fit });
  const cut = await cutOf(host, opened, how);
  const policy = readablePolicy(opened, piecesOf(grids.invoices, heads, sizes), mergedKeys(keys, new Map([["blocks", "cut"]])));
  return { cut, sizes, policy };
}

async function cutOf(host: Host, { reads, place, columns, rows, reading }: Opened, how: ReadHow): Promise<Cut> {
  const table = /^([^[\]!'"(),:$\s]+)\[#All\]$/i.exec(reads[0]!)?.[1];
  if (table !== undefined && reading.headingRow === 1) return tableCut(table);
  const end = place.row + rows;
  const isOpen = table === undefined && (await isBlankBelow(host, place.sheet, end, place.column, columns, how));
  const filled = ["buyerId", "buyerName", "docDate", "postDate", "amount", "open", "amountLocal", "debit"].flatMap((field) => reading.columns.find((column) => column.field === field)?.index ?? []);
  return rangeCut({ place, columns, heads: reading.headingRow, filled: [...new Set(filled)].filter((column) => column < columns), lastRow: isOpen ? undefined : end - 1 });
}

/** Below a list that ends with its sheet rows may be added; below any other stands what is none of its. */
async function isBlankBelow(host: Host, sheet: string, row: number, column: number, columns: number, { signal }: ReadHow): Promise<boolean> {
  if (row >= LAST_ROW) return true;
  const reference = `${sheetText(sheet)}!${columnLetters(column)}${String(row + 1)}:${columnLetters(column + columns - 1)}${String(LAST_ROW)}`;
  const { grid } = await host.read(reference, { signal, onProgress: () => undefined });
  return grid.every((cells) => cells.every(isBlank));
}

/** Orders of day and month, to be said where a piece cannot tell its own. */
const ORDERS = ["ymd", "dmy", "mdy"] as const;

/** The policy under which every piece can be read, and all are the ledger: as it is, else with the order of dates that the whole has. */
function readablePolicy(opened: Opened, pieces: readonly Grid[], policy: PolicyKeys): PolicyKeys {
  const trouble = troubleWith(opened, pieces, policy);
  if (trouble === undefined) return policy;
  if (trouble.problem.kind === "piece" && trouble.problem.reason.code === "DATE_ORDER") {
    for (const order of ORDERS) {
      const settled = mergedKeys(policy, new Map([["dateOrder", order]]));
      if (troubleWith(opened, pieces, settled) === undefined) return settled;
    }
  }
  throw trouble;
}

function troubleWith({ grids, reading }: Opened, pieces: readonly Grid[], keys: PolicyKeys): Trouble | undefined {
  const policy = readPolicy(policyGrid(keys));
  for (const [at, grid] of pieces.entries()) {
    try {
      readLedger(grid, { policy });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return new Trouble({ kind: "piece", piece: at + 1, reason: error.reason });
    }
  }
  const { payments, buyers } = grids;
  const joined = readBlocks(pieces, { policy, ...(payments === undefined ? {} : { payments }), ...(buyers === undefined ? {} : { buyers }) });
  return isSame(joined, reading) ? undefined : new Trouble({ kind: "uncut" });
}

/** Document by document: buyer, kind, days, money, and what settled it. */
function isSame({ ledger: one }: Reading, { ledger: other }: Reading): boolean {
  const columns = ({ documents, settlements }: Reading["ledger"]): readonly ArrayLike<number>[] => [
    documents.buyer, documents.kind, documents.issued, documents.due, documents.amount, documents.currency, documents.disputed, documents.closed, settlements.document, settlements.day, settlements.amount, settlements.kind,
  ];
  const [a, b] = [columns(one), columns(other)];
  return one.lastDay === other.lastDay && one.buyers.count === other.buyers.count && a.every((column, at) => equal(column, b[at]!));
}

function equal(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return false;
  return true;
}
