import type { Reading } from "../../ledger/reading";
import type { Position } from "../../receivables/position";
import type { Day } from "../../values/day";
import { toUnits } from "../../values/money";
import type { PackChoices } from "./choices";
import type { Part, StyledCell } from "./document";
import type { PackBase } from "./packBase";
import type { PackBuyer } from "./packBuyers";
import type { SheetDraft } from "./sheetDraft";
import { formula } from "./sheetDraft";
import { wordsIn, type Say } from "./words";

/** What every sheet is made from, gathered once. */
export class PackData {
  readonly reading: Reading;
  readonly position: Position;
  readonly day: Day;
  readonly choices: PackChoices;
  readonly say: Say;
  /** largest balance first; a buyer's line is its place from 1 */
  readonly buyers: readonly PackBuyer[];
  /** place in the ledger of each row of the tape */
  readonly tape: Int32Array;
  readonly base: PackBase;
  /** line of a buyer from 0, by its place in the ledger */
  readonly lineOf: Int32Array;
  readonly exponent: number;
  readonly scale: number;
  /** half of the smallest money, as a formula writes it: what agrees is nearer */
  readonly half: string;
  /** lines under each title */
  readonly under: readonly string[];
  /** the word for no due date on the tape, which sums look for */
  readonly none: string;
  /** checks so far, by their cells */
  readonly checks: string[] = [];

  constructor(given: Pick<PackData, "reading" | "position" | "day" | "choices" | "say" | "buyers" | "tape" | "base" | "lineOf" | "exponent" | "scale" | "under">) {
    ({ reading: this.reading, position: this.position, day: this.day, choices: this.choices, say: this.say } = given);
    ({ buyers: this.buyers, tape: this.tape, base: this.base, lineOf: this.lineOf, exponent: this.exponent, scale: this.scale, under: this.under } = given);
    this.half = String(0.5 / this.scale);
    this.none = this.say("none");
  }

  /** Minor units as a cell has them. */
  readonly units = (minor: number): number => toUnits(minor, this.scale);

  /** A document's number, or one by its row of the tape (from 0) where it has none or none leaves. */
  numberOf(document: number, at: number): string {
    return (this.choices.numbers ? this.position.ledger.documents.number.at(document) : undefined) || `N${String(at + 1).padStart(6, "0")}`;
  }

  /** In one language: a name of two words would need quotes. */
  sheetName(part: Part | "seal"): string {
    return wordsIn(this.choices.language === "zh" ? "zh" : "en")(`sheet.${part}`);
  }

  /** A ratio as the sheets round it; 0 where there is nothing to divide by. */
  ratio(part: number, whole: number): number {
    return whole === 0 ? 0 : rounded(part / whole, 6);
  }

  /** A cell that says OK while its condition holds, at the row that is added next. */
  check(draft: SheetDraft, column: number, condition: string): StyledCell {
    this.checks.push(`${draft.name}!${draft.at(column, draft.next)}`);
    return formula(`IF(${condition},"OK","DIFFERS")`, "OK", "check");
  }
}

/** Half away from zero at the digits that a file keeps, as ROUND does it. */
export function rounded(value: number, digits: number): number {
  const scaled = Number((Math.abs(value) * 10 ** digits).toPrecision(15));
  const whole = Math.floor(scaled + 0.5) / 10 ** digits;
  return value < 0 && whole !== 0 ? -whole : whole;
}
