import type { Ledger } from "../ledger/ledger";
import type { Day } from "../values/day";

/** Most days kept of one ledger: a sheet of formulas asks for a handful (today, the month-ends of a quarter). */
const MOST_DAYS = 16;

/** Most documents kept, over all remembered days of one ledger: eight million open balances are 64 MB. */
const MOST_DOCUMENTS = 8_000_000;

/** Most results kept of one thing: windows and methods that a sheet asks side by side. */
const MOST_RESULTS = 16;

/** Puts a result last in line and lets the oldest use leave. */
function keep<Key, Made>(line: Map<Key, Made>, key: Key, made: Made, most: number): Made {
  line.delete(key);
  line.set(key, made);
  if (line.size > most) line.delete(line.keys().next().value!);
  return made;
}

/**
 * Remembers what was made of (ledger, day): the oldest use leaves first, and everything of a ledger leaves with it.
 * At least two days are kept whatever the size, so that two formulas side by side do not chase each other out.
 */
export function rememberedByDay<Made>(make: (ledger: Ledger, day: Day) => Made): (ledger: Ledger, day: Day) => Made {
  const ledgers = new WeakMap<Ledger, Map<Day, Made>>();
  return (ledger, day) => {
    let days = ledgers.get(ledger);
    if (days === undefined) ledgers.set(ledger, (days = new Map<Day, Made>()));
    const most = Math.max(2, Math.min(MOST_DAYS, Math.floor(MOST_DOCUMENTS / Math.max(1, ledger.documents.count))));
    return keep(days, day, days.get(day) ?? make(ledger, day), most);
  };
}

/** Remembers what was made of a ledger or a position, by the few plain arguments that shaped it, for as long as that is held. */
export function remembered<Of extends object, Arguments extends readonly (string | number)[], Made>(
  make: (of: Of, ...shape: Arguments) => Made,
): (of: Of, ...shape: Arguments) => Made {
  const all = new WeakMap<Of, Map<string, Made>>();
  return (of, ...shape) => {
    let line = all.get(of);
    if (line === undefined) all.set(of, (line = new Map<string, Made>()));
    const key = shape.join("|");
    return keep(line, key, line.get(key) ?? make(of, ...shape), MOST_RESULTS);
  };
}
