import { findBuyer } from "../../src/ledger/findBuyer";
import { readLedger } from "../../src/ledger/readLedger";
import { book, doubtsIn, refusal } from "../support/book";

const { ledger } = readLedger(book`
  Customer No | Customer Name | Invoice Date | Amount
  0042 | Müller GmbH | 2025-01-01 | 1
  42 | Ost AG | 2025-01-01 | 1
  X7 | Twin Ltd | 2025-01-01 | 1
  X8 | TWIN LTD | 2025-01-01 | 1
  0099 | Nord  Co | 2025-01-01 | 1
  0099 | NORD CO | 2025-01-01 | 1
  0099 | NORD CO | 2025-01-01 | 1
  Ost AG | Confusing | 2025-01-01 | 1
  __proto__ | Hostile | 2025-01-01 | 1`);
const idOf = (asked: unknown): string => ledger.buyers.id[findBuyer(ledger, asked as string)]!;

test.each([["0042", "0042"], ["42", "42"], [42, "42"], ["x7", "X7"], [99, "0099"], ["99", "0099"], ["müller gmbh", "0042"], [" Ｍüller  GmbH ", "0042"], ["Ost AG", "Ost AG"], ["__proto__", "__proto__"], ["Nord Co", "0099"], [{ type: "String", basicValue: "X8" }, "X8"]])("%p is %s", (asked, id) => {
  expect(idOf(asked)).toBe(id);
});

test("a name on several ids lists them; ids that are the same number too", () => {
  expect(refusal(() => findBuyer(ledger, "twin ltd"))).toMatch(/X7, X8/);
  const zeros = readLedger(book`
    Customer No | Invoice Date | Amount
    007 | 2025-01-01 | 1
    07 | 2025-01-01 | 1`).ledger;
  expect(refusal(() => findBuyer(zeros, 7))).toMatch(/007, 07/);
});

test("nobody, and nothing", () => {
  expect(refusal(() => findBuyer(ledger, "X"))).toBe("No buyer 'X' in this ledger.");
  expect(refusal(() => findBuyer(ledger, "X"), "zh")).toContain("X");
  for (const asked of [null, "", "  ", { type: "Error", basicValue: "#REF!" }]) expect(refusal(() => findBuyer(ledger, asked))).toMatch(/Name a buyer/);
});

test("any spelling of a name finds its buyer, not only the one that is shown", () => {
  const { ledger: spelt } = readLedger(book`
    Customer No | Customer Name | Invoice Date | Amount
    1 | Walmart Inc | 2025-01-01 | 1
    1 | Walmart Inc | 2025-01-01 | 1
    1 | WAL-MART | 2025-01-01 | 1
    2 | Target | 2025-01-01 | 1`);
  expect([spelt.buyers.name[0], spelt.buyers.id[findBuyer(spelt, "wal-mart")]]).toEqual(["Walmart Inc", "1"]);
});

test("the name shown is the most frequent spelling, then the first by alphabet", () => {
  expect(ledger.buyers.name[ledger.buyers.id.indexOf("0099")]).toBe("NORD CO");
  const tied = readLedger(book`
    Customer No | Customer Name | Invoice Date | Amount
    1 | beta | 2025-01-01 | 1
    1 | Alpha | 2025-01-01 | 1`).ledger;
  expect(tied.buyers.name).toEqual(["Alpha"]);
});

test("by name alone: the spelling does not part them, the id column is empty", () => {
  const { ledger: named } = readLedger(book`
    Customer Name | Invoice Date | Amount
    Acme  Ltd | 2025-01-01 | 1
    ACME LTD | 2025-01-01 | 2
    Acme Ltd | 2025-01-01 | 4`);
  expect([named.buyers.count, named.buyers.id, named.buyers.name]).toEqual([1, [""], ["Acme Ltd"]]);
});

test("an id where there is one, else the name, and that is said", () => {
  const reading = readLedger(book`
    Customer No | Customer Name | Invoice Date | Amount
    1 | Acme | 2025-01-01 | 1
     | Baltic | 2025-01-01 | 2`);
  expect([reading.ledger.buyers.id, doubtsIn(reading)]).toEqual([["1", ""], ["BUYER_BY_NAME 3 2", "ALL_OPEN 0 3"]]);
});

test("attributes by buyer, under the field's own name", () => {
  const buyers = book`
    Customer No | Country | Credit limit | Insured limit | Insured share | Net worth | Working capital
    1 | DE | 5,000 | 4000 | 0.9 | much | (250)
    9 | FR | 1 | 1 | 1 | 1 | 1`;
  const reading = readLedger(book`
    Customer No | Invoice Date | Amount
    1 | 2025-01-01 | 1
    2 | 2025-01-01 | 1`, { buyers });
  expect(reading.ledger.buyers.facts).toEqual([new Map<string, unknown>([["country", "DE"], ["creditLimit", 5000], ["insuredLimit", 4000], ["insuredShare", 0.9], ["workingCapital", -250]]), undefined]);
  expect(reading.issues.filter(({ code }) => code === "BUYER_FACT").map(({ row, found }) => [row, found])).toEqual([[2, "much"]]);
});
