import type { Day } from "../values/day";
import { dayAsked } from "../ledger/dayAsked";
import { Trouble } from "./problem";
import type { Opened } from "./source";

/** The day of the views' figures: the one asked for, else the formula's, else the ledger's last. Several currencies are never added up. */
export function dayOfFigures(opened: Opened, asked: Day | undefined): Day {
  const { ledger } = opened.reading;
  if (ledger.mixed) throw new Trouble({ kind: "mixed", currencies: ledger.currencies });
  return dayAsked(opened.reading, asked ?? opened.asOf);
}
