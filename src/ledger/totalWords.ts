import { plain, type Cell } from "../values/cell";

/** What a row of totals adds up: everything, one group, one page, or all so far. `star`: SAP's levels. */
export type TotalKind = "grand" | "plain" | "sub" | "page" | "running" | "star";

export interface TotalWord {
  readonly kind: TotalKind;
  /** SAP's stars: one for the lowest level */
  readonly level: number;
  /** whose total it says it is, "" where it says no name */
  readonly name: string;
  /** nothing but the word stands in the cell: no buyer is called so */
  readonly alone: boolean;
}

const LONGEST = 120;

/** A row of a list may be called these, and nothing else: no buyer and no document is. */
const ALONE: readonly (readonly [kind: TotalKind, words: RegExp])[] = [
  ["grand", /^(?:grand|overall|report|final|general) ?totals?$|^(?:总计|总合计|合计总计|累计总计|全部合计|报表合计)$/],
  ["page", /^(?:page|this page) ?(?:sub-? ?)?totals?$|^(?:本页合计|本页小计|页合计|页小计)$/],
  ["running", /^(?:balance )?(?:brought|carried) forward$|^balance [bc]\/?[fd]$|^[bc]\/f$|^(?:opening|closing|beginning|ending) balance$|^cumulative(?: total)?$|^running total$|^(?:累计|本年累计|承前页|承上页|过次页|转下页|接下页|期初余额|期初|期末余额|上年结转|年初余额|结转下年)$/],
  ["sub", /^(?:sub-? ?totals?|customer totals?|account totals?|buyer totals?)$|^(?:小计|分计|本月合计|本期合计|客户小计|客户合计)$/],
  ["plain", /^(?:totals?|sum|totals?:?)$|^(?:合计|共计|总额|合计数|合计金额)$/],
];

const NAMED: readonly (readonly [kind: TotalKind, words: RegExp])[] = [
  ["grand", /^(?:grand|overall) total\b[ :]*(.*)$/],
  ["sub", /^sub-? ?totals?\b[ :]*(?:for |of |- )?(.*)$/],
  ["sub", /^totals? (?:for |of |- )?(.+)$/],
  ["sub", /^(.+?)[ :-]+(?:sub-? ?)?totals?$/],
  ["running", /^(?:balance )?(?:brought|carried) forward\b(.*)$|^(?:opening|closing) balance\b(.*)$/],
];
const NAMED_HAN = /^(?:(合计|小计|总计|共计)[:(]?(.+?)\)?|(.+?)[-_:]?(合计|小计|总计))$/;
const STARS = /^(\*{1,5})(?: (.*))?$/;

/** What a cell says of totals; undefined where it says nothing. */
export function totalWord(cell: Cell): TotalWord | undefined {
  const text = plain(cell);
  if (typeof text !== "string" || text.length > LONGEST || !MAY_SAY.test(text)) return undefined;
  const said = squeezedHan(text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " "));
  const stars = STARS.exec(said);
  if (stars !== null) return { kind: "star", level: stars[1]!.length, name: stars[2] ?? "", alone: stars[2] === undefined };
  const word = said.replace(/[\s:.]+$/, "").replace(/^[\s:(-]+/, "").replace(/\s*\(?(?:共)?\d+ ?(?:items?|rows?|documents?|invoices?|笔|条|张|行|项)\)?$/, "");
  for (const [kind, words] of ALONE) if (words.test(word)) return { kind, level: 0, name: "", alone: true };
  for (const [kind, words] of NAMED) {
    const named = words.exec(word);
    if (named !== null) return { kind, level: 0, name: (named[1] ?? named[2] ?? "").trim(), alone: false };
  }
  const han = NAMED_HAN.exec(word);
  if (han === null) return undefined;
  return { kind: (han[1] ?? han[4]) === "总计" ? "grand" : "sub", level: 0, name: (han[2] ?? han[3] ?? "").trim(), alone: false };
}

/** Cheap: most cells hold none of these. */
const MAY_SAY = /total|sum|forward|balance|cumulative|[bc]\/f|计|\*|承|过次|转下|接下|期初|期末|结转|年初/i;

/** 合　计 is 合计. */
function squeezedHan(text: string): string {
  return text.replace(/([\p{Script=Han}]) (?=[\p{Script=Han}])/gu, "$1");
}

/** Whole cell says a total, so that no buyer is called so. */
export function isTotalAlone(text: string): boolean {
  return totalWord(text)?.alone === true;
}
