import type { Day } from "../../values/day";
import type { FormulaCell, Host, ReadHow } from "../host";
import { cellAddress } from "../ledgerFormula";
import { Trouble } from "../problem";
import { ALL_WORDS, type Words } from "../words";
import { freezing, frozenArea, frozenSheet, isUntouched, mayFreeze, readFrozen, restoring, toFreeze, type FrozenCell, type Stamp } from "./frozen";

/**
 * Every formula of ours in the workbook becomes what it shows, for a reader without the add-in; the formulas are written down
 * first, on a sheet of their own, with the day, the release and the texts of the ledgers. The add-in no longer starts with the
 * workbook. Nothing is changed while a formula still waits for its value.
 */
export async function freezeBook(host: Host, day: Day | undefined, words: Words, how: ReadHow): Promise<{ readonly cells: number; readonly sheet: string }> {
  const cells = toFreeze(await host.formulasLike(mayFreeze, how));
  if (cells.length === 0) throw new Trouble({ kind: "nothingToFreeze" });
  const waiting = cells.filter(({ values }) => values[0]?.[0] === "#BUSY!" || values[0]?.[0] === "#GETTING_DATA");
  if (waiting.length > 0) throw new Trouble({ kind: "waiting", cells: waiting.length });
  const started = await host.startsWithBook(false);
  const sheet = await host.addSheet(frozenSheet(cells, { day, ledgers: ledgersIn(cells), started }, words));
  for (const plan of freezing(cells)) await host.change(plan);
  return { cells: cells.length, sheet };
}

const LEDGER = /(?:\bAR\.|_xldudf_AR_)(?:LEDGER|JOIN)\s*\(/i;

function ledgersIn(cells: readonly FormulaCell[]): Stamp["ledgers"] {
  return cells.flatMap(({ formula, place, values }) => (LEDGER.test(formula) ? [{ cell: cellAddress(place.sheet, place.row, place.column), text: String(values[0]?.[0] ?? "") }] : []));
}

/**
 * The formulas again, and the sheet that kept them gone. A cell that shows something else than when it was frozen, or whose sheet
 * is gone, stays as it is and is named; then the sheet stays too.
 */
export async function restoreBook(host: Host, how: ReadHow): Promise<{ readonly cells: number; readonly left: readonly string[] }> {
  const area = frozenArea(await host.areas(how.signal), ALL_WORDS);
  if (area === undefined) throw new Trouble({ kind: "nothingFrozen" });
  const { cells, started } = readFrozen((await host.read(area.reference, how)).grid, ALL_WORDS);
  const untouched = await untouchedOf(host, cells, how);
  for (const plan of restoring(untouched)) await host.change(plan);
  if (started) await host.startsWithBook(true);
  const left = cells.filter((one) => !untouched.includes(one)).map(({ sheet, row, column }) => cellAddress(sheet, row, column));
  if (left.length === 0) await host.removeSheet(area.place.sheet, []);
  return { cells: untouched.length, left };
}

async function untouchedOf(host: Host, cells: readonly FrozenCell[], how: ReadHow): Promise<readonly FrozenCell[]> {
  const found: FrozenCell[] = [];
  for (const sheet of new Set(cells.map((one) => one.sheet))) {
    const own = cells.filter((one) => one.sheet === sheet);
    const now = await shownOn(host, sheet, own, how);
    found.push(...own.filter((one, at) => now !== undefined && isUntouched(one, now[at])));
  }
  return found;
}

/** Undefined where the sheet is gone. */
async function shownOn(host: Host, sheet: string, cells: readonly FrozenCell[], how: ReadHow): Promise<Awaited<ReturnType<Host["calculated"]>> | undefined> {
  try {
    return await host.calculated(sheet, cells, how);
  } catch (error) {
    if ((error as { code?: unknown }).code === "gone") return undefined;
    throw error;
  }
}
