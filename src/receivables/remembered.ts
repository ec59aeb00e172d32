import type { Ledger } from "../ledger/ledger";
import type { Day } from "../values/day";

/** Most days kept of one ledger: a sheet of formulas asks for a handful (today, the month-ends of a quarter). */
const MOST_DAYS = 16;

/** Most documents kept, over all remembered days of one ledger: eight million open balances are 64 MB. */
const MOST_DOCUMENTS = 8_000_000;

/**
 * Remembers what was made of (ledger, day): the oldest use leaves first, and everything of a ledger leaves with it.
 * At least two days are kept whatever the size, so that two formulas side by side do not chase each other out.
 */
export function rememberedByDay<Made>(make: (ledger: Ledger, day: Day) => Made): (ledger: Ledger, day: Day) => Made {
  const ledgers = new WeakMap<Ledger, Map<Day, Made>>();
  return (ledger, day) => {
    let days = ledgers.get(ledger);
    if (days === undefined) ledgers.set(ledger, (days = new Map()));
    const found = days.get(day);
    const made = found ?? make(ledger, day);
    days.delete(day);
    days.set(day, made);
    const most = Math.max(2, Math.min(MOST_DAYS, Math.floor(MOST_DOCUMENTS / Math.max(1, ledger.documents.count))));
    if (days.size > most) days.delete(days.keys().next().value!);
    return made;
  };
}

/** Remembers what was made of a ledger for as long as the ledger itself is held. */
export function rememberedByLedger<Made>(make: (ledger: Ledger) => Made): (ledger: Ledger) => Made {
  const ledgers = new WeakMap<Ledger, Made & object>();
  return (ledger) => {
    let made = ledgers.get(ledger);
    if (made === undefined) ledgers.set(ledger, (made = make(ledger) as Made & object));
    return made;
  };
}
