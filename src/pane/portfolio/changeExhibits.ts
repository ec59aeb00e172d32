import { DEFAULT_DSO_WINDOW } from "../../receivables/dso";
import { DSO_CHANGE_PARTS, dsoChange } from "../../receivables/dsoChange";
import { position } from "../../receivables/position";
import { addDays, type Day } from "../../values/day";
import { say, type Language } from "../../values/say";
import { buyerName } from "../findBuyers";
import type { Words } from "../words";
import { lackingOn } from "./agingExhibit";
import type { BookOn, Exhibit } from "./exhibit";

export const MOST_CHANGED = 10;

/** The earlier day when none was chosen: a window of sales before, so that the two do not share their sales. */
export function defaultEarlier(day: Day): Day {
  return addDays(day, -DEFAULT_DSO_WINDOW);
}

/** Buyers by how much what they owe moved between the two days, the most first; ties by what is overdue. */
export function mostChanged({ opened, day, earlier }: BookOn): readonly { readonly buyer: number; readonly open: number; readonly openThen: number; readonly overdue: number; readonly overdueThen: number }[] {
  const { ledger } = opened.reading;
  const [now, then] = [position(ledger, day), position(ledger, earlier)];
  return Array.from(now.openByBuyer, (open, buyer) => ({ buyer, open, openThen: then.openByBuyer[buyer]!, overdue: now.overdueByBuyer[buyer]!, overdueThen: then.overdueByBuyer[buyer]! }))
    .filter((one) => one.open !== one.openThen || one.overdue !== one.overdueThen)
    .sort((a, b) => Math.abs(b.open - b.openThen) - Math.abs(a.open - a.openThen) || Math.abs(b.overdue - b.overdueThen) - Math.abs(a.overdue - a.overdueThen) || a.buyer - b.buyer)
    .slice(0, MOST_CHANGED);
}

/** The ten buyers that changed most. */
export function changedExhibit(book: BookOn, words: Words, language: Language): Exhibit {
  const { buyers } = book.opened.reading.ledger;
  const lacking = lackingOn(book.opened.reading, book.earlier);
  const changed = lacking === undefined ? mostChanged(book) : [];
  const names = distinct(changed.map(({ buyer }) => buyerName(buyers, buyer)), changed.map(({ buyer }) => buyers.id[buyer] ?? ""));
  const column = (heading: string) => ({ heading, kind: "money" as const });
  const { exhibits, portfolio } = words;
  return {
    columns: [{ heading: portfolio.buyer, kind: "text" }, column(portfolio.open), column(exhibits.before), column(exhibits.change), column(portfolio.overdue), column(exhibits.before), column(exhibits.change)],
    rows: changed.map((one, at) => [names[at], one.open, one.openThen, one.open - one.openThen, one.overdue, one.overdueThen, one.overdue - one.overdueThen]),
    drawing: changed.length === 0 ? undefined : { kind: "changes", unit: "money", names, values: changed.map(({ open, openThen }) => open - openThen) },
    notes: lacking !== undefined ? [say(lacking, language)] : changed.length === 0 ? [exhibits.nothingChanged] : [],
  };
}

/** Buyers of one name are told apart by their numbers. */
function distinct(names: readonly string[], ids: readonly string[]): string[] {
  return names.map((name, at) => (names.indexOf(name) === names.lastIndexOf(name) ? name : `${name} (${ids[at]!})`));
}

/** Why DSO changed between the two days: what AR.DSOCHANGE answers. */
export function dsoChangeExhibit({ opened, day, earlier }: BookOn, words: Words, language: Language): Exhibit {
  const { exhibits } = words;
  const columns = [{ heading: exhibits.part, kind: "text" as const }, { heading: words.portfolio.days, kind: "days" as const }];
  const lacking = lackingOn(opened.reading, earlier);
  if (lacking !== undefined) return { columns, rows: [], drawing: undefined, notes: [say(lacking, language)] };
  const told = dsoChange(opened.reading.ledger, earlier, day);
  if (!told.known) return { columns, rows: [], drawing: undefined, notes: [say(told.reason, language)] };
  const change = told.value;
  const part = (name: (typeof DSO_CHANGE_PARTS)[number]): string => exhibits.parts[name];
  return {
    columns,
    rows: [[exhibits.dsoBefore, change.before], ...DSO_CHANGE_PARTS.map((name) => [part(name), change[name]]), [exhibits.totalChange, change.total]],
    total: [exhibits.dsoAfter, change.after],
    drawing: { kind: "changes", unit: "days", names: DSO_CHANGE_PARTS.map(part), values: DSO_CHANGE_PARTS.map((name) => change[name]) },
    notes: [],
  };
}
