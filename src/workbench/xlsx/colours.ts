import { resolveThemeColor, type CellStyle } from "hucre/xlsx";

export type FileColour = NonNullable<NonNullable<CellStyle["font"]>["color"]>;

/** The 56 colours of old workbooks, which files still name by number; 0 to 7 are 8 to 15 again (ECMA-376, 18.8.27). */
const INDEXED =
  "000000FFFFFFFF000000FF000000FFFFFF00FF00FF00FFFF8000000080000000808080008000800080 80C0C0C08080809999FF993366FFFFCCCCFFFF660066FF80800066CCCCCCFF000080FF00FFFFFF0000FFFF800080800000008080 0000FF00CCFFCCFFFFCCFFCCFFFF9999CCFFFF99CCCC99FFFFCC993366FF33CCCC99CC00FFCC00FF9900FF6600666699969696 003366339966003300333300993300993366333399333333"
    .replace(/ /g, "")
    .match(/.{6}/g)!;

/** A theme lists dark before light, a cell counts light before dark (ECMA-376, 18.8.3): the first four change places. */
const THEME_PLACE = [1, 0, 3, 2];

/** `#RRGGBB`, or undefined for the colour that the program chooses itself. */
export function colourOf(colour: FileColour | undefined, theme: readonly string[] | undefined): string | undefined {
  if (colour?.rgb !== undefined) return `#${colour.rgb.slice(-6).toUpperCase()}`;
  if (colour?.theme !== undefined && theme !== undefined && theme.length > colour.theme) {
    return `#${resolveThemeColor([...theme], THEME_PLACE[colour.theme] ?? colour.theme, colour.tint).toUpperCase()}`;
  }
  const indexed = colour?.indexed === undefined ? undefined : INDEXED[colour.indexed < 8 ? colour.indexed : colour.indexed - 8];
  return indexed === undefined ? undefined : `#${indexed}`;
}
