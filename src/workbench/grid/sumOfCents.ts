/** Up to 15 digits a decimal and its double tell each other apart. */
const MOST_CENTS = 1e15;
const CENTS = 100;

/** The decimal sum of two numbers with at most two decimals; undefined for others, and for more than 15 digits. */
export function sumOfCents(a: number, b: number): number | undefined {
  const x = Math.round(a * CENTS), y = Math.round(b * CENTS);
  const sum = x + y;
  const known = x / CENTS === a && y / CENTS === b && Math.abs(x) < MOST_CENTS && Math.abs(y) < MOST_CENTS && Math.abs(sum) < MOST_CENTS;
  return known ? sum / CENTS : undefined;
}
