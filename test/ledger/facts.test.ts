/** The real ledgers, read row by row as their sheets state them: documents, money, open balances and doubts. */
import { issueKinds } from "../../src/ledger/issueKinds";
import type { Ledger } from "../../src/ledger/ledger";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import { csvGrid, describeWithData, jsonData } from "../support/data";
import { on } from "../support/columns";

interface Fact {
  readonly as_of: string;
  readonly open_invoices: number;
  readonly open_customers: number;
  readonly total_open_ar: string;
}
interface Facts {
  readonly rows: number;
  readonly facts: Readonly<Record<string, readonly Fact[]>>;
}

/** Issued by the day and not closed by it. */
function openOn({ documents, settlements }: Ledger, day: number): [invoices: number, buyers: number, money: string] {
  const open = documents.amount.map((amount, i) => (documents.issued[i]! <= day ? amount : 0));
  for (let s = 0; s < settlements.count; s++) if (settlements.day[s]! <= day && documents.issued[settlements.document[s]!]! <= day) open[settlements.document[s]!]! -= settlements.amount[s]!;
  const left = [...open.keys()].filter((i) => open[i] !== 0);
  return [left.length, new Set(left.map((i) => documents.buyer[i])).size, (open.reduce((sum, one) => sum + one, 0) / 100).toFixed(2)];
}

const doubts = (file: string): string[] => issueKinds(readLedger(csvGrid(file))).map(({ code, rows, amounts }) => `${code} ${rows} ${amounts.map(({ currency, minor }) => `${currency} ${(minor / 100).toFixed(2)}`).join(", ")}`);

for (const [folder, file] of [["ibm_ar", "original.csv"], ["ibm_ar", "ledger.csv"], ["cassandra_dev", "ledger.csv"], ["highradius_open", "ledger.csv"], ["highradius_open", "original.csv"]] as const) {
  describeWithData(`${folder}/${file}`, "every row, and what is open", () => {
    const { rows, facts } = jsonData<Facts>(`${folder}/facts.json`);
    const grid = csvGrid(`${folder}/${file}`);

    test("every row is a document", () => {
      expect(readLedger(grid).ledger.documents.count).toBe(rows);
    });

    test.each(Object.entries(facts).flatMap(([currency, list]) => list.map((fact) => [currency, fact.as_of, fact] as const)))("%s on %s", (currency, asOf, fact) => {
      const { ledger } = readLedger(grid, { policy: readPolicy(currency === "XXX" ? [] : [["currency", currency]]) });
      expect(openOn(ledger, on(asOf))).toEqual([fact.open_invoices, fact.open_customers, fact.total_open_ar]);
    });
  });
}

describeWithData("cassandra_dev/ledger.csv", "its doubts", () => {
  test("435 settled rows carry a residue, 5 were paid before their date", () => {
    const kinds = doubts("cassandra_dev/ledger.csv");
    expect(kinds.filter((kind) => /^(RESIDUE|SETTLED_BEFORE_ISSUE)/.test(kind)).map((kind) => kind.split(" ").slice(0, 2).join(" "))).toEqual(["RESIDUE 435", "SETTLED_BEFORE_ISSUE 5"]);
    expect(kinds).toHaveLength(2);
  });
});

describeWithData("highradius_open/ledger.csv", "its doubts and its buyers", () => {
  test("9,700 rows, 664 buyer numbers, 32 due before they were posted, two currencies", () => {
    const { ledger } = readLedger(csvGrid("highradius_open/ledger.csv"));
    expect(doubts("highradius_open/ledger.csv").filter((kind) => kind.startsWith("DUE_BEFORE_ISSUE"))[0]).toMatch(/^DUE_BEFORE_ISSUE 32 /);
    expect([ledger.buyers.count, ledger.mixed, ledger.currencies.map(({ code, documents }) => `${code} ${documents}`).sort()]).toEqual([664, true, ["CAD 747", "USD 8953"]]);
    expect(ledger.buyers.id).toEqual(expect.arrayContaining(["0140104409", "140104409"]));
  });
});
