import type { Scalar } from "./calculator";

/** A condition of SUMIFS. `text`: it asks for one text, in lower case, so that its rows can be looked up. Packs use no wildcards. */
export function matcherOf(criterion: Scalar): { readonly matches: (value: Scalar) => boolean; readonly text: string | undefined } {
  if (typeof criterion === "number") return { matches: (value) => value === criterion, text: undefined };
  const match = /^(<=|>=|<>|<|>|=)?([\s\S]*)$/.exec(String(criterion))!;
  const sign = match[1] ?? "=";
  const operand = match[2]!;
  const number = operand === "" ? NaN : Number(operand);
  if (!Number.isNaN(number)) return { matches: (value) => (typeof value === "number" ? COMPARES[sign]!(value, number) : sign === "<>"), text: undefined };
  const text = operand.toLowerCase();
  if (sign === "=") return { matches: (value) => typeof value === "string" && value.toLowerCase() === text, text };
  return { matches: (value) => sign === "<>" && !(typeof value === "string" && value.toLowerCase() === text), text: undefined };
}

const COMPARES: Readonly<Record<string, (value: number, operand: number) => boolean>> = {
  "=": (value, operand) => value === operand,
  "<>": (value, operand) => value !== operand,
  "<": (value, operand) => value < operand,
  ">": (value, operand) => value > operand,
  "<=": (value, operand) => value <= operand,
  ">=": (value, operand) => value >= operand,
};
