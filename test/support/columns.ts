import type { Kind, Ledger } from "../../src/ledger/ledger";
import { KINDS } from "../../src/ledger/ledger";
import type { Day } from "../../src/values/day";
import { NO_DAY, dayIfReal } from "../../src/values/day";

/** `2025-01-31` to a day; throws on a date that does not exist, so that a test cannot lie. */
export function on(iso: string): Day {
  const [year, month, day] = iso.split("-").map(Number);
  const found = dayIfReal(year!, month!, day!);
  if (found === undefined) throw new Error(`No such day: ${iso}`);
  return found;
}

/** One line of a test's books. Amounts in currency units; days as ISO text or as a Day. */
export interface Line {
  readonly buyer: string;
  readonly issued: string | Day;
  readonly due?: string | Day;
  readonly amount: number;
  /** day and amount of each settlement; a single day settles it all */
  readonly paid?: string | Day | readonly (readonly [day: string | Day | undefined, amount: number, kind?: "payment" | "credit" | "writeOff"])[];
  readonly kind?: Kind;
  readonly disputed?: boolean;
}

export interface BookOptions {
  readonly facts?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  readonly exponent?: number;
}

interface Settlement {
  readonly document: number;
  readonly day: Day;
  readonly minor: number;
  readonly kind: number;
}

function dayOf(day: string | Day | undefined): Day {
  return day === undefined ? NO_DAY : typeof day === "string" ? on(day) : day;
}

function settlementsOf(line: Line, document: number, minor: (units: number) => number): Settlement[] {
  if (line.paid === undefined) return [];
  if (!Array.isArray(line.paid)) return [{ document, day: dayOf(line.paid as string | Day), minor: minor(line.amount), kind: 0 }];
  return (line.paid as readonly (readonly [string | Day | undefined, number, string?])[]).map(([day, amount, kind]) => ({
    document, day: dayOf(day), minor: minor(amount), kind: kind === "credit" ? 1 : kind === "writeOff" ? 2 : 0,
  }));
}

/** Day on which the running balance first reached 0 or was overpaid, by dated settlements; never before issue. */
function closedDay(line: Line, settled: readonly Settlement[], amount: number): Day {
  let rest = amount;
  for (const one of [...settled].sort((a, b) => a.day - b.day)) {
    rest -= one.minor;
    const closed = amount > 0 ? rest <= 0 : rest >= 0;
    if (closed && one.day !== NO_DAY) return Math.max(one.day, dayOf(line.issued)) as Day;
  }
  return NO_DAY;
}

/** A ledger from the lines of a test, in their order, through nobody's reader. */
export function bookOf(lines: readonly Line[], options: BookOptions = {}): Ledger {
  const exponent = options.exponent ?? 2;
  const minor = (units: number): number => Math.round(units * 10 ** exponent);
  const places = new Map<string, number>();
  const buyer = lines.map((line) => {
    if (!places.has(line.buyer)) places.set(line.buyer, places.size);
    return places.get(line.buyer)!;
  });
  const settled = lines.map((line, i) => settlementsOf(line, i, minor));
  const all = settled.flat();
  const names = [...places.keys()];
  const days = lines.map((line) => dayOf(line.issued));
  const amounts = lines.map((line) => minor(line.amount));
  return {
    documents: {
      count: lines.length,
      row: Int32Array.from(lines, (_, i) => i + 2),
      buyer: Int32Array.from(buyer),
      kind: Uint8Array.from(lines, (line) => KINDS.indexOf(line.kind ?? "INV")),
      issued: Int32Array.from(days),
      due: Int32Array.from(lines, (line) => dayOf(line.due)),
      amount: Float64Array.from(amounts),
      currency: new Uint8Array(lines.length),
      disputed: Uint8Array.from(lines, (line) => (line.disputed === true ? 1 : 0)),
      closed: Int32Array.from(lines, (line, i) => closedDay(line, settled[i]!, amounts[i]!)),
      number: lines.map((_, i) => `N${i + 1}`),
    },
    settlements: {
      count: all.length,
      document: Int32Array.from(all, (one) => one.document),
      day: Int32Array.from(all, (one) => one.day),
      amount: Float64Array.from(all, (one) => one.minor),
      kind: Uint8Array.from(all, (one) => one.kind),
    },
    buyers: {
      count: names.length,
      id: names,
      name: names,
      facts: names.map((name) => {
        const facts = Object.entries(options.facts ?? {}).find(([key]) => key === name)?.[1];
        return facts === undefined ? undefined : new Map(Object.entries(facts));
      }),
    },
    currency: "XXX",
    exponent,
    currencies: [{ code: "XXX", documents: lines.length, minor: amounts.reduce((sum, one) => sum + one, 0) }],
    mixed: false,
    lastDay: Math.max(NO_DAY, ...days, ...all.map((one) => one.day)) as Day,
    lastIssued: Math.max(NO_DAY, ...days) as Day,
    firstDay: (days.length === 0 ? NO_DAY : Math.min(...days)) as Day,
    dated: all.some((one) => one.day !== NO_DAY),
  };
}

/** The same books as they stood at the end of a day: later documents and settlements not written yet. */
export function bookUpTo(lines: readonly Line[], day: Day, options: BookOptions = {}): Ledger {
  const kept = lines
    .filter((line) => dayOf(line.issued) <= day)
    .map((line) => {
      if (line.paid === undefined) return line;
      const parts = Array.isArray(line.paid) ? (line.paid as readonly (readonly [string | Day | undefined, number, ("payment" | "credit" | "writeOff")?])[]) : [[line.paid as string | Day, line.amount] as const];
      return { ...line, paid: parts.filter(([paidOn]) => dayOf(paidOn) <= day) };
    });
  return bookOf(kept, options);
}
