import { heldIn } from "./currencies";
import type { Settlements } from "./ledger";
import type { Draft } from "./sweep";

/** More settled than the document came to: the rest counts as unapplied (methods.md 0.4), and is said with its money. */
export function doubtOverpaid(draft: Draft, { count, document, amount }: Settlements): void {
  const { amount: owed, row, issues } = draft;
  for (let s = 0; s < count; ) {
    const i = document[s]!;
    let rest = owed[i]!;
    for (; s < count && document[s] === i; s++) rest -= amount[s]!;
    if (rest * owed[i]! < 0) issues.add("OVERPAID", row[i]!, -1, draft.number.at(i), rest, heldIn(draft, i));
  }
}
