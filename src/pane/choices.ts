import { fingerprintWith } from "../ledger/sheetColumns";
import type { Grid } from "../values/cell";
import type { Host } from "./host";

/** What the user settled about an export, under the fingerprint of its headings: the next paste of it is read the same way. */
export interface KeptChoice {
  readonly fingerprint: string;
  /** policy keys */
  readonly choices: ReadonlyMap<string, string>;
}

/** The key in the workbook's own settings. */
export const CHOICES_KEY = "openAccount.choices";

/** The last so many exports of a workbook. */
const MOST_KEPT = 20;
const MOST_CHOICES = 60;
const LONGEST_VALUE = 120;

/** Which column is which, how its dates are written, and whose buyers are added up: traits of an export. A currency to look at is none. */
const KEPT = /^(?:field\.[A-Za-z]{1,30}|dateOrder|rollUp)$/;

/** The choices that are worth keeping; one that only takes an earlier choice back is not. */
export function keepable(choices: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...choices].filter(([key, value]) => KEPT.test(key) && value !== ""));
}

/** What a workbook kept, whoever wrote it there: anything that is no choice is passed over. */
export function readKept(value: unknown): KeptChoice[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST_KEPT).flatMap((one: unknown): KeptChoice[] => {
    const { fingerprint, choices } = (one ?? {}) as { readonly fingerprint?: unknown; readonly choices?: unknown };
    if (typeof fingerprint !== "string" || !/^[0-9a-f]{16}$/.test(fingerprint) || !Array.isArray(choices)) return [];
    const known = new Map(choices.slice(0, MOST_CHOICES).flatMap(choiceIn));
    return known.size === 0 ? [] : [{ fingerprint, choices: known }];
  });
}

function choiceIn(pair: unknown): (readonly [string, string])[] {
  if (!Array.isArray(pair)) return [];
  const [key, value] = pair as unknown[];
  const good = typeof key === "string" && KEPT.test(key) && typeof value === "string" && value !== "" && value.length <= LONGEST_VALUE;
  return good ? [[key, value]] : [];
}

/** As the workbook stores it: plain data. */
export function writeKept(kept: readonly KeptChoice[]): unknown {
  return kept.map(({ fingerprint, choices }) => ({ fingerprint, choices: [...choices] }));
}

/** The latest first; no choices left forget the export. */
export function withChoices(kept: readonly KeptChoice[], fingerprint: string, choices: ReadonlyMap<string, string>): KeptChoice[] {
  const others = kept.filter((one) => one.fingerprint !== fingerprint);
  return choices.size === 0 ? others : [{ fingerprint, choices }, ...others].slice(0, MOST_KEPT);
}

/** The choices that were made for a sheet with these headings. A sheet that no heading of it explains is tried with each choice. */
export function choicesFor(grid: Grid, kept: readonly KeptChoice[]): ReadonlyMap<string, string> | undefined {
  if (kept.length === 0) return undefined;
  const own = fingerprintWith(grid, new Map());
  const found = kept.find(({ fingerprint }) => fingerprint === own) ?? kept.find(({ fingerprint, choices }) => fingerprintWith(grid, fieldsIn(choices)) === fingerprint);
  return found?.choices;
}

/** `field.amount` -> heading as field -> heading. */
export function fieldsIn(choices: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...choices].flatMap(([key, value]) => (key.startsWith("field.") && value !== "" ? [[key.slice("field.".length), value] as const] : [])));
}

export async function keptChoices(host: Host): Promise<KeptChoice[]> {
  return readKept(await host.kept(CHOICES_KEY));
}

/** Keeps the choices for an export, or forgets it where none are left. */
export async function keepChoices(host: Host, fingerprint: string, choices: ReadonlyMap<string, string>): Promise<void> {
  const kept = await keptChoices(host);
  const now = withChoices(kept, fingerprint, keepable(choices));
  if (JSON.stringify(writeKept(now)) === JSON.stringify(writeKept(kept))) return;
  await host.keep(CHOICES_KEY, now.length === 0 ? undefined : writeKept(now));
}
