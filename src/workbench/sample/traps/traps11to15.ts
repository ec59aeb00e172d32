import { dayOf as on } from "../../../values/day";
import type { Trap } from "./trap";

const MARCH = on(2026, 3, 31);

export const TRAPS_11_TO_15: readonly Trap[] = [
  {
    no: 11,
    trap: { en: "A post-dated cheque pays on its own day, not on the day it is recorded", zh: "远期支票在其到期之日才算收款，而非登记之日" },
    others: { en: "Deducted at once, or never: the remainder is not shown", zh: "立即扣减，或从不扣减，看不到余额" },
    seen: "frappe/erpnext#6946, frappe/erpnext#43102",
    day: MARCH,
    lines: [
      {
        name: "Invoices11",
        columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"],
        rows: [
          ["I-1101", "Anker", on(2026, 2, 18), on(2026, 3, 20), 900],
          ["I-1102", "Anker", on(2026, 3, 11), on(2026, 4, 10), 400],
        ],
      },
      { name: "Receipts11", columns: ["Invoice No", "Payment Date", "Amount"], rows: [["I-1102", on(2026, 3, 25), 150], ["I-1101", on(2026, 4, 15), 900]] },
    ],
    readings: [{ name: "Trap11", formula: "=AR.LEDGER(Invoices11[#All],{day},Receipts11[#All])" }],
    figures: [
      { what: { en: "Open on 31 March", zh: "3 月 31 日未收" }, byHand: 1150, ours: "=INDEX(AR.AGING(Trap11),2,9)", how: { en: "900 + (400 - 150): the cheque is of 15 April", zh: "900 + (400 - 150)：支票日为 4 月 15 日" } },
      { what: { en: "Of it 1 to 30 days late", zh: "其中逾期 1 至 30 天" }, byHand: 900, ours: "=INDEX(AR.AGING(Trap11),2,3)", how: { en: "I-1101, 11 days", zh: "I-1101，11 天" } },
      { what: { en: "Open on 15 April", zh: "4 月 15 日未收" }, byHand: 250, ours: "=INDEX(AR.AGING(Trap11,DATE(2026,4,15)),2,9)", how: { en: "400 - 150, now 5 days late", zh: "400 - 150，已逾期 5 天" } },
    ],
  },
  {
    no: 12,
    trap: { en: "A statement for one buyer carries its ageing, and all statements add up to the book", zh: "客户对账单附账龄，各对账单之和等于全账" },
    others: { en: "No ageing on the statement, or another total than the report", zh: "对账单没有账龄，或合计与报表不同" },
    insteadOf: { en: "Instead of printing and e-mailing it: the figures that stand on it.", zh: "代替打印与邮寄：单上的数字。" },
    seen: "frappe/erpnext#14653, invoiceninja/invoiceninja#1527",
    day: MARCH,
    lines: [{
      name: "Invoices12",
      columns: ["Doc No", "Type", "Customer", "Invoice Date", "Due Date", "Amount"],
      rows: [
        ["I-1201", "Invoice", "Anker", on(2026, 1, 11), on(2026, 2, 10), 600],
        ["I-1202", "Invoice", "Anker", on(2026, 3, 6), on(2026, 4, 5), 250],
        ["R-1203", "On account", "Anker", on(2026, 3, 18), "", -100],
        ["I-1204", "Invoice", "Baltic", on(2026, 2, 23), on(2026, 3, 25), 310],
      ],
    }],
    readings: [{ name: "Trap12", formula: "=AR.LEDGER(Invoices12[#All],{day})" }],
    figures: [
      { what: { en: "Anker's statement: to pay", zh: "安科贸易对账单：应付" }, byHand: 750, ours: '=INDEX(AR.AGING(Trap12,,"Anker"),2,9)', how: { en: "600 + 250 - 100", zh: "600 + 250 - 100" } },
      { what: { en: "Of it 31 to 60 days late", zh: "其中逾期 31 至 60 天" }, byHand: 600, ours: '=INDEX(AR.AGING(Trap12,,"Anker"),2,4)', how: { en: "I-1201, 18 + 31 = 49 days", zh: "I-1201，18 + 31 = 49 天" } },
      { what: { en: "Of it not due", zh: "其中未到期" }, byHand: 250, ours: '=INDEX(AR.AGING(Trap12,,"Anker"),2,2)', how: { en: "I-1202", zh: "I-1202" } },
      { what: { en: "Of it on account", zh: "其中暂收" }, byHand: -100, ours: '=INDEX(AR.AGING(Trap12,,"Anker"),2,8)', how: { en: "R-1203", zh: "R-1203" } },
      { what: { en: "Baltic's statement: to pay", zh: "波海食品对账单：应付" }, byHand: 310, ours: '=INDEX(AR.AGING(Trap12,,"Baltic"),2,9)', how: { en: "I-1204, 6 days late", zh: "I-1204，逾期 6 天" } },
      { what: { en: "The book", zh: "全账" }, byHand: 1060, ours: "=INDEX(AR.AGING(Trap12),2,9)", how: { en: "750 + 310", zh: "750 + 310" } },
    ],
  },
  {
    no: 13,
    trap: { en: "What counts toward the limit is a choice: invoices alone, or orders as well", zh: "哪些计入额度是一种选择：只算发票，或连订单一起" },
    others: { en: "One fixed rule, so the limit stops too early or too late", zh: "规则写死，额度控制过早或过晚" },
    seen: "frappe/erpnext#10861, OCA/sale-financial#5",
    day: MARCH,
    lines: [
      {
        name: "Invoices13",
        columns: ["Doc No", "Customer", "Invoice Date", "Due Date", "Amount"],
        rows: [
          ["I-1301", "Anker", on(2026, 3, 5), on(2026, 4, 4), 700],
          ["I-1302", "Anker", on(2026, 3, 19), on(2026, 4, 18), 300],
        ],
      },
      { name: "Orders13", columns: ["Doc No", "Customer", "Invoice Date", "Due Date", "Amount"], rows: [["O-1303", "Anker", on(2026, 3, 27), on(2026, 4, 26), 450]] },
      { name: "Buyers13", columns: ["Customer", "Credit Limit"], rows: [["Anker", 1200]] },
    ],
    readings: [
      { name: "Trap13", formula: "=AR.LEDGER(Invoices13[#All],{day},,Buyers13[#All])" },
      { name: "Trap13_Orders", formula: "=AR.LEDGER(VSTACK(Invoices13[#All],Orders13),{day},,Buyers13[#All])" },
    ],
    figures: [
      { what: { en: "Exposure with orders", zh: "敞口（含订单）" }, byHand: 1450, ours: '=VLOOKUP("Anker",AR.BUYERS(Trap13_Orders),3,FALSE)', how: { en: "700 + 300 + 450", zh: "700 + 300 + 450" } },
      { what: { en: "Exposure, invoices alone", zh: "敞口（只算发票）" }, byHand: 1000, ours: '=VLOOKUP("Anker",AR.BUYERS(Trap13),3,FALSE)', how: { en: "700 + 300", zh: "700 + 300" } },
      { what: { en: "Over the limit, with orders", zh: "超额（含订单）" }, byHand: 250, ours: '=MAX(0,VLOOKUP("Anker",AR.BUYERS(Trap13_Orders),3,FALSE)-VLOOKUP("Anker",Buyers13,2,FALSE))', how: { en: "1,450 - 1,200", zh: "1,450 - 1,200" } },
      { what: { en: "Over the limit, invoices alone", zh: "超额（只算发票）" }, byHand: 0, ours: '=MAX(0,VLOOKUP("Anker",AR.BUYERS(Trap13),3,FALSE)-VLOOKUP("Anker",Buyers13,2,FALSE))', how: { en: "1,000 is below 1,200", zh: "1,000 低于 1,200" } },
    ],
  },
  {
    no: 14,
    trap: { en: "Hold a buyer for what is overdue, not only for what is above the limit", zh: "逾期也要停单，不能只看是否超额" },
    others: { en: "Far below its limit and months late: shipped all the same", zh: "远未用满额度但已逾期，照样发货" },
    seen: "frappe/erpnext#57230",
    day: MARCH,
    lines: [
      {
        name: "Invoices14",
        columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"],
        rows: [
          ["I-1401", "Anker", on(2026, 1, 30), on(2026, 3, 1), 400],
          ["I-1402", "Anker", on(2026, 3, 15), on(2026, 4, 14), 500],
          ["I-1403", "Baltic", on(2026, 3, 10), on(2026, 4, 9), 4800],
        ],
      },
      { name: "Buyers14", columns: ["Customer", "Credit Limit"], rows: [["Anker", 5000], ["Baltic", 5000]] },
    ],
    readings: [{ name: "Trap14", formula: "=AR.LEDGER(Invoices14[#All],{day},,Buyers14[#All])" }],
    figures: [
      { what: { en: "Anker: overdue", zh: "安科贸易：逾期" }, byHand: 400, ours: '=VLOOKUP("Anker",AR.ASSESS(Trap14),6,FALSE)', how: { en: "I-1401, due on 1 March: 30 days", zh: "I-1401，3 月 1 日到期：30 天" } },
      { what: { en: "Anker: room under its limit", zh: "安科贸易：额度余量" }, byHand: 4100, ours: '=VLOOKUP("Anker",Buyers14,2,FALSE)-VLOOKUP("Anker",AR.ASSESS(Trap14),5,FALSE)', how: { en: "5,000 - (400 + 500)", zh: "5,000 - (400 + 500)" } },
      { what: { en: "Baltic: overdue", zh: "波海食品：逾期" }, byHand: 0, ours: '=VLOOKUP("Baltic",AR.ASSESS(Trap14),6,FALSE)', how: { en: "I-1403 is due on 9 April", zh: "I-1403 4 月 9 日到期" } },
      { what: { en: "Baltic: room under its limit", zh: "波海食品：额度余量" }, byHand: 200, ours: '=VLOOKUP("Baltic",Buyers14,2,FALSE)-VLOOKUP("Baltic",AR.ASSESS(Trap14),5,FALSE)', how: { en: "5,000 - 4,800", zh: "5,000 - 4,800" } },
    ],
  },
  {
    no: 15,
    trap: { en: "Parent and subsidiaries share one limit, up to the topmost parent", zh: "母公司与子公司共用一个额度，逐级汇总到最上层" },
    others: { en: "Each below its limit, the group far above; a second level ignored", zh: "各家未超而集团已超；忽略多级母公司" },
    seen: "ingadhoc/sale#467, frappe/erpnext#35142",
    day: MARCH,
    lines: [
      {
        name: "Invoices15",
        columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"],
        rows: [
          ["I-1501", "Nord Logistics", on(2026, 3, 3), on(2026, 4, 2), 700],
          ["I-1502", "Nord Retail", on(2026, 3, 12), on(2026, 4, 11), 600],
          ["I-1503", "Nord Holding", on(2026, 2, 24), on(2026, 3, 26), 90],
          ["I-1504", "Anker", on(2026, 3, 12), on(2026, 4, 11), 150],
        ],
      },
      {
        name: "Buyers15",
        columns: ["Customer", "Parent", "Credit Limit"],
        rows: [["Nord Group", "", 1000], ["Nord Holding", "Nord Group", ""], ["Nord Logistics", "Nord Holding", ""], ["Nord Retail", "Nord Holding", ""]],
      },
      { name: "Policy15", columns: ["key", "value"], rows: [["rollUp", "parent"]] },
    ],
    readings: [{ name: "Trap15", formula: "=AR.LEDGER(Invoices15[#All],{day},,Buyers15[#All],Policy15[#All])" }],
    figures: [
      { what: { en: "Exposure of the group", zh: "集团敞口" }, byHand: 1390, ours: '=VLOOKUP("Nord Group",AR.BUYERS(Trap15),3,FALSE)', how: { en: "700 + 600 + 90, two levels up", zh: "700 + 600 + 90，向上两级" } },
      { what: { en: "Over the group's limit", zh: "超出集团额度" }, byHand: 390, ours: '=MAX(0,VLOOKUP("Nord Group",AR.BUYERS(Trap15),3,FALSE)-VLOOKUP("Nord Group",Buyers15,3,FALSE))', how: { en: "1,390 - 1,000; each alone is below it", zh: "1,390 - 1,000；单独看均未超" } },
      { what: { en: "Overdue of the group", zh: "集团逾期" }, byHand: 90, ours: '=VLOOKUP("Nord Group",AR.BUYERS(Trap15),4,FALSE)', how: { en: "I-1503, 5 days", zh: "I-1503，5 天" } },
    ],
  },
];
