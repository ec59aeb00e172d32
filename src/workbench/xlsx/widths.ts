/** A file counts a column's width in digits of its default font, padding included: a digit of Calibri 11 is 7 pixels, a pixel 0.75 points. */
const POINTS_A_DIGIT = 7 * 0.75;

export function pointsOf(characters: number): number {
  return characters * POINTS_A_DIGIT;
}

export function charactersOf(points: number): number {
  return Math.max(0, Math.round((points / POINTS_A_DIGIT) * 256) / 256); // a file stores 256ths
}
