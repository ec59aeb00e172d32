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
    en: "Nothing is open on {day}, so there is no share to tell.",
    zh: "{day} 没有未结余额，无法计算占比。",
  },
} as const satisfies Sentences;
