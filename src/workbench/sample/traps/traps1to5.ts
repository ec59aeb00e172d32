import { dayOf as on } from "../../../values/day";
import type { Trap } from "./trap";

const MARCH = on(2026, 3, 31);

export const TRAPS_1_TO_5: readonly Trap[] = [
  {
    no: 1,
    trap: { en: "Ageing needs a base date: the due date and the invoice date give different buckets", zh: "账龄要有起算日：按到期日与按开票日，区间不同" },
    others: { en: "The wrong default; SAP's baseline date taken for the due date", zh: "默认口径不对，金额换了区间；把付款基准日当作到期日" },
    seen: "frappe/erpnext#43161, OCA/account-financial-reporting#487",
    day: MARCH,
    lines: [{
      name: "Invoices1",
      columns: ["Document No", "Customer", "Document Date", "Baseline Date", "Net Due Date", "Amount"],
      rows: [
        ["D-101", "Anker", on(2025, 12, 20), on(2026, 1, 5), on(2026, 3, 6), 1000],
        ["D-102", "Anker", on(2026, 2, 10), on(2026, 2, 10), on(2026, 4, 11), 600],
        ["D-103", "Baltic", on(2026, 1, 15), on(2026, 1, 31), on(2026, 3, 2), 400],
      ],
    }],
    readings: [{ name: "Trap1", formula: "=AR.LEDGER(Invoices1[#All],{day})" }],
    figures: [
      { what: { en: "By due date: 1 to 30 days late", zh: "按到期日：逾期 1 至 30 天" }, byHand: 1400, ours: "=INDEX(AR.AGING(Trap1),2,3)", how: { en: "D-101 25 days 1,000 + D-103 29 days 400", zh: "D-101 25 天 1,000 + D-103 29 天 400" } },
      { what: { en: "By due date: not due", zh: "按到期日：未到期" }, byHand: 600, ours: "=INDEX(AR.AGING(Trap1),2,2)", how: { en: "D-102, due on 11 April", zh: "D-102，4 月 11 日到期" } },
      { what: { en: "By invoice date: 31 to 60 days old", zh: "按开票日：31 至 60 天" }, byHand: 600, ours: '=INDEX(AR.AGING(Trap1,,,"invoice"),2,3)', how: { en: "D-102, 18 + 31 = 49 days", zh: "D-102，18 + 31 = 49 天" } },
      { what: { en: "By invoice date: 61 to 90 days old", zh: "按开票日：61 至 90 天" }, byHand: 400, ours: '=INDEX(AR.AGING(Trap1,,,"invoice"),2,4)', how: { en: "D-103, 16 + 28 + 31 = 75 days", zh: "D-103，16 + 28 + 31 = 75 天" } },
      { what: { en: "By invoice date: over 90 days old", zh: "按开票日：90 天以上" }, byHand: 1000, ours: '=INDEX(AR.AGING(Trap1,,,"invoice"),2,5)', how: { en: "D-101, 11 + 31 + 28 + 31 = 101 days", zh: "D-101，11 + 31 + 28 + 31 = 101 天" } },
      { what: { en: "Total, either way", zh: "合计，两种口径相同" }, byHand: 2000, ours: '=INDEX(AR.AGING(Trap1,,,"invoice"),2,8)', how: { en: "1,000 + 600 + 400", zh: "1,000 + 600 + 400" } },
      { what: { en: "The column taken for the due date", zh: "被当作到期日的列" }, byHand: "Net Due Date", ours: '=VLOOKUP("dueDate",AR.COLUMNS(Trap1),2,FALSE)', how: { en: "the baseline date only starts the terms", zh: "付款基准日只是账期的起点" }, shown: "heading" },
    ],
  },
  {
    no: 2,
    trap: { en: "What is not due yet needs a bucket, or the ageing does not add up to what is outstanding", zh: "未到期也要有一栏，否则账龄合计不等于未收总额" },
    others: { en: "Not due, due today or no due date falls in no bucket", zh: "未到期、当日到期、没有到期日的金额不在任何区间" },
    seen: "frappe/erpnext#51596, frappe/erpnext#49262",
    day: MARCH,
    lines: [{
      name: "Invoices2",
      columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount"],
      rows: [
        ["I-201", "Anker", on(2026, 3, 1), on(2026, 4, 30), 500],
        ["I-202", "Anker", on(2026, 3, 1), MARCH, 300],
        ["I-203", "Baltic", on(2026, 2, 28), on(2026, 3, 30), 200],
        ["I-204", "Baltic", on(2026, 1, 10), "", 50],
      ],
    }],
    readings: [{ name: "Trap2", formula: "=AR.LEDGER(Invoices2[#All],{day})" }],
    figures: [
      { what: { en: "Total of the ageing", zh: "账龄合计" }, byHand: 1050, ours: "=INDEX(AR.AGING(Trap2),2,9)", how: { en: "500 + 300 + 200 + 50: everything there is", zh: "500 + 300 + 200 + 50：全部单据" } },
      { what: { en: "Not due", zh: "未到期" }, byHand: 800, ours: "=INDEX(AR.AGING(Trap2),2,2)", how: { en: "I-201 500 + I-202 300: due today is not late", zh: "I-201 500 + I-202 300：当日到期不算逾期" } },
      { what: { en: "1 to 30 days late", zh: "逾期 1 至 30 天" }, byHand: 200, ours: "=INDEX(AR.AGING(Trap2),2,3)", how: { en: "I-203, one day", zh: "I-203，1 天" } },
      { what: { en: "No due date", zh: "没有到期日" }, byHand: 50, ours: "=INDEX(AR.AGING(Trap2),2,7)", how: { en: "I-204: never called current", zh: "I-204：不算作未到期" } },
    ],
  },
  {
    no: 3,
    trap: { en: "On a past day, what was paid later was still open", zh: "查看过去某一天时，之后才收到的款项当时仍未收" },
    others: { en: "Invoices paid since vanish from the list of that day", zh: "后来已收款的发票从当日清单中消失" },
    seen: "OCA/account-payment#386, odoo/odoo#247538",
    day: on(2025, 12, 31),
    lines: [{
      name: "Invoices3",
      columns: ["Invoice No", "Customer", "Invoice Date", "Due Date", "Amount", "Paid Date"],
      rows: [
        ["I-301", "Anker", on(2025, 11, 10), on(2025, 12, 10), 700, on(2026, 1, 15)],
        ["I-302", "Anker", on(2025, 12, 5), on(2026, 1, 4), 300, on(2025, 12, 30)],
        ["I-303", "Baltic", on(2025, 12, 20), on(2026, 1, 19), 450, ""],
        ["I-304", "Baltic", on(2026, 1, 8), on(2026, 2, 7), 900, ""],
      ],
    }],
    readings: [{ name: "Trap3", formula: "=AR.LEDGER(Invoices3[#All],{day})" }],
    figures: [
      { what: { en: "Open on 31 December", zh: "12 月 31 日未收" }, byHand: 1150, ours: "=INDEX(AR.AGING(Trap3),2,9)", how: { en: "I-301 700, paid in January, + I-303 450", zh: "I-301 700（1 月才收）+ I-303 450" } },
      { what: { en: "Of it 1 to 30 days late", zh: "其中逾期 1 至 30 天" }, byHand: 700, ours: "=INDEX(AR.AGING(Trap3),2,3)", how: { en: "I-301, due on 10 December: 21 days", zh: "I-301，12 月 10 日到期：21 天" } },
      { what: { en: "Of it not due", zh: "其中未到期" }, byHand: 450, ours: "=INDEX(AR.AGING(Trap3),2,2)", how: { en: "I-303; I-304 was not issued yet", zh: "I-303；I-304 尚未开出" } },
      { what: { en: "Open on 31 January", zh: "1 月 31 日未收" }, byHand: 1350, ours: "=INDEX(AR.AGING(Trap3,DATE(2026,1,31)),2,9)", how: { en: "I-303 450 + I-304 900", zh: "I-303 450 + I-304 900" } },
    ],
  },
  {
    no: 4,
    trap: { en: "Money on account, prepayments and unlinked credit notes lower what is owed", zh: "尚未核销的暂收、预收与贷项也要冲减应收" },
    others: { en: "Left out altogether, or hidden in the oldest bucket", zh: "完全遗漏，或混进最老的区间" },
    seen: "OCA/account-financial-reporting#300, frappe/erpnext#28748",
    day: MARCH,
    lines: [{
      name: "Invoices4",
      columns: ["Doc No", "Type", "Customer", "Invoice Date", "Due Date", "Amount"],
      rows: [
        ["I-401", "Invoice", "Anker", on(2026, 1, 29), on(2026, 2, 28), 1000],
        ["I-402", "Invoice", "Anker", on(2026, 3, 16), on(2026, 4, 15), 500],
        ["C-403", "Credit note", "Anker", on(2026, 3, 10), "", -120],
        ["R-404", "On account", "Anker", on(2026, 3, 20), "", -300],
        ["R-405", "Prepayment", "Baltic", on(2026, 3, 25), "", -80],
      ],
    }],
    readings: [{ name: "Trap4", formula: "=AR.LEDGER(Invoices4[#All],{day})" }],
    figures: [
      { what: { en: "Unapplied", zh: "未核销" }, byHand: -500, ours: "=INDEX(AR.AGING(Trap4),2,8)", how: { en: "-120 - 300 - 80, in a column of its own", zh: "-120 - 300 - 80，单独一栏" } },
      { what: { en: "31 to 60 days late", zh: "逾期 31 至 60 天" }, byHand: 1000, ours: "=INDEX(AR.AGING(Trap4),2,4)", how: { en: "I-401, 31 days: not netted", zh: "I-401，31 天：不与贷项相抵" } },
      { what: { en: "Total outstanding", zh: "未收合计" }, byHand: 1000, ours: "=INDEX(AR.AGING(Trap4),2,9)", how: { en: "1,000 + 500 - 500", zh: "1,000 + 500 - 500" } },
      { what: { en: "Baltic has paid ahead", zh: "波海食品预付" }, byHand: -80, ours: '=INDEX(AR.AGING(Trap4,,"Baltic"),2,9)', how: { en: "R-405: we owe it", zh: "R-405：我方欠款" } },
    ],
  },
  {
    no: 5,
    trap: { en: "The ageing must tie to the general ledger, and a difference needs its cause", zh: "账龄要与总账相符，差异要说得出原因" },
    others: { en: "Two totals, and nobody knows why they differ", zh: "两个合计对不上，原因不明" },
    seen: "odoo/odoo#77668, frappe/erpnext#22846",
    day: MARCH,
    lines: [{
      name: "Invoices5",
      columns: ["Doc No", "Type", "Customer", "Invoice Date", "Due Date", "Amount", "Status"],
      rows: [
        ["I-501", "Invoice", "Anker", on(2026, 2, 3), on(2026, 3, 5), 400, "Posted"],
        ["I-502", "Invoice", "Baltic", on(2026, 3, 9), on(2026, 4, 8), 350, "Posted"],
        ["R-503", "On account", "Anker", on(2026, 3, 12), "", -100, "Posted"],
        ["I-504", "Invoice", "Baltic", on(2026, 3, 30), on(2026, 4, 29), 275.4, "Draft"],
      ],
    }],
    readings: [{ name: "Trap5", formula: "=AR.LEDGER(Invoices5[#All],{day})" }],
    figures: [
      { what: { en: "Unexplained, the general ledger at 925.40", zh: "总账余额 925.40：未解释" }, byHand: 0, ours: '=VLOOKUP("Unexplained",AR.RECONCILE(Trap5,925.4),3,FALSE)', how: { en: "925.40 - 650.00 - 275.40", zh: "925.40 - 650.00 - 275.40" } },
      { what: { en: "The ledger says", zh: "台账余额" }, byHand: 650, ours: '=VLOOKUP("Ledger",AR.RECONCILE(Trap5,925.4),3,FALSE)', how: { en: "400 + 350 - 100; a draft is not in it", zh: "400 + 350 - 100；草稿不计" } },
      { what: { en: "Difference", zh: "差异" }, byHand: 275.4, ours: '=VLOOKUP("Difference",AR.RECONCILE(Trap5,925.4),3,FALSE)', how: { en: "925.40 - 650.00", zh: "925.40 - 650.00" } },
      { what: { en: "Its cause: the draft I-504", zh: "原因：草稿 I-504" }, byHand: 275.4, ours: "=INDEX(AR.RECONCILE(Trap5,925.4),5,3)", how: { en: "the general ledger has booked it", zh: "总账已记，台账为草稿" } },
    ],
  },
];
