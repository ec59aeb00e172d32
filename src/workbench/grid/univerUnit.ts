import { ICommandService, IUndoRedoService, IUniverInstanceService, type ICellData, type IExecutionOptions, type Injector, type IObjectMatrixPrimitiveType, type IRange, type Nullable, type Workbook, type Worksheet } from "@univerjs/core";
import { FormulaDataModel, IDefinedNamesService } from "@univerjs/engine-formula";
import { SheetsSelectionsService } from "@univerjs/sheets";
import { TableManager } from "@univerjs/sheets-table";
import type { KnownNames } from "./formulaText";

export type Cells = IObjectMatrixPrimitiveType<Nullable<ICellData>>;

/** How our own mutations are told from the user's. */
export const FROM_ADDIN = { fromAddin: true };

/** The book that is open now, and the grid's services around it. */
export class UniverUnit {
  readonly injector: Injector;
  readonly commands: ICommandService;
  readonly undo: IUndoRedoService;
  readonly instances: IUniverInstanceService;
  id = "";

  constructor(injector: Injector) {
    this.injector = injector;
    this.commands = injector.get(ICommandService);
    this.undo = injector.get(IUndoRedoService);
    this.instances = injector.get(IUniverInstanceService);
  }

  get workbook(): Workbook {
    const workbook = this.instances.getUnit<Workbook>(this.id);
    if (!workbook) throw new Error("No workbook is open");
    return workbook;
  }

  // services of the sheet plugins: there only once a book has been opened
  get formulas(): FormulaDataModel {
    return this.injector.get(FormulaDataModel);
  }

  get definedNames(): IDefinedNamesService {
    return this.injector.get(IDefinedNamesService);
  }

  get tables(): TableManager {
    return this.injector.get(TableManager);
  }

  get selections(): SheetsSelectionsService {
    return this.injector.get(SheetsSelectionsService);
  }

  hasSheet(id: string): boolean {
    return this.workbook.getSheetBySheetId(id) !== null && this.workbook.getSheetBySheetId(id) !== undefined;
  }

  sheet(id: string): Worksheet {
    const sheet = this.workbook.getSheetBySheetId(id);
    if (!sheet) throw new Error(`There is no sheet ${id}`);
    return sheet;
  }

  cells(sheet: string): Cells {
    return this.sheet(sheet).getCellMatrix().getMatrix();
  }

  /** values that formulas spilled over other cells */
  spilled(sheet: string): Cells | undefined {
    return this.formulas.getArrayFormulaCellData()[this.id]?.[sheet] as Cells | undefined;
  }

  /** by corner */
  spills(sheet: string): IObjectMatrixPrimitiveType<IRange> | undefined {
    return this.formulas.getArrayFormulaRange()[this.id]?.[sheet] as IObjectMatrixPrimitiveType<IRange> | undefined;
  }

  knownNames(): KnownNames {
    const names = Object.values(this.definedNames.getDefinedNameMap(this.id) ?? {});
    return new Map(names.map((one) => [one.name.toLowerCase(), one.name]));
  }

  run(id: string, params: object, options: IExecutionOptions = FROM_ADDIN): boolean {
    return this.commands.syncExecuteCommand(id, params, options) as boolean;
  }
}
