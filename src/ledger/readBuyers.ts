import { refuse } from "../values/answer";
import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import { buyerText, foldedText } from "./buyerList";
import { findHeadings } from "./columns";
import { BUYER_FIELDS, type Content } from "./fields";
import { NO_DAY } from "../values/day";
import { FACT_READERS } from "./outsideViews";
import { readDay } from "./readDay";
import { readNumber, readShare } from "./readNumber";
import { textOf } from "./cellText";
import type { Draft } from "./sweep";

type Facts = Map<string, string | number>;

/**
 * Attributes by buyer, by the field's own name (`insuredLimit`, `netWorth`...): numbers as numbers, days as serials, the rest
 * as text. A buyer that is not in the ledger is passed over, but for whom it belongs to; a figure that cannot be read is a doubt.
 */
export function readBuyers(grid: Grid, draft: Draft): readonly (ReadonlyMap<string, string | number> | undefined)[] {
  const headings = findHeadings(grid, BUYER_FIELDS, new Map());
  if (headings === undefined || (headings.at("buyerId") < 0 && headings.at("buyerName") < 0)) refuse("BUYER_COLUMNS");
  const fields = BUYER_FIELDS.filter(({ name }) => headings.at(name) >= 0 && name !== "buyerId" && name !== "buyerName");
  const byName = placesByName(draft);
  const facts: (Facts | undefined)[] = [];
  const above = new Map<string, string>();
  for (let r = headings.row + 1; r < grid.length; r++) {
    const cells = grid[r] ?? [];
    const [id, name] = (["buyerId", "buyerName"] as const).map((field) => (headings.at(field) < 0 ? "" : textOf(cells[headings.at(field)]))) as [string, string];
    const place = placeOf(draft, byName, id, name);
    if (place === undefined) {
      for (const text of [id, name]) if (headings.at("parent") >= 0 && foldedText(text) !== "") above.set(foldedText(text), buyerText(textOf(cells[headings.at("parent")])));
      continue;
    }
    const known: Facts = facts[place] ?? new Map<string, string | number>();
    for (const { name, content } of fields) {
      const cell = cells[headings.at(name)];
      if (isBlank(cell)) continue;
      const value = factIn(name, content, cell);
      if (value === undefined || (typeof value === "number" && (Number.isNaN(value) || (content === "day" && !(value > NO_DAY))))) draft.issues.add("BUYER_FACT", r + 1, headings.at(name), cell);
      else if (value !== "") known.set(name, value);
    }
    facts[place] = known;
  }
  if (above.size > 0) {
    const lift = ultimateIn(above, (text) => placeOf(draft, byName, text, text) !== undefined);
    for (const known of facts) if (known?.has("parent") === true) known.set("parent", lift(String(known.get("parent"))));
  }
  return facts;
}

/** Shares of money, which may be written as percentages. */
const SHARES = new Set(["insuredShare", "specificRate", "ratio1", "ratio2", "ratio3", "ratio4", "ratio5"]);

/** NaN and undefined: a cell that cannot be read. */
function factIn(name: string, content: Content, cell: Cell): string | number | undefined {
  if (content === "number") return SHARES.has(name) ? readShare(cell) : readNumber(cell, undefined);
  if (content === "day") return readDay(cell, undefined, 0);
  const read = FACT_READERS.get(name);
  return read === undefined ? buyerText(String(plain(cell))) : read(cell);
}

/**
 * Up through companies that buy nothing (`above`: whom each belongs to) to the first that buys, or to the last: what owns a buyer
 * through a holding owns it all the same. A circle of such companies is the smallest of its names. Each is walked through once.
 */
function ultimateIn(above: ReadonlyMap<string, string>, buys: (text: string) => boolean): (parent: string) => string {
  const known = new Map<string, string>();
  return (parent) => {
    const path = new Set<string>();
    let found: string | undefined;
    for (let at = parent; found === undefined; ) {
      const name = foldedText(at);
      const next = above.get(name) ?? "";
      if (path.has(name)) found = [...path].slice([...path].indexOf(name)).sort()[0]!;
      else if (next === "" || buys(at)) found = at;
      else {
        found = known.get(name);
        path.add(name);
        at = next;
      }
    }
    for (const name of path) known.set(name, found);
    return found;
  };
}

function placesByName(draft: Draft): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  draft.buyers.buyers([]).name.forEach((name, place) => places.set(foldedText(name), places.has(foldedText(name)) ? -1 : place));
  return places;
}

function placeOf(draft: Draft, byName: ReadonlyMap<string, number>, id: string, name: string): number | undefined {
  const byId = id === "" ? undefined : draft.buyers.find(id);
  const place = byId ?? (name === "" ? undefined : (draft.buyers.find(name) ?? byName.get(foldedText(name))));
  return place === undefined || place < 0 ? undefined : place;
}
