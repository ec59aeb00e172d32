import { keptMoney } from "../ledger/foreign";
import { DN, INV, type Ledger } from "../ledger/ledger";
import { documentsByBuyer } from "../receivables/documentsByBuyer";
import { NO_DAY, type Day } from "../values/day";
import { LIMIT } from "./policy";

/**
 * The highest day-end sum in the year to `day`, by buyer, of what was open of the invoices that were settled by 15 days past
 * due: what the buyer has shown it can carry. Minor units; 0 where there is none. In another currency what was open, at the
 * closing rate of `day`: what carrying it again would come to now. An invoice settled on the day it was issued was
 * never open at the end of a day.
 */
export function highestPaidBalances(ledger: Ledger, day: Day): Float64Array {
  const { from, order } = documentsByBuyer(ledger);
  const starts = settlementStarts(ledger);
  const highest = new Float64Array(ledger.buyers.count);
  for (let b = 0; b < ledger.buyers.count; b++) {
    const moves = new Moves();
    for (let at = from[b]!; at < from[b + 1]!; at++) if (wasPaidInOrder(ledger, order[at]!, day)) enter(moves, ledger, order[at]!, starts, day);
    highest[b] = moves.highest(day - LIMIT.window);
  }
  return highest;
}

function wasPaidInOrder({ documents }: Ledger, i: number, day: Day): boolean {
  const { kind, amount, due, closed } = documents;
  if ((kind[i] !== INV && kind[i] !== DN) || amount[i]! <= 0 || due[i] === NO_DAY || closed[i] === NO_DAY) return false;
  return closed[i]! <= day && closed[i]! <= due[i]! + LIMIT.paidWithin && closed[i]! > day - LIMIT.window + 1;
}

/** Place of each document's first settlement; settlements stand in the order of their documents. */
function settlementStarts({ documents, settlements }: Ledger): Int32Array {
  const starts = new Int32Array(documents.count + 1);
  for (let s = 0; s < settlements.count; s++) starts[settlements.document[s]! + 1]!++;
  for (let i = 0; i < documents.count; i++) starts[i + 1]! += starts[i]!;
  return starts;
}

/** The amount when issued, each settlement off when dated (from the start where undated), never below nothing. */
function enter(moves: Moves, ledger: Ledger, i: number, starts: Int32Array, day: Day): void {
  const { documents, settlements, foreign } = ledger;
  const { amount, settled } = keptMoney(ledger);
  const worth = (minor: number): number => foreign?.restated(minor, documents.currency[i]!, day) ?? minor;
  const issued = documents.issued[i]!;
  let rest = amount[i]!;
  moves.add(issued, worth(rest));
  for (let s = starts[i]!; s < starts[i + 1]!; s++) {
    const left = rest - Math.min(rest, settled[s]!);
    moves.add(Math.max(issued, settlements.day[s]!), worth(left) - worth(rest));
    rest = left;
  }
}

/** Changes of a balance, each on its day. */
class Moves {
  readonly #days: number[] = [];
  readonly #changes: number[] = [];

  add(day: number, change: number): void {
    this.#days.push(day);
    this.#changes.push(change);
  }

  /** Highest balance at the end of a day after `from`; one carried over from before counts. */
  highest(from: number): number {
    const count = this.#days.length;
    const inOrder = Float64Array.from(this.#days, (day, at) => Math.max(day, from + 1) * count + at).sort();
    let [balance, highest] = [0, 0];
    for (let k = 0; k < count; k++) {
      balance += this.#changes[inOrder[k]! % count]!;
      const last = k === count - 1 || Math.floor(inOrder[k + 1]! / count) !== Math.floor(inOrder[k]! / count);
      if (last) highest = Math.max(highest, balance);
    }
    return highest;
  }
}
