import type { Policy } from "./policy";

const LONGEST_TERMS = 40;

/**
 * Days of credit that a terms text plainly states: `net 30`, `30`, `Net 30 days`, `30天`, or a code of the policy.
 * Undefined for anything with a discount, an end of month or a code nobody explained: never guessed.
 */
export function termsDays(text: string, policy: Policy): number | undefined {
  if (text.length > LONGEST_TERMS) return undefined;
  const word = text.normalize("NFKC").trim();
  const told = policy.terms.get(word.toUpperCase());
  if (told !== undefined) return told;
  const match = /^(?:net|n)?\s*(\d{1,3})\s*(?:days?|d|天|日)?$/i.exec(word);
  if (match !== null) return Number(match[1]);
  return /^(?:cod|cash|due on receipt|immediate|货到付款|现结)$/i.test(word) ? 0 : undefined;
}

/** The due day moved to the next working day: Saturday, Sunday and the policy's holidays are none. */
export function rolled(day: number, holidays: ReadonlySet<number>): number {
  let at = day;
  for (let step = 0; step < 400 && (at % 7 <= 1 || holidays.has(at)); step++) at++; // serial 7 was a Saturday
  return at;
}
