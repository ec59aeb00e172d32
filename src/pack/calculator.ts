import type { FormulaTemplate } from "../bank/pack/canonical";
import { rounded } from "../bank/pack/packData";
import { matcherOf } from "./criteria";
import { parseFormula, type Corner, type Node } from "./formulaParser";

export type Scalar = number | string | boolean;
type Result = Scalar | Area | readonly Scalar[];

/** A block of cells of one sheet; corners included, rows from 1 and columns from 0. */
interface Area {
  readonly sheet: CalcSheet;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

interface Compiled {
  readonly template: FormulaTemplate;
  readonly node: Node;
}

/** Cells of a sheet by column, then row; a formula's own until it is worked out. */
class CalcSheet {
  readonly columns: (number | string | boolean | undefined)[][] = [];
  readonly nodes: (Node | undefined)[][] = [];
  readonly compiled: (Compiled | undefined)[] = [];
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Stands for a formula while it is being worked out. */
const PENDING: Node = { is: "name", name: "" };

/** Not worked out: a formula that no pack writes, or one that needs itself. */
export class NotCalculated extends Error {}

/**
 * Works the formulas of a pack out anew from its values alone: the old functions that packs are written in, no others. Sums by one
 * text look its rows up in an index, so that a thousand buyers cost one pass.
 */
export class Calculator {
  readonly #sheets = new Map<string, CalcSheet>();
  readonly #names = new Map<string, Node>();
  readonly #indexes = new Map<string, ReadonlyMap<string, readonly number[]>>();

  sheet(name: string): void {
    this.#sheets.set(name, new CalcSheet(name));
  }

  name(name: string, range: string): void {
    try {
      this.#names.set(name, parseFormula(range, 0));
    } catch {
      // whoever uses it is not calculated
    }
  }

  set(sheetName: string, row: number, column: number, formula: FormulaTemplate | undefined, value: number | string): void {
    const sheet = this.#sheets.get(sheetName)!;
    while (sheet.columns.length <= column) {
      sheet.columns.push([]);
      sheet.nodes.push([]);
      sheet.compiled.push(undefined);
    }
    if (formula === undefined) {
      sheet.columns[column]![row] = value;
      return;
    }
    sheet.nodes[column]![row] = this.#compile(sheet, column, row, formula);
  }

  #compile(sheet: CalcSheet, column: number, row: number, template: FormulaTemplate): Node {
    const known = sheet.compiled[column];
    if (known?.template === template) return known.node;
    const node = parseFormula(template.at(row), row);
    sheet.compiled[column] = { template, node };
    return node;
  }

  /** What a formula's cell comes to; throws NotCalculated, or a SyntaxError earlier, from `set`. */
  valueAt(sheetName: string, row: number, column: number): Scalar {
    return this.#cell(this.#sheetOf(sheetName), row, column);
  }

  #sheetOf(name: string): CalcSheet {
    const sheet = this.#sheets.get(name);
    if (sheet === undefined) throw new NotCalculated(`no sheet ${name}`);
    return sheet;
  }

  #cell(sheet: CalcSheet, row: number, column: number): Scalar {
    const known = sheet.columns[column]?.[row];
    if (known !== undefined) return known;
    const node = sheet.nodes[column]?.[row];
    if (node === undefined) return "";
    if (node === PENDING) throw new NotCalculated("a circle");
    sheet.nodes[column]![row] = PENDING;
    const value = this.#scalar(this.#result(node, sheet, row));
    sheet.nodes[column]![row] = node;
    sheet.columns[column]![row] = value;
    return value;
  }

  #result(node: Node, sheet: CalcSheet, row: number): Result {
    switch (node.is) {
      case "number":
      case "text": return node.value;
      case "minus": return lifted1(this.#values(this.#result(node.of, sheet, row)), (value) => -numberOf(value));
      case "cell": return this.#area(node.sheet === "" ? sheet : this.#sheetOf(node.sheet), node.at, node.at, row);
      case "range": return this.#area(node.sheet === "" ? sheet : this.#sheetOf(node.sheet), node.from, node.to, row);
      case "name": {
        const range = this.#names.get(node.name);
        if (range === undefined) throw new NotCalculated(`no name ${node.name}`);
        return this.#result(range, sheet, row);
      }
      case "binary": return lifted2(this.#values(this.#result(node.left, sheet, row)), this.#values(this.#result(node.right, sheet, row)), SIGNS[node.sign]!);
      case "call": return this.#call(node.name, node.args, sheet, row);
    }
  }

  #area(sheet: CalcSheet, from: Corner, to: Corner, row: number): Area {
    const rowOf = ({ row: own, moves }: Corner): number => (moves ? own + row : own);
    return { sheet, top: rowOf(from), bottom: rowOf(to), left: from.column, right: to.column };
  }

  #scalar(result: Result): Scalar {
    if (isArea(result)) return this.#cell(result.sheet, result.top, result.left);
    return typeof result === "object" ? (result[0] ?? "") : result;
  }

  /** A block as its values, one cell as one. */
  #values(result: Result): Scalar | readonly Scalar[] {
    if (!isArea(result)) return result;
    if (result.top === result.bottom && result.left === result.right) return this.#cell(result.sheet, result.top, result.left);
    const values: Scalar[] = [];
    for (let r = result.top; r <= result.bottom; r++) for (let c = result.left; c <= result.right; c++) values.push(this.#cell(result.sheet, r, c));
    return values;
  }

  #call(name: string, args: readonly Node[], sheet: CalcSheet, row: number): Result {
    const result = (at: number): Result => this.#result(args[at] ?? fail(name), sheet, row);
    const scalar = (at: number): Scalar => this.#scalar(result(at));
    const all = (): readonly Scalar[] => args.flatMap((arg) => this.#values(this.#result(arg, sheet, row)));
    const numbers = (): readonly number[] => all().filter((value) => typeof value === "number");
    switch (name) {
      case "IF": return truth(scalar(0)) ? scalar(1) : args.length > 2 ? scalar(2) : false;
      case "AND": return args.every((_, at) => truth(scalar(at)));
      case "OR": return args.some((_, at) => truth(scalar(at)));
      case "NOT": return !truth(scalar(0));
      case "SUM": return numbers().reduce((sum, one) => sum + one, 0);
      case "MIN": return numbers().reduce((least, one) => Math.min(least, one), Infinity);
      case "MAX": return numbers().reduce((most, one) => Math.max(most, one), -Infinity);
      case "ABS": return lifted1(this.#values(result(0)), (value) => Math.abs(numberOf(value)));
      case "ROUND": return rounded(numberOf(scalar(0)), numberOf(scalar(1)));
      case "ISNUMBER": return typeof scalar(0) === "number";
      case "INDEX": return this.#index(result(0), numberOf(scalar(1)));
      case "SUMPRODUCT": return this.#sumProduct(args.map((_, at) => this.#values(result(at))));
      case "SUMIFS": return this.#where(args.slice(1), sheet, row).reduce((sum, at) => sum + this.#numberAt(result(0), at), 0);
      case "COUNTIF":
      case "COUNTIFS": return this.#where(args, sheet, row).length;
      default: return fail(name);
    }
  }

  #index(area: Result, place: number): Scalar {
    if (!isArea(area) || !(place >= 1 && area.top + place - 1 <= area.bottom)) throw new NotCalculated("INDEX");
    return this.#cell(area.sheet, area.top + place - 1, area.left);
  }

  #sumProduct(factors: readonly (Scalar | readonly Scalar[])[]): number {
    const lists = factors.map((one) => (typeof one === "object" ? one : [one]));
    return lists[0]!.reduce<number>((sum, first, at) => sum + lists.slice(1).reduce((product, list) => product * numberOf(list[at] ?? 0), numberOf(first)), 0);
  }

  #numberAt(area: Result, place: number): number {
    const value = isArea(area) ? this.#cell(area.sheet, area.top + place, area.left) : 0;
    return typeof value === "number" ? value : 0;
  }

  /** Places, from the first row of the ranges, that meet every condition. */
  #where(pairs: readonly Node[], sheet: CalcSheet, row: number): readonly number[] {
    const conditions: { readonly area: Area; readonly matches: (value: Scalar) => boolean; readonly text: string | undefined }[] = [];
    for (let at = 0; at + 1 < pairs.length; at += 2) {
      const area = this.#result(pairs[at]!, sheet, row);
      if (!isArea(area)) throw new NotCalculated("a condition without a range");
      conditions.push({ area, ...matcherOf(this.#scalar(this.#result(pairs[at + 1]!, sheet, row))) });
    }
    const looked = conditions.find(({ text }) => text !== undefined);
    const first = conditions[0]!.area;
    let places: readonly number[] = looked === undefined ? Array.from({ length: first.bottom - first.top + 1 }, (_, at) => at) : (this.#indexOf(looked.area).get(looked.text!) ?? []);
    for (const condition of conditions) {
      if (condition === looked) continue;
      const { area, matches } = condition;
      places = places.filter((at) => matches(this.#cell(area.sheet, area.top + at, area.left)));
    }
    return places;
  }

  #indexOf(area: Area): ReadonlyMap<string, readonly number[]> {
    const key = `${area.sheet.name}!${area.left},${area.top},${area.bottom}`;
    let index = this.#indexes.get(key);
    if (index === undefined) {
      const made = new Map<string, number[]>();
      const asWritten = new Map<string, number[]>();
      for (let r = area.top; r <= area.bottom; r++) {
        const value = this.#cell(area.sheet, r, area.left);
        if (typeof value !== "string") continue;
        let places = asWritten.get(value);
        if (places === undefined) asWritten.set(value, (places = placesOf(made, value.toLowerCase())));
        places.push(r - area.top);
      }
      this.#indexes.set(key, (index = made));
    }
    return index;
  }
}

function placesOf(index: Map<string, number[]>, text: string): number[] {
  const known = index.get(text);
  if (known !== undefined) return known;
  const made: number[] = [];
  index.set(text, made);
  return made;
}

function fail(name: string): never {
  throw new NotCalculated(`no function ${name}`);
}

function isArea(result: Result): result is Area {
  return typeof result === "object" && "sheet" in result;
}

function numberOf(value: Scalar): number {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  if (value === "") return 0;
  throw new NotCalculated(`a text in the place of a number: ${value.slice(0, 20)}`);
}

function truth(value: Scalar): boolean {
  return typeof value === "boolean" ? value : numberOf(value) !== 0;
}

function textOf(value: Scalar): string {
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

function lifted1(value: Scalar | readonly Scalar[], of: (value: Scalar) => Scalar): Scalar | readonly Scalar[] {
  return typeof value === "object" ? value.map(of) : of(value);
}

function lifted2(left: Scalar | readonly Scalar[], right: Scalar | readonly Scalar[], of: (left: Scalar, right: Scalar) => Scalar): Scalar | readonly Scalar[] {
  if (typeof left !== "object" && typeof right !== "object") return of(left, right);
  const length = Math.max(typeof left === "object" ? left.length : 1, typeof right === "object" ? right.length : 1);
  return Array.from({ length }, (_, at) => of(typeof left === "object" ? (left[at] ?? "") : left, typeof right === "object" ? (right[at] ?? "") : right));
}

/** Numbers before texts, as spreadsheets order them; texts without regard to case; an empty cell is 0 beside a number. */
function compared(left: Scalar, right: Scalar): number {
  if (typeof left === "string" && typeof right === "string") {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    return a < b ? -1 : a > b ? 1 : 0;
  }
  if (typeof left === "string" && left !== "") return 1;
  if (typeof right === "string" && right !== "") return -1;
  return numberOf(left) - numberOf(right);
}

const SIGNS: Readonly<Record<string, (left: Scalar, right: Scalar) => Scalar>> = {
  "+": (left, right) => numberOf(left) + numberOf(right),
  "-": (left, right) => numberOf(left) - numberOf(right),
  "*": (left, right) => numberOf(left) * numberOf(right),
  "/": (left, right) => (numberOf(right) === 0 ? failDivision() : numberOf(left) / numberOf(right)),
  "&": (left, right) => textOf(left) + textOf(right),
  "=": (left, right) => compared(left, right) === 0,
  "<>": (left, right) => compared(left, right) !== 0,
  "<": (left, right) => compared(left, right) < 0,
  ">": (left, right) => compared(left, right) > 0,
  "<=": (left, right) => compared(left, right) <= 0,
  ">=": (left, right) => compared(left, right) >= 0,
};

function failDivision(): never {
  throw new NotCalculated("a division by zero");
}
