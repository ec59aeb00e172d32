import { ADJ, BILL, CHG, CN, DN, INV, PMT, PRE, REFUND, RET, UNAP, WO } from "./ledger";

/** Words of a type column, normalised as headings are: SAP, Oracle, NetSuite, QuickBooks, Xero, 用友 and 金蝶 exports. */
const WORDS: readonly (readonly [kind: number, words: string])[] = [
  [INV, "inv invoice salesinvoice taxinvoice rv dr da accrec custinvc 发票 销售发票 销售专用发票 销售普通发票 应收单 标准应收单 费用应收单 其他应收单 应收"],
  [DN, "dn debitnote debitmemo dm 借项通知单 蓝字调整"],
  [CN, "cn cm creditnote creditmemo credit dg accreccredit custcred return 贷项通知单 红字 红字发票 红字应收单 销售退货 退货"],
  [PMT, "pmt payment receipt dz zp custpymt cash 收款单 收款 回款"],
  [UNAP, "unap unapplied unappliedcash onaccount overpayment aroverpayment 未核销收款 暂收"],
  [PRE, "pre prepayment deposit customerdeposit dep arprepayment 预收款 预收 预收单"],
  [CHG, "chg charge financecharge fc interest 利息 滞纳金"],
  [ADJ, "adj adjustment journal generaljournal sa ab 调整单 凭证"],
  [WO, "wo writeoff baddebt 坏账 核销坏账"],
  [BILL,
    "bill billofexchange br acceptance acceptancebill bankacceptance bankersacceptance bankeracceptance bankacceptancebill bankacceptancedraft bankbill bankersbill bankbillofexchange bankdraft bankersdraft " +
    "tradeacceptance commercialacceptance tradebill commercialbill commercialacceptancebill commercialacceptancedraft 应收票据 银行承兑 银行承兑汇票 银承 银承汇票 商业承兑 商业承兑汇票 商承 商承汇票"],
  [RET, "ret retention 质保金"],
  [REFUND, "refund 退款 收款退款单"],
];

const BY_WORD = new Map(WORDS.flatMap(([kind, words]) => words.split(" ").map((word) => [word, kind] as const)));

/** Kinds that lower what the buyer owes: credit by nature. */
export const CREDIT_KINDS: ReadonlySet<number> = new Set([CN, PMT, UNAP, PRE, WO]);

const LONGEST_TYPE = 60;

/** The kind a type cell names, or undefined when the word is not known. */
export function kindOf(text: string): number | undefined {
  if (text.length > LONGEST_TYPE) return undefined;
  const word = text.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  const exact = BY_WORD.get(word);
  if (exact !== undefined) return exact;
  if (/红字|贷项|credit/.test(word)) return CN;
  if (/发票|应收|invoice/.test(word)) return INV;
  return undefined;
}

const YES = new Set(["yes", "y", "true", "1", "x", "是", "有", "争议", "disputed", "open"]);

/** A flag column: what says yes. */
export function saysYes(text: string): boolean {
  return text.length <= LONGEST_TYPE && YES.has(text.normalize("NFKC").trim().toLowerCase());
}

/** The credit side of a debit/credit column: SAP's H, 贷. */
export function isCreditSide(text: string): boolean {
  return /^(?:h|c|cr|credit|贷|贷方)$/i.test(text.trim());
}

const CURRENCY_WORDS = new Map([
  ["RMB", "CNY"], ["人民币", "CNY"], ["元", "CNY"], ["CNH", "CNY"], ["US$", "USD"], ["$", "USD"], ["美元", "USD"], ["美金", "USD"], ["€", "EUR"], ["欧元", "EUR"],
  ["£", "GBP"], ["英镑", "GBP"], ["HK$", "HKD"], ["港币", "HKD"], ["港元", "HKD"], ["日元", "JPY"], ["加元", "CAD"], ["澳元", "AUD"],
]);

/** `USD` for `usd`, `US$`, `美元`; the text itself, upper case, when it is no such word. */
export function currencyWord(text: string): string {
  const word = text.normalize("NFKC").trim().toUpperCase();
  return CURRENCY_WORDS.get(word) ?? word;
}
