import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import { isCurrency } from "../values/currency";
import type { Headings } from "./columns";
import { headingText } from "./headingText";
import type { HeadingDoubt } from "./judgement";
import { currencyWord } from "./kinds";

const LONGEST_TITLE = 200;

interface Titles {
  readonly unit: number;
  readonly currency: string | undefined;
  readonly doubts: readonly HeadingDoubt[];
}

const HAN_FACTOR: Readonly<Record<string, number>> = { 百万: 1e6, 千万: 1e7, 亿: 1e8, 万: 1e4, 千: 1e3 };
const HAN_CURRENCY = "(?:人民币|美元|美金|欧元|港币|港元|日元|英镑|rmb|cny|usd|eur|hkd|￥|¥)";
/** 单位：万元, 金额单位：人民币千元; without the label the word 元 is needed */
const HAN_UNIT = new RegExp(`(?:单位\\s*[:：]?\\s*${HAN_CURRENCY}?\\s*(百万|千万|亿|万|千)元?|^${HAN_CURRENCY}?\\s*(百万|千万|亿|万|千)元)\\s*${HAN_CURRENCY}?\\s*[)】]?$`);

const OF_THOUSANDS = "(thousands|millions|billions|(?:thousand|million|billion)(?=\\s*(?:$|[).,;]|of\\b|[a-z]{3}\\b|dollars|euros|yuan)))";
const CURRENCY = "(?:usd|eur|gbp|cny|rmb|hkd|jpy|chf|cad|aud|sgd|inr|us\\$|hk\\$|[$€£¥])";
/** `Amounts in USD thousands`, `(thousands of euros)`, `EUR million`, `in '000`, `$000s`, `RMB'000`: never a thousand in a sentence. */
const LATIN_UNIT = new RegExp(`(?:\\b(?:in|units?:?)\\s+(?:of\\s+)?(?:${CURRENCY}\\s*)?|^[(]?|[(]\\s*|${CURRENCY}\\s*)${OF_THOUSANDS}\\b`);
const ZEROS = new RegExp(`(?:(?:^|[\\s(:]|${CURRENCY})\\s?['’]000s?|${CURRENCY}\\s?000s?|[(]000s?|\\bin 000s?)(?=$|[\\s).,'’])`);

/** What the rows above the headings say of all the money below: its unit, and its currency where no column has one. */
export function titlesOf(grid: Grid, headings: Headings): Titles {
  const column = headings.at("currency");
  const named = column >= 0 && !isEmptyBelow(grid, headings.row, column);
  let unit = 1;
  const doubts: HeadingDoubt[] = [];
  const currencies = new Set<string>();
  for (let row = 0; row < headings.row; row++) {
    const cells = grid[row] ?? [];
    for (let at = 0; at < Math.min(cells.length, 400); at++) {
      const text = titleText(cells[at]);
      if (text === "") continue;
      const factor = unitIn(text);
      if (factor !== 1 && unit === 1) {
        unit = factor;
        doubts.push({ code: "UNIT_TAKEN", row, column: at, found: `x ${String(factor)}: ${text}` });
      }
      const currency = named ? undefined : currencyIn(text, titleText(cells[at + 1]));
      if (currency !== undefined) currencies.add(currency);
    }
  }
  const ofHeading = named ? undefined : headingCurrency(headings);
  return { unit, currency: ofHeading ?? (currencies.size === 1 ? [...currencies][0] : undefined), doubts };
}

function isEmptyBelow(grid: Grid, row: number, column: number): boolean {
  const step = Math.max(1, Math.floor((grid.length - row - 1) / 60));
  for (let r = row + 1; r < grid.length; r += step) if (!isBlank(plain(grid[r]?.[column]))) return false;
  return true;
}

function titleText(cell: Cell): string {
  const text = plain(cell);
  return typeof text === "string" && text.length <= LONGEST_TITLE ? text.normalize("NFKC").trim() : "";
}

/** Units of money that a title says one of its numbers counts; 1 where it says none. */
export function unitIn(title: string): number {
  const text = title.toLowerCase();
  const inner = /[([【]([^)\]】]*)[)\]】]\s*$/.exec(text)?.[1] ?? "";
  const han = HAN_UNIT.exec(text) ?? HAN_UNIT.exec(inner.trim());
  if (han !== null) return HAN_FACTOR[(han[1] ?? han[2])!]!;
  const latin = LATIN_UNIT.exec(text)?.[1];
  if (latin !== undefined) return latin.startsWith("t") ? 1e3 : latin.startsWith("m") ? 1e6 : 1e9;
  return ZEROS.test(text) ? 1e3 : 1;
}

const LABEL = /^(?:currency|ccy|document currency|reporting currency|币种|币别|货币|货币单位|金额单位|单位)$/i;
const LABELLED = /(?:currency|ccy|币种|币别|货币)\s*[:：]\s*([^\s,，;；()（）]{1,12})/i;
const HAN_LABELLED = /单位\s*[:：]?\s*(人民币|美元|美金|欧元|港币|港元|日元|英镑)/;
const IN_CURRENCY = /\bin\s+([A-Z]{3})(?=$|[\s).,;])|^\(?([A-Z]{3})\s+(?:thousands?|millions?)|([A-Z]{3})\s?['’]000/;

function currencyIn(text: string, next: string): string | undefined {
  const labelled = LABELLED.exec(text)?.[1] ?? HAN_LABELLED.exec(text)?.[1] ?? (LABEL.test(text.replace(/\s*[:：]$/, "")) ? next : undefined);
  const word = labelled ?? IN_CURRENCY.exec(text)?.slice(1).find((one) => one !== undefined);
  const code = word === undefined ? undefined : currencyWord(word);
  return code !== undefined && code !== "ALL" && isCurrency(code) ? code : undefined;
}

const SUFFIX = /(?:^|[^A-Za-z])(USD|EUR|GBP|CNY|RMB|HKD|JPY|CHF|CAD|AUD|SGD|INR|NZD|SEK|NOK|DKK|ZAR)(?:$|[^A-Za-z])/;

/** `Amount (USD)`, `金额(美元)`, `Open EUR`: where the money columns name one and the same. */
function headingCurrency(headings: Headings): string | undefined {
  const found = new Set<string>();
  for (const field of ["amount", "open"]) {
    const text = titleText(headings.texts[headings.at(field)]);
    if (text === "" || headingText(text) === "") continue;
    const inside = /[([【]([^)\]】]{1,12})[)\]】]/.exec(text)?.[1];
    const word = inside === undefined ? "" : currencyWord(inside);
    const code = isCurrency(word) ? word : currencyWord(SUFFIX.exec(text)?.[1] ?? "");
    if (isCurrency(code)) found.add(code);
  }
  return found.size === 1 ? [...found][0] : undefined;
}
