const POWER = /^\d(?:[.,]\d{1,14})?E\+\d\d$/i;

/** `1.93057E+09`: what a sheet shows of a long number in a narrow column, and what is left of it when that is saved. */
export function isRoundedId(text: string): boolean {
  const letter = text.charCodeAt(text.length - 4);
  return (letter === 69 || letter === 101) && text.length < 24 && POWER.test(text);
}
