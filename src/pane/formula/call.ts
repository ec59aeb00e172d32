import { isReference, splitArguments } from "../ledgerFormula";
import { kindOf, type Parameter, type Signature } from "./signatures";

/** A call of one of our functions inside a formula: arguments as the text the formula has, "" where one is left out. */
export interface Call {
  readonly id: string;
  readonly args: readonly string[];
  /** the formula is this call and nothing besides */
  readonly alone: boolean;
}

/** The first call of ours in a formula. Excel stores `_xldudf_AR_DSO(` and shows `AR.DSO(`. */
export function callIn(formula: string): Call | undefined {
  if (!formula.startsWith("=")) return undefined;
  const bare = formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, (quoted) => "\u0000".repeat(quoted.length)); // our names inside quotes are no calls
  const found = /(?<![\w.])(?:_xldudf_)?AR[._]([A-Z]+)\s*\(/i.exec(bare);
  if (found === null) return undefined;
  const from = found.index + found[0].length;
  let depth = 1;
  let to = from;
  while (to < bare.length && depth > 0) {
    if (bare[to] === "(") depth++;
    else if (bare[to] === ")") depth--;
    to++;
  }
  if (depth > 0) return undefined;
  const inside = formula.slice(from, to - 1);
  const rest = bare.slice(1, found.index).trim() + bare.slice(to).trim();
  return { id: found[1]!.toUpperCase(), args: inside.trim() === "" ? [] : splitArguments(inside), alone: rest === "" };
}

/** `=AR.DSO(Ledger,,"C-1001")`: without the arguments left out at its end. */
export function formulaOf(id: string, args: readonly string[]): string {
  const given = [...args];
  while (given.length > 0 && given.at(-1) === "") given.pop();
  return `=AR.${id}(${given.join(",")})`;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** What stands in a field as the argument a formula takes; undefined where it can be none. `=A2` means a cell. */
export function argumentText(parameter: Parameter, typed: string): string | undefined {
  const text = typed.trim();
  if (text === "") return "";
  if (text.startsWith("=")) return isReference(text.slice(1).trim()) ? text.slice(1).trim() : undefined;
  switch (kindOf(parameter)) {
    case "ledger":
    case "range":
      return text.split(",").every((part) => isReference(part.trim()) && !NUMBER.test(part.trim())) ? text : undefined;
    case "day":
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `DATE(${text.split("-").map(Number).join(",")})` : undefined;
    case "flag":
      return text;
    case "buyer":
    case "word":
    case "measure":
      return `"${text.replaceAll('"', '""')}"`;
    case "days":
      if (NUMBER.test(text)) return text;
      if (/^\d+(?:\s*[,，、]\s*\d+)+$/.test(text)) return `{${text.split(/[,，、]/).map((part) => part.trim()).join(",")}}`;
      return isReference(text) ? text : undefined;
  }
}

/** The first argument that is needed and not given, by its place. */
export function missing({ parameters }: Signature, args: readonly string[]): Parameter | undefined {
  return parameters.find((one, at) => one.optional !== true && (args[at] ?? "") === "" && !MAY_BE_BLANK.has(one.name));
}

/** Needed by the contract, and blank means none. */
const MAY_BE_BLANK: ReadonlySet<string> = new Set(["securities"]);
