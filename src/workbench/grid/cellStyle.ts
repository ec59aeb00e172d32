import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy, type IStyleData, type Nullable } from "@univerjs/core";
import type { CellFormat } from "../model/WorkbookPort";

const HORIZONTAL = { General: HorizontalAlign.UNSPECIFIED, Left: HorizontalAlign.LEFT, Center: HorizontalAlign.CENTER, Right: HorizontalAlign.RIGHT } as const;
const VERTICAL = { Top: VerticalAlign.TOP, Center: VerticalAlign.MIDDLE, Bottom: VerticalAlign.BOTTOM } as const;

/** Only what the format gives; the grid joins it with what the cell has. */
export function toStyle(format: CellFormat): IStyleData {
  const style: IStyleData = {};
  if (format.numberFormat !== undefined) style.n = { pattern: format.numberFormat };
  if (format.bold !== undefined) style.bl = flag(format.bold);
  if (format.italic !== undefined) style.it = flag(format.italic);
  if (format.underline !== undefined) style.ul = { s: flag(format.underline) };
  if (format.fontColor !== undefined) style.cl = format.fontColor === "" ? null : { rgb: format.fontColor };
  if (format.fontSize !== undefined) style.fs = format.fontSize;
  if (format.fontName !== undefined) style.ff = format.fontName;
  if (format.fill !== undefined) style.bg = format.fill === "" ? null : { rgb: format.fill };
  if (format.horizontal !== undefined) style.ht = HORIZONTAL[format.horizontal];
  if (format.vertical !== undefined) style.vt = VERTICAL[format.vertical];
  if (format.wrap !== undefined) style.tb = format.wrap ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW;
  if (format.borderBottom !== undefined) style.bd = { b: format.borderBottom === "" ? null : { s: BorderStyleTypes.THIN, cl: { rgb: format.borderBottom } } };
  return style;
}

/** Only what the style says; `General` and the like are left out. */
export function fromStyle(style: Nullable<IStyleData>): CellFormat {
  if (!style) return {};
  const horizontal = nameOf(HORIZONTAL, style.ht);
  const vertical = nameOf(VERTICAL, style.vt);
  return {
    ...(style.n?.pattern ? { numberFormat: style.n.pattern } : {}),
    ...(style.bl === BooleanNumber.TRUE ? { bold: true } : {}),
    ...(style.it === BooleanNumber.TRUE ? { italic: true } : {}),
    ...(style.ul?.s === BooleanNumber.TRUE ? { underline: true } : {}),
    ...(style.cl?.rgb ? { fontColor: hexColor(style.cl.rgb) } : {}),
    ...(style.fs ? { fontSize: style.fs } : {}),
    ...(style.ff ? { fontName: style.ff } : {}),
    ...(style.bg?.rgb ? { fill: hexColor(style.bg.rgb) } : {}),
    ...(horizontal && horizontal !== "General" ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(style.tb === WrapStrategy.WRAP ? { wrap: true } : {}),
    ...(style.bd?.b?.cl?.rgb ? { borderBottom: hexColor(style.bd.b.cl.rgb) } : {}),
  };
}

function flag(on: boolean): BooleanNumber {
  return on ? BooleanNumber.TRUE : BooleanNumber.FALSE;
}

function nameOf<T extends string>(table: Readonly<Record<T, number>>, value: Nullable<number>): T | undefined {
  return (Object.keys(table) as T[]).find((name) => table[name] === value);
}

/** `rgb(1,2,3)` is how the grid's own colour picker writes; everybody else writes `#RRGGBB`. */
function hexColor(text: string): string {
  const parts = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(text);
  if (!parts) return text.toUpperCase();
  return `#${[parts[1], parts[2], parts[3]].map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`.toUpperCase();
}
