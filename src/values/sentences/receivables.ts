import type { Sentences } from "../say";

export const RECEIVABLES_SENTENCES = {
  EDGES: {
    en: "The edges must be whole numbers of days that increase from 1 (such as 30, 60, 90); found: {list}.",
    zh: "账龄分段的上限须为从 1 开始递增的整数天数（如 30、60、90）；实际为：{list}。",
  },
  PERIOD_ORDER: {
    en: "The period begins after it ends: from {from} to {to}. Give the earlier day first.",
    zh: "期间的开始日 {from} 晚于结束日 {to}。请先给出较早的日期。",
  },
  NO_SALES: {
    en: "No credit sales from {from} to {to}, so days of sales cannot be told.",
    zh: "{from} 至 {to} 没有赊销额，无法计算周转天数。",
  },
  NEGATIVE_BASE: {
    en: "The balance on {day} is {money} {currency} in the buyer's favour, so days of sales cannot be told.",
    zh: "{day} 的余额为贷方 {money} {currency}，无法计算周转天数。",
  },
  NO_MONTH_SALES: {
    en: "Every month that still has open invoices sold nothing after credit notes, so days of sales cannot be told.",
    zh: "仍有未结发票的各月扣除贷项后均无销售额，无法计算周转天数。",
  },
  HISTORY_EXHAUSTED: {
    en: "What is open is more than all sales since {from}: at least {days} days.",
    zh: "未结余额超过自 {from} 以来的全部销售额：至少 {days} 天。",
  },
  STOPPED: {
    en: "Counting back stopped after {days} days, at a month without sales.",
    zh: "倒推 {days} 天后遇到没有销售的月份，计算停止。",
  },
  NO_PAYMENTS: {
    en: "Nothing was paid from {from} to {to} and nothing is overdue, so days beyond terms cannot be told.",
    zh: "{from} 至 {to} 没有收款，也没有逾期，无法计算超信用期天数。",
  },
  NO_BALANCE: {
    en: "Nothing is owed on {day}, so this figure cannot be told.",
    zh: "{day} 没有未结欠款，无法计算该数字。",
  },
  NOTHING_PAID: {
    en: "No invoice was paid from {from} to {to}, so days to pay cannot be told.",
    zh: "{from} 至 {to} 没有发票付款，无法计算收款天数。",
  },
  THIN_DATA: {
    en: "Invoices paid from {from} to {to} or past due: {count}; an index takes at least {fewest}.",
    zh: "{from} 至 {to} 付款或现已逾期的发票共 {count} 张；指数至少需要 {fewest} 张。",
  },
  NO_SALES_IN: {
    en: "No credit sales from {from} to {to}, so there is nothing to divide by.",
    zh: "{from} 至 {to} 没有赊销额，没有可作分母的数字。",
  },
  NO_COLLECTIONS: {
    en: "No money was received from {from} to {to}, so there is nothing to divide by.",
    zh: "{from} 至 {to} 没有收款，没有可作分母的数字。",
  },
  NO_RECEIVABLE: {
    en: "The mean receivable from {from} to {to} is {money} {currency}, so turnover cannot be told.",
    zh: "{from} 至 {to} 的平均应收账款为 {money} {currency}，无法计算周转率。",
  },
  NO_HISTORY: {
    en: "The ledger begins on {first}, so what was open at the end of {day} is not known. Let the period begin on or after {first}.",
    zh: "台账始于 {first}，{day} 日终的未结余额无从得知。请让期间自 {first} 或以后开始。",
  },
  NOTHING_TO_COLLECT: {
    en: "From {from} to {to} there was nothing to collect: opening receivable + sales - what is not due is {money} {currency}.",
    zh: "{from} 至 {to} 没有应收回的款项：期初应收 + 销售 - 未到期 = {money} {currency}。",
  },
  NO_LIABILITIES: {
    en: "Current liabilities are 0 or less, so there is nothing to divide by.",
    zh: "流动负债为 0 或负数，没有可作分母的数字。",
  },
  TOO_LARGE: {
    en: "These numbers are too large to divide.",
    zh: "数字过大，无法相除。",
  },
  NO_ROLLS: {
    en: "No invoice with a due day was open at the beginning of any month from {from} to {to}, so no rate can be told.",
    zh: "{from} 至 {to} 各月月初均没有注明到期日的未结发票，无法计算迁徙率。",
  },
  THIN_MIGRATION: {
    en: "Too few invoices moved between month-ends: {needed} month-ends and {fewest} invoices in each bucket are needed; there are {months} month-ends.",
    zh: "月末间迁徙的发票过少：需要 {needed} 个月末，且每个账龄段至少 {fewest} 张；现有 {months} 个月末。",
  },
  BEFORE_LEDGER: {
    en: "The ledger begins on {first}, so nothing is known of {day}.",
    zh: "台账始于 {first}，{day} 的情况无从得知。",
  },

  "cause.CUT_OFF_AFTER": { en: "Cut-off: dated after {day}, already in the control: {listDocuments}", zh: "截止：日期晚于 {day}，总账已入账：{listDocuments}" },
  "cause.CUT_OFF_BEFORE": { en: "Cut-off: dated up to {day}, not yet in the control: {listDocuments}", zh: "截止：日期不晚于 {day}，总账尚未入账：{listDocuments}" },
  "cause.RECEIPT_AFTER": { en: "Cut-off: receipts after {day}, already in the control: {listDocuments}", zh: "截止：{day} 之后的收款，总账已入账：{listDocuments}" },
  "cause.RECEIPT_BEFORE": { en: "Cut-off: receipts up to {day}, not yet in the control: {listDocuments}", zh: "截止：{day} 及以前的收款，总账尚未入账：{listDocuments}" },
  "cause.DUPLICATE": { en: "Duplicate: twice in the ledger, once in the control: {listDocuments}", zh: "重复：台账中两次，总账中一次：{listDocuments}" },
  "cause.NOT_POSTED": { en: "Draft or cancelled: left out of the ledger, counted in the control: {listDocuments}", zh: "草稿或作废：台账未计，总账计入：{listDocuments}" },
  "cause.NO_BUYER": { en: "Missing buyer: rows that name none are left out of the ledger: {listDocuments}", zh: "缺少客户：未写明客户的行，台账未计：{listDocuments}" },
  "cause.NO_RATE": { en: "Currency: left out of the ledger for want of a rate: {listDocuments}", zh: "币种：因无汇率，台账未计：{listDocuments}" },
  "cause.NO_RATE.oneToOne": { en: "Currency: left out of the ledger for want of a rate, one to one in the control: {listDocuments}", zh: "币种：因无汇率台账未计，总账按 1:1 计入：{listDocuments}" },
  "cause.NO_RATE.as": { en: "Currency: left out of the ledger for want of a rate, as {rate} in the control: {listDocuments}", zh: "币种：因无汇率台账未计，总账按 {rate} 计入：{listDocuments}" },
  "cause.NO_RATE.at": { en: "Currency: left out of the ledger for want of a rate, at {rate} in the control: {listDocuments}", zh: "币种：因无汇率台账未计，总账按汇率 {rate} 计入：{listDocuments}" },
  "cause.UNAPPLIED": { en: "Unapplied cash: taken off in the ledger, not in the control: {listDocuments}", zh: "未核销收款：台账已扣减，总账未扣减：{listDocuments}" },
  "cause.PREPAYMENT": { en: "Prepayments: taken off in the ledger, not in the control: {listDocuments}", zh: "预收款：台账已扣减，总账未扣减：{listDocuments}" },
  "cause.UNMATCHED_RECEIPT": { en: "Unapplied cash: receipts that settle nothing in the ledger, taken off in the control: {listDocuments}", zh: "未核销收款：未核销台账任何单据的收款，总账已扣减：{listDocuments}" },
  "cause.PART_SETTLED": { en: "Part payments: doubtful in the ledger, the other way in the control: {listDocuments}", zh: "部分收款：台账存疑，总账作另一种处理：{listDocuments}" },
  "cause.UNREADABLE": { en: "Unreadable rows: left out of the ledger, counted in the control: {listDocuments}", zh: "无法读取的行：台账未计，总账计入：{listDocuments}" },
  "cause.ONE_TO_ONE": { en: "Currency: foreign amounts added one to one in the control: {listDocuments}", zh: "币种：总账把外币金额按 1:1 相加：{listDocuments}" },
  "cause.RATE_DIFFERENCE": { en: "Currency: restated at {rate} in the control: {listDocuments}", zh: "币种：总账按汇率 {rate} 折算：{listDocuments}" },
  "cause.SIGN": { en: "Sign: credits that the control counts the other way: {listDocuments}", zh: "符号：总账把贷项计成相反方向：{listDocuments}" },
  "cause.WRITE_OFF": { en: "Write-offs: in the ledger, not in the control: {listDocuments}", zh: "核销坏账：台账已核销，总账未核销：{listDocuments}" },
  "cause.BUYER_NOT_IN_CONTROL": { en: "Missing buyer: in the ledger, not in the control: {listDocuments}", zh: "缺少客户：台账有，总账没有：{listDocuments}" },
  "cause.BUYER_NOT_IN_LEDGER": { en: "Missing buyer: in the control, not in the ledger: {listDocuments}", zh: "缺少客户：总账有，台账没有：{listDocuments}" },
  "cause.OTHER_BUYER": { en: "Wrong buyer: the same amount is over on one and missing on the other: {listDocuments}", zh: "客户记错：同一金额在一户多出、在另一户缺少：{listDocuments}" },
  "cause.row": { en: "row {row}", zh: "第 {row} 行" },
  "cause.more": { en: "{listShown} and {more} more", zh: "{listShown} 等，另有 {more} 项" },
} as const satisfies Sentences;
