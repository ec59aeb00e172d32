import { monthEndsTo, lastMonthEnd } from "../../receivables/monthEnds";
import { DEFAULT_ROLL_MONTHS, rollRates } from "../../receivables/rollRates";
import { say, type Language } from "../../values/say";
import type { Words } from "../words";
import { lackingOn } from "./agingExhibit";
import { bucketName } from "./buckets";
import type { BookOn, Entry, Exhibit } from "./exhibit";

/** Which share of each bucket was in the next one a month later: a row a month, then all the months together, as AR.ROLLRATES answers. */
export function rollExhibit({ opened, day }: BookOn, words: Words, language: Language): Exhibit {
  const { reading } = opened;
  const { ledger, policy } = reading;
  const ends = monthEndsTo(lastMonthEnd(day), DEFAULT_ROLL_MONTHS + 1);
  const tellable = ends.filter((end) => lackingOn(reading, end) === undefined);
  const months = Math.min(DEFAULT_ROLL_MONTHS, tellable.length - 1);
  const empty = { columns: [], rows: [], drawing: undefined };
  if (months < 1) return { ...empty, notes: [say(lackingOn(reading, ends.at(-2)!)!, language)] }; // a month needs both its ends
  const all = rollRates(ledger, day, { months, edges: policy.buckets });
  if (!all.known) return { ...empty, notes: [say(all.reason, language)] };
  const { rolls } = all.value;
  const rows = tellable.slice(-months).map((end): Entry[] => {
    const month = rollRates(ledger, end, { months: 1, edges: policy.buckets });
    return [end, ...rolls.map((_, k) => (month.known ? month.value.rolls[k]!.rate : undefined))];
  });
  const above = rolls.some((roll) => roll.above) || rows.some((row) => row.slice(1).some((rate) => typeof rate === "number" && rate > 1));
  return {
    columns: [{ heading: words.exhibits.monthEnd, kind: "day" }, ...rolls.map(({ from, to }) => ({ heading: words.exhibits.roll(bucketName(from, words), bucketName(to, words)), kind: "share" as const }))],
    rows,
    total: [words.exhibits.allMonths, ...rolls.map(({ rate }) => rate)],
    drawing: { kind: "heat" },
    notes: [words.exhibits.rollNote, ...(above ? [words.exhibits.rollAbove] : [])],
  };
}
