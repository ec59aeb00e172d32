/** What the sample's own labels say in Chinese. Sheets, tables and headings keep their English names: formulas and the ledger know them. */
const CHINESE: ReadonlyMap<string, string> = new Map([
  ["Receivables at a glance", "应收账款一览"],
  ["Every figure is a live formula over the sheets Invoices, Receipts and Buyers. Change an amount there and watch.", "每个数字都是基于 Invoices、Receipts、Buyers 三张表的实时公式。改动其中的金额即可看到变化。"],
  ["As of", "截至"],
  ["The book", "整个账簿"],
  ["Plain formulas", "普通公式"],
  ["Difference", "差异"],
  ["Outstanding", "未收余额"],
  ["DSO, balance, 90 days", "DSO，余额法，90 天"],
  ["DSO, balance, 365 days", "DSO，余额法，365 天"],
  ["DSO, other methods", "DSO，其他方法"],
  ["Days", "天数"],
  ["Best possible", "最佳 DSO"],
  ["Delinquent", "逾期 DSO"],
  ["Countback", "倒推法"],
  ["True", "真实 DSO"],
  ["Sales-weighted", "销售加权"],
  ["Ageing by due date", "按到期日的账龄"],
  ["Where to look first", "最先关注"],
  ["Buyer", "客户"],
  ["Customer No", "客户编号"],
  ["Score", "得分"],
  ["Grade", "等级"],
  ["Open", "未收"],
  ["Overdue", "逾期"],
  ["Late odds", "迟付概率"],
  ["Change the customer number; everything on this sheet follows.", "更改客户编号，本表其余内容随之更新。"],
  ["Odds of paying late", "迟付概率"],
  ["Credit limit", "信用额度"],
  ["DSO, 365 days", "DSO，365 天"],
  ["Why this score", "得分理由"],
  ["Ageing", "账龄"],
  ["The formulas", "所用公式"],
  ["The connected ledger", "已连接的台账"],
  ["Ledger", "台账"],
  ["What was doubtful in the sheets, and what was done about it", "表中的疑点与处理方式"],
]);

export type Language = "en" | "zh";
export type Say = (english: string) => string;

export function sampleWords(language: Language): Say {
  return (english) => (language === "zh" ? (CHINESE.get(english) ?? english) : english);
}
