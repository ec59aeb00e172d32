import type { Buyers } from "./ledger";
import type { Draft } from "./sweep";

/** What a company's name says of its legal form, in any of the ways it is written: it does not tell two companies apart. */
const LEGAL_FORM =
  /(?:\b(?:company|co|limited|ltd|pte|pty|incorporated|inc|corporation|corp|llc|llp|lp|plc|gmbh|mbh|ag|kg|ohg|ug|sa|sas|sarl|srl|spa|bv|nv|oy|oyj|ab|as|aps|kk|sro|doo|sp zoo)\b)|股份有限公司|有限责任公司|有限公司|集团公司|公司$/g;

const LONGEST_NAME = 200;

/** A name without case, width, spaces, punctuation and legal form; "" where nothing is left. */
export function nameCore(name: string): string {
  if (name.length > LONGEST_NAME) return "";
  const plain = name.normalize("NFKC").toLowerCase().replace(/&/g, " and ").replace(/[.'’·]/g, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return plain.replace(LEGAL_FORM, " ").replace(/^the\b/, " ").replace(/\s+/g, "");
}

/** Buyers, by place, whose names differ in case, width, punctuation or legal form alone: a group each. */
export function similarBuyers({ count, id, name }: Pick<Buyers, "count" | "id" | "name">): readonly (readonly number[])[] {
  const byCore = new Map<string, number[]>();
  for (let b = 0; b < count; b++) {
    if (name[b] === id[b]) continue; // no name of its own
    const core = nameCore(name[b]!);
    if (core.length < 2) continue;
    const alike = byCore.get(core);
    if (alike === undefined) byCore.set(core, [b]);
    else alike.push(b);
  }
  return [...byCore.values()].filter((alike) => new Set(alike.map((b) => name[b]!)).size > 1);
}

/**
 * Perhaps one buyer under several names. Offered, never merged in silence: a parent in the `buyers` range and the policy key
 * `rollUp` put them together, and then there is no doubt left. The money is what was invoiced to them.
 */
export function doubtSimilarBuyers(draft: Draft, buyers: Buyers): void {
  const { id, name } = buyers;
  for (const alike of similarBuyers(buyers)) {
    const names = alike.slice(0, 5).map((b) => (id[b] === "" ? name[b]! : `${name[b]!} (${id[b]!})`));
    const { row, minor } = documentsOf(draft, new Set(alike));
    draft.issues.add("SIMILAR_BUYERS", row, -1, names.join(" / "), minor, draft.currencies.list[0]?.held);
  }
}

/** The first row of these buyers, and what was invoiced to them in the sheet's first currency. */
function documentsOf({ count, buyer, row, amount, currency }: Draft, buyers: ReadonlySet<number>): { readonly row: number; readonly minor: number } {
  let first = 0;
  let minor = 0;
  for (let i = 0; i < count; i++) {
    if (!buyers.has(buyer[i]!)) continue;
    if (first === 0) first = row[i]!;
    if (currency[i] === 0) minor += amount[i]!;
  }
  return { row: first, minor };
}
