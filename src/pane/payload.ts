import type { Cell, Grid } from "../values/cell";

/** What Excel sends to a function at once: 5 MB of JSON. A ledger above it cannot be one argument. */
export const LARGEST_PAYLOAD = 5_000_000;

/** Bytes of a text as UTF-8, escaped as JSON. */
function textBytes(text: string): number {
  let bytes = 2;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === 34 || unit === 92 || unit === 9 || unit === 10 || unit === 13 || unit === 8 || unit === 12) bytes += 2;
    else if (unit < 32) bytes += 6;
    else if (unit < 128) bytes += 1;
    else if (unit < 2048) bytes += 2;
    else if (unit >= 0xd800 && unit < 0xdc00 && at + 1 < text.length) {
      bytes += 4;
      at++;
    } else bytes += 3;
  }
  return bytes;
}

function cellBytes(cell: Cell): number {
  switch (typeof cell) {
    case "string":
      return textBytes(cell);
    case "number":
      return Number.isFinite(cell) ? String(cell).length : 4;
    case "boolean":
      return cell ? 4 : 5;
    case "object":
      return cell === null ? 4 : textBytes(JSON.stringify(cell)) - 2;
    default:
      return 4;
  }
}

/** Bytes of a range as a function's argument, without building the text. */
export function payloadBytes(grid: Grid): number {
  return grid.reduce((bytes, row) => bytes + rowBytes(row), 2);
}

export function rowBytes(row: readonly Cell[]): number {
  let bytes = 3;
  for (const cell of row) bytes += cellBytes(cell) + 1;
  return bytes;
}

/** How many of the first rows fit into one payload: for the sentence that says what to do. */
export function rowsThatFit(grid: Grid, limit = LARGEST_PAYLOAD): number {
  let bytes = 2;
  for (let row = 0; row < grid.length; row++) {
    bytes += rowBytes(grid[row]!);
    if (bytes > limit) return row;
  }
  return grid.length;
}
