import { foldedText } from "../ledger/buyerList";
import { textOf } from "../ledger/cellText";
import { closest } from "../ledger/closest";
import { readNumber, readShare } from "../ledger/readNumber";
import { refuse } from "../values/answer";
import { isBlank, type Cell, type Grid } from "../values/cell";
import { scaleOf, toMinor } from "../values/money";
import { CONCENTRATION_BASES, TERMS, type ConcentrationBase, type LenderTerms, type Term, type TermRule } from "./lenderTerms";

/** Columns of the sheet, by their headings in either language. */
const COLUMNS = { rule: /^(?:rule|term|规则|条款)$/i, on: /^(?:on|on\/off|active|启用|是否启用)$/i, value: /^(?:value|值|取值|数值)$/i, source: /^(?:source|clause|source clause|来源|依据|条款来源)$/i } as const;
type Column = keyof typeof COLUMNS;
type Places = Readonly<Record<Column, number>>;

/** Headings stand in one of the first rows, below a title. */
const FIRST_ROWS = 20;
const MOST_DAYS = 3660;
const YES = /^(?:yes|y|true|1|on|x|是|启用|开)$/i;
const NO = /^(?:no|n|false|0|off|否|停用|关)$/i;

type Found = (typeof TERMS)[number];

/**
 * The lender's agreement as a sheet: `rule, on, value, source`, in English or Chinese; a rule by its name or what it is called in
 * Chinese. Blank `on` with a value is on. Refused, naming the row: an unknown rule (close ones listed), a rule twice, a value out
 * of range (a rate above 100 %); and a sheet without headings or rules, or without an advance rate. Money in minor units.
 */
export function readTerms(grid: Grid, exponent: number): LenderTerms {
  const { row: heading, at } = headingsIn(grid);
  const terms = new Map<TermRule, Term>();
  const seen = new Map<TermRule, number>();
  for (let r = heading + 1; r < grid.length; r++) {
    const cells = grid[r] ?? [];
    const text = textOf(cells[at.rule]).trim();
    if (text === "") continue;
    const found = ruleOf(text) ?? refuse("TERMS_RULE", { row: r + 1, found: text, listRules: closest(text, TERMS.map(({ rule }) => rule)).join(", ") });
    const first = seen.get(found.rule);
    if (first !== undefined) refuse("TERMS_TWICE", { row: r + 1, first, rule: found.rule });
    seen.set(found.rule, r + 1);
    const term = termIn(found, cells, at, r + 1, exponent);
    if (term !== undefined) terms.set(found.rule, term);
  }
  if (seen.size === 0) refuse("NO_TERMS");
  if (!terms.has("advanceRate")) refuse("TERMS_ADVANCE");
  return terms;
}

function headingsIn(grid: Grid): { readonly row: number; readonly at: Places } {
  return headingsPlace(grid) ?? refuse("NO_TERMS");
}

function headingsPlace(grid: Grid): { readonly row: number; readonly at: Places } | undefined {
  for (let row = 0; row < Math.min(grid.length, FIRST_ROWS); row++) {
    const texts = (grid[row] ?? []).map((cell) => textOf(cell).normalize("NFKC").trim());
    const place = (column: Column): number => texts.findIndex((text) => COLUMNS[column].test(text));
    if (place("rule") >= 0 && (place("value") >= 0 || place("on") >= 0)) return { row, at: { rule: place("rule"), on: place("on"), value: place("value"), source: place("source") } };
  }
  return undefined;
}

function ruleOf(text: string): Found | undefined {
  const asked = foldedText(text);
  return TERMS.find(({ rule, zh }) => foldedText(rule) === asked || foldedText(zh) === asked);
}

/** Undefined where the rule is off. */
function termIn(found: Found, cells: readonly Cell[], at: Places, row: number, exponent: number): Term | undefined {
  const on = cell(cells, at.on);
  const value = cell(cells, at.value);
  const told = isBlank(on) ? (found.kind === "switch" ? yesNo(value) : undefined) : yesNo(on);
  if (told === "?") refuse("TERMS_SWITCH", { row, rule: found.rule, found: textOf(isBlank(on) ? value : on) });
  const source = textOf(cell(cells, at.source)).trim();
  if (told === false) return undefined;
  if (found.kind === "switch") return told === true && yesNo(value) !== false ? { rule: found.rule, value: undefined, source, row } : undefined;
  if (isBlank(value) && told === undefined) return undefined;
  return { rule: found.rule, value: valueIn(found, value, row, exponent), source, row };
}

function cell(cells: readonly Cell[], column: number): Cell {
  return column < 0 ? null : cells[column];
}

/** Undefined for a blank; `?` for what is neither. */
function yesNo(value: Cell): boolean | "?" | undefined {
  if (isBlank(value)) return undefined;
  if (typeof value === "boolean") return value;
  const text = textOf(value).normalize("NFKC").trim();
  return YES.test(text) ? true : NO.test(text) ? false : "?";
}

function valueIn(found: Found, value: Cell, row: number, exponent: number): number | ConcentrationBase {
  const bad = (wanted: string): never => refuse("TERMS_VALUE", { row, rule: found.rule, found: textOf(value), wanted });
  if (isBlank(value)) return "usual" in found ? found.usual : bad("a value");
  switch (found.kind) {
    case "base":
      return CONCENTRATION_BASES.find((one) => one === textOf(value).trim().toLowerCase()) ?? bad(CONCENTRATION_BASES.join(", "));
    case "days": {
      const days = readNumber(value, undefined);
      return Number.isInteger(days) && days >= 0 && days <= MOST_DAYS ? days : bad(`whole days from 0 to ${MOST_DAYS}`);
    }
    case "share": {
      const share = readShare(value);
      return share >= 0 && share <= 1 ? share : bad("a share from 0 to 1, or 0 % to 100 %");
    }
    default: {
      const minor = toMinor(readNumber(value, undefined), scaleOf(exponent));
      return minor >= 0 ? minor : bad("an amount of 0 or more");
    }
  }
}

/** Do the first rows of a range hold the headings of a lender's terms? */
export function looksLikeTerms(head: Grid): boolean {
  return headingsPlace(head) !== undefined;
}
