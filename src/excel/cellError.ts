import { CellRefusal, type Table } from "../formulas/told";
import { say } from "../values/say";

/** Messages longer than this are cut: a cell's card shows a sentence, not a report. */
const LONGEST = 1000;

/** The error a cell can hold: only these two codes carry a sentence in Excel. */
function cellError(refusal: CellRefusal): CustomFunctions.Error {
  const { notAvailable, invalidValue } = CustomFunctions.ErrorCode;
  return new CustomFunctions.Error(refusal.kind === "na" ? notAvailable : invalidValue, refusal.message.slice(0, LONGEST));
}

/** A thrown refusal becomes its error; anything else is our own fault and says so. Nothing else leaves a formula. */
function asCellError(thrown: unknown): CustomFunctions.Error {
  if (thrown instanceof CellRefusal) return cellError(thrown);
  const found = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  return cellError(new CellRefusal("value", say({ code: "BROKEN_PROMISE", with: { found } })));
}

/** Runs a formula that answers one cell. */
export function inCell<T>(formula: () => T): T {
  try {
    return formula();
  } catch (thrown) {
    throw asCellError(thrown);
  }
}

/** Runs a formula that answers a range; a cell in it that cannot be told becomes an error of its own. */
export function inCells(formula: () => Table): unknown[][] {
  return inCell(formula).map((row) => row.map((cell) => (cell instanceof CellRefusal ? cellError(cell) : cell)));
}
