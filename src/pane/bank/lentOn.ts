import { borrowingBase, type BorrowingBase } from "../../bank/borrowingBase";
import type { LenderTerms } from "../../bank/lenderTerms";
import { position } from "../../receivables/position";
import type { Day } from "../../values/day";
import { dayOfFigures } from "../dayOfFigures";
import type { Area } from "../host";
import { Trouble } from "../problem";
import type { Opened } from "../source";

/** A ledger on a day before a lender's terms: what every part of the Bank view shows something of. */
export interface LentOn {
  readonly opened: Opened;
  readonly day: Day;
  readonly terms: LenderTerms;
  /** where the terms stand */
  readonly area: Area;
  readonly base: BorrowingBase;
}

/** Throws Trouble and Refusal: several currencies, a day that cannot be told, a base that cannot. */
export function lentOn(opened: Opened, asked: Day | undefined, terms: LenderTerms, area: Area): LentOn {
  const day = dayOfFigures(opened, asked);
  const base = borrowingBase(position(opened.reading.ledger, day), terms);
  if (!base.known) throw new Trouble({ kind: "reason", reason: base.reason });
  return { opened, day, terms, area, base: base.value };
}
