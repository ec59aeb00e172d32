import { keptMoney } from "../../ledger/foreign";
import { KINDS } from "../../ledger/ledger";
import type { Reading } from "../../ledger/reading";
import { position } from "../../receivables/position";
import { NO_DAY, isoDay, type Day } from "../../values/day";
import { canonicalText } from "./canonicalText";

/** Goes up whenever a figure of the pack, or the form that is sealed, is worked out another way. */
export const METHOD_VERSION = "1";

/**
 * What AR.SEAL is the SHA-256 of: method version, day, currency and policy, then every document that is open on the day, in the
 * order of the sheet: number, kind, buyer's id and name, days, money in minor units as the sheet has it and as it is open, facts
 * of the buyers. Not the row, which moves when something else is put in above.
 */
export function* ledgerText({ ledger, policy }: Pick<Reading, "ledger" | "policy">, day: Day): Generator<string> {
  const { documents, buyers, currencies } = ledger;
  const { open } = position(ledger, day);
  const { amount } = keptMoney(ledger);
  yield `open account seal\t${METHOD_VERSION}\t${isoDay(day)}\t${ledger.currency}\t${canonicalText(policy.text)}\n`;
  for (let i = 0; i < documents.count; i++) {
    if (open[i] === 0) continue;
    const buyer = documents.buyer[i]!;
    yield [
      canonicalText(documents.number.at(i) ?? ""), KINDS[documents.kind[i]!]!, canonicalText(buyers.id[buyer]!), canonicalText(buyers.name[buyer]!),
      iso(documents.issued[i]!), iso(documents.due[i]!), amount[i]!, open[i]!, currencies[documents.currency[i]!]?.code ?? "", documents.disputed[i]!,
    ].join("\t") + "\n";
  }
  for (let b = 0; b < buyers.count; b++) {
    const facts = [...(buyers.facts[b] ?? [])].map(([name, value]) => `${name}=${canonicalText(String(value))}`).sort();
    if (facts.length > 0) yield `buyer\t${canonicalText(buyers.id[b]!)}\t${canonicalText(buyers.name[b]!)}\t${facts.join("\t")}\n`;
  }
}

function iso(day: number): string {
  return day === NO_DAY ? "" : isoDay(day as Day);
}
