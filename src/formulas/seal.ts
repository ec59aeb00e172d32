import { ledgerText } from "../bank/pack/ledgerText";
import { sha256OfLines } from "../values/sha256";
import type { Arg } from "./ask";
import { dayOfBook, ledgerOf, onLedger, readingOf } from "./book";

/** AR.SEAL: the fingerprint of what is open, the policy, the day and the method version; a pack made of the same carries the same. */
export function sealOfLedger(ledgerArg: Arg, asOf: Arg): string {
  return onLedger(ledgerArg, (book) => {
    ledgerOf(book); // refuses several currencies
    return sha256OfLines(ledgerText(readingOf(book), dayOfBook(book, asOf, 2)));
  });
}
