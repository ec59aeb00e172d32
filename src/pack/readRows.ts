import type { FormulaTemplate } from "../bank/pack/canonical";
import { FilledFormula } from "./filledFormula";
import { SharedFormula } from "./sharedFormula";
import { attributesIn, isPrefixed, isTrue, textOfXml } from "./xml";

/**
 * What a sheet's cells are told to, in reading order: `row` from 1, `column` from 0, `style` its place in the styles. A formula
 * filled down is one template, the same object for each of its rows.
 */
export type CellSink = (row: number, column: number, formula: FormulaTemplate | undefined, value: number | string, style: number) => void;

/** A row lower than this (points) shows nothing. */
const LOWEST_ROW = 4;

export const ROW_END = "</row>";

const LESS = 60, GREATER = 62, SLASH = 47, QUOTE = 34, SPACE = 32, EQUALS = 61, POINT = 46, MINUS = 45, ZERO = 48, NINE = 57;

/** Besides `r`, `s` and `t`: metadata of arrays and of values, phonetics. */
const CELL_ATTRIBUTES = new Set(["cm", "vm", "ph"]);
const CELL_ENDS = new Set(["v", "f", "is"]);

const TENS = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** One pass over the rows; nothing is looked up by pattern, for there may be millions of cells. */
export class RowReader {
  readonly hidden: number[] = [];
  readonly #texts: readonly string[];
  readonly #sink: CellSink;
  readonly #shared = new Map<string, SharedFormula>();
  /** by column, the formula that was read there last */
  readonly #filled: (FilledFormula | undefined)[] = [];
  #xml = "";
  #at = 0;
  #row = 0;
  #column = -1;

  constructor(texts: readonly string[], sink: CellSink) {
    this.#texts = texts;
    this.#sink = sink;
  }

  /** The rows up to `end`, or to where all are over: how far it came. */
  read(xml: string, end: number): number {
    this.#xml = xml;
    this.#at = 0;
    for (;;) {
      const open = xml.indexOf("<", this.#at);
      if (open < 0 || open >= end) return end;
      const first = xml.charCodeAt(open + 1);
      if (first === 99 && isTagEnd(xml.charCodeAt(open + 2))) this.#cell(open); // <c
      else if (xml.startsWith("row", open + 1) && isTagEnd(xml.charCodeAt(open + 4))) this.#openRow(open);
      else if (xml.startsWith(ROW_END, open)) this.#at = open + ROW_END.length;
      else if (xml.startsWith("</sheetData", open)) return open;
      else throw new SyntaxError("A row holds what is no cell");
    }
  }

  #openRow(open: number): void {
    const close = this.#xml.indexOf(">", open);
    const tag = this.#xml.slice(open, close);
    const attributes = attributesIn(tag);
    if (close < 0 || tag.includes("xmlns")) throw new SyntaxError("A row of other names");
    this.#row = Number(attributes.get("r") ?? this.#row + 1);
    this.#column = -1;
    const height = attributes.get("ht");
    if (isTrue(attributes.get("hidden")) || (height !== undefined && Number(height) < LOWEST_ROW)) this.hidden.push(this.#row);
    this.#at = close + 1;
  }

  #cell(open: number): void {
    const xml = this.#xml;
    let at = open + 2;
    let type = "";
    let style = 0;
    this.#column++;
    for (let code = xml.charCodeAt(at); code !== GREATER && code !== SLASH; code = xml.charCodeAt(at)) { // attributes
      if (code === SPACE) {
        at++;
        continue;
      }
      const equals = xml.charCodeAt(at + 1) === EQUALS ? at + 1 : xml.indexOf("=", at);
      const quote = equals + 2;
      const end = xml.indexOf('"', quote);
      if (equals < 0 || end < 0 || xml.charCodeAt(equals + 1) !== QUOTE) throw new SyntaxError("A cell's tag does not end");
      if (equals !== at + 1 && !CELL_ATTRIBUTES.has(xml.slice(at, equals))) throw new SyntaxError("A cell of other names");
      const name = xml.charCodeAt(equals - 1);
      if (name === 114) this.#column = columnAt(xml, quote);
      else if (name === 115) style = numberAt(xml, quote, end);
      else if (name === 116) type = xml.slice(quote, end);
      at = end + 1;
    }
    if (xml.charCodeAt(at) === SLASH) {
      this.#at = at + 2;
      return;
    }
    this.#content(at + 1, type, style);
  }

  #content(from: number, type: string, style: number): void {
    const xml = this.#xml;
    let formula: FormulaTemplate | undefined;
    let value: number | string = "";
    let at = from;
    for (;;) {
      const open = xml.charCodeAt(at) === LESS ? at : xml.indexOf("<", at);
      if (open < 0) throw new SyntaxError("A cell does not end");
      const first = xml.charCodeAt(open + 1);
      const close = xml.charCodeAt(open + 2) === GREATER ? open + 2 : xml.indexOf(">", open);
      if (first === SLASH) {
        at = close + 1;
        if (xml.charCodeAt(open + 2) === 99 && xml.charCodeAt(open + 3) === GREATER) break; // </c>
        if (!CELL_ENDS.has(xml.slice(open + 2, close))) throw new SyntaxError("A cell holds what is none of its parts");
      } else if (first === 118 && (close === open + 2 || this.#isPlain(open, close))) { // <v>
        const end = xml.indexOf("<", close);
        value = this.#value(close + 1, end, type);
        at = end;
      } else if (first === 102) { // <f>
        const end = xml.charCodeAt(close - 1) === SLASH ? close : xml.indexOf("<", close);
        formula = this.#formula(open, close, end === close ? close + 1 : end);
        at = end === close ? close + 1 : end;
      } else if (first === 105) { // <is>
        const end = xml.indexOf("</is>", close);
        const runs = xml.slice(close + 1, end);
        if (end < 0 || !xml.startsWith("<is>", open) || isPrefixed(runs)) throw new SyntaxError("A text of other names");
        value = runsIn(runs);
        at = end + 5;
      } else throw new SyntaxError("A cell holds what is none of its parts");
    }
    this.#at = at;
    if (formula !== undefined || value !== "") this.#sink(this.#row, this.#column, formula, value, style);
  }

  /** `<v xml:space="preserve">` */
  #isPlain(open: number, close: number): boolean {
    return /^<v xml:space="preserve"$/.test(this.#xml.slice(open, close));
  }

  #value(from: number, end: number, type: string): number | string {
    const xml = this.#xml;
    if (type === "s") return this.#texts[numberAt(xml, from, end)] ?? "#REF!";
    if (type === "" || type === "n") return numberAt(xml, from, end);
    const text = xml.slice(from, end);
    return type === "b" ? (text === "1" ? "TRUE" : "FALSE") : textOfXml(text);
  }

  /** `<f>` from `open`, its tag up to `close`, its text up to `end`. One filled over many cells may be written once, the others name it by number. */
  #formula(open: number, close: number, end: number): FormulaTemplate {
    const xml = this.#xml;
    const known = this.#filled[this.#column];
    const tag = close === open + 2 ? "" : xml.slice(open, close);
    if (tag !== "" && (tag.includes("xmlns") || !isTagEnd(xml.charCodeAt(open + 2)))) throw new SyntaxError("A formula of other names");
    if (tag.includes("shared")) return this.#sharedFormula(tag, xml.slice(close + 1, end));
    if (known?.isAt(xml, close + 1, end, this.#row) === true) return known.template;
    const written = xml.slice(close + 1, end);
    return (this.#filled[this.#column] = new FilledFormula(written, textOfXml(written), this.#row)).template;
  }

  #sharedFormula(tag: string, content: string): FormulaTemplate {
    const attributes = attributesIn(tag);
    let text = textOfXml(content);
    if (attributes.get("t") === "shared") {
      const index = attributes.get("si") ?? "";
      if (text === "") text = this.#shared.get(index)?.at(this.#row, this.#column) ?? "#REF!";
      else this.#shared.set(index, new SharedFormula(text, this.#row, this.#column));
    }
    const known = this.#filled[this.#column];
    if (known?.template.at(this.#row) === text) return known.template;
    return (this.#filled[this.#column] = new FilledFormula(content, text, this.#row)).template;
  }
}

function isTagEnd(code: number): boolean {
  return code === 32 || code === GREATER || code === SLASH || code === LESS;
}

/** What `Number` makes of the characters: up to 15 digits are a whole number over a power of ten, both exact, so one division rounds as it does. */
function numberAt(xml: string, from: number, end: number): number {
  const isNegative = xml.charCodeAt(from) === MINUS;
  let at = isNegative ? from + 1 : from;
  let digits = 0, point = -1;
  for (; at < end; at++) {
    const code = xml.charCodeAt(at);
    if (code >= ZERO && code <= NINE) digits = digits * 10 + code - ZERO;
    else if (code === POINT && point < 0) point = at;
    else return Number(xml.slice(from, end));
  }
  if (end - from > 15 || end === from || !isDigit(xml.charCodeAt(end - 1))) return Number(xml.slice(from, end));
  const value = point < 0 ? digits : digits / TENS[end - 1 - point]!;
  return isNegative ? -value : value;
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

function columnAt(xml: string, from: number): number {
  let column = 0;
  for (let at = from; ; at++) {
    const code = xml.charCodeAt(at);
    if (code < 65 || code === QUOTE) return column - 1;
    column = column * 26 + (code & 31);
  }
}

/** The text of a string: of all its runs, but not of how they are pronounced. */
export function runsIn(xml: string): string {
  const said = xml.includes("rPh") ? xml.replace(/<rPh[\s>][\s\S]*?<\/rPh>/g, "") : xml;
  let text = "";
  for (let open = said.indexOf("<t"); open >= 0; open = said.indexOf("<t", open + 2)) {
    if (!isTagEnd(said.charCodeAt(open + 2))) continue;
    const close = said.indexOf(">", open);
    if (said.charCodeAt(close - 1) === SLASH) continue;
    text += said.slice(close + 1, said.indexOf("<", close));
  }
  return textOfXml(text);
}

