import { moneyInDoubt } from "../../src/ledger/moneyInDoubt";
import { readLedger } from "../../src/ledger/readLedger";
import type { Grid } from "../../src/values/cell";

const HEAD = ["Customer", "Invoice", "Invoice Date", "Due Date", "Amount", "Currency"];

function doubted(rows: Grid, payments?: Grid): ReturnType<typeof moneyInDoubt> {
  return moneyInDoubt(readLedger([HEAD, ...rows], payments === undefined ? {} : { payments }));
}

test("nothing doubtful: everything was read", () => {
  expect(doubted([["North", "F-1", 45658, 45688, 100, "USD"], ["South", "F-2", 45659, 45689, 50.5, "USD"]])).toEqual([{ currency: "USD", read: 15050, doubted: 0 }]);
});

test("a row counts once however many its doubts, and a row left out counts as read", () => {
  const rows: Grid = [
    ["North", "F-1", 45658, 45688, 100, "USD"],
    ["South", "F-2", 45659, "later", 50, "USD"], // no due date: 50.00 in doubt
    ["South", "F-2", 45659, "later", 50, "USD"], // and the same again: one row, two doubts
    ["West", "F-3", "soon", 45689, 25, "USD"], // left out: 25.00
    ["Total", "", "", "", 200, "USD"], // counted in its rows
  ];
  expect(doubted(rows)).toEqual([{ currency: "USD", read: 22500, doubted: 12500 }]);
});

test("currencies are never added, and the one with most in doubt comes first", () => {
  const rows: Grid = [["North", "F-1", 45658, 45688, 100, "USD"], ["North", "F-2", 45658, "later", 7, "EUR"]];
  expect(doubted(rows)).toEqual([{ currency: "EUR", read: 700, doubted: 700 }, { currency: "USD", read: 10000, doubted: 0 }]);
});

test("row 2 of the receipts is not row 2 of the invoices", () => {
  const payments: Grid = [["Invoice No", "Payment Date", "Amount"], ["F-9", 45670, 30]];
  expect(doubted([["North", "F-1", 45658, 45688, 100, "USD"]], payments)).toEqual([{ currency: "USD", read: 13000, doubted: 3000 }]);
});

test("a credit in doubt counts without its sign, and buyers that look alike leave the money certain", () => {
  const rows: Grid = [["North Ltd", "F-1", 45658, "later", -100, "USD"], ["North Limited", "F-2", 45658, 45688, 100, "USD"]];
  expect(doubted(rows)).toEqual([{ currency: "USD", read: 20000, doubted: 10000 }]);
});
