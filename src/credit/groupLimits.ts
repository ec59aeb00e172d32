import type { Ledger } from "../ledger/ledger";
import { parentsOf } from "../receivables/concentration";
import { moneyFact } from "./exposure";

/** What binds the buyers of one parent together. Minor units. */
export interface GroupBound {
  readonly bound: number;
  /** the members' limits together, before they are held to it */
  readonly granted: number;
  readonly members: number;
  /** `stated`: the `buyers` range gives the group a limit; `ownShare`: the group is one debtor to our own concentration (L7) */
  readonly by: "stated" | "ownShare";
}

/**
 * The bound of each buyer's group, where the members' limits together exceed it; by place in `ledger.buyers`. A group falls as
 * one, so L7 binds it as it binds one buyer (methods.md C1), and so does the smallest group limit that any member's row states.
 */
export function groupBounds(ledger: Ledger, limits: readonly number[], ownShare: number | undefined): readonly (GroupBound | undefined)[] {
  const { facts } = ledger.buyers;
  if (facts.every((one) => one?.has("parent") !== true)) return [];
  const parents = parentsOf(ledger);
  const groups = new Map<string, { granted: number; members: number; stated: number | undefined }>();
  limits.forEach((limit, b) => {
    const found = groups.get(parents[b]!) ?? { granted: 0, members: 0, stated: undefined };
    const stated = moneyFact(ledger, b, "groupLimit");
    groups.set(parents[b]!, { granted: found.granted + limit, members: found.members + 1, stated: stated === undefined || stated < 0 ? found.stated : Math.min(stated, found.stated ?? Infinity) });
  });
  return parents.map((parent): GroupBound | undefined => {
    const { granted, members, stated } = groups.get(parent)!;
    const bound = Math.min(stated ?? Infinity, ownShare ?? Infinity);
    return members > 1 && granted > bound ? { bound, granted, members, by: bound === stated ? "stated" : "ownShare" } : undefined;
  });
}
