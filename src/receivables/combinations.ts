import { CAUSES, type Candidate, type Cause } from "./causes";

/** Most causes that one difference is put down to: more would fit nearly any amount. */
export const MOST_CAUSES = 4;

/** Runs of days next to the day that are tried as a whole: a week of business days and one more. */
const MOST_RUNS = 7;

/** Most combinations kept of one length; a length that has more is not tried at all. */
const MOST_COMBINATIONS = 150_000;

/** Places of an option in a combination are bytes. */
const MOST_OPTIONS = 255;

/** All that one cause may have counted otherwise, in the order of precedence of the causes. */
export interface Group {
  readonly cause: Cause;
  readonly members: readonly Candidate[];
}

/** One cause taken as a whole: all of its documents, all of one part, or a run of days next to the day. */
export interface Option {
  readonly group: number;
  readonly effect: number;
  readonly members: readonly Candidate[];
  /** days in the run; 0 for a class */
  readonly run: number;
  /** effects by subject, of subjects that other groups have too */
  readonly shared: ReadonlyMap<number, number>;
}

/** Sums of several options of different causes: `options[k * causes ..]` are the options of `sums[k]`. */
export interface Combinations {
  readonly causes: number;
  readonly sums: Float64Array;
  readonly options: Uint8Array;
}

export function groupsOf(candidates: readonly Candidate[]): Group[] {
  const byCause = new Map<Cause, Candidate[]>();
  for (const one of candidates) {
    const members = byCause.get(one.cause);
    if (members === undefined) byCause.set(one.cause, [one]);
    else members.push(one);
  }
  return (Object.keys(CAUSES) as Cause[]).flatMap((cause) => (byCause.has(cause) ? [{ cause, members: byCause.get(cause)! }] : []));
}

/** Whole classes and runs of days that have an effect at all. */
export function optionsOf(groups: readonly Group[]): Option[] {
  const shared = sharedSubjects(groups);
  const options = groups.flatMap(({ cause, members }, group) => wholesOf(cause, members.filter(({ alone }) => !alone)).map((one, run): Option => ({
    group, members: one, run: CAUSES[cause].as === "days" ? run + 1 : 0, effect: sumOf(one),
    shared: new Map(one.filter(({ subject }) => shared.has(subject)).map(({ subject, effect }) => [subject, effect])),
  })));
  return options.filter(({ effect }) => effect !== 0).slice(0, MOST_OPTIONS);
}

function wholesOf(cause: Cause, members: readonly Candidate[]): (readonly Candidate[])[] {
  if (members.length === 0) return [];
  switch (CAUSES[cause].as) {
    case "one":
      return members.length === 1 ? [members] : [];
    case "days": {
      const near = [...new Set(members.map(({ days }) => days))].sort((a, b) => a - b).slice(0, MOST_RUNS);
      return near.map((last) => members.filter(({ days }) => days <= last));
    }
    case "class":
    case "ways": {
      const parts = [...new Set(members.map(({ part }) => part))];
      const each = parts.length > 1 && parts.length <= 12 ? parts.map((part) => members.filter((one) => one.part === part)) : [];
      return CAUSES[cause].as === "ways" && parts.length > 1 ? each : [members, ...each];
    }
  }
}

function sumOf(members: readonly Candidate[]): number {
  return members.reduce((sum, { effect }) => sum + effect, 0);
}

/** Documents that more than one cause may concern. */
function sharedSubjects(groups: readonly Group[]): ReadonlySet<number> {
  const seen = new Map<number, number>();
  const shared = new Set<number>();
  groups.forEach(({ members }, group) => {
    for (const { subject } of members) {
      if (subject < 0) continue;
      const first = seen.get(subject);
      if (first === undefined) seen.set(subject, group);
      else if (first !== group) shared.add(subject);
    }
  });
  return shared;
}

/**
 * Combinations of options, at most one a cause, by their number of causes. What two causes both concern is counted once, for
 * the one that goes before. How many there are is known before they are made; a length that has too many is none.
 */
export class OptionSums {
  readonly #options: readonly Option[];
  readonly #sizes: readonly number[];
  readonly #made: (Combinations | undefined)[] = [{ causes: 0, sums: new Float64Array(1), options: new Uint8Array(0) }];
  #overlaps: Float64Array | undefined;

  constructor(options: readonly Option[]) {
    this.#options = options;
    this.#sizes = sizesOf(options);
  }

  /** How many there are of so many causes; 0 where they are too many to be made. */
  size(causes: number): number {
    const size = this.#sizes[causes]!;
    return size <= MOST_COMBINATIONS ? size : 0;
  }

  of(causes: number): Combinations {
    return (this.#made[causes] ??= this.#oneMore(this.of(causes - 1)));
  }

  #oneMore({ causes, sums, options: chosen }: Combinations): Combinations {
    const options = this.#options;
    const overlaps = (this.#overlaps ??= overlapsOf(options));
    const all = options.length;
    const size = this.#sizes[causes + 1]!;
    const longer = { causes: causes + 1, sums: new Float64Array(size), options: new Uint8Array(size * (causes + 1)) };
    let at = 0;
    for (let k = 0; k < sums.length; k++) {
      const last = causes === 0 ? -1 : chosen[k * causes + causes - 1]!;
      for (let o = last + 1; o < all; o++) {
        if (last >= 0 && options[o]!.group === options[last]!.group) continue;
        let sum = sums[k]! + options[o]!.effect;
        for (let c = 0; c < causes; c++) {
          const earlier = chosen[k * causes + c]!;
          sum -= overlaps[earlier * all + o]!;
          longer.options[at * (causes + 1) + c] = earlier;
        }
        longer.options[at * (causes + 1) + causes] = o;
        longer.sums[at++] = sum;
      }
    }
    return longer;
  }
}

/** Ways to take 0, 1, ... MOST_CAUSES causes with one option each. */
function sizesOf(options: readonly Option[]): number[] {
  const counts = new Map<number, number>();
  for (const { group } of options) counts.set(group, (counts.get(group) ?? 0) + 1);
  const sizes = [1, ...new Array<number>(MOST_CAUSES).fill(0)];
  for (const count of counts.values()) for (let causes = MOST_CAUSES; causes > 0; causes--) sizes[causes]! += sizes[causes - 1]! * count;
  return sizes;
}

/** What of option `o` an earlier option `q` has taken already: `overlaps[q * options.length + o]`. */
function overlapsOf(options: readonly Option[]): Float64Array {
  const overlaps = new Float64Array(options.length ** 2);
  options.forEach((q, at) => {
    for (let o = at + 1; o < options.length; o++) {
      if (options[o]!.group !== q.group) for (const [subject, effect] of options[o]!.shared) if (q.shared.has(subject)) overlaps[at * options.length + o]! += effect;
    }
  });
  return overlaps;
}

/** The documents of a combination: those of the cause that goes before where two concern one. */
export function membersOf({ causes, options: chosen }: Combinations, k: number, options: readonly Option[]): Candidate[] {
  const taken = new Set<number>();
  const members: Candidate[] = [];
  for (let c = 0; c < causes; c++) {
    const option = options[chosen[k * causes + c]!]!;
    for (const one of option.members) if (one.subject < 0 || !taken.has(one.subject)) members.push(one);
    for (const { subject } of option.members) if (subject >= 0) taken.add(subject);
  }
  return members;
}
