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

const SHORTEST_SIMILAR = 6, SHORTEST_AMONG_OTHERS = 5;
const MOST_REMEMBERED = 5000;

/** Headings of one list of fields, found by their text. Built once a list. */
export class HeadingIndex {
  readonly #byText = new Map<string, Hit[]>();
  readonly #byWords = new Map<string, Hit[]>();
  /** words that alone name a field */
  readonly #naming = new Map<string, Set<Field>>();
  readonly #vocabulary = new Set<string>();
  readonly #phrases: { readonly field: Field; readonly words: readonly string[] }[] = [];
  readonly #remembered = new Map<string, readonly Hit[]>();

  constructor(fields: readonly Field[]) {
    for (const field of fields) {
      for (const text of field.exact) this.#name(text, { field, word: WORTH.exact, because: "exact" });
      for (const text of field.maybe) if (!field.exact.includes(text)) this.#name(text, { field, word: WORTH.ambiguous, because: "ambiguous" });
      for (const words of field.phrases) this.#phrase(field, words);
    }
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

  #phrase(field: Field, words: readonly string[]): void {
    for (const word of words) this.#vocabulary.add(word);
    this.#phrases.push({ field, words });
    const kept = withoutNoise(words);
    if (kept.length > 0) push(this.#byWords, inOrder(kept), { field, word: WORTH.words, because: "words" });
  }

  /** Fields that the heading says, without guessing: enough to tell headings from data. */
  plainly(cell: Cell): readonly Hit[] {
    const heading = plain(cell);
    const text = headingText(heading);
    if (text === "" || isNumber(text)) return [];
    const exactly = this.#exactly(heading as string, text);
    if (exactly !== undefined || /\d/.test(text)) return exactly ?? []; // numbers are data's; the few headings that have one are listed
    return this.#byTheirWords(heading as string) ?? [];
  }

  /** Every field that the heading may mean. A surer reading leaves no room for a less sure one. */
  hits(cell: Cell): readonly Hit[] {
    const heading = plain(cell);
    if (typeof heading !== "string") return [];
    let hits = this.#remembered.get(heading);
    if (hits === undefined) {
      hits = this.#hits(heading);
      if (this.#remembered.size >= MOST_REMEMBERED) this.#remembered.clear();
      if (heading.length < 200) this.#remembered.set(heading, hits);
    }
    return hits;
  }

  #hits(heading: string): readonly Hit[] {
    const plainly = this.plainly(heading);
    if (plainly.length > 0) return plainly;
    const text = headingText(heading);
    if (text === "" || isNumber(text)) return [];
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
    const hits: Hit[] = [];
    for (const [known, named] of this.#byText) {
      if (known.length < 3 || known.length >= text.length || text.length - known.length > 4 || !text.endsWith(known) || !isHan(known)) continue;
      const rest = text.slice(0, text.length - known.length);
      if (TURNING_HAN.test(rest) || this.#namesIn(rest)) continue;
      for (const hit of named) if (hit.because === "exact" && !NEVER_AMONG_OTHERS.has(hit.field.name)) hits.push({ field: hit.field, word: WORTH.similar, because: "similar" });
    }
    return hits;
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
    if (known !== words.join("")) for (const { field, because } of this.#byText.get(known) ?? this.#byWords.get(inOrder(mended)) ?? []) if (because !== "ambiguous") hits.set(field, { field, word: WORTH.similar, because: "similar" });
    if (hits.size > 0) return [...hits.values()];
    for (const { field, words: phrase } of this.#phrases) {
      if (NEVER_AMONG_OTHERS.has(field.name) || phrase.length < 2 || phrase.length >= mended.length || mended.length - phrase.length > 2 || !phrase.every((word) => mended.includes(word))) continue;
      const others = mended.filter((word) => !phrase.includes(word));
      if (others.some((word) => TURNING.has(word) || /^\d+$/.test(word) || this.#namesAnother(word, field))) continue;
      hits.set(field, { field, word: WORTH.similar, because: "similar" });
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
    for (const known of this.#vocabulary) if (known.length >= shortest && Math.abs(known.length - word.length) <= 1 && oneLetterApart(word, known)) return known;
    return word;
  }
}

/** One letter changed, added, left out, or two neighbours exchanged. */
export function oneLetterApart(a: string, b: string): boolean {
  if (a === b) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.length === restB.length && restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
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
