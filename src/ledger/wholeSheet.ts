import { Refusal } from "../values/answer";
import { isBlank, type Cell, type Grid } from "../values/cell";
import type { Ledger } from "./ledger";
import { DAYS_TO_1904 } from "./readDay";
import { readBlocks, type ReadOptions } from "./readLedger";
import type { Reading } from "./reading";

/** Whose rows name no buyer: a private-use character, which no sheet has for a name. */
export const NOBODY = "\uE000";

/** Doubts that keep a row out of the ledger though what it says of money can be read: each with the hole to fill. */
const HOLES: ReadonlyMap<string, "buyer" | "day" | "status" | "none"> = new Map([
  ["NO_BUYER", "buyer"],
  ["NO_ISSUE_DATE", "day"],
  ["BAD_ISSUE_DATE", "day"],
  ["DATE_OUTSIDE", "day"],
  ["ERROR_CELL", "day"],
  ["NO_RATE", "none"], // its own currency is kept here
  ["NOT_POSTED", "status"],
] as const);

/**
 * The sheet read once more with nothing left out that can be read: every currency its own, a row without a buyer under
 * NOBODY's name, one without a day of issue from the ledger's first day, drafts and cancelled documents as if posted. It
 * serves to say what a left-out row would have added, and what a restated one says itself; no measure is taken of it.
 * Undefined where the first reading says all of it, or where the sheet so read is refused.
 */
export function readWholeSheet(grid: Grid, reading: Reading, { further = [], ...options }: WholeSheetOptions = {}): Ledger | undefined {
  const blocks = [grid, ...further].filter((_, at) => reading.joined?.has(at + 1) ?? true);
  const filled = withHolesFilled(blocks, reading);
  if (filled === blocks && reading.ledger.currencies.length < 2) return undefined;
  const policy = { ...reading.policy, currency: undefined, rates: new Map(), datedRates: new Map() };
  try {
    return readBlocks(filled, { ...options, policy }).ledger;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

export interface WholeSheetOptions extends Pick<ReadOptions, "payments" | "buyers"> {
  /** blocks that were joined to the first */
  readonly further?: readonly Grid[];
}

/** Rows of the sheet that stand in the ledger, by 1-based row. */
export function rowsKept({ documents }: Ledger): (row: number) => boolean {
  const last = documents.row.reduce((most, row) => Math.max(most, row), 0);
  const kept = new Uint8Array(last + 1);
  for (let i = 0; i < documents.count; i++) kept[documents.row[i]!] = 1;
  return (row) => kept[row] === 1;
}

/** The blocks, given again once (`JoinedRows.has`), with every hole filled where it is: in the block that the row comes from. */
function withHolesFilled(blocks: readonly Grid[], reading: Reading): readonly Grid[] {
  const { ledger, policy, columns, joined } = reading;
  const isKept = rowsKept(ledger);
  const at = (field: string): number => columns.find((one) => one.field === field)?.index ?? -1;
  const buyers = [at("buyerId"), at("buyerName")].filter((column) => column >= 0);
  const issued = at("docDate") >= 0 ? at("docDate") : at("postDate");
  const day = ledger.firstDay - (policy.dateSystem === 1904 ? DAYS_TO_1904 : 0);
  const places = joined?.blocks ?? [1];
  const filled = new Map<number, (readonly Cell[])[]>();
  for (const { code, row, column } of reading.issues) {
    const hole = HOLES.get(code);
    if (hole === undefined || row < 1 || isKept(row) || (hole === "day" && column !== issued)) continue;
    const own = (of: number): number => (joined === undefined || of < 0 ? of : joined.cell(row, of).column);
    const { block, row: ownRow } = joined?.cell(row, -1) ?? { block: 1, row };
    const place = places.indexOf(block);
    if (ownRow > (blocks[place]?.length ?? 0)) continue;
    const grid = filled.get(place) ?? [...blocks[place]!];
    const cells = [...grid[ownRow - 1]!];
    if (hole === "day") cells[own(issued)] = day;
    if (hole === "status" && own(column) >= 0) cells[own(column)] = "";
    const names = buyers.map(own).filter((of) => of >= 0);
    if (names.length > 0 && names.every((of) => isBlank(cells[of]))) cells[names[0]!] = NOBODY;
    grid[ownRow - 1] = cells;
    filled.set(place, grid);
  }
  return filled.size === 0 ? blocks : blocks.map((grid, place) => filled.get(place) ?? grid);
}
