import type { Candidate } from "./causes";
import type { Group } from "./combinations";

/** Most single documents of one cause that are picked together. */
export const MOST_PICKED = 3;

/** Most sums of picked documents that are laid out; a larger family is not tried. */
export const MOST_SUMS = 50_000;

/** Cut-off is looked for within a week of the day first, then within the month. */
const NEAR_DAYS = 7;

/** Which documents are picked one by one: so many of one cause, or one each of two. */
export interface Picking {
  readonly groups: readonly number[];
  /** what is picked from, one list a group */
  readonly members: readonly (readonly Candidate[])[];
  readonly documents: number;
  /** ways to do it */
  readonly size: number;
}

/** Every way to pick, with `documents` of up to MOST_PICKED: near the day, and from all. */
export function pickingsOf(groups: readonly Group[]): Picking[] {
  const all = groups.map(({ members }) => members);
  const near = all.map((members) => members.filter(({ days }) => days <= NEAR_DAYS));
  const isFar = near.map((members, g) => members.length < all[g]!.length);
  const further = pickingsFrom(all).filter(({ groups: picked }) => picked.some((g) => isFar[g]));
  return [...pickingsFrom(near), ...further].filter(({ size, documents, members: [first, second] }) => size > 0 && size <= MOST_SUMS && !(second === undefined && documents > 1 && documents === first!.length)); // all of them is a whole
}

function pickingsFrom(lists: readonly (readonly Candidate[])[]): Picking[] {
  const one = lists.flatMap((members, g) => [1, 2, MOST_PICKED].map((documents): Picking => ({ groups: [g], members: [members], documents, size: choose(members.length, documents) })));
  const two = lists.flatMap((members, g) => lists.slice(g + 1).map((others, at): Picking => ({ groups: [g, g + 1 + at], members: [members, others], documents: 2, size: members.length * others.length })));
  return [...one, ...two];
}

function choose(n: number, k: number): number {
  let ways = 1;
  for (let at = 0; at < k; at++) ways = (ways * (n - at)) / (at + 1);
  return ways;
}

/** Every sum of a picking, in rising order. */
export function pickedSums(picking: Picking): Float64Array {
  const sums = new Float64Array(picking.size);
  let at = 0;
  forEachPick(picking, (a, b, c) => {
    sums[at++] = a.effect + (b?.effect ?? 0) + (c?.effect ?? 0);
    return true;
  });
  return sums.sort();
}

/** The picks that come to a sum, no more than `most`. */
export function picksOf(picking: Picking, sum: number, most: number): Candidate[][] {
  const found: Candidate[][] = [];
  forEachPick(picking, (a, b, c) => {
    if (a.effect + (b?.effect ?? 0) + (c?.effect ?? 0) === sum) found.push([a, b, c].filter((one) => one !== undefined));
    return found.length < most;
  });
  return found;
}

/** Until one says no. */
function forEachPick({ members: [first, second], documents }: Picking, pick: (a: Candidate, b?: Candidate, c?: Candidate) => boolean): void {
  for (let a = 0; a < first!.length; a++) {
    const one = first![a]!;
    if (documents === 1) {
      if (!pick(one)) return;
      continue;
    }
    const others = second ?? first!;
    for (let b = second === undefined ? a + 1 : 0; b < others.length; b++) {
      if (documents === 2) {
        if (!pick(one, others[b]!)) return;
        continue;
      }
      for (let c = b + 1; c < others.length; c++) if (!pick(one, others[b]!, others[c]!)) return;
    }
  }
}

/** First place in a rising list whose value is at least `value`. */
export function firstAtLeast(sums: Float64Array, value: number): number {
  let from = 0;
  let to = sums.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sums[middle]! < value) from = middle + 1;
    else to = middle;
  }
  return from;
}
