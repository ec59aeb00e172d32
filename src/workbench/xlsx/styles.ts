import type { CellStyle } from "hucre/xlsx";
import type { CellFormat } from "../model/WorkbookPort";

type Colour = NonNullable<NonNullable<CellStyle["font"]>["color"]>;

type Draft = { -readonly [Key in keyof CellFormat]: CellFormat[Key] };

const ACROSS = { left: "Left", center: "Center", right: "Right", general: "General" } as const;
const DOWN = { top: "Top", center: "Center", bottom: "Bottom" } as const;

/** What the grid can show of a file's style; undefined when that is nothing. */
export function formatOf(style: CellStyle | undefined): CellFormat | undefined {
  if (style === undefined) return undefined;
  const format: Draft = {};
  if (style.numFmt !== undefined && style.numFmt !== "General") format.numberFormat = style.numFmt;
  if (style.font?.bold === true) format.bold = true;
  if (style.font?.italic === true) format.italic = true;
  if (style.font?.underline !== undefined && style.font.underline !== false) format.underline = true;
  const ink = colourOf(style.font?.color);
  if (ink !== undefined && ink !== "#000000") format.fontColor = ink;
  if (style.font?.size !== undefined && style.font.size !== 11) format.fontSize = style.font.size;
  if (style.font?.name !== undefined && style.font.name !== "Calibri") format.fontName = style.font.name;
  const fill = style.fill?.type === "pattern" && style.fill.pattern === "solid" ? colourOf(style.fill.fgColor) : undefined;
  if (fill !== undefined) format.fill = fill;
  const across = style.alignment?.horizontal;
  if (across === "left" || across === "center" || across === "right") format.horizontal = ACROSS[across];
  const down = style.alignment?.vertical;
  if (down === "top" || down === "center") format.vertical = DOWN[down];
  if (style.alignment?.wrapText === true) format.wrap = true;
  const rule = style.border?.bottom === undefined ? undefined : (colourOf(style.border.bottom.color) ?? "#000000");
  if (rule !== undefined) format.borderBottom = rule;
  return Object.keys(format).length === 0 ? undefined : format;
}

export function styleOf(format: CellFormat): CellStyle {
  const style: CellStyle = {};
  if (format.numberFormat !== undefined && format.numberFormat !== "General") style.numFmt = format.numberFormat;
  const font = fontOf(format);
  if (Object.keys(font).length > 0) style.font = font;
  if (format.fill !== undefined && format.fill !== "") style.fill = { type: "pattern", pattern: "solid", fgColor: { rgb: bare(format.fill) } };
  if (format.horizontal !== undefined || format.vertical !== undefined || format.wrap !== undefined) {
    style.alignment = {
      ...(format.horizontal === undefined || format.horizontal === "General" ? {} : { horizontal: format.horizontal.toLowerCase() as "left" | "center" | "right" }),
      ...(format.vertical === undefined ? {} : { vertical: format.vertical.toLowerCase() as "top" | "center" | "bottom" }),
      ...(format.wrap === true ? { wrapText: true } : {}),
    };
  }
  if (format.borderBottom !== undefined && format.borderBottom !== "") style.border = { bottom: { style: "thin", color: { rgb: bare(format.borderBottom) } } };
  return style;
}

function fontOf(format: CellFormat): NonNullable<CellStyle["font"]> {
  return {
    ...(format.bold === true ? { bold: true } : {}),
    ...(format.italic === true ? { italic: true } : {}),
    ...(format.underline === true ? { underline: true } : {}),
    ...(format.fontColor === undefined || format.fontColor === "" ? {} : { color: { rgb: bare(format.fontColor) } }),
    ...(format.fontSize === undefined ? {} : { size: format.fontSize }),
    ...(format.fontName === undefined ? {} : { name: format.fontName }),
  };
}

/** `#RRGGBB`; colours by theme or index are left to the program that made them. */
function colourOf(colour: Colour | undefined): string | undefined {
  const rgb = colour?.rgb;
  return rgb === undefined ? undefined : `#${rgb.slice(-6).toUpperCase()}`;
}

function bare(colour: string): string {
  return colour.replace("#", "").slice(-6).toUpperCase();
}
