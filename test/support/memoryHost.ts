import type { Cell, Grid } from "../../src/values/cell";
import { HostProblem, type Area, type Block, type CellAt, type CellBlock, type CellsPlan, type FormulaCell, type Host, type NamedFormula, type PagePlan, type Place, type PlannedChart, type ProblemCode, type ReadHow, type Selection, type SheetPlan } from "../../src/pane/host";
import { columnIndex as columnOf, columnLetters, sheetText } from "../../src/pane/ledgerFormula";
import type { Language } from "../../src/values/say";

export interface MemoryTable {
  readonly name: string;
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

export interface MemorySheet {
  readonly name: string;
  /** cells from A1 */
  readonly cells: Grid;
}

export interface MemoryHostOptions {
  readonly language?: Language;
  readonly dark?: boolean;
  readonly dateSystem?: 1900 | 1904;
  readonly sheets?: readonly MemorySheet[];
  readonly tables?: readonly MemoryTable[];
  /** rows a block; each block waits for `pace` */
  readonly blockRows?: number;
  /** called before each block of a reading: a test may hold it up or stop it */
  readonly pace?: (rowsRead: number) => Promise<void>;
  /** what a formula's cell shows; without it formulas stay busy, as where no function is loaded yet */
  readonly calculate?: (host: MemoryHost, formula: string, place: Place) => Cell;
}

/** A workbook in memory behind the pane's Host: cells, tables, names, selection; what was done to it can be asked. */
export class MemoryHost implements Host {
  readonly language: Language;
  readonly sheets = new Map<string, Cell[][]>();
  readonly tables: MemoryTable[];
  readonly names = new Map<string, Place>();
  readonly formulas = new Map<string, string>();
  /** rows and columns that a formula spilled over, by its place */
  readonly spills = new Map<string, readonly [rows: number, columns: number]>();
  /** the add-in starts with the workbook */
  starts = false;
  /** what was written, plan by plan, and where it was gone to */
  readonly written: SheetPlan[] = [];
  readonly charts: PlannedChart[] = [];
  readonly pages = new Map<string, PagePlan>();
  readonly visited: Place[] = [];
  readonly changed: CellsPlan[] = [];
  /** files that were opened beside this book */
  readonly books: Uint8Array[] = [];
  /** what the workbook keeps, as the settings of a file would */
  readonly settings = new Map<string, unknown>();
  /** the next call of this name fails with this problem */
  readonly failing = new Map<keyof Host, ProblemCode>();
  private readonly options: MemoryHostOptions;
  private readonly stored = new Map<string, string>();
  private readonly selectionListeners = new Set<() => void>();
  private readonly editListeners = new Set<(sheet: string) => void>();
  private readonly themeListeners = new Set<() => void>();
  private chosen: Selection | undefined;
  private dark: boolean;

  constructor(options: MemoryHostOptions = {}) {
    this.options = options;
    this.language = options.language ?? "en";
    this.dark = options.dark ?? false;
    this.tables = [...(options.tables ?? [])];
    for (const { name, cells } of options.sheets ?? []) this.sheets.set(name, cells.map((row) => [...row]));
  }

  theme = () => ({ dark: this.dark });
  onTheme = (listener: () => void) => listenIn(this.themeListeners, listener);
  onSelection = (listener: () => void) => listenIn(this.selectionListeners, listener);
  onEdit = (listener: (sheet: string) => void) => listenIn(this.editListeners, listener);
  recall = (key: string) => this.stored.get(key);
  remember = (key: string, value: string) => void this.stored.set(key, value);
  selection = () => Promise.resolve(this.chosen);

  turn(dark: boolean): void {
    this.dark = dark;
    for (const listener of this.themeListeners) listener();
  }

  select(selection: Selection): void {
    this.chosen = selection;
    for (const listener of this.selectionListeners) listener();
  }

  edit(sheet: string, row: number, column: number, value: Cell): void {
    this.sheets.get(sheet)![row]![column] = value;
    for (const listener of this.editListeners) listener(sheet);
  }

  async dateSystem(): Promise<1900 | 1904> {
    return Promise.resolve(this.options.dateSystem ?? 1900);
  }

  async areas(signal: AbortSignal): Promise<readonly Area[]> {
    this.mayFail("areas");
    await Promise.resolve();
    signal.throwIfAborted();
    const covered = new Set(this.tables.map(({ sheet }) => sheet));
    const used = [...this.sheets].filter(([name, cells]) => !covered.has(name) && cells.length > 0).map(([name, cells]) => this.usedArea(name, cells));
    return [...this.tables.map((table) => this.tableArea(table)), ...used];
  }

  private tableArea({ name, sheet, row, column, rows, columns }: MemoryTable): Area {
    const head = this.cells(sheet, row, column, Math.min(30, rows), columns);
    return { reference: `${name}[#All]`, table: name, place: { sheet, row, column }, rows, columns, head };
  }

  private usedArea(sheet: string, cells: Grid): Area {
    const columns = Math.max(...cells.map((row) => row.length));
    const reference = `${sheetText(sheet)}!A1:${columnLetters(columns - 1)}${String(cells.length)}`;
    return { reference, table: "", place: { sheet, row: 0, column: 0 }, rows: cells.length, columns, head: cells.slice(0, 30) };
  }

  async namedFormulas(): Promise<readonly NamedFormula[]> {
    await Promise.resolve();
    return [...this.names].flatMap(([name, place]) => {
      const formula = this.formulas.get(keyOf(place));
      return formula === undefined ? [] : [{ name, place, formula, value: this.cells(place.sheet, place.row, place.column, 1, 1)[0]![0] }];
    });
  }

  takenNames = () => Promise.resolve([...this.names.keys(), ...this.tables.map(({ name }) => name)]);

  async read(reference: string, how: ReadHow): Promise<Block> {
    this.mayFail("read");
    const { name: body, sheet, row, column, rows, columns } = this.resolve(reference);
    const grid: Cell[][] = [];
    const blockRows = this.options.blockRows ?? 1000;
    how.onProgress(0, rows);
    while (grid.length < rows) {
      await (this.options.pace ?? (() => Promise.resolve()))(grid.length);
      how.signal.throwIfAborted();
      grid.push(...this.cells(sheet, row + grid.length, column, Math.min(blockRows, rows - grid.length), columns));
      how.onProgress(grid.length, rows);
    }
    const place = { sheet, row, column };
    return { body, place, grid, formula: rows === 1 && columns === 1 ? (this.formulas.get(keyOf(place)) ?? "") : "" };
  }

  async goTo(place: Place): Promise<void> {
    this.mayFail("goTo");
    await Promise.resolve();
    this.visited.push(place);
  }

  async addSheet(plan: SheetPlan): Promise<string> {
    this.mayFail("addSheet");
    await Promise.resolve();
    let name = plan.sheet;
    for (let number = 2; this.sheets.has(name); number++) name = `${plan.sheet} ${String(number)}`;
    this.written.push(plan);
    const cells: Cell[][] = Array.from({ length: Math.max(0, ...plan.cells.map(({ row }) => row + 1)) }, () => []);
    for (const cell of plan.cells) {
      const at = { sheet: name, row: cell.row, column: cell.column };
      if ("formula" in cell) this.formulas.set(keyOf(at), cell.formula);
      cells[cell.row]![cell.column] = "formula" in cell ? "#BUSY!" : cell.value;
    }
    this.sheets.set(name, cells);
    for (const table of plan.tables ?? []) this.tables.push({ name: table.name, sheet: name, row: table.row, column: table.column, rows: table.rows, columns: table.columns });
    for (const it of plan.names) this.names.set(it.name, { sheet: name, row: it.row, column: it.column });
    return name;
  }

  async drawCharts(sheet: string, charts: readonly PlannedChart[]): Promise<void> {
    this.mayFail("drawCharts");
    await Promise.resolve();
    if (!this.sheets.has(sheet)) throw new HostProblem("gone");
    this.charts.push(...charts);
  }

  async setPage(sheet: string, page: PagePlan): Promise<void> {
    this.mayFail("setPage");
    await Promise.resolve();
    if (!this.sheets.has(sheet)) throw new HostProblem("gone");
    this.pages.set(sheet, page);
  }

  async removeSheet(sheet: string, names: readonly string[]): Promise<void> {
    this.mayFail("removeSheet");
    await Promise.resolve();
    for (const name of names) this.names.delete(name);
    this.sheets.delete(sheet);
    for (const key of [...this.formulas.keys()]) if (key.startsWith(`${sheet}!`)) this.formulas.delete(key);
  }

  async calculated(sheet: string, cells: readonly CellAt[], how: ReadHow): Promise<readonly Cell[]> {
    this.mayFail("calculated");
    for (let done = 0; done < cells.length; done++) {
      how.onProgress(done, cells.length);
      await (this.options.pace ?? (() => Promise.resolve()))(done);
      how.signal.throwIfAborted();
      this.recalculate(sheet);
    }
    return cells.map(({ row, column }) => this.sheets.get(sheet)![row]![column]);
  }

  /** Calculates the formulas of a sheet, over and over until none changes: so no order matters. */
  recalculate(sheet: string): void {
    const { calculate } = this.options;
    if (calculate === undefined) return;
    for (let changed = true; changed; ) {
      changed = false;
      for (const [key, formula] of this.formulas) {
        const [, name, row, column] = /^(.*)!(\d+),(\d+)$/s.exec(key)!;
        if (name !== sheet) continue;
        const cells = this.sheets.get(sheet)![Number(row)]!;
        const shown = calculate(this, formula, { sheet, row: Number(row), column: Number(column) });
        changed ||= shown !== cells[Number(column)];
        cells[Number(column)] = shown;
      }
    }
  }

  async formulasLike(isWanted: (formula: string) => boolean, how: ReadHow): Promise<readonly FormulaCell[]> {
    this.mayFail("formulasLike");
    await Promise.resolve();
    how.signal.throwIfAborted();
    return [...this.formulas].filter(([, formula]) => isWanted(formula)).map(([key, formula]) => {
      const [, sheet, row, column] = /^(.*)!(\d+),(\d+)$/s.exec(key)!;
      return { place: { sheet: sheet!, row: Number(row), column: Number(column) }, formula, values: this.cells(sheet!, Number(row), Number(column), ...(this.spills.get(key) ?? ([1, 1] as const))) };
    });
  }

  formulasIn = (sheet: string, { row, column, rows, columns }: CellBlock): Promise<string[][]> =>
    Promise.resolve(Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_none, c) => this.formulas.get(keyOf({ sheet, row: row + r, column: column + c })) ?? "")));

  async startsWithBook(starts: boolean): Promise<boolean> {
    this.mayFail("startsWithBook");
    const was = this.starts;
    this.starts = starts;
    return Promise.resolve(was);
  }

  async openBook(file: Uint8Array): Promise<void> {
    this.mayFail("openBook");
    await Promise.resolve();
    this.books.push(file);
  }

  async change(plan: CellsPlan): Promise<void> {
    this.mayFail("change");
    await Promise.resolve();
    this.changed.push(plan);
    if (!this.sheets.has(plan.sheet)) throw new HostProblem("gone");
    for (const { row, column, rows, columns } of plan.cleared ?? []) this.put(plan.sheet, row, column, Array.from({ length: rows }, () => new Array<Cell>(columns).fill("")));
    for (const { row, column, values } of plan.blocks ?? []) this.put(plan.sheet, row, column, values);
    const at = this.tables.findIndex(({ name }) => name === plan.table?.name);
    if (plan.table !== undefined) this.tables[at] = { ...this.tables[at]!, ...plan.table };
    const cells = this.sheets.get(plan.sheet)!;
    for (const cell of plan.cells) {
      while (cells.length <= cell.row) cells.push([]);
      if ("formula" in cell) this.formulas.set(keyOf({ sheet: plan.sheet, row: cell.row, column: cell.column }), cell.formula);
      cells[cell.row]![cell.column] = "formula" in cell ? "#BUSY!" : cell.value;
    }
    for (const listener of this.editListeners) listener(plan.sheet);
  }

  async kept(key: string): Promise<unknown> {
    this.mayFail("kept");
    return Promise.resolve(this.settings.get(key));
  }

  async keep(key: string, value: unknown): Promise<void> {
    this.mayFail("keep");
    await Promise.resolve();
    if (value === undefined) this.settings.delete(key);
    else this.settings.set(key, JSON.parse(JSON.stringify(value)) as unknown);
  }

  /** A connected ledger, as a workbook that was saved with one has it. */
  connect(name: string, formula: string, sheet = "Connection"): void {
    this.sheets.set(sheet, [["Ledger", "2 invoices, 2 buyers to 2025-01-31 #0"]]);
    this.names.set(name, { sheet, row: 0, column: 1 });
    this.formulas.set(keyOf({ sheet, row: 0, column: 1 }), formula);
  }

  /** A selected cell on a sheet of its own that holds a formula, as a workbook has it. */
  holdFormula(place: Place, formula: string, value: Cell): void {
    const cells: Cell[][] = Array.from({ length: place.row + 1 }, () => []);
    cells[place.row]![place.column] = value;
    if (!this.sheets.has(place.sheet)) this.sheets.set(place.sheet, cells);
    else this.sheets.get(place.sheet)![place.row]![place.column] = value;
    this.formulas.set(keyOf(place), formula);
    this.select({ place, reference: `${sheetText(place.sheet)}!${columnLetters(place.column)}${String(place.row + 1)}`, cells: 1, table: "", value });
  }

  /** Plain cells; what stood there as a formula is one no more. */
  private put(sheet: string, row: number, column: number, values: Grid): void {
    const cells = this.sheets.get(sheet)!;
    values.forEach((line, r) => line.forEach((value, c) => {
      while (cells.length <= row + r) cells.push([]);
      cells[row + r]![column + c] = value;
      this.formulas.delete(keyOf({ sheet, row: row + r, column: column + c }));
    }));
  }

  private mayFail(call: keyof Host): void {
    const code = this.failing.get(call);
    this.failing.delete(call);
    if (code !== undefined) throw new HostProblem(code, "as the test wants");
  }

  private resolve(reference: string): MemoryTable {
    const table = /^([^[\]!:']+)(\[#All\]|\[#Data\])?$/i.exec(reference);
    const found = this.tables.find(({ name }) => name.toLowerCase() === table?.[1]?.toLowerCase());
    if (found !== undefined) return table?.[2]?.toLowerCase() === "[#all]" ? { ...found, name: "" } : { ...found, row: found.row + 1, rows: found.rows - 1 };
    const place = this.names.get(reference);
    if (place !== undefined) return { name: "", ...place, rows: 1, columns: 1 };
    const address = /^(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?(\d+)(?::\$?([A-Z]+)\$?(\d+))?$/i.exec(reference);
    const sheet = address?.[1]?.replaceAll("''", "'") ?? address?.[2] ?? "";
    if (address === null || !this.sheets.has(sheet)) throw new HostProblem("notFound", reference);
    const [row, column] = [Number(address[4]) - 1, columnOf(address[3]!)];
    const [last, lastColumn] = address[6] === undefined ? [row, column] : [Number(address[6]) - 1, columnOf(address[5]!)];
    const used = Math.max(row + 1, this.sheets.get(sheet)!.length); // what is below holds nothing
    return { name: "", sheet, row, column, rows: Math.min(last + 1, used) - row, columns: lastColumn - column + 1 };
  }

  private cells(sheet: string, row: number, column: number, rows: number, columns: number): Cell[][] {
    const all = this.sheets.get(sheet) ?? [];
    return Array.from({ length: rows }, (_, r) => Array.from({ length: columns }, (_none, c) => all[row + r]?.[column + c] ?? ""));
  }
}

function keyOf({ sheet, row, column }: Place): string {
  return `${sheet}!${String(row)},${String(column)}`;
}

function listenIn<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}
