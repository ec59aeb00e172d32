import { readLedger } from "../../src/ledger/readLedger";
import { rowAt } from "../../src/ledger/rowAt";
import { writeLedger, writeReceipts } from "../../src/ledger/writeLedger";
import type { Ledger } from "../../src/ledger/ledger";
import { startsFormula } from "../../src/values/cell";
import { book, linesIn } from "../support/book";
import { on } from "../support/columns";

const again = (ledger: Ledger): Ledger => {
  const payments = writeReceipts(ledger);
  return readLedger(writeLedger(ledger), payments.length > 1 ? { payments } : {}).ledger;
};
const same = (ledger: Ledger): unknown => [linesIn(ledger), ledger.buyers.id, ledger.buyers.name, [...ledger.documents.disputed], [...ledger.documents.closed], ledger.currencies];

test("settled dates", () => {
  const { ledger } = readLedger(book`
    Customer No | Customer Name | Invoice No | Type | Invoice Date | Due Date | Amount | Disputed | Paid Date
    007 | Acme | 0001 | INV | 2025-01-01 | 2025-01-31 | 100.25 | Yes | 2025-02-03
    8 | Baltic | 0002 | CN | 2025-01-05 | | -30 | No |`);
  expect(same(again(ledger))).toEqual(same(ledger));
});

test("open amounts, undated", () => {
  const { ledger } = readLedger(book`
    Customer Name | Invoice No | Invoice Date | Amount | Open
    华东贸易 | A1 | 2025-01-01 | 100 | 40
    't Hoen BV | A2 | 2025-01-01 | 50 | 0`);
  expect(same(again(ledger))).toEqual(same(ledger));
  expect(ledger.buyers.id).toEqual(["", ""]);
});

test("receipts in parts, beside what is undated", () => {
  const invoices = book`
    Customer No | Invoice No | Invoice Date | Amount | Open
    1 | A1 | 2025-01-01 | 100 | 30
    2 | A1 | 2025-01-01 | 80 | 80`;
  const payments = book`
    Invoice No | Customer | Payment Date | Amount
    A1 | 1 | 2025-01-20 | 50`;
  const { ledger } = readLedger(invoices, { payments });
  expect(same(again(ledger))).toEqual(same(ledger));
});

test("several currencies, each with its own decimals", () => {
  const { ledger } = readLedger(book`
    Customer No | Invoice No | Invoice Date | Amount | Currency
    1 | 1 | 2025-01-01 | 1200 | JPY
    1 | 2 | 2025-01-01 | 12.345 | KWD`);
  expect(same(again(ledger))).toEqual(same(ledger));
});

test("texts that begin like a formula, or look like a number, are written as text and read back as they were", () => {
  const { ledger } = readLedger(book`
    Customer No | Customer Name | Invoice No | Invoice Date | Amount
    =1+1 | @SUM(A1) | -7 | 2025-01-01 | 1
    +49 | 'quoted | 00012 | 2025-01-01 | 2`);
  const texts = writeLedger(ledger).slice(1).flat().filter((cell): cell is string => typeof cell === "string");
  expect(texts.filter(startsFormula)).toEqual([]);
  expect(writeLedger(ledger)[2]![2]).toBe("'00012");
  expect(same(again(ledger))).toEqual(same(ledger));
  expect([ledger.buyers.id, [0, 1].map((i) => ledger.documents.number.at(i))]).toEqual([["=1+1", "+49"], ["-7", "00012"]]);
});

test("a document for people", () => {
  const { ledger } = readLedger(book`
    Customer No | Customer Name | Invoice No | Invoice Date | Due Date | Amount | Paid Date
    007 | Acme | 0001 | 2025-01-01 | 2025-01-31 | 100.25 | 2025-02-03`);
  expect(rowAt(ledger, 0)).toEqual({
    row: 2, buyer: 0, buyerId: "007", buyerName: "Acme", number: "0001", kind: "INV", issued: on("2025-01-01"), due: on("2025-01-31"), closed: on("2025-02-03"), amount: 100.25, disputed: false,
  });
  expect(() => rowAt(ledger, 1)).toThrow(RangeError);
});
