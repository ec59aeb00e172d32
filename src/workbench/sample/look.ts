import type { CellFormat } from "../model/WorkbookPort";

/** The few looks of the sample: restrained, as a finance team's own book. */
export const INK = "#1F2A37";
const QUIET = "#5B6775";
const BAND = "#E8EEF4";
const INPUT = "#FFF8DC";

export const DATE = "yyyy-mm-dd";
export const MONEY = "#,##0.00";

/** What every cell has that says nothing else. */
export const BODY: CellFormat = { fontSize: 10 };

export const TITLE: CellFormat = { bold: true, fontSize: 16, fontColor: INK };
export const NOTE: CellFormat = { fontColor: QUIET, italic: true };
export const SECTION: CellFormat = { bold: true, fontSize: 12, fontColor: INK, borderBottom: "#9FB3C8" };
export const RULE: CellFormat = { borderBottom: "#9FB3C8" };
export const HEADING: CellFormat = { bold: true, fill: BAND, fontColor: INK };
/** The table style gives fill and ink. */
export const TABLE_HEADING: CellFormat = { bold: true };
export const HEADING_RIGHT: CellFormat = { ...HEADING, horizontal: "Right" };
export const LABEL: CellFormat = { fontColor: INK };
export const FORMULA_TEXT: CellFormat = { fontColor: QUIET, fontName: "Consolas" };
/** A day that the user may change. */
export const INPUT_DAY: CellFormat = { numberFormat: DATE, horizontal: "Left", fill: INPUT };
export const CHOICE: CellFormat = { fill: INPUT, bold: true, borderBottom: "#C9A227" };

export function number(format: string, more: CellFormat = {}): CellFormat {
  return { numberFormat: format, horizontal: "Right", ...more };
}
