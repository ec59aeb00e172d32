import { errorIn, isBlank, plain, type Cell, type Grid } from "../values/cell";
import { NO_DAY, type Day } from "../values/day";
import { LARGEST_MINOR, toMinor } from "../values/money";
import { BuyerList } from "./buyerList";
import { clearWithin } from "./clearing";
import { shown, type Headings } from "./columns";
import { headingsAgain } from "./rowParts";
import { Totals } from "./totals";
import { isTotalAlone } from "./totalWords";
import { Currencies, forDocumentOf, heldIn, type KnownCurrency } from "./currencies";
import { DocumentIndex } from "./documentIndex";
import { SheetNumbers } from "./documentNumbers";
import { doubtCells } from "./doubtCells";
import { doubtTwin, Duplicates } from "./duplicates";
import { IssueList } from "./issueList";
import { isEmptyText, textOf } from "./cellText";
import { CREDIT_KINDS, isCreditSide, kindOf, saysYes } from "./kinds";
import { leaveOut } from "./leaveOut";
import { isWrittenOff, leftOut } from "./leftOut";
import { BILL, CN, INV, PMT } from "./ledger";
import type { Policy } from "./policy";
import { DOUBTFUL_DAY, type DayRead } from "./readDay";
import { planOf, statesCurrency, termsStart, type Plan } from "./plan";
import { QuickRows } from "./quickRows";
import { closedDay, PAYMENT, SettlementList, WRITE_OFF, type Settled } from "./settlements";
import { dueBy, rolled, termsOf } from "./terms";
import type { Terms } from "./termsText";

/** The sheet's rows as columns, before anybody has asked what they add up to. Settled amounts carry the document's sign. */
export interface Draft {
  count: number;
  readonly row: Int32Array;
  readonly buyer: Int32Array;
  readonly kind: Uint8Array;
  readonly issued: Int32Array;
  readonly due: Int32Array;
  readonly amount: Float64Array;
  readonly currency: Uint8Array;
  readonly disputed: Uint8Array;
  readonly number: SheetNumbers;
  /** the day that a document's terms count from; NO_DAY, and a doubt, where a baseline date is none */
  readonly termsFrom: (i: number) => number;
  /** what the rows themselves say was settled; NO_DAY = undated */
  readonly settled: SettlementList;
  /** the day on which that closed the document, NO_DAY where it did not */
  readonly closed: Int32Array;
  /** what documents of the sheet settle among themselves */
  readonly within: Settled[];
  readonly buyers: BuyerList;
  readonly currencies: Currencies;
  readonly index: DocumentIndex;
  readonly issues: IssueList;
}

/** More decimals than the currency has, in minor units; binary noise of large amounts is below it. */
const STRAY_DECIMALS = 1e-3;

/**
 * One pass over the rows: every cell is looked at once, every row ends in a column or in an issue. `seams`: 0-based rows of
 * a joined table at which a block begins that may hold documents of those before.
 */
export function sweep(grid: Grid, headings: Headings, policy: Policy, seams: readonly number[] = []): Draft {
  return new Sweep(grid, headings, policy, seams).run();
}

class Sweep {
  readonly #grid: Grid;
  readonly #plan: Plan;
  readonly #policy: Policy;
  readonly #headingRow: number;
  readonly #draft: Draft;
  readonly #kinds = new Map<string, number | undefined>();
  readonly #flags = new Map<string, boolean>();
  readonly #terms = new Map<string, Terms | undefined>();
  readonly #seams: readonly number[];
  #oddKinds: number[] = [];
  readonly #totals: Totals;
  readonly #isHeadings: (cells: readonly Cell[]) => boolean;
  #negativeCredits = 0;
  #currencyText = "";
  #currencyLast: KnownCurrency | undefined;

  constructor(grid: Grid, headings: Headings, policy: Policy, seams: readonly number[]) {
    this.#grid = grid;
    this.#plan = planOf(grid, headings, policy);
    this.#policy = policy;
    this.#headingRow = headings.row;
    const room = grid.length - headings.row - 1;
    const row = new Int32Array(room);
    const number = new SheetNumbers(grid, this.#plan.number, row, room);
    this.#draft = {
      count: 0, row, buyer: new Int32Array(room), kind: new Uint8Array(room), issued: new Int32Array(room), due: new Int32Array(room),
      amount: new Float64Array(room), currency: new Uint8Array(room), disputed: new Uint8Array(room), number, termsFrom: (i) => this.#termsFrom(i, grid[row[i]! - 1] ?? []), settled: new SettlementList(this.#plan.writtenOff < 0 ? room : 2 * room), closed: new Int32Array(room), within: [],
      buyers: new BuyerList(), currencies: new Currencies(policy, statesCurrency(grid, headings, policy), headings.currency), index: new DocumentIndex(number, () => this.#draft.count), issues: new IssueList(),
    };
    this.#seams = seams;
    this.#totals = new Totals(grid, this.#plan, this.#draft, seams);
    this.#isHeadings = headingsAgain(grid, headings);
  }

  run(): Draft {
    const quick = new QuickRows(this.#grid, this.#plan, this.#policy, this.#draft);
    const end = this.#grid.length;
    for (let from = this.#headingRow + 1; from < end; from += QuickRows.BLOCK) {
      quick.read(from, Math.min(end, from + QuickRows.BLOCK), (r) => this.#slowly(r, this.#grid[r] ?? []));
    }
    this.#negativeCredits += quick.negativeCredits;
    this.#totals.finish();
    if (this.#seams.length > 0 && this.#plan.number >= 0) this.#leaveOutTwins();
    this.#rankCurrencies();
    this.#settleSigns();
    this.#draft.within.push(...clearWithin(this.#draft, this.#grid, this.#plan));
    doubtCells(this.#grid, this.#plan, this.#policy, this.#draft, quick.hasRoundedNumbers);
    return this.#draft;
  }

  #rankCurrencies(): void {
    const { currencies, currency, count } = this.#draft;
    if (currencies.list.length < 2) return;
    const places = currencies.rank();
    for (let i = 0; i < count; i++) currency[i] = places[currency[i]!]!;
  }

  /** A row with anything out of the ordinary: cell by cell, with its doubts. */
  #slowly(r: number, cells: readonly Cell[]): void {
    cells.forEach((cell, c) => {
      if (typeof cell === "string" ? cell.charCodeAt(0) === 35 : typeof cell === "object" && cell !== null) this.#doubtError(r, c, cell);
    });
    this.#row(r, cells);
  }

  /** An error in a column that has no doubt of its own for it: days, amounts and a missing buyer have. */
  #doubtError(r: number, c: number, cell: Cell): void {
    const { issued, due, settled, amount, open, paid, id, name } = this.#plan;
    if (errorIn(cell) !== undefined && ![issued, due, settled, amount, open, paid, id >= 0 ? id : name].includes(c)) this.#draft.issues.add("ERROR_CELL", r + 1, c, cell);
  }

  #row(r: number, cells: readonly Cell[]): void {
    const { plan, draft, issues } = { plan: this.#plan, draft: this.#draft, issues: this.#draft.issues };
    const issued = plan.issuedColumn.read(cells[plan.issued]);
    const idText = plan.id < 0 ? "" : textOf(cells[plan.id]);
    const nameText = plan.name < 0 ? "" : textOf(cells[plan.name]);
    if (!(issued > NO_DAY) || (isEmptyText(idText) && isEmptyText(nameText)) || isTotalAlone(idText) || isTotalAlone(nameText)) {
      if (this.#isNoDocument(r, cells, issued, idText, nameText)) return;
    }
    const currency = forDocumentOf(issued, this.#currency(r, cells));
    const money = this.#money(r, cells, currency, issued);
    if (money === undefined) return;
    const row = r + 1;
    const out = leftOut(cells, this.#plan, this.#policy, money.amount);
    if (out !== undefined) return issues.add(out.code, row, out.column, cells[out.column], money.amount - money.settled, currency.held);
    if (!(issued > NO_DAY)) return issues.add(issued === DOUBTFUL_DAY ? "DATE_OUTSIDE" : issued === NO_DAY ? "NO_ISSUE_DATE" : "BAD_ISSUE_DATE", row, plan.issued, cells[plan.issued], money.amount, currency.held);
    if (isEmptyText(idText) && isEmptyText(nameText)) return issues.add("NO_BUYER", row, plan.id >= 0 ? plan.id : plan.name, cells[plan.id >= 0 ? plan.id : plan.name], money.amount, currency.held);
    if (Number.isNaN(currency.rate)) return issues.add("NO_RATE", row, plan.currency, currency.code, money.amount, currency.code);
    this.#keep(row, cells, currency, money, issued, draft, idText, nameText);
  }

  /** A row without a day or a buyer: blank, a total, a note, or a document with a hole. True when it is none and was dealt with. */
  #isNoDocument(r: number, cells: readonly Cell[], issued: number, idText: string, nameText: string): boolean {
    const filled = cells.filter((cell) => !isBlank(cell));
    if (filled.length === 0) return true;
    if (this.#isHeadings(cells)) {
      this.#draft.issues.add("HEADINGS_AGAIN", r + 1, -1, filled[0]);
      return true;
    }
    if (issued > NO_DAY ? this.#totals.takeDated(r, cells) : this.#totals.take(r, cells)) return true;
    if (issued > NO_DAY && !isEmptyText(idText + nameText)) return false;
    if (issued === NO_DAY && this.#totals.takeUnnamed(r, cells)) return true;
    const { amount, open, paid, debit, credit } = this.#plan;
    const money = [amount, open, paid, debit, credit].some((column) => column >= 0 && !isBlank(cells[column]));
    if (money || (!isEmptyText(idText) && issued > NO_DAY) || (!isEmptyText(nameText) && issued > NO_DAY)) return false;
    this.#draft.issues.add("NOT_A_DOCUMENT", r + 1, -1, filled[0]);
    return true;
  }

  #currency(r: number, cells: readonly Cell[]): KnownCurrency {
    const { currency: column } = this.#plan;
    const { currencies, issues } = this.#draft;
    const text = column < 0 ? this.#plan.cellCurrency.of(cells) : textOf(cells[column]);
    if (this.#currencyLast === undefined || text !== this.#currencyText) {
      this.#currencyText = text;
      this.#currencyLast = currencies.of(text);
    }
    if (currencies.unknown.size > 0 && currencies.unknown.has(text)) issues.add("BAD_CURRENCY", r + 1, column, cells[column]);
    return this.#currencyLast;
  }

  /** Amount and what is settled of it, minor units of the currency they are held in; undefined when the row had to be left out. */
  #money(r: number, cells: readonly Cell[], currency: KnownCurrency, issued: number): { amount: number; settled: number; day: number } | undefined {
    const { plan } = this;
    const open = this.#minor(r, cells, plan.open, currency);
    const paid = this.#paid(r, cells, currency);
    let amount = plan.amount >= 0 ? this.#minor(r, cells, plan.amount, currency) : this.#journalAmount(r, cells, currency);
    if (amount === undefined && plan.amount >= 0 && !isBlank(cells[plan.amount])) {
      this.#draft.issues.add(codeFor(cells[plan.amount], "BAD_AMOUNT", currency.rate), r + 1, plan.amount, cells[plan.amount], open ?? 0, currency.held);
      return undefined;
    }
    if (amount === undefined && open === undefined && plan.open >= 0 && !isBlank(cells[plan.open])) {
      this.#draft.issues.add(codeFor(cells[plan.open], "BAD_AMOUNT", currency.rate), r + 1, plan.open, cells[plan.open], 0, currency.held);
      return undefined;
    }
    if (amount === undefined) {
      if (open === undefined && (paid === undefined || plan.amount >= 0)) {
        this.#draft.issues.add("NO_AMOUNT", r + 1, plan.amount >= 0 ? plan.amount : plan.open, "", 0, currency.held);
        return undefined;
      }
      amount = (open ?? 0) + (paid ?? 0);
      if (plan.amount >= 0) this.#draft.issues.add("AMOUNT_FROM_OPEN", r + 1, plan.amount, "", amount, currency.held);
    }
    return plan.settled >= 0 ? this.#byDate(r, cells, amount, open, paid, currency, issued) : this.#byStatement(r, cells, amount, open, paid, currency);
  }

  /** A journal's debit less its credit; undefined where it has neither. */
  #journalAmount(r: number, cells: readonly Cell[], currency: KnownCurrency): number | undefined {
    const debit = this.#minor(r, cells, this.plan.debit, currency);
    const credit = this.#minor(r, cells, this.plan.credit, currency);
    for (const column of [this.plan.debit, this.plan.credit]) {
      if (column >= 0 && !isBlank(cells[column]) && Number.isNaN(this.plan.money(column).read(cells[column]))) this.#draft.issues.add(codeFor(cells[column], "BAD_AMOUNT"), r + 1, column, cells[column], (debit ?? 0) - (credit ?? 0), currency.held);
    }
    return debit === undefined && credit === undefined ? undefined : (debit ?? 0) - (credit ?? 0);
  }

  /** Paid, credited and written off together; one that is no number is a doubt, and counts as nothing paid. */
  #paid(r: number, cells: readonly Cell[], currency: KnownCurrency): number | undefined {
    const { paid: column, credited } = this.plan;
    const paid = this.#minor(r, cells, column, currency);
    if (column >= 0 && paid === undefined && !isBlank(cells[column])) this.#draft.issues.add(codeFor(cells[column], "BAD_PAID"), r + 1, column, cells[column], 0, currency.held);
    const off = [credited, this.plan.writtenOff].map((at) => this.#minor(r, cells, at, currency));
    return off.every((minor) => minor === undefined) ? paid : off.reduce<number>((sum, minor) => sum + (minor ?? 0), paid ?? 0);
  }

  get plan(): Plan {
    return this.#plan;
  }

  /** The settled date decides for the whole amount; what the sheet says besides is a doubt with its money. */
  #byDate(r: number, cells: readonly Cell[], amount: number, open: number | undefined, paid: number | undefined, currency: KnownCurrency, issued: number): { amount: number; settled: number; day: number } {
    const { plan } = this;
    const { issues } = this.#draft;
    const day = plan.settledColumn!.read(cells[plan.settled]);
    if (day < NO_DAY) issues.add(day === DOUBTFUL_DAY ? "DATE_OUTSIDE" : codeFor(cells[plan.settled], "BAD_SETTLED_DATE"), r + 1, plan.settled, cells[plan.settled], amount, currency.held);
    if (!(day > NO_DAY)) {
      if (paid !== undefined && paid !== 0) issues.add("PAID_UNDATED", r + 1, plan.paid, cells[plan.paid], paid, currency.held);
      else if (open !== undefined && open !== amount && plan.open >= 0) issues.add("SETTLED_UNDATED", r + 1, plan.open, cells[plan.open], amount - open, currency.held);
      return { amount, settled: 0, day: NO_DAY };
    }
    const residue = open !== undefined && open !== 0 ? open : paid !== undefined && paid !== 0 && paid !== amount ? amount - paid : 0;
    if (residue !== 0) issues.add("RESIDUE", r + 1, open !== undefined && open !== 0 ? plan.open : plan.paid, shownMoney(cells, open, plan), residue, currency.held);
    if (issued > NO_DAY && day < issued) issues.add("SETTLED_BEFORE_ISSUE", r + 1, plan.settled, cells[plan.settled], amount, currency.held);
    return { amount, settled: amount, day };
  }

  /** Without dates: what is open as stated, else amount less paid, else all of it. */
  #byStatement(r: number, cells: readonly Cell[], amount: number, open: number | undefined, paid: number | undefined, currency: KnownCurrency): { amount: number; settled: number; day: number } {
    const { plan } = this;
    const { issues } = this.#draft;
    if (plan.open < 0) return { amount, settled: paid ?? 0, day: NO_DAY };
    const unread = open === undefined && !isBlank(cells[plan.open]);
    if (unread) issues.add(codeFor(cells[plan.open], "BAD_OPEN"), r + 1, plan.open, cells[plan.open], amount, currency.held);
    const left = open ?? (unread ? amount : 0);
    if (left === 0 && amount !== 0 && (paid ?? 0) === 0) issues.add("OPEN_UNSUPPORTED", r + 1, plan.open, cells[plan.open], amount, currency.held);
    else if (paid !== undefined && paid !== 0 && left + paid !== amount) issues.add("PAID_DIFFERS", r + 1, plan.paid, cells[plan.paid], amount - paid - left, currency.held);
    return { amount, settled: amount - left, day: NO_DAY };
  }

  /** Minor units of the currency they are held in; undefined where the cell is blank, absent or no number. */
  #minor(r: number, cells: readonly Cell[], column: number, currency: KnownCurrency): number | undefined {
    if (column < 0) return undefined;
    const cell = cells[column];
    const read = typeof cell === "number" ? (Number.isFinite(cell) ? cell : NaN) : isBlank(cell) ? NaN : this.plan.money(column).read(cell);
    if (Number.isNaN(read)) return undefined;
    const units = read * this.plan.unit(column);
    const minor = toMinor(units, currency.scale);
    if (Number.isNaN(minor)) return undefined;
    const stray = Math.abs(units * currency.scale - minor);
    if (stray > STRAY_DECIMALS && stray > Math.abs(minor) * 1e-12) this.#draft.issues.add("EXTRA_DECIMALS", r + 1, column, cell, minor, currency.code);
    if (currency.rate === 1 || Number.isNaN(currency.rate)) return minor;
    const restated = this.#draft.currencies.restated(minor, currency, currency.rate);
    return Number.isNaN(restated) ? undefined : restated;
  }

  #keep(row: number, cells: readonly Cell[], currency: KnownCurrency, money: { amount: number; settled: number; day: number }, issued: number, draft: Draft, idText: string, nameText: string): void {
    const { plan } = this;
    const i = draft.count++;
    const byId = !isEmptyText(idText);
    const buyer = draft.buyers.place(byId ? idText : nameText, byId);
    if (byId && nameText !== "") draft.buyers.named(buyer, nameText);
    else if (!byId) draft.buyers.named(buyer, nameText);
    if (!byId && plan.id >= 0) draft.issues.add("BUYER_BY_NAME", row, plan.id, nameText, money.amount, currency.held);
    draft.row[i] = row;
    draft.buyer[i] = buyer;
    draft.issued[i] = issued;
    draft.amount[i] = money.amount;
    draft.currency[i] = currency.place;
    if (money.settled !== 0) {
      this.#settle(i, cells, money, currency, row);
      draft.closed[i] = closedDay(money.amount, money.settled, money.day, issued);
    }
    currency.documents++;
    currency.minor += money.amount;
    draft.kind[i] = this.#kind(i, cells, money.amount);
    draft.disputed[i] = plan.disputed >= 0 && this.#flag(cells[plan.disputed]) ? 1 : 0;
    draft.due[i] = this.#due(i, cells, currency);
  }

  /** What the row says was settled; the part written off, or all where its status says so, is no payment. */
  #settle(i: number, cells: readonly Cell[], { settled, day }: { settled: number; day: number }, currency: KnownCurrency, row: number): void {
    const { status, writtenOff } = this.plan;
    const stated = status >= 0 && isWrittenOff(textOf(cells[status])) ? settled : (this.#minor(row - 1, cells, writtenOff, currency) ?? 0);
    const off = Math.abs(stated) > Math.abs(settled) ? settled : stated;
    if (settled !== off) this.#draft.settled.add(i, day, settled - off, PAYMENT);
    if (off !== 0) this.#draft.settled.add(i, day, off, WRITE_OFF);
  }

  /** Kind by the type column; a negative amount that nobody calls anything else is a credit note. */
  #kind(i: number, cells: readonly Cell[], amount: number): number {
    const { type, side } = this.plan;
    const text = type < 0 ? "" : textOf(cells[type]);
    const told = text === "" ? undefined : this.#kindOf(text, i, cells);
    if (side >= 0 && isCreditSide(textOf(cells[side])) && amount > 0) this.#negate(i);
    const now = this.#draft.amount[i]!;
    if (told === undefined || told === INV) return now < 0 ? CN : INV;
    if (told === BILL && now < 0) return PMT; // paid with a bill
    if (CREDIT_KINDS.has(told)) {
      if (now < 0) this.#negativeCredits++;
      else if (now > 0) this.#oddKinds.push(i);
    }
    return told;
  }

  #kindOf(text: string, i: number, cells: readonly Cell[]): number | undefined {
    if (!this.#kinds.has(text)) this.#kinds.set(text, kindOf(text));
    const kind = this.#kinds.get(text);
    if (kind === undefined) this.#draft.issues.add("UNKNOWN_TYPE", this.#draft.row[i]!, this.plan.type, cells[this.plan.type], this.#draft.amount[i]!);
    return kind;
  }

  #negate(i: number): void {
    this.#draft.currencies.list[this.#draft.currency[i]!]!.minor -= 2 * this.#draft.amount[i]!;
    this.#draft.amount[i] = -this.#draft.amount[i]!;
    this.#draft.settled.negate(i);
  }

  /** Credits written without a sign lower the balance all the same; a sheet that signs some of them signs them all. */
  #settleSigns(): void {
    if (this.#negativeCredits > 0) return;
    for (const i of this.#oddKinds) {
      this.#negate(i);
      this.#draft.issues.add("UNSIGNED_CREDIT", this.#draft.row[i]!, this.plan.amount, "", this.#draft.amount[i]!);
    }
  }

  #flag(cell: Cell): boolean {
    if (typeof cell === "boolean") return cell;
    const text = textOf(cell);
    let flag = this.#flags.get(text);
    if (flag === undefined) {
      flag = saysYes(text);
      if (text.length < 60) this.#flags.set(text, flag);
    }
    return flag;
  }

  #due(i: number, cells: readonly Cell[], { held }: KnownCurrency): number {
    const { due: column, dueColumn, terms, holidays } = this.plan;
    const { issues, row, issued, amount } = this.#draft;
    let due = dueColumn === undefined ? NO_DAY : this.#dueDay(i, column, cells[column], dueColumn.read(cells[column]), "BAD_DUE_DATE");
    const stated = due === NO_DAY && terms >= 0 ? this.#termsOf(textOf(cells[terms])) : undefined;
    if (stated !== undefined) {
      const from = this.#termsFrom(i, cells);
      if (from > NO_DAY) due = dueBy(stated, from as Day);
    }
    const by = stated === undefined ? column : this.plan.baseline;
    if (due !== NO_DAY && due < issued[i]!) issues.add("DUE_BEFORE_ISSUE", row[i]!, by, cells[by], amount[i]!, held);
    return due !== NO_DAY && this.#policy.businessDays === "roll" ? rolled(due, holidays) : due;
  }

  /** An error there has its doubt already, as in any column. */
  #termsFrom(i: number, cells: readonly Cell[]): number {
    const { baseline } = this.plan;
    return errorIn(plain(cells[baseline])) !== undefined ? NO_DAY : this.#dueDay(i, baseline, cells[baseline], termsStart(this.plan, cells, this.#draft.issued[i]!), "BAD_BASELINE");
  }

  /** A day that decides when a document is due: NO_DAY, and a doubt, where its cell is no date. */
  #dueDay(i: number, column: number, cell: Cell, day: DayRead, code: string): number {
    if (day >= NO_DAY) return day;
    const draft = this.#draft;
    draft.issues.add(day === DOUBTFUL_DAY ? "DATE_OUTSIDE" : codeFor(cell, code), draft.row[i]!, column, cell, draft.amount[i]!, heldIn(draft, i));
    return NO_DAY;
  }

  #termsOf(text: string): Terms | undefined {
    if (!this.#terms.has(text)) this.#terms.set(text, termsOf(text, this.#policy));
    return this.#terms.get(text);
  }

  /** Blocks that overlap: what another block has already counts there alone. What one block has twice is a doubt, and is kept. */
  #leaveOutTwins(): void {
    const draft = this.#draft;
    const { again, elsewhere } = new Duplicates(draft, this.#seams).found();
    for (const i of again) doubtTwin("DUPLICATE", draft, this.#plan.number, i);
    if (elsewhere.length === 0) return;
    draft.issues.drop(new Set(elsewhere.map((i) => draft.row[i]!)));
    for (const i of elsewhere) doubtTwin("IN_TWO_BLOCKS", draft, this.#plan.number, i);
    const places = leaveOut(draft, elsewhere);
    this.#oddKinds = this.#oddKinds.map((i) => places[i]!).filter((i) => i >= 0);
  }
}

function codeFor(cell: Cell, otherwise: string, rate = 1): string {
  return errorIn(plain(cell)) !== undefined ? "ERROR_CELL" : typeof cell === "number" && Math.abs(cell) * (rate > 1 ? rate : 1) > LARGEST_MINOR / 100 ? "TOO_LARGE" : otherwise;
}

function shownMoney(cells: readonly Cell[], open: number | undefined, plan: Plan): string {
  return shown(cells[open !== undefined && open !== 0 ? plan.open : plan.paid]);
}
