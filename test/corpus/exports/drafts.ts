import { makeBook, type BookPlan } from "../book";
import { entryOf, noReceivable, type Entry } from "../sheet";

/** Rows of documents that nobody owes (yet, or any more), one for each status. */
export function drafts(seed: number, plan: Partial<BookPlan>, statuses: readonly string[], cells?: Readonly<Record<string, string | number>>): Entry[] {
  const { currencies, language, ids } = plan;
  const more = { ...(currencies === undefined ? {} : { currencies }), ...(language === undefined ? {} : { language }), ...(ids === undefined ? {} : { ids }) };
  const book = makeBook({ seed, ...more, documents: Math.max(8, statuses.length), numbers: (_, n) => `X-${90001 + n}` });
  return statuses.map((status, n) => noReceivable(entryOf(book.docs[n]!, book.day, { tells: "nothing" }), status, cells));
}
