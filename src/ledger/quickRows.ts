import type { Grid } from "../values/cell";
import { NO_DAY, type Day } from "../values/day";
import { BLOCK, CodeBlock, DayBlock, NumberBlock, OtherBlock, TextBlock, type BlockColumn } from "./blockCells";
import { isEmptyText } from "./cellText";
import type { KnownCurrency } from "./currencies";
import type { Fingerprint } from "./fingerprint";
import { CREDIT_KINDS, isCreditSide, kindOf, saysYes } from "./kinds";
import { CN, INV } from "./ledger";
import type { Plan } from "./plan";
import type { Policy } from "./policy";
import { DAYS_TO_1904 } from "./readDay";
import type { Draft } from "./sweep";
import { dueBy, rolled, termsOf } from "./terms";
import type { Terms } from "./termsText";

/** Above this a binary fraction hides what was typed: such amounts are read the careful way. */
const PLAIN_MINOR = 2 ** 46;
/** Binary noise of a product such as 50.39 x 100, minor units. */
const NOISE = 1e-6;
const UNKNOWN_KIND = -1;

/**
 * The rows in which nothing is doubtful, which are nearly all of them. `take` writes such a row into the draft and says true;
 * it says false, and has written nothing, where the row-by-row reading of `Sweep` has to judge. Both give the same ledger.
 */
export class QuickRows {
  static readonly BLOCK = BLOCK;
  readonly #grid: Grid;
  readonly #plan: Plan;
  readonly #policy: Policy;
  readonly #draft: Draft;
  readonly #index: (i: number, hash: number) => void;
  readonly #slow = new Uint8Array(BLOCK);
  readonly #columns: BlockColumn[] = [];
  #width = 0;
  readonly #issued: DayBlock | undefined;
  readonly #due: DayBlock | undefined;
  readonly #settled: DayBlock | undefined;
  readonly #amount: NumberBlock | undefined;
  readonly #open: NumberBlock | undefined;
  readonly #paid: NumberBlock | undefined;
  readonly #credited: NumberBlock | undefined;
  readonly #buyer: CodeBlock;
  readonly #name: CodeBlock | undefined;
  readonly #type: CodeBlock | undefined;
  readonly #side: CodeBlock | undefined;
  readonly #terms: CodeBlock | undefined;
  readonly #currency: CodeBlock | undefined;
  readonly #disputed: CodeBlock | undefined;
  readonly #number: TextBlock | undefined;
  /** what each code means, learned when it is first met */
  readonly #named: boolean[] = [];
  readonly #places: number[] = [];
  readonly #kinds: number[] = [];
  readonly #sides: boolean[] = [];
  readonly #stated: (Terms | undefined)[] = [];
  readonly #currencies: (KnownCurrency | undefined)[] = [];
  readonly #flags: number[] = [];

  constructor(grid: Grid, plan: Plan, policy: Policy, draft: Draft, index: (i: number, hash: number) => void) {
    this.#grid = grid;
    this.#plan = plan;
    this.#policy = policy;
    this.#draft = draft;
    this.#index = index;
    const shift = policy.dateSystem === 1904 ? DAYS_TO_1904 : 0;
    const slow = this.#slow;
    this.#issued = this.#add(plan.issued, () => new DayBlock(plan.issued, slow, plan.issuedColumn, shift));
    this.#due = this.#add(plan.due, () => new DayBlock(plan.due, slow, plan.dueColumn!, shift));
    this.#settled = this.#add(plan.settled, () => new DayBlock(plan.settled, slow, plan.settledColumn!, shift));
    this.#amount = this.#add(plan.amount, () => new NumberBlock(plan.amount, slow, plan.money(plan.amount)));
    this.#open = this.#add(plan.open, () => new NumberBlock(plan.open, slow, plan.money(plan.open)));
    this.#paid = this.#add(plan.paid, () => new NumberBlock(plan.paid, slow, plan.money(plan.paid)));
    this.#credited = this.#add(plan.credited, () => new NumberBlock(plan.credited, slow, plan.money(plan.credited)));
    this.#buyer = this.#codes(plan.id >= 0 ? plan.id : plan.name)!;
    this.#name = plan.id >= 0 ? this.#codes(plan.name) : this.#buyer;
    this.#type = this.#codes(plan.type);
    this.#side = this.#codes(plan.side);
    this.#terms = this.#codes(plan.terms);
    this.#currency = this.#codes(plan.currency);
    this.#disputed = this.#codes(plan.disputed);
    this.#number = this.#add(plan.number, () => new TextBlock(plan.number, slow));
  }

  #add<Column extends BlockColumn>(index: number, make: () => Column): Column | undefined {
    if (index < 0) return undefined;
    const column = make();
    this.#columns.push(column);
    return column;
  }

  #codes(index: number): CodeBlock | undefined {
    return this.#add(index, () => new CodeBlock(index, this.#slow));
  }

  /** Reads rows [from, to) by column; columns nobody needs are added as rows turn out to have them. */
  load(from: number, to: number): void {
    this.#slow.fill(0);
    for (let r = from; r < to; r++) {
      const wide = this.#grid[r]?.length ?? 0;
      for (; this.#width < wide; this.#width++) this.#other(this.#width);
    }
    for (const column of this.#columns) column.load(this.#grid, from, to);
  }

  #other(index: number): void {
    if (!this.#columns.some((column) => column.index === index)) this.#columns.push(new OtherBlock(index, this.#slow));
  }

  /** Takes the columns' fingerprints in, by their place in the sheet. */
  seal(print: Fingerprint): void {
    for (const column of this.#columns.sort((a, b) => a.index - b.index)) if (!column.print.isFresh) print.join(column.index, column.print);
  }

  take(at: number, r: number): boolean {
    if (this.#slow[at] === 1) return false;
    const issued = this.#issued!.days[at]!;
    const buyer = this.#buyer.codes[at]!;
    const currency = this.#currencyOf(this.#currency === undefined ? 0 : this.#currency.codes[at]!);
    if (issued <= NO_DAY || !this.#isNamed(buyer) || currency === undefined) return false;
    const paid = this.#minor(this.#paid, at, currency.scale) + this.#minor(this.#credited, at, currency.scale);
    const open = this.#open === undefined ? 0 : this.#minor(this.#open, at, currency.scale);
    if (this.#amount === undefined ? blank(this.#open, at) : blank(this.#amount, at)) return false;
    const amount = this.#amount === undefined ? open + paid : this.#minor(this.#amount, at, currency.scale);
    if (!(amount - amount === 0 && paid - paid === 0 && open - open === 0)) return false;
    const settledDay = this.#settled === undefined ? NO_DAY : this.#settled.days[at]!;
    if (this.#settled === undefined ? !this.#agrees(amount, open, paid) : !this.#agreesWithDay(at, amount, open, paid, settledDay, issued)) return false;
    const kind = this.#kind(at, amount);
    const due = this.#dueDay(at, issued);
    if (kind < 0 || (due !== NO_DAY && due < issued)) return false;
    const settled = this.#settled !== undefined ? (settledDay > NO_DAY ? amount : 0) : this.#open === undefined ? paid : amount - open;
    this.#write(at, r, buyer, currency, amount, issued, due, kind, settledDay, settled);
    return true;
  }

  /** What is stated of open and paid, without dates: nothing for `Sweep` to doubt. */
  #agrees(amount: number, open: number, paid: number): boolean {
    if (this.#open === undefined) return true;
    if (open === 0 && amount !== 0 && paid === 0) return false;
    return paid === 0 || open + paid === amount;
  }

  #agreesWithDay(at: number, amount: number, open: number, paid: number, day: number, issued: number): boolean {
    if (day > NO_DAY) return open === 0 && (paid === 0 || paid === amount) && day >= issued;
    return paid === 0 && (blank(this.#open, at) || open === amount);
  }

  /** Minor units; 0 for blank, NaN where more than binary noise is left over. */
  #minor(column: NumberBlock | undefined, at: number, scale: number): number {
    if (column === undefined) return 0;
    const units = column.numbers[at]!;
    if (units !== units) return 0;
    const scaled = units * column.unit * scale;
    const whole = Math.round(scaled);
    return Math.abs(scaled - whole) <= NOISE && Math.abs(scaled) < PLAIN_MINOR ? whole + 0 : NaN;
  }

  #isNamed(code: number): boolean {
    return (this.#named[code] ??= !isEmptyText(this.#buyer.texts[code]!));
  }

  /** Asked only for a row that is kept: a buyer without a document is none. */
  #place(code: number): number {
    return (this.#places[code] ??= this.#draft.buyers.place(this.#buyer.texts[code]!, this.#plan.id >= 0));
  }

  #currencyOf(code: number): KnownCurrency | undefined {
    if (code in this.#currencies) return this.#currencies[code];
    const text = this.#currency === undefined ? this.#plan.cellCurrency.sole : this.#currency.texts[code]!;
    if (text === undefined) return (this.#currencies[code] = undefined);
    const { currencies } = this.#draft;
    const known = currencies.of(text);
    return (this.#currencies[code] = currencies.unknown.has(text) || known.rate !== 1 ? undefined : known);
  }

  /** The kind, where it leaves no question of sign; UNKNOWN_KIND else. */
  #kind(at: number, amount: number): number {
    if (this.#side !== undefined && this.#isCreditSide(this.#side.codes[at]!)) return UNKNOWN_KIND;
    const code = this.#type === undefined ? 0 : this.#type.codes[at]!;
    const told = code === 0 ? INV : this.#kindOf(code);
    return told === INV && amount < 0 ? CN : told;
  }

  #kindOf(code: number): number {
    let kind = this.#kinds[code];
    if (kind === undefined) {
      const told = kindOf(this.#type!.texts[code]!);
      kind = told === undefined || CREDIT_KINDS.has(told) ? UNKNOWN_KIND : told;
      this.#kinds[code] = kind;
    }
    return kind;
  }

  #isCreditSide(code: number): boolean {
    return (this.#sides[code] ??= isCreditSide(this.#side!.texts[code]!));
  }

  #dueDay(at: number, issued: number): number {
    let due = this.#due === undefined ? NO_DAY : this.#due.days[at]!;
    if (due === NO_DAY && this.#terms !== undefined) {
      const terms = this.#termsOf(this.#terms.codes[at]!);
      if (terms !== undefined) due = dueBy(terms, issued as Day);
    }
    return due >= issued && this.#policy.businessDays === "roll" ? rolled(due, this.#plan.holidays) : due;
  }

  #termsOf(code: number): Terms | undefined {
    if (!(code in this.#stated)) this.#stated[code] = termsOf(this.#terms!.texts[code]!, this.#policy);
    return this.#stated[code];
  }

  #write(at: number, r: number, code: number, currency: KnownCurrency, amount: number, issued: number, due: number, kind: number, settledDay: number, settled: number): void {
    const draft = this.#draft;
    const i = draft.count++;
    const buyer = this.#place(code);
    draft.row[i] = r + 1;
    draft.buyer[i] = buyer;
    draft.kind[i] = kind;
    draft.issued[i] = issued;
    draft.due[i] = due;
    draft.amount[i] = amount;
    draft.currency[i] = currency.place;
    draft.settledDay[i] = settledDay;
    draft.settled[i] = settled;
    currency.documents++;
    currency.minor += amount;
    if (this.#disputed !== undefined) draft.disputed[i] = this.#flags[this.#disputed.codes[at]!] ??= saysYes(this.#disputed.texts[this.#disputed.codes[at]!]!) ? 1 : 0;
    if (this.#name !== undefined && this.#name.codes[at] !== 0) draft.buyers.named(buyer, this.#name.texts[this.#name.codes[at]!]!);
    const number = this.#number === undefined ? "" : this.#number.texts[at]!;
    draft.number.push(number);
    if (number !== "") this.#index(i, this.#number!.hashes[at]!);
  }
}

function blank(column: NumberBlock | undefined, at: number): boolean {
  return column === undefined || column.numbers[at] !== column.numbers[at];
}
