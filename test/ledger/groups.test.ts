/** Buyers that may be one, and buyers under a parent. */
import { nameCore } from "../../src/ledger/similarBuyers";
import { findBuyer } from "../../src/ledger/findBuyer";
import { readLedger } from "../../src/ledger/readLedger";
import { readPolicy } from "../../src/ledger/readPolicy";
import { position } from "../../src/receivables/position";
import { book, doubtsIn } from "../support/book";

test.each([
  ["Nordwind GmbH", "NORDWIND G.m.b.H."], ["Smith & Co., Ltd.", "Smith and Co Limited"], ["The Acme Corporation", "ACME Corp."], ["上海贸易有限公司", "上海贸易股份有限公司"], ["ＡＢＣ 株", "abc株"], ["Harbour-Line B.V.", "Harbour Line BV"],
])("%s and %s may be one buyer", (one, other) => {
  expect(nameCore(one)).toBe(nameCore(other));
});

test.each([["Nordwind GmbH", "Nordwind Sud GmbH"], ["Anker 1", "Anker 2"], ["Co Ltd", "Inc"]])("%s and %s are not alike", (one, other) => {
  expect(nameCore(one) === nameCore(other) && nameCore(one) !== "").toBe(false);
});

test("names nearly the same are offered, not merged", () => {
  const reading = readLedger(book`
    Customer Name | Invoice Date | Amount | Settled Date
    Nordwind GmbH | 2026-01-05 | 100 | 2026-02-01
    nordwind gmbh | 2026-01-06 | 10 |
    NORDWIND G.m.b.H. | 2026-01-07 | 20 |
    Baltic Oy | 2026-01-08 | 5 |`);
  expect([reading.ledger.buyers.count, doubtsIn(reading)]).toEqual([3, ["SIMILAR_BUYERS 2 130"]]);
  expect(reading.issues[0]!.found).toBe("Nordwind GmbH / NORDWIND G.m.b.H.");
});

test("under one parent there is no doubt left, and the money is the parent's", () => {
  const sheet = book`
    Customer No | Customer Name | Invoice Date | Amount
    1 | Nordwind GmbH | 2026-01-05 | 100
    2 | NORDWIND G.m.b.H. | 2026-01-06 | 20
    3 | Nordwind GmbH | 2026-01-07 | 3`;
  const buyers = book`
    Customer No | Parent
    2 | 1
    3 | 1`;
  const apart = readLedger(sheet, { buyers });
  expect(doubtsIn(apart)).toEqual(expect.arrayContaining(["SIMILAR_BUYERS 2 123", expect.stringMatching(/^SHARED_NAME/)]));
  const merged = readLedger(sheet, { buyers, policy: readPolicy([["rollUp", "parent"]]) });
  expect([...position(merged.ledger, merged.ledger.lastDay).openByBuyer]).toEqual([12300]);
  expect(doubtsIn(merged).filter((doubt) => !doubt.startsWith("ALL_OPEN"))).toEqual([]);
});

describe("parents", () => {
  const sheet = book`
    Customer No | Customer Name | Invoice Date | Amount | Settled Date
    1 | Anker Holding | 2026-01-05 | 100 | 2026-01-06
    2 | Anker Nord | 2026-01-06 | 10 |
    3 | Anker Sud | 2026-01-07 | 20 |
    4 | Baltic | 2026-01-08 | 5 |
    5 | Circe | 2026-01-08 | 7 |
    6 | Dora | 2026-01-09 | 9 |`;
  const buyers = book`
    Customer No | Parent
    2 | 1
    3 | Anker Nord
    4 | Ostsee Group
    5 | 6
    6 | 5`;

  test("asked for, the parent stands for its children, at any remove", () => {
    const reading = readLedger(sheet, { buyers, policy: readPolicy([["rollUp", "parent"]]) });
    const { ledger } = reading;
    expect(ledger.buyers.name).toEqual(["Anker Holding", "Ostsee Group", "Circe", "Dora"]);
    expect([...position(ledger, ledger.lastDay).openByBuyer]).toEqual([3000, 500, 700, 900]);
    expect(["1", "Anker Sud", "ostsee group", "Baltic"].map((text) => findBuyer(ledger, text))).toEqual([0, 0, 1, 1]);
    expect(doubtsIn(reading)).toEqual(["PARENT_CIRCLE 0 0", "PARENT_CIRCLE 0 0"]);
  });

  test("unasked, everybody stands for itself", () => {
    expect(readLedger(sheet, { buyers }).ledger.buyers.count).toBe(6);
  });
});

test("a buyer's own terms give the due date where the row says nothing", () => {
  const { ledger } = readLedger(book`
    Customer | Invoice Date | Due Date | Amount
    A | 2026-01-05 |  | 100
    A | 2026-01-05 | 2026-01-20 | 10
    B | 2026-01-05 |  | 20`, { buyers: book`
    Customer | Terms Days
    A | 45` });
  expect([...ledger.documents.due]).toEqual([46_072, 46_042, 0]);
});
