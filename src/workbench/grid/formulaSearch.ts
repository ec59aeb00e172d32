import { CommandType, UniverInstanceType, type ICellData, type ICommandInfo, type IUniverInstanceService, type Nullable, type ObjectMatrix, type Workbook } from "@univerjs/core";
import { FormulaDataModel, initSheetFormulaData, type IFormulaData } from "@univerjs/engine-formula";
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/sheets";
import type { UniverUnit } from "./univerUnit";

type Cells = ObjectMatrix<Nullable<ICellData>>;

/** What the model keeps to itself, and we reach for. */
interface Model {
  readonly _univerInstanceService: IUniverInstanceService;
  getFormulaData(): IFormulaData;
  _getSheetFormulaIdMap(unitId: string, sheetId: string): Record<string, unknown>;
}

/** Mutations of what the engine knows, and of the text in an editor: they write no cell. */
const ELSEWHERE = /^(?:formula|doc)\./;

/** Sheets that were searched and hold no formula, by their cells. */
let plain = new WeakSet<Cells>();

const model = FormulaDataModel.prototype as unknown as Model;
const idsOf = model._getSheetFormulaIdMap;

/**
 * The engine looks at every cell of the book for formulas, twice for each write and once for each pass: a third of a second
 * an edit beside 100,000 rows. A sheet that holds none is not searched again until a formula is written there.
 */
export function searchOnce(): void {
  model.getFormulaData = function (): IFormulaData {
    const found: IFormulaData = {};
    for (const workbook of this._univerInstanceService.getAllUnitsForType<Workbook>(UniverInstanceType.UNIVER_SHEET)) {
      const ofBook: NonNullable<IFormulaData[string]> = (found[workbook.getUnitId()] = {});
      for (const sheet of workbook.getSheets()) {
        const cells = sheet.getCellMatrix();
        if (plain.has(cells)) ofBook[sheet.getSheetId()] = {};
        else initSheetFormulaData(found, workbook.getUnitId(), sheet.getSheetId(), cells);
        if (Object.keys(ofBook[sheet.getSheetId()] ?? {}).length === 0) plain.add(cells);
      }
    }
    return found;
  };
  model._getSheetFormulaIdMap = function (unitId, sheetId) {
    const cells = cellsOf(this._univerInstanceService, unitId, sheetId);
    return cells !== undefined && plain.has(cells) ? {} : idsOf.call(this, unitId, sheetId);
  };
}

/**
 * Forgets what a mutation has made untrue. To be called before the first book is opened, so that nobody who searches is
 * told of a mutation earlier.
 */
export function followFormulas({ commands, instances }: UniverUnit): () => void {
  const executed = commands.onCommandExecuted((command) => {
    if (command.type !== CommandType.MUTATION || ELSEWHERE.test(command.id)) return;
    if (command.id === SetRangeValuesMutation.id) followWrite(command, instances);
    else plain = new WeakSet(); // rows and sheets move: all may be another's
  });
  return () => executed.dispose();
}

function followWrite(command: Readonly<ICommandInfo>, instances: IUniverInstanceService): void {
  const { unitId, subUnitId, cellValue } = command.params as ISetRangeValuesMutationParams;
  const cells = cellsOf(instances, unitId, subUnitId);
  if (cells === undefined || !plain.has(cells)) return;
  for (const row in cellValue) {
    for (const column in cellValue[Number(row)]) {
      const cell = cellValue[Number(row)]![Number(column)];
      if (cell?.f || cell?.si) return void plain.delete(cells);
    }
  }
}

/** Was searched, and held none since. */
export function isWithoutFormulas(cells: Cells): boolean {
  return plain.has(cells);
}

function cellsOf(instances: IUniverInstanceService, unitId: string, sheetId: string): Cells | undefined {
  return instances.getUnit<Workbook>(unitId)?.getSheetBySheetId(sheetId)?.getCellMatrix();
}
