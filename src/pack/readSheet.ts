import { SharedFormula } from "./sharedFormula";
import { attributesIn, elementsIn, textOfXml } from "./xml";

/** What a sheet's cells are told to, in reading order: `row` from 1, `column` from 0, `style` its place in the styles. */
export type CellSink = (row: number, column: number, formula: string | undefined, value: number | string, style: number) => void;

/** What hides or covers cells, and what else hangs on the sheet. */
export interface SheetShown {
  /** 1-based rows and 0-based columns that are hidden, or too small to be seen */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  readonly merges: readonly string[];
  /** elements that no pack has: drawings, comments, conditional looks, controls */
  readonly foreign: readonly string[];
}

/** A row lower than this (points), a column narrower than this (characters) shows nothing. */
const LOWEST_ROW = 4, NARROWEST_COLUMN = 0.8;

const FOREIGN = ["drawing", "legacyDrawing", "oleObjects", "controls", "picture", "tableParts", "conditionalFormatting", "webPublishItems"];

/** Walks one sheet's XML. `undefined` as a text index is a broken file: its cell says so and no seal fits. */
export function readSheet(xml: string, texts: readonly string[], sink: CellSink): SheetShown {
  const from = xml.indexOf("<sheetData");
  const begin = from < 0 ? xml.length : from;
  const close = xml.indexOf("</sheetData>", begin);
  const end = close < 0 ? xml.length : close;
  const hiddenRows = from < 0 ? [] : new RowReader(xml, begin, end, texts, sink).read();
  const head = xml.slice(0, begin);
  const tail = xml.slice(end);
  return {
    hiddenRows,
    hiddenColumns: hiddenColumnsIn(head),
    merges: elementsIn(tail, "mergeCell").map(({ attributes }) => attributes.get("ref") ?? ""),
    foreign: FOREIGN.filter((name) => elementsIn(tail, name).length > 0),
  };
}

function hiddenColumnsIn(head: string): number[] {
  const hidden: number[] = [];
  for (const { attributes } of elementsIn(head, "col")) {
    const width = attributes.get("width");
    if (!isTrue(attributes.get("hidden")) && !(width !== undefined && Number(width) < NARROWEST_COLUMN)) continue;
    const [min, max] = [Number(attributes.get("min")), Number(attributes.get("max"))];
    for (let column = min; column <= Math.min(max, min + 100); column++) hidden.push(column - 1);
  }
  return hidden;
}

function isTrue(text: string | undefined): boolean {
  return text === "1" || text === "true";
}

const LESS = 60, GREATER = 62, SLASH = 47, QUOTE = 34;

/** One pass over the rows; nothing is looked up by pattern, for there may be millions of cells. */
class RowReader {
  readonly #xml: string;
  readonly #end: number;
  readonly #texts: readonly string[];
  readonly #sink: CellSink;
  readonly #shared = new Map<string, SharedFormula>();
  readonly #hidden: number[] = [];
  #at: number;
  #row = 0;
  #column = -1;

  constructor(xml: string, begin: number, end: number, texts: readonly string[], sink: CellSink) {
    this.#xml = xml;
    this.#at = begin + 1;
    this.#end = end;
    this.#texts = texts;
    this.#sink = sink;
  }

  read(): readonly number[] {
    const xml = this.#xml;
    for (;;) {
      const open = xml.indexOf("<", this.#at);
      if (open < 0 || open >= this.#end) return this.#hidden;
      const first = xml.charCodeAt(open + 1);
      if (first === 114 && xml.charCodeAt(open + 2) === 111) this.#openRow(open); // <row
      else if (first === 99 && isTagEnd(xml.charCodeAt(open + 2))) this.#cell(open); // <c
      else this.#at = open + 1;
    }
  }

  #openRow(open: number): void {
    const close = this.#xml.indexOf(">", open);
    const attributes = attributesIn(this.#xml.slice(open, close));
    this.#row = Number(attributes.get("r") ?? this.#row + 1);
    this.#column = -1;
    const height = attributes.get("ht");
    if (isTrue(attributes.get("hidden")) || (height !== undefined && Number(height) < LOWEST_ROW)) this.#hidden.push(this.#row);
    this.#at = close + 1;
  }

  #cell(open: number): void {
    const xml = this.#xml;
    let at = open + 2;
    let type = "";
    let style = 0;
    this.#column++;
    while (xml.charCodeAt(at) !== GREATER && xml.charCodeAt(at) !== SLASH) { // attributes
      const equals = xml.indexOf("=", at);
      const quote = xml.indexOf('"', equals) + 1;
      const endQuote = xml.indexOf('"', quote);
      if (equals < 0 || endQuote < 0) throw new SyntaxError("A cell's tag does not end");
      const name = xml.charCodeAt(equals - 1);
      if (name === 114) this.#column = columnAt(xml, quote);
      else if (name === 115) style = Number(xml.slice(quote, endQuote));
      else if (name === 116) type = xml.slice(quote, endQuote);
      at = endQuote + 1;
      while (xml.charCodeAt(at) === 32) at++;
    }
    if (xml.charCodeAt(at) === SLASH) {
      this.#at = at + 2;
      return;
    }
    this.#content(at + 1, type, style);
  }

  #content(from: number, type: string, style: number): void {
    const xml = this.#xml;
    let formula: string | undefined;
    let value: number | string = "";
    let at = from;
    for (;;) {
      const open = xml.indexOf("<", at);
      if (open < 0) throw new SyntaxError("A cell does not end");
      const first = xml.charCodeAt(open + 1);
      const close = xml.indexOf(">", open);
      if (first === SLASH) {
        at = close + 1;
        if (xml.charCodeAt(open + 2) === 99 && xml.charCodeAt(open + 3) === GREATER) break; // </c>
      } else if (first === 118) { // <v>
        const end = xml.indexOf("<", close);
        value = this.#value(xml.slice(close + 1, end), type);
        at = end;
      } else if (first === 102) { // <f>
        const end = xml.charCodeAt(close - 1) === SLASH ? close : xml.indexOf("<", close);
        formula = this.#formula(xml.slice(open, close), end === close ? "" : xml.slice(close + 1, end));
        at = end === close ? close + 1 : end;
      } else if (first === 105) { // <is>
        const end = xml.indexOf("</is>", close);
        value = runsIn(xml.slice(close + 1, end));
        at = end + 5;
      } else at = close + 1;
    }
    this.#at = at;
    if (formula !== undefined || value !== "") this.#sink(this.#row, this.#column, formula, value, style);
  }

  #value(text: string, type: string): number | string {
    if (type === "s") return this.#texts[Number(text)] ?? "#REF!";
    if (type === "" || type === "n") return Number(text);
    if (type === "b") return text === "1" ? "TRUE" : "FALSE";
    return textOfXml(text);
  }

  /** A formula filled over many cells is written once, the others name it by number. */
  #formula(tag: string, content: string): string {
    const text = textOfXml(content);
    if (tag.length === 2) return text;
    const attributes = attributesIn(tag);
    if (attributes.get("t") !== "shared") return text;
    const index = attributes.get("si") ?? "";
    if (text !== "") this.#shared.set(index, new SharedFormula(text, this.#row, this.#column));
    return text === "" ? (this.#shared.get(index)?.at(this.#row, this.#column) ?? "#REF!") : text;
  }
}

function isTagEnd(code: number): boolean {
  return code === 32 || code === GREATER || code === SLASH || code === LESS;
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

