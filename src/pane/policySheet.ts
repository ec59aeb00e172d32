import type { Policy } from "../ledger/policy";
import { policySheet, type PolicyRow } from "../ledger/policySheet";
import { isBlank, plain, type Cell } from "../values/cell";
import type { Language } from "../values/say";
import { connectedSource, connectPlan, HANDLE, POLICY_ROW } from "./connect";
import type { CellRule, Host, Look, Place, PlannedCell, ReadHow, SheetPlan } from "./host";
import { DEFAULT_NAME } from "./jobs";
import { blockReference, freeName, isReference, makeLedgerFormula } from "./ledgerFormula";
import type { Opened, Source } from "./source";
import { listsEveryKey } from "./sourcePolicy";
import { wordsFor, type Words } from "./words";

/** Title and note stand above the headings, and stay in view with them. */
const TITLE_ROW = 0, NOTE_ROW = 1, HEADING_ROW = 2;
/** Rows below the last key for further ones, such as a rate or a terms code; they belong to the range. */
const FREE_ROWS = 8;
/** Key, value, unit, what it does, source; characters. */
const WIDTHS = [24, 18, 38, 104, 44];
const LOOKS: Readonly<Record<PolicyRow["is"], readonly (Look | undefined)[]>> = {
  heading: ["heading", "heading", "heading", "heading", "heading"],
  part: ["label"],
  key: [undefined, "input", "note", undefined, "note"],
};

/** A sheet with the whole policy: what is in force, its unit, what it does and where it comes from, and free rows for further keys. */
export function policyPlan(policy: Policy, name: string, language: Language): SheetPlan {
  const words = wordsFor(language);
  const rows = policySheet(policy, language);
  const cells = rows.flatMap(({ is, cells: row }, down): PlannedCell[] =>
    row.flatMap((cell, column): PlannedCell[] => {
      const look = LOOKS[is][column];
      if (isBlank(cell) && look !== "input") return [];
      return [{ row: HEADING_ROW + down, column, value: valueOf(cell), ...(look === undefined ? {} : { look }) }];
    }));
  const free = Array.from({ length: FREE_ROWS }, (_, at) => [0, 1].map((column): PlannedCell => ({ row: HEADING_ROW + rows.length + at, column, value: "", look: "input" }))).flat();
  return {
    sheet: words.sheet.policySheet(name.replace("_", " ")),
    cells: [{ row: TITLE_ROW, column: 0, value: words.sheet.policyOf(name), look: "title" }, { row: NOTE_ROW, column: 0, value: words.sheet.policyNote, look: "note" }, ...cells, ...free],
    widths: WIDTHS,
    names: [],
    show: true,
    frozenRows: HEADING_ROW + 1,
    rules: rows.flatMap((row, down) => (row.is === "key" ? wordRule(row.cells, HEADING_ROW + down, words) : [])),
  };
}

function valueOf(cell: Cell): string | number {
  const value = plain(cell);
  return typeof value === "number" ? value : String(value ?? "");
}

/** A value that is one of a few words may be chosen from them. */
function wordRule([key, , unit, does]: readonly Cell[], row: number, { template, sheet }: Words): CellRule[] {
  const values = String(unit).split(", ");
  if (values.length < 2 || !values.every((word) => /^[\w]+$/.test(word))) return [];
  const title = String(key);
  return [{ row, column: 1, rows: 1, columns: 1, takes: { kind: "list", values }, says: { title, message: String(does) }, otherwise: { title, message: `${template.refused.list} ${sheet.policyEmpty}`, refuses: true } }];
}

/** Key and value of a policy's sheet as a formula reads them: what stands beside them is for people. From the first row, so that a refusal's row is the sheet's. */
function policyRange(sheet: string, policy: Policy, language: Language): string {
  return blockReference(sheet, { row: 0, column: 0, rows: HEADING_ROW + policySheet(policy, language).length + FREE_ROWS, columns: 2 });
}

/** Where the policy of the ledger already stands as a sheet. */
export function policySheetPlace({ policyBlock }: Opened): Place | undefined {
  return policyBlock !== undefined && listsEveryKey(policyBlock.grid) ? policyBlock.place : undefined;
}

/**
 * Writes the policy in force, with every choice of the pane, on a sheet of its own, and gives it to the ledger's formula; a ledger
 * without one is connected with it. Where the formula cannot be written the sheet goes again.
 */
export async function writePolicySheet(host: Host, opened: Opened, language: Language): Promise<{ source: Source; sheet: string }> {
  const { source, reading: { policy } } = opened;
  const name = source.name === "" ? freeName(DEFAULT_NAME, await host.takenNames()) : source.name;
  const sheet = await host.addSheet(policyPlan(policy, name, language));
  const call = { ...source.call, policy: policyRange(sheet, policy, language) };
  const words = wordsFor(language);
  try {
    if (source.cell === undefined) {
      const bare: Source = { ...source, call };
      const own = await host.addSheet({ ...connectPlan(bare, new Map(), name, words), show: false });
      return { source: connectedSource(bare, new Map(), name, own), sheet };
    }
    const { cell } = source;
    await host.change({ sheet: cell.sheet, cells: [{ row: cell.row, column: cell.column, formula: makeLedgerFormula(call) }, ...(await insteadOf(host, source, sheet, words))] });
    return { source: { name, cell, call, choices: new Map() }, sheet };
  } catch (error) {
    await host.removeSheet(sheet, []);
    throw error;
  }
}

const QUIETLY: ReadHow = { signal: new AbortController().signal, onProgress: () => undefined };

/** The keys that Connect wrote below its cell rule no more: they go, and a line says where the policy is. A range of the user's own stays as it is. */
async function insteadOf(host: Host, { cell: own, call }: Source, sheet: string, words: Words): Promise<PlannedCell[]> {
  if (own === undefined || !isReference(call.policy) || own.row !== HANDLE.row || own.column !== HANDLE.column) return [];
  const { place, grid } = await host.read(call.policy, QUIETLY);
  if (place.sheet !== own.sheet || place.row !== POLICY_ROW || place.column !== 0) return [];
  const gone = grid.flatMap((_, down) => [0, 1].map((column): PlannedCell => ({ row: POLICY_ROW + down, column, value: "" })));
  return [{ row: POLICY_ROW - 1, column: 0, value: words.sheet.policyMoved(sheet), look: "note" }, ...gone];
}
