import { copyFormula } from "../model/formulaReferences";
import type { Content, Rect, Value } from "../model/WorkbookPort";
import type { HostContext } from "./context";
import { invalidArgument } from "./hostError";

type What = "All" | "Formulas" | "Values" | "Formats";

/** `target.copyFrom(source, what, skipBlanks, transpose)`: the source is repeated where the target is a multiple of it, else it decides the size. */
export function copyInto(context: HostContext, target: Rect, source: Rect, args: readonly unknown[]): void {
  const what = whatToCopy(args[1]);
  const skipBlanks = args[2] === true;
  const transpose = args[3] === true;
  const size = transpose ? { rows: source.columns, columns: source.rows } : { rows: source.rows, columns: source.columns };
  const fits = target.rows % size.rows === 0 && target.columns % size.columns === 0;
  const into = fits ? target : { ...target, ...size };
  const from = (row: number, column: number) => {
    const [down, across] = [row % size.rows, column % size.columns];
    return transpose ? { row: across, column: down } : { row: down, column: across };
  };
  if (what !== "Formats") copyContents(context, into, source, what, skipBlanks, from);
  if (what === "All" || what === "Formats") copyFormats(context, into, source, from);
}

function whatToCopy(asked: unknown): What {
  if (asked === undefined || asked === null) return "All";
  if (asked === "All" || asked === "Formulas" || asked === "Values" || asked === "Formats") return asked;
  throw invalidArgument(`copyType ${String(asked)}`);
}

type From = (row: number, column: number) => { row: number; column: number };

function copyContents(context: HostContext, into: Rect, source: Rect, what: What, skipBlanks: boolean, from: From): void {
  const cells = what === "Values" ? context.port.values(source) : context.port.formulas(source);
  const copied: Content[][] = Array.from({ length: into.rows }, (_r, row) =>
    Array.from({ length: into.columns }, (_c, column) => {
      const at = from(row, column);
      const value = cells[at.row]![at.column]!;
      if (skipBlanks && value === "") return undefined;
      return carried(value, what, into.row + row - source.row - at.row, into.column + column - source.column - at.column);
    }),
  );
  context.port.write(into, copied);
}

/** a text that looks like a number or a formula stays a text where only values are copied */
function carried(value: Value, what: What, rows: number, columns: number): Content {
  if (typeof value !== "string" || value === "") return value;
  if (what !== "Values" && value.startsWith("=")) return copyFormula(value, rows, columns);
  return `'${value}`;
}

function copyFormats(context: HostContext, into: Rect, source: Rect, from: From): void {
  for (let row = 0; row < into.rows; row++) {
    for (let column = 0; column < into.columns; column++) {
      const at = from(row, column);
      const format = context.port.format({ sheet: source.sheet, row: source.row + at.row, column: source.column + at.column, rows: 1, columns: 1 });
      if (Object.keys(format).length > 0) {
        context.port.setFormat({ sheet: into.sheet, row: into.row + row, column: into.column + column, rows: 1, columns: 1 }, format);
      }
    }
  }
}
