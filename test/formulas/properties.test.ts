/** What must hold for every book, through the formulas a sheet would have. */
import fc from "fast-check";
import { aging } from "../../src/formulas/aging";
import { assessment } from "../../src/formulas/assess";
import { buyersTable } from "../../src/formulas/buyers";
import { creditGrade } from "../../src/formulas/creditGrade";
import { creditLimit } from "../../src/formulas/creditLimit";
import { creditScore } from "../../src/formulas/creditScore";
import { hhiFigure, topShareFigure } from "../../src/formulas/concentration";
import { dbtFigure } from "../../src/formulas/daysBeyondTerms";
import { daysToPayFigure } from "../../src/formulas/daysToPay";
import { dilutionFigure } from "../../src/formulas/dilution";
import { dsoFigure } from "../../src/formulas/dso";
import { dsoChangeTable } from "../../src/formulas/dsoChange";
import { ceiFigure } from "../../src/formulas/effectiveness";
import { explanation } from "../../src/formulas/explain";
import { issuesTable } from "../../src/formulas/issues";
import { lateOdds } from "../../src/formulas/lateOdds";
import { ledgerText } from "../../src/formulas/ledger";
import { payIndexFigure } from "../../src/formulas/paymentIndex";
import { reconciliation } from "../../src/formulas/reconcile";
import { rollForwardTable } from "../../src/formulas/rollForward";
import { rollRatesTable } from "../../src/formulas/rollRates";
import { scoreReasons } from "../../src/formulas/scoreReasons";
import { currentShareFigure, overdueShareFigure } from "../../src/formulas/shares";
import { trendTable } from "../../src/formulas/trend";
import { turnoverFigure } from "../../src/formulas/turnover";
import { startsFormula, type Cell } from "../../src/values/cell";
import { dayOf } from "../../src/values/day";
import { shown } from "../support/shownAnswer";

const HEADINGS = ["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid date"];
const START = dayOf(2024, 1, 1);
const BUYERS = ["Anker", "Baltic", "__proto__", "=Cobalt", "客户丁"];

const invoice = fc.record({
  buyer: fc.constantFrom(...BUYERS),
  issued: fc.integer({ min: 0, max: 400 }),
  terms: fc.constantFrom(0, 14, 30, 60),
  cents: fc.integer({ min: 1, max: 5_000_000 }),
  paidAfter: fc.option(fc.integer({ min: 0, max: 120 }), { nil: undefined }),
});
type Invoice = typeof invoice extends fc.Arbitrary<infer T> ? T : never;
const book = fc.array(invoice, { minLength: 1, maxLength: 40 });
const day = fc.integer({ min: START - 10, max: START + 600 });

function row({ buyer, issued, terms, cents, paidAfter }: Invoice, at: number | string): Cell[] {
  const from = START + issued;
  return [`I-${at}`, buyer, from, from + terms, cents / 100, paidAfter === undefined ? null : from + paidAfter];
}

/** One paid invoice before all others makes any book one whose past can be asked about. */
const PAID = row({ buyer: "Anker", issued: 0, terms: 30, cents: 100, paidAfter: 1 }, "first");
const sheet = (rows: readonly Cell[][]): Cell[][] => [HEADINGS, PAID, ...rows];

const column = BUYERS.map((buyer) => [buyer]);

const FORMULAS: Readonly<Record<string, (ledger: unknown, asOf: number | null) => unknown>> = {
  BUYERS: (ledger, asOf) => buyersTable(ledger, asOf),
  AGING: (ledger, asOf) => aging(ledger, asOf, "*", null, null),
  "AGING by invoice": (ledger, asOf) => aging(ledger, asOf, null, "invoice", [[10, 20]]),
  DSO: (ledger, asOf) => dsoFigure(ledger, asOf, column, null, null),
  "DSO countback": (ledger, asOf) => dsoFigure(ledger, asOf, null, null, "countback"),
  "DSO true": (ledger, asOf) => dsoFigure(ledger, asOf, null, null, "true"),
  DAYSTOPAY: (ledger, asOf) => daysToPayFigure(ledger, asOf, column, 200, null),
  "DAYSTOPAY simple": (ledger, asOf) => daysToPayFigure(ledger, asOf, null, null, "simple"),
  DBT: (ledger, asOf) => dbtFigure(ledger, asOf, column, null, null),
  "DBT buckets": (ledger, asOf) => dbtFigure(ledger, asOf, null, null, "buckets"),
  PAYINDEX: (ledger, asOf) => payIndexFigure(ledger, asOf, column, null),
  CEI: (ledger, asOf) => [[ceiFigure(ledger, START + 60, asOf, "monthly")]],
  TURNOVER: (ledger, asOf) => turnoverFigure(ledger, asOf, column, 120, null),
  "TURNOVER months": (ledger, asOf) => turnoverFigure(ledger, asOf, null, null, "months"),
  DILUTION: (ledger, asOf) => dilutionFigure(ledger, asOf, column, null, null),
  CURRENTSHARE: (ledger, asOf) => currentShareFigure(ledger, asOf, column, null),
  OVERDUESHARE: (ledger, asOf) => overdueShareFigure(ledger, asOf, null, 90),
  TOPSHARE: (ledger, asOf) => [[topShareFigure(ledger, asOf, 2)]],
  HHI: (ledger, asOf) => [[hhiFigure(ledger, asOf, "normalised")]],
  ROLLRATES: (ledger, asOf) => rollRatesTable(ledger, asOf, 6),
  ROLLFORWARD: (ledger, asOf) => rollForwardTable(ledger, START - 5, asOf),
  DSOCHANGE: (ledger, asOf) => dsoChangeTable(ledger, START + 40, asOf, null),
  "TREND open": (ledger, asOf) => trendTable(ledger, "open", asOf, null),
  "TREND dso.true": (ledger, asOf) => trendTable(ledger, "dso.true", asOf, 5),
  "TREND payindex": (ledger, asOf) => trendTable(ledger, "payindex:Anker", asOf, 20),
  "TREND score": (ledger, asOf) => trendTable(ledger, "Score: __proto__", asOf, 9),
  "EXPLAIN open": (ledger, asOf) => explanation(ledger, "open", asOf, column),
  "EXPLAIN dbt": (ledger, asOf) => explanation(ledger, "dbt.signed", asOf, null),
  "EXPLAIN hhi": (ledger, asOf) => explanation(ledger, "hhi", asOf, null),
  CREDITSCORE: (ledger, asOf) => creditScore(ledger, column, asOf),
  CREDITGRADE: (ledger, asOf) => creditGrade(ledger, column, asOf),
  LATEODDS: (ledger, asOf) => lateOdds(ledger, column, asOf),
  SCOREREASONS: (ledger, asOf) => scoreReasons(ledger, column, asOf),
  CREDITLIMIT: (ledger, asOf) => creditLimit(ledger, column, asOf),
  ASSESS: (ledger, asOf) => assessment(ledger, asOf, null),
};

/** Sums of shares depend on the order of adding in their last bits; nothing else may differ. */
function alike(one: unknown, other: unknown): boolean {
  if (typeof one === "number" && typeof other === "number") return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
  if (Array.isArray(one) && Array.isArray(other)) return one.length === other.length && one.every((cell, at) => alike(cell, other[at]));
  return Object.is(one, other);
}

test("shuffled rows change nothing", () => {
  fc.assert(
    fc.property(book, day, fc.infiniteStream(fc.nat()), (invoices, asOf, numbers) => {
      const rows = invoices.map(row);
      const keyed = rows.map((cells) => [numbers.next().value as number, cells] as const);
      const shuffled = keyed.sort(([a], [b]) => a - b).map(([, cells]) => cells);
      for (const [name, formula] of Object.entries(FORMULAS)) {
        const [one, other] = [shown(() => formula(sheet(rows), asOf)), shown(() => formula([HEADINGS, ...shuffled, PAID], asOf))];
        if (!alike(one, other)) throw new Error(`${name}: ${JSON.stringify(one)} became ${JSON.stringify(other)}`);
      }
    }),
    { numRuns: 60 },
  );
});

test("a range and its text answer alike, whatever is asked", () => {
  fc.assert(
    fc.property(book, day, (invoices, asOf) => {
      const rows = sheet(invoices.map(row));
      const text = ledgerText(rows, null, null, null, null);
      for (const formula of Object.values(FORMULAS)) expect(shown(() => formula([[text]], asOf))).toEqual(shown(() => formula(rows, asOf)));
    }),
    { numRuns: 40 },
  );
});

test("every row of an ageing adds up to its total, and the rows to the book, on any day", () => {
  const cents = (cell: unknown): number => Math.round(Number(cell) * 100);
  fc.assert(
    fc.property(book, day, (invoices, asOf) => {
      const [, ...rows] = aging(sheet(invoices.map(row)), asOf, "*", null, null);
      for (const cells of rows) expect(cells.slice(1, -1).reduce<number>((sum, cell) => sum + cents(cell), 0)).toBe(cents(cells.at(-1)));
      const book = rows.pop()!;
      const open = invoices.filter(({ issued, paidAfter }) => START + issued <= asOf && (paidAfter === undefined || START + issued + paidAfter > asOf));
      const first = asOf === START ? 100 : 0; // the first invoice is paid the day after
      expect(cents(book.at(-1))).toBe(open.reduce((sum, one) => sum + one.cents, 0) + first);
      expect(rows.reduce((sum, cells) => sum + cents(cells.at(-1)), 0)).toBe(cents(book.at(-1)));
    }),
  );
});

test("an invoice in two parts is the same balance, the same buckets, the same days", () => {
  fc.assert(
    fc.property(book, day, fc.nat(), fc.double({ min: 0.01, max: 0.99, noNaN: true }), (invoices, asOf, which, share) => {
      const at = which % invoices.length;
      const whole = invoices[at]!;
      fc.pre(whole.cents >= 2);
      const part = Math.max(1, Math.min(whole.cents - 1, Math.round(whole.cents * share)));
      const rows = invoices.map(row);
      const parts = [...rows.filter((_, k) => k !== at), row({ ...whole, cents: part }, "part 1"), row({ ...whole, cents: whole.cents - part }, "part 2")];
      for (const name of ["AGING", "AGING by invoice", "DSO", "DSO countback", "DSO true", "DAYSTOPAY", "DBT", "DBT buckets", "CEI", "TURNOVER", "TURNOVER months", "DILUTION", "CURRENTSHARE", "OVERDUESHARE", "TOPSHARE", "HHI"]) {
        const [one, other] = [shown(() => FORMULAS[name]!(sheet(rows), asOf)), shown(() => FORMULAS[name]!(sheet(parts), asOf))];
        if (!alike(one, other)) throw new Error(`${name}: ${JSON.stringify(one)} became ${JSON.stringify(other)}`);
      }
    }),
    { numRuns: 60 },
  );
});

test("the points of the reasons add up to the score exactly, in any order", () => {
  fc.assert(
    fc.property(book, day, (invoices, asOf) => {
      const rows = sheet(invoices.map(row));
      for (const buyer of BUYERS) {
        const score = shown(() => creditScore(rows, buyer, asOf));
        if (!Array.isArray(score)) continue;
        const points = (scoreReasons(rows, buyer, asOf) as unknown[][]).slice(1).map((cells) => cells[2]).filter((cell) => typeof cell === "number");
        expect([points.reduce((sum, one) => sum + one, 0)]).toEqual(score[0]);
        expect([points.reverse().reduce((sum, one) => sum + one, 0)]).toEqual(score[0]);
      }
    }),
    { numRuns: 60 },
  );
});

test("any grid of any cells is answered or refused with a sentence, and no spill starts a formula", () => {
  const heading = fc.constantFrom(...HEADINGS, "Open amount", "Currency", "客户", "__proto__", "=1+1", "");
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.constantFrom<Cell>(null, "", 0, -1, 45292, 1e308, -1e308, NaN, Infinity, 2958466, "31.02.2024", "12/31/2024", "1.234,56", "(100.00)", "USD", "=SUM(A1)", "+1", "-", "@x", "x".repeat(5000), true, { type: "Error", basicValue: "#N/A" }, { basicValue: { a: 1 } }),
    fc.string(),
    fc.double(),
    fc.integer(),
  );
  const head = fc.oneof({ arbitrary: fc.constant<Cell[]>(HEADINGS), weight: 3 }, fc.array(heading, { maxLength: 7 }).map((all): Cell[] => all));
  const grid = fc.tuple(head, fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), book).map(([top, rows, invoices]) => [top, ...rows, ...invoices.slice(0, 5).map(row)]);
  const asks: readonly ((ledger: unknown) => unknown)[] = [
    ...Object.values(FORMULAS).map((formula) => (ledger: unknown) => formula(ledger, null)),
    (ledger) => issuesTable(ledger, true),
    (ledger) => issuesTable(ledger, null),
    (ledger) => reconciliation(ledger, 1000.01, null),
    (ledger) => reconciliation(ledger, ledger, null),
    (ledger) => [[ledgerText(ledger, null, ledger, ledger, null)]],
    (ledger) => [[ledgerText(ledger, null, null, null, ledger)]],
  ];
  fc.assert(
    fc.property(grid, (ledger) => {
      for (const ask of asks) {
        const answer = shown(() => ask(ledger));
        if (typeof answer === "string") expect(answer).toMatch(/^(na|value): .{10,}/);
        else for (const text of (answer as unknown[][]).flat()) expect(typeof text === "string" && startsFormula(text)).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});
