import { plain, type Cell } from "../values/cell";
import type { Field } from "./field";
import { bracketedText, changedByBrackets, headingText, headingWords, withoutNoise } from "./headingText";

/** Why a heading was taken for a field: its very words; its words in another order; a word of several meanings; nearly its words. */
export type Because = "exact" | "words" | "ambiguous" | "similar" | "chosen" | "group";

export interface Hit {
  readonly field: Field;
  /** 0 to 1: how much the heading says it (methods.md K3.2) */
  readonly word: number;
  readonly because: Because;
  /** place of the words in the field's list: of two that are equal else, the first is meant */
  readonly order: number;
}

const WORTH = { exact: 1, words: 0.8, ambiguous: 0.7, similar: 0.6 } as const;

/** A word of two meanings among words that add nothing. */
const AMBIGUOUS_WORDS = 0.56;

/** What settles a document is never guessed from a heading that says more than that: `Payment date predicted` is no payment. */
const NEVER_AMONG_OTHERS = new Set(["settledDate", "paid", "paidLocal", "credited", "writeOff", "discount"]);

/** Words that turn a column into another one: what is planned, last, or without. No other word is passed over beside them. */
const TURNING = new Set(
  ("expected planned promised promise predict predicted prediction next last first not non un no estimated forecast average avg overdue past discount requested reminder follow up previous prior ytd mtd cumulative running target " +
    "limit days day year month format name address status rate percent pct count qty quantity price cost budget plan min max untaxed vendor supplier purchase bank email phone").split(" "),
);

/** Prefixes of Chinese headings that do not change what follows. */
const HARMLESS = ["应收账款", "应收款项", "应收款", "应收", "销售", "货款", "账款", "单据", "发票", "业务", "往来", "客户"];

/** In front of a known heading these say that it is not it: 预计回款日期 is no day on which anything was paid. */
const TURNING_HAN = /[未不非无待可应预计划承诺约定拟]|上次|下次|最近|最后|首次|平均|折扣|逾期|超期|供应商|采购|应付|税/;

const NONE: readonly Hit[] = [];

const SHORTEST_SIMILAR = 6, SHORTEST_AMONG_OTHERS = 5;
const LONGEST_HAN = 12;
const MOST_REMEMBERED = 5000, LONGEST_REMEMBERED = 200;

/** Headings of one list of fields, found by their text. Built once a list. */
export class HeadingIndex {
  readonly #byText = new Map<string, Hit[]>();
  readonly #byWords = new Map<string, Hit[]>();
  /** words that alone name a field */
  readonly #naming = new Map<string, Set<Field>>();
  readonly #vocabulary = new Set<string>();
  readonly #byLength: string[][] = [];
  /** phrases of several words, by their first */
  readonly #phrases = new Map<string, { readonly field: Field; readonly words: readonly string[] }[]>();
  readonly #remembered = new Map<string, readonly Hit[]>();
  readonly #plainly = new Map<string, readonly Hit[]>();
  readonly #mendedWords = new Map<string, string>();

  constructor(fields: readonly Field[]) {
    for (const field of fields) {
      field.exact.forEach((text, order) => this.#name(text, { field, word: WORTH.exact, because: "exact", order }));
      field.maybe.forEach((text, order) => field.exact.includes(text) || this.#name(text, { field, word: WORTH.ambiguous, because: "ambiguous", order }));
      field.phrases.forEach((words, order) => this.#phrase(field, words, order));
    }
    for (const word of this.#vocabulary) (this.#byLength[word.length] ??= []).push(word);
  }

  static #built = new WeakMap<readonly Field[], HeadingIndex>();

  static of(fields: readonly Field[]): HeadingIndex {
    let index = HeadingIndex.#built.get(fields);
    if (index === undefined) HeadingIndex.#built.set(fields, (index = new HeadingIndex(fields)));
    return index;
  }

  #name(text: string, hit: Hit): void {
    push(this.#byText, text, hit);
    let named = this.#naming.get(text);
    if (named === undefined) this.#naming.set(text, (named = new Set()));
    named.add(hit.field);
    this.#vocabulary.add(text);
  }

  #phrase(field: Field, words: readonly string[], order: number): void {
    for (const word of words) this.#vocabulary.add(word);
    const kept = withoutNoise(words);
    if (kept.length > 1) this.#phrases.set(kept[0]!, [...(this.#phrases.get(kept[0]!) ?? []), { field, words: kept }]);
    if (kept.length > 0) push(this.#byWords, inOrder(kept), { field, word: WORTH.words, because: "words", order });
  }

  /** Fields that the heading says, without guessing: enough to tell headings from data. */
  plainly(cell: Cell): readonly Hit[] {
    const heading = plain(cell);
    return typeof heading === "string" ? remembered(this.#plainly, heading, () => this.#said(heading)) : NONE;
  }

  #said(heading: string): readonly Hit[] {
    const text = headingText(heading);
    if (text === "") return NONE;
    if (/\d/.test(text)) return this.#byText.get(text) ?? NONE; // numbers are data's; the few headings that have one are listed
    return this.#exactly(heading, text) ?? this.#byTheirWords(heading) ?? NONE;
  }

  /** Every field that the heading may mean. A surer reading leaves no room for a less sure one. */
  hits(cell: Cell): readonly Hit[] {
    const heading = plain(cell);
    return typeof heading === "string" ? remembered(this.#remembered, heading, () => this.#hits(heading)) : NONE;
  }

  #hits(heading: string): readonly Hit[] {
    const plainly = this.plainly(heading);
    if (plainly.length > 0) return plainly;
    const text = headingText(heading);
    if (text === "" || isNumber(text)) return NONE;
    return isHan(text) ? this.#similarHan(text) : this.#similar(heading);
  }

  #exactly(heading: string, text: string): readonly Hit[] | undefined {
    const bracketed = bracketedText(heading);
    const whole = bracketed === "" ? undefined : (this.#byText.get(bracketed) ?? this.#byText.get(headingWords(heading, true).join("")));
    if (whole !== undefined) return whole;
    if (bracketed !== "" && changedByBrackets(heading)) return undefined;
    return this.#byText.get(text) ?? this.#byText.get(headingWords(heading).join(""));
  }

  #byTheirWords(heading: string): readonly Hit[] | undefined {
    if (!this.#knowsWords(heading)) return undefined;
    const changed = changedByBrackets(heading);
    const kept = withoutNoise(headingWords(heading, changed));
    if (kept.length === 0) return undefined;
    const core = this.#byText.get(kept.join(""));
    if (core !== undefined) return core.map((hit) => (hit.because === "exact" ? { ...hit, word: WORTH.words, because: "words" } : { ...hit, word: AMBIGUOUS_WORDS }));
    const found = this.#byWords.get(inOrder(kept));
    if (found !== undefined || changed) return found;
    const text = kept.join("");
    return isHan(text) ? this.#behindPrefix(text) : undefined;
  }

  /** A quick look, for data: its last word is one of the headings', unless it may be an abbreviation, a currency or Chinese. */
  #knowsWords(heading: string): boolean {
    const last = /[A-Za-z]+$/.exec(heading)?.[0];
    return last === undefined || last.length <= 6 || /[a-z][A-Z]/.test(last) || this.#vocabulary.has(last.toLowerCase());
  }

  #behindPrefix(text: string): readonly Hit[] | undefined {
    for (const prefix of HARMLESS) {
      if (!text.startsWith(prefix) || text.length === prefix.length) continue;
      const rest = this.#byText.get(text.slice(prefix.length));
      if (rest !== undefined) return rest.map((hit) => (hit.because === "exact" ? { ...hit, word: WORTH.words, because: "words" } : { ...hit, word: AMBIGUOUS_WORDS }));
    }
    return undefined;
  }

  /** A known heading of three characters or more within a longer one, where nothing else in it says another thing. */
  #similarHan(text: string): readonly Hit[] {
    for (let from = Math.max(1, text.length - LONGEST_HAN); from <= Math.min(4, text.length - 3); from++) {
      const named = this.#byText.get(text.slice(from))?.filter(({ field, because }) => because === "exact" && !NEVER_AMONG_OTHERS.has(field.name));
      const rest = text.slice(0, from);
      if (named === undefined || TURNING_HAN.test(rest) || this.#namesIn(rest)) continue;
      return named.map(({ field, order }) => ({ field, word: WORTH.similar, because: "similar", order }));
    }
    return NONE;
  }

  #namesIn(rest: string): boolean {
    for (let from = 0; from < rest.length; from++) for (let to = from + 2; to <= rest.length; to++) if (this.#naming.has(rest.slice(from, to))) return true;
    return false;
  }

  /** One letter wrong in a long word, or the heading's words among at most two others that name no other field. */
  #similar(heading: string): readonly Hit[] {
    const words = withoutNoise(headingWords(heading));
    if (words.length === 0 || words.length > 8) return [];
    const mended = words.map((word) => this.#mended(word, words.length > 1 ? SHORTEST_AMONG_OTHERS : SHORTEST_SIMILAR));
    const hits = new Map<Field, Hit>();
    const known = mended.join("");
    if (known !== words.join("")) for (const { field, because, order } of this.#byText.get(known) ?? this.#byWords.get(inOrder(mended)) ?? []) if (because !== "ambiguous") hits.set(field, { field, word: WORTH.similar, because: "similar", order });
    if (hits.size > 0) return [...hits.values()];
    for (const { field, words: phrase } of mended.flatMap((word) => this.#phrases.get(word) ?? [])) {
      if (NEVER_AMONG_OTHERS.has(field.name) || phrase.length >= mended.length || mended.length - phrase.length > 2 || !phrase.every((word) => mended.includes(word))) continue;
      const others = mended.filter((word) => !phrase.includes(word));
      if (others.some((word) => TURNING.has(word) || /^\d+$/.test(word) || this.#namesAnother(word, field))) continue;
      hits.set(field, { field, word: WORTH.similar, because: "similar", order: 0 });
    }
    return [...hits.values()];
  }

  #namesAnother(word: string, field: Field): boolean {
    const named = this.#naming.get(word);
    return named !== undefined && !(named.size === 1 && named.has(field));
  }

  /** The word of the headings that differs from this one by one letter; itself where there is none or it is known. */
  #mended(word: string, shortest: number): string {
    if (word.length < shortest || this.#vocabulary.has(word) || TURNING.has(word)) return word;
    let mended = this.#mendedWords.get(word);
    if (mended === undefined) {
      const near = [0, 1, -1].flatMap((more) => this.#byLength[word.length + more] ?? []);
      mended = near.find((known) => oneLetterApart(word, known)) ?? word;
      if (this.#mendedWords.size >= MOST_REMEMBERED) this.#mendedWords.clear();
      this.#mendedWords.set(word, mended);
    }
    return mended.length < shortest ? word : mended;
  }
}

/** One letter changed, added, left out, or two neighbours exchanged. */
export function oneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const more = long.length - short.length;
  if (more > 1 || a === b) return false;
  let begin = 0;
  while (begin < short.length && short.charCodeAt(begin) === long.charCodeAt(begin)) begin++;
  let end = 0;
  while (end < short.length - begin && short.charCodeAt(short.length - 1 - end) === long.charCodeAt(long.length - 1 - end)) end++;
  const left = short.length - begin - end;
  return more === 1 ? left === 0 : left === 1 || (left === 2 && short[begin] === long[begin + 1] && short[begin + 1] === long[begin]);
}

/** What a text said when it was last met: the rows searched hold the same few texts again and again. */
function remembered(memory: Map<string, readonly Hit[]>, heading: string, work: () => readonly Hit[]): readonly Hit[] {
  let hits = memory.get(heading);
  if (hits === undefined) {
    hits = work();
    if (memory.size >= MOST_REMEMBERED) memory.clear();
    if (heading.length < LONGEST_REMEMBERED) memory.set(heading, hits);
  }
  return hits;
}

function push(map: Map<string, Hit[]>, key: string, hit: Hit): void {
  const hits = map.get(key);
  if (hits === undefined) map.set(key, [hit]);
  else if (!hits.some(({ field }) => field === hit.field)) hits.push(hit);
}

function inOrder(words: readonly string[]): string {
  return [...words].sort().join(" ");
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}
