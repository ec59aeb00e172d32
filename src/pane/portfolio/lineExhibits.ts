import { dayAsked } from "../../ledger/dayAsked";
import { isTold, type Figure } from "../../receivables/figure";
import { trend, trendMeasure, type TrendPoint } from "../../receivables/trend";
import { Refusal, type Reason } from "../../values/answer";
import type { Day } from "../../values/day";
import { say } from "../../values/say";
import type { Language } from "../../values/say";
import type { Words } from "../words";
import type { Opened } from "../source";
import type { BookOn, Exhibit, Kind } from "./exhibit";

export const LINE_MONTHS = 24;

/** Measures of AR.TREND in one picture, by their names. */
export const STOCK_LINES = ["open", "notdue", "overdue"] as const;
export const DSO_LINES = ["dso", "dso.best", "dso.countback", "dso.true", "dso.weighted"] as const;
export type LineName = (typeof STOCK_LINES)[number] | (typeof DSO_LINES)[number];

/** One line of a picture: its name, what it counts in, and a figure for each of the days. */
export interface ToldLine {
  readonly name: string;
  readonly unit: Kind;
  readonly points: readonly TrendPoint[];
}

/** Measures at the ends of the last 24 months, the day itself last: what AR.TREND answers. */
export function lineExhibit({ opened, day }: BookOn, names: readonly LineName[], words: Words, language: Language): Exhibit {
  const { ledger, policy } = opened.reading;
  const told = names.map((name): ToldLine => {
    const { unit, points } = trend({ ledger, policy, buyer: undefined, day, months: LINE_MONTHS }, trendMeasure(name, policy)!, name);
    return { name: words.exhibits.lines[name], unit: unit as Kind, points: toldOn(opened, points) };
  });
  return linesOf(told, words, language);
}

/** Days of which a list of open items cannot tell say so. */
export function toldOn({ reading }: Opened, points: readonly TrendPoint[]): TrendPoint[] {
  return points.map((point) => ({ day: point.day, figure: refusedOn(reading, point.day) ?? point.figure }));
}

/** Lines over the same days with their table. */
export function linesOf(told: readonly ToldLine[], words: Words, language: Language): Exhibit {
  const days = told[0]!.points.map((point) => point.day);
  const lines = told.map(({ name, points }) => ({ name, values: points.map(({ figure }) => (isTold(figure) ? figure : undefined)) }));
  const drawn = lines.some(({ values }) => values.filter((value) => value !== undefined).length > 1);
  const unit = told[0]!.unit;
  const first = Math.min(...lines.map(({ values }) => values.findIndex((value) => value !== undefined)).filter((at) => at >= 0)); // a young book fills its picture
  return {
    columns: [{ heading: words.exhibits.monthEnd, kind: "day" }, ...lines.map(({ name }) => ({ heading: name, kind: unit }))],
    rows: days.map((on, at) => [on, ...lines.map(({ values }) => values[at])]),
    drawing: drawn ? { kind: "lines", across: "day", at: days.slice(first), unit, lines: lines.map(({ name, values }) => ({ name, values: values.slice(first) })) } : undefined,
    notes: reasonsOf(told, language),
  };
}

function refusedOn(reading: BookOn["opened"]["reading"], day: Day): Reason | undefined {
  try {
    dayAsked(reading, day);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

/** Why months are missing: the latest reason of each kind, once for all the lines that share it. */
function reasonsOf(lines: readonly { readonly name: string; readonly points: readonly { readonly figure: Figure }[] }[], language: Language): string[] {
  const notes = new Map<string, { readonly names: string[]; readonly sentence: string }>();
  for (const { name, points } of lines) {
    const latest = new Map<string, Reason>();
    for (const { figure } of points) if (!isTold(figure)) latest.set(figure.code, figure);
    for (const [code, reason] of latest) {
      const note = notes.get(code);
      if (note === undefined) notes.set(code, { names: [name], sentence: say(reason, language) });
      else note.names.push(name);
    }
  }
  return [...notes.values()].map(({ names, sentence }) => (names.length === lines.length ? sentence : `${names.join(", ")}: ${sentence}`));
}
