import { Refusal } from "../values/answer";
import { isBlank, type Cell, type Grid } from "../values/cell";
import type { Ledger } from "./ledger";
import { DAYS_TO_1904 } from "./readDay";
import { readLedger, type ReadOptions } from "./readLedger";
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
export function readWholeSheet(grid: Grid, reading: Reading, options: Pick<ReadOptions, "payments" | "buyers"> = {}): Ledger | undefined {
  const filled = withHolesFilled(grid, reading);
  if (filled === grid && reading.ledger.currencies.length < 2) return undefined;
  const policy = { ...reading.policy, currency: undefined, rates: new Map(), datedRates: new Map() };
  try {
    return readLedger(filled, { ...options, policy }).ledger;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** Rows of the sheet that stand in the ledger, by 1-based row. */
export function rowsKept({ documents }: Ledger): (row: number) => boolean {
  const last = documents.row.reduce((most, row) => Math.max(most, row), 0);
  const kept = new Uint8Array(last + 1);
  for (let i = 0; i < documents.count; i++) kept[documents.row[i]!] = 1;
  return (row) => kept[row] === 1;
}

function withHolesFilled(grid: Grid, reading: Reading): Grid {
  const { ledger, policy, columns } = reading;
  const isKept = rowsKept(ledger);
  const at = (field: string): number => columns.find((one) => one.field === field)?.index ?? -1;
  const buyer = at("buyerId") >= 0 ? at("buyerId") : at("buyerName");
  const issued = at("docDate") >= 0 ? at("docDate") : at("postDate");
  const day = ledger.firstDay - (policy.dateSystem === 1904 ? DAYS_TO_1904 : 0);
  let filled: (readonly Cell[])[] | undefined;
  for (const { code, row, column } of reading.issues) {
    const hole = HOLES.get(code);
    if (hole === undefined || row < 1 || row > grid.length || isKept(row) || (hole === "day" && column !== issued)) continue;
    filled ??= [...grid];
    const cells = [...filled[row - 1]!];
    if (hole === "day") cells[issued] = day;
    if (hole === "status" && column >= 0) cells[column] = "";
    if ([at("buyerId"), at("buyerName")].every((place) => place < 0 || isBlank(cells[place]))) cells[buyer] = NOBODY;
    filled[row - 1] = cells;
  }
  return filled ?? grid;
}
