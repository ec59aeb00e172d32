/** The grid counts pixels of 96 to the inch, everybody else points of 72. */
export const DEFAULT_COLUMN_PIXELS = 80;
export const DEFAULT_ROW_PIXELS = 22;
/** A formula that reaches beyond the end of a sheet is #NAME? to the grid, so a sheet does not end soon. */
export const LEAST_ROWS = 1000;
export const LEAST_COLUMNS = 40;

export function toPixels(points: number): number {
  return Math.round((points * 96) / 72);
}

export function toPoints(pixels: number): number {
  return (pixels * 72) / 96;
}
