import { buyerText, foldedText } from "./buyerList";
import type { Buyers } from "./ledger";
import type { Draft } from "./sweep";

/**
 * Buyers under the parent that the `buyers` range gives them (policy key `rollUp` = `parent`): one buyer a group, of the
 * parent's id and name, or of the text that names a parent the ledger does not know. A parent of a parent is gone up to. A
 * buyer that is its own parent, at whatever remove, stays for itself and is a doubt. Writes the new places into the draft.
 */
export function rolledUp(draft: Draft, buyers: Buyers): Buyers {
  const parents = buyers.facts.map((facts) => facts?.get("parent"));
  if (parents.every((parent) => parent === undefined)) return buyers;
  const find = finder(buyers);
  const roots = Array.from({ length: buyers.count }, (_, b) => rootOf(b, parents, find));
  const places = new Map<string, number>();
  const groups: { id: string; name: string; facts: Buyers["facts"][number] }[] = [];
  const place = Int32Array.from(roots, (root, b) => {
    if (root === CIRCLE) draft.issues.add("PARENT_CIRCLE", 0, -1, buyers.name[b]!);
    const own = root === CIRCLE ? b : root;
    const key = typeof own === "number" ? `#${own}` : foldedText(own);
    let at = places.get(key);
    if (at === undefined) {
      at = groups.push(typeof own === "number" ? { id: buyers.id[own]!, name: buyers.name[own]!, facts: buyers.facts[own] } : { id: "", name: buyerText(own), facts: undefined }) - 1;
      places.set(key, at);
    }
    return at;
  });
  for (let i = 0; i < draft.count; i++) draft.buyer[i] = place[draft.buyer[i]!]!;
  return { count: groups.length, id: groups.map(({ id }) => id), name: groups.map(({ name }) => name), facts: groups.map(({ facts }) => facts), spellings: spellingsOf(buyers, place, groups) };
}

const CIRCLE = -1;

/** The place of the topmost parent, or its text where the ledger has no such buyer. */
function rootOf(buyer: number, parents: readonly (string | number | undefined)[], find: (text: string) => number | undefined): number | string {
  const seen = new Set<number>();
  for (let at = buyer; ; ) {
    if (seen.has(at)) return CIRCLE;
    seen.add(at);
    const parent = parents[at];
    if (parent === undefined) return at;
    const next = find(String(parent));
    if (next === undefined) return String(parent);
    if (next === at) return at === buyer ? CIRCLE : at;
    at = next;
  }
}

function finder({ id, name }: Buyers): (text: string) => number | undefined {
  const byId = new Map<string, number>();
  const byName = new Map<string, number>();
  id.forEach((text, b) => { if (text !== "") byId.set(text, b); });
  name.forEach((text, b) => { if (!byName.has(foldedText(text))) byName.set(foldedText(text), b); });
  return (text) => byId.get(buyerText(text)) ?? byName.get(foldedText(text));
}

/** A group answers to its own name and to those of its members. */
function spellingsOf({ spellings }: Buyers, place: Int32Array, groups: readonly { readonly name: string }[]): ReadonlyMap<string, readonly number[]> {
  const known = new Map<string, readonly number[]>();
  for (const [text, members] of spellings ?? []) known.set(text, [...new Set(members.map((b) => place[b]!))]);
  groups.forEach(({ name }, at) => { if (!known.has(foldedText(name))) known.set(foldedText(name), [at]); });
  return known;
}
