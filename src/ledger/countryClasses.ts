import { refuse } from "../values/answer";
import { isBlank, type Cell, type Grid } from "../values/cell";
import { textOf } from "./cellText";

/**
 * What the public list of the participants to the Arrangement on Officially Supported Export Credits says of a country: a class
 * from 0 to 7, or one of two states without a class, neither of which is a 0: high income and so not classified, or not reviewed.
 */
export type CountryClass = "0" | "1" | "2" | "3" | "4" | "5" | "6" | "7" | "highIncome" | "notClassified";

export interface CountryClasses {
  /** by code and by name, folded */
  readonly classes: ReadonlyMap<string, CountryClass>;
  /** countries read */
  readonly countries: number;
  /** rows with a country whose class could not be read: 1-based, and what stands there */
  readonly unread: readonly { readonly row: number; readonly found: string }[];
}

/** Headings of the list, folded: as the OECD prints it, as data sets name it, and in Chinese. */
const CODE = /\biso\b|alpha|country ?code|代码|代号/;
const NAME = /country|economy|国家|国别|地区/;
const CURRENT = /current|prevailing|现行|当前|本期|最新/;
const CLASS = /class|categor|risk|分类|等级|类别|级别/;
const BEFORE = /previous|prior|former|上期|上次|此前|原/;
const NOTES = /notes?$|remark|备注|附注|注释|^注$/;
/** Further down no list begins. */
const LAST_HEADING_ROW = 20;
const LONGEST = 200;

interface Columns {
  /** 0-based row of the headings, the lower of two */
  readonly row: number;
  readonly code: number;
  readonly name: number;
  readonly class: number;
  readonly notes: number;
}

/**
 * Reads the list as it was opened or pasted: titles above, one or two rows of headings, footnotes below. A class of `-` is told
 * apart by its note, in words or as the number of a footnote; without one it is not classified. A country twice with two classes is
 * a refusal naming both rows, and so is a sheet that is no such list. The list itself is never part of the product.
 */
export function readCountryClasses(grid: Grid): CountryClasses {
  const columns = columnsOf(grid);
  const footnotes = footnotesIn(grid, columns.row);
  const classes = new Map<string, CountryClass>();
  const rows = new Map<string, number>();
  const unread: { row: number; found: string }[] = [];
  let countries = 0;
  for (let r = columns.row + 1; r < grid.length; r++) {
    const cells = grid[r]!;
    const keys = [cells[columns.code], cells[columns.name]].map(foldedCountry).filter((key) => key !== "" && !isNote(key));
    const cell = cells[columns.class];
    if (keys.length === 0 || (isBlank(cell) && isBlank(cells[columns.notes]))) continue; // a title, an empty row, a footnote
    const found = classIn(cell, columns.notes < 0 ? undefined : cells[columns.notes], footnotes);
    if (found === undefined) {
      unread.push({ row: r + 1, found: textOf(cell).slice(0, 80) });
      continue;
    }
    countries++;
    for (const key of keys) {
      if ((classes.get(key) ?? found) !== found) refuse("COUNTRY_TWICE", { row: r + 1, first: rows.get(key)!, country: textOf(cells[columns.name < 0 ? columns.code : columns.name]) });
      classes.set(key, found);
      rows.set(key, rows.get(key) ?? r + 1);
    }
  }
  if (countries === 0) refuse("NO_COUNTRY_LIST");
  return { classes, countries, unread };
}

/** The class of a country by its code or name as a sheet says it; undefined where the list does not have it, which is no state of its own. */
export function countryClassOf({ classes }: CountryClasses, country: Cell): CountryClass | undefined {
  return classes.get(foldedCountry(country));
}

function folded(cell: Cell): string {
  const text = textOf(cell);
  return text.length > LONGEST ? "" : text.normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
}

/** What finds a country by its code or name: without case, and without a footnote's mark behind it, `Germany (4)`. "" for a text too long to be one. */
export function foldedCountry(cell: Cell): string {
  return folded(cell).replace(/(?: ?\(\d{1,2}\)|[*†])+$/, "");
}

function columnsOf(grid: Grid): Columns {
  for (let r = 0; r < Math.min(grid.length, LAST_HEADING_ROW); r++) {
    const headings = grid[r]!.map(foldedCountry);
    const below = grid[r + 1]?.map(foldedCountry) ?? [];
    const code = headings.findIndex((text) => CODE.test(text));
    const name = headings.findIndex((text, at) => at !== code && NAME.test(text) && !CLASS.test(text));
    if (code < 0 && name < 0) continue;
    const two = below.some((text) => CURRENT.test(text) || BEFORE.test(text)); // `Classification` over `Previous` and `Current`
    const of = two ? Array.from({ length: Math.max(headings.length, below.length) }, (_, at) => `${headings[at] ?? ""} ${below[at] ?? ""}`.trim()) : headings;
    const taken = (at: number, text: string): boolean => at !== code && at !== name && !BEFORE.test(text) && !NOTES.test(text);
    const current = of.findIndex((text, at) => taken(at, text) && CURRENT.test(text));
    const found = current >= 0 ? current : of.findIndex((text, at) => taken(at, text) && CLASS.test(text));
    if (found >= 0) return { row: two ? r + 1 : r, code, name, class: found, notes: of.findIndex((text) => NOTES.test(text)) };
  }
  return refuse("NO_COUNTRY_LIST");
}

/** A footnote's own row: `(4) High Income OECD country not reviewed or classified`. */
function isNote(text: string): boolean {
  return /^\(?\d{1,2}[).:]/.test(text) || /^(?:notes?|source|备注|附注|来源)\b/.test(text);
}

/** What the list's own footnotes say, by number. */
function footnotesIn(grid: Grid, from: number): ReadonlyMap<string, CountryClass> {
  const found = new Map<string, CountryClass>();
  for (let r = from + 1; r < grid.length; r++) {
    for (const cell of grid[r]!) {
      const [, number, text] = /^\(?(\d{1,2})[).:]\s*(.+)$/.exec(folded(cell)) ?? [];
      const state = text === undefined ? undefined : stateIn(text);
      if (state !== undefined) found.set(number!, state);
    }
  }
  return found;
}

function stateIn(text: string): CountryClass | undefined {
  if (/high.?income|高收入/.test(text)) return "highIncome";
  return /not.{0,20}(?:classified|reviewed)|unclassified|未分类|未评级|未审/.test(text) ? "notClassified" : undefined;
}

function classIn(cell: Cell, notes: Cell, footnotes: ReadonlyMap<string, CountryClass>): CountryClass | undefined {
  const text = folded(cell);
  const digit = /^(?:class |category )?([0-7])(?: ?\(\d{1,2}\))?$/.exec(text);
  if (digit !== null) return digit[1] as CountryClass;
  const beside = folded(notes);
  const byNumber = [...`${text} ${beside}`.matchAll(/\d{1,2}/g)].map(([number]) => footnotes.get(number));
  const state = stateIn(text) ?? stateIn(beside) ?? byNumber.find((one) => one === "highIncome") ?? byNumber.find((one) => one !== undefined);
  return state ?? (/^(?:[-–—]|n\/?c|n\.?a\.?|n\/a|)$/.test(text) ? "notClassified" : undefined);
}
