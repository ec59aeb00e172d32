import { dayOf as on } from "../../../values/day";
import type { Trap } from "./trap";

const MARCH = on(2026, 3, 31);

export const TRAPS_6_TO_10: readonly Trap[] = [
  {
    no: 6,
    trap: { en: "A buyer invoiced in euros owes euros, and two currencies are never added as they stand", zh: "以欧元开票就欠欧元；两种货币不能直接相加" },
    others: { en: "Shown in home currency, or EUR and USD added one to one", zh: "按本位币显示，或欧元与美元一比一相加" },
    seen: "frappe/erpnext#47681, ledgersmb/LedgerSMB#2162",
    day: MARCH,
    lines: [
      {
        name: "Invoices6",
        columns: ["Invoice No", "Customer", "Currency", "Invoice Date", "Due Date", "Amount", "Amount Paid"],
        rows: [
          ["I-601", "Baltic", "EUR", on(2026, 2, 8), on(2026, 3, 10), 1000, 0],
          ["I-602", "Baltic", "EUR", on(2026, 3, 21), on(2026, 4, 20), 500, 0],
          ["I-603", "Anker", "USD", on(2026, 2, 18), on(2026, 3, 20), 800, 0],
        ],
      },
      { name: "Policy6", columns: ["key", "value"], rows: [["currency", "EUR"]] },
      { name: "PolicyUSD6", columns: ["key", "value"], rows: [["currency", "USD"], ["rate.EUR", 1.1]] },
    ],
    readings: [
      { name: "Trap6", formula: "=AR.LEDGER(Invoices6[#All],{day},,,Policy6[#All])" },
      { name: "Trap6_USD", formula: "=AR.LEDGER(Invoices6[#All],{day},,,PolicyUSD6[#All])" },
    ],
    figures: [
      { what: { en: "Baltic owes, in EUR", zh: "波海食品欠款（EUR）" }, byHand: 1500, ours: '=INDEX(AR.AGING(Trap6,,"Baltic"),2,9)', how: { en: "1,000 + 500 euros", zh: "1,000 + 500 欧元" } },
      { what: { en: "Left out of the EUR view, in USD", zh: "欧元口径未计入（USD）" }, byHand: 800, ours: "=INDEX(AR.ISSUES(Trap6),2,3)", how: { en: "I-603: no rate, so it is said, not added", zh: "I-603：没有汇率，列出而不相加" } },
      { what: { en: "The book in USD, at 1.10", zh: "全部折成 USD，汇率 1.10" }, byHand: 2450, ours: "=INDEX(AR.AGING(Trap6_USD),2,9)", how: { en: "1,500 x 1.10 + 800", zh: "1,500 x 1.10 + 800" } },
      { what: { en: "Nobody chose a currency: refused", zh: "没有选定货币：拒绝作答" }, byHand: 1, ours: "=IF(ISERROR(INDEX(AR.AGING(Invoices6[#All]),2,9)),1,0)", how: { en: "1 = #VALUE!; never 2,300 of nothing", zh: "1 = #VALUE!；决不给出 2,300" }, shown: "count" },
    ],
  },
  {
    no: 7,
    trap: { en: "One buyer under several accounts is one buyer: the group needs one line", zh: "同一集团的多个账户应合为一个客户" },
    others: { en: "A line an account, added up by hand", zh: "每个账户一行，靠手工相加" },
    seen: "frappe/erpnext#17031, frappe/erpnext#52965",
    day: MARCH,
    lines: [
      {
        name: "Invoices7",
        columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"],
        rows: [
          ["I-701", "Nord Logistics", on(2026, 2, 13), on(2026, 3, 15), 300],
          ["I-702", "Nord Retail", on(2026, 1, 21), on(2026, 2, 20), 200],
          ["I-703", "Nord Retail", on(2026, 3, 11), on(2026, 4, 10), 125],
          ["I-704", "Anker", on(2026, 3, 11), on(2026, 4, 10), 150],
        ],
      },
      { name: "Buyers7", columns: ["Customer", "Parent"], rows: [["Nord Logistics", "Nord Group"], ["Nord Retail", "Nord Group"]] },
      { name: "Policy7", columns: ["key", "value"], rows: [["rollUp", "parent"]] },
    ],
    readings: [{ name: "Trap7", formula: "=AR.LEDGER(Invoices7[#All],{day},,Buyers7[#All],Policy7[#All])" }],
    figures: [
      { what: { en: "The Nord group owes", zh: "北辰集团欠款" }, byHand: 625, ours: '=INDEX(AR.AGING(Trap7,,"Nord Group"),2,9)', how: { en: "300 + 200 + 125", zh: "300 + 200 + 125" } },
      { what: { en: "Of it 1 to 30 days late", zh: "其中逾期 1 至 30 天" }, byHand: 300, ours: '=INDEX(AR.AGING(Trap7,,"Nord Group"),2,3)', how: { en: "I-701, 16 days", zh: "I-701，16 天" } },
      { what: { en: "Of it 31 to 60 days late", zh: "其中逾期 31 至 60 天" }, byHand: 200, ours: '=INDEX(AR.AGING(Trap7,,"Nord Group"),2,4)', how: { en: "I-702, 8 + 31 = 39 days", zh: "I-702，8 + 31 = 39 天" } },
      { what: { en: "Buyers in the book", zh: "客户数" }, byHand: 2, ours: "=ROWS(AR.BUYERS(Trap7))-1", how: { en: "the group and Anker", zh: "集团与安科贸易" }, shown: "count" },
    ],
  },
  {
    no: 8,
    trap: { en: "Your own buckets, as many as the insurer asks for, remembered with the book", zh: "自定区间，个数随保险公司要求，并随工作簿保存" },
    others: { en: "Four fixed ones; what is later than the last falls in none", zh: "固定四档；晚于最后一档的金额无处可归" },
    seen: "frappe/erpnext#39924, frappe/erpnext#56759",
    day: MARCH,
    lines: [
      {
        name: "Invoices8",
        columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"],
        rows: [
          ["I-801", "Anker", on(2026, 2, 19), on(2026, 3, 21), 100],
          ["I-802", "Anker", on(2026, 2, 9), on(2026, 3, 11), 200],
          ["I-803", "Anker", on(2026, 1, 20), on(2026, 2, 19), 400],
          ["I-804", "Baltic", on(2025, 12, 21), on(2026, 1, 20), 800],
          ["I-805", "Baltic", on(2025, 11, 21), on(2025, 12, 21), 1600],
          ["I-806", "Baltic", on(2025, 8, 23), on(2025, 9, 22), 3200],
        ],
      },
      { name: "Policy8", columns: ["key", "value"], rows: [["buckets", "15,30,45,60,75,90,120,180"]] },
    ],
    readings: [{ name: "Trap8", formula: "=AR.LEDGER(Invoices8[#All],{day},,,Policy8[#All])" }],
    figures: [
      { what: { en: "Over 180 days late", zh: "逾期 180 天以上" }, byHand: 3200, ours: "=INDEX(AR.AGING(Trap8),2,11)", how: { en: "I-806, 8 + 31 + 30 + 31 + 31 + 28 + 31 = 190 days", zh: "I-806，8 + 31 + 30 + 31 + 31 + 28 + 31 = 190 天" } },
      { what: { en: "1 to 15", zh: "1 至 15 天" }, byHand: 100, ours: "=INDEX(AR.AGING(Trap8),2,3)", how: { en: "I-801, 10 days", zh: "I-801，10 天" } },
      { what: { en: "16 to 30", zh: "16 至 30 天" }, byHand: 200, ours: "=INDEX(AR.AGING(Trap8),2,4)", how: { en: "I-802, 20 days", zh: "I-802，20 天" } },
      { what: { en: "31 to 45", zh: "31 至 45 天" }, byHand: 400, ours: "=INDEX(AR.AGING(Trap8),2,5)", how: { en: "I-803, 9 + 31 = 40 days", zh: "I-803，9 + 31 = 40 天" } },
      { what: { en: "61 to 75", zh: "61 至 75 天" }, byHand: 800, ours: "=INDEX(AR.AGING(Trap8),2,7)", how: { en: "I-804, 11 + 28 + 31 = 70 days", zh: "I-804，11 + 28 + 31 = 70 天" } },
      { what: { en: "91 to 120", zh: "91 至 120 天" }, byHand: 1600, ours: "=INDEX(AR.AGING(Trap8),2,9)", how: { en: "I-805, 10 + 31 + 28 + 31 = 100 days", zh: "I-805，10 + 31 + 28 + 31 = 100 天" } },
      { what: { en: "Total", zh: "合计" }, byHand: 6300, ours: "=INDEX(AR.AGING(Trap8),2,14)", how: { en: "100 + 200 + 400 + 800 + 1,600 + 3,200", zh: "100 + 200 + 400 + 800 + 1,600 + 3,200" } },
    ],
  },
  {
    no: 9,
    trap: { en: "Names: one buyer in three spellings is one, and __proto__ is a buyer like any other", zh: "名称：三种写法是同一客户；名叫 __proto__ 的也是客户" },
    others: { en: "Three buyers instead of one; a name that breaks the program", zh: "一个客户变成三个；特殊名称使程序出错" },
    insteadOf: { en: "Instead of speed at volume, which a few lines cannot show: npm run bench measures ledgers of up to a million rows.", zh: "代替“大数据量的速度”：几行台账无法展示，由 npm run bench 以至多一百万行测量。" },
    seen: "frappe/erpnext#37561, frappe/erpnext#51927",
    day: MARCH,
    lines: [{
      name: "Invoices9",
      columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"],
      rows: [
        ["I-901", "Cobalt", on(2026, 3, 2), on(2026, 4, 1), 100],
        ["I-902", " COBALT ", on(2026, 3, 3), on(2026, 4, 2), 150],
        ["I-903", "Ｃｏｂａｌｔ", on(2026, 3, 4), on(2026, 4, 3), 75],
        ["I-904", "__proto__", on(2026, 3, 5), on(2026, 4, 4), 250],
        ["I-905", "constructor", on(2026, 3, 6), on(2026, 4, 5), 310],
      ],
    }],
    readings: [{ name: "Trap9", formula: "=AR.LEDGER(Invoices9[#All],{day})" }],
    figures: [
      { what: { en: "Cobalt owes", zh: "Cobalt 欠款" }, byHand: 325, ours: '=INDEX(AR.AGING(Trap9,,"cobalt"),2,9)', how: { en: "100 + 150 + 75: case, blanks and full width aside", zh: "100 + 150 + 75：不论大小写、空格与全角" } },
      { what: { en: "__proto__ owes", zh: "__proto__ 欠款" }, byHand: 250, ours: '=VLOOKUP("__proto__",AR.BUYERS(Trap9),3,FALSE)', how: { en: "I-904", zh: "I-904" } },
      { what: { en: "constructor owes", zh: "constructor 欠款" }, byHand: 310, ours: '=VLOOKUP("constructor",AR.BUYERS(Trap9),3,FALSE)', how: { en: "I-905", zh: "I-905" } },
      { what: { en: "Buyers in the book", zh: "客户数" }, byHand: 3, ours: "=ROWS(AR.BUYERS(Trap9))-1", how: { en: "five lines, three buyers", zh: "五行，三个客户" }, shown: "count" },
    ],
  },
  {
    no: 10,
    trap: { en: "Instalments have due dates of their own, and a receipt fills the one due first", zh: "分期各有到期日；收款先抵最早到期的一期" },
    others: { en: "The whole invoice ages from its first instalment", zh: "整张发票按第一期到期日计算账龄" },
    seen: "frappe/erpnext#13007, Dolibarr/dolibarr#6201",
    day: MARCH,
    lines: [
      {
        name: "Invoices10",
        columns: ["Invoice No", "Customer", "Instalment", "Invoice Date", "Due Date", "Amount"],
        rows: [
          ["I-1001", "Anker", 1, on(2026, 1, 15), on(2026, 2, 15), 1000],
          ["I-1001", "Anker", 2, on(2026, 1, 15), on(2026, 3, 15), 1000],
          ["I-1001", "Anker", 3, on(2026, 1, 15), on(2026, 4, 15), 1000],
        ],
      },
      { name: "Receipts10", columns: ["Invoice No", "Payment Date", "Amount"], rows: [["I-1001", on(2026, 2, 20), 1200]] },
    ],
    readings: [{ name: "Trap10", formula: "=AR.LEDGER(Invoices10[#All],{day},Receipts10[#All])" }],
    figures: [
      { what: { en: "1 to 30 days late", zh: "逾期 1 至 30 天" }, byHand: 800, ours: "=INDEX(AR.AGING(Trap10),2,3)", how: { en: "2nd, 16 days: 1,000 - (1,200 - 1,000)", zh: "第 2 期，16 天：1,000 - (1,200 - 1,000)" } },
      { what: { en: "31 to 60 days late", zh: "逾期 31 至 60 天" }, byHand: 0, ours: "=INDEX(AR.AGING(Trap10),2,4)", how: { en: "1st: 1,000 - 1,000, paid in full", zh: "第 1 期：1,000 - 1,000，已付清" } },
      { what: { en: "Not due", zh: "未到期" }, byHand: 1000, ours: "=INDEX(AR.AGING(Trap10),2,2)", how: { en: "3rd, due on 15 April", zh: "第 3 期，4 月 15 日到期" } },
      { what: { en: "Total", zh: "合计" }, byHand: 1800, ours: "=INDEX(AR.AGING(Trap10),2,9)", how: { en: "3,000 - 1,200", zh: "3,000 - 1,200" } },
    ],
  },
];
