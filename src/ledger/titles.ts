import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import { isCurrency } from "../values/currency";
import type { Headings } from "./columns";
import { headingText } from "./headingText";
import type { HeadingDoubt } from "./judgement";
import { currencyWord } from "./kinds";
import { unitOf } from "./units";

const LONGEST_TITLE = 200;

interface Titles {
  readonly unit: number;
  readonly currency: string | undefined;
  readonly doubts: readonly HeadingDoubt[];
}

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
      const factor = unitOf(text) ?? 1;
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
