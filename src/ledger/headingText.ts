import type { Cell } from "../values/cell";

const LONGEST_HEADING = 120;

/** Characters that write the same word in exports: 帐 for 账 everywhere, and Taiwan's and Hong Kong's forms of heading words. */
const VARIANTS = new Map("帐账賬账帳账戶户發发號号碼码單单據据憑凭證证幣币種种別别額额餘余應应開开過过淨净業业務务類类結结條条備备註注編编買买貨货稅税價价總总計计銷销員员來来對对狀状態态實实際际匯汇聯联貸贷齡龄購购權权債债壞坏帳账沖冲採采報报製制創创錄录審审稱称簡简雙双參参項项適适間间門门顧顾戶户協协議议標标識识賒赊摺折".match(/../gsu)!.map((pair) => [[...pair][0]!, [...pair][1]!] as const));

/** Words around a heading that do not change what it says. Removed only where the whole is not known. */
const NOISE = new Set("usd eur gbp cad aud cny rmb hkd jpy chf sgd inr in the of for a an our total s".split(" "));

/** Short forms of the exports, by the word they stand for. */
const SHORT = new Map(
  ("number:no num:no nr:no nbr:no numb:no nos:no amt:amount amnt:amount amounts:amount inv:invoice invoices:invoice cust:customer customers:customer doc:document documents:document curr:currency ccy:currency cur:currency " +
    "acct:account acc:account ac:account bal:balance pmt:payment pymt:payment ref:reference trx:transaction trans:transaction txn:transaction tran:transaction orig:original dt:date dte:date recd:received " +
    "rcvd:received desc:description loc:local clrng:clearing dept:department pstng:posting pd:paid ln:line installment:instalment").split(" ").map((pair) => pair.split(":") as [string, string]),
);

/** In brackets these are more than a unit: `Amount (LCY)` is not the amount. */
const CHANGING = /\b(?:lcy|lc|local|base|home|company|functional|accounting|reporting|net|excl?|excluding|before|foreign|fcy|transaction|document|doc)\b|本币|本位币|不含税|未税|原币/;

/** The second of two equal headings, as some programs number it. */
const NUMBERED = /\.\d+$/;

const ASCII = /^[\x20-\x7e]*$/;

/**
 * What a heading says, whatever its writing: NFKC, lower case, units in brackets and punctuation stripped; `#` reads as "no".
 * `Invoice Date`, `invoice_date` and `InvoiceDate` are one heading.
 */
export function headingText(cell: Cell): string {
  if (typeof cell !== "string" || cell.length > LONGEST_HEADING) return "";
  return ASCII.test(cell) ? squeezedAscii(cell) : squeezed(bracketless(folded(cell)));
}

/** The same in one pass: the first rows of wide sheets hold thousands of texts, and nearly all are data. */
function squeezedAscii(text: string): string {
  const end = NUMBERED.test(text) ? text.lastIndexOf(".") : text.length;
  let out = "";
  for (let at = 0; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 97 && code <= 122) || (code >= 48 && code <= 57)) out += text[at];
    else if (code >= 65 && code <= 90) out += String.fromCharCode(code + 32);
    else if (code === 35) out += "no";
    else if (code === 40 || code === 91 || code === 123) {
      const shut = closing(text, at);
      if (shut >= 0) at = shut;
    }
  }
  return out;
}

/** Where the next closing bracket of any kind stands. */
function closing(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 41 || code === 93 || code === 125) return at;
  }
  return -1;
}

/** The same with what stands in its brackets, or "" where it has none. */
export function bracketedText(cell: Cell): string {
  if (typeof cell !== "string" || cell.length > LONGEST_HEADING || !/[([{（【［]/.test(cell)) return "";
  return squeezed(folded(cell));
}

/** Does what stands in the brackets make another thing of the heading? */
export function changedByBrackets(cell: string): boolean {
  const inside = /[([{（【［](.*)/s.exec(cell)?.[1];
  return inside !== undefined && CHANGING.test(folded(inside));
}

/** The words of a heading, short forms written out: `Cust. No.` is customer, no. `InvoiceDate` is two words, `invoicedate` one. */
export function headingWords(cell: Cell, brackets = false): readonly string[] {
  if (typeof cell !== "string" || cell.length > LONGEST_HEADING) return [];
  const text = folded(cell.replace(/([a-z0-9])([A-Z])/g, "$1 $2"))
    .replace(/\b(?:incl(?:uding|usive)?|inc|with)\b\.?\s*(?:of\s+)?(?:vat|tax|gst)\b/g, " ")
    .replace(/\b(?:excl(?:uding|usive)?|ex|without|before)\b\.?\s*(?:of\s+)?(?:vat|tax|gst)\b/g, " untaxed ");
  const parts = (brackets ? text : bracketless(text)).split(/[^\p{L}\p{N}]+/u).filter((part) => part !== "");
  return parts.map((part) => SHORT.get(part) ?? part);
}

export function withoutNoise(words: readonly string[]): readonly string[] {
  return words.filter((word) => !NOISE.has(word));
}

/** One way of writing: NFKC, lower case, one form of each character, `#` as a word, `P.O.` and `A/C` without their points. */
function folded(text: string): string {
  const plain = ASCII.test(text) ? text.toLowerCase() : variantless(text.normalize("NFKC").toLowerCase());
  return plain
    .replace(NUMBERED, "")
    .replace(/[#№]/g, " no ")
    .replace(/\b([a-z])\s?[./]\s?([a-z])\b\.?/g, "$1$2");
}

function variantless(text: string): string {
  let out = "";
  for (const character of text) out += VARIANTS.get(character) ?? character;
  return out;
}

function bracketless(text: string): string {
  return text.replace(/[([{【［].*?[)\]}】］]/g, " ");
}

function squeezed(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, "");
}
