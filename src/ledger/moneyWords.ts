import { isCurrency, NO_CURRENCY, type Currency } from "../values/currency";

/** What a word beside a number says: which currency, how many, or which side of the account. */
export interface MoneyWord {
  /** the currency meant, where the sheet does not say another that is so written */
  readonly currency?: Currency;
  /** other currencies that are written so */
  readonly shared?: readonly Currency[];
  /** units that one of the number counts */
  readonly unit?: number;
  /** -1 credit, 1 debit */
  readonly side?: -1 | 1;
  /** said after the number only: before it the letter is something else */
  readonly after?: true;
  /** may be written with a point: `Rs.`, `Mio.` */
  readonly abbreviated?: true;
}

const DOLLARS = "USD CAD AUD NZD HKD SGD TWD MXN BRL CLP COP ARS BSD BBD BMD BND BZD FJD GYD JMD KYD LRD NAD SBD SRD TTD XCD".split(" ");
const CROWNS = "SEK NOK DKK ISK CZK".split(" ");

const sign = (currency: Currency, shared: readonly Currency[] = []): MoneyWord => ({ currency, shared });
const unit = (count: number): MoneyWord => ({ unit: count, after: true });

/** Upper case. A `$` alone is any dollar: the sheet's own currency says which. */
const WORDS = new Map<string, MoneyWord>([
  ["$", sign("USD", DOLLARS)], ["US$", sign("USD")], ["C$", sign("CAD")], ["CA$", sign("CAD")], ["A$", sign("AUD")], ["AU$", sign("AUD")], ["NZ$", sign("NZD")], ["HK$", sign("HKD")],
  ["S$", sign("SGD")], ["SG$", sign("SGD")], ["NT$", sign("TWD")], ["R$", sign("BRL")], ["MX$", sign("MXN")], ["€", sign("EUR")], ["EURO", sign("EUR")], ["EUROS", sign("EUR")],
  ["£", sign("GBP", ["EGP", "SYP", "SSP", "FKP", "GIP", "SHP", "SDG", "LBP"])], ["¥", sign("CNY", ["CNH", "JPY"])], ["RMB", sign("CNY", ["CNH"])], ["CNY", sign("CNY", ["CNH"])],
  ["人民币", sign("CNY", ["CNH"])], ["美元", sign("USD")], ["美金", sign("USD")], ["欧元", sign("EUR")], ["英镑", sign("GBP")], ["港币", sign("HKD")], ["港元", sign("HKD")], ["日元", sign("JPY")],
  ["日圆", sign("JPY")], ["加元", sign("CAD")], ["澳元", sign("AUD")], ["新台币", sign("TWD")], ["₹", sign("INR")], ["RS", { ...sign("INR", ["PKR", "LKR", "NPR", "MUR", "SCR"]), abbreviated: true }], ["₩", sign("KRW", ["KPW"])],
  ["₽", sign("RUB")], ["₺", sign("TRY")], ["₫", sign("VND")], ["฿", sign("THB")], ["₱", sign("PHP")], ["₪", sign("ILS")], ["₦", sign("NGN")], ["₴", sign("UAH")], ["ZŁ", sign("PLN")], ["KČ", sign("CZK")],
  ["KR", { ...sign("SEK", CROWNS), abbreviated: true }], ["FR", { ...sign("CHF"), abbreviated: true }], ["SFR", { ...sign("CHF"), abbreviated: true }],
  ["元", { unit: 1 }], ["圆", { unit: 1 }], ["元整", unit(1)], ["整", unit(1)], // whose dollars or yuan is not said
  ["百", unit(1e2)], ["千", unit(1e3)], ["千元", unit(1e3)], ["万", unit(1e4)], ["万元", unit(1e4)], ["萬", unit(1e4)], ["百万", unit(1e6)], ["百万元", unit(1e6)], ["千万", unit(1e7)], ["千万元", unit(1e7)],
  ["亿", unit(1e8)], ["亿元", unit(1e8)], ["K", unit(1e3)], ["THOUSAND", unit(1e3)], ["TSD", { ...unit(1e3), abbreviated: true }], ["M", unit(1e6)], ["MM", unit(1e6)], ["MN", unit(1e6)], ["MIO", { ...unit(1e6), abbreviated: true }], ["MLN", { ...unit(1e6), abbreviated: true }],
  ["MILLION", unit(1e6)], ["B", unit(1e9)], ["BN", unit(1e9)], ["BILLION", unit(1e9)], ["LAKH", unit(1e5)], ["LAKHS", unit(1e5)], ["CRORE", unit(1e7)], ["CRORES", unit(1e7)],
  ["DR", { side: 1, abbreviated: true }], ["DEBIT", { side: 1 }], ["借", { side: 1 }], ["借方", { side: 1 }], ["S", { side: 1, after: true }], // SAP: Soll
  ["CR", { side: -1, abbreviated: true }], ["CREDIT", { side: -1 }], ["贷", { side: -1 }], ["贷方", { side: -1 }], ["H", { side: -1, after: true }], // SAP: Haben
]);

const LONGEST_WORD = 8;
const CURRENCY_LETTERS = 3;

/** The word as it stands, whatever its case; an ISO code is a word. */
export function moneyWord(text: string): MoneyWord | undefined {
  const word = text.toUpperCase();
  return WORDS.get(word) ?? (word.length === CURRENCY_LETTERS && word !== NO_CURRENCY && isCurrency(word) ? isoWord(word) : undefined);
}

/** The longest word that a run of letters begins with: `万元贷` is two. Undefined when it begins with none. */
export function firstMoneyWord(run: string): { readonly word: MoneyWord; readonly length: number } | undefined {
  for (let length = Math.min(run.length, LONGEST_WORD); length > 0; length--) {
    const word = moneyWord(run.slice(0, length));
    if (word !== undefined) return { word, length };
  }
  return undefined;
}

function isoWord(code: Currency): MoneyWord {
  const word = sign(code);
  WORDS.set(code, word);
  return word;
}

/** Is the currency written so? `$` is, for any dollar. */
export function standsFor(word: MoneyWord, currency: Currency): boolean {
  return word.currency === currency || (word.shared?.includes(currency) ?? false);
}
