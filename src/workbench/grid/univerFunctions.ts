import type { IRange } from "@univerjs/core";
import {
  ArrayValueObject, BaseFunction, BooleanValueObject, ErrorValueObject, NumberValueObject, StringValueObject,
  type BaseReferenceObject, type BaseValueObject, type ErrorType, type FunctionVariantType,
} from "@univerjs/engine-formula";
import { contentOf, contentOfScalar } from "../functions/contentKey";
import type { Argument, Dispatcher, Evaluation, Place } from "../functions/dispatcher";
import { parameterAt, type FunctionInfo } from "../functions/metadata";
import type { CellError, Shown } from "../functions/outcomeValue";
import type { Sentences } from "../functions/sentences";
import { PENDING_CODE } from "./cellValue";
import { wireError, type RangeMemory, type RawRange, type SheetLayers } from "./rawRange";

/** The engine does not name it in its own exports. */
type NodeValueType = ReturnType<BaseFunction["calculate"]>;

export interface FunctionNeeds {
  readonly dispatcher: Dispatcher;
  readonly memory: RangeMemory;
  readonly sentences: Sentences;
  /** counts the loops of the engine: what holds formulas is read again in each */
  round(): number;
  /** what formulas spilled in the last pass, by corner */
  spills(sheet: string): SheetLayers["spillRanges"];
  /** last row of the sheet that holds anything, for whole columns */
  lastRow(sheet: string): number;
}

/**
 * A custom function as the engine sees it: synchronous, and pending until its batch is back. The engine's own asynchronous
 * functions run one after another and are spoilt by an edit. Nothing may be thrown: a throw inside a function stops the
 * engine for good.
 */
export class UniverFunction extends BaseFunction {
  override needsReferenceObject = true;
  override minParams = 0; // the engine's own check answers #N/A without a word; the dispatcher says which one is missing
  override maxParams = 255;
  readonly #info: FunctionInfo;
  readonly #needs: FunctionNeeds;

  constructor(info: FunctionInfo, needs: FunctionNeeds) {
    super(info.name.toUpperCase());
    this.#info = info;
    this.#needs = needs;
  }

  override calculate(...variants: BaseValueObject[]): NodeValueType {
    const place: Place = { sheet: this.subUnitId ?? "", row: this.row, column: this.column };
    try {
      const args = (variants as FunctionVariantType[]).map((variant, at) => this.#argument(variant, at, place));
      return engineValue(this.#needs.dispatcher.evaluate(this.#info, args, place));
    } catch (error) {
      const message = this.#needs.sentences.failed(error instanceof Error ? error.message : String(error));
      return engineValue(this.#needs.dispatcher.refuse(place, "#VALUE!", message));
    }
  }

  #argument(variant: FunctionVariantType, at: number, place: Place): Argument {
    const matrix = parameterAt(this.#info, at)?.matrix === true;
    if (variant.isReferenceObject()) return this.#reference(variant as BaseReferenceObject, matrix, place);
    const value = variant as BaseValueObject;
    if (value.isError()) return errorArgument(value as ErrorValueObject);
    if (value.isArray()) return fromRaw(readArray(value as ArrayValueObject), matrix);
    if (value.isNull()) return { kind: "omitted" };
    const plain = plainValue(value);
    if (matrix) return { kind: "content", value: [[plain]], content: contentOf([[plain]]) };
    return { kind: "content", value: plain, content: contentOfScalar(plain) };
  }

  #reference(reference: BaseReferenceObject, matrix: boolean, place: Place): Argument {
    if (reference.isMultiArea() || reference.isExceedRange()) return errorArgument(ErrorValueObject.create("#REF!" as ErrorType));
    const sheet = reference.getSheetId();
    const range = this.#range(reference, sheet);
    if (sheet === place.sheet && inside(range, place)) return { kind: "self" };
    const layers = layersOf(reference, this.#needs.spills(sheet));
    if (!layers) return errorArgument(ErrorValueObject.create("#REF!" as ErrorType));
    return fromRaw(this.#needs.memory.read(sheet, range, layers, this.#needs.round()), matrix);
  }

  /** Whole columns end with the last row that holds anything. */
  #range(reference: BaseReferenceObject, sheet: string): IRange {
    const whole = Number.isNaN(reference.getRangeData().endRow);
    const { startRow, startColumn, endRow, endColumn } = reference.getRangePosition();
    return { startRow, startColumn, endColumn, endRow: whole ? Math.max(startRow, Math.min(endRow, this.#needs.lastRow(sheet))) : endRow };
  }
}

function layersOf(reference: BaseReferenceObject, spillRanges: SheetLayers["spillRanges"]): SheetLayers | undefined {
  const sheet = reference.getCurrentActiveSheetData();
  if (!sheet) return undefined;
  return {
    runtime: reference.getCurrentRuntimeSheetData(),
    runtimeSpill: reference.getCurrentRuntimeActiveArrayFormulaCellData(),
    spill: reference.getCurrentActiveArrayFormulaCellData(),
    spillRanges,
    cells: sheet.cellData,
  };
}

function inside(range: IRange, place: Place): boolean {
  return place.row >= range.startRow && place.row <= range.endRow && place.column >= range.startColumn && place.column <= range.endColumn;
}

/** One cell is a scalar unless the parameter takes a matrix; then it is `[[x]]`. A scalar parameter given a range gets the range. */
function fromRaw(raw: RawRange, matrix: boolean): Argument {
  if (raw.pending) return { kind: "pending" };
  const single = !matrix && raw.value.length === 1 && raw.value[0]?.length === 1;
  const value = single ? raw.value[0]![0] : raw.value;
  const content = single ? contentOfScalar(value) : raw.content;
  return raw.error ? { kind: "error", ...raw.error, value, content } : { kind: "content", value, content };
}

function errorArgument(error: ErrorValueObject): Argument {
  const code = error.getErrorType() as string;
  if (code === PENDING_CODE) return { kind: "pending" };
  const value = wireError(code);
  return { kind: "error", error: code, where: "", value, content: contentOfScalar(value) };
}

function readArray(array: ArrayValueObject): RawRange {
  let pending = false;
  let error: RawRange["error"];
  const value = array.getArrayValue().map((row) =>
    row.map((cell): unknown => {
      if (!cell || cell.isNull()) return "";
      if (!cell.isError()) return plainValue(cell);
      const code = (cell as ErrorValueObject).getErrorType() as string;
      if (code === PENDING_CODE) pending = true;
      error ??= { error: code, where: "" };
      return wireError(code);
    }),
  );
  return { value, content: contentOf(value), pending, error };
}

function plainValue(value: BaseValueObject): Shown {
  const plain = value.getValue();
  return typeof plain === "number" || typeof plain === "boolean" || typeof plain === "string" ? plain : "";
}

function engineValue(evaluation: Evaluation): NodeValueType {
  switch (evaluation.kind) {
    case "pending":
      return ErrorValueObject.create(PENDING_CODE as ErrorType);
    case "error":
      return engineCell(evaluation);
    case "value":
      return engineCell(evaluation.value);
    case "spill":
      return ArrayValueObject.create({
        calculateValueList: evaluation.rows.map((row) => row.map(engineCell)),
        rowCount: evaluation.rows.length,
        columnCount: evaluation.rows[0]!.length,
        unitId: "",
        sheetId: "",
        row: -1,
        column: -1,
      });
  }
}

const ENGINE_CODES = new Set(["#DIV/0!", "#NAME?", "#VALUE!", "#NUM!", "#N/A", "#REF!", "#SPILL!", "#CALC!", "#NULL!"]);

/** Texts by `StringValueObject`: the engine's value factory turns "007" into 7. */
function engineCell(cell: Shown | CellError): BaseValueObject {
  if (typeof cell === "object") return ErrorValueObject.create((ENGINE_CODES.has(cell.error) ? cell.error : "#VALUE!") as ErrorType, cell.message);
  if (typeof cell === "number") return NumberValueObject.create(cell);
  return typeof cell === "boolean" ? BooleanValueObject.create(cell) : StringValueObject.create(cell);
}
