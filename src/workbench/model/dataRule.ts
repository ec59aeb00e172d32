import type { Area } from "./bookSnapshot";

/** What a block of cells takes, as Excel's data validation says it. Kept for the file; the grid does not watch what is typed. */
export interface DataRule {
  readonly area: Area;
  readonly check: DataCheck;
  readonly ignoreBlanks: boolean;
  readonly prompt: { readonly show: boolean; readonly title: string; readonly message: string };
  readonly alert: { readonly show: boolean; readonly title: string; readonly message: string; readonly style: "Stop" | "Warning" | "Information" };
}

export type DataCheck =
  | { readonly kind: "List"; readonly source: string; readonly inCell: boolean }
  | { readonly kind: "Custom"; readonly formula: string }
  | { readonly kind: "WholeNumber" | "Decimal" | "TextLength" | "Date" | "Time"; readonly operator: DataOperator; readonly from: string | number; readonly to?: string | number };

export const DATA_OPERATORS = ["Between", "NotBetween", "EqualTo", "NotEqualTo", "GreaterThan", "LessThan", "GreaterThanOrEqualTo", "LessThanOrEqualTo"] as const;
export type DataOperator = (typeof DATA_OPERATORS)[number];

/** Rules that lie wholly in the new one's cells give way to it. */
export function withRule(rules: readonly DataRule[], rule: DataRule): DataRule[] {
  return [...rules.filter(({ area }) => !holds(rule.area, area)), rule];
}

/** The rule that says of all these cells what they take, the latest first. */
export function ruleOver(rules: readonly DataRule[], area: Area): DataRule | undefined {
  return [...rules].reverse().find((rule) => holds(rule.area, area));
}

/** Do some but not all of a rule's cells lie in the area? One rule cannot then be said apart from the other. */
export function cutsRule(rules: readonly DataRule[], area: Area): boolean {
  return rules.some((rule) => meets(rule.area, area) && !holds(area, rule.area));
}

function holds(outer: Area, inner: Area): boolean {
  return inner.row >= outer.row && inner.column >= outer.column && inner.row + inner.rows <= outer.row + outer.rows && inner.column + inner.columns <= outer.column + outer.columns;
}

function meets(one: Area, other: Area): boolean {
  return one.row < other.row + other.rows && other.row < one.row + one.rows && one.column < other.column + other.columns && other.column < one.column + one.columns;
}
