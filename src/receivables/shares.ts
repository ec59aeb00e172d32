import type { Answer } from "../values/answer";
import { known, unknown } from "../values/answer";
import { isoDay } from "../values/day";
import { scaleOf, toUnits } from "../values/money";
import { balances, placeOf } from "./balances";
import type { Position } from "./position";

/** Open debits past due by a day or more / open debits, a fraction; credits are in neither. Unknown NO_BALANCE: nothing open. */
export function overdueShare(position: Position, buyer?: number): Answer<number> {
  return shareOf(position, "overdue", buyer);
}

/** Open debits not past due / open debits, a fraction (percent current). What has no due date is in the whole, never in this part. */
export function currentShare(position: Position, buyer?: number): Answer<number> {
  return shareOf(position, "notDue", buyer);
}

function shareOf(position: Position, part: "overdue" | "notDue", buyer: number | undefined): Answer<number> {
  const sums = balances(position);
  const at = placeOf(position, buyer);
  const debits = sums.debits[at]!;
  if (debits === 0) return unknown("NO_BALANCE", { day: isoDay(position.day) });
  const scale = scaleOf(position.ledger.exponent);
  return known(sums[part][at]! / debits, {
    method: `share.${part}`,
    day: position.day,
    facts: [[part === "overdue" ? "overdue" : "not due", toUnits(sums[part][at]!, scale)], ["open debits", toUnits(debits, scale)]],
  });
}
