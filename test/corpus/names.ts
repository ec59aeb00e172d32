import type { Buyer } from "./book";

/** Names as customer masters have them, among them the ones that break readers: a formula, an object's own name, a total's word. */
const ENGLISH = [
  "Acme Industrial Supply", "O'Neill & Sons, Ltd.", "Müller Maschinenbau GmbH", "__proto__", "=1+1", "Total Fitness Centres Ltd", "Smith, Jones & Co (UK) Ltd",
  "Sum Wah Trading (HK) Limited", "Balance Point LLC", "Zenith Foods plc", "Café Ångström AB", "Grand Hotel Company", "constructor", "Nordic Invoice Paper Oy",
];

const CHINESE = [
  "华东贸易有限公司", "深圳市南山电子有限公司", "北京合计信息技术有限公司", "__proto__", "=1+1", "中国石油化工股份有限公司华东分公司", "张三（个体工商户）",
  "ABC Trading (HK) Ltd", "上海期末教育咨询有限公司", "广州发票印刷厂", "成都余额宝商贸有限公司", "天津滨海国际贸易有限公司", "宁波客户之家超市", "大连港集团有限公司",
];

export type IdStyle = "zeros" | "sap" | "coded" | "dotted" | "plain";

/** Leading zeros, letters, points: what must stay text. */
const IDS: Readonly<Record<IdStyle, (n: number) => string>> = {
  zeros: (n) => String(120 + n * 7).padStart(6, "0"), // 000120
  sap: (n) => String(100230 + n).padStart(10, "0"), // 0000100230
  coded: (n) => `C${String(1000 + n * 13)}`,
  dotted: (n) => `01.${String(n + 1).padStart(3, "0")}`, // Kingdee K/3: 01.001
  plain: (n) => String(4001 + n * 3),
};

export function buyersNamed(language: "en" | "zh", count: number, ids: IdStyle): Buyer[] {
  const names = language === "en" ? ENGLISH : CHINESE;
  return names.slice(0, count).map((name, n) => ({ id: IDS[ids](n), name }));
}
