import type { Cell } from "../values/cell";
import type { Language } from "../values/say";
import type { Policy } from "./policy";
import { policyParts, type PolicyKey } from "./policyTable";

/** Headings of the sheet; the reader knows the first two in both languages. */
const HEADINGS = {
  en: ["Key", "Value", "Unit", "What it does", "Source"],
  zh: ["键", "值", "单位", "作用", "出处"],
} as const;

/** A row of the sheet: five cells, key and value first. */
export interface PolicyRow {
  readonly is: "heading" | "part" | "key";
  readonly cells: readonly Cell[];
}

/**
 * The whole policy as a readable table: what is in force, the default where nothing was set, empty where nothing holds. Read
 * back it is the same policy; the title of a part is a row without a value, which says nothing.
 */
export function policySheet(policy: Policy, language: Language): readonly PolicyRow[] {
  const row = ({ key, value, unit, does, source }: PolicyKey): PolicyRow => ({ is: "key", cells: [key, value, typeof unit === "string" ? unit : unit[language], does[language], source[language]] });
  return [
    { is: "heading", cells: HEADINGS[language] },
    ...policyParts(policy).flatMap(({ title, keys }): PolicyRow[] => [{ is: "part", cells: [title[language], "", "", "", ""] }, ...keys.map(row)]),
  ];
}
