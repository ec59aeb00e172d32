import { dayOf as on } from "../../../values/day";
import type { Content, Trap } from "./trap";

const MARCH = on(2026, 3, 31);

export const TRAPS_16_TO_20: readonly Trap[] = [
  {
    no: 16,
    trap: { en: "The insured amount stands beside the exposure: what is above the limit is not covered", zh: "保险金额与敞口并列：超过保险限额的部分无保障" },
    others: { en: "The limit shown as if it were the cover; labels that confuse", zh: "把限额当成保额；名称令人混淆" },
    seen: "OCA/credit-control#50, OCA/credit-control#362",
    day: MARCH,
    lines: [
      { name: "Invoices16", columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"], rows: [["I-1601", "Anker", on(2026, 3, 1), MARCH, 8000], ["I-1602", "Anker", on(2026, 3, 1), MARCH, 4000]] },
      { name: "Buyers16", columns: ["Customer", "Insured Limit", "Insured Share"], rows: [["Anker", 10000, 0.9]] },
    ],
    readings: [{ name: "Trap16", formula: "=AR.LEDGER(Invoices16[#All],{day},,Buyers16[#All])" }],
    figures: [
      { what: { en: "Covered by the insurer", zh: "保险承担" }, byHand: 9000, ours: '=MIN(VLOOKUP("Anker",AR.BUYERS(Trap16),3,FALSE),VLOOKUP("Anker",Buyers16,2,FALSE))*VLOOKUP("Anker",Buyers16,3,FALSE)', how: { en: "the smaller of 12,000 and 10,000, x 90 %", zh: "12,000 与 10,000 取小，x 90 %" } },
      { what: { en: "Exposure", zh: "敞口" }, byHand: 12000, ours: '=VLOOKUP("Anker",AR.BUYERS(Trap16),3,FALSE)', how: { en: "8,000 + 4,000", zh: "8,000 + 4,000" } },
      { what: { en: "At our own risk", zh: "自担风险" }, byHand: 3000, ours: '=VLOOKUP("Anker",AR.BUYERS(Trap16),3,FALSE)-MIN(VLOOKUP("Anker",AR.BUYERS(Trap16),3,FALSE),VLOOKUP("Anker",Buyers16,2,FALSE))*VLOOKUP("Anker",Buyers16,3,FALSE)', how: { en: "12,000 - 9,000", zh: "12,000 - 9,000" } },
      { what: { en: "Limit of a new buyer", zh: "新客户额度" }, byHand: 10000, ours: '=AR.CREDITLIMIT(Trap16,"Anker")', how: { en: "a month's need 12,000 / 31 x 365 / 12 = 11,774: the insurer's is less", zh: "一月所需 12,000 / 31 x 365 / 12 = 11,774：保险限额更小" } },
    ],
  },
  {
    no: 17,
    trap: { en: "A reminder goes to the buyer, over all that is overdue, and over nothing else", zh: "催款按客户合并全部逾期，且只催逾期" },
    others: { en: "A letter an invoice; money on account netted off, or not yet due dunned", zh: "一票一函；与暂收相抵，或催未到期的款" },
    insteadOf: { en: "Instead of the fee and the letter: the sum to ask for.", zh: "代替催款费与函件：应催的金额。" },
    seen: "frappe/erpnext#27528, frappe/books#909",
    day: MARCH,
    lines: [{
      name: "Invoices17",
      columns: ["Doc No", "Type", "Customer", "Invoice Date", "Due Date", "Amount"],
      rows: [
        ["I-1701", "Invoice", "Anker", on(2026, 2, 28), on(2026, 3, 30), 100],
        ["I-1702", "Invoice", "Anker", on(2026, 1, 29), on(2026, 2, 28), 200],
        ["I-1703", "Invoice", "Anker", on(2025, 12, 1), on(2025, 12, 31), 400],
        ["I-1704", "Invoice", "Anker", on(2026, 3, 20), on(2026, 4, 19), 800],
        ["R-1705", "On account", "Anker", on(2026, 3, 24), "", -50],
        ["I-1706", "Invoice", "Baltic", on(2026, 2, 20), on(2026, 3, 22), 60],
      ],
    }],
    readings: [{ name: "Trap17", formula: "=AR.LEDGER(Invoices17[#All],{day})" }],
    figures: [
      { what: { en: "Anker: to ask for", zh: "安科贸易：应催" }, byHand: 700, ours: '=VLOOKUP("Anker",AR.BUYERS(Trap17),4,FALSE)', how: { en: "100 + 200 + 400; 800 is not due", zh: "100 + 200 + 400；800 未到期" } },
      { what: { en: "Baltic: to ask for", zh: "波海食品：应催" }, byHand: 60, ours: '=VLOOKUP("Baltic",AR.BUYERS(Trap17),4,FALSE)', how: { en: "I-1706, 9 days", zh: "I-1706，9 天" } },
      { what: { en: "Anker: 61 to 90 days late", zh: "安科贸易：逾期 61 至 90 天" }, byHand: 400, ours: '=INDEX(AR.AGING(Trap17,,"Anker"),2,5)', how: { en: "I-1703, 31 + 28 + 31 = 90 days", zh: "I-1703，31 + 28 + 31 = 90 天" } },
      { what: { en: "Anker: owes in all", zh: "安科贸易：欠款合计" }, byHand: 1450, ours: '=VLOOKUP("Anker",AR.BUYERS(Trap17),3,FALSE)', how: { en: "700 + 800 - 50", zh: "700 + 800 - 50" } },
    ],
  },
  {
    no: 18,
    trap: { en: "An export has a title, a unit and subtotals: the unit multiplies, the totals do not count again", zh: "导出表带标题、单位与小计：单位要乘，小计不重复计" },
    others: { en: "265.50 instead of 265,500.00, or everything three times", zh: "把 26.55 万元读成 26.55，或重复计入三次" },
    insteadOf: { en: "Instead of a dunning life-cycle up to the agency, which is a process and no figure.", zh: "代替“催收流程直至委外”：那是流程，不是数字。" },
    seen: "Dolibarr/dolibarr#14695, OCA/credit-control#35",
    day: MARCH,
    lines: [{
      name: "Invoices18",
      withTitle: { en: "Open items of March 2026, amounts in USD thousands", zh: "2026 年 3 月未清项，单位：万元" },
      columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"],
      rows: [
        ["I-1801", "Anker", on(2026, 2, 2), on(2026, 3, 4), inThousands(120)],
        ["I-1802", "Anker", on(2026, 3, 10), on(2026, 4, 9), inThousands(80)],
        [{ en: "Subtotal Anker", zh: "小计" }, "", "", "", inThousands(200)],
        ["I-1803", "Baltic", on(2026, 3, 18), on(2026, 4, 17), inThousands(65.5)],
        [{ en: "Subtotal Baltic", zh: "小计" }, "", "", "", inThousands(65.5)],
        [{ en: "Grand total", zh: "总计" }, "", "", "", inThousands(265.5)],
      ],
    }],
    readings: [{ name: "Trap18", formula: "=AR.LEDGER({Invoices18},{day})" }],
    figures: [
      { what: { en: "Outstanding", zh: "未收合计" }, byHand: 265500, ours: "=INDEX(AR.AGING(Trap18),2,9)", how: { en: "(120 + 80 + 65.5) x 1,000", zh: "(12 + 8 + 6.55) x 10,000" } },
      { what: { en: "1 to 30 days late", zh: "逾期 1 至 30 天" }, byHand: 120000, ours: "=INDEX(AR.AGING(Trap18),2,3)", how: { en: "I-1801, 27 days: 120 x 1,000", zh: "I-1801，27 天：12 x 10,000" } },
      { what: { en: "Buyers in the book", zh: "客户数" }, byHand: 2, ours: "=ROWS(AR.BUYERS(Trap18))-1", how: { en: "no buyer is called Subtotal", zh: "没有叫“小计”的客户" }, shown: "count" },
    ],
  },
  {
    no: 19,
    trap: { en: "Interest stays owed when the principal is paid, and is no sale", zh: "本金付清后利息仍欠；利息不是销售额" },
    others: { en: "The charge vanishes with its invoice, or swells the sales", zh: "利息随发票一起消失，或虚增销售额" },
    seen: "frappe/erpnext#58227",
    day: MARCH,
    lines: [
      {
        name: "Invoices19",
        columns: ["Doc No", "Type", "Customer", "Invoice Date", "Due Date", "Amount"],
        rows: [
          ["I-1901", "Invoice", "Anker", on(2026, 1, 10), on(2026, 2, 9), 1000],
          ["F-1902", "Finance charge", "Anker", on(2026, 3, 10), on(2026, 3, 10), 12.5],
        ],
      },
      { name: "Receipts19", columns: ["Invoice No", "Payment Date", "Amount"], rows: [["I-1901", on(2026, 3, 2), 1000]] },
    ],
    readings: [{ name: "Trap19", formula: "=AR.LEDGER(Invoices19[#All],{day},Receipts19[#All])" }],
    figures: [
      { what: { en: "Still owed", zh: "仍欠" }, byHand: 12.5, ours: "=INDEX(AR.AGING(Trap19),2,9)", how: { en: "1,000 - 1,000 + 12.50", zh: "1,000 - 1,000 + 12.50" } },
      { what: { en: "1 to 30 days late", zh: "逾期 1 至 30 天" }, byHand: 12.5, ours: "=INDEX(AR.AGING(Trap19),2,3)", how: { en: "F-1902, 21 days", zh: "F-1902，21 天" } },
      { what: { en: "DSO, balance, 90 days", zh: "DSO，余额法，90 天" }, byHand: 1.125, ours: "=AR.DSO(Trap19)", how: { en: "12.50 / 1,000 x 90: sales without the charge", zh: "12.50 / 1,000 x 90：销售额不含利息" }, shown: "days" },
    ],
  },
  {
    no: 20,
    trap: { en: "A credit note lowers its own invoice, and a cancelled invoice is not dunned", zh: "贷项冲减其对应的发票；作废的发票不催" },
    others: { en: "Reminders for the full amount, and for what was cancelled", zh: "按全额催款，连作废的也催" },
    seen: "OCA/credit-control#211, OCA/credit-control#562",
    day: MARCH,
    lines: [{
      name: "Invoices20",
      columns: ["Doc No", "Type", "Assignment", "Customer", "Invoice Date", "Due Date", "Amount", "Status"],
      rows: [
        ["I-2001", "Invoice", "", "Anker", on(2026, 1, 30), on(2026, 3, 1), 1000, "Posted"],
        ["C-2002", "Credit note", "I-2001", "Anker", on(2026, 3, 10), "", -400, "Posted"],
        ["I-2003", "Invoice", "", "Anker", on(2026, 2, 3), on(2026, 3, 5), 300, "Cancelled"],
      ],
    }],
    readings: [{ name: "Trap20", formula: "=AR.LEDGER(Invoices20[#All],{day})" }],
    figures: [
      { what: { en: "To ask for", zh: "应催" }, byHand: 600, ours: '=VLOOKUP("Anker",AR.BUYERS(Trap20),4,FALSE)', how: { en: "1,000 - 400; I-2003 is cancelled", zh: "1,000 - 400；I-2003 已作废" } },
      { what: { en: "1 to 30 days late", zh: "逾期 1 至 30 天" }, byHand: 600, ours: "=INDEX(AR.AGING(Trap20),2,3)", how: { en: "what is left of I-2001, 30 days", zh: "I-2001 的余额，30 天" } },
      { what: { en: "Unapplied", zh: "未核销" }, byHand: 0, ours: "=INDEX(AR.AGING(Trap20),2,8)", how: { en: "C-2002 is used up", zh: "C-2002 已全部冲销" } },
      { what: { en: "Open before the credit note, 9 March", zh: "贷项之前（3 月 9 日）未收" }, byHand: 1000, ours: "=INDEX(AR.AGING(Trap20,DATE(2026,3,9)),2,9)", how: { en: "I-2001 in full", zh: "I-2001 全额" } },
    ],
  },
];

/** Thousands in the English title, 万 in the Chinese one: the same money. */
function inThousands(thousands: number): Content {
  return { en: thousands, zh: thousands / 10 };
}
