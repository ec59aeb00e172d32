/** Every figure of the real ledgers that a function answers, to the cent and to 1e-6, through the function. */
import { aging } from "../../src/formulas/aging";
import { buyersTable } from "../../src/formulas/buyers";
import { dsoFigure } from "../../src/formulas/dso";
import { ledgerText } from "../../src/formulas/ledger";
import { csvGrid, describeWithData, jsonData } from "../support/data";

interface Fact {
  readonly as_of: string;
  readonly open_invoices: number;
  readonly open_customers: number;
  readonly total_open_ar: string;
  readonly aging: Readonly<Record<"current" | "1-30" | "31-60" | "61-90" | ">90", string>>;
  readonly overdue_share: number;
  readonly dso_trailing_90: number | null;
  readonly top10_share: number;
  readonly top10: readonly { readonly customer_id: string; readonly open: string }[];
  readonly hhi: number;
}
type Facts = { readonly facts: Readonly<Record<string, readonly Fact[]>> };

const BOOKS: readonly (readonly [folder: string, file: string, policy: readonly (readonly [string, string])[]])[] = [
  ["ibm_ar", "ledger.csv", []],
  ["ibm_ar", "original.csv", []],
  ["cassandra_dev", "ledger.csv", []],
  ["highradius_open", "ledger.csv", [["backdate", "asListed"]]],
  ["highradius_open", "original.csv", [["backdate", "asListed"]]],
];

for (const [folder, file, policy] of BOOKS) {
  describeWithData(`${folder}/${file}`, "the facts", () => {
    const sheet = csvGrid(`${folder}/${file}`);
    const { facts } = jsonData<Facts>(`${folder}/facts.json`);
    for (const [currency, list] of Object.entries(facts)) {
      const chosen = currency === "XXX" ? policy : [...policy, ["currency", currency] as const];
      let ledger = "";
      beforeAll(() => {
        ledger = ledgerText(sheet, null, null, null, chosen.length === 0 ? null : [["key", "value"], ...chosen]);
      });

      test.each(list.map((fact) => [fact.as_of, fact] as const))(`${currency} on %s`, (asOf, fact) => {
        const [, ages] = aging(ledger, asOf, null, null, null);
        const money = Object.values(fact.aging).map(Number);
        expect(ages!.slice(1)).toEqual([...money, 0, 0, Number(fact.total_open_ar)]);
        const [[dso]] = dsoFigure(ledger, asOf, null, null, null) as [[number]];
        expect(dso).toBeCloseTo(fact.dso_trailing_90!, 6);
      });

      test.each(list.map((fact) => [fact.as_of, fact] as const))(`${currency} by buyer on %s`, (asOf, fact) => {
        const rows = buyersTable(ledger, asOf).slice(1) as [string, string, number, number, number][];
        const open = rows.filter(([, , , , invoices]) => invoices > 0);
        const total = Number(fact.total_open_ar);
        const sum = (values: readonly number[]): number => values.reduce((all, one) => all + one, 0);
        expect([open.length, sum(open.map((row) => row[4]))]).toEqual([fact.open_customers, fact.open_invoices]);
        expect(open.slice(0, 10).map((row) => row[2])).toEqual(fact.top10.map((one) => Number(one.open)));
        if (file === "ledger.csv") expect(open.slice(0, 10).map((row) => row[0]).sort()).toEqual(fact.top10.map((one) => one.customer_id).sort());
        expect(sum(open.slice(0, 10).map((row) => row[2])) / total).toBeCloseTo(fact.top10_share, 6);
        expect(sum(open.map((row) => row[3])) / total).toBeCloseTo(fact.overdue_share, 6);
        expect(sum(open.map((row) => (row[2] / total) ** 2))).toBeCloseTo(fact.hhi, 6);
      });
    }
  });
}
