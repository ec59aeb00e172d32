import { BooleanNumber, generateRandomId } from "@univerjs/core";
import {
  InsertSheetCommand, RemoveSheetCommand, SetFrozenMutation, SetTabColorMutation, SetWorksheetActiveOperation, SetWorksheetHideMutation,
  SetWorksheetNameCommand, SetWorksheetOrderMutation,
} from "@univerjs/sheets";
import { MAX_COLUMNS, MAX_ROWS } from "../model/a1";
import type { SheetId, SheetInfo, WorkbookPort } from "../model/WorkbookPort";
import { DEFAULT_COLUMN_PIXELS, DEFAULT_ROW_PIXELS, LEAST_COLUMNS, LEAST_ROWS } from "./sizes";
import type { UniverSteps } from "./univerSteps";
import type { UniverUnit } from "./univerUnit";

/** The sheets of the book. */
export class UniverSheets {
  /** what the grid does not keep: it knows hidden, not very hidden */
  readonly veryHidden = new Set<SheetId>();
  readonly #unit: UniverUnit;
  readonly #steps: UniverSteps;

  constructor(unit: UniverUnit, steps: UniverSteps) {
    this.#unit = unit;
    this.#steps = steps;
  }

  all(): readonly SheetInfo[] {
    return this.#unit.workbook.getSheets().map((sheet, position) => {
      const config = sheet.getConfig();
      const id = sheet.getSheetId();
      const hidden = config.hidden === BooleanNumber.TRUE;
      return {
        id, name: sheet.getName(), position, rows: MAX_ROWS, columns: MAX_COLUMNS, tabColor: config.tabColor ?? "",
        visibility: hidden ? (this.veryHidden.has(id) ? "VeryHidden" : "Hidden") : "Visible",
        frozenRows: Math.max(0, config.freeze.ySplit), frozenColumns: Math.max(0, config.freeze.xSplit),
      };
    });
  }

  active(): SheetId {
    return this.#unit.workbook.getActiveSheet().getSheetId();
  }

  add(name?: string): SheetId {
    const id = `sheet-${generateRandomId(10)}`;
    const active = this.active();
    this.#steps.act(() => {
      const sheet = {
        id, name: name ?? this.#freeSheetName(), rowCount: LEAST_ROWS, columnCount: LEAST_COLUMNS,
        defaultColumnWidth: DEFAULT_COLUMN_PIXELS, defaultRowHeight: DEFAULT_ROW_PIXELS,
      };
      this.#unit.run(InsertSheetCommand.id, { unitId: this.#unit.id, index: this.#unit.workbook.getSheets().length, sheet });
      if (this.active() !== active) this.#unit.run(SetWorksheetActiveOperation.id, { unitId: this.#unit.id, subUnitId: active });
      this.#steps.queue({ type: "sheetAdded", sheet: id, source: "addin" });
    });
    return id;
  }

  remove(id: SheetId): void {
    this.#unit.sheet(id);
    if (this.#unit.workbook.getSheets().length === 1) throw new Error("A workbook keeps at least one sheet");
    this.#steps.act(() => {
      const active = this.active();
      this.#unit.run(RemoveSheetCommand.id, { unitId: this.#unit.id, subUnitId: id });
      this.#steps.queue({ type: "sheetRemoved", sheet: id, source: "addin" });
      if (active === id) this.#steps.queue({ type: "sheetActivated", sheet: this.active(), source: "addin" });
    });
  }

  change(id: SheetId, change: Parameters<WorkbookPort["changeSheet"]>[1]): void {
    const sheet = this.#unit.sheet(id);
    const where = { unitId: this.#unit.id, subUnitId: id };
    this.#steps.act(() => {
      if (change.name !== undefined && change.name !== sheet.getName()) {
        this.#unit.run(SetWorksheetNameCommand.id, { ...where, name: change.name });
        this.#steps.queue({ type: "sheetRenamed", sheet: id, source: "addin" });
      }
      if (change.position !== undefined) {
        const fromOrder = this.#unit.workbook.getSheets().indexOf(sheet);
        if (fromOrder !== change.position) this.#unit.run(SetWorksheetOrderMutation.id, { ...where, fromOrder, toOrder: change.position });
      }
      if (change.visibility !== undefined) this.#setVisibility(id, change.visibility);
      if (change.tabColor !== undefined) this.#unit.run(SetTabColorMutation.id, { ...where, color: change.tabColor });
      if (change.frozenRows !== undefined || change.frozenColumns !== undefined) {
        const now = sheet.getConfig().freeze;
        const ySplit = change.frozenRows ?? Math.max(0, now.ySplit);
        const xSplit = change.frozenColumns ?? Math.max(0, now.xSplit);
        this.#unit.run(SetFrozenMutation.id, { ...where, ySplit, xSplit, startRow: ySplit > 0 ? ySplit : -1, startColumn: xSplit > 0 ? xSplit : -1 });
      }
    });
  }

  activate(id: SheetId): void {
    this.#unit.sheet(id);
    if (this.active() === id) return;
    this.#steps.act(() => {
      this.#unit.run(SetWorksheetActiveOperation.id, { unitId: this.#unit.id, subUnitId: id });
      this.#steps.queue({ type: "sheetActivated", sheet: id, source: "addin" });
    });
  }

  #setVisibility(id: SheetId, visibility: SheetInfo["visibility"]): void {
    if (visibility === "VeryHidden") this.veryHidden.add(id);
    else this.veryHidden.delete(id);
    const hidden = visibility === "Visible" ? BooleanNumber.FALSE : BooleanNumber.TRUE;
    this.#unit.run(SetWorksheetHideMutation.id, { unitId: this.#unit.id, subUnitId: id, hidden });
  }

  #freeSheetName(): string {
    const taken = new Set(this.all().map((sheet) => sheet.name.toLowerCase()));
    let at = taken.size + 1;
    while (taken.has(`sheet${at}`)) at++;
    return `Sheet${at}`;
  }
}
