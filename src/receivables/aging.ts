import { CN, PMT, PRE, UNAP } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import { refuse } from "../values/answer";
import { NO_DAY } from "../values/day";
import type { Position } from "./position";
import { remembered } from "./remembered";

export type AgingBasis = "due" | "invoice";

export interface AgingOptions {
  /** days past due (default), or days since issue */
  readonly basis?: AgingBasis;
  /** upper ends of the buckets in days: whole, positive, increasing; default 30, 60, 90 */
  readonly edges?: readonly number[];
  /** what happens to credits that settle no document: a column of their own (default), oldest debit first, the first bucket, or their own date */
  readonly credits?: Policy["credits"];
  /** disputed documents stay, with a memo (default), or are left out of every bucket and of the total */
  readonly disputes?: Policy["disputes"];
}

/** What is outstanding by age. Money in minor units at the closing rate of the position's day; one row a buyer, every row adds up to its last column. */
export interface Aging {
  readonly position: Position;
  readonly basis: AgingBasis;
  readonly edges: readonly number[];
  /** `Not due, 1-30, 31-60, 61-90, Over 90, No due date, Unapplied, Total`; by invoice `0-30, ...` without `Not due` */
  readonly headings: readonly string[];
  /** row of a buyer: `byBuyer[buyer * headings.length + column]` */
  readonly byBuyer: Float64Array;
  readonly all: Float64Array;
  /** documents in each column of `all` */
  readonly counts: Int32Array;
  /** memo: disputed open balance by buyer, whether it is in the buckets or not */
  readonly disputedByBuyer: Float64Array;
}

export const DEFAULT_EDGES: readonly number[] = [30, 60, 90];

/** Beyond a century a bucket's edge is a slip of the pen. */
const LARGEST_EDGE = 36525;
const MOST_EDGES = 60;

/** The ageing of all buyers in one pass (remembered). A refusal names edges that do not increase from 1 day up. */
export function aging(position: Position, options: AgingOptions = {}): Aging {
  const edges = options.edges ?? DEFAULT_EDGES;
  checkEdges(edges);
  return aged(position, options.basis ?? "due", edges.join(","), options.credits ?? "separate", options.disputes ?? "memo");
}

/** A buyer's row of the ageing. */
export function agingRow(aged: Aging, buyer: number): Float64Array {
  const width = aged.headings.length;
  return aged.byBuyer.subarray(buyer * width, (buyer + 1) * width);
}

function checkEdges(edges: readonly number[]): void {
  const good = edges.length >= 1 && edges.length <= MOST_EDGES && edges.every((edge, k) => Number.isInteger(edge) && edge > (edges[k - 1] ?? 0) && edge <= LARGEST_EDGE);
  if (!good) refuse("EDGES", { list: edges.slice(0, MOST_EDGES).join(", ") });
}

export function headingsOf(basis: AgingBasis, edges: readonly number[]): string[] {
  const first = basis === "due" ? 1 : 0;
  const spans = edges.map((edge, k) => `${k === 0 ? first : edges[k - 1]! + 1}-${edge}`);
  return [...(basis === "due" ? ["Not due"] : []), ...spans, `Over ${edges.at(-1)!}`, "No due date", "Unapplied", "Total"];
}

const aged = remembered((position: Position, basis: AgingBasis, edgeText: string, credits: Policy["credits"], disputes: Policy["disputes"]): Aging => {
  const edges = edgeText.split(",").map(Number);
  const headings = headingsOf(basis, edges);
  const sheet: Aging = {
    position, basis, edges, headings,
    byBuyer: new Float64Array(position.ledger.buyers.count * headings.length),
    all: new Float64Array(headings.length),
    counts: new Int32Array(headings.length),
    disputedByBuyer: new Float64Array(position.ledger.buyers.count),
  };
  place(sheet, credits, disputes);
  if (credits === "fifo") applyOldestFirst(sheet);
  addUp(sheet);
  return sheet;
});

function place(sheet: Aging, credits: Policy["credits"], disputes: Policy["disputes"]): void {
  const { position, byBuyer, counts, headings, disputedByBuyer } = sheet;
  const { count, buyer, disputed } = position.ledger.documents;
  const width = headings.length;
  for (let i = 0; i < count; i++) {
    const balance = position.open[i]!;
    if (balance === 0) continue;
    const b = buyer[i]!;
    if (disputed[i] === 1) {
      disputedByBuyer[b]! += balance;
      if (disputes === "exclude") continue;
    }
    const column = columnOf(sheet, i, balance, credits);
    byBuyer[b * width + column]! += balance;
    counts[column]!++;
    counts[width - 1]!++;
  }
}

/**
 * Unlinked credits, receipts on account and the overpaid part of an invoice are `Unapplied`: never netted into a bucket
 * unless the policy says so. A debit without a due date has a column of its own and is never called current.
 */
export function columnOf(sheet: Pick<Aging, "position" | "basis" | "edges" | "headings">, i: number, balance: number, credits: Policy["credits"]): number {
  const width = sheet.headings.length;
  const { due, issued } = sheet.position.ledger.documents;
  const day = sheet.position.day;
  if (balance < 0 && credits !== "ownDate") return credits === "current" ? 0 : width - 2;
  if (sheet.basis === "invoice") return bucketOf(sheet.edges, day - issued[i]!);
  if (due[i]! !== NO_DAY) return dueColumn(sheet.edges, day - due[i]!);
  return balance < 0 || isCredit(sheet.position.ledger.documents.kind[i]!) ? dueColumn(sheet.edges, day - issued[i]!) : width - 3;
}

/** Credits and receipts without a due date age by their own date. */
export function isCredit(kind: number): boolean {
  return kind === CN || kind === PMT || kind === UNAP || kind === PRE;
}

/** Place of the bucket for so many days past due: `Not due` first, the last bucket after all edges. */
export function dueColumn(edges: readonly number[], daysPastDue: number): number {
  return daysPastDue <= 0 ? 0 : 1 + bucketOf(edges, daysPastDue);
}

function bucketOf(edges: readonly number[], age: number): number {
  let k = 0;
  while (k < edges.length && age > edges[k]!) k++;
  return k;
}

/** Credits take off the oldest debits first, then the younger, then what is not due, last what has no due date; the rest stays unapplied. */
function applyOldestFirst(sheet: Aging): void {
  const width = sheet.headings.length;
  for (let row = 0; row < sheet.byBuyer.length; row += width) {
    let credit = sheet.byBuyer[row + width - 2]!;
    for (let step = 0; credit < 0 && step <= width - 3; step++) {
      const column = row + (step === width - 3 ? width - 3 : width - 4 - step);
      const taken = Math.min(-credit, sheet.byBuyer[column]!);
      sheet.byBuyer[column]! -= taken;
      credit += taken;
    }
    sheet.byBuyer[row + width - 2] = credit;
  }
}

function addUp(sheet: Aging): void {
  const width = sheet.headings.length;
  for (let row = 0; row < sheet.byBuyer.length; row += width) {
    let total = 0;
    for (let column = 0; column < width - 1; column++) {
      total += sheet.byBuyer[row + column]!;
      sheet.all[column]! += sheet.byBuyer[row + column]!;
    }
    sheet.byBuyer[row + width - 1] = total;
  }
  sheet.all[width - 1] = sheet.all.subarray(0, width - 1).reduce((sum, one) => sum + one, 0);
}
