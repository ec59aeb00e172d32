/** What a heading or a title says of the unit that the sheet counts in. */
import { readLedger } from "../../src/ledger/readLedger";
import { unitOf } from "../../src/ledger/units";
import type { Cell } from "../../src/values/cell";

test.each<[texts: string, unit: number | undefined]>([
  ["金额(元)|金额（元）|单位：元|单位:元|人民币元|币种：人民币 单位：元", 1],
  ["余额(百元)", 100],
  ["金额(千元)|单位：千元|人民币千元|单位：千美元|Amount (USD thousands)|USD thousands|US$ thousand|in thousands|Amount in thousands|(in thousands)|(Thousands)|EUR '000|EUR’000|RMB'000|$'000|$000|Amount (000)|Amount (000s)|Amount '000|in 000s|(x 1,000)|in 1.000 EUR|k€|KUSD|USD k|TEUR|Amount (k)|in Tsd. EUR|expressed in thousands of US dollars|en milliers d'euros|Aged receivables (USD thousands) at 31 Dec|Units: thousands|Unit: USD thousands|units of thousands|Unit: '000|thousands|Thousands|thousands of euros", 1_000],
  ["金额(万元)|金额（万元）|单位：万元|单位：人民币万元|金额单位：人民币万元|应收账款余额万元|万元|金额(万)|万美元|金额(萬元)", 10_000],
  ["Rs. in lakhs|(INR lakhs)", 100_000],
  ["金额(百万元)|(百万)|单位：百万美元|in millions|Amount (USD millions)|USD mn|HK$ million|Mio. EUR|in Mio. €|£m|(USD m)|EUR million|Amount (m)|Units: EUR millions|millions", 1_000_000],
  ["Rs. in crores", 10_000_000],
  ["金额(亿元)|单位：亿元", 100_000_000],
  ["USD bn|EUR billions", 1_000_000_000],
  ["Amount|金额|Amount (USD)|金额(美元)|美元|Amount in EUR|Thousand Oaks Trading Co|Million Dollar Baby Ltd|万元贸易有限公司|百万元保险经纪|客户万元宝|Limit 10 000 USD|USD 10,000|USD 10,000,000|Invoice 1000|Note (b)|Balance at 31 Dec 2000|Terms in days|市场(b)|thousand|Thousands Ltd|thousands of customers|Units sold|Units: 1000 pieces|Units 000123|Unit: mm", undefined],
])("%s", (texts, unit) => {
  for (const text of texts.split("|")) expect([text, unitOf(text)]).toEqual([text, unit]);
});

test.each<Cell>([null, undefined, "", 1000, true, {}, { type: "Error", basicValue: "#N/A" }, "(".repeat(1_000_000), "(".repeat(200), "in ".repeat(66), "usd ".repeat(50), "单位".repeat(100)])("%p states none", (cell) => {
  expect(unitOf(cell)).toBeUndefined();
});

test("a column counts in what its heading says", () => {
  for (const [heading, minor] of [["金额(万元)", 1_250_000], ["金额(元)", 125], ["Amount (USD thousands)", 125_000], ["金额（百万）", 125_000_000]] as const) {
    expect([...readLedger([["客户", "业务日期", heading], ["A", 45_700, 1.25]]).ledger.documents.amount]).toEqual([minor]);
  }
});
