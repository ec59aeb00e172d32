import { dayAsked } from "../ledger/dayAsked";
import { collectionEffectiveness, type CeiOptions } from "../receivables/collectionEffectiveness";
import { position } from "../receivables/position";
import { refuse } from "../values/answer";
import { addDays, isoDay } from "../values/day";
import { askDay, askWord, type Arg } from "./ask";
import { dayOfBook, ledgerOf, onLedger, policyOf, readingOf, tell } from "./book";

const VARIANTS = ["total", "monthly", "cashOnly"] as const;

/** What each word of the argument stands for. */
const OPTIONS: Readonly<Record<(typeof VARIANTS)[number], Pick<CeiOptions, "variant" | "cashOnly">>> = {
  total: { variant: "total" },
  monthly: { variant: "monthly" },
  cashOnly: { variant: "total", cashOnly: true },
};

/** AR.CEI: a fraction, of the period after the end of day `from`. */
export function ceiFigure(ledgerArg: Arg, fromArg: Arg, asOf: Arg, variant: Arg): number {
  return onLedger(ledgerArg, (book) => {
    const ledger = ledgerOf(book);
    const where = { argument: "from", place: 2 };
    const asked = askDay(fromArg, where, policyOf(book).dateSystem) ?? refuse("NEEDS_DAY", where);
    const day = dayOfBook(book, asOf, 3);
    if (asked >= day) refuse("PERIOD_ORDER", { from: isoDay(addDays(asked, 1)), to: isoDay(day) });
    const options = OPTIONS[askWord(variant, { argument: "variant", place: 4 }, VARIANTS)];
    return tell(collectionEffectiveness(position(ledger, day), { ...options, from: dayAsked(readingOf(book), asked) }));
  });
}
