import { cannotTell, refuse } from "../values/answer";
import { isBlank, plain, type Cell } from "../values/cell";
import { buyerText, foldedText } from "./buyerList";
import type { Ledger } from "./ledger";

interface Lookup {
  readonly byId: ReadonlyMap<string, number>;
  readonly byFolded: ReadonlyMap<string, readonly number[]>;
  /** ids that are the same number: `0042` and `42` */
  readonly byNumber: ReadonlyMap<number, readonly number[]>;
  readonly byName: ReadonlyMap<string, readonly number[]>;
}

const lookups = new WeakMap<Ledger, Lookup>();

/**
 * Place of a buyer in the ledger. By id text first, exactly and then in any case; then an id that is the same number; then
 * the name. Several: a refusal that lists them. None: "No buyer 'X' in this ledger." A blank is a refusal.
 */
export function findBuyer(ledger: Ledger, asked: Cell): number {
  const value = plain(asked);
  if (isBlank(value) || typeof value === "object") refuse("NO_BUYER_ASKED");
  const lookup = lookupOf(ledger);
  const text = buyerText(String(value));
  const exact = lookup.byId.get(text);
  if (exact !== undefined) return exact;
  const number = typeof value === "number" ? value : /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  const found = lookup.byFolded.get(foldedText(text)) ?? lookup.byNumber.get(number) ?? lookup.byName.get(foldedText(text));
  if (found === undefined) cannotTell("UNKNOWN_BUYER", { buyer: text });
  if (found.length > 1) refuse("SEVERAL_BUYERS", { buyer: text, listIds: found.slice(0, 12).map((b) => ledger.buyers.id[b] || ledger.buyers.name[b]!).join(", ") });
  return found[0]!;
}

function lookupOf(ledger: Ledger): Lookup {
  let lookup = lookups.get(ledger);
  if (lookup === undefined) lookups.set(ledger, (lookup = makeLookup(ledger)));
  return lookup;
}

function makeLookup({ buyers }: Ledger): Lookup {
  const byId = new Map<string, number>();
  const byFolded = new Map<string, number[]>();
  const byNumber = new Map<number, number[]>();
  const byName = new Map<string, number[]>();
  for (let b = 0; b < buyers.count; b++) {
    const id = buyers.id[b]!;
    if (id !== "") {
      byId.set(id, b);
      push(byFolded, foldedText(id), b);
      if (/^\d{1,15}$/.test(id)) push(byNumber, Number(id), b);
    }
    if (buyers.spellings === undefined) push(byName, foldedText(buyers.name[b]!), b);
  }
  return { byId, byFolded, byNumber, byName: buyers.spellings ?? byName };
}

function push<Key>(map: Map<Key, number[]>, key: Key, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
