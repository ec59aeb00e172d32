import type { FunctionChannel, Invocation, Outcome } from "./channel";
import type { Content } from "./contentKey";
import { parameterAt, type FunctionInfo } from "./metadata";
import { outcomeValue, type OutcomeValue } from "./outcomeValue";
import type { Sentences } from "./sentences";
import { keyOf, Watch, type Place, type Watched } from "./watch";

export type { Place } from "./watch";

/** An argument as the grid read it. Pending and broken ones are never sent. */
export type Argument =
  | { readonly kind: "content"; readonly value: unknown; readonly content: Content }
  | { readonly kind: "omitted" }
  | { readonly kind: "pending" }
  /** the range holds the calling cell */
  | { readonly kind: "self" }
  /** where: `B7`, or "" for a single value; `value` and `content` are what is sent where errors are allowed */
  | { readonly kind: "error"; readonly error: string; readonly where: string; readonly value: unknown; readonly content: Content };

/** What a cell shows now. `pending` becomes something else when the batch is back. */
export type Evaluation = OutcomeValue | { readonly kind: "pending" };

export interface DispatcherNeeds {
  readonly channel: FunctionChannel;
  /** `Sheet1!C7`, for the invocation and for functions that ask for it */
  address(place: Place): string;
  /** evaluate these cells again */
  markDirty(places: readonly Place[]): void;
  /** formulas that show "not yet" while nothing is on its way */
  showingPending(): readonly Place[];
  readonly sentences: Sentences;
  /** bytes one call may carry; undefined: no limit */
  readonly payloadLimit: number | undefined;
  /** equal calls of several cells are made once; on unless switched off */
  readonly shareCalls?: boolean;
}

interface Call {
  readonly key: string;
  readonly info: FunctionInfo;
  readonly args: readonly unknown[];
  readonly users: Set<Watched<Call>>;
  state: "queued" | "flying" | "done";
  invocation: number;
  result: OutcomeValue | undefined;
}

const PENDING: Evaluation = { kind: "pending" };
const MAX_ATTEMPTS = 3; // a mark can be lost by the grid; a cell that is still unsettled after this many is answered
const MAX_LEFTOVERS = 12; // passes to clear what other formulas took from a cell while it was pending
const MAX_ASKED = 40; // rounds with a new question since the last edit: deeper than any sensible chain

/**
 * Sends the custom functions of a pass as one batch and brings their results back to the cells. Knows neither grid nor
 * frame: the grid says `beginRound`, `evaluate`..., `endPass`; results mark cells dirty, and the next pass reads them.
 * A call is named by the content of its arguments, so a late result can never stand for newer content.
 */
export class Dispatcher {
  readonly #needs: DispatcherNeeds;
  readonly #watch = new Watch<Call>();
  #payloadLimit: number | undefined;
  readonly #calls = new Map<string, Call>();
  readonly #flying = new Map<number, Call>();
  #queue: Call[] = [];
  #loose = new Set<Call>();
  #told = new Set<Watched<Call>>();
  #leftovers = 0;
  #round = 0;
  #nextInvocation = 1;
  readonly #stop: (() => void)[] = [];
  readonly #changeListeners = new Set<() => void>();

  constructor(needs: DispatcherNeeds) {
    this.#needs = needs;
    this.#payloadLimit = needs.payloadLimit;
    this.#stop.push(needs.channel.onOutcomes((outcomes) => this.#takeOutcomes(outcomes)));
    this.#stop.push(needs.channel.onReady(() => this.#send()));
    this.#stop.push(needs.channel.onReset(() => this.reset()));
  }

  /** A pass, or the second loop of a pass, begins: what cells asked before is forgotten as they ask again. */
  beginRound(): void {
    this.#round++;
  }

  evaluate(info: FunctionInfo, args: readonly Argument[], place: Place): Evaluation {
    const cell = this.#enter(place);
    const answer = this.#answer(info, args, cell);
    if (answer.kind === "pending") {
      cell.waiting = true;
      this.#leftovers = MAX_LEFTOVERS;
    } else if (answer.kind === "error") cell.message ??= answer.message;
    else if (answer.kind === "spill") rememberSpillMessages(cell, answer.rows);
    return answer;
  }

  /** The grid could not even read the arguments. */
  refuse(place: Place, error: string, message: string): Evaluation {
    this.#enter(place).message ??= message;
    return { kind: "error", error, message };
  }

  /** A pass is over. `quiet`: the grid has nothing left to calculate, so what is unsettled now stays so unless it is told. */
  endPass(quiet: boolean): void {
    this.#send();
    this.#repeatCycles();
    if (quiet && this.#queue.length === 0 && !this.#awaited() && !this.#settleRest()) this.#clearLeftovers();
    this.#announce();
  }

  /** Somebody changed the book: cells may ask again what they were refused. */
  edited(): void {
    for (const cell of this.#watch.all()) freshen(cell);
  }

  /** The cell holds no custom function any more. */
  forget(place: Place): void {
    const cell = this.#watch.remove(place);
    if (cell) this.#release(cell);
  }

  forgetWhere(gone: (place: Place) => boolean): void {
    for (const cell of [...this.#watch.all()]) if (gone(cell.place)) this.forget(cell.place);
  }

  move(sheet: string, to: (row: number, column: number) => { row: number; column: number } | undefined): void {
    for (const gone of this.#watch.move(sheet, to)) this.#release(gone);
  }

  /** Another book: nothing asked so far matters. */
  clear(): void {
    this.#watch.clear();
    for (const call of this.#flying.values()) if (call.info.cancelable) this.#needs.channel.cancel(call.invocation);
    this.#forgetCalls();
    this.#announce();
  }

  /** The frame was reloaded: nothing in flight comes back, and what the old one answered is no longer true. */
  reset(): void {
    this.#forgetCalls();
    this.#remark();
  }

  /** Every call is made again, as after a full recalculation. */
  callAgain(): void {
    for (const [key, call] of this.#calls) if (call.state === "done") this.#calls.delete(key);
    this.#remark();
  }

  set payloadLimit(bytes: number | undefined) {
    this.#payloadLimit = bytes;
    this.#remark();
  }

  get payloadLimit(): number | undefined {
    return this.#payloadLimit;
  }

  /** nothing queued, in flight or waiting */
  get settled(): boolean {
    if (this.#queue.length > 0 || this.#awaited()) return false;
    for (const cell of this.#watch.all()) if (cell.waiting) return false;
    return true;
  }

  /** how many cells show that they wait */
  get waiting(): number {
    let count = 0;
    for (const cell of this.#watch.all()) if (cell.waiting) count++;
    return count;
  }

  onChange(listener: () => void): () => void {
    this.#changeListeners.add(listener);
    return () => this.#changeListeners.delete(listener);
  }

  /** The sentence behind an error; the offset is that of a spilled cell from its corner. */
  messageAt(place: Place, rowOffset = 0, columnOffset = 0): string | undefined {
    const cell = this.#watch.at(place);
    return cell?.spillMessages?.get(`${rowOffset},${columnOffset}`) ?? cell?.message;
  }

  isWaiting(place: Place): boolean {
    return this.#watch.at(place)?.waiting === true;
  }

  dispose(): void {
    for (const stop of this.#stop) stop();
    this.#changeListeners.clear();
    this.#watch.clear();
    this.#forgetCalls();
  }

  /** a call is in flight that has not answered; a stream that answered once keeps nobody waiting */
  #awaited(): boolean {
    for (const call of this.#flying.values()) if (call.result === undefined) return true;
    return false;
  }

  #enter(place: Place): Watched<Call> {
    const cell = this.#watch.open(place);
    if (cell.round !== this.#round) {
      this.#release(cell);
      cell.round = this.#round;
      cell.blocked = false;
      cell.waiting = false;
      cell.message = undefined;
      cell.spillMessages = undefined;
    }
    return cell;
  }

  #answer(info: FunctionInfo, args: readonly Argument[], cell: Watched<Call>): Evaluation {
    const { sentences } = this.#needs;
    const circle = cell.cyclic || args.some((arg) => arg.kind === "self");
    if (circle || cell.asked > MAX_ASKED) {
      this.#told.add(cell);
      return refusal(circle ? sentences.cycle : sentences.restless);
    }
    if (args.some((arg) => arg.kind === "pending")) {
      cell.blocked = true;
      return PENDING;
    }
    const refused = this.#refusalOf(info, args);
    return refused ?? this.#ask(info, args, cell);
  }

  #refusalOf(info: FunctionInfo, args: readonly Argument[]): Evaluation | undefined {
    const { sentences } = this.#needs;
    if (args.length > info.maxArguments) return refusal(sentences.tooMany(info.name, info.maxArguments));
    const missing = info.parameters.find((parameter, place) => !parameter.optional && !parameter.repeating && (args[place] ?? OMITTED).kind === "omitted");
    if (missing) return refusal(sentences.tooFew(info.name, missing.name));
    let bytes = 0;
    for (const [place, arg] of args.entries()) {
      if (arg.kind === "error" && !info.allowsErrors) {
        return refusal(sentences.errorInside(parameterAt(info, place)?.name ?? String(place + 1), arg.error, arg.where));
      }
      if (arg.kind === "content" || arg.kind === "error") bytes += arg.content.bytes;
    }
    const limit = this.#payloadLimit;
    return limit !== undefined && bytes > limit ? refusal(sentences.tooLarge(bytes, limit)) : undefined;
  }

  #ask(info: FunctionInfo, args: readonly Argument[], cell: Watched<Call>): Evaluation {
    const key = this.#keyFor(info, args, cell);
    let call = this.#calls.get(key);
    if (!call) {
      call = { key, info, args: wireArguments(info, args), users: new Set(), state: "queued", invocation: 0, result: undefined };
      this.#calls.set(key, call);
      this.#queue.push(call);
      if (cell.askedRound !== this.#round) {
        cell.askedRound = this.#round;
        cell.asked++;
      }
    }
    call.users.add(cell);
    cell.uses.add(call);
    return call.result ?? PENDING;
  }

  #keyFor(info: FunctionInfo, args: readonly Argument[], cell: Watched<Call>): string {
    const content = args.map((arg) => (arg.kind === "content" || arg.kind === "error" ? arg.content.key : "")).join("\u0001");
    const own = info.requiresAddress || info.stream || this.#needs.shareCalls === false;
    return own ? `${info.id}\u0002${content}\u0002${keyOf(cell.place)}` : `${info.id}\u0002${content}`;
  }

  #release(cell: Watched<Call>): void {
    for (const call of cell.uses) {
      call.users.delete(cell);
      this.#loose.add(call);
    }
    cell.uses.clear();
  }

  /** Calls that no cell shows any more: never sent, stopped where they may be, their results dropped. */
  #dropLoose(): void {
    if (this.#loose.size === 0) return;
    for (const call of this.#loose) {
      if (call.users.size > 0) continue;
      if (this.#calls.get(call.key) === call) this.#calls.delete(call.key);
      if (call.state === "flying" && this.#flying.delete(call.invocation) && (call.info.cancelable || call.info.stream)) this.#needs.channel.cancel(call.invocation);
    }
    this.#loose = new Set();
    this.#queue = this.#queue.filter((call) => call.users.size > 0);
  }

  /** What nobody shows any more goes first: a call that is only passed over would be found again by its key, and never sent. */
  #send(): void {
    this.#dropLoose();
    if (!this.#needs.channel.ready || this.#queue.length === 0) return;
    const batch: Invocation[] = [];
    for (const call of this.#queue) {
      const [user] = call.users;
      call.state = "flying";
      call.invocation = this.#nextInvocation++;
      this.#flying.set(call.invocation, call);
      batch.push({ invocation: call.invocation, id: call.info.id, args: call.args, address: this.#needs.address(user!.place), flags: flagsOf(call.info) });
    }
    this.#queue = [];
    this.#needs.channel.send(batch);
  }

  #takeOutcomes(outcomes: readonly Outcome[]): void {
    const dirty = new Map<string, Place>();
    for (const outcome of outcomes) {
      const call = this.#flying.get(outcome.invocation);
      if (!call) continue; // stale: the content it was asked for is no longer shown anywhere
      if (!call.info.stream) this.#flying.delete(outcome.invocation);
      call.state = call.info.stream ? "flying" : "done";
      call.result = outcome.ok ? outcomeValue(outcome.value) : { kind: "error", error: outcome.error, message: outcome.message };
      for (const user of call.users) dirty.set(keyOf(user.place), user.place);
    }
    if (dirty.size > 0) this.#needs.markDirty([...dirty.values()]);
    this.#announce();
  }

  /** On a circle, other formulas were calculated before this one said so: once more, now that it has. */
  #repeatCycles(): void {
    const told = [...this.#told].filter((cell) => !cell.repeated);
    this.#told.clear();
    for (const cell of told) cell.repeated = true;
    if (told.length > 0) this.#needs.markDirty(told.map((cell) => cell.place));
  }

  /** Ordinary formulas that took "not yet" from a cell and were not calculated after it: on circles, or because the grid lost a mark. */
  #clearLeftovers(): void {
    const left = this.#leftovers > 0 ? this.#needs.showingPending() : [];
    this.#leftovers = left.length > 0 ? this.#leftovers - 1 : 0;
    if (left.length > 0) this.#needs.markDirty(left);
  }

  /** Nothing is on its way. A cell that waits all the same was overlooked, or waits for itself. */
  #settleRest(): boolean {
    const again: Place[] = [];
    for (const cell of this.#watch.all()) {
      if (!cell.waiting) continue;
      if (cell.attempts < MAX_ATTEMPTS) cell.attempts++;
      else {
        cell.waiting = false; // should the grid have dropped the cell, it must not hold everybody up
        if (cell.cyclic) continue;
        cell.cyclic = true;
      }
      if (cell.blocked && cell.attempts > 1) cell.cyclic = true;
      again.push(cell.place);
    }
    if (again.length > 0) this.#needs.markDirty(again);
    return again.length > 0;
  }

  #forgetCalls(): void {
    this.#calls.clear();
    this.#flying.clear();
    this.#queue = [];
    this.#loose.clear();
    for (const cell of this.#watch.all()) cell.uses.clear();
  }

  #remark(): void {
    const places: Place[] = [];
    for (const cell of this.#watch.all()) {
      freshen(cell);
      places.push(cell.place);
    }
    if (places.length > 0) this.#needs.markDirty(places);
    this.#announce();
  }

  #announce(): void {
    for (const listener of [...this.#changeListeners]) listener();
  }
}

const OMITTED: Argument = { kind: "omitted" };

function freshen(cell: Watched<Call>): void {
  cell.cyclic = false;
  cell.repeated = false;
  cell.attempts = 0;
  cell.asked = 0;
}

function refusal(message: string): Evaluation {
  return { kind: "error", error: "#VALUE!", message };
}

/**
 * Padded with null to the full list: the runtime appends its invocation object after what it is given. A repeating parameter
 * is one argument, the list of what was given for it, as Excel documents it.
 */
function wireArguments(info: FunctionInfo, args: readonly Argument[]): unknown[] {
  const wire = args.map((arg) => (arg.kind === "content" || arg.kind === "error" ? arg.value : null));
  const last = info.parameters.length - 1;
  const repeated = info.parameters[last]?.repeating === true ? [wire.splice(last)] : [];
  while (wire.length + repeated.length < info.parameters.length) wire.push(null);
  return [...wire, ...repeated];
}

function flagsOf(info: FunctionInfo): number {
  return (info.cancelable ? 1 : 0) | (info.stream ? 2 : 0) | (info.allowsErrors ? 4 : 0);
}

function rememberSpillMessages(cell: Watched<Call>, rows: readonly (readonly unknown[])[]): void {
  for (const [row, cells] of rows.entries()) {
    for (const [column, value] of cells.entries()) {
      if (typeof value !== "object" || value === null) continue;
      cell.spillMessages ??= new Map();
      cell.spillMessages.set(`${row},${column}`, (value as { message: string }).message);
    }
  }
}
