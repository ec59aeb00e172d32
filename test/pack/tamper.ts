import { textIn, withFiles } from "../../src/workbench/xlsx/zip";

const SHEETS = ["certificate", "ageing", "ineligibles", "concentration", "cover", "trend", "invoices", "terms", "seal"] as const;
export type SheetOf = (typeof SHEETS)[number];

/** A pack's file taken apart, changed and put together again, as somebody with a text editor would. */
export class Tampered {
  readonly #bytes: Uint8Array;
  readonly #changed = new Map<string, string>();

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  async part(name: string, change: (xml: string) => string): Promise<this> {
    const xml = this.#changed.get(name) ?? (await textIn(this.#bytes, name, 10_000_000)) ?? "";
    const now = change(xml);
    if (now === xml) throw new Error(`Nothing was changed in ${name}`);
    this.#changed.set(name, now);
    return this;
  }

  sheet(sheet: SheetOf, change: (xml: string) => string): Promise<this> {
    return this.part(`xl/worksheets/sheet${SHEETS.indexOf(sheet) + 1}.xml`, change);
  }

  /** Changes one cell's element. */
  cell(sheet: SheetOf, ref: string, change: (cell: string) => string): Promise<this> {
    return this.sheet(sheet, (xml) => xml.replace(new RegExp(`<c r="${ref}"[^>]*?(?:/>|>.*?</c>)`), change));
  }

  value(sheet: SheetOf, ref: string, of: (value: string) => string): Promise<this> {
    return this.cell(sheet, ref, (cell) => cell.replace(/<v>(.*?)<\/v>/, (_, value: string) => `<v>${of(value)}</v>`));
  }

  /** A text of its own in place of what the cell says. */
  text(sheet: SheetOf, ref: string, text: string): Promise<this> {
    return this.cell(sheet, ref, (cell) => cell.replace(/ t="\w+"/, "").replace(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>.*<\/c>)/, `<c r="$1"$2 t="inlineStr"><is><t>${text}</t></is></c>`));
  }

  formula(sheet: SheetOf, ref: string, of: (formula: string) => string): Promise<this> {
    return this.cell(sheet, ref, (cell) => cell.replace(/<f>(.*?)<\/f>/, (_, formula: string) => of(formula)));
  }

  add(name: string, content: string): this {
    this.#changed.set(name, content);
    return this;
  }

  get bytes(): Uint8Array {
    return withFiles(this.#bytes, this.#changed);
  }
}

/** Rows from `first` on, by so many rows further down or up: elements, addresses, and the formulas of these rows. */
export function shifted(xml: string, first: number, by: number): string {
  return xml.replace(/<row r="(\d+)".*?<\/row>/gs, (row, number: string) => {
    const at = Number(number);
    if (at < first) return row;
    return row.replace(/<row r="\d+"/, `<row r="${at + by}"`).replace(/<c r="([A-Z]+)\d+"/g, `<c r="$1${at + by}"`).replace(/<f>(.*?)<\/f>/g, (formula) => formula.replace(new RegExp(`(?<![\\w$])([A-Z])${at}(?!\\d)`, "g"), `$1${at + by}`));
  });
}

export function rowXml(xml: string, row: number): string {
  return new RegExp(`<row r="${row}".*?</row>`, "s").exec(xml)![0];
}
