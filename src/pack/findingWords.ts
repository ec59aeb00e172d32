import type { Language } from "../values/say";
import { isFormatOnly, type Finding, type FindingKind, type Verification } from "./findings";
import { placeOf } from "./verifyPack";

/** One sentence a kind of change; `{place}`, `{about}` and `{found}` are filled. */
const SENTENCES: Readonly<Record<FindingKind, { readonly en: string; readonly zh: string }>> = {
  amount: { en: "{place}: an amount was changed; invoice {about}, now {found}", zh: "{place}：金额被改动；发票 {about}，现为 {found}" },
  date: { en: "{place}: a date was changed; invoice {about}, now {found}", zh: "{place}：日期被改动；发票 {about}，现为 {found}" },
  buyer: { en: "{place}: a buyer was changed; invoice {about}, now {found}", zh: "{place}：客户被改动；发票 {about}，现为 {found}" },
  number: { en: "{place}: an invoice number was changed; now {about}", zh: "{place}：发票号被改动；现为 {about}" },
  rule: { en: "{place}: what decides the rule was changed; invoice {about}, now {found}", zh: "{place}：影响规则判定的内容被改动；发票 {about}，现为 {found}" },
  figure: { en: "{place}: a figure was changed; {about}, now {found}", zh: "{place}：数字被改动；{about}，现为 {found}" },
  term: { en: "{place}: a term was changed; {about}, now {found}", zh: "{place}：条款被改动；{about}，现为 {found}" },
  text: { en: "{place}: a text was changed; now {found}", zh: "{place}：文字被改动；现为 {found}" },
  formula: { en: "{place}: a formula was changed or gave way to a value; {about}, now {found}", zh: "{place}：公式被改动或被数值取代；{about}，现为 {found}" },
  rowChanged: { en: "{place}: a row was changed; {about}", zh: "{place}：该行被改动；{about}" },
  rowAdded: { en: "{place}: a row was put in; {about}", zh: "{place}：插入了一行；{about}" },
  rowDeleted: { en: "{place}: a row that was sealed here is gone", zh: "{place}：原在此处的一行已不存在" },
  rowMoved: { en: "{place}: a row stood in row {found}; {about}", zh: "{place}：该行原在第 {found} 行；{about}" },
  sheetAdded: { en: "{place}: this sheet is not part of the pack {found}", zh: "{place}：该工作表不属于资料包 {found}" },
  sheetDeleted: { en: "{place}: this sheet is missing", zh: "{place}：缺少该工作表" },
  sheetRenamed: { en: "{place}: this sheet is now called {found}", zh: "{place}：该工作表现名为 {found}" },
  sheetMoved: { en: "{place}: this sheet stands in another place", zh: "{place}：该工作表的位置被改动" },
  name: { en: "The named ranges are not those that were sealed {found}", zh: "命名区域与封存时不同 {found}" },
  seal: { en: "{place}: the seal does not fit what it seals", zh: "{place}：封印与内容不符" },
  check: { en: "{place}: a check says DIFFERS", zh: "{place}：核对显示 DIFFERS" },
  recalculated: { en: "{place}: recalculated, this cell says otherwise: {found}", zh: "{place}：重算后该单元格应为：{found}" },
  foreign: { en: "{place}: something that no pack holds: {found}", zh: "{place}：含有资料包不应有的内容：{found}" },
  unreadable: { en: "{place}: this sheet cannot be read", zh: "{place}：该工作表无法读取" },
  hidden: { en: "{place}: hidden", zh: "{place}：被隐藏" },
  merged: { en: "{place}: cells were merged: {found}", zh: "{place}：单元格被合并：{found}" },
  format: { en: "{place}: only the format differs", zh: "{place}：仅格式不同" },
};

export function findingSentence(finding: Finding, language: Language): string {
  const values: Readonly<Record<string, string>> = { place: placeOf(finding) || finding.found, about: finding.about, found: finding.found };
  return SENTENCES[finding.kind][language].replace(/\{(\w+)\}/g, (_, name: string) => (values[name] ?? "").slice(0, 120)).replace(/[;；,，]\s*(?=$|[,，])/g, "").trim();
}

/** The verdict in one sentence. */
export function verdict({ isPack, isIntact, findings }: Verification, language: Language): string {
  const say = (en: string, zh: string): string => (language === "en" ? en : zh);
  if (!isPack) return say("This file is no pack of Open Account: it carries no seal.", "该文件不是 Open Account 资料包：其中没有封印。");
  if (isIntact) return say("Nothing differs from what was sealed.", "与封存内容完全一致。");
  if (findings.every(isFormatOnly)) return say("Every figure is as it was sealed; only formats differ.", "所有数字与封存时一致，仅格式不同。");
  return say("This pack is not as it was sealed.", "该资料包与封存时不同。");
}
