/** Excel counts a column's width in digits of its default font (Calibri 11: 7 pixels) and 5 pixels of padding; a pixel is 0.75 points. */
const DIGIT = 7;
const PADDING = 5;
const POINTS = 0.75;

export function pointsOf(characters: number): number {
  return (characters * DIGIT + PADDING) * POINTS;
}

export function charactersOf(points: number): number {
  return Math.max(0, Math.round(((points / POINTS - PADDING) / DIGIT) * 100) / 100);
}
