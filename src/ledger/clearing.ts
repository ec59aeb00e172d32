import type { Grid } from "../values/cell";
import { NO_DAY } from "../values/day";
import { textOf, trimmed } from "./cellText";
import { heldIn } from "./currencies";
import { CN, WO } from "./ledger";
import type { Plan } from "./plan";
import { CREDIT, PAYMENT, WRITE_OFF, type Settled } from "./settlements";
import type { Draft } from "./sweep";

/**
 * What documents of the sheet settle among themselves: rows that share a clearing document (SAP AUGBL, 清账凭证), then
 * credits that name the invoice they belong to. Each debit is settled by the credits' own days, so a part payment keeps its
 * date; a write-off is never a payment (methods.md 0.4). What a row says of its own settlement comes first: only what
 * that leaves is cleared here.
 */
export function clearWithin(draft: Draft, grid: Grid, plan: Plan): Settled[] {
  if (plan.clearDoc < 0 && plan.ref < 0) return [];
  const left = leftOf(draft);
  const settled: Settled[] = [];
  if (plan.clearDoc >= 0) for (const [name, members] of groups(draft, grid, plan.clearDoc, left)) clearGroup(draft, plan, name, members, left, settled);
  if (plan.ref >= 0) applyByReference(draft, grid, plan.ref, left, settled);
  return settled;
}

/** Minor units that the rows' own statements leave open, by document. */
function leftOf({ count, amount, settled }: Draft): Float64Array {
  const left = amount.slice(0, count);
  for (let s = 0; s < settled.count; s++) left[settled.document[s]!]! -= settled.amount[s]!;
  return left;
}

/** Documents with something left, by buyer and clearing document. */
function groups(draft: Draft, grid: Grid, column: number, left: Float64Array): ReadonlyMap<string, number[]> {
  const found = new Map<string, number[]>();
  for (let i = 0; i < draft.count; i++) {
    if (left[i] === 0) continue;
    const name = trimmed(textOf(grid[draft.row[i]! - 1]?.[column]));
    if (name === "" || /^0+$/.test(name)) continue; // SAP fills an open item's clearing document with zeros
    const key = `${draft.buyer[i]!} ${name}`;
    const members = found.get(key);
    if (members === undefined) found.set(key, [i]);
    else members.push(i);
  }
  return found;
}

/** All of a group is cleared: that is what a clearing document says. Credits go to the oldest debits; what does not add up is said. */
function clearGroup(draft: Draft, plan: Plan, key: string, members: readonly number[], left: Float64Array, settled: Settled[]): void {
  const { issued, due, number, issues, row, amount } = draft;
  const name = key.slice(key.indexOf(" ") + 1);
  const debits = members.filter((i) => left[i]! > 0).sort((a, b) => due[a]! - due[b]! || issued[a]! - issued[b]! || a - b);
  const credits = members.filter((i) => left[i]! < 0).sort((a, b) => issued[a]! - issued[b]! || amount[a]! - amount[b]! || a - b);
  for (const held of new Set(members.map((i) => heldIn(draft, i)))) applyAll(draft, credits.filter((i) => heldIn(draft, i) === held), debits.filter((i) => heldIn(draft, i) === held), left, settled);
  const rest = members.filter((i) => left[i] !== 0);
  if (rest.length === 0) return;
  const clearing = members.find((i) => number.at(i) === name);
  const day = clearing !== undefined ? issued[clearing]! : credits.length > 0 && debits.length > 0 ? members.reduce((last, i) => Math.max(last, issued[i]!), 0) : NO_DAY;
  for (const i of rest) {
    issues.add(day === NO_DAY ? "CLEARED_UNDATED" : "CLEARING_DIFFERS", row[i]!, plan.clearDoc, name, left[i]!, heldIn(draft, i));
    settled.push({ document: i, day: day === NO_DAY ? NO_DAY : Math.max(day, issued[i]!), minor: left[i]!, kind: PAYMENT });
    left[i] = 0;
  }
}

/** Credits and debits of one currency, each in its order: what one currency has over, no other makes good. */
function applyAll(draft: Draft, credits: readonly number[], debits: readonly number[], left: Float64Array, settled: Settled[]): void {
  for (let c = 0, d = 0; c < credits.length && d < debits.length; left[credits[c]!] === 0 ? c++ : d++) apply(draft, credits[c]!, debits[d]!, left, settled);
}

/** Takes what a credit still has off a debit, on the later of their days: on both, so that the balance stays what it is. */
function apply(draft: Draft, credit: number, debit: number, left: Float64Array, settled: Settled[]): void {
  const minor = Math.min(-left[credit]!, left[debit]!);
  if (!(minor > 0)) return;
  const day = Math.max(draft.issued[credit]!, draft.issued[debit]!);
  const kind = draft.kind[credit] === WO ? WRITE_OFF : draft.kind[credit] === CN ? CREDIT : PAYMENT;
  settled.push({ document: debit, day, minor, kind }, { document: credit, day, minor: -minor, kind });
  left[debit]! -= minor;
  left[credit]! += minor;
}

const MOST_REFERENCES = 40;

/**
 * Credits that name an invoice of the same buyer settle it, the part due first before the others. What a credit in another
 * currency pays of it the sheet does not say: both stay open, and it is said.
 */
function applyByReference(draft: Draft, grid: Grid, column: number, left: Float64Array, settled: Settled[]): void {
  for (let i = 0; i < draft.count; i++) {
    if (!(left[i]! < 0)) continue;
    const text = trimmed(textOf(grid[draft.row[i]! - 1]?.[column]));
    if (text === "" || text.length > 400) continue;
    let other = false;
    for (const name of [text, ...text.split(/[,;，；、\s]+/, MOST_REFERENCES)]) {
      if (left[i] === 0 || name === "") break;
      for (const debit of debitsOf(draft, i, name, left)) {
        if (heldIn(draft, debit) === heldIn(draft, i)) apply(draft, i, debit, left, settled);
        else other = true;
      }
    }
    if (other && left[i] !== 0) draft.issues.add("REFERENCE_CURRENCY", draft.row[i]!, column, text, left[i]!, heldIn(draft, i));
  }
}

function debitsOf({ index, buyer, due, issued }: Draft, credit: number, number: string, left: Float64Array): number[] {
  const found: number[] = [];
  for (let at = index.first(number); at >= 0; at = index.following(at, number)) if (at !== credit && buyer[at] === buyer[credit] && left[at]! > 0) found.push(at);
  return found.sort((a, b) => due[a]! - due[b]! || issued[a]! - issued[b]! || a - b);
}
