import { type ICommandInfo, type ICommandService, type IExecutionOptions, type IUnitRange } from "@univerjs/core";
import {
  FormulaExecuteStageType, SetFormulaCalculationNotificationMutation, SetFormulaCalculationStartMutation, SetFormulaCalculationStopMutation,
  type FormulaDataModel, type IActiveDirtyManagerService, type IFormulaDirtyData, type ISetFormulaCalculationNotificationMutation,
} from "@univerjs/engine-formula";
import { ClearSelectionFormatCommand, SetBorderCommand, SetRangeValuesMutation, SetStyleCommand } from "@univerjs/sheets";
import { BehaviorSubject } from "rxjs";

interface Progress {
  readonly done: number;
  readonly count: number;
}

/** Dirty data by name of its part; the grid's own type, with every part present. */
type Dirty = Required<Pick<IFormulaDirtyData, "forceCalculation" | "dirtyRanges" | "dirtyNameMap" | "dirtyDefinedNameMap" | "dirtySuperTableMap" | "dirtyUnitFeatureMap" | "dirtyUnitOtherFormulaMap" | "clearDependencyTreeCache">>;

const EDIT_DELAY = 20; // one user action is several mutations in several tasks
const DEAD_AFTER = 15_000; // a throw inside the engine ends a pass without a word

/**
 * When to calculate. Takes the place of the grid's own timer (its `TriggerCalculationController`), which loses an edit
 * that comes while a pass is ending, and lets two passes overlap. Here one pass runs at a time; an edit during a pass stops
 * it, and what it was to calculate is calculated with the edit.
 */
export class CalculationSchedule {
  readonly #progress = new BehaviorSubject<Progress>({ done: 0, count: 0 });
  readonly progress$ = this.#progress.asObservable();
  readonly #commands: ICommandService;
  readonly #dirtyManager: IActiveDirtyManagerService;
  readonly #formulas: FormulaDataModel;
  readonly #stop: (() => void)[] = [];
  #edits: ICommandInfo[] = [];
  #waiting: Dirty | undefined;
  #running: Dirty | undefined;
  #stopped = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #ending = false;
  readonly roundListeners = new Set<() => void>();
  readonly endListeners = new Set<(quiet: boolean) => void>();

  constructor(commands: ICommandService, dirtyManager: IActiveDirtyManagerService, formulas: FormulaDataModel) {
    this.#commands = commands;
    this.#dirtyManager = dirtyManager;
    this.#formulas = formulas;
    const executed = commands.onCommandExecuted((command, options) => {
      this.#takeNotification(command);
      this.#takeEdit(command, options);
    });
    this.#stop.push(() => executed.dispose());
  }

  /** nothing running, nothing to run */
  get quiet(): boolean {
    return this.#running === undefined && this.#waiting === undefined && this.#edits.length === 0;
  }

  /** Calculates these cells and what depends on them, as soon as no pass runs. Does not stop a running one: no data changed. */
  markDirty(ranges: readonly IUnitRange[]): void {
    this.#waiting = merged(this.#waiting, { ...nothing(), dirtyRanges: [...ranges] });
    this.#plan(0);
  }

  calculateAll(): void {
    this.#waiting = merged(this.#waiting, { ...nothing(), forceCalculation: true });
    this.#plan(0);
  }

  /** asked for by the grid's own progress bar */
  clearProgress(): void {
    this.#progress.next({ done: 0, count: 0 });
  }

  dispose(): void {
    for (const stop of this.#stop) stop();
    clearTimeout(this.#timer);
    clearTimeout(this.#watchdog);
    this.#progress.complete();
    this.roundListeners.clear();
    this.endListeners.clear();
  }

  #takeEdit(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): void {
    if (!this.#dirtyManager.get(command.id) || isStyleOrResult(command, options)) return;
    this.#edits.push({ id: command.id, type: command.type!, params: command.params! });
    if (this.#running && !this.#stopped) {
      this.#stopped = true; // looked at only where the engine takes a break, which is the only time an edit can come
      this.#commands.syncExecuteCommand(SetFormulaCalculationStopMutation.id, {}, { onlyLocal: true });
    }
    this.#plan(EDIT_DELAY);
  }

  #plan(delay: number): void {
    if (this.#running) return;
    if (this.#timer !== undefined && delay === 0) return; // an edit's own delay goes on
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#start(), delay);
  }

  #start(): void {
    this.#timer = undefined;
    if (this.#running) return;
    for (const edit of this.#edits.splice(0)) this.#waiting = merged(this.#waiting, this.#dirtyOf(edit));
    const dirty = this.#waiting;
    if (!dirty) return;
    this.#waiting = undefined;
    this.#running = dirty;
    this.#stopped = false;
    this.#ending = false;
    this.#feedWatchdog();
    const params = { ...dirty, isCalculateTreeModel: false, maxIteration: 1, rowData: this.#formulas.getHiddenRowsFiltered() };
    this.#commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
  }

  #dirtyOf(edit: ICommandInfo): Dirty {
    const found = this.#dirtyManager.get(edit.id)?.getDirtyData(edit) ?? {};
    return { ...nothing(), ...Object.fromEntries(Object.entries(found).filter(([, part]) => part !== undefined && part !== null)) };
  }

  #takeNotification(command: Readonly<ICommandInfo>): void {
    if (command.id !== SetFormulaCalculationNotificationMutation.id || !this.#running) return;
    this.#feedWatchdog();
    const { stageInfo, functionsExecutedState } = command.params as ISetFormulaCalculationNotificationMutation;
    const stage = stageInfo?.stage;
    if (stage === FormulaExecuteStageType.START_DEPENDENCY || stage === FormulaExecuteStageType.START_DEPENDENCY_ARRAY_FORMULA) {
      for (const listener of [...this.roundListeners]) listener();
    }
    // the results are applied within this task; a stopped pass says so twice
    if (functionsExecutedState !== undefined && !this.#ending) {
      this.#ending = true;
      setTimeout(() => this.#end(), 0);
    }
  }

  #end(): void {
    if (!this.#running) return;
    clearTimeout(this.#watchdog);
    if (this.#stopped) this.#waiting = merged(this.#running, this.#waiting);
    this.#running = undefined;
    const quiet = this.quiet;
    for (const listener of [...this.endListeners]) listener(quiet);
    if (!this.quiet) this.#plan(this.#edits.length > 0 ? EDIT_DELAY : 0);
  }

  #feedWatchdog(): void {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#end(), DEAD_AFTER);
  }
}

function isStyleOrResult(command: Readonly<ICommandInfo>, options: IExecutionOptions | undefined): boolean {
  if (command.id !== SetRangeValuesMutation.id) return false;
  const trigger = (command.params as { trigger?: string }).trigger;
  return options?.onlyLocal === true || trigger === SetStyleCommand.id || trigger === SetBorderCommand.id || trigger === ClearSelectionFormatCommand.id;
}

function nothing(): Dirty {
  return {
    forceCalculation: false, dirtyRanges: [], dirtyNameMap: {}, dirtyDefinedNameMap: {}, dirtySuperTableMap: {},
    dirtyUnitFeatureMap: {}, dirtyUnitOtherFormulaMap: {}, clearDependencyTreeCache: {},
  };
}

function merged(first: Dirty | undefined, second: Dirty | undefined): Dirty {
  const a = first ?? nothing();
  const b = second ?? nothing();
  return {
    forceCalculation: a.forceCalculation || b.forceCalculation,
    dirtyRanges: withoutRepeats([...a.dirtyRanges, ...b.dirtyRanges]),
    dirtyNameMap: deep(a.dirtyNameMap, b.dirtyNameMap),
    dirtyDefinedNameMap: deep(a.dirtyDefinedNameMap, b.dirtyDefinedNameMap),
    dirtySuperTableMap: deep(a.dirtySuperTableMap, b.dirtySuperTableMap),
    dirtyUnitFeatureMap: deep(a.dirtyUnitFeatureMap, b.dirtyUnitFeatureMap),
    dirtyUnitOtherFormulaMap: deep(a.dirtyUnitOtherFormulaMap, b.dirtyUnitOtherFormulaMap),
    clearDependencyTreeCache: deep(a.clearDependencyTreeCache, b.clearDependencyTreeCache),
  };
}

function withoutRepeats(ranges: readonly IUnitRange[]): IUnitRange[] {
  const seen = new Map<string, IUnitRange>();
  for (const one of ranges) {
    const { startRow, startColumn, endRow, endColumn } = one.range;
    seen.set(`${one.unitId}|${one.sheetId}|${startRow}|${startColumn}|${endRow}|${endColumn}`, one);
  }
  return [...seen.values()];
}

/** Joins maps of maps; a later leaf wins. */
function deep<T extends object>(a: T, b: T): T {
  const out: Record<string, unknown> = { ...(a as Record<string, unknown>) };
  for (const [key, value] of Object.entries(b)) {
    const before = out[key];
    out[key] = isMap(before) && isMap(value) ? deep(before, value) : value;
  }
  return out as T;
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
