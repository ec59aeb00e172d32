import fc from "fast-check";
import type { Day } from "../../src/values/day";
import type { Line } from "./columns";

const FIRST = 45658; // 2025-01-01

/** Any small book: six buyers at most, invoices, debit and credit notes, due and not, paid in parts, late, early or never. */
export function linesOf(most = 40): fc.Arbitrary<Line[]> {
  const line = fc.record({
    buyer: fc.constantFrom("Anker", "Baltic", "Cedar", "Dune", "Elm", "__proto__"),
    issued: fc.integer({ min: 0, max: 400 }).map((days) => (FIRST + days) as Day),
    terms: fc.option(fc.constantFrom(0, 14, 30, 60), { freq: 10 }),
    cents: fc.integer({ min: 1, max: 500_000 }),
    kind: fc.constantFrom("INV" as const, "INV" as const, "INV" as const, "DN" as const, "CN" as const, "UNAP" as const),
    disputed: fc.boolean(),
    paid: fc.array(fc.record({ after: fc.integer({ min: 0, max: 150 }), part: fc.integer({ min: 1, max: 4 }) }), { maxLength: 3 }),
  });
  return fc.array(line.map(toLine), { maxLength: most });
}

function toLine(one: { buyer: string; issued: Day; terms: number | null; cents: number; kind: "INV" | "DN" | "CN" | "UNAP"; disputed: boolean; paid: { after: number; part: number }[] }): Line {
  const credit = one.kind === "CN" || one.kind === "UNAP";
  const sign = credit ? -1 : 1;
  let rest = one.cents;
  const paid = one.paid
    .slice()
    .sort((a, b) => a.after - b.after)
    .map(({ after, part }, k, all) => {
      const cents = k === all.length - 1 && part > 1 ? rest : Math.floor(rest / (part + 1));
      rest -= cents;
      return [(one.issued + after) as Day, (sign * cents) / 100] as const;
    })
    .filter(([, amount]) => amount !== 0);
  return {
    buyer: one.buyer,
    issued: one.issued,
    ...(one.terms === null || credit ? {} : { due: (one.issued + one.terms) as Day }),
    amount: (sign * one.cents) / 100,
    kind: one.kind,
    disputed: one.disputed,
    paid,
  };
}

/** The same lines in an order drawn from a stream of numbers. */
export function shuffled<One>(lines: readonly One[], order: Iterable<number>): One[] {
  const left = [...lines];
  const mixed: One[] = [];
  for (const draw of order) {
    if (left.length === 0) break;
    mixed.push(...left.splice(draw % left.length, 1));
  }
  return mixed;
}

/** An invoice written as two. The first part takes two fifths of the amount and of each payment, in whole cents; the second the rest. */
export function inTwo(line: Line): Line[] {
  const part = (amount: number): number => Math.trunc(amount * 40) / 100;
  const rest = (amount: number): number => Math.round(amount * 100 - part(amount) * 100) / 100;
  const paid = line.paid as readonly (readonly [Day, number])[];
  const share = (of: (amount: number) => number): Line => ({ ...line, amount: of(line.amount), paid: paid.map(([at, amount]) => [at, of(amount)] as const) });
  const [a, b] = [share(part), share(rest)];
  const overpaid = (one: Line): boolean => Math.abs((one.paid as readonly (readonly [Day, number])[]).reduce((sum, [, amount]) => sum + amount, 0)) > Math.abs(one.amount) + 1e-9;
  return overpaid(a) || overpaid(b) ? [line] : [a, b];
}
