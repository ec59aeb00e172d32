import { writeXlsx, type Cell, type CellStyle, type CellValue, type WriteSheet } from "hucre/xlsx";
import type { Look, PackCell, PackDocument, StyledCell } from "../bank/pack/document";
import { looksFor, type LookStyle } from "../bank/pack/looks";
import { sealPack, signedPack, type SealedPack } from "../bank/pack/seal";
import type { PackSignature } from "./signature";

/** The pack as an .xlsx that any spreadsheet program recalculates, its seal on the last sheet. */
export async function writePack(document: PackDocument, sign?: (seal: string) => Promise<PackSignature>): Promise<Uint8Array> {
  const pack = sealedPack(document);
  return writeSealed(sign === undefined ? pack : signedPack(pack, await sign(pack.seal)));
}

/** With its seal, not yet a file: what a preview shows and a maker sends by another way. */
export function sealedPack(document: PackDocument): SealedPack {
  return sealPack(document);
}

export async function writeSealed({ document, sheets, names }: SealedPack): Promise<Uint8Array> {
  const styles = stylesOf(document.exponent);
  return writeXlsx({
    sheets: sheets.map((sheet) => sheetOf(sheet, styles, document)),
    namedRanges: names.map(({ name, range }) => ({ name, range })),
    defaultFont: { name: FONT, size: 10 },
    properties: { title: document.title, creator: "Open Account", created: NO_TIME, modified: NO_TIME },
  });
}

const FONT = "Arial";

/** The same pack is the same file: nothing of when and by whom it was written. */
const NO_TIME = new Date(Date.UTC(2000, 0, 1));

/** Points; a line of 10 point text. */
const LINE = 14;

type Styles = Readonly<Record<Look, CellStyle>>;

function stylesOf(exponent: number): Styles {
  return Object.fromEntries(Object.entries(looksFor(exponent)).map(([name, look]) => [name, styleOf(look)])) as Styles;
}

function styleOf({ format, bold, italic, size, colour, fill, align, indent, wrap, top, bottom, font }: LookStyle): CellStyle {
  const edge = (style: "thin" | "double"): { style: "thin" | "double"; color: { rgb: string } } => ({ style, color: { rgb: "7F7F7F" } });
  return {
    ...(format === undefined ? {} : { numFmt: format }),
    font: { name: font ?? FONT, size: size ?? 10, ...(bold === true ? { bold } : {}), ...(italic === true ? { italic } : {}), ...(colour === undefined ? {} : { color: { rgb: colour } }) },
    ...(fill === undefined ? {} : { fill: { type: "pattern" as const, pattern: "solid" as const, fgColor: { rgb: fill } } }),
    alignment: { vertical: "top", ...(align === undefined ? {} : { horizontal: align }), ...(indent === undefined ? {} : { indent }), ...(wrap === true ? { wrapText: true } : {}) },
    ...(top === undefined && bottom === undefined ? {} : { border: { ...(top === undefined ? {} : { top: edge(top) }), ...(bottom === undefined ? {} : { bottom: edge(bottom) }) } }),
  };
}

function sheetOf(sheet: SealedPack["sheets"][number], styles: Styles, { title, paper }: PackDocument): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  const rows = sheet.rows.map((row, r) => (row ?? []).map((cell, c): CellValue => {
    if (typeof cell !== "object") return plainValue(cell);
    cells.set(`${r},${c}`, cellOf(cell, styles[cell.look ?? sheet.columns[c]!.look]));
    return null;
  }));
  const { printedTo, printedColumns } = sheet;
  const printed = printedTo === undefined && printedColumns === undefined ? {} : { printArea: `$A$1:$${columnLetter(printedColumns ?? sheet.columns.length)}$${printedTo ?? sheet.rows.length}` };
  const repeated = sheet.headingRow === 0 ? {} : { printTitlesRow: `$${sheet.headingRow}:$${sheet.headingRow}` };
  return {
    name: sheet.name,
    rows,
    cells,
    columns: sheet.columns.map(({ width, look }) => ({ width, style: styles[look] })),
    rowDefs: new Map([...sheet.tall].map(([row, lines]) => [row - 1, { height: lines * LINE }])),
    ...(sheet.headingRow + sheet.frozenColumns === 0 ? {} : { freezePane: { rows: sheet.headingRow, columns: sheet.frozenColumns } }),
    pageSetup: {
      paperSize: paper, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: sheet.onePage ? 1 : 0,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 }, ...repeated, ...printed,
    },
    headerFooter: { oddFooter: `&L${inFooter(title)}&C&A&R&P / &N` },
    ...(sheet.breakBefore === 0 ? {} : { rowBreaks: [sheet.breakBefore - 2] }),
    view: { showGridLines: false },
  };
}

function columnLetter(columns: number): string {
  return String.fromCharCode(64 + columns);
}

/** `&` begins a code there. */
function inFooter(text: string): string {
  return text.replace(/&/g, "&&").slice(0, 120);
}

function cellOf(cell: StyledCell, style: CellStyle): Partial<Cell> {
  const value = plainValue(cell.value);
  if (cell.formula !== undefined) {
    if (value === null || (typeof value === "string" && value.startsWith("#"))) throw new Error(`A formula of the pack has no value of its own: ${cell.formula}`);
    return { formula: cell.formula, formulaResult: value, value, type: "formula", style };
  }
  if (cell.to !== undefined) return { value, style, hyperlink: { target: "", location: `'${cell.to}'!A1` } };
  return { value, style };
}

/** `_x0041_` in a file means the letter A; where a text spells that, its first `_` is written that way itself (ECMA-376, 22.9.2.19). */
function plainValue(value: PackCell): CellValue {
  if (value === undefined || value === "") return null;
  if (typeof value === "number") return value;
  return typeof value === "string" && value.includes("_x") ? value.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_") : (value as string);
}
