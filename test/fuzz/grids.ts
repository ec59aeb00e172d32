/** Sheets as nobody should send them: real headings over any cells, any cells at all, broken rows, and cells without end. */
import fc from "fast-check";
import type { Cell, Grid } from "../../src/values/cell";

const HEADINGS = [
  "Customer", "Customer No", "Customer Name", "Invoice No", "Type", "Invoice Date", "Due Date", "Settled Date", "Amount", "Open", "Paid", "Currency", "Disputed", "Terms", "Status", "Debit", "Credit", "Clearing document", "Reference",
  "Written off", "Voided", "Baseline date", "客户", "客户编码", "单据编号", "单据日期", "到期日", "价税合计", "已核销金额", "未核销金额", "币种", "立账类型", "单据状态", "Colour", "Debit/Credit ind", "Total", "1-30", "31-60", "Balance", "余额", "Amount", "金额(万元)",
];

const LIKELY: readonly Cell[] = [
  45_700, 45_720, "2025-02-03", "3/14/2025", "14/3/2025", "1/2/2025", "03.06.2025", "2025年6月3日", 20250603, "00.00.0000", "3-Jun-25", "A", "B", "Acme Ltd", "ACME Limited", "甲公司", "INV", "CN", "DZ", "Payment", "银行承兑汇票", "EUR", "USD", "人民币", "Yes", "Draft", "作废",
  "暂估应收", "财务应收", "net 30", "30 EOM", "月结30天", "NAH4", 100, -25.5, 0, "1,234.50", "1.234,56-", "(1,234.50)", "￥1，234.5", "1,234.50 贷", "12.5万", "1,234", "S", "H", "", null, "N-1", "N-2", "2000000009", "PO-1, N-1",
];

const HOSTILE: readonly Cell[] = [
  undefined, "__proto__", "constructor", "=1+1", "+49 30", "-", "@cmd", "#REF!", "#N/A", "Total", "Sub-Total", "合计", "Total for Acme Ltd", "Customer: B", "单位：万元", { type: "Error", basicValue: "#N/A" }, { basicValue: 7 }, {}, [], true, false,
  1e308, -1e308, NaN, Infinity, 2 ** 53, 1e-9, 0.005, 109_940, 2_958_465, -1, "9".repeat(400), "1/".repeat(300), "\u0000", "\ud800", "\u202e", " ".repeat(200), "'007", "''x", "1".repeat(20),
];

const anyCell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...LIKELY) },
  { weight: 3, arbitrary: fc.constantFrom(...HOSTILE) },
  { weight: 1, arbitrary: fc.oneof(fc.string(), fc.double(), fc.integer(), fc.string({ unit: "binary" })) },
);

const DATES = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: 45_600, max: 46_000 }) }, { weight: 1, arbitrary: fc.constantFrom<Cell>("2025-02-03", "14/3/2025", "03.06.2025", "2025年6月3日", "", "00.00.0000") });
const MONEY = fc.oneof({ weight: 6, arbitrary: fc.integer({ min: -50_000, max: 900_000 }).map((cents) => cents / 100) }, { weight: 2, arbitrary: fc.constantFrom<Cell>("1,234.50", "(1,234.50)", "99.90-", "", 0) });
const NAMES = fc.constantFrom<Cell>("A", "B", "Acme Ltd", "ACME Limited", "甲公司", "__proto__", "007");

/** What a column usually holds, by its heading; one cell in eight is anything. */
function cellsUnder(heading: string): fc.Arbitrary<Cell> {
  const usual = /date|日期|到期日/i.test(heading) ? DATES : /amount|open|paid|debit$|credit$|total|balance|余额|金额|价税|written|^\d/i.test(heading) ? MONEY : /customer|客户/i.test(heading) ? NAMES : anyCell;
  return fc.oneof({ weight: 7, arbitrary: usual }, { weight: 1, arbitrary: anyCell });
}

const NEEDED = [["Customer No", "Customer Name", "客户"], ["Invoice Date", "单据日期"], ["Amount", "价税合计", "Open", "未核销金额"]];

const headings = fc.tuple(fc.subarray(HEADINGS, { maxLength: 8 }), ...NEEDED.map((names) => fc.option(fc.constantFrom(...names), { freq: 12 }))).map(([some, ...needed]) => [...new Set([...needed.filter((one) => one !== null), ...some])]).filter((all) => all.length > 0);

const headed = headings.chain((all) =>
  fc.tuple(
    fc.array(fc.array(anyCell, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
    fc.array(fc.tuple(...all.map(cellsUnder)), { maxLength: 24 }),
    fc.option(fc.nat(23), { freq: 2 }),
    fc.array(fc.array(anyCell, { maxLength: all.length + 2 }), { maxLength: 3 }),
  ).map(([titles, rows, again, loose]): Grid => [...titles, all, ...rows.slice(0, again ?? rows.length), ...(again === null ? [] : [all, ...loose]), ...rows.slice(again ?? rows.length)]),
);

/** Any sheet: mostly headings that a reader knows above cells that may be anything. */
export const anyGrid: fc.Arbitrary<Grid> = fc.oneof({ weight: 4, arbitrary: headed }, { weight: 1, arbitrary: fc.array(fc.array(anyCell, { maxLength: 8 }), { maxLength: 8 }) });

/** A sheet that is read: the columns a ledger needs are among its headings, and most rows are whole. */
export const likelyLedger: fc.Arbitrary<Grid> = fc.subarray(["Customer No", "Invoice No", "Type", "Due Date", "Settled Date", "Open", "Paid", "Currency", "Disputed", "Terms", "Status"]).chain((more) => {
  const headings = ["Customer Name", "Invoice Date", "Amount", ...more];
  const row = fc.tuple(
    fc.constantFrom<Cell>("Acme Ltd", "ACME Limited", "Baltic Oy", "__proto__", "=cmd"),
    fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 45_600, max: 46_000 }) }, { weight: 1, arbitrary: anyCell }),
    fc.oneof({ weight: 9, arbitrary: fc.integer({ min: -100_000, max: 900_000 }).map((cents) => cents / 100) }, { weight: 1, arbitrary: anyCell }),
    ...more.map(() => anyCell),
  );
  return fc.array(row, { minLength: 1, maxLength: 24 }).map((rows): Grid => [headings, ...rows]);
});
