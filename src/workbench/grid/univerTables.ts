import { generateRandomId } from "@univerjs/core";
import { AddSheetTableMutation, DeleteSheetTableMutation, SetSheetTableCommand } from "@univerjs/sheets-table";
import { intersect } from "../model/a1";
import type { Rect, TableInfo, WorkbookPort } from "../model/WorkbookPort";
import { rangeOf } from "./toWorkbookData";
import type { UniverCells } from "./univerCells";
import { valueCell } from "./univerStep";
import type { UniverSteps } from "./univerSteps";
import type { UniverUnit } from "./univerUnit";

/** What the grid does not keep of a table. */
export interface TableExtras {
  readonly style: string;
  readonly showTotals: boolean;
  readonly showHeaders: boolean;
  readonly carried?: unknown;
}

/** How a table is when the grid has not been told otherwise. */
const PLAIN: TableExtras = { style: "TableStyleMedium2", showTotals: false, showHeaders: true };

/** Tables over the grid. */
export class UniverTables {
  readonly extras = new Map<string, TableExtras>();
  readonly #unit: UniverUnit;
  readonly #steps: UniverSteps;
  readonly #cells: UniverCells;
  readonly #insertRow: (rect: Rect) => void;

  constructor(unit: UniverUnit, steps: UniverSteps, cells: UniverCells, insertRow: (rect: Rect) => void) {
    this.#unit = unit;
    this.#steps = steps;
    this.#cells = cells;
    this.#insertRow = insertRow;
  }

  all(): readonly TableInfo[] {
    return this.#unit.tables.getTableList(this.#unit.id).map((table) => {
      const extras = this.extras.get(table.id) ?? PLAIN;
      const { startRow, startColumn, endRow, endColumn } = table.range;
      return {
        id: table.id,
        name: table.name,
        rect: { sheet: table.subUnitId, row: startRow, column: startColumn, rows: endRow - startRow + 1, columns: endColumn - startColumn + 1 },
        showHeaders: extras.showHeaders,
        style: extras.style,
        showTotals: extras.showTotals,
      };
    });
  }

  add(rect: Rect, hasHeaders: boolean, name?: string): string {
    if (this.all().some((table) => intersect(table.rect, rect))) throw new Error("A table cannot overlap another table");
    const id = `table-${generateRandomId(10)}`;
    this.#steps.act(() => {
      if (!hasHeaders) this.#insertRow({ ...rect, rows: 1 });
      const whole = hasHeaders ? rect : { ...rect, rows: rect.rows + 1 };
      const header = this.#writeHeadings({ ...whole, rows: 1 });
      this.#steps.flush();
      this.#unit.run(AddSheetTableMutation.id, {
        unitId: this.#unit.id, subUnitId: rect.sheet, tableId: id, name: name ?? this.#freeTableName(), range: rangeOf(whole), header, options: {},
      });
      this.extras.set(id, PLAIN);
      this.#steps.queue({ type: "tableAdded", table: id, sheet: rect.sheet, source: "addin" });
    });
    return id;
  }

  change(id: string, change: Parameters<WorkbookPort["changeTable"]>[1]): void {
    const table = this.all().find((one) => one.id === id);
    if (!table) throw new Error(`There is no table ${id}`);
    this.#steps.act(() => {
      const extras = this.extras.get(id) ?? PLAIN;
      this.extras.set(id, { ...extras, style: change.style ?? extras.style, showTotals: change.showTotals ?? extras.showTotals });
      if (change.rect) {
        this.#writeHeadings({ ...change.rect, rows: 1 });
        this.#steps.flush();
      }
      const named = change.name !== undefined && change.name !== table.name ? { name: change.name } : {};
      const moved = change.rect ? { updateRange: { newRange: rangeOf(change.rect) } } : {};
      if (Object.keys(named).length + Object.keys(moved).length > 0) this.#unit.run(SetSheetTableCommand.id, { unitId: this.#unit.id, tableId: id, ...named, ...moved });
    });
  }

  remove(id: string): void {
    const table = this.all().find((one) => one.id === id);
    if (!table) return;
    this.#steps.act(() => {
      this.#unit.run(DeleteSheetTableMutation.id, { unitId: this.#unit.id, subUnitId: table.rect.sheet, tableId: id });
      this.#steps.queue({ type: "tableRemoved", table: id, sheet: table.rect.sheet, source: "addin" });
    });
  }

  #writeHeadings(rect: Rect): string[] {
    const seen = new Set<string>();
    const headings = this.#cells.values(rect)[0]!.map((value, at) => {
      const base = value === "" ? `Column${at + 1}` : String(value);
      let name = base;
      for (let again = 2; seen.has(name.toLowerCase()); again++) name = `${base}${again}`;
      seen.add(name.toLowerCase());
      return name;
    });
    const now = this.#cells.values(rect)[0]!;
    headings.forEach((name, at) => {
      if (now[at] !== name) this.#steps.writes.put(rect.sheet, rect.row, rect.column + at, valueCell(name));
    });
    return headings;
  }

  #freeTableName(): string {
    const taken = new Set(this.all().map((table) => table.name.toLowerCase()));
    let at = taken.size + 1;
    while (taken.has(`table${at}`)) at++;
    return `Table${at}`;
  }
}
