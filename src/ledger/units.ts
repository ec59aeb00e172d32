import { plain, type Cell } from "../values/cell";

/** Longer texts are notes. */
const LONGEST_TITLE = 200;

const UNITS: readonly (readonly [unit: number, words: string])[] = [
  [100, "百"], [1e3, "thousand thousands thous tsd milliers 000 000s 000's 1000 k t 千"], [1e4, "万 萬"], [1e5, "lakh lakhs lac lacs 十万"], [1e6, "million millions mn mio mln mm m 百万"], [1e7, "crore crores 千万"],
  [1e8, "亿 億"], [1e9, "billion billions bn mrd b 十亿"], [1e10, "百亿"],
];
const UNIT_OF = new Map(UNITS.flatMap(([unit, words]) => words.split(" ").map((word) => [word, unit] as const)));

const START = "(?<![\\p{L}\\p{N}]|\\p{N}[ .,'’])"; // not the end of 10 000
const END = "(?![\\p{L}\\p{N}]|[.,]\\p{N})";
const CODE = "(?:usd|eur|euros?|gbp|cny|rmb|cnh|jpy|hkd|cad|aud|nzd|chf|sgd|inr|krw|sek|nok|dkk|pln|czk|brl|mxn|zar|us\\$|hk\\$|rs\\.?|dollars|pounds|\\$|€|£|¥|₹)";
const COUNT = "['’]?(thousands?|thous|tsd|milliers|000['’]?s?|millions?|mn|mio|mln|mm|billions?|bn|mrd|lakhs?|lacs?|crores?)\\.?";
const GAP = "[\\s./-]*";
const YUAN = "(?:元|圆|美元|美金|欧元|英镑|港元|港币|日元|日圆|加元|澳元|人民币)";
const BEFORE = "(?<!\\p{L})(?:\\p{L}{0,8}(?:单位|人民币|金额|余额|额|款))?";
const MANY = "(百亿|十亿|亿|億|千万|百万|十万|万|萬|千|百)";

/**
 * A count is a unit beside a currency, behind "in" or "units", alone or alone in brackets: a firm may be called Thousand Oaks, or 万元贸易.
 * The first group is the count; none is one.
 */
const PATTERNS: readonly RegExp[] = [
  `${BEFORE}${MANY}${YUAN}(?!\\p{L})`,
  `(?:[(\\[【]|单位[:为]?)\\s*${MANY}\\s*(?!\\p{L})`,
  `${BEFORE}(?:元|圆)(?!\\p{L})`, // 美元 says which, not how many
  `${START}${CODE}${GAP}(?:in\\s+)?${COUNT}${END}`,
  `${START}${COUNT}${GAP}(?:of\\s+|d['’])?(?:us\\s+)?${CODE}${END}`,
  `${START}(?:in|en)\\s+(?:${CODE}\\s*)?${COUNT}${END}`,
  `${START}units?(?:\\s+of\\b|:)?\\s*(?:${CODE}\\s*)?(thousands?|millions?|billions?|lakhs?|crores?)${END}`,
  "^\\s*(thousands|millions|billions|lakhs|crores)\\s*(?:of\\s+(?:us\\s+)?(?:dollars|euros|pounds|yuan|rupees)\\s*)?$",
  `[(\\[]\\s*(?:in\\s+)?${COUNT}\\s*[)\\]]`,
  `${START}['’](000)s?${END}`,
  `${START}(?:in|x|×)\\s*(1)[.,]?000${END}`,
  `${START}${CODE}\\s?([kmb])${END}`,
  `${START}([ktm])\\s?${CODE}${END}`,
  "[(\\[]\\s*([km])\\s*[)\\]]",
].map((pattern) => new RegExp(pattern, "u"));

/**
 * How many units of money one number counts, as a heading or a title says it: `金额(万元)` 10,000, `EUR '000` and `in
 * thousands` 1,000, `单位：元` 1. Undefined where none is stated.
 */
export function unitOf(cell: Cell): number | undefined {
  const value = plain(cell);
  if (typeof value !== "string" || value.length > LONGEST_TITLE) return undefined;
  const text = value.normalize("NFKC").toLowerCase();
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    if (match !== null) return match[1] === undefined ? 1 : match[1] === "1" ? 1000 : UNIT_OF.get(match[1].replace(/’/g, "'"));
  }
  return undefined;
}
