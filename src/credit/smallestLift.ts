import type { Index } from "./lateIndex";
import type { OpenItem } from "./openItems";
import { SCORE, WHATIF } from "./policy";

/** What paying some open items makes of a buyer's record. */
export interface Paid {
  /** good outcomes more, how much of a late invoice they count, and invoices settled more */
  readonly good: number;
  readonly share: number;
  readonly settled: number;
  /** largest days past due of what stays open, and the days of each that stays pending */
  readonly daysOverdue: number;
  readonly pending: readonly number[];
}

export function paidOf(items: readonly OpenItem[], set: readonly OpenItem[]): Paid {
  const gone = new Set(set);
  const rest = items.filter((item) => !gone.has(item));
  const good = set.filter(({ becomesGood }) => becomesGood);
  return {
    good: good.length, share: good.reduce((sum, { share }) => sum + share, 0), settled: set.filter(({ lost }) => !lost).length,
    daysOverdue: rest.reduce((most, { daysOverdue }) => Math.max(most, daysOverdue), 0),
    pending: rest.filter(({ pending }) => pending).map(({ daysOverdue }) => daysOverdue),
  };
}

/** The items of a search, what each is worth, and whether a record like this has the better grade. */
interface Search {
  readonly items: readonly OpenItem[];
  readonly lifts: (paid: Paid) => boolean;
  readonly money: (item: OpenItem) => number;
}

/**
 * The fewest open items that lift the grade when paid; of items that do the same, those with the least money. What an item does
 * depends on its kind alone: not yet past due, it adds a good outcome; pending, it takes its days away as well; late already, it
 * only ends what is overdue. So sets are tried by how many of each kind, each kind in the order in which its items help most,
 * with nothing, the long overdue, or all that is overdue paid beforehand (only that moves the second line of the score).
 * What can be left out of a set found is left out, so that none of it is to spare even where a kind has more items than are tried.
 */
export function smallestLift(items: readonly OpenItem[], better: (index: Index) => boolean, paying: (paid: Paid) => Index, money: (item: OpenItem) => number): OpenItem[] | undefined {
  const search: Search = { items, lifts: (paid) => better(paying(paid)), money };
  let best: OpenItem[] | undefined;
  for (const first of startsOf(search)) {
    const found = fewestBeyond(first, search, best?.length ?? items.length);
    if (found !== undefined && (best === undefined || found.length < best.length || (found.length === best.length && moneyOf(found, money) < moneyOf(best, money)))) best = found;
  }
  return best === undefined ? undefined : withoutSpare(best, search).sort((a, b) => b.daysOverdue - a.daysOverdue || a.daysToGo - b.daysToGo || a.document - b.document);
}

function moneyOf(set: readonly OpenItem[], money: Search["money"]): number {
  return set.reduce((all, item) => all + money(item), 0);
}

/** What is paid in any case: nothing; one late item (whoever has settled one may be better than the book); the long overdue; all overdue. */
function startsOf({ items, money }: Search): OpenItem[][] {
  const overdue = items.filter(({ daysOverdue }) => daysOverdue > 0);
  const long = overdue.filter(({ daysOverdue }) => daysOverdue > SCORE.overdueShort.days);
  const late = overdue.filter(({ pending, lost }) => !pending && !lost).sort((a, b) => money(a) - money(b)).slice(0, 1);
  return [[], ...[late, long, overdue].filter(({ length }) => length > 0)];
}

/** One kind of item, in the order in which they are paid: running sums of their shares and money. */
interface Kind {
  readonly items: readonly OpenItem[];
  readonly share: readonly number[];
  readonly money: readonly number[];
}

function kindOf(items: readonly OpenItem[], money: Search["money"]): Kind {
  const sums = (of: (item: OpenItem) => number): number[] => {
    let sum = 0;
    return [0, ...items.map((item) => (sum += of(item)))];
  };
  return { items, share: sums(({ share }) => share), money: sums(money) };
}

function fewestBeyond(first: readonly OpenItem[], { items, lifts, money }: Search, most: number): OpenItem[] | undefined {
  const taken = new Set(first);
  const left = items.filter((item) => !taken.has(item) && item.becomesGood);
  const fresh = kindOf(left.filter(({ pending }) => !pending).sort((a, b) => a.share - b.share || money(a) - money(b)), money);
  const pending = left.filter((item) => item.pending).sort((a, b) => b.daysOverdue - a.daysOverdue || money(a) - money(b));
  const [whole, near] = [0, 1].map((kind) => kindOf(pending.filter(({ share }) => (share > 0 ? 1 : 0) === kind).slice(0, WHATIF.mostPending), money)) as [Kind, Kind];
  const bases = whole.money.map((_, a) => near.money.map((_none, b) => paidOf(items, [...first, ...whole.items.slice(0, a), ...near.items.slice(0, b)])));
  const reach = Math.min(fresh.items.length + whole.items.length + near.items.length, most - first.length);
  for (let count = 0; count <= reach; count++) {
    let best: readonly [a: number, b: number, c: number, money: number] | undefined;
    for (let a = 0; a <= Math.min(count, whole.items.length); a++) {
      for (let b = 0; b <= Math.min(count - a, near.items.length); b++) {
        const c = count - a - b;
        if (c > fresh.items.length) continue;
        const cost = whole.money[a]! + near.money[b]! + fresh.money[c]!;
        if (best !== undefined && cost >= best[3]) continue;
        const base = bases[a]![b]!;
        if (lifts({ ...base, good: base.good + c, share: base.share + fresh.share[c]!, settled: base.settled + c })) best = [a, b, c, cost];
      }
    }
    if (best !== undefined) return [...first, ...whole.items.slice(0, best[0]), ...near.items.slice(0, best[1]), ...fresh.items.slice(0, best[2])];
  }
  return undefined;
}

/** Leaves out, dearest first, whatever the set does without, until nothing is to spare. */
function withoutSpare(set: OpenItem[], { items, lifts, money }: Search): OpenItem[] {
  let kept = set;
  for (let before = Infinity; kept.length < before; ) {
    before = kept.length;
    for (const item of [...kept].sort((a, b) => money(b) - money(a))) {
      const less = kept.filter((one) => one !== item);
      if (lifts(paidOf(items, less))) kept = less;
    }
  }
  return kept;
}
