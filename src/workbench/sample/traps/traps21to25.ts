import { dayOf as on } from "../../../values/day";
import type { Trap } from "./trap";

const MARCH = on(2026, 3, 31);

export const TRAPS_21_TO_25: readonly Trap[] = [
  {
    no: 21,
    trap: { en: "The same ageing for one salesperson's invoices, and the parts add up to the whole", zh: "按业务员筛选后的账龄，各部分之和等于全账" },
    others: { en: "No filter in the report; filtered in a copy that nobody updates", zh: "报表不能筛选，只好复制后手工筛选" },
    seen: "frappe/erpnext#8214, frappe/erpnext#16175",
    day: MARCH,
    lines: [{
      name: "Invoices21",
      columns: ["Invoice No", "Customer", "Salesperson", "Invoice Date", "Due Date", "Amount"],
      rows: [
        ["I-2101", "Anker", "Mei", on(2026, 2, 12), on(2026, 3, 14), 300],
        ["I-2102", "Anker", "Tom", on(2026, 3, 2), on(2026, 4, 1), 450],
        ["I-2103", "Baltic", "Mei", on(2026, 3, 16), on(2026, 4, 15), 220],
        ["I-2104", "Baltic", "Tom", on(2026, 2, 24), on(2026, 3, 26), 80],
      ],
    }],
    readings: [
      { name: "Trap21", formula: '=AR.LEDGER(VSTACK(Invoices21[#Headers],FILTER(Invoices21,Invoices21[Salesperson]="Mei")),{day})' },
      { name: "Trap21_Tom", formula: '=AR.LEDGER(VSTACK(Invoices21[#Headers],FILTER(Invoices21,Invoices21[Salesperson]="Tom")),{day})' },
      { name: "Trap21_All", formula: "=AR.LEDGER(Invoices21[#All],{day})" },
    ],
    figures: [
      { what: { en: "Mei's invoices", zh: "李梅的发票" }, byHand: 520, ours: "=INDEX(AR.AGING(Trap21),2,9)", how: { en: "300 + 220, of two buyers", zh: "300 + 220，两个客户" } },
      { what: { en: "Of them 1 to 30 days late", zh: "其中逾期 1 至 30 天" }, byHand: 300, ours: "=INDEX(AR.AGING(Trap21),2,3)", how: { en: "I-2101, 17 days", zh: "I-2101，17 天" } },
      { what: { en: "Tom's invoices", zh: "王涛的发票" }, byHand: 530, ours: "=INDEX(AR.AGING(Trap21_Tom),2,9)", how: { en: "450 + 80", zh: "450 + 80" } },
      { what: { en: "All", zh: "全部" }, byHand: 1050, ours: "=INDEX(AR.AGING(Trap21_All),2,9)", how: { en: "520 + 530", zh: "520 + 530" } },
    ],
  },
  {
    no: 22,
    trap: { en: "A date may be a number or a text, and 450.00- is minus 450: a sheet holds both", zh: "日期可能是数字或文本，450.00- 就是 -450：同一列里都有" },
    others: { en: "Dates left as integers, texts not counted, the trailing minus lost", zh: "日期变成整数，文本不计入，尾部负号丢失" },
    seen: "OCA/account-financial-reporting#668",
    day: MARCH,
    lines: [{
      name: "Invoices22",
      asWritten: true,
      columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"],
      rows: [
        ["I-2201", "Anker", on(2026, 1, 2), on(2026, 2, 1), 1000],
        ["I-2202", "Anker", "2026-02-10", "2026-03-12", "1,250.00"],
        ["I-2203", "Baltic", "20260105", "20260204", "300.50"],
        ["I-2204", "Baltic", { en: "5 Mar 2026", zh: "2026年3月5日" }, { en: "4 Apr 2026", zh: "2026年4月4日" }, { en: "75.25 Dr", zh: "75.25 借" }],
        ["C-2205", "Baltic", "2026-03-20", "", "450.00-"],
      ],
    }],
    readings: [{ name: "Trap22", formula: "=AR.LEDGER(Invoices22[#All],{day})" }],
    figures: [
      { what: { en: "Outstanding", zh: "未收合计" }, byHand: 2175.75, ours: "=INDEX(AR.AGING(Trap22),2,9)", how: { en: "1,000 + 1,250 + 300.50 + 75.25 - 450", zh: "1,000 + 1,250 + 300.50 + 75.25 - 450" } },
      { what: { en: "31 to 60 days late", zh: "逾期 31 至 60 天" }, byHand: 1300.5, ours: "=INDEX(AR.AGING(Trap22),2,4)", how: { en: "I-2201 58 days (46054 is 1 February) + I-2203 55 days", zh: "I-2201 58 天（46054 即 2 月 1 日）+ I-2203 55 天" } },
      { what: { en: "1 to 30 days late", zh: "逾期 1 至 30 天" }, byHand: 1250, ours: "=INDEX(AR.AGING(Trap22),2,3)", how: { en: "I-2202, 19 days", zh: "I-2202，19 天" } },
      { what: { en: "Not due", zh: "未到期" }, byHand: 75.25, ours: "=INDEX(AR.AGING(Trap22),2,2)", how: { en: "I-2204, due on 4 April", zh: "I-2204，4 月 4 日到期" } },
      { what: { en: "Unapplied", zh: "未核销" }, byHand: -450, ours: "=INDEX(AR.AGING(Trap22),2,8)", how: { en: "C-2205", zh: "C-2205" } },
    ],
  },
  {
    no: 23,
    trap: { en: "What is left after a part payment ages from the invoice's due date", zh: "部分收款后的余额仍按发票到期日计算账龄" },
    others: { en: "It ages from the payment, or the whole amount stays", zh: "从收款日重新起算，或仍按全额" },
    seen: "OCA/account-financial-reporting#138, odoo/odoo#16235",
    day: MARCH,
    lines: [
      {
        name: "Invoices23",
        columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"],
        rows: [
          ["I-2301", "Anker", on(2025, 12, 16), on(2026, 1, 15), 1000],
          ["I-2302", "Baltic", on(2026, 2, 18), on(2026, 3, 20), 500],
        ],
      },
      { name: "Receipts23", columns: ["Invoice No", "Payment Date", "Amount"], rows: [["I-2301", on(2026, 2, 20), 300], ["I-2301", on(2026, 3, 10), 200], ["I-2302", on(2026, 3, 25), 100]] },
    ],
    readings: [{ name: "Trap23", formula: "=AR.LEDGER(Invoices23[#All],{day},Receipts23[#All])" }],
    figures: [
      { what: { en: "61 to 90 days late", zh: "逾期 61 至 90 天" }, byHand: 500, ours: "=INDEX(AR.AGING(Trap23),2,5)", how: { en: "I-2301, 16 + 28 + 31 = 75 days: 1,000 - 300 - 200", zh: "I-2301，16 + 28 + 31 = 75 天：1,000 - 300 - 200" } },
      { what: { en: "1 to 30 days late", zh: "逾期 1 至 30 天" }, byHand: 400, ours: "=INDEX(AR.AGING(Trap23),2,3)", how: { en: "I-2302, 11 days: 500 - 100", zh: "I-2302，11 天：500 - 100" } },
      { what: { en: "28 February: 31 to 60 days late", zh: "2 月 28 日：逾期 31 至 60 天" }, byHand: 700, ours: "=INDEX(AR.AGING(Trap23,DATE(2026,2,28)),2,4)", how: { en: "I-2301, 16 + 28 = 44 days: 1,000 - 300", zh: "I-2301，16 + 28 = 44 天：1,000 - 300" } },
    ],
  },
  {
    no: 24,
    trap: { en: "Drafts, cancelled and provisional entries are not receivables, and none is dropped in silence", zh: "草稿、作废与暂估不是应收，且不得悄悄略去" },
    others: { en: "Counted in; provisional and invoiced lines of Kingdee counted twice", zh: "计入应收；金蝶的暂估与财务应收重复计入" },
    seen: "odoo/odoo#3077, odoo/odoo#77668",
    day: MARCH,
    lines: [{
      name: "Invoices24",
      columns: ["Doc No", "Customer", "FSetAccountType", "Status", "Invoice Date", "Due Date", "Amount", "Amount Paid"],
      rows: [
        ["P-2401", "Anker", "Provisional", "Posted", on(2026, 2, 26), on(2026, 3, 28), 500, 0],
        ["I-2401", "Anker", "Financial", "Posted", on(2026, 2, 28), on(2026, 3, 30), 500, 0],
        ["I-2402", "Anker", "Financial", "Draft", on(2026, 3, 4), on(2026, 4, 3), 200, 0],
        ["I-2403", "Baltic", "Financial", "Cancelled", on(2026, 3, 5), on(2026, 4, 4), 150, 0],
        ["I-2404", "Baltic", "Financial", "Posted", on(2026, 3, 6), on(2026, 4, 5), 300, 0],
      ],
    }],
    readings: [{ name: "Trap24", formula: "=AR.LEDGER(Invoices24[#All],{day})" }],
    figures: [
      { what: { en: "Outstanding", zh: "未收合计" }, byHand: 800, ours: "=INDEX(AR.AGING(Trap24),2,9)", how: { en: "I-2401 500 + I-2404 300", zh: "I-2401 500 + I-2404 300" } },
      { what: { en: "Left out and said, with its money", zh: "略去并列出的金额" }, byHand: 850, ours: "=SUM(INDEX(AR.ISSUES(Trap24),0,3))", how: { en: "provisional 500 + draft 200 + cancelled 150", zh: "暂估 500 + 草稿 200 + 作废 150" } },
      { what: { en: "Rows left out", zh: "略去的行数" }, byHand: 3, ours: "=SUM(INDEX(AR.ISSUES(Trap24),0,2))", how: { en: "P-2401, I-2402, I-2403", zh: "P-2401、I-2402、I-2403" }, shown: "count" },
    ],
  },
  {
    no: 25,
    trap: { en: "A figure that cannot be explained is not believed: a score's reasons add up to it", zh: "说不清来历的数字没人信：得分的理由要加得出得分" },
    others: { en: "A number without its method", zh: "只有数字，没有方法" },
    seen: "OCA/partner-contact#292, frappe/erpnext#15252",
    day: MARCH,
    lines: [{
      name: "Invoices25",
      columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount", "Paid Date"],
      rows: [
        ["I-2501", "Anker", on(2025, 6, 1), on(2025, 7, 1), 100, on(2025, 7, 21)],
        ["I-2502", "Anker", on(2025, 7, 1), on(2025, 7, 31), 100, on(2025, 8, 20)],
        ["I-2503", "Anker", on(2025, 8, 1), on(2025, 8, 31), 100, on(2025, 9, 20)],
        ["I-2504", "Anker", on(2025, 9, 1), on(2025, 10, 1), 100, on(2025, 9, 11)],
        ["I-2505", "Baltic", on(2025, 6, 1), on(2025, 7, 1), 100, on(2025, 7, 21)],
        ["I-2506", "Baltic", on(2025, 7, 1), on(2025, 7, 31), 100, on(2025, 7, 11)],
        ["I-2507", "Baltic", on(2025, 8, 1), on(2025, 8, 31), 100, on(2025, 8, 11)],
        ["I-2508", "Baltic", on(2025, 9, 1), on(2025, 10, 1), 100, on(2025, 9, 11)],
        ["I-2509", "Corvid", on(2025, 8, 1), on(2025, 8, 31), 100, on(2025, 9, 20)],
        ["I-2510", "Corvid", on(2025, 9, 1), on(2025, 10, 1), 100, on(2025, 9, 11)],
      ],
    }],
    readings: [{ name: "Trap25", formula: "=AR.LEDGER(Invoices25[#All],{day})" }],
    figures: [
      { what: { en: "Anker's score: the sum of its reasons", zh: "安科贸易：得分理由之和" }, byHand: 480, ours: '=SUM(INDEX(AR.SCOREREASONS(Trap25,"Anker"),0,3))', how: { en: "500 - 20: 3 late of 4, odds (3 + 1) / (1 + 1) = 2; doubled odds cost 20", zh: "500 - 20：4 张中 3 张迟付，比率 (3 + 1) / (1 + 1) = 2；翻倍扣 20 分" }, shown: "points" },
      { what: { en: "Anker's score", zh: "安科贸易得分" }, byHand: 480, ours: '=AR.CREDITSCORE(Trap25,"Anker")', how: { en: "the same: the book pays 5 of 10 late, odds 1", zh: "相同：全账 10 张中 5 张迟付，比率为 1" }, shown: "points" },
      { what: { en: "Baltic's score", zh: "波海食品得分" }, byHand: 520, ours: '=AR.CREDITSCORE(Trap25,"Baltic")', how: { en: "500 + 20: 1 late of 4, odds (1 + 1) / (3 + 1) = 1/2", zh: "500 + 20：4 张中 1 张迟付，比率 (1 + 1) / (3 + 1) = 1/2" }, shown: "points" },
      { what: { en: "Corvid's score", zh: "科维电器得分" }, byHand: 500, ours: '=AR.CREDITSCORE(Trap25,"Corvid")', how: { en: "1 late of 2, as the book: odds (1 + 1) / (1 + 1) = 1", zh: "2 张中 1 张迟付，与全账相同：比率 (1 + 1) / (1 + 1) = 1" }, shown: "points" },
    ],
  },
];
