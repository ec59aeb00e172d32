import type { Buyers } from "../ledger/ledger";

/** As the functions compare: NFKC, trimmed, without case. */
export function folded(text: string): string {
  return text.normalize("NFKC").trim().toLowerCase();
}

const remembered = new WeakMap<Buyers, readonly (readonly [id: string, name: string])[]>();

function foldedBuyers(buyers: Buyers): readonly (readonly [string, string])[] {
  const found = remembered.get(buyers) ?? Array.from({ length: buyers.count }, (_, at) => [folded(buyers.id[at] ?? ""), folded(buyers.name[at] ?? "")] as const);
  remembered.set(buyers, found);
  return found;
}

/** Buyers whose id or name contains the text: those that begin with it first, then in the order of the ledger. */
export function buyersMatching(buyers: Buyers, typed: string): number[] {
  const wanted = folded(typed);
  const begin: number[] = [];
  const inside: number[] = [];
  foldedBuyers(buyers).forEach(([id, name], at) => {
    if (id.startsWith(wanted) || name.startsWith(wanted)) begin.push(at);
    else if (id.includes(wanted) || name.includes(wanted)) inside.push(at);
  });
  return [...begin, ...inside];
}

/** What to call a buyer: its name, else its number. */
export function buyerName(buyers: Buyers, buyer: number): string {
  return buyers.name[buyer] || buyers.id[buyer] || "";
}

/** Its number, where the name does not already say it. */
export function buyerNumber(buyers: Buyers, buyer: number): string {
  const id = buyers.id[buyer] ?? "";
  return id === buyers.name[buyer] ? "" : id;
}
