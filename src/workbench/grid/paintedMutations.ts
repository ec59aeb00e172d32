import type { ICommandInfo, IExecutionOptions, Workbook } from "@univerjs/core";
import {
  SetArrayFormulaDataMutation, SetFormulaCalculationNotificationMutation, SetFormulaCalculationResultMutation, SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation, SetFormulaDataMutation, type ISetArrayFormulaDataMutationParams,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation, type ISetRangeValuesMutationParams } from "@univerjs/sheets";
import { SheetRenderController } from "@univerjs/sheets-ui";

type Mark = (this: Painter, command: Readonly<ICommandInfo>, options?: IExecutionOptions) => void;

interface Painter {
  readonly _context: { readonly unit: Workbook; readonly unitId: string };
  _markUnitDirty: Mark;
}

/** What the engine tells of a calculation; the figures come after it, as values of cells. */
const TELLS_ONLY = new Set([
  SetFormulaCalculationStartMutation.id, SetFormulaCalculationStopMutation.id, SetFormulaCalculationNotificationMutation.id,
  SetFormulaCalculationResultMutation.id, SetFormulaDataMutation.id,
]);

const painter = SheetRenderController.prototype as unknown as Painter;
const paintAlways = painter._markUnitDirty;
const spilled = new WeakMap<Painter, boolean>();

/**
 * Paints the sheet in front again only for what can be seen on it. The library does so for every mutation of the book:
 * a dozen times an edit of some formulas on another sheet, which took half of the edit's time.
 */
export function paintWhatShows(): void {
  painter._markUnitDirty = function (command, options): void {
    if (shows(this, command)) paintAlways.call(this, command, options);
  };
}

function shows(of: Painter, command: Readonly<ICommandInfo>): boolean {
  if (TELLS_ONLY.has(command.id)) return false;
  const { unit, unitId } = of._context;
  const front = unit.getActiveSheet()?.getSheetId();
  if (command.id === SetRangeValuesMutation.id) {
    const params = command.params as ISetRangeValuesMutationParams;
    return params.unitId === unitId && params.subUnitId === front;
  }
  if (command.id !== SetArrayFormulaDataMutation.id) return true;
  const before = spilled.get(of) === true; // what spilled there may be gone
  const now = Object.keys((command.params as ISetArrayFormulaDataMutationParams).arrayFormulaCellData[unitId]?.[front ?? ""] ?? {}).length > 0;
  spilled.set(of, now);
  return before || now;
}
