import { dayAsked } from "../ledger/dayAsked";
import type { Ledger } from "../ledger/ledger";
import type { Policy } from "../ledger/policy";
import type { Reading } from "../ledger/reading";
import { cannotTell, refuse, Refusal, type Answer, type Basis } from "../values/answer";
import { errorIn, isBlank, plain, type Cell } from "../values/cell";
import type { Day } from "../values/day";
import { moneyText, scaleOf } from "../values/money";
import { exponentOf, NO_CURRENCY } from "../values/currency";
import { say, type Language } from "../values/say";
import { askDay, askRange, isLone, type Arg, type Place } from "./ask";
import { makeHandle, parseHandle } from "./handle";
import { Memory, type Remembered } from "./memory";
import { shownMoney } from "./shown";
import { CellRefusal } from "./told";

/** The readings of this runtime: of this workbook, since it was opened. */
const memory = new Memory();

/** A ledger as a formula has it: what was read, and the day that its text carries for all who take the text. */
export interface Book {
  readonly remembered: Remembered;
  readonly asOf: Day | undefined;
}

/** A ledger that was read already: what the pane hands a formula in the place of a range. */
export class HeldLedger {
  readonly reading: Reading;
  readonly asOf: Day | undefined;
  constructor(reading: Reading, asOf: Day | undefined) {
    this.reading = reading;
    this.asOf = asOf;
  }
}

/** A ledger argument: a range with its headings, or a text from AR.LEDGER. */
export function askBook(arg: Arg): Book {
  if (arg instanceof HeldLedger) return { remembered: { key: "", sources: { invoices: [], payments: undefined, buyers: undefined, policy: undefined }, reading: arg.reading }, asOf: arg.asOf };
  const grid = askRange(arg);
  if (grid === undefined) refuse("NEEDS_LEDGER");
  if (!isLone(grid)) return { remembered: memory.read({ invoices: grid, payments: undefined, buyers: undefined, policy: undefined }), asOf: undefined };
  return bookOfCell(plain(grid[0]?.[0]));
}

/** What one cell stands for: a text from AR.LEDGER or AR.JOIN. */
export function bookOfCell(cell: Cell): Book {
  const error = errorIn(cell);
  if (error === "#N/A") cannotTell("LEDGER_CELL_ERROR", { error });
  if (error !== undefined) refuse("LEDGER_CELL_ERROR", { error });
  if (isBlank(cell) || cell === 0) refuse("NEEDS_LEDGER");
  const handle = typeof cell === "string" ? parseHandle(cell) : undefined;
  if (handle === undefined) refuse("NOT_A_LEDGER", { found: typeof cell === "object" ? "" : String(cell) });
  const remembered = memory.find(handle.key);
  if (remembered === undefined) cannotTell("HANDLE_GONE");
  return { remembered, asOf: handle.asOf };
}

/** Reads ranges into the memory that all formulas share. `blocks`: keys of the readings that are joined. */
export function readBook(sources: Remembered["sources"], asOf: Day | undefined, blocks: readonly string[] = []): Book {
  return { remembered: memory.read(sources, blocks), asOf };
}

/** The text that stands for a book as of a day. */
export function handleOf({ remembered: { key, reading, sources } }: Book, asOf: Day | undefined): string {
  return makeHandle(reading.ledger, { key, asOf }, 1 + (sources.further?.length ?? 0));
}

export function readingOf(book: Book): Reading {
  return book.remembered.reading;
}

export function policyOf(book: Book): Policy {
  return book.remembered.reading.policy;
}

/** The ledger of a book in one currency. With several and no choice made, it is refused with each one's rows and money. */
export function ledgerOf(book: Book): Ledger {
  const { ledger } = book.remembered.reading;
  if (!ledger.mixed) return ledger;
  const list = ledger.currencies.map(({ code, documents, minor }) => `${code === NO_CURRENCY ? "none" : code} ${documents} rows ${moneyText(minor, exponentOf(code))}`).join("; ");
  return refuse("MIXED_CURRENCY", { list });
}

/** The day of an answer: the one asked for, else the one given to AR.LEDGER, else the ledger's own last. */
export function dayOfBook(book: Book, asOf: Arg, place: number): Day {
  const asked = askDay(asOf, { argument: "asOf", place }, policyOf(book).dateSystem) ?? book.asOf;
  return dayAsked(readingOf(book), asked);
}

/** A day that must be given: the beginning of a period. */
export function dayNeeded(book: Book, arg: Arg, where: Place): Day {
  const asked = askDay(arg, where, policyOf(book).dateSystem) ?? refuse("NEEDS_DAY", { ...where });
  return dayAsked(readingOf(book), asked);
}

/** Minor units of the book as the number a cell shows. */
export function moneyOf(ledger: Ledger): (minor: number) => number {
  const scale = scaleOf(ledger.exponent);
  return (minor) => shownMoney(minor, scale);
}

let heard: Basis[] | undefined;

/** Runs a formula and keeps what its figures rest on, for a reader who asks of one cell. */
export function withBases<T>(formula: () => T): { readonly value: T; readonly bases: readonly Basis[] } {
  const bases: Basis[] = [];
  heard = bases;
  try {
    return { value: formula(), bases };
  } finally {
    heard = undefined;
  }
}

/** What is known; else the refusal with its reason. */
export function tell<T>(answer: Answer<T>): T {
  if (answer.known) {
    heard?.push(answer.basis);
    return answer.value;
  }
  throw new Refusal("na", answer.reason);
}

/** Runs a formula on its ledger. Whatever it refuses is said in the ledger's own language. */
export function onLedger<T>(arg: Arg, formula: (book: Book) => T): T {
  let language: Language = "en";
  try {
    const book = askBook(arg);
    ({ language } = policyOf(book));
    return formula(book);
  } catch (error) {
    throw spoken(error, language);
  }
}

/** A refusal with its sentence; anything else is our own broken promise and stays what it is. */
export function spoken(error: unknown, language: Language): unknown {
  return error instanceof Refusal ? new CellRefusal(error.kind, say(error.reason, language)) : error;
}

