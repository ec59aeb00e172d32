import { refuse } from "../values/answer";
import type { Grid } from "../values/cell";
import { cut, shown } from "./cellShown";
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

/** Columns are held side by side over so many rows. */
const ROWS_COMPARED = 300;

/** Words that read as what is open and often are a balance carried from row to row. */
const MAY_RUN = /balance|余额/;

/** What the content of the columns says against the headings; the matching is left without what cannot be. */
export function judge(grid: Grid, matching: Matching): readonly HeadingDoubt[] {
  const doubts: HeadingDoubt[] = [];
  const running = withoutRunningBalance(grid, matching);
  if (running !== undefined) doubts.push({ code: "RUNNING_BALANCE", row: matching.at.row, column: running.column, found: running.heading });
  withoutOneForAll(grid, matching);
  splitNames(grid, matching);
  settleAmounts(grid, matching);
  splitSides(matching);
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

/** The account of receivables is written on every row of many exports: one for all, and no buyer's. */
const RECEIVABLES = /receivable|debtors\b|应收账款/i;

/** One account over all buyers' names, or one that is called receivables, is the ledger's own. */
function withoutOneForAll(grid: Grid, matching: Matching): void {
  const [id, name] = [matching.taken.get("buyerId"), matching.taken.get("buyerName")];
  if (id === undefined || id.because !== "ambiguous") return;
  const [ids, names] = [matching.profile(id.column), name === undefined ? undefined : matching.profile(name.column)];
  const fewer = names !== undefined && !ids.blank && !names.blank && ids.distinct < names.distinct / 2;
  if (fewer || (headingText(id.heading) !== "customer" && callsItReceivables(grid, matching.at.row, id.column))) matching.exclude("buyerId", id.column);
}

function callsItReceivables(grid: Grid, row: number, column: number): boolean {
  const texts = new Set<string>();
  for (let r = row + 1; r < Math.min(grid.length, row + 1 + ROWS_COMPARED); r++) {
    const text = shown(grid[r]?.[column]).trim();
    if (text !== "") texts.add(text);
  }
  return texts.size === 1 && RECEIVABLES.test([...texts][0]!);
}

/** Two columns that are called the same and go together row for row name the same buyers: the one of codes is their number. */
function splitNames(grid: Grid, matching: Matching): void {
  const name = matching.taken.get("buyerName");
  if (name === undefined || matching.isChosen("buyerName") || matching.isChosen("buyerId") || matching.column("buyerId") >= 0) return;
  const twin = matching.rivals("buyerName").find((one) => headingText(one.heading) === headingText(name.heading) && goTogether(grid, matching.at.row, name.column, one.column));
  if (twin === undefined) return;
  const [first, second] = [name.column, twin.column].map((column) => codes(grid, matching.at.row, column)) as [number, number];
  if (first === second) return;
  const [id, other] = first > second ? [name.column, twin.column] : [twin.column, name.column];
  matching.settle("buyerId", id);
  matching.settle("buyerName", other);
}

/** Each value of the one always stands beside the same value of the other. */
function goTogether(grid: Grid, row: number, one: number, other: number): boolean {
  const [there, back] = [new Map<string, string>(), new Map<string, string>()];
  for (let r = row + 1; r < Math.min(grid.length, row + 1 + ROWS_COMPARED); r++) {
    const [a, b] = [shown(grid[r]?.[one]), shown(grid[r]?.[other])];
    if (a === "" && b === "") continue;
    if ((there.get(a) ?? b) !== b || (back.get(b) ?? a) !== a) return false;
    there.set(a, b);
    back.set(b, a);
  }
  return there.size > 1;
}

/** How many of the first rows hold one word with a digit in it. */
function codes(grid: Grid, row: number, column: number): number {
  let count = 0;
  for (let r = row + 1; r < Math.min(grid.length, row + 1 + ROWS_COMPARED); r++) if (/^\S*\d\S*$/.test(shown(grid[r]?.[column]))) count++;
  return count;
}

/** 借方发生 is the amount of a list that has no 贷方发生, and its debit where it has. */
function splitSides(matching: Matching): void {
  const amount = matching.taken.get("amount");
  if (amount === undefined || amount.because === "chosen" || !amount.heading.startsWith("借方") || matching.column("credit") < 0 || matching.column("debit") >= 0) return;
  matching.settle("debit", amount.column);
}

/** Sums tell two amounts apart: with tax is what is owed, a sum of other money columns is a total, open and paid add up to the amount. */
function settleAmounts(grid: Grid, matching: Matching): void {
  for (let rounds = 0; rounds < 4; rounds++) {
    const equals = equalsOf(grid, matching, "amount");
    if (equals.length < 2) return;
    const loser = losing(grid, matching, equals);
    if (loser === undefined) return;
    matching.exclude("amount", loser.column);
    if (loser.net && matching.column("amountNet") < 0) matching.settle("amountNet", loser.column);
  }
}

function losing(grid: Grid, matching: Matching, equals: readonly Candidate[]): { readonly column: number; readonly net: boolean } | undefined {
  const { row } = matching.at;
  const [tax, open, paid] = ["tax", "open", "paid"].map((field) => matching.column(field)) as [number, number, number];
  const columns = equals.map(({ column }) => column);
  const pairs = columns.flatMap((one) => columns.filter((other) => other !== one).map((other) => [one, other] as const));
  if (tax >= 0) for (const [gross, net] of pairs) if (isSum(grid, row, gross, [net, tax])) return { column: net, net: true };
  for (const [whole, part] of pairs) {
    for (const other of [...columns, open, paid]) if (other >= 0 && other !== whole && other !== part && isSum(grid, row, whole, [part, other])) return { column: whole, net: false };
  }
  if (open >= 0 && paid >= 0) {
    const whole = columns.filter((column) => isSum(grid, row, column, [open, paid]));
    const other = columns.find((column) => column !== whole[0]);
    if (whole.length === 1 && other !== undefined) return { column: other, net: false };
  }
  return undefined;
}

/** The column taken and those that are as good and say something else. */
function equalsOf(grid: Grid, matching: Matching, field: string): readonly Candidate[] {
  const taken = matching.taken.get(field);
  if (taken === undefined) return [];
  if (taken.because === "chosen") return [taken, ...matching.alsoChosen(field).filter((one) => !agree(grid, matching.at.row, taken.column, one.column))];
  const rivals = matching.rivals(field).filter((one) => one.word >= taken.word && one.sure > taken.sure - EQUALS && !isSecond(taken, one) && !agree(grid, matching.at.row, taken.column, one.column));
  return [taken, ...rivals];
}

/** Of words with several meanings those listed first are meant first. */
function isSecond(taken: Candidate, rival: Candidate): boolean {
  return taken.because === "ambiguous" && rival.because === "ambiguous" && rival.order > taken.order;
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
