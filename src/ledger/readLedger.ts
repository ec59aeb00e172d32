import { refuse } from "../values/answer";
import type { Grid } from "../values/cell";
import { NO_CURRENCY } from "../values/currency";
import { NO_DAY } from "../values/day";
import { LARGEST_MINOR } from "../values/money";
import { headingsFingerprint, readHeadings, type Headings } from "./columns";
import { CREDIT_KINDS } from "./kinds";
import { ledgerDays } from "./days";
import { doubtDuplicates, type Compared } from "./duplicates";
import { flowsOf, mostMoney } from "./foreign";
import type { Issue } from "./issue";
import { JoinedBlocks } from "./joinedBlocks";
import type { JoinedRows } from "./joinedRows";
import { laidOut } from "./layout";
import { sayLayout } from "./sayLayout";
import type { Buyers, Documents, Ledger, Settlements } from "./ledger";
import { doubtOverpaid } from "./overpaid";
import type { Policy } from "./policy";
import { readBuyers } from "./readBuyers";
import type { Reading } from "./reading";
import { DEFAULT_POLICY } from "./readPolicy";
import { readReceipts } from "./readReceipts";
import { rolledUp } from "./rollUp";
import { checkShape } from "./shape";
import { sharedNumbers } from "./sharedNumbers";
import { settlementsOf } from "./settlements";
import { doubtSimilarBuyers } from "./similarBuyers";
import { sweep, type Draft } from "./sweep";
import { daysOff, rolled } from "./terms";

export interface ReadOptions {
  readonly policy?: Policy;
  /** receipts by invoice number: date, amount */
  readonly payments?: Grid;
  /** attributes by buyer */
  readonly buyers?: Grid;
}

/**
 * A range with its headings becomes a ledger: typed columns, one pass over the cells, every doubt an issue beside the data.
 * Refused (`Refusal`, kind value), with a sentence that says what was looked for and what was found: a sheet without
 * headings, without a buyer, a day of issue or an amount, with two amounts, with dates whose order cannot be told, without
 * a single document, or with more money than adds up exactly.
 */
export function readLedger(grid: Grid, options: ReadOptions = {}): Reading {
  return readTable(grid, options, undefined);
}

/**
 * Several blocks of one book as one ledger: settlement, duplicates, totals and the last day are worked out over all of them.
 * A document that stands in two blocks counts once (policy `blocks`), a block that is given twice likewise. Refused besides, naming the
 * block: one in which nothing can be read, or that lacks what the others have and figures need.
 */
export function readBlocks(blocks: readonly Grid[], options: ReadOptions = {}): Reading {
  if (blocks.length === 1) return readLedger(blocks[0]!, options);
  const policy = options.policy ?? DEFAULT_POLICY;
  const joined = new JoinedBlocks(blocks, policy);
  return readTable(joined.grid, options, joined);
}

function readTable(grid: Grid, options: ReadOptions, joined: JoinedBlocks | undefined): Reading {
  const policy = options.policy ?? DEFAULT_POLICY;
  const laid = laidOut(grid, readHeadings(grid, policy.fields));
  const { headings } = laid;
  checkShape(grid, headings);
  joined?.check(headings);
  const draft = sweep(laid.grid, headings, policy, joined?.seams);
  sayLayout(grid, laid, draft);
  joined?.say(draft);
  if (draft.count === 0) refuse("NO_DOCUMENTS", { row: headings.row + 1, issues: draft.issues.list.length });
  const receipts = options.payments === undefined ? [] : readReceipts(options.payments, draft, policy);
  const stated = ["open", "paid", "settledDate"].some((field) => headings.at(field) >= 0);
  const { settlements, closed } = settlementsOf(draft, receipts, draft.within, stated);
  const later = joined === undefined && options.buyers === undefined; // groups and a buyer's own terms make documents alike that are not
  if (!later && (joined?.seams ?? []).length === 0) doubtDuplicates(draft, headings.at("docNo"));
  const facts = options.buyers === undefined ? [] : readBuyers(options.buyers, draft);
  doubtWhatNothingSettles(draft, settlements, stated);
  if (receipts.length > 0 || headings.at("settledDate") < 0) doubtOverpaid(draft, settlements);
  const own = draft.buyers.buyers(facts);
  dueByBuyersTerms(draft, own, policy);
  const buyers = policy.rollUp === "parent" ? rolledUp(draft, own) : own;
  doubtSharedNames(draft, buyers);
  doubtSimilarBuyers(draft, buyers);
  const ledger = assembled(draft, settlements, closed, buyers, policy);
  return new Read(ledger, draft.issues.list, later ? comparedOf(draft) : undefined, headings, policy, joined);
}

/** Documents alike are looked for when somebody asks what is doubtful: that reads them all again, and figures need none of it. */
class Read implements Reading {
  readonly ledger: Ledger;
  readonly columns: Headings["columns"];
  readonly headingRow: number;
  readonly headingsFingerprint: string;
  readonly policy: Policy;
  readonly joined?: JoinedRows;
  readonly #met: readonly Issue[];
  readonly #unsearched: Compared | undefined;
  readonly #numbers: number;
  #issues: readonly Issue[] | undefined;

  constructor(ledger: Ledger, met: readonly Issue[], unsearched: Compared | undefined, headings: Headings, policy: Policy, joined: JoinedBlocks | undefined) {
    this.ledger = ledger;
    this.columns = headings.columns;
    this.headingRow = headings.row + 1;
    this.headingsFingerprint = headingsFingerprint(headings);
    this.policy = policy;
    if (joined !== undefined) this.joined = joined.rows;
    this.#met = met;
    this.#unsearched = unsearched;
    this.#numbers = headings.at("docNo");
  }

  get issues(): readonly Issue[] {
    return (this.#issues ??= this.#found());
  }

  #found(): readonly Issue[] {
    if (this.#unsearched !== undefined) doubtDuplicates(this.#unsearched, this.#numbers); // goes into the same list
    return [...this.#met, ...sharedNumbers(this.ledger, this.#numbers)];
  }
}

function assembled(draft: Draft, settlements: Settlements, closed: Int32Array, buyers: Buyers, policy: Policy): Ledger {
  const used = draft.currencies.list.filter(({ documents }) => documents > 0);
  checkSum(draft, settlements);
  const days = ledgerDays(draft, settlements);
  const { amount, settlements: settled, foreign } = flowsOf(draft, settlements);
  const currency = policy.currency ?? used[0]?.code ?? NO_CURRENCY;
  return {
    documents: documentsOf(draft, amount, closed),
    settlements: settled,
    ...(foreign === undefined ? {} : { foreign }),
    buyers,
    currency,
    exponent: draft.currencies.of(currency).exponent,
    currencies: used.map(({ code, documents, minor }) => ({ code, documents, minor })),
    mixed: policy.currency === undefined && used.length > 1,
    lastDay: days.last,
    lastIssued: days.lastIssued,
    firstDay: days.first,
    dated: settlements.day.some((day) => day !== NO_DAY),
  };
}

/** Without what a ledger does not keep: receipts may have settled otherwise than the rows say. */
function comparedOf({ count, row, buyer, kind, issued, due, amount, currency, number, currencies, issues }: Draft): Compared {
  return { count, row, buyer, kind, issued, due, amount, currency, number, currencies, issues };
}

function documentsOf(draft: Draft, amount: Float64Array, closed: Int32Array): Documents {
  const { count } = draft;
  return {
    count,
    row: draft.row.subarray(0, count),
    buyer: draft.buyer.subarray(0, count),
    kind: draft.kind.subarray(0, count),
    issued: draft.issued.subarray(0, count),
    due: draft.due.subarray(0, count),
    amount,
    currency: draft.currency.subarray(0, count),
    disputed: draft.disputed.subarray(0, count),
    closed,
    number: draft.number.until(count),
  };
}

/** Whole minor units add up exactly only below 2^53; where rates change, that holds for every day. */
function checkSum(draft: Draft, settlements: Settlements): void {
  let sum = 0;
  for (let i = 0; i < draft.count; i++) sum += Math.abs(draft.amount[i]!);
  if (draft.currencies.list.some(({ table }) => table !== undefined)) sum = mostMoney(draft, settlements);
  if (sum > LARGEST_MINOR) refuse("TOO_MUCH_MONEY");
}

/** A list with neither dates nor open amounts nor receipts says that nothing was ever paid: believed, but said. */
function doubtWhatNothingSettles(draft: Draft, settlements: Settlements, stated: boolean): void {
  if (stated || settlements.count > 0) return;
  for (const { held, minor, documents } of draft.currencies.list) if (documents > 0) draft.issues.add("ALL_OPEN", 0, -1, "", minor, held);
}

/** No due date and no terms in the row: the buyer's own terms decide (methods.md 0.3). */
function dueByBuyersTerms(draft: Draft, { facts }: Buyers, policy: Policy): void {
  if (facts.every((known) => known?.get("termsDays") === undefined)) return;
  const { count, due, buyer, kind } = draft;
  const holidays = daysOff(policy.holidays);
  for (let i = 0; i < count; i++) {
    const days = due[i] === NO_DAY && !CREDIT_KINDS.has(kind[i]!) ? facts[buyer[i]!]?.get("termsDays") : undefined;
    if (typeof days !== "number" || !(days >= 0 && days <= LONGEST_TERMS)) continue;
    const from = draft.termsFrom(i);
    if (from > NO_DAY) due[i] = policy.businessDays === "roll" ? rolled(from + Math.round(days), holidays) : from + Math.round(days);
  }
}

/** Days; beyond ten years a term is a slip of the pen. */
const LONGEST_TERMS = 3660;

/** One name on several ids, in whatever spelling: the ids decide, and the name is said. */
function doubtSharedNames(draft: Draft, { id, name, spellings }: Buyers): void {
  for (const places of spellings?.values() ?? []) {
    const shared = places.filter((b) => id[b] !== "" && name[b] !== id[b]);
    if (shared.length > 1) draft.issues.add("SHARED_NAME", 0, -1, `${name[shared[0]!]!}: ${shared.slice(0, 5).map((b) => id[b]!).join(", ")}`);
  }
}
