import type { Ledger } from "../ledger/ledger";
import { remembered } from "./remembered";

/** Documents put together by buyer, in the order of the ledger: those of buyer b are `order[from[b]] .. order[from[b + 1] - 1]`. */
export interface DocumentsByBuyer {
  readonly from: Int32Array;
  readonly order: Int32Array;
}

/** Two passes (count, place), once a ledger. */
export const documentsByBuyer: (ledger: Ledger) => DocumentsByBuyer = remembered((ledger: Ledger) => {
  const { count, buyer } = ledger.documents;
  const from = new Int32Array(ledger.buyers.count + 1);
  for (let i = 0; i < count; i++) from[buyer[i]! + 1]!++;
  for (let b = 0; b < ledger.buyers.count; b++) from[b + 1]! += from[b]!;
  const next = from.slice();
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[next[buyer[i]!]!++] = i;
  return { from, order };
});
