import { dilution } from "../../receivables/dilution";
import { dso } from "../../receivables/dso";
import { monthEndBefore, monthEndsTo } from "../../receivables/monthEnds";
import { position as positionOn } from "../../receivables/position";
import { ROLL_FORWARD_LINES, rollForward } from "../../receivables/rollForward";
import { turnover } from "../../receivables/turnover";
import type { Answer } from "../../values/answer";
import type { Day } from "../../values/day";
import { columnName } from "./address";
import type { PackCell, PackSheet } from "./document";
import { rounded, type PackData } from "./packData";
import { cell, formula, SheetDraft } from "./sheetDraft";
import type { WordKey } from "./words";

const MONTHS = 12;

/** Twelve months of DSO, dilution and turnover, and the balance rolled forward from month to month. */
export function trendSheet(data: PackData): PackSheet {
  const { say } = data;
  const draft = new SheetDraft("trend", data.sheetName("trend"), [
    [13, "day"], [16, "money"], [16, "money"], [15, "days"], [16, "money"], [16, "money"], [15, "share"], [16, "money"], [16, "money"], [15, "times"], [11, "days"], [11, "share"], [11, "times"], [10, "check"],
  ]);
  draft.title(say("trend.title"), ...data.under);
  const days = monthEndsTo(data.day, MONTHS);
  measures(draft, data, days);
  rolled(draft, data, days);
  for (const line of say("trend.note").split("\n")) draft.add(cell(line, "small"));
  return draft.done();
}

/** A ratio's parts as values, the ratio as a formula over them, the engine's answer, a check a line. */
interface Ratio {
  readonly parts: readonly [top: string, bottom: string];
  readonly answer: Answer<number>;
  readonly times: number;
}

function measures(draft: SheetDraft, data: PackData, days: readonly Day[]): void {
  const { say } = data;
  draft.section(say("trend.measures"));
  const texts = (["day", "receivable", "sales90", "dso", "lost", "gross", "dilution", "sales365", "mean", "turnover"] as const).map((key) => say(`trend.${key}`));
  const engine = (["dso", "dilution", "turnover"] as const).map((key) => `${say("engine")} ${say(`trend.${key}`)}`);
  const all = [...texts, ...engine, say("check")];
  draft.headings(all);
  for (const day of days) {
    const on = positionOn(data.reading.ledger, day);
    const { ledger } = data.reading;
    const told = ledger.dated ? day >= ledger.firstDay : day >= ledger.lastIssued; // of open items nothing before their last is known
    const ratios: Ratio[] = [
      { parts: ["receivable", "credit sales"], answer: dso(on), times: 90 },
      { parts: ["lost", "gross sales"], answer: dilution(on), times: 1 },
      { parts: ["credit sales", "mean receivable"], answer: turnover(on), times: 1 },
    ];
    line(draft, data, day, !told ? [] : ledger.dated ? ratios : ratios.slice(0, 1));
  }
  draft.blank();
}

const RATIO_LOOKS = ["days", "share", "times"] as const;

function line(draft: SheetDraft, data: PackData, day: Day, ratios: readonly Ratio[]): void {
  const row = draft.next;
  if (day === data.day) draft.nameCell("Dilution", 6, row);
  const figures: PackCell[] = [];
  const engine: PackCell[] = [];
  const conditions: string[] = [];
  for (let k = 0; k < RATIO_LOOKS.length; k++) {
    const ratio = ratios[k];
    const facts = ratio?.answer.known === true ? new Map(ratio.answer.basis.facts) : undefined;
    if (ratio?.answer.known !== true || facts === undefined) {
      figures.push(missing(data), missing(data), missing(data));
      engine.push(missing(data));
      continue;
    }
    const value = rounded(ratio.answer.value, 6);
    const [top, bottom, at] = [columnName(1 + 3 * k), columnName(2 + 3 * k), columnName(3 + 3 * k)];
    const quotient = `${top}${row}/${bottom}${row}${ratio.times === 1 ? "" : `*${ratio.times}`}`;
    figures.push(part(facts, ratio.parts[0]), part(facts, ratio.parts[1]), formula(`IF(${bottom}${row}=0,0,ROUND(${quotient},6))`, value, RATIO_LOOKS[k]!));
    engine.push(cell(value, RATIO_LOOKS[k]!));
    conditions.push(`ABS(${at}${row}-${columnName(10 + k)}${row})<0.000002`);
  }
  draft.add(day, ...figures, ...engine, conditions.length === 0 ? undefined : data.check(draft, 13, conditions.length === 1 ? conditions[0]! : `AND(${conditions.join(",")})`));
}

function missing({ say }: PackData): PackCell {
  return cell(say("notTold"), "right");
}

/** Dilution's numerator is a sum of its facts: credits less those invoiced anew, and short payments. */
function part(facts: ReadonlyMap<string, number | string>, name: string): number {
  const of = (key: string): number => Number(facts.get(key));
  return name === "lost" ? rounded(of("credit notes") - of("left out, invoiced anew within 5 days") + of("short payments let go"), 4) : of(name);
}

function rolled(draft: SheetDraft, data: PackData, days: readonly Day[]): void {
  const { say, units, exponent } = data;
  const { ledger } = data.reading;
  const told = days.filter((day) => monthEndBefore(day) >= ledger.firstDay && (ledger.dated || day >= ledger.lastIssued));
  draft.section(say("trend.rolled"));
  const texts = (["day", "opening", ...ROLL_FORWARD_LINES, "closing"] as const satisfies readonly string[]).map((key) => say(`trend.${key}` as WordKey));
  const all = [...texts, say("engine"), say("check")];
  // opening, lines and closing stand in columns that are not all of money: each cell says so itself
  draft.headings(all);
  const width = ROLL_FORWARD_LINES.length + 1;
  const closing = columnName(width + 1);
  let first = true;
  for (const day of told) {
    const row = draft.next;
    const sums = rollForward(ledger, monthEndBefore(day), day);
    const opening = units(sums.opening.at(-1)!);
    const end = units(sums.closing.at(-1)!);
    draft.add(
      day,
      first ? cell(opening, "money") : formula(`${closing}${row - 1}`, opening, "money"),
      ...ROLL_FORWARD_LINES.map((name): PackCell => cell(units(sums[name].at(-1)!), "money")),
      formula(`ROUND(SUM(B${row}:${columnName(width)}${row}),${exponent})`, end, "moneyTotal"),
      cell(end, "engine"),
      data.check(draft, width + 3, `ABS(${closing}${row}-${columnName(width + 2)}${row})<${data.half}`),
    );
    first = false;
  }
  if (told.length > 0) draft.add(cell(say("check"), "small"), data.check(draft, 1, `ABS(${closing}${draft.next - 1}-GrossReceivables)<${data.half}`));
  draft.blank();
}
