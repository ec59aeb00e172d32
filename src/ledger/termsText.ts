/** When an invoice is due, as its terms say it: days from its day, by the end of a month, or on a day of a month that follows. */
export interface Terms {
  readonly days: number;
  /** `before`: counted from the end of the month (EOM+30, 月结30天); `after`: to the end of the month in which the days end (30 EOM) */
  readonly eom: "none" | "before" | "after";
  /** whole months, clamped to the last day of a shorter one */
  readonly months?: number;
  /** on this day of the month so many months on; 31 is its last */
  readonly dayOfMonth?: number;
  /** a code taken for the days it ends with (ZB30, 0030): a doubt */
  readonly guessed?: true;
}

/** Longer texts are notes. */
const LONGEST_TERMS = 60;
/** More than this is no discount for paying early, but a part of the price. */
const LARGEST_DISCOUNT = 10;

/** Due when issued: words in lower case, a space between. */
const AT_ONCE = new Set([
  "cod", "cia", "cwo", "pia", "cash", "cash on delivery", "cash in advance", "cash with order", "cash before delivery", "prepaid", "prepayment", "payment in advance", "pay in advance", "advance", "immediate",
  "immediately", "immediate payment", "payable immediately", "due immediately", "receipt", "on receipt", "upon receipt", "due on receipt", "due upon receipt", "payable on receipt", "due now", "sofort", "comptant",
  "现结", "现款", "现金", "现付", "现款现货", "货到付款", "款到发货", "先款后货", "预付", "预付款", "全额预付", "即期", "立即付款", "见票即付", "票到付款",
]);

/** Terms codes of SAP are the user's own, but mostly say their days: these. `0001` to `0009` are SAP's, and say something else. */
const USUAL_DAYS = new Set([10, 14, 15, 20, 21, 25, 28, 30, 35, 40, 45, 50, 55, 60, 65, 70, 75, 80, 85, 90, 100, 105, 120, 135, 150, 180]);

const LEAD = "(?:(?:net|n|netto|payment|payable|due|terms|within|in|innerhalb|von|zahlbar|账期|帐期|信用期|付款期|赊销|净) )*";
const DAYS = "(?: (?:days?|d|tagen?|jours?|天|日))?";
const NET = "(?: (?:net|netto|天内|天后|天内付款|天后付款|天付款|天账期|天信用期|日内|日内付款))?";
const EOM = "(?:eom|end of (?:the )?month|month end)";
/** What the seller's terms run from; an invoice's own day stands for it where the sheet has no other. */
const FROM_EVENT = "(?:货到|到货|收货|票到|收票|见票|开票|发票|出票|验收|发货|开票日|发票日|开票日期|发票日期|货到后|到货后|收货后|票到后|收票后|见票后|开票后|发票后|出票后|验收后|发货后|开票日后|发票日后)";
const AFTER_EVENT = "(?: (?:from|after|of) (?:the )?(?:date of )?(?:invoice|issue|billing|bill|receipt|delivery|shipment)(?: date)?(?: of invoice)?)?";
const NEXT_MONTH = "(?:(?:of )?(?:the )?(?:next|following) month|(?:of )?(?:the )?month following|mfi|prox|proximo)";

/** Each reads a whole text, its words and numbers with a space between; the number of days or of the day is the first group. */
const FORMS: readonly (readonly [pattern: RegExp, terms: (number: number) => Terms])[] = [
  [new RegExp(`^${LEAD}(\\d{1,3})${DAYS}${NET}${AFTER_EVENT}$`), (days) => ({ days, eom: "none" })],
  [new RegExp(`^${FROM_EVENT} (\\d{1,3})(?: (?:天|日|天内|天后|天付款|天内付款|日内))?$`), (days) => ({ days, eom: "none" })],
  [/^(?:(?:net|n) )?(\d{1,2}) (?:months?|个月|个月后|个月内)(?: net)?$/, (months) => ({ days: 0, eom: "none", months })],
  [new RegExp(`^(?:(?:net|n|due) )?(?:at )?${EOM}()$`), () => ({ days: 0, eom: "after" })],
  [/^(?:当|本)?(?:月底|月末)(?:付款)?()$/, () => ({ days: 0, eom: "after" })],
  [new RegExp(`^(?:(?:net|n) )?${EOM} (?:[+] |plus )?(\\d{1,3})${DAYS}$`), (days) => ({ days, eom: "before" })],
  [new RegExp(`^(?:(?:net|n) )?(\\d{1,3})${DAYS}(?: net)? (?:from|after) (?:the )?${EOM}$`), (days) => ({ days, eom: "before" })],
  [/^(?:票到|开票|开票后)?月结 (?:[+] )?(\d{1,3})(?: (?:天|日|天付款|天内|天内付款))?$/, (days) => ({ days, eom: "before" })],
  [/^(\d{1,3}) (?:天月结|日月结|月结)$/, (days) => ({ days, eom: "before" })],
  [new RegExp(`^(?:(?:net|n) )?(\\d{1,3})${DAYS}(?: net)? (?:to )?${EOM}$`), (days) => ({ days, eom: "after" })],
  [new RegExp(`^(?:(?:net|due|by|on|the) )*(\\d{1,2})(?: (?:st|nd|rd|th))?(?: day)? ${NEXT_MONTH}$`), nextMonth],
  [/^(?:次月|下月|翌月|下个月) (\d{1,2}) (?:日|号|日前|号前|日付款|号付款|日前付款|号前付款)$/, nextMonth],
  [new RegExp(`^(?:end of (?:the )?(?:next|following) month|(?:次月|下月|翌月|下个月)(?:底|末)(?:前)?(?:付款)?)()$`), () => nextMonth(31)],
];

function nextMonth(dayOfMonth: number): Terms {
  return { days: 0, eom: "none", months: 1, dayOfMonth };
}

const CODE = /^(?:(?:z[a-z]?|nt)(\d{2,3})|0+(\d{2,3}))$/;
const TOKENS = /\d+(?:[.,]\d+)?|[a-zäöü]+|[\u4e00-\u9fff]+|[%+/]/g;
/** What may stand in a text besides its words and numbers. */
const MARKS = /^(?!-)[\s\da-zäöü\u4e00-\u9fff%+/.,;:()_-]*$/;

/**
 * The terms that a text plainly states. Undefined for instalments, for a discount without a net term, for 月结 without days,
 * and for codes nobody explained: those are never guessed, but for SAP's `ZB30`, `NT30` and `0030`, and these say so.
 */
export function readTerms(text: string): Terms | undefined {
  if (text.length > LONGEST_TERMS) return undefined;
  const plain = text.normalize("NFKC").trim().toLowerCase();
  const code = CODE.exec(plain.replace(/\s/g, ""));
  if (code !== null) return codeTerms(Number(code[1] ?? code[2]));
  if (!MARKS.test(plain)) return undefined;
  const tokens = withoutDiscount(plain.replace(/\.0+$/, "").replace(/([a-z])\./g, "$1").match(TOKENS) ?? []); // c.o.d.
  const words = tokens.filter((token, at) => token !== "/" || !/^(?:n|net)$/.test(tokens[at - 1] ?? "")).join(" "); // n/30
  if (AT_ONCE.has(words)) return { days: 0, eom: "none" };
  for (const [pattern, terms] of FORMS) {
    const match = pattern.exec(words);
    if (match !== null) return checked(terms(Number(match[1])));
  }
  return undefined;
}

function codeTerms(days: number): Terms | undefined {
  return USUAL_DAYS.has(days) ? { days, eom: "none", guessed: true } : undefined;
}

function checked(terms: Terms): Terms | undefined {
  return terms.dayOfMonth === undefined || (terms.dayOfMonth >= 1 && terms.dayOfMonth <= 31) ? terms : undefined;
}

const DISCOUNT_WORDS = new Set(["%", "/", "d", "day", "days", "in", "within", "if", "paid", "cash", "discount", "disc", "skonto", "tage", "tagen"]);

/** `2/10 net 30`, `2% 10 n/30`: what is left is due at the end of the net term; a discount for paying early changes nothing of it. */
function withoutDiscount(tokens: readonly string[]): readonly string[] {
  const net = tokens.findIndex((token, at) => at > 0 && (token === "n" || token === "net") && /^(?:\d{1,3}|\/)$/.test(tokens[at + 1] ?? ""));
  if (net < 0) return tokens;
  const before = tokens.slice(0, net);
  const rate = before.findIndex((token, at) => /^\d/.test(token) && (before[at + 1] === "%" || (at === 0 && before[1] === "/")));
  const numbers = before.filter((token) => /^\d/.test(token)).length;
  const isDiscount = rate >= 0 && numbers === 2 && Number(before[rate]!.replace(",", ".")) <= LARGEST_DISCOUNT && before.every((token) => /^\d/.test(token) || DISCOUNT_WORDS.has(token));
  return isDiscount ? tokens.slice(net) : tokens;
}
