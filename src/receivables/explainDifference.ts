import { asStated, CAUSES, type Candidate, type Cause } from "./causes";
import { groupsOf, membersOf, MOST_CAUSES, optionsOf, OptionSums, type Combinations, type Group, type Option } from "./combinations";
import { firstAtLeast, pickedSums, picksOf, pickingsOf, type Picking } from "./pickedDocuments";

/** A way in which the control may be kept, such as foreign amounts one to one, and what may differ besides. */
export interface Scenario {
  /** causes that it stands for: 0 for the control kept as the ledger is */
  readonly causes: number;
  /** what it makes different by itself */
  readonly assumed: readonly Candidate[];
  readonly candidates: readonly Candidate[];
}

/** Documents and receipts whose effects add up to the difference to the minor unit. */
export interface Explanation {
  readonly found: readonly Candidate[];
  readonly causes: readonly Cause[];
  /** smaller is simpler and likelier, in halvings */
  readonly score: number;
}

/** Looks that all explanations of one reconciliation may take together: a hard end to the work. */
export interface Steps {
  left: number;
}

/**
 * By-chance odds above which an explanation is not believed: how many explanations at least as simple come near the
 * difference, over the values a difference of that size can have.
 */
export const TRUST = 1 / 200;
/** One cause with few ways to be it needs less: its being there at all speaks for it. */
const TRUST_ONE_CAUSE = 1 / 20;
const FEW_WAYS = 30;

/** Every document picked by itself, and every further cause, makes an explanation so much less likely than its number of ways says. */
const PICKED = 32;
const FURTHER = 2;

/** Explanations so many times heavier than the first found are still weighed against it. */
const WEIGHED = 16;
const MOST_EXPLANATIONS = 32;

/** A family of explanations of one shape: so many whole causes, with so many documents picked besides. */
interface Family {
  readonly scenario: Searched;
  /** causes taken as a whole */
  readonly wholes: number;
  readonly picking: Picking | undefined;
  readonly causes: number;
  readonly size: number;
  readonly weight: number;
}

interface Searched {
  readonly of: Scenario;
  readonly groups: readonly Group[];
  readonly options: readonly Option[];
  readonly sums: OptionSums;
  readonly target: number;
  /** sums of picked documents, as far as they were asked for */
  readonly picked: Map<Picking, Float64Array>;
}

/** How near a sum must come to count as one that might have hit, and how many values lie there. */
interface Reach {
  readonly minor: number;
  readonly values: number;
}

/**
 * Explanations of a difference, simplest first; none where nothing fits or what fits might as well be chance. Families are
 * tried from the smallest up (fewest causes, whole classes before picked documents), each counted in full, hits and near
 * misses: when the sums near the difference are so many that more than TRUST of all differences of its size would meet one, the
 * search ends. One whole class that makes the difference by itself is believed as it stands. `among`: differences explained
 * side by side, each of which must be as much surer.
 */
export function explanations(difference: number, scenarios: readonly Scenario[], steps: Steps, among = 1): Explanation[] {
  if (difference === 0) return [];
  const searched = scenarios.map((of): Searched => {
    const groups = groupsOf(of.candidates);
    const options = optionsOf(groups);
    return { of, groups, options, sums: new OptionSums(options), target: of.assumed.reduce((rest, { effect }) => rest - effect, difference), picked: new Map() };
  });
  const sure = searched.flatMap((one) => wholeClass(one));
  if (sure.length > 0) return best([...sure, ...searched.flatMap(runAlone)]);
  const families = searched.flatMap(familiesOf).sort((a, b) => a.weight - b.weight);
  const reach = reachOf(difference, scenarios);
  const found: Explanation[] = [];
  let near = 0;
  let limit = Infinity;
  for (const family of families) {
    const most = ((family.causes === 1 && family.size <= FEW_WAYS ? TRUST_ONE_CAUSE : TRUST) / among) * reach.values;
    if (family.weight > limit || steps.left <= 0 || near > most) break;
    const tried = measure(family, reach, steps);
    near += tried.near;
    if (tried.hits.length === 0 || near + tried.hits.length - 1 > most) continue;
    found.push(...tried.hits);
    limit = Math.min(limit, family.weight * WEIGHED);
  }
  return best(found.length > 0 ? found : searched.flatMap((one) => wholeClass(one, true)));
}

/** Simplest first, then the fewest documents, then the nearest to the day; last by their numbers, so that the order of the sheet's rows never shows. */
function best(found: readonly Explanation[]): Explanation[] {
  const ranked = found.map((one) => ({ one, days: one.found.reduce((sum, { days }) => sum + days, 0), numbers: numbersOf(one) }));
  ranked.sort((a, b) => a.one.score - b.one.score || a.one.found.length - b.one.found.length || a.days - b.days || (a.numbers < b.numbers ? -1 : a.numbers > b.numbers ? 1 : 0));
  return ranked.slice(0, MOST_EXPLANATIONS).map(({ one }) => one);
}

function numbersOf({ found, causes }: Explanation): string {
  return [...causes, ...found.slice(0, 50).map(({ number }) => number).sort()].join(" ");
}

/** All of one class, or the scenario by itself; `last`: what is left to say when nothing closer fits, such as that a buyer is missing. */
function wholeClass(searched: Searched, last = false): Explanation[] {
  const { of, options, target, groups } = searched;
  if (of.causes > 0) return target === 0 && !last ? [explained(searched, [], 1)] : [];
  const fits = ({ group, effect, run }: Option): boolean => effect === target && run === 0 && (CAUSES[groups[group]!.cause].as === "one") === last;
  return options.filter(fits).map(({ members }) => explained(searched, members, 1));
}

/** A run of days that makes the difference by itself, beside a class that does: the other buyers tell which it is. */
function runAlone(searched: Searched): Explanation[] {
  const { of, options, target } = searched;
  if (of.causes > 0) return [];
  return options.filter(({ effect, run }) => effect === target && run > 0).map(({ members, run }) => explained(searched, members, 2 * Math.sqrt(run)));
}

function explained({ of }: Searched, members: readonly Candidate[], weight: number): Explanation {
  const found = asStated([...of.assumed, ...members]);
  const causes = [...new Set(found.map(({ cause }) => cause))];
  return { found, causes, score: Math.log2(weight) + causes.reduce((sum, cause) => sum + CAUSES[cause].doubt, 0) };
}

function familiesOf(scenario: Searched): Family[] {
  const base = scenario.of.causes;
  const pickings = [undefined, ...pickingsOf(scenario.groups)];
  const families: Family[] = [];
  for (let wholes = 0; base + wholes <= MOST_CAUSES; wholes++) {
    for (const picking of pickings) {
      const causes = base + wholes + (picking?.groups.length ?? 0);
      const size = scenario.sums.size(wholes) * (picking?.size ?? 1);
      if (causes === base || causes > MOST_CAUSES || size === 0) continue;
      families.push({ scenario, wholes, picking, causes, size, weight: size * PICKED ** (picking?.documents ?? 0) * FURTHER ** (causes - 1) });
    }
  }
  return families;
}

/**
 * Sums within half the difference, or half the middle candidate if that is more. A round difference has fewer values to take;
 * so it counts by how much rounder than chance the candidates are.
 */
function reachOf(difference: number, scenarios: readonly Scenario[]): Reach {
  const effects = Float64Array.from(scenarios[0]!.candidates, ({ effect }) => Math.abs(effect)).sort();
  const minor = Math.ceil(Math.max(Math.abs(difference), effects[effects.length >> 1] ?? 0) / 2);
  let rounder = 1;
  for (let unit = 10; effects.length > 0 && difference % unit === 0 && unit <= minor; unit *= 10) {
    const round = effects.reduce((count, effect) => (effect % unit === 0 ? count + 1 : count), 0);
    rounder = Math.max(rounder, (round / effects.length) * unit);
  }
  return { minor, values: (2 * minor + 1) / rounder };
}

function measure(family: Family, reach: Reach, steps: Steps): { near: number; hits: Explanation[] } {
  return family.picking === undefined ? measureWholes(family, reach, steps) : measurePicked(family, family.picking, reach, steps);
}

function measureWholes({ scenario, wholes, weight }: Family, { minor }: Reach, steps: Steps): { near: number; hits: Explanation[] } {
  const { target, options } = scenario;
  const combinations = scenario.sums.of(wholes);
  const { sums } = combinations;
  const hits: Explanation[] = [];
  let near = 0;
  steps.left -= sums.length;
  for (let k = 0; k < sums.length; k++) {
    const off = sums[k]! - target;
    if (off < -minor || off > minor) continue;
    if (off === 0 && hits.length < MOST_EXPLANATIONS) keep(hits, scenario, membersOf(combinations, k, options), weight * runs(combinations, k, options));
    else near++; // beyond so many that fit, those that fit are chance too
  }
  return { near, hits };
}

/** A longer run of days is the less likely one. */
function runs({ causes, options: chosen }: Combinations, k: number, options: readonly Option[]): number {
  let weight = 1;
  for (let c = 0; c < causes; c++) weight *= Math.sqrt(Math.max(1, options[chosen[k * causes + c]!]!.run));
  return weight;
}

function measurePicked({ scenario, wholes, weight }: Family, picking: Picking, { minor }: Reach, steps: Steps): { near: number; hits: Explanation[] } {
  const { target, options, picked: laidOut } = scenario;
  let picked = laidOut.get(picking);
  if (picked === undefined) {
    laidOut.set(picking, (picked = pickedSums(picking)));
    steps.left -= picked.length * 8; // sorted once
  }
  const combinations = scenario.sums.of(wholes);
  const { sums, causes, options: chosen } = combinations;
  const hits: Explanation[] = [];
  let near = 0;
  steps.left -= sums.length * 4;
  for (let k = 0; k < sums.length; k++) {
    const wanted = target - sums[k]!;
    const from = firstAtLeast(picked, wanted - minor);
    if (from >= picked.length || picked[from]! > wanted + minor) continue;
    let isMixed = false;
    for (let c = 0; c < causes; c++) isMixed ||= picking.groups.includes(options[chosen[k * causes + c]!]!.group);
    if (isMixed) continue; // a cause is taken as a whole or picked from, not both
    near += firstAtLeast(picked, wanted + minor + 1) - from;
    if (hits.length >= MOST_EXPLANATIONS || steps.left <= 0 || picked[firstAtLeast(picked, wanted)] !== wanted) continue;
    const picks = picksOf(picking, wanted, MOST_EXPLANATIONS);
    near -= picks.length;
    steps.left -= picking.size;
    for (const documents of picks) keep(hits, scenario, [...membersOf(combinations, k, options), ...documents], weight * runs(combinations, k, options));
  }
  return { near, hits };
}

/** Kept when nothing is counted twice and it adds up still. */
function keep(hits: Explanation[], scenario: Searched, members: readonly Candidate[], weight: number): void {
  const subjects = new Set<number>();
  let sum = 0;
  for (const { subject, effect } of members) {
    if (subject !== -1 && subjects.has(subject)) return;
    subjects.add(subject);
    sum += effect;
  }
  if (sum === scenario.target) hits.push(explained(scenario, members, weight));
}
