/**
 * Calculates the formulas of a book at rest with the add-in's own functions, in Node: what the sample books use of Excel's
 * functions and no more. Another word than the grid's, which the browser tests ask.
 */
import { aging } from "../../src/formulas/aging";
import { assessment } from "../../src/formulas/assess";
import { buyersTable } from "../../src/formulas/buyers";
import { columnsTable } from "../../src/formulas/columns";
import { creditLimit } from "../../src/formulas/creditLimit";
import { creditScore } from "../../src/formulas/creditScore";
import { dsoFigure } from "../../src/formulas/dso";
import { issuesTable } from "../../src/formulas/issues";
import { ledgerText } from "../../src/formulas/ledger";
import { reconciliation } from "../../src/formulas/reconcile";
import { scoreReasons } from "../../src/formulas/scoreReasons";
import { CellRefusal } from "../../src/formulas/told";
import { dayOf } from "../../src/values/day";
import { parseArea, splitAddress } from "../../src/workbench/model/a1";
import type { Area, BookSnapshot, SheetSnapshot } from "../../src/workbench/model/bookSnapshot";

type Scalar = number | string | boolean | Wrong;
type Value = Scalar | Scalar[][];

/** An error in a cell, with its sentence where there is one. */
export class Wrong {
  readonly sentence: string;
  constructor(sentence: string) {
    this.sentence = sentence;
  }
}

const AR: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
  LEDGER: (...a) => ledgerText(a[0], a[1], a[2], a[3], a[4]),
  AGING: (...a) => aging(a[0], a[1], a[2], a[3], a[4]),
  ASSESS: (...a) => assessment(a[0], a[1], a[2]),
  BUYERS: (...a) => buyersTable(a[0], a[1]),
  COLUMNS: (...a) => columnsTable(a[0]),
  CREDITLIMIT: (...a) => creditLimit(a[0], a[1], a[2]),
  CREDITSCORE: (...a) => creditScore(a[0], a[1], a[2]),
  DSO: (...a) => dsoFigure(a[0], a[1], a[2], a[3], a[4]),
  ISSUES: (...a) => issuesTable(a[0], a[1]),
  RECONCILE: (...a) => reconciliation(a[0], a[1], a[2]),
  SCOREREASONS: (...a) => scoreReasons(a[0], a[1], a[2]),
};

/** The value of every formula cell of a book, asked for by sheet, row and column (0-based). */
export class SnapshotFormulas {
  readonly #book: BookSnapshot;
  readonly #known = new Map<string, Value>();

  constructor(book: BookSnapshot) {
    this.#book = book;
  }

  /** The cell's own value: the upper left one where its formula spills. */
  at(sheet: string, row: number, column: number): Scalar {
    const key = `${sheet}!${row},${column}`;
    const cell = this.#sheet(sheet).cells[row]?.[column];
    if (cell?.formula === undefined) return cell?.value ?? "";
    if (!this.#known.has(key)) this.#known.set(key, this.value(cell.formula, sheet));
    return first(this.#known.get(key)!);
  }

  value(formula: string, sheet: string): Value {
    return new Reader(formula.replace(/^=/, ""), (text) => this.#reference(text, sheet)).whole();
  }

  #sheet(name: string): SheetSnapshot {
    const sheet = this.#book.sheets.find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`No sheet ${name}`);
    return sheet;
  }

  #reference(text: string, home: string): Value {
    const { sheet = home, rest } = splitAddress(text);
    const area = parseArea(rest);
    if (area !== undefined) return this.#cells(sheet, area);
    const name = this.#book.names.find((one) => one.name === text);
    return name !== undefined ? this.value(name.formula, home) : this.#table(text);
  }

  #table(text: string): Value {
    const [, name, part] = /^([\w\u4e00-\u9fff]+)(?:\[(.*)\])?$/.exec(text) ?? [];
    for (const sheet of this.#book.sheets) {
      const table = sheet.tables?.find((one) => one.name === name);
      if (table === undefined) continue;
      const { area } = table;
      const body = { ...area, row: area.row + 1, rows: area.rows - 1 };
      if (part === "#All") return this.#cells(sheet.name, area);
      if (part === "#Headers") return this.#cells(sheet.name, { ...area, rows: 1 });
      if (part === undefined) return this.#cells(sheet.name, body);
      const column = (this.#cells(sheet.name, { ...area, rows: 1 }) as Scalar[][])[0]!.indexOf(part);
      if (column >= 0) return this.#cells(sheet.name, { ...body, column: area.column + column, columns: 1 });
    }
    throw new Error(`Nothing is called ${text}`);
  }

  #cells(sheet: string, { row, column, rows, columns }: Area): Value {
    const values = Array.from({ length: rows }, (_r, r) => Array.from({ length: columns }, (_c, c) => this.at(sheet, row + r, column + c)));
    return rows * columns === 1 ? values[0]![0]! : values;
  }
}

function first(value: Value): Scalar {
  return Array.isArray(value) ? value[0]![0]! : value;
}

function grid(value: Value): Scalar[][] {
  return Array.isArray(value) ? value : [[value]];
}

/** One formula, read from left to right; arguments that are not needed are still worked out. */
class Reader {
  readonly #tokens: readonly string[];
  readonly #reference: (text: string) => Value;
  #at = 0;

  constructor(text: string, reference: (text: string) => Value) {
    this.#tokens = text.match(/"(?:[^"]|"")*"|<=|>=|<>|[-+*/&=<>(),]|\d+(?:\.\d+)?(?![\w:!])|(?:'[^']+'!)?[\w.$:!\u4e00-\u9fff]+(?:\[[^\]]*\])?/g) ?? [];
    if (this.#tokens.join("") !== text) throw new Error(`Not a formula that is known here: ${text}`);
    this.#reference = reference;
  }

  whole(): Value {
    const value = this.#comparison();
    if (this.#at < this.#tokens.length) throw new Error(`Something is left over: ${this.#tokens.slice(this.#at).join("")}`);
    return value;
  }

  #taken(...signs: readonly string[]): string | undefined {
    const sign = this.#tokens[this.#at];
    if (sign === undefined || !signs.includes(sign)) return undefined;
    this.#at++;
    return sign;
  }

  #comparison(): Value {
    const left = this.#joined();
    const sign = this.#taken("=", "<>", "<", ">", "<=", ">=");
    if (sign === undefined) return left;
    const right = first(this.#joined());
    return mapped(left, (one) => compare(one, sign, right));
  }

  #joined(): Value {
    let value = this.#sum();
    while (this.#taken("&") !== undefined) value = `${String(first(value))}${String(first(this.#sum()))}`;
    return value;
  }

  #sum(): Value {
    let value = this.#product();
    for (let sign = this.#taken("+", "-"); sign !== undefined; sign = this.#taken("+", "-")) value = arithmetic(value, sign, this.#product());
    return value;
  }

  #product(): Value {
    let value = this.#one();
    for (let sign = this.#taken("*", "/"); sign !== undefined; sign = this.#taken("*", "/")) value = arithmetic(value, sign, this.#one());
    return value;
  }

  #one(): Value {
    if (this.#taken("-") !== undefined) return arithmetic(0, "-", this.#one());
    const token = this.#tokens[this.#at++];
    if (token === undefined) throw new Error("A formula that ends too soon");
    if (token.startsWith('"')) return token.slice(1, -1).replace(/""/g, '"');
    if (/^\d+(?:\.\d+)?$/.test(token)) return Number(token);
    if (token === "TRUE" || token === "FALSE") return token === "TRUE";
    if (token === "(") {
      const value = this.#comparison();
      this.#taken(")");
      return value;
    }
    return this.#taken("(") === undefined ? this.#reference(token) : called(token, this.#args());
  }

  #args(): (Value | undefined)[] {
    const args: (Value | undefined)[] = [];
    if (this.#taken(")") !== undefined) return args;
    for (;;) {
      const next = this.#tokens[this.#at];
      args.push(next === "," || next === ")" ? undefined : this.#comparison());
      if (this.#taken(")") !== undefined) return args;
      if (this.#taken(",") === undefined) throw new Error(`No comma before ${String(this.#tokens[this.#at])}`);
    }
  }
}

function mapped(value: Value, change: (one: Scalar) => Scalar): Value {
  return Array.isArray(value) ? value.map((row) => row.map(change)) : change(value);
}

function compare(left: Scalar, sign: string, right: Scalar): Scalar {
  if (left instanceof Wrong) return left;
  if (right instanceof Wrong) return right;
  switch (sign) {
    case "=": return left === right;
    case "<>": return left !== right;
    case "<": return left < right;
    case ">": return left > right;
    case "<=": return left <= right;
    default: return left >= right;
  }
}

function arithmetic(left: Value, sign: string, right: Value): Scalar {
  const [a, b] = [first(left), first(right)];
  if (a instanceof Wrong) return a;
  if (b instanceof Wrong) return b;
  if (typeof a !== "number" || typeof b !== "number") return new Wrong(`${String(a)} ${sign} ${String(b)}`);
  return sign === "+" ? a + b : sign === "-" ? a - b : sign === "*" ? a * b : a / b;
}

const EXCEL: Readonly<Record<string, (...args: Value[]) => Value>> = {
  INDEX: (table, row, column = 1) => indexed(grid(table!), Number(first(row!)), Number(first(column))),
  VLOOKUP: (wanted, table, column) => grid(table!).find((row) => row[0] === first(wanted!))?.[Number(first(column!)) - 1] ?? new Wrong(`Nothing called ${String(first(wanted!))}`),
  SUM: (...args) => args.flatMap(grid).flat().reduce<number>((sum, one) => (typeof one === "number" ? sum + one : sum), 0),
  ROWS: (table) => grid(table!).length,
  ROUND: (value, digits) => mapped(value!, (one) => (one instanceof Wrong ? one : Math.round((Number(one) + Number.EPSILON) * 10 ** Number(first(digits!))) / 10 ** Number(first(digits!)))),
  MIN: (...args) => Math.min(...args.flatMap(grid).flat().map(Number)),
  MAX: (...args) => Math.max(...args.flatMap(grid).flat().map(Number)),
  IF: (condition, then, otherwise) => (first(condition!) === true ? then! : otherwise!),
  ISERROR: (value) => first(value!) instanceof Wrong,
  IFERROR: (value, otherwise) => (first(value!) instanceof Wrong ? otherwise! : value!),
  AND: (...args) => args.flatMap(grid).flat().find((one) => one instanceof Wrong) ?? args.flatMap(grid).flat().every((one) => one === true),
  COUNTIF: (cells, wanted) => grid(cells!).flat().filter((one) => one === first(wanted!)).length,
  DATE: (year, month, day) => dayOf(Number(first(year!)), Number(first(month!)), Number(first(day!))),
  VSTACK: (...args) => args.flatMap(grid),
  FILTER: (table, keep) => grid(table!).filter((_row, at) => grid(keep!)[at]![0] === true),
  HYPERLINK: (_address, text) => text!,
};

/** A row or column of 0 is all of them. */
function indexed(table: Scalar[][], row: number, column: number): Value {
  const whole = table[0]![0];
  if (whole instanceof Wrong && table.length === 1) return whole;
  const rows = row === 0 ? table : [table[row - 1] ?? []];
  const cells = rows.map((one) => (column === 0 ? one : [one[column - 1] ?? new Wrong("Beyond the table")]));
  return cells.length * cells[0]!.length === 1 ? cells[0]![0]! : cells;
}

function called(name: string, args: readonly (Value | undefined)[]): Value {
  const plain = EXCEL[name];
  if (plain !== undefined) {
    const wrong = args.find((one): one is Wrong => one instanceof Wrong);
    return wrong !== undefined && !["IFERROR", "ISERROR", "IF", "AND"].includes(name) ? wrong : plain(...args.map((one) => one ?? 0));
  }
  const own = name.startsWith("AR.") ? AR[name.slice(3)] : undefined;
  if (own === undefined) throw new Error(`There is no function ${name} here`);
  try {
    return told(own(...args.map((one) => (one instanceof Wrong ? { type: "Error", basicValue: "#VALUE!" } : one))));
  } catch (refused) {
    if (refused instanceof CellRefusal) return new Wrong(refused.message);
    throw refused;
  }
}

function told(answer: unknown): Value {
  if (!Array.isArray(answer)) return answer as Scalar;
  const cells = (answer as unknown[][]).map((row) => row.map((one) => (one instanceof CellRefusal ? new Wrong(one.message) : (one as Scalar))));
  return cells.length * cells[0]!.length === 1 ? cells[0]![0]! : cells;
}
