import type { Basis } from "../../values/answer";
import type { Language } from "../../values/say";

interface InBoth {
  readonly en: string;
  readonly zh: string;
}

/** How each method comes to its figure, in one sentence. A test holds the ids to those that answers carry. */
export const METHOD_SENTENCES: Readonly<Record<string, InBoth>> = {
  "dso.balance": { en: "Balance method: open balance / credit sales of the window x its days.", zh: "余额法：未结余额 ÷ 窗口内赊销 × 天数。" },
  "dso.best": { en: "Best possible: what is not due / credit sales of the window x its days.", zh: "最佳可能：未到期余额 ÷ 窗口内赊销 × 天数。" },
  "dso.delinquent": { en: "Delinquent part: DSO by balance less the best possible.", zh: "逾期部分：余额法 DSO 减最佳可能。" },
  "dso.countback": { en: "Countback: whole months of sales are taken off the balance, newest first.", zh: "倒推法：从最近月份起逐月用销售额扣减余额。" },
  "dso.true": { en: "True DSO: each open invoice's age, by its share of its month's sales.", zh: "真实 DSO：每张未结发票的账龄按其占当月销售的比例加总。" },
  "dso.weighted": { en: "Sales-weighted: the open share of each month's sales x the days of the month.", zh: "销售加权：各月销售的未结比例 × 该月天数。" },
  "daysToPay.weighted": { en: "Days from invoice to payment, by the money of each payment.", zh: "从开票到付款的天数，按每笔付款金额加权。" },
  "daysToPay.simple": { en: "The plain mean of days from invoice to payment, of invoices paid in full.", zh: "全额付清发票从开票到付款天数的简单平均。" },
  "dbt.beyond": { en: "Days beyond terms by money, early counted as 0; what is open and overdue counts with its days so far.", zh: "按金额加权的超信用期天数，提前按 0 计；未付且逾期的按至今天数计入。" },
  "dbt.signed": { en: "Days beyond terms by money, early ones below 0; open and overdue included.", zh: "按金额加权的超信用期天数，提前为负；含未付逾期。" },
  "dbt.paid": { en: "Days beyond terms of what was paid, early counted as 0.", zh: "已付款项的超信用期天数，提前按 0 计。" },
  "dbt.paidSigned": { en: "Days beyond terms of what was paid, early ones below 0.", zh: "已付款项的超信用期天数，提前为负。" },
  "dbt.buckets": { en: "From the ageing alone: the money of each bucket x its midpoint (15, 45, 75, 105) / all that is open.", zh: "仅由账龄：各档金额 × 中点（15、45、75、105）÷ 全部未结。" },
  paymentIndex: { en: "Points for the days of each payment (80 on terms, 50 thirty days late), by its money.", zh: "按每笔付款早晚给分（按期 80，迟付 30 天 50），以金额加权。" },
  "cei.total": { en: "(Opening + sales - closing) / (opening + sales - what is not due).", zh: "（期初 + 销售 − 期末）÷（期初 + 销售 − 未到期）。" },
  "cei.monthly": { en: "As the total variant, with the average monthly sales in place of all.", zh: "同 total，但以月均销售代替全部销售。" },
  "cei.total.cashOnly": { en: "As the total variant, with credit notes and write-offs added back: they collect nothing.", zh: "同 total，但加回贷项与核销：它们不算收回。" },
  "turnover.ends": { en: "Credit sales / the mean of the receivable before the window and at its end.", zh: "赊销 ÷ 窗口首尾应收的平均。" },
  "turnover.months": { en: "Credit sales / the mean receivable of thirteen month-ends.", zh: "赊销 ÷ 十三个月末应收的平均。" },
  "dilution.sales": { en: "Credit notes and short payments let go / gross sales.", zh: "贷项与放弃的少付 ÷ 总销售。" },
  "dilution.collections": { en: "Credit notes and short payments let go / what was collected.", zh: "贷项与放弃的少付 ÷ 收款。" },
  "share.notDue": { en: "What is open and not past due / all open debits.", zh: "未逾期的未结 ÷ 全部未结借项。" },
  "share.overdue": { en: "What is open and past due / all open debits.", zh: "已逾期的未结 ÷ 全部未结借项。" },
  "topShare.parent": { en: "What the largest buyers or groups owe / all that is open, those in credit left out.", zh: "最大客户或集团的未结 ÷ 全部未结，贷方余额不计。" },
  "hhi.parent": { en: "The squares of the shares of buyers or groups in what is open, added up.", zh: "客户或集团占未结比例的平方之和。" },
  "effective.parent": { en: "As many equal buyers: 1 / the index.", zh: "相当于相等客户数：1 ÷ 指数。" },
  "normalised.parent": { en: "The index from 0, spread evenly, to 1, in one hand.", zh: "指数换算为 0（均匀分布）至 1（集于一户）。" },
  rollRates: { en: "Money of a bucket that is a bucket older a month later, written off included, over whole months.", zh: "各档在一个月后滚入下一档的金额（含核销），按整月计。" },
  dsoChange: { en: "The change of DSO by balance, split into parts that add up.", zh: "余额法 DSO 的变化，分解为可加总的各部分。" },
  "score.lateIndex": { en: "The buyer's late rate, pulled towards the book's, in log-odds against it: 20 points double the odds.", zh: "客户逾期率向全账收缩后，与全账的对数胜算之差：每 20 分胜算翻倍。" },
  "lateOdds.calibrated": { en: "The score turned into a probability by the ledger's own outcomes.", zh: "以台账自身的结果把得分换算为概率。" },
  limit: { en: "The least of need, what the record carries, and the own exposure rule.", zh: "需求、付款记录所能承载与自身敞口规则三者的最小者。" },
};

/** Names of what went in, in Chinese; in English they are what they are called. */
const FACTS: Readonly<Record<string, string>> = {
  receivable: "应收余额", "not due": "未到期", "credit sales": "赊销", since: "自", window: "窗口天数", months: "月数", paid: "已付", payments: "付款笔数", invoices: "发票张数",
  "open and overdue": "未付且逾期", "open debits": "未结借项", "issued since": "开票自", "mean receivable": "平均应收", days: "天数", "credit notes": "贷项", sales: "销售",
  "opening receivable": "期初应收", "closing receivable": "期末应收", "known invoices": "已知发票", late: "逾期", "late days": "逾期界限天数", "book rate": "全账逾期率",
  "decided by": "决定因素", "grade factor": "等级系数", "paid or overdue": "已付或逾期", rounded: "取整", before: "之前", after: "之后", until: "至", "gross sales": "总销售", collections: "收款",
  "short payments let go": "放弃的少付", "left out, bad debt": "未计：坏账", "left out, invoiced anew within 5 days": "未计：五天内重开", "open, its weighted age": "未结加权账龄",
  "at least, with what is open": "连同未结至少", "buyers or groups": "客户或集团", "left out, with a credit balance": "未计：贷方余额户数", of: "其金额", overdue: "逾期",
  "left out, of months without sales": "未计：无销售月份", "credit notes and write-offs added back": "加回的贷项与核销", a: "a", b: "b", largest: "最大户数",
};

export function factName(name: string, language: Language): string {
  return language === "zh" && Object.hasOwn(FACTS, name) ? FACTS[name]! : name;
}

/** `receivable 8,000, credit sales 9,000, since 2026-01-01` */
export function factsText({ facts }: Basis, language: Language): string {
  const number = new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en-US", { maximumFractionDigits: 4 });
  return facts.map(([name, value]) => `${factName(name, language)} ${typeof value === "number" ? number.format(value) : value}`).join(language === "zh" ? "，" : ", ");
}
