import type { Grid } from "../values/cell";
import { NO_DAY, type Day } from "../values/day";
import { BLOCK, CodeBlock, DayBlock, IdBlock, NumberBlock, OtherBlock, type BlockColumn } from "./blockCells";
import { isEmptyText } from "./cellText";
import type { KnownCurrency } from "./currencies";
import { CREDIT_KINDS, isCreditSide, kindOf, saysYes } from "./kinds";
import { isBankBill, isNotPosted, isProvisional, isVoided, isWrittenOff } from "./leftOut";
import { BILL, CN, DN, INV } from "./ledger";
import { termsStart, type Plan } from "./plan";
import type { Policy } from "./policy";
import { DAYS_TO_1904 } from "./readDay";
import { closedDay } from "./settlements";
import type { Draft } from "./sweep";
import { dueBy, rolled, termsOf } from "./terms";
import type { Terms } from "./termsText";
import { isTotalAlone } from "./totalWords";

/** Above this a binary fraction hides what was typed: such amounts are read the careful way. */
const PLAIN_MINOR = 2 ** 46;
/** Binary noise of a product such as 50.39 x 100, minor units. */
const NOISE = 1e-6;
const UNKNOWN_KIND = -1;

/**
 * The rows in which nothing is doubtful, which are nearly all of them: a block of rows at a time, column by column, so that
 * each loop holds little in hand and the processor runs ahead. `read` writes such rows into the draft and hands every other
 * to the row-by-row reading of `Sweep`, which judges; the order of the sheet is kept. Both give the same ledger.
 */
export class QuickRows {
  static readonly BLOCK = BLOCK;
  readonly #grid: Grid;
  readonly #plan: Plan;
  readonly #policy: Policy;
  readonly #draft: Draft;
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
  readonly #status: CodeBlock | undefined;
  readonly #bookType: CodeBlock | undefined;
  readonly #voided: CodeBlock | undefined;
  readonly #writtenOff: NumberBlock | undefined;
  readonly #numbers: IdBlock | undefined;
  /** what each code means, learned when it is first met */
  readonly #named: boolean[] = [];
  readonly #places: number[] = [];
  readonly #kinds: number[] = [];
  readonly #sides: boolean[] = [];
  readonly #stated: (Terms | undefined)[] = [];
  readonly #currencies: (KnownCurrency | undefined)[] = [];
  /** some currency has no rate before a day */
  #rated = false;
  /** minor units in one unit; NaN where the row must be judged */
  readonly #scales: number[] = [];
  readonly #flags: number[] = [];
  readonly #statuses: boolean[] = [];
  readonly #bookTypes: boolean[] = [];
  readonly #voids: boolean[] = [];
  /** what the rows of the block come to, minor units of the row's currency */
  readonly #owed = new Float64Array(BLOCK);
  readonly #left = new Float64Array(BLOCK);
  readonly #taken = new Float64Array(BLOCK);
  readonly #off = new Float64Array(BLOCK);
  readonly #gone = new Float64Array(BLOCK);
  readonly #kind = new Uint8Array(BLOCK);
  readonly #dueDay = new Int32Array(BLOCK);
  readonly #noCodes = new Int32Array(BLOCK);
  readonly #noDays = new Int32Array(BLOCK);
  /** credits that carry their sign: where there is one, all are taken to */
  negativeCredits = 0;

  constructor(grid: Grid, plan: Plan, policy: Policy, draft: Draft) {
    this.#grid = grid;
    this.#plan = plan;
    this.#policy = policy;
    this.#draft = draft;
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
    this.#status = this.#codes(plan.status);
    this.#voided = this.#codes(plan.voided);
    this.#bookType = this.#codes(plan.provisionalOut ? plan.bookType : -1);
    this.#numbers = this.#add(plan.number, () => new IdBlock(plan.number, slow));
    this.#writtenOff = this.#add(plan.writtenOff, () => new NumberBlock(plan.writtenOff, slow, plan.money(plan.writtenOff)));
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

  /** Some document number looks like one that a sheet has rounded. */
  get hasRoundedNumbers(): boolean {
    return this.#numbers?.rounded ?? false;
  }

  /** Rows [from, to), at most a block of them. */
  read(from: number, to: number, slowly: (r: number) => void): void {
    const count = to - from;
    this.#load(from, to);
    this.#judge(count, from);
    const slow = this.#slow;
    for (let at = 0; at < count; ) {
      if (slow[at] === 1) {
        slowly(from + at++);
        continue;
      }
      const start = at;
      while (at < count && slow[at] === 0) at++;
      this.#write(start, at, from);
    }
  }

  /** Columns nobody needs are added as rows turn out to have them. */
  #load(from: number, to: number): void {
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

  /** Works out what each row comes to, and marks in `slow` the rows that `Sweep` has to judge. */
  #judge(count: number, from: number): void {
    this.#judgeBuyers(count);
    this.#judgeMoney(count);
    if (this.#status !== undefined) this.#judgeWords(count, this.#status, this.#statuses, (text) => isNotPosted(text, this.#plan.submittedOut) || isWrittenOff(text));
    if (this.#voided !== undefined) this.#judgeWords(count, this.#voided, this.#voids, isVoided);
    if (this.#rated) this.#judgeRates(count);
    if (this.#bookType !== undefined) this.#judgeWords(count, this.#bookType, this.#bookTypes, isProvisional);
    if (this.#settled !== undefined) this.#settleByDate(count, this.#settled.days);
    else this.#settleByStatement(count);
    this.#judgeDue(count, from);
    this.#judgeKinds(count);
  }

  #judgeBuyers(count: number): void {
    const slow = this.#slow, codes = this.#buyer.codes, days = this.#issued!.days, named = this.#named;
    const none: number = NO_DAY;
    for (let at = 0; at < count; at++) {
      const code = codes[at]!;
      if (days[at]! <= none || !(named[code] ??= isBuyer(this.#buyer.texts[code]!))) slow[at] = 1;
    }
  }

  /** Rows of which a word says that they may be no receivable, or not plainly paid. */
  #judgeWords(count: number, { codes, texts }: CodeBlock, known: boolean[], says: (text: string) => boolean): void {
    const slow = this.#slow;
    for (let at = 0; at < count; at++) if (known[codes[at]!] ??= says(texts[codes[at]!]!)) slow[at] = 1;
  }

  /** Owed, left open, paid, in minor units. Without an amount column it is open plus paid. */
  #judgeMoney(count: number): void {
    const slow = this.#slow, owed = this.#owed, left = this.#left, taken = this.#taken, off = this.#off;
    this.#minor(this.#open, count, left);
    this.#minor(this.#paid, count, taken);
    this.#minor(this.#credited, count, off);
    if (this.#credited !== undefined) for (let at = 0; at < count; at++) taken[at]! += off[at]!;
    if (this.#amount !== undefined) this.#minor(this.#amount, count, owed);
    else for (let at = 0; at < count; at++) owed[at] = left[at]! + taken[at]!;
    const written = this.#writtenOff?.numbers;
    if (written !== undefined) for (let at = 0; at < count; at++) if (written[at] === written[at] && written[at] !== 0) slow[at] = 1;
    const needed = this.#plan.debit >= 0 || this.#plan.credit >= 0 ? undefined : (this.#amount ?? this.#open)?.numbers; // a journal is added up row by row
    for (let at = 0; at < count; at++) if (needed === undefined || needed[at] !== needed[at]) slow[at] = 1;
  }

  /** Documents before the first rate of their currency. */
  #judgeRates(count: number): void {
    const slow = this.#slow, codes = this.#currencyCodes(), issued = this.#issued!.days, known = this.#currencies;
    for (let at = 0; at < count; at++) if (issued[at]! < (known[codes[at]!]?.since ?? NO_DAY)) slow[at] = 1;
  }

  /** Minor units; 0 for blank, and throughout for a column the sheet has not. More than binary noise left over is a question, and so is an unusual currency. */
  #minor(column: NumberBlock | undefined, count: number, into: Float64Array): void {
    if (column === undefined) return;
    const slow = this.#slow, numbers = column.numbers, unit = column.unit, codes = this.#currencyCodes(), scales = this.#scales;
    for (let at = 0; at < count; at++) {
      const units = numbers[at]!;
      if (units !== units) {
        into[at] = 0;
        continue;
      }
      const code = codes[at]!;
      const scaled = units * unit * (scales[code] ??= this.#scaleOf(code));
      const whole = Math.round(scaled);
      into[at] = whole + 0;
      if (!(Math.abs(scaled - whole) <= NOISE && Math.abs(scaled) < PLAIN_MINOR)) slow[at] = 1;
    }
  }

  #currencyCodes(): Int32Array {
    return this.#currency === undefined ? this.#noCodes : this.#currency.codes;
  }

  #scaleOf(code: number): number {
    const text = this.#currency === undefined ? this.#plan.cellCurrency.sole : this.#currency.texts[code]!;
    if (text === undefined) return NaN;
    const { currencies } = this.#draft;
    const known = currencies.of(text);
    const usual = !currencies.unknown.has(text) && known.rate === 1;
    this.#currencies[code] = usual ? known : undefined;
    this.#rated ||= usual && known.since > NO_DAY;
    return usual ? known.scale : NaN;
  }

  /** A settled date decides for the whole amount, where nothing else in the row speaks against it. */
  #settleByDate(count: number, days: Int32Array): void {
    const slow = this.#slow, owed = this.#owed, left = this.#left, taken = this.#taken, gone = this.#gone, issued = this.#issued!.days;
    const open = this.#open?.numbers;
    const none: number = NO_DAY;
    for (let at = 0; at < count; at++) {
      const day = days[at]!, amount = owed[at]!, paid = taken[at]!;
      const agrees = day > none
        ? left[at] === 0 && (paid === 0 || paid === amount) && day >= issued[at]!
        : paid === 0 && (open === undefined || open[at] !== open[at] || left[at] === amount);
      if (!agrees) slow[at] = 1;
      gone[at] = day > none ? amount : 0;
    }
  }

  /** Without dates: what is open as stated, else what is paid. */
  #settleByStatement(count: number): void {
    const slow = this.#slow, owed = this.#owed, left = this.#left, taken = this.#taken, gone = this.#gone;
    if (this.#open === undefined) {
      gone.set(taken.subarray(0, count));
      return;
    }
    for (let at = 0; at < count; at++) {
      const open = left[at]!, amount = owed[at]!, paid = taken[at]!;
      if (paid === 0 ? open === 0 && amount !== 0 : open + paid !== amount) slow[at] = 1;
      gone[at] = amount - open;
    }
  }

  /** The kind, where it leaves no question of sign. */
  #judgeKinds(count: number): void {
    const slow = this.#slow, owed = this.#owed, into = this.#kind, kinds = this.#kinds, codes = this.#type === undefined ? this.#noCodes : this.#type.codes;
    const sides = this.#side?.codes;
    for (let at = 0; at < count; at++) {
      const code = codes[at]!, amount = owed[at]!;
      const told = kinds[code] ??= this.#kindOf(code);
      const credit = told > DN && CREDIT_KINDS.has(told);
      if (told === UNKNOWN_KIND || (credit && amount >= 0) || (told === BILL && amount < 0) || (sides !== undefined && this.#isCreditSide(sides[at]!))) slow[at] = 1;
      else if (credit && slow[at] === 0) this.negativeCredits++;
      into[at] = told === INV && amount < 0 ? CN : told;
    }
  }

  #kindOf(code: number): number {
    const text = code === 0 ? "" : this.#type!.texts[code]!;
    if (this.#policy.bankBills === "out" && isBankBill(text)) return UNKNOWN_KIND;
    return code === 0 ? INV : (kindOf(text) ?? UNKNOWN_KIND);
  }

  #isCreditSide(code: number): boolean {
    return (this.#sides[code] ??= isCreditSide(this.#side!.texts[code]!));
  }

  #judgeDue(count: number, from: number): void {
    const slow = this.#slow, into = this.#dueDay, issued = this.#issued!.days, dues = this.#due === undefined ? this.#noDays : this.#due.days;
    const none: number = NO_DAY, rolls = this.#policy.businessDays === "roll", terms = this.#terms?.codes;
    for (let at = 0; at < count; at++) {
      let due = dues[at]!;
      if (due === none && terms !== undefined) {
        const stated = this.#termsOf(terms[at]!);
        if (stated !== undefined) {
          const start = this.#plan.baseline < 0 ? issued[at]! : termsStart(this.#plan, this.#grid[from + at], issued[at]!);
          due = start < none ? start : dueBy(stated, start as Day);
        }
      }
      if (due !== none && due < issued[at]!) slow[at] = 1;
      into[at] = due !== none && rolls ? rolled(due, this.#plan.holidays) : due;
    }
  }

  #termsOf(code: number): Terms | undefined {
    if (!(code in this.#stated)) this.#stated[code] = termsOf(this.#terms!.texts[code]!, this.#policy);
    return this.#stated[code];
  }

  /** Rows [start, end) of the block, none of them doubtful. */
  #write(start: number, end: number, from: number): void {
    const draft = this.#draft;
    const base = draft.count - start;
    draft.count += end - start;
    draft.issued.set(this.#issued!.days.subarray(start, end), base + start);
    draft.due.set(this.#dueDay.subarray(start, end), base + start);
    draft.amount.set(this.#owed.subarray(start, end), base + start);
    draft.kind.set(this.#kind.subarray(start, end), base + start);
    for (let at = start, row = draft.row; at < end; at++) row[base + at] = from + at + 1;
    this.#writeSettled(start, end, base);
    this.#writeBuyers(start, end, base);
    this.#countMoney(start, end, base);
    if (this.#disputed !== undefined) this.#writeFlags(start, end, base);
  }

  #writeSettled(start: number, end: number, base: number): void {
    const { settled, closed } = this.#draft;
    const { document, day, amount } = settled;
    const gone = this.#gone, owed = this.#owed, issued = this.#issued!.days, days = this.#settled === undefined ? this.#noDays : this.#settled.days;
    let next = settled.count;
    for (let at = start; at < end; at++) {
      if (gone[at] === 0) continue;
      document[next] = base + at;
      day[next] = days[at]!;
      amount[next++] = gone[at]!;
      closed[base + at] = closedDay(owed[at]!, gone[at]!, days[at]!, issued[at]!);
    }
    settled.count = next;
  }

  #writeBuyers(start: number, end: number, base: number): void {
    const { buyer, buyers } = this.#draft;
    const codes = this.#buyer.codes, places = this.#places, name = this.#name;
    for (let at = start; at < end; at++) buyer[base + at] = places[codes[at]!] ??= this.#place(codes[at]!);
    if (name === undefined) return;
    for (let at = start; at < end; at++) if (name.codes[at] !== 0) buyers.named(buyer[base + at]!, name.texts[name.codes[at]!]!);
  }

  /** Asked only for a row that is kept: a buyer without a document is none. */
  #place(code: number): number {
    return this.#draft.buyers.place(this.#buyer.texts[code]!, this.#plan.id >= 0);
  }

  #countMoney(start: number, end: number, base: number): void {
    const { currency } = this.#draft;
    const codes = this.#currencyCodes(), owed = this.#owed;
    for (let at = start; at < end; ) {
      const code = codes[at]!;
      const known = this.#currencies[code]!;
      let minor = 0;
      const first = at;
      for (; at < end && codes[at] === code; at++) {
        minor += owed[at]!;
        currency[base + at] = known.place;
      }
      known.documents += at - first;
      known.minor += minor;
    }
  }

  #writeFlags(start: number, end: number, base: number): void {
    const { disputed } = this.#draft;
    const { codes, texts } = this.#disputed!;
    const flags = this.#flags;
    for (let at = start; at < end; at++) disputed[base + at] = flags[codes[at]!] ??= saysYes(texts[codes[at]!]!) ? 1 : 0;
  }
}

/** A total may have a day; it has no buyer. */
function isBuyer(text: string): boolean {
  return !isEmptyText(text) && !isTotalAlone(text);
}
