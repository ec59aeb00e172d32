import { dayAsked } from "../../ledger/dayAsked";
import { aging } from "../../receivables/aging";
import { position } from "../../receivables/position";
import { Refusal, type Reason } from "../../values/answer";
import { addMonths, isoDay, type Day } from "../../values/day";
import { say, type Language } from "../../values/say";
import type { Words } from "../words";
import { bucketName } from "./buckets";
import type { BookOn, Exhibit } from "./exhibit";

/** The same day of the year before. */
export function yearBefore(day: Day): Day {
  return addMonths(day, -12);
}

/** The ageing beside that of a year ago, where the ledger goes back so far. */
export function agingExhibit({ opened, day }: BookOn, words: Words, language: Language, dayText: (day: Day) => string): Exhibit {
  const { ledger, policy } = opened.reading;
  const rowOn = (on: Day): Float64Array => aging(position(ledger, on), { edges: policy.buckets, credits: policy.credits, disputes: policy.disputes }).all;
  const { headings } = aging(position(ledger, day), { edges: policy.buckets, credits: policy.credits, disputes: policy.disputes });
  const now = rowOn(day);
  const ago = yearBefore(day);
  const lacking = lackingOn(opened.reading, ago);
  const then = lacking === undefined ? rowOn(ago) : undefined;
  const last = headings.length - 1;
  const [total, totalThen] = [now[last]!, then?.[last]];
  const share = (minor: number): number | "" => (total > 0 ? minor / total : "");
  const shown = headings.slice(0, -1).flatMap((heading, at) => ((heading === "No due date" || heading === "Unapplied") && now[at] === 0 && (then?.[at] ?? 0) === 0 ? [] : [at]));
  const drawn = shown.filter((at) => headings[at] !== "Unapplied"); // a credit that settles nothing has no age
  return {
    columns: [
      { heading: words.portfolio.bucket, kind: "text" },
      { heading: words.portfolio.amount, kind: "money" },
      { heading: words.portfolio.share, kind: "share" },
      ...(then === undefined ? [] : [{ heading: dayText(ago), kind: "money" } as const]),
    ],
    rows: shown.map((at) => [bucketName(headings[at]!, words), now[at], share(now[at]!), ...(then === undefined ? [] : [then[at]])]),
    total: [words.common.total, total, "", ...(then === undefined ? [] : [totalThen])],
    drawing: {
      kind: "bars",
      unit: "money",
      groups: drawn.map((at) => bucketName(headings[at]!, words)),
      series: [{ name: dayText(day), values: drawn.map((at) => now[at]) }, ...(then === undefined ? [] : [{ name: dayText(ago), values: drawn.map((at) => then[at]) }])],
    },
    notes: lacking === undefined ? [] : [words.exhibits.noYearAgo(say(lacking, language))],
  };
}

/** Why nothing can be told of a day; undefined where it can. */
export function lackingOn(reading: BookOn["opened"]["reading"], day: Day): Reason | undefined {
  const { firstDay } = reading.ledger;
  if (day < firstDay) return { code: "BEFORE_LEDGER", with: { day: isoDay(day), first: isoDay(firstDay) } };
  try {
    dayAsked(reading, day);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}
