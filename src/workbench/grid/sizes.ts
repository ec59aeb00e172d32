/** The grid counts pixels of 96 to the inch, everybody else points of 72. */
export const DEFAULT_COLUMN_PIXELS = 80;
export const DEFAULT_ROW_PIXELS = 22;
export const LEAST_ROWS = 200;
export const LEAST_COLUMNS = 26;

export function toPixels(points: number): number {
  return Math.round((points * 96) / 72);
}

export function toPoints(pixels: number): number {
  return (pixels * 72) / 96;
}
