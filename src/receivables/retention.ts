import { INV, RET, type Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { remembered } from "./remembered";

export type Retention = Policy["retention"];

/** The ledger as DSO counts it: retention is a class of its own, or where it is to be included (methods.md 0.4) what it was withheld from: an invoice, in the receivable and in the sales. */
export function ledgerForDso(ledger: Ledger, retention: Retention = "exclude"): Ledger {
  return retention === "include" ? withRetention(ledger) : ledger;
}

const withRetention = remembered((ledger: Ledger): Ledger => {
  const { documents } = ledger;
  return documents.kind.includes(RET) ? { ...ledger, documents: { ...documents, kind: documents.kind.map((kind) => (kind === RET ? INV : kind)) } } : ledger;
});
