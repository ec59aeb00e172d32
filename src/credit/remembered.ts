import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { rememberedByDay } from "../receivables/remembered";
import type { Day } from "../values/day";

/** Remembers what was made of (ledger, day, policy), for as long as both ledger and policy are held. */
export function rememberedByPolicy<Made>(make: (ledger: Ledger, day: Day, policy: Policy) => Made): (ledger: Ledger, day: Day, policy: Policy) => Made {
  const policies = new WeakMap<Policy, (ledger: Ledger, day: Day) => Made>();
  return (ledger, day, policy) => {
    let byDay = policies.get(policy);
    if (byDay === undefined) policies.set(policy, (byDay = rememberedByDay((of, on) => make(of, on, policy))));
    return byDay(ledger, day);
  };
}
