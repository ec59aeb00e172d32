import { refuse } from "../values/answer";
import type { Grid } from "../values/cell";
import { cut } from "./cellShown";
import { headingText } from "./headingText";
import { nameOf, type Candidate, type Matching } from "./matching";
import { agree, isRunning, isSum, numberAt } from "./relations";

/** A doubt about the headings, to be kept beside the data as an issue. */
export interface HeadingDoubt {
  readonly code: string;
  /** 0-based */
  readonly row: number;
  /** 0-based, -1 where no single column is meant */
  readonly column: number;
  readonly found: string;
}

/** Columns whose sureness is nearer than this are equals. */
const EQUALS = 0.05;

/** Which amount is owed, and what is open of it, decides every figure: between two that differ only the user can choose. */
const ASKED_FOR = ["amount", "open"];

/** Fields that figures rest on: a column taken for one of them by guess, or with an equal beside it, is said. */
const RESTED_ON: readonly string[] = ["buyerId", "buyerName", "docDate", "dueDate", "settledDate", "amount", "open", "paid", "credited", "currency", "debit", "credit", "amountLocal", "openLocal"];

/** Words that read as what is open and often are a balance carried from row to row. */
const MAY_RUN = /balance|余额/;

/** What the content of the columns says against the headings; the matching is left without what cannot be. */
export function judge(grid: Grid, matching: Matching): readonly HeadingDoubt[] {
  const doubts: HeadingDoubt[] = [];
  const running = withoutRunningBalance(grid, matching);
  if (running !== undefined) doubts.push({ code: "RUNNING_BALANCE", row: matching.at.row, column: running.column, found: running.heading });
  withoutConstantId(matching);
  settleAmounts(grid, matching);
  for (const field of RESTED_ON) doubts.push(...doubtsOf(grid, matching, field));
  return doubts;
}

/** Two columns that both say "amount" and differ: only the user knows which is meant. */
export function refuseTwoAmounts(grid: Grid, matching: Matching): void {
  doubtsOf(grid, matching, "amount");
}

function withoutRunningBalance(grid: Grid, matching: Matching): Candidate | undefined {
  const open = matching.taken.get("open");
  if (open === undefined || matching.isChosen("open") || !MAY_RUN.test(headingText(open.heading))) return undefined;
  const [amount, debit, credit] = ["amount", "debit", "credit"].map((field) => matching.column(field)) as [number, number, number];
  if (amount < 0 && (debit < 0 || credit < 0)) return undefined;
  const orZero = (units: number): number => (Number.isNaN(units) ? 0 : units);
  const amountAt = (r: number): number => (amount >= 0 ? numberAt(grid, r, amount) : orZero(numberAt(grid, r, debit)) - orZero(numberAt(grid, r, credit)));
  if (!isRunning(grid, matching.at.row, open.column, amountAt)) return undefined;
  matching.exclude("open", open.column);
  return open;
}

/** One account number over all buyers' names is the ledger's account, not the buyer's. */
function withoutConstantId(matching: Matching): void {
  const [id, name] = [matching.taken.get("buyerId"), matching.taken.get("buyerName")];
  if (id === undefined || name === undefined || id.because !== "ambiguous") return;
  const [ids, names] = [matching.profile(id.column), matching.profile(name.column)];
  if (!ids.blank && !names.blank && ids.distinct < names.distinct / 2) matching.exclude("buyerId", id.column);
}

/** Sums tell two amounts apart: with tax is what is owed, a sum of other money columns is a total, open and paid add up to the amount. */
function settleAmounts(grid: Grid, matching: Matching): void {
  for (let rounds = 0; rounds < 4; rounds++) {
    const equals = equalsOf(grid, matching, "amount");
    if (equals.length < 2) return;
    const loser = losing(grid, matching, equals);
    if (loser === undefined) return;
    matching.exclude("amount", loser);
  }
}

function losing(grid: Grid, matching: Matching, equals: readonly Candidate[]): number | undefined {
  const { row } = matching.at;
  const [tax, open, paid] = ["tax", "open", "paid"].map((field) => matching.column(field)) as [number, number, number];
  const columns = equals.map(({ column }) => column);
  const pairs = columns.flatMap((one) => columns.filter((other) => other !== one).map((other) => [one, other] as const));
  if (tax >= 0) for (const [gross, net] of pairs) if (isSum(grid, row, gross, [net, tax])) return net;
  for (const [whole, part] of pairs) {
    for (const other of [...columns, open, paid]) if (other >= 0 && other !== whole && other !== part && isSum(grid, row, whole, [part, other])) return whole;
  }
  if (open >= 0 && paid >= 0) {
    const whole = columns.filter((column) => isSum(grid, row, column, [open, paid]));
    if (whole.length === 1) return columns.find((column) => column !== whole[0]);
  }
  return undefined;
}

/** The column taken and those that are as good and say something else. */
function equalsOf(grid: Grid, matching: Matching, field: string): readonly Candidate[] {
  const taken = matching.taken.get(field);
  if (taken === undefined) return [];
  if (taken.because === "chosen") return [taken, ...matching.alsoChosen(field).filter((one) => !agree(grid, matching.at.row, taken.column, one.column))];
  const rivals = matching.rivals(field).filter((one) => one.word >= taken.word && one.sure > taken.sure - EQUALS && !agree(grid, matching.at.row, taken.column, one.column));
  return [taken, ...rivals];
}

function doubtsOf(grid: Grid, matching: Matching, field: string): HeadingDoubt[] {
  const { at } = matching;
  const [taken, rival] = equalsOf(grid, matching, field);
  if (taken === undefined) return [];
  if (rival !== undefined) {
    const [first, second] = [nameOf(at, taken.column), nameOf(at, rival.column)];
    if (field === "amount") refuse("TWO_AMOUNTS", { first, second });
    if (ASKED_FOR.includes(field) || headingText(taken.heading) === headingText(rival.heading)) refuse("TWO_COLUMNS", { field, first, second });
    return [{ code: "RIVAL_COLUMN", row: at.row, column: taken.column, found: `${cut(taken.heading)} / ${cut(rival.heading)}` }];
  }
  return taken.because === "similar" ? [{ code: "COLUMN_GUESSED", row: at.row, column: taken.column, found: taken.heading }] : [];
}
