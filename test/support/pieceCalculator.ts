import { joinedText } from "../../src/formulas/join";
import { ledgerText } from "../../src/formulas/ledger";
import { CellRefusal } from "../../src/formulas/told";
import type { Cell, Grid } from "../../src/values/cell";
import type { Place } from "../../src/pane/host";
import { splitArguments } from "../../src/pane/ledgerFormula";
import type { MemoryHost } from "./memoryHost";

/** What a formula's part is: cells, with the place they stand at where they are a range. */
interface Range {
  readonly cells: Grid;
  readonly at?: Place;
}

/** What a function refused, with the code that a cell shows. */
class CellError extends Error {}

/** The last sentence a formula was refused with: a cell shows a code only. */
export let lastRefusal = "";

/**
 * Calculates what Connect writes, as a spreadsheet would: ranges by their place now, stacked and cut, and the AR functions
 * themselves. Knows no other function, and says so by #NAME?; `unknown` are taken for such.
 */
export function pieceCalculator(unknown: readonly string[] = []): (host: MemoryHost, formula: string, place: Place) => Cell {
  return (host, formula, { sheet }) => {
    try {
      const { cells } = new Calculation(host, sheet, unknown).of(formula.slice(1));
      return cells[0]?.[0];
    } catch (error) {
      if (error instanceof CellError) return error.message;
      if (!(error instanceof CellRefusal)) throw error;
      lastRefusal = error.message;
      return error.kind === "na" ? "#N/A" : "#VALUE!";
    }
  };
}

class Calculation {
  readonly #host: MemoryHost;
  readonly #sheet: string;
  readonly #unknown: readonly string[];
  readonly #named = new Map<string, Range>();

  constructor(host: MemoryHost, sheet: string, unknown: readonly string[]) {
    this.#host = host;
    this.#sheet = sheet;
    this.#unknown = unknown;
  }

  of(text: string): Range {
    const compared = splitAt(text, [">", "<>", "="]);
    if (compared !== undefined) return this.#compare(compared);
    const added = splitAt(text, ["+", "-"]);
    if (added !== undefined) {
      const [a, b] = [this.number(added.left), this.number(added.right)];
      return one(added.sign === "+" ? a + b : a - b);
    }
    const call = /^([A-Z][A-Z.]*)\((.*)\)$/s.exec(text);
    if (call !== null) return this.#call(call[1]!, splitArguments(call[2]!));
    if (/^\d+$/.test(text)) return one(Number(text));
    if (/^".*"$/s.test(text)) return one(text.slice(1, -1));
    if (text === "TRUE") return one(true);
    if (text === "") return { cells: [] };
    return this.#named.get(text) ?? this.#reference(text);
  }

  number(text: string): number {
    const cell = this.of(text).cells[0]?.[0];
    if (typeof cell === "string" && cell.startsWith("#")) throw new CellError(cell);
    return Number(cell ?? 0);
  }

  #compare({ left, sign, right }: Split): Range {
    const [a, b] = [this.of(left), this.of(right).cells[0]?.[0] ?? ""];
    const holds = (cell: Cell): boolean => (sign === ">" ? Number(cell ?? 0) > Number(b) : ((cell ?? "") === b) === (sign === "="));
    return { cells: a.cells.map((row) => row.map(holds)) };
  }

  #call(name: string, args: readonly string[]): Range {
    if (this.#unknown.includes(name)) throw new CellError("#NAME?");
    const [first = "", second = "", third = ""] = args;
    switch (name) {
      case "ROWS":
        return one(this.of(first).cells.length);
      case "ROW":
        return one(this.of(first).at!.row + 1);
      case "MAX":
        return one(Math.max(...args.map((arg) => this.number(arg))));
      case "XMATCH": {
        const rows = this.of(second).cells;
        const at = rows.map(([cell]) => cell).lastIndexOf(this.of(first).cells[0]![0]);
        if (at < 0) throw new CellError("#N/A");
        return one(at + 1);
      }
      case "IFERROR":
        try {
          return this.of(first);
        } catch {
          return this.of(second);
        }
      case "IF": {
        const condition = this.of(first).cells;
        if (condition.length === 1 && condition[0]!.length === 1) return this.of(condition[0]![0] === true ? second : third);
        const [yes, no] = [this.of(second).cells[0]![0], this.of(third).cells];
        return { cells: condition.map((row, r) => row.map((holds, c) => (holds === true ? yes : no[r]![c]))) };
      }
      case "LET":
        this.#named.set(first, this.of(second));
        return this.of(third);
      case "TAKE":
        return { cells: this.of(first).cells.slice(0, this.number(second)) };
      case "DROP": {
        const cells = this.of(first).cells.slice(this.number(second));
        if (cells.length === 0) throw new CellError("#CALC!");
        return { cells };
      }
      case "VSTACK":
        return { cells: args.flatMap((arg) => this.of(arg).cells.map((row) => row.map((cell) => cell ?? 0))) }; // a stacked blank may be 0
      case "AR.LEDGER":
        return one(ledgerText(...(args.concat(["", "", "", "", ""]).slice(0, 5).map((arg) => (arg === "" ? null : this.of(arg).cells)) as [Grid, Grid, Grid, Grid, Grid])));
      case "AR.JOIN":
        return one(joinedText(args.map((arg) => this.of(arg).cells)));
      default:
        throw new CellError("#NAME?");
    }
  }

  /** `Table`, `Table[#Headers]`, `Sheet!$A:$A`, `Sheet!$A$1:$J$3`, `$B$6`, `Sheet!$A$1:INDEX(Sheet!$J:$J,$B$7)` */
  #reference(text: string): Range {
    const table = this.#host.tables.find(({ name }) => text === name || text.startsWith(`${name}[#`));
    if (table !== undefined) return this.#table(table, text);
    const open = /^(.+!)\$([A-Z]+)\$(\d+):INDEX\(\1\$([A-Z]+):\$\4,(.+)\)$/.exec(text);
    if (open !== null) return this.#reference(`${open[1]!}$${open[2]!}$${open[3]!}:$${open[4]!}$${String(this.number(open[5]!))}`);
    const address = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?\$?([A-Z]+)\$?(\d+)?(?::\$?([A-Z]+)\$?(\d+)?)?$/.exec(text);
    if (address === null) throw new CellError("#NAME?");
    const sheet = address[1]?.replaceAll("''", "'") ?? address[2] ?? this.#sheet;
    const cells = this.#host.sheets.get(sheet);
    if (cells === undefined) throw new CellError("#REF!");
    const [row, column] = [Number(address[4] ?? 1) - 1, columnOf(address[3]!)];
    const last = address[4] === undefined ? cells.length - 1 : Number(address[6] ?? address[4]) - 1;
    const lastColumn = columnOf(address[5] ?? address[3]!);
    return { cells: block(cells, row, column, last - row + 1, lastColumn - column + 1), at: { sheet, row, column } };
  }

  #table({ sheet, row, column, rows, columns }: MemoryHost["tables"][number], text: string): Range {
    const part = text.slice(text.indexOf("[") >= 0 ? text.indexOf("[") : text.length);
    const cells = this.#host.sheets.get(sheet)!;
    if (part === "[#Headers]") return { cells: block(cells, row, column, 1, columns), at: { sheet, row, column } };
    return part === "[#All]" ? { cells: block(cells, row, column, rows, columns), at: { sheet, row, column } } : { cells: block(cells, row + 1, column, rows - 1, columns), at: { sheet, row: row + 1, column } };
  }
}

function block(cells: Grid, row: number, column: number, rows: number, columns: number): Grid {
  return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_none, c) => (cells[row + r]?.[column + c] === "" ? null : cells[row + r]?.[column + c])));
}

function one(cell: Cell): Range {
  return { cells: [[cell]] };
}

interface Split {
  readonly left: string;
  readonly sign: string;
  readonly right: string;
}

/** At the last of these signs that stands outside brackets and quotes, as what stands before it is worked out first; a sign at the beginning is none. */
function splitAt(text: string, signs: readonly string[]): Split | undefined {
  let depth = 0;
  let quote = "";
  let found: Split | undefined;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quote !== "") quote = letter === quote ? "" : quote;
    else if (letter === '"' || letter === "'") quote = letter;
    else if (letter === "(" || letter === "[") depth++;
    else if (letter === ")" || letter === "]") depth--;
    else if (depth === 0 && at > 0) {
      const sign = signs.find((one) => text.startsWith(one, at));
      if (sign === undefined) continue;
      found = { left: text.slice(0, at), sign, right: text.slice(at + sign.length) };
      at += sign.length - 1;
    }
  }
  return found;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
