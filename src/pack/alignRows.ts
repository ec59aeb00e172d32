/** What became of the rows of a sheet: 1-based, of the sheet as it was sealed (`was`) and as it is (`is`). */
export interface RowChanges {
  readonly changed: readonly { readonly was: number; readonly is: number }[];
  readonly added: readonly number[];
  readonly deleted: readonly number[];
  readonly moved: readonly { readonly was: number; readonly is: number }[];
  /** rows stand where they stood */
  readonly inPlace: boolean;
}

/**
 * Rows by their seals, as sealed and as found. Common beginnings and ends are no change; of what is between, a seal that is in both is
 * the same row, in another place or only pushed by rows put in or taken out; the rest is paired in order as changed, and what
 * remains was added or deleted. Linear in the number of rows.
 */
export function alignRows(was: readonly string[], is: readonly string[]): RowChanges {
  const length = Math.max(was.length, is.length);
  if (was.length === is.length || sameExcept(was, is)) return inPlace(was, is, length);
  let start = 0;
  while (start < Math.min(was.length, is.length) && was[start] === is[start]) start++;
  let end = 0;
  while (end < Math.min(was.length, is.length) - start && was[was.length - 1 - end] === is[is.length - 1 - end]) end++;
  const [left, right] = unmatched(was.slice(start, was.length - end), is.slice(start, is.length - end));
  const pairs = Math.min(left.length, right.length);
  return {
    changed: left.slice(0, pairs).map((at, k) => ({ was: start + at + 1, is: start + right[k]! + 1 })),
    deleted: left.slice(pairs).map((at) => start + at + 1),
    added: right.slice(pairs).map((at) => start + at + 1),
    moved: [],
    inPlace: false,
  };
}

/** Shorter or longer only at its end: rows below were emptied or filled, none was pushed. */
function sameExcept(was: readonly string[], is: readonly string[]): boolean {
  const shorter = Math.min(was.length, is.length);
  for (let at = 0; at < shorter; at++) if (was[at] !== is[at]) return false;
  return true;
}

function inPlace(was: readonly string[], is: readonly string[], length: number): RowChanges {
  const differing: number[] = [];
  for (let at = 0; at < length; at++) if ((was[at] ?? "") !== (is[at] ?? "")) differing.push(at);
  const elsewhere = new Map<string, number[]>();
  for (const at of differing) if ((was[at] ?? "") !== "") elsewhere.set(was[at]!, [...(elsewhere.get(was[at]!) ?? []), at]);
  const moved: { was: number; is: number }[] = [];
  const gone = new Set<number>();
  const found = new Set<number>();
  for (const at of differing) {
    const from = elsewhere.get(is[at] ?? "")?.shift();
    if (from === undefined) continue;
    moved.push({ was: from + 1, is: at + 1 });
    gone.add(from);
    found.add(at);
  }
  const changed: { was: number; is: number }[] = [];
  const [added, deleted]: [number[], number[]] = [[], []];
  for (const at of differing) {
    const [before, now] = [gone.has(at) ? "" : (was[at] ?? ""), found.has(at) ? "" : (is[at] ?? "")];
    if (before !== "" && now !== "") changed.push({ was: at + 1, is: at + 1 });
    else if (now !== "") added.push(at + 1);
    else if (before !== "") deleted.push(at + 1);
  }
  return { changed, added, deleted, moved, inPlace: moved.length === 0 };
}

/** Places whose seal the other side has not, or has fewer times. Empty rows are nobody's. */
function unmatched(was: readonly string[], is: readonly string[]): [left: number[], right: number[]] {
  const counts = new Map<string, number>();
  for (const seal of is) counts.set(seal, (counts.get(seal) ?? 0) + 1);
  const left: number[] = [];
  was.forEach((seal, at) => {
    const count = counts.get(seal) ?? 0;
    if (count > 0) counts.set(seal, count - 1);
    else if (seal !== "") left.push(at);
  });
  const right: number[] = [];
  for (let at = is.length - 1; at >= 0; at--) {
    const count = counts.get(is[at]!) ?? 0;
    if (count <= 0) continue;
    counts.set(is[at]!, count - 1);
    if (is[at] !== "") right.push(at);
  }
  return [left, right.reverse()];
}
