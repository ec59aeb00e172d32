/** Every figure of the real ledgers that is told from the domain, to the cent and to 1e-6. */
import type { Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import { aging } from "../../src/receivables/aging";
import { concentration } from "../../src/receivables/concentration";
import { creditSales } from "../../src/receivables/creditSales";
import { daysBeyondTerms } from "../../src/receivables/daysBeyondTerms";
import { dso } from "../../src/receivables/dso";
import { payments } from "../../src/receivables/payments";
import { position } from "../../src/receivables/position";
import { overdueShare } from "../../src/receivables/shares";
import type { Answer } from "../../src/values/answer";
import { csvGrid, describeWithData, jsonData } from "../support/data";
import { on } from "../support/columns";

type ByBucket<Value> = Readonly<Record<"current" | "1-30" | "31-60" | "61-90" | ">90", Value>>;

interface Fact {
  readonly as_of: string;
  readonly open_invoices: number;
  readonly open_customers: number;
  readonly total_open_ar: string;
  readonly aging: ByBucket<string>;
  readonly aging_counts: ByBucket<number>;
  readonly overdue_share: number;
  readonly s90: string;
  readonly s90_invoices: number;
  readonly dso_trailing_90: number;
  readonly paid_in_90d: { readonly n: number; readonly amount: string };
  readonly avg_days_late_signed_w: number | null;
  readonly avg_days_late_floor0_w: number | null;
  readonly avg_days_late_alltime_floor0_w: number | null;
  readonly late_share_amt_trailing90: number | null;
  readonly top10_share: number;
  readonly top10: readonly { readonly customer_id: string; readonly open: string }[];
  readonly hhi: number;
}

const BOOKS: readonly (readonly [folder: string, file: string, policy: readonly (readonly [string, string])[]])[] = [
  ["ibm_ar", "ledger.csv", []],
  ["ibm_ar", "original.csv", []],
  ["cassandra_dev", "ledger.csv", []],
  ["highradius_open", "ledger.csv", [["backdate", "asListed"]]],
];
const ALL_TIME = 100_000;

const minor = (money: string): number => Math.round(Number(money) * 100);
const told = <T>(answer: Answer<T>): T => {
  if (!answer.known) throw new Error(answer.reason.code);
  return answer.value;
};

for (const [folder, file, keys] of BOOKS) {
  describeWithData(`${folder}/${file}`, "the facts from the domain", () => {
    const { facts } = jsonData<{ readonly facts: Readonly<Record<string, readonly Fact[]>> }>(`${folder}/facts.json`);
    for (const [currency, list] of Object.entries(facts)) {
      let ledger: Ledger;
      beforeAll(() => {
        const chosen = currency === "XXX" ? keys : [...keys, ["currency", currency] as const];
        ledger = readLedger(csvGrid(`${folder}/${file}`), { policy: readPolicy([["key", "value"], ...chosen]) }).ledger;
      });

      describe.each(list.map((fact) => [`${currency} on ${fact.as_of}`, fact] as const))("%s", (_, fact) => {
        const at = () => position(ledger, on(fact.as_of));

        test("what is open, by age, with its documents", () => {
          const sheet = aging(at());
          const buckets = [...Object.values(fact.aging)].map(minor);
          expect([...sheet.all]).toEqual([...buckets, 0, 0, minor(fact.total_open_ar)]);
          expect([...sheet.counts].slice(0, 5)).toEqual(Object.values(fact.aging_counts));
          expect(at().total).toBe(minor(fact.total_open_ar));
          expect(at().openCountByBuyer.reduce((sum, one) => sum + one, 0)).toBe(fact.open_invoices);
          expect(at().openCountByBuyer.filter((one) => one > 0)).toHaveLength(fact.open_customers);
        });

        test("sales of 90 days and DSO", () => {
          const sales = creditSales(at(), 90);
          expect([sales.total, sales.documents]).toEqual([minor(fact.s90), fact.s90_invoices]);
          expect(told(dso(at()))).toBeCloseTo(fact.dso_trailing_90, 6);
        });

        test("overdue share, the ten largest, HHI", () => {
          expect(told(overdueShare(at()))).toBeCloseTo(fact.overdue_share, 6);
          const spread = told(concentration(at()));
          expect(spread.topShare).toBeCloseTo(fact.top10_share, 6);
          expect(spread.hhi).toBeCloseTo(fact.hhi, 6);
          const largest = Array.from(at().openByBuyer, (open, b) => ({ id: ledger.buyers.id[b]! || ledger.buyers.name[b]!, open }));
          largest.sort((a, b) => b.open - a.open || (a.id < b.id ? -1 : 1));
          expect(largest.slice(0, 10).map(({ id, open }) => [id, open])).toEqual(fact.top10.map((one) => [one.customer_id, minor(one.open)]));
        });

        test("what was paid in 90 days, and how late", () => {
          const sums = payments(at(), 90);
          const book = ledger.buyers.count;
          expect([sums.count[book], sums.paid[book]]).toEqual([fact.paid_in_90d.n, minor(fact.paid_in_90d.amount)]);
          if (fact.avg_days_late_signed_w === null) {
            expect(daysBeyondTerms(at(), { method: "paid", window: 90 })).toMatchObject({ known: false, reason: { code: "NO_PAYMENTS" } });
            return;
          }
          expect(told(daysBeyondTerms(at(), { method: "paidSigned", window: 90 }))).toBeCloseTo(fact.avg_days_late_signed_w, 6);
          expect(told(daysBeyondTerms(at(), { method: "paid", window: 90 }))).toBeCloseTo(fact.avg_days_late_floor0_w!, 6);
          expect(told(daysBeyondTerms(at(), { method: "paid", window: ALL_TIME }))).toBeCloseTo(fact.avg_days_late_alltime_floor0_w!, 6);
          expect(sums.late[book]! / sums.paid[book]!).toBeCloseTo(fact.late_share_amt_trailing90!, 6);
        });
      });
    }
  });
}
