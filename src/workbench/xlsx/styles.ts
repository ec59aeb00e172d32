import type { CellStyle, Workbook } from "hucre/xlsx";
import type { CellFormat } from "../model/WorkbookPort";
import { colourOf } from "./colours";

type Draft = { -readonly [Key in keyof CellFormat]: CellFormat[Key] };
type Font = NonNullable<Workbook["defaultFont"]>;

/** What a file says once for all its cells. */
export interface Looks {
  readonly theme: readonly string[] | undefined;
  readonly font: Font;
}

export function looksOf(workbook: Pick<Workbook, "themeColors" | "defaultFont">): Looks {
  return { theme: workbook.themeColors, font: { name: "Calibri", size: 11, ...workbook.defaultFont } };
}

const ACROSS = { left: "Left", center: "Center", right: "Right" } as const;
const DOWN = { top: "Top", center: "Center" } as const;

/** What the grid can show of a file's style; undefined when that is nothing. */
export function formatOf(style: CellStyle | undefined, looks: Looks): CellFormat | undefined {
  if (style === undefined) return undefined;
  const format: Draft = {};
  if (style.numFmt !== undefined && style.numFmt !== "General") format.numberFormat = style.numFmt;
  addFont(format, style.font, looks);
  const fill = style.fill?.type === "pattern" && style.fill.pattern === "solid" ? colourOf(style.fill.fgColor, looks.theme) : undefined;
  if (fill !== undefined) format.fill = fill;
  const across = style.alignment?.horizontal;
  if (across === "left" || across === "center" || across === "right") format.horizontal = ACROSS[across];
  const down = style.alignment?.vertical;
  if (down === "top" || down === "center") format.vertical = DOWN[down];
  if (style.alignment?.wrapText === true) format.wrap = true;
  const rule = style.border?.bottom;
  if (rule !== undefined) format.borderBottom = colourOf(rule.color, looks.theme) ?? "#000000";
  return Object.keys(format).length === 0 ? undefined : format;
}

function addFont(format: Draft, font: CellStyle["font"], looks: Looks): void {
  if (font === undefined) return;
  if (font.bold === true) format.bold = true;
  if (font.italic === true) format.italic = true;
  if (font.underline !== undefined && font.underline !== false) format.underline = true;
  const ink = colourOf(font.color, looks.theme);
  if (ink !== undefined && ink !== "#000000") format.fontColor = ink;
  if (font.size !== undefined && font.size !== looks.font.size) format.fontSize = font.size;
  if (font.name !== undefined && font.name !== looks.font.name) format.fontName = font.name;
}

export function styleOf(format: CellFormat, looks: Looks): CellStyle {
  const style: CellStyle = {};
  if (format.numberFormat !== undefined && format.numberFormat !== "General") style.numFmt = format.numberFormat;
  const font = fontOf(format, looks);
  if (font !== undefined) style.font = font;
  if (format.fill !== undefined && format.fill !== "") style.fill = { type: "pattern", pattern: "solid", fgColor: { rgb: bare(format.fill) } };
  const alignment = alignmentOf(format);
  if (alignment !== undefined) style.alignment = alignment;
  if (format.borderBottom !== undefined && format.borderBottom !== "") style.border = { bottom: { style: "thin", color: { rgb: bare(format.borderBottom) } } };
  return style;
}

/** A font in a file stands alone: what a cell does not say is the book's own font, not the reader's. */
function fontOf(format: CellFormat, looks: Looks): CellStyle["font"] {
  const said: CellStyle["font"] = {
    ...(format.bold === true ? { bold: true } : {}),
    ...(format.italic === true ? { italic: true } : {}),
    ...(format.underline === true ? { underline: true } : {}),
    ...(format.fontColor === undefined || format.fontColor === "" ? {} : { color: { rgb: bare(format.fontColor) } }),
    ...(format.fontSize === undefined ? {} : { size: format.fontSize }),
    ...(format.fontName === undefined ? {} : { name: format.fontName }),
  };
  if (Object.keys(said).length === 0) return undefined;
  return { ...(looks.font.name === undefined ? {} : { name: looks.font.name }), ...(looks.font.size === undefined ? {} : { size: looks.font.size }), ...said };
}

function alignmentOf(format: CellFormat): CellStyle["alignment"] {
  const across = format.horizontal === undefined || format.horizontal === "General" ? undefined : (format.horizontal.toLowerCase() as "left" | "center" | "right");
  const down = format.vertical === undefined ? undefined : (format.vertical.toLowerCase() as "top" | "center" | "bottom");
  if (across === undefined && down === undefined && format.wrap !== true) return undefined;
  return { ...(across === undefined ? {} : { horizontal: across }), ...(down === undefined ? {} : { vertical: down }), ...(format.wrap === true ? { wrapText: true } : {}) };
}

function bare(colour: string): string {
  return colour.replace("#", "").slice(-6).toUpperCase();
}
