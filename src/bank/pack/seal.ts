import { sha256Of, sha256OfLines } from "../../values/sha256";
import { SheetSealer, type SheetSeals } from "./canonical";
import type { Look, PackCell, PackColumn, PackDocument, PackName, PackSheet } from "./document";
import { styled } from "./document";
import { looksFor, sealLooks } from "./looks";

/** Rows of the seal sheet, counted from the one that the name `PackSeal` points to. */
export const LEDGER_ROW = 1, AS_OF_ROW = 2, METHOD_ROW = 3, RELEASE_ROW = 4, PARTS_ROW = 7;
export const SEALS_IN_LINE = 16;
export const SEAL_NAME = "PackSeal";
export const NAMES_PART = "names", SEAL_PART = "seal";

/** A signature over the seal and the key that checks it stand in the seal's own row, which seals nothing. */
export const SIGNATURE_COLUMN = 3, KEY_COLUMN = 4;

export function signedPack(pack: SealedPack, { signature, publicKey }: { readonly signature: string; readonly publicKey: string }): SealedPack {
  const sheets = pack.sheets.map((sheet) => (sheet.part !== SEAL_PART ? sheet : { ...sheet, rows: sheet.rows.map((row) => (valueIn(row?.[1]) === pack.seal ? [row![0], row![1], undefined, signature, publicKey] : row)) }));
  return { ...pack, sheets };
}

/** A pack with its last sheet: seals of every other sheet, and one over them all. */
export interface SealedPack {
  readonly document: PackDocument;
  readonly sheets: readonly (Omit<PackSheet, "part"> & { readonly part: string })[];
  readonly names: readonly PackName[];
  /** the one seal, 64 hexadecimal digits: what is sent by another way */
  readonly seal: string;
  readonly ledgerSeal: string;
}

export function sealPack(document: PackDocument): SealedPack {
  const looks = looksFor(document.exponent);
  const names = document.sheets.flatMap((sheet) => sheet.names); // ranges and terms, so that formulas read as a credit officer speaks
  const ledgerSeal = sha256OfLines(document.seal.ledgerText());
  const parts = document.sheets.map((sheet) => ({ sheet, seals: sealSheet(sheet), looks: sealLooks(sheet, looks) }));
  const { rows, sealRow, printedTo } = sealRows(document, parts, sealNames(names), ledgerSeal);
  const columns: PackColumn[] = [{ width: 22, look: "text" }, { width: 18, look: "code" }, { width: 10, look: "count" }, { width: 60, look: "monospace" }, { width: 60, look: "monospace" }];
  const unsealed = { rows, columns };
  const seal = sealOfSeals(sealSheetExcept(unsealed, sealRow));
  rows[sealRow - 1] = [document.seal.words.labels.pack, { value: seal, look: "monospace" }];
  const tall = new Map<number, number>([[1, 1.8]]);
  return {
    document, seal, ledgerSeal,
    names: [...names, { name: SEAL_NAME, range: `${document.seal.words.sheet}!$B$${sealRow}` }],
    sheets: [...document.sheets, { part: SEAL_PART, name: document.seal.words.sheet, columns, rows, headingRow: 0, frozenColumns: 0, tall, names: [], onePage: false, breakBefore: 0, printedTo }],
  };
}

/** Of the last sheet everything counts but the seal itself. */
export function sealOfSeals({ hash }: Pick<SheetSeals, "hash">): string {
  return hash;
}

function sealSheet(sheet: Pick<PackSheet, "rows">): SheetSeals {
  return sealSheetExcept(sheet, 0);
}

function sealSheetExcept({ rows }: Pick<PackSheet, "rows">, except: number): SheetSeals {
  const sealer = new SheetSealer();
  rows.forEach((row, r) => {
    if (row === undefined || r + 1 === except) return;
    for (let c = 0; c < row.length; c++) {
      const cell = row[c];
      if (cell === undefined) continue;
      const it = typeof cell === "object" ? cell : undefined;
      sealer.cell(r + 1, c, it?.formula, (it === undefined ? (cell as string | number) : it.value) ?? "");
    }
  });
  return sealer.finish();
}

/** Names with their ranges, by alphabet. */
export function sealNames(names: readonly PackName[]): string {
  const lines = names.map(({ name, range }) => `${name}\t${range.replace(/'/g, "")}\n`);
  return sha256Of(lines.sort().join(""));
}

interface SealedPart {
  readonly sheet: PackSheet;
  readonly seals: SheetSeals;
  readonly looks: string;
}

function sealRows({ seal: { words, asOf, methodVersion, release } }: PackDocument, parts: readonly SealedPart[], names: string, ledgerSeal: string): { rows: PackCell[][]; sealRow: number; printedTo: number } {
  const { labels } = words;
  const head = (label: string, look: Look = "heading"): PackCell => ({ value: label, look });
  const rows: PackCell[][] = [[head(words.title, "title")], ...words.explained.flatMap((text) => text.split("\n").map((line) => [head(line, "subtitle")])), []];
  const sealRow = rows.push([labels.pack, ""]);
  rows.push([labels.ledger, head(ledgerSeal, "monospace")]);
  rows.push([labels.asOf, { value: asOf, look: "inputDay" }]);
  rows.push([labels.method, methodVersion], [labels.release, release], []);
  rows.push([head(labels.part), head(labels.name), head(labels.rows, "headingRight"), head(labels.hash, "headingIndented"), head(labels.looks, "headingIndented")]);
  for (const { sheet, seals, looks } of parts) rows.push([sheet.part, sheet.name, seals.rows, seals.hash, looks]);
  rows.push([NAMES_PART, "", "", names]);
  const printedTo = rows.length;
  rows.push([], [head(labels.part), head(labels.firstRow), "", head(labels.rowSeals)]);
  for (const { sheet, seals } of parts) {
    for (let first = 0; first < seals.rows; first += SEALS_IN_LINE) {
      rows.push([sheet.part, first + 1, "", seals.byRow.slice(first, first + SEALS_IN_LINE).map((one) => one || "-").join(" ")]);
    }
  }
  rows.push([], [head(labels.part), head(labels.columnSeals), "", head(labels.values), head(labels.formulas)]);
  for (const { sheet, seals } of parts) rows.push([sheet.part, "", "", seals.values.map((one) => one || "-").join(" "), seals.formulas.map((one) => one || "-").join(" ")]);
  return { rows, sealRow, printedTo };
}

/** A cell's text or number and formula, whatever its writing. */
export function valueIn(cell: PackCell): number | string {
  return styled(cell)?.value ?? "";
}
