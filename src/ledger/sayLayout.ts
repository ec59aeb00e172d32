import type { Grid } from "../values/cell";
import { isBlank } from "../values/cell";
import { scaleOf, toMinor } from "../values/money";
import type { Headings } from "./columns";
import { CENT, type Group } from "./groups";
import type { Laid } from "./layout";
import { unitAt } from "./plan";
import type { Draft } from "./sweep";

/** What was done to the sheet before its rows were read: the doubts about its headings, and each buyer that was filled down, with rows and money. */
export function sayLayout(grid: Grid, laid: Laid, draft: Draft): void {
  for (const { code, row, column, found } of laid.headings.doubts) draft.issues.add(code, row + 1, column, found);
  if (laid.grid === grid) return;
  let next = 0;
  for (const group of [...laid.groups].sort((a, b) => first(a) - first(b))) next = sayGroup(laid, draft, group, next);
}

function first({ runs }: Group): number {
  return runs[0]![0];
}

/** Documents are in the order of rows, and so are the groups: one walk for all. */
function sayGroup({ headings }: Laid, draft: Draft, group: Group, from: number): number {
  const { label, also, id, name, runs } = group;
  const { row, amount, currency, currencies, count } = draft;
  const sums = new Map<number, { rows: number; minor: number }>();
  let next = from;
  for (const [begin, end] of runs) {
    while (next < count && row[next]! <= begin) next++;
    for (; next < count && row[next]! <= end + 1; next++) {
      const sum = sums.get(currency[next]!) ?? { rows: 0, minor: 0 };
      sums.set(currency[next]!, { rows: sum.rows + 1, minor: sum.minor + amount[next]! });
    }
  }
  const column = headings.at("buyerName") >= 0 ? headings.at("buyerName") : headings.at("buyerId");
  const found = [id, name].filter((cell) => !isBlank(cell)).map(String).join(" ");
  if (sums.size === 0) draft.issues.add("BUYER_FROM_GROUP", label + 1, column, found, 0, undefined, 0);
  for (const [place, { rows, minor }] of sums) draft.issues.add("BUYER_FROM_GROUP", label + 1, column, found, minor, currencies.list[place]!.held, rows);
  sayStated(headings, draft, group, found, [...sums.keys()]);
  for (const r of also) draft.issues.add("BUYER_FROM_GROUP", r + 1, column, found, 0, undefined, 0);
  return next;
}

/** A buyer's row that carries sums is a total above its rows. */
function sayStated(headings: Headings, draft: Draft, { label, states }: Group, found: string, places: readonly number[]): void {
  const currency = places.length === 1 ? draft.currencies.list[places[0]!]! : undefined;
  const minor = (column: number, units: number): number => toMinor(units * unitAt(headings, column), currency?.scale ?? scaleOf(2));
  states.forEach(({ column, stated, sum }, at) => {
    if (at === 0) draft.issues.add("TOTAL_ROW", label + 1, column, found, minor(column, stated), currency?.code);
    if (Math.abs(stated - sum) >= CENT + 1e-9 * Math.abs(stated)) draft.issues.add("TOTAL_DIFFERS", label + 1, column, found, minor(column, stated - sum), currency?.code);
  });
}
