import { sha256Of } from "../../values/sha256";
import type { Look, PackSheet } from "./document";
import { styled } from "./document";

/** What a cell looks like, without a word of the file format. Colours are six hexadecimal digits; none is black on white. */
export interface LookStyle {
  readonly format?: string;
  readonly bold?: true;
  readonly italic?: true;
  /** points; 10 where none */
  readonly size?: number;
  readonly colour?: string;
  readonly fill?: string;
  readonly align?: "left" | "right" | "center";
  readonly indent?: number;
  readonly wrap?: true;
  readonly top?: "thin" | "double";
  readonly bottom?: "thin";
  readonly font?: string;
}

const INK = "1F3864", GREY = "595959", BAND = "E7ECF4", INPUT = "0000C0"; // what is given stands in blue, as in bankers' sheets; every one above 4.5:1 on its ground
const SHARE = "0.00%", DAY = "yyyy-mm-dd", COUNT = "#,##0";

export function moneyFormat(exponent: number): string {
  return exponent === 0 ? "#,##0" : `#,##0.${"0".repeat(exponent)}`;
}

/** By name; money with the decimals of its currency. Meaning never rests on colour alone: checks are words, terms have their own column. */
export function looksFor(exponent: number): Readonly<Record<Look, LookStyle>> {
  const money = moneyFormat(exponent);
  return {
    title: { bold: true, size: 16, colour: INK },
    subtitle: { colour: GREY },
    section: { bold: true, size: 12, colour: INK },
    heading: { bold: true, fill: BAND, colour: INK, bottom: "thin", wrap: true, align: "left" },
    headingRight: { bold: true, fill: BAND, colour: INK, bottom: "thin", wrap: true, align: "right" },
    headingCentre: { bold: true, fill: BAND, colour: INK, bottom: "thin", wrap: true, align: "center" },
    headingIndented: { bold: true, fill: BAND, colour: INK, bottom: "thin", wrap: true, align: "left", indent: 1 },
    text: {},
    right: { align: "right", colour: GREY },
    label: { wrap: true, align: "left" },
    indented: { align: "left", indent: 1 },
    wrapped: { wrap: true, align: "left", indent: 1 },
    money: { format: money },
    moneyTotal: { format: money, bold: true, top: "thin" },
    share: { format: SHARE },
    days: { format: "0.0" },
    times: { format: "0.00" },
    count: { format: COUNT },
    day: { format: DAY, align: "center" },
    dayRight: { format: DAY, align: "right" },
    total: { bold: true, top: "thin" },
    engine: { format: money, size: 8, colour: GREY },
    engineShare: { format: SHARE, size: 8, colour: GREY },
    check: { bold: true, align: "center" },
    warning: { bold: true, align: "left", colour: "9C0006", fill: "FFF2CC" },
    ground: { fill: "FFF2CC" },
    link: { colour: "0563C1" },
    input: { format: money, colour: INPUT },
    inputShare: { format: SHARE, colour: INPUT },
    inputDay: { format: DAY, colour: INPUT, align: "right" },
    inputText: { colour: INPUT, align: "right" },
    small: { size: 8, colour: GREY },
    line: { bottom: "thin" },
    monospace: { size: 8, font: "Courier New", align: "left", indent: 1 },
    code: { align: "left" },
  };
}

/** The part of a look that could mislead, in the form that other programs' files have too: format, weight, colour, ground. */
export function canonicalLook({ format, bold, colour, fill }: Pick<LookStyle, "format" | "bold" | "colour" | "fill">): string {
  return `${canonicalFormat(format)}|${bold === true ? "b" : ""}|${ink(colour)}|${fill?.toUpperCase() ?? ""}`;
}

function ink(colour: string | undefined): string {
  return colour === undefined || colour === "000000" ? "" : colour.toUpperCase();
}

/** Programs write the same format with or without quotes, escapes and language. */
function canonicalFormat(format: string | undefined): string {
  if (format === undefined) return "General";
  return format.replace(/\[\$[^\]]*\]/g, "").replace(/["\\]/g, "").toLowerCase().replace(/^general$/, "General");
}

/** A sheet's looks in one seal, row by row; rows that look like the one before are counted. */
export class LooksSealer {
  readonly #lines: string[] = [];
  #columns: number[] = [];
  #looks: string[] = [];
  #lastColumns: number[] = [];
  #lastLooks: string[] = [];
  #row = 0;
  #first = 0;

  cell(row: number, column: number, look: string): void {
    if (row !== this.#row) {
      this.#close();
      this.#row = row;
    }
    this.#columns.push(column);
    this.#looks.push(look);
  }

  finish(): string {
    this.#close();
    this.#end();
    return sha256Of(this.#lines.join(""));
  }

  /** A row is over: it goes on as the one before, or it begins anew. */
  #close(): void {
    if (this.#columns.length > 0 && !this.#isAsLast()) {
      this.#end();
      [this.#lastColumns, this.#columns] = [this.#columns, this.#lastColumns];
      [this.#lastLooks, this.#looks] = [this.#looks, this.#lastLooks];
      this.#first = this.#row;
    }
    this.#columns.length = 0;
    this.#looks.length = 0;
  }

  #isAsLast(): boolean {
    const { length } = this.#columns;
    if (length !== this.#lastColumns.length) return false;
    for (let k = 0; k < length; k++) if (this.#columns[k] !== this.#lastColumns[k] || this.#looks[k] !== this.#lastLooks[k]) return false;
    return true;
  }

  #end(): void {
    if (this.#lastColumns.length > 0) this.#lines.push(`${this.#first}\t${this.#lastColumns.map((column, k) => `${column}:${this.#lastLooks[k]!};`).join("")}\n`);
  }
}

/** The looks of a sheet that is not yet written. */
export function sealLooks(sheet: Pick<PackSheet, "rows" | "columns">, looks: Readonly<Record<Look, LookStyle>>): string {
  const sealer = new LooksSealer();
  const texts = new Map(Object.entries(looks).map(([name, look]) => [name, canonicalLook(look)]));
  sheet.rows.forEach((row, r) => row?.forEach((cell, c) => {
    if (cell === undefined || cell === "") return;
    const it = styled(cell)!;
    if (it.formula !== undefined || (it.value ?? "") !== "") sealer.cell(r + 1, c, texts.get(it.look ?? sheet.columns[c]!.look)!);
  }));
  return sealer.finish();
}
