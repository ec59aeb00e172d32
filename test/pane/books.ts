import type { Cell, Grid } from "../../src/values/cell";
import { MemoryHost, type MemoryHostOptions } from "../support/memoryHost";

/** 2025-01-01 */
export const NEW_YEAR = 45658;

/** Six invoices of three buyers: North pays on time, South late, West is overdue now. Last day 2025-03-20. */
export const INVOICES: Grid = [
  ["Customer No", "Customer Name", "Invoice No", "Invoice Date", "Due Date", "Amount", "Settled Date"],
  ["C-1", "North Mill", "F-1", NEW_YEAR, NEW_YEAR + 30, 1000, NEW_YEAR + 28],
  ["C-2", "South Trade", "F-2", NEW_YEAR + 1, NEW_YEAR + 31, 500.5, NEW_YEAR + 60],
  ["C-3", "West & Sons", "F-3", NEW_YEAR + 2, NEW_YEAR + 32, 250.25, ""],
  ["C-1", "North Mill", "F-4", NEW_YEAR + 40, NEW_YEAR + 70, 2000, ""],
  ["C-2", "South Trade", "F-5", NEW_YEAR + 41, NEW_YEAR + 71, 300, ""],
  ["C-3", "West & Sons", "F-6", NEW_YEAR + 78, NEW_YEAR + 108, 120, ""],
];

export const CHINESE: Grid = [
  ["客户", "单据编号", "业务日期", "到期日", "价税合计", "已核销金额", "未核销金额"],
  ["北方机械", "S-1", "2025-01-02", "2025-02-01", 1130, 1130, 0],
  ["南海贸易", "S-2", "2025-01-05", "2025-02-04", 2260, 0, 2260],
];

/** Invoices as a table in Sheet1!A1. */
export function invoicesHost(options: MemoryHostOptions = {}, cells: Grid = INVOICES): MemoryHost {
  return new MemoryHost({
    sheets: [{ name: "Sheet1", cells }],
    tables: [{ name: "Invoices", sheet: "Sheet1", row: 0, column: 0, rows: cells.length, columns: cells[0]!.length }],
    ...options,
  });
}

export const QUIET = { signal: new AbortController().signal, onProgress: (): void => undefined };

/** The same cells with one changed. */
export function withCell(grid: Grid, row: number, column: number, cell: Cell): Grid {
  return grid.map((cells, r) => (r === row ? cells.map((one, c) => (c === column ? cell : one)) : cells));
}
