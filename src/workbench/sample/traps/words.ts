import type { Language } from "../words";

/** How the cells below a heading are shown. */
export type Kind = "text" | "day" | "money" | "share" | "number";

/** Headings of the small ledgers: what they are in a Chinese export, and what stands below them. */
const HEADINGS = new Map<string, readonly [chinese: string, kind: Kind]>([
  ["Invoice No", ["发票号码", "text"]],
  ["Document No", ["凭证编号", "text"]],
  ["Doc No", ["单据编号", "text"]],
  ["Customer", ["客户", "text"]],
  ["Type", ["单据类型", "text"]],
  ["Instalment", ["期数", "number"]],
  ["Invoice Date", ["开票日期", "day"]],
  ["Document Date", ["凭证日期", "day"]],
  ["Baseline Date", ["付款基准日", "day"]],
  ["Due Date", ["到期日", "day"]],
  ["Net Due Date", ["净到期日", "day"]],
  ["Amount", ["金额", "money"]],
  ["Amount Paid", ["已收金额", "money"]],
  ["Paid Date", ["收款日期", "day"]],
  ["Payment Date", ["收款日期", "day"]],
  ["Currency", ["币种", "text"]],
  ["Status", ["单据状态", "text"]],
  ["FSetAccountType", ["立账类型", "text"]], // Kingdee's own name for it: other systems have no such column
  ["Assignment", ["来源单号", "text"]], // SAP's name for the invoice that a credit note belongs to
  ["Salesperson", ["业务员", "text"]],
  ["Parent", ["母公司", "text"]],
  ["Credit Limit", ["信用额度", "money"]],
  ["Insured Limit", ["保险限额", "money"]],
  ["Insured Share", ["赔付比例", "share"]],
  ["key", ["键", "text"]],
  ["value", ["值", "number"]],
]);

/** Buyers, people and the words of cells. What is not here is the same in both languages. */
const WORDS = new Map<string, string>([
  ["Anker", "安科贸易"],
  ["Baltic", "波海食品"],
  ["Corvid", "科维电器"],
  ["Nord Logistics", "北辰物流"],
  ["Nord Retail", "北辰零售"],
  ["Nord Holding", "北辰控股"],
  ["Nord Group", "北辰集团"],
  ["Mei", "李梅"],
  ["Tom", "王涛"],
  ["Invoice", "发票"],
  ["Credit note", "贷项通知单"],
  ["On account", "暂收"],
  ["Prepayment", "预收款"],
  ["Finance charge", "利息"],
  ["Posted", "已过账"],
  ["Draft", "草稿"],
  ["Cancelled", "作废"],
  ["Financial", "财务应收"],
  ["Provisional", "暂估应收"],
]);

export function kindOf(heading: string): Kind {
  const known = HEADINGS.get(heading);
  if (known === undefined) throw new Error(`The traps have no heading ${heading}`);
  return known[1];
}

/** A heading or a word in the book's language. */
export function wordIn(language: Language, text: string): string {
  if (language === "en") return text;
  return HEADINGS.get(text)?.[0] ?? WORDS.get(text) ?? text;
}

/** A formula whose quoted texts and bracketed headings are in the book's language: `"Anker"`, `[Salesperson]`. */
export function formulaIn(language: Language, formula: string): string {
  return formula.replace(/"([^"]+)"|\[([^[\]#]+)\]/g, (_all, quoted: string | undefined, heading: string | undefined) =>
    quoted !== undefined ? `"${wordIn(language, quoted)}"` : `[${wordIn(language, heading!)}]`);
}
