import { dayAsked } from "../ledger/dayAsked";
import type { Language } from "../values/say";
import { askDay, askOptionalRange, askRange, isLone, type Arg } from "./ask";
import { askBook, handleOf, policyOf, readBook, readingOf, spoken, type Book } from "./book";

/**
 * AR.LEDGER: reads the ranges once and answers the text that stands for them. `invoices` may be such a text itself: what is
 * given here is then added to it, and wins. The text changes with any edited cell, policy or day.
 */
export function ledgerText(invoices: Arg, asOf: Arg, payments: Arg, buyers: Arg, policy: Arg): string {
  let language: Language = "en";
  try {
    const { book, inherited } = readGiven(invoices, payments, buyers, policy);
    const { language: spokenIn, dateSystem } = policyOf(book);
    language = spokenIn;
    const day = askDay(asOf, { argument: "asOf", place: 2 }, dateSystem) ?? inherited;
    if (day !== undefined) dayAsked(readingOf(book), day);
    return handleOf(book, day);
  } catch (error) {
    throw spoken(error, language);
  }
}

function readGiven(invoices: Arg, payments: Arg, buyers: Arg, policy: Arg): { book: Book; inherited: Book["asOf"] } {
  const grid = askRange(invoices);
  const base = grid === undefined || isLone(grid) ? askBook(invoices) : undefined;
  const sources = {
    ...(base?.remembered.sources ?? { invoices: grid! }),
    payments: askOptionalRange(payments) ?? base?.remembered.sources.payments,
    buyers: askOptionalRange(buyers) ?? base?.remembered.sources.buyers,
    policy: askOptionalRange(policy) ?? base?.remembered.sources.policy,
  };
  return { book: readBook(sources, undefined, base === undefined ? [] : [base.remembered.key]), inherited: base?.asOf };
}
