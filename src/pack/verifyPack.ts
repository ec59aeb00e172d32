import { columnName } from "../bank/pack/address";
import { SheetSealer, type FormulaTemplate } from "../bank/pack/canonical";
import { tokensOf } from "../bank/pack/formulaTokens";
import { LooksSealer } from "../bank/pack/looks";
import { KEY_COLUMN, sealNames, SEAL_NAME, SEAL_PART, SIGNATURE_COLUMN } from "../bank/pack/seal";
import { TAPE, tapeColumn, type TapeColumn } from "../bank/pack/tapeColumns";
import { wordsIn } from "../bank/pack/words";
import { alignRows } from "./alignRows";
import type { Finding, FindingKind, Verification } from "./findings";
import { isFormatOnly } from "./findings";
import { openPackFile, type FileSheet, type PackFile } from "./readPack";
import { Recalculation } from "./recalculation";
import { readSeal, type SealedPartRead, type SealRead } from "./readSeal";
import type { SheetShown } from "./readSheet";
import { isSignedBy, keyPrint, type HostCrypto } from "./signature";

/** More of one kind is said as a number: whoever changed a whole column is found by the first hundred. */
const MOST_FINDINGS = 200;

/**
 * Holds a pack against its own seal and names what differs. It tells that nothing was changed since the seal was made; who made it,
 * only a signature tells, or the seal sent by another way (`expected`).
 */
export async function verifyPack(bytes: Uint8Array, expected?: string, crypto: HostCrypto = globalThis.crypto): Promise<Verification> {
  const file = await openPackFile(bytes).catch(() => undefined);
  const place = file === undefined ? undefined : sealPlace(file);
  if (file === undefined || place === undefined) return NO_PACK;
  return new Verifier(file, place.sheet, place.row).run(expected, crypto);
}

const NO_PACK: Verification = {
  isPack: false, isIntact: false, seal: "", ledgerSeal: "", asOf: 0, findings: [], checks: { ok: 0, differs: 0 }, recalculated: 0, signature: "none", signedBy: "",
};

function sealPlace(file: PackFile): { readonly sheet: FileSheet; readonly row: number } | undefined {
  const range = file.names.find(({ name }) => name === SEAL_NAME)?.range ?? "";
  const match = /^'?([^'!]+)'?!\$B\$(\d{1,7})$/.exec(range);
  const sheet = file.sheets.find(({ name }) => name === match?.[1]);
  return sheet === undefined ? undefined : { sheet, row: Number(match![2]) };
}

interface Read {
  readonly sealer: ReturnType<SheetSealer["finish"]>;
  readonly looks: string;
  readonly shown: SheetShown;
}

class Verifier {
  readonly #file: PackFile;
  readonly #sealSheet: FileSheet;
  readonly #sealRow: number;
  readonly #findings: Finding[] = [];
  readonly #checks = { ok: 0, differs: 0 };
  readonly #recalculation = new Recalculation();
  /** sheets by the name that they bear now, as they were sealed */
  readonly #renamed = new Map<string, string>();

  constructor(file: PackFile, sheet: FileSheet, row: number) {
    this.#file = file;
    this.#sealSheet = sheet;
    this.#sealRow = row;
  }

  async run(expected: string | undefined, crypto: HostCrypto): Promise<Verification> {
    const seal = await this.#readSeal();
    if (seal === undefined) return NO_PACK;
    if (expected !== undefined && expected.trim().toLowerCase() !== seal.seal) this.#find("seal", SEAL_PART, { found: seal.seal });
    await this.#sheets(seal);
    for (const name of this.#file.foreign) this.#find("foreign", "", { found: name });
    this.#names(seal);
    const recalculated = this.#recalculation.run(this.#file.names, (finding) => this.#find(finding.kind, finding.part, finding));
    const signature = await this.#signature(seal, crypto);
    const findings = this.#findings;
    return {
      isPack: true, isIntact: findings.length === 0, seal: seal.seal, ledgerSeal: seal.ledgerSeal, asOf: seal.asOf,
      findings: [...findings.filter((one) => !isFormatOnly(one)), ...findings.filter(isFormatOnly)], checks: this.#checks, recalculated, signature, signedBy: signature === "valid" ? keyPrint(seal.publicKey) : "",
    };
  }

  #find(kind: FindingKind, part: string, more: Partial<Finding>): void {
    if (this.#findings.length < MOST_FINDINGS) this.#findings.push({ kind, part, sheet: "", row: 0, columns: [], about: "", found: "", ...more });
  }

  async #signature({ seal, signature, publicKey }: SealRead, crypto: HostCrypto): Promise<Verification["signature"]> {
    if (signature === "" && publicKey === "") return "none";
    if (await isSignedBy(crypto, { signature, publicKey }, seal)) return "valid";
    this.#find("seal", SEAL_PART, { sheet: this.#sealSheet.name, row: this.#sealRow, columns: [SIGNATURE_COLUMN], found: publicKey });
    return "wrong";
  }

  /** The seal sheet is sealed by the pack's seal, itself left out. */
  async #readSeal(): Promise<SealRead | undefined> {
    const cells = new Map<string, number | string>();
    const sealer = new SheetSealer();
    let last = 0;
    const shown = await this.#file.read(this.#sealSheet, (row, column, formula, value) => {
      last = row;
      cells.set(`${row},${column}`, value);
      if (row !== this.#sealRow) sealer.filled(row, column, formula, value);
      else if (!isOfSealRow(column, formula, value)) this.#find("text", SEAL_PART, { sheet: this.#sealSheet.name, row, columns: [column], found: String(value) });
    }).catch(() => undefined);
    if (shown === undefined) return undefined;
    const seal = readSeal(cells, this.#sealRow, last);
    if (!/^[0-9a-f]{64}$/.test(seal.seal) || seal.parts.length === 0) return undefined;
    if (sealer.finish().hash !== seal.seal) this.#find("seal", SEAL_PART, { sheet: this.#sealSheet.name, row: this.#sealRow, found: seal.seal });
    this.#shown(SEAL_PART, this.#sealSheet, shown);
    return seal;
  }

  async #sheets(seal: SealRead): Promise<void> {
    const left = this.#file.sheets.filter(({ name }) => name !== this.#sealSheet.name);
    const missing = seal.parts.filter(({ sheet }) => !left.some(({ name }) => name === sheet));
    const strange = left.filter(({ name }) => !seal.parts.some(({ sheet }) => sheet === name));
    if (missing.length > 0 && missing.length === strange.length) await this.#match(missing, strange);
    const nameOf = (part: SealedPartRead): string => [...this.#renamed].find(([, was]) => was === part.sheet)?.[0] ?? part.sheet;
    for (const sheet of strange) if (!this.#renamed.has(sheet.name)) this.#find("sheetAdded", "", { sheet: sheet.name, found: sheet.isHidden ? "hidden" : "" });
    for (const part of seal.parts) {
      const sheet = left.find(({ name }) => name === nameOf(part));
      if (sheet === undefined) this.#find("sheetDeleted", part.part, { sheet: part.sheet });
      else await this.#sheet(part, sheet);
    }
    const order = this.#file.sheets.map(({ name }) => this.#renamed.get(name) ?? name);
    const kept = seal.parts.map(({ sheet }) => sheet).filter((name) => order.includes(name));
    const found = order.filter((name) => kept.includes(name));
    const moved = found.find((name, at) => name !== kept[at]);
    if (moved !== undefined) this.#find("sheetMoved", "", { sheet: moved });
  }

  /** As many sheets are strange as are missing: each is taken for the missing one whose place it has among the others. */
  async #match(missing: readonly SealedPartRead[], strange: readonly FileSheet[]): Promise<void> {
    for (const [k, part] of missing.entries()) {
      this.#renamed.set(strange[k]!.name, part.sheet);
      this.#find("sheetRenamed", part.part, { sheet: part.sheet, found: strange[k]!.name });
    }
    await Promise.resolve();
  }

  async #sheet(part: SealedPartRead, sheet: FileSheet): Promise<void> {
    const read = await this.#read(sheet, part.part).catch(() => undefined);
    if (read === undefined) {
      this.#find("unreadable", part.part, { sheet: sheet.name });
      return;
    }
    this.#shown(part.part, sheet, read.shown);
    const before = this.#findings.length;
    if (read.sealer.hash !== part.hash) await this.#differences(part, sheet, read.sealer);
    if (read.sealer.hash !== part.hash && this.#findings.length === before) this.#find("seal", part.part, { sheet: sheet.name, found: part.hash });
    if (read.sealer.hash === part.hash && read.looks !== part.looks) this.#find("format", part.part, { sheet: sheet.name });
  }

  async #read(sheet: FileSheet, part: string): Promise<Read | undefined> {
    const sealer = new SheetSealer();
    const looks = new LooksSealer();
    const { looks: byStyle } = this.#file;
    const recalculation = this.#recalculation.sheet(part, sheet.name);
    const shown = await this.#file.read(sheet, (row, column, formula, value, style) => {
      if (formula === undefined || this.#renamed.size === 0) sealer.filled(row, column, formula, value);
      else sealer.cell(row, column, this.#asSealed(formula.at(row)), value);
      looks.cell(row, column, byStyle[style] ?? "?");
      recalculation(row, column, formula, value);
      if (formula !== undefined && value === "OK") this.#checks.ok++;
      else if (formula !== undefined && value === "DIFFERS") {
        this.#checks.differs++;
        this.#find("check", part, { sheet: sheet.name, row, columns: [column], found: "DIFFERS" });
      }
    });
    return shown === undefined ? undefined : { sealer: sealer.finish(), looks: looks.finish(), shown };
  }

  /** A formula with the names that its sheets had. */
  #asSealed(formula: string): string {
    if (this.#renamed.size === 0 || !formula.includes("!")) return formula;
    const tokens = tokensOf(formula);
    return tokens.map((token, at) => (tokens[at + 1] === "!" ? (this.#renamed.get(token.replace(/^'|'$/g, "")) ?? token) : token)).join("");
  }

  #shown(part: string, sheet: FileSheet, { hiddenRows, hiddenColumns, merges, foreign }: SheetShown): void {
    if (sheet.isHidden) this.#find("hidden", part, { sheet: sheet.name });
    for (const row of hiddenRows) this.#find("hidden", part, { sheet: sheet.name, row });
    if (hiddenColumns.length > 0) this.#find("hidden", part, { sheet: sheet.name, columns: hiddenColumns });
    for (const found of merges) this.#find("merged", part, { sheet: sheet.name, found });
    for (const found of foreign) this.#find("foreign", part, { sheet: sheet.name, found });
  }

  /** Which rows, by their seals; which columns, by theirs, while the rows stand where they stood. */
  async #differences(part: SealedPartRead, sheet: FileSheet, is: Read["sealer"]): Promise<void> {
    const rows = alignRows(part.byRow, is.byRow);
    const rowsAsked = new Set([...rows.changed.map((one) => one.is), ...rows.added, ...rows.moved.map((one) => one.is)]);
    const cells = await this.#cellsOf(sheet, rowsAsked);
    const about = (row: number): string => aboutRow(part.part, cells.get(row));
    for (const row of rows.deleted) this.#find("rowDeleted", part.part, { sheet: sheet.name, row });
    for (const row of rows.added) this.#find("rowAdded", part.part, { sheet: sheet.name, row, about: about(row) });
    for (const { was, is: row } of rows.moved) this.#find("rowMoved", part.part, { sheet: sheet.name, row, about: about(row), found: String(was) });
    const columns = rows.inPlace ? changedColumns(part, is) : undefined;
    for (const { is: row } of rows.changed) {
      const own = cells.get(row);
      for (const { kind, column } of kindsOf(part.part, columns, own)) {
        this.#find(kind, part.part, { sheet: sheet.name, row, columns: column < 0 ? [] : [column], about: about(row), found: column < 0 ? "" : String(own?.get(column)?.value ?? "") });
      }
    }
  }

  async #cellsOf(sheet: FileSheet, rows: ReadonlySet<number>): Promise<ReadonlyMap<number, RowCells>> {
    const cells = new Map<number, Map<number, CellFound>>();
    if (rows.size === 0) return cells;
    await this.#file.read(sheet, (row, column, formula, value) => {
      if (!rows.has(row)) return;
      let own = cells.get(row);
      if (own === undefined) cells.set(row, (own = new Map()));
      own.set(column, { formula, value });
    });
    return cells;
  }

  #names(seal: SealRead): void {
    const names = this.#file.names.filter(({ name }) => name !== SEAL_NAME && !/^(?:_xlnm|_FilterDatabase|_xl)/i.test(name));
    for (const { name, hidden } of names) if (hidden) this.#find("name", "", { found: name });
    const asSealed = names.map(({ name, range }) => ({ name, range: this.#asSealed(range) }));
    if (sealNames(asSealed) !== seal.names) this.#find("name", "", { found: asSealed.length === 0 ? "" : `${asSealed.length}` });
  }
}

/** The seal's own row is not sealed: it holds its label, the seal, a signature and its key, and nothing else. */
function isOfSealRow(column: number, formula: FormulaTemplate | undefined, value: number | string): boolean {
  if (formula !== undefined || typeof value !== "string") return false;
  const label = (["en", "zh", "both"] as const).some((language) => wordsIn(language)("seal.pack") === value);
  return column === 0 ? label : column === 1 ? true : (column === SIGNATURE_COLUMN || column === KEY_COLUMN) && /^[A-Za-z0-9+/=]{1,400}$/.test(value);
}

interface CellFound {
  readonly formula: FormulaTemplate | undefined;
  readonly value: number | string;
}

type RowCells = ReadonlyMap<number, CellFound>;

interface ColumnChange {
  readonly column: number;
  readonly value: boolean;
  readonly formula: boolean;
}

function changedColumns(part: SealedPartRead, is: Read["sealer"]): ColumnChange[] {
  const changes: ColumnChange[] = [];
  const width = Math.max(part.values.length, is.values.length);
  for (let column = 0; column < width; column++) {
    const value = (part.values[column] ?? "") !== (is.values[column] ?? "");
    const formula = (part.formulas[column] ?? "") !== (is.formulas[column] ?? "");
    if (value || formula) changes.push({ column, value, formula });
  }
  return changes;
}

/** What a column of the tape is about. */
const TAPE_KINDS: Readonly<Partial<Record<TapeColumn, FindingKind>>> = {
  number: "number", code: "buyer", name: "buyer", line: "buyer", kind: "rule", issued: "date", due: "date", open: "amount", disputed: "rule", rule: "rule",
};

/** A row's changes: a formula that gave way to another or to a value, else what the column is about. */
function kindsOf(part: string, columns: readonly ColumnChange[] | undefined, own: RowCells | undefined): { readonly kind: FindingKind; readonly column: number }[] {
  if (columns === undefined || columns.length === 0) return [{ kind: "rowChanged", column: -1 }];
  return columns.map(({ column, formula }) => {
    const cell = own?.get(column);
    if (formula) return { kind: "formula", column };
    if (part === "invoices") return { kind: TAPE_KINDS[TAPE[column]!] ?? "figure", column };
    if (cell !== undefined && cell.formula === undefined && typeof cell.value === "string") return { kind: part === "terms" ? "term" : "text", column };
    return { kind: part === "terms" ? "term" : "figure", column };
  });
}

/** An invoice by its number and buyer, another line by its first words. */
function aboutRow(part: string, own: RowCells | undefined): string {
  if (own === undefined) return "";
  const text = (column: number): string => String(own.get(column)?.value ?? "");
  if (part === "invoices") return [text(tapeColumn("number")), text(tapeColumn("name")) || text(tapeColumn("code"))].filter((one) => one !== "").join(", ");
  const first = [...own].sort(([a], [b]) => a - b).find(([, { value }]) => typeof value === "string");
  return first === undefined ? "" : String(first[1].value).slice(0, 80);
}

/** `Invoices!G57` */
export function placeOf({ sheet, row, columns }: Finding): string {
  if (row === 0) return columns.length === 0 ? sheet : `${sheet}!${columns.map(columnName).join(", ")}`;
  return `${sheet}!${columns.length === 1 ? columnName(columns[0]!) : ""}${row}`;
}

