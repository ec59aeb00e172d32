import type { Draft } from "./sweep";

const GONE = -1;

/**
 * Takes documents (places in order) out of the draft with what settled them. Answers the new place of every old one, -1 for
 * those that are gone.
 */
export function leaveOut(draft: Draft, gone: readonly number[]): Int32Array {
  const { count, row, buyer, kind, issued, due, amount, currency, disputed, closed, currencies } = draft;
  const places = new Int32Array(count);
  let next = 0;
  let left = 0;
  for (let i = 0; i < count; i++) {
    if (i === gone[next]) {
      next++;
      places[i] = GONE;
      const { list } = currencies;
      list[currency[i]!]!.documents--;
      list[currency[i]!]!.minor -= amount[i]!;
      continue;
    }
    places[i] = left;
    for (const column of [row, buyer, kind, issued, due, amount, currency, disputed, closed]) column[left] = column[i]!;
    left++;
  }
  draft.count = left;
  leaveSettled(draft, places);
  return places;
}

function leaveSettled({ settled }: Draft, places: Int32Array): void {
  let left = 0;
  for (let at = 0; at < settled.count; at++) {
    const document = places[settled.document[at]!]!;
    if (document === GONE) continue;
    settled.document[left] = document;
    settled.day[left] = settled.day[at]!;
    settled.amount[left] = settled.amount[at]!;
    settled.kind[left] = settled.kind[at]!;
    left++;
  }
  settled.count = left;
}
