import type { Policy } from "../ledger/policy";
import { DEFAULT_POLICY, isPolicyHeading, readPolicy } from "../ledger/readPolicy";
import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import type { Language } from "../values/say";
import type { Source } from "./source";

/** What the pane itself adds to the policy of a ledger that it will write: the choices, and what the workbook says of itself. */
export function paneChoices(source: Source, language: Language, dateSystem: 1900 | 1904): ReadonlyMap<string, string> {
  if (source.name !== "") return source.choices; // a connected formula already says what it wants
  const choices = new Map(source.choices);
  if (dateSystem === 1904) choices.set("dateSystem", "1904");
  if (language === "zh") choices.set("language", "zh");
  return choices;
}

/** The policy range as Connect writes it: a heading row, then a key a row; what only takes a key back is left out. */
export function policyGrid(choices: ReadonlyMap<string, Cell>): Cell[][] {
  return [["key", "value"], ...[...choices].filter(([, value]) => !isBlank(value))];
}

/** What the new policy of a connected ledger says: its own keys, with the choices over them. Keys are compared without regard to case. */
export function mergedKeys(own: ReadonlyMap<string, Cell>, choices: ReadonlyMap<string, string>): ReadonlyMap<string, Cell> {
  const settled = new Set([...choices.keys()].map((key) => key.toLowerCase()));
  return new Map([...[...own].filter(([key]) => !settled.has(key.toLowerCase())), ...choices]);
}

/** What a policy range says, key by key. */
export function policyKeysIn(grid: Grid): ReadonlyMap<string, Cell> {
  const keys = grid.filter((cells, at) => !isPolicyHeading(cells, at)).map(([key, value]) => [String(plain(key) ?? "").trim(), plain(value)] as const);
  return new Map(keys.filter(([key]) => key !== ""));
}

/** A row that a choice settles is passed over in its place, so that a refusal still counts the rows of the sheet. */
export function policyOf(sheet: Grid | undefined, choices: ReadonlyMap<string, string>): Policy {
  if (sheet === undefined && choices.size === 0) return DEFAULT_POLICY;
  const settled = new Set([...choices.keys()].map((key) => key.toLowerCase()));
  const kept = (sheet ?? [["key", "value"]]).map((row) => (settled.has(String(row[0] ?? "").trim().toLowerCase()) ? [] : row));
  return readPolicy([...kept, ...choices]);
}
