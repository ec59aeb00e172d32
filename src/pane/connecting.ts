import { errorIn, type Cell } from "../values/cell";
import type { Language } from "../values/say";
import { calculatedCells, joinedSource, piecesPlan } from "./connectPieces";
import { canBeCut, cutLedger } from "./cutLedger";
import type { Host, ReadHow } from "./host";
import { DEFAULT_NAME, writeConnection } from "./jobs";
import { freeName } from "./ledgerFormula";
import { Trouble } from "./problem";
import { openSource, type Opened, type Source } from "./source";
import { mergedKeys, paneChoices } from "./sourcePolicy";
import { wordsFor } from "./words";

export interface ConnectHow {
  readonly signal: AbortSignal;
  /** rows of a ledger beyond one payload, which is read once more */
  readonly reading: ReadHow["onProgress"];
  /** cells with its pieces */
  readonly calculating: ReadHow["onProgress"];
}

/** Can this ledger be written as a formula that takes so many bytes, in one piece or in several? */
export function canBeConnected(opened: Opened, limit: number): boolean {
  return opened.bytes <= limit || canBeCut(opened);
}

/** Writes what formulas need to read the ledger that is open: one cell, or where it is more than one payload a cell a piece. */
export async function connected(host: Host, opened: Opened, language: Language, limit: number, how: ConnectHow): Promise<{ source: Source; value: Cell }> {
  if (opened.bytes <= limit) return writeConnection(host, opened, language);
  if (!canBeCut(opened)) throw new Trouble({ kind: "tooBig", bytes: opened.bytes, rows: opened.rows, fit: opened.fit });
  const source = await inPieces(host, opened, language, limit, how);
  const written = (await host.namedFormulas()).find(({ name }) => name === source.name);
  return { source, value: written?.value };
}

/** Nothing half done is left: what was written is taken away where it is stopped, or shows an error. */
async function inPieces(host: Host, opened: Opened, language: Language, limit: number, { signal, reading, calculating }: ConnectHow): Promise<Source> {
  const fresh = await openSource(host, opened.source, language, { signal, onProgress: reading });
  const keys = mergedKeys(fresh.policyKeys, paneChoices(fresh.source, language, fresh.dateSystem));
  const plan = await cutLedger(host, fresh, keys, limit, { signal, onProgress: reading });
  signal.throwIfAborted();
  const name = freeName(DEFAULT_NAME, await host.takenNames());
  const sheet = await host.addSheet(piecesPlan(fresh.source, plan, name, wordsFor(language)));
  try {
    signal.throwIfAborted();
    const shown = await host.calculated(sheet, calculatedCells(plan.sizes.pieces), { signal, onProgress: calculating });
    signal.throwIfAborted();
    checkShown(shown);
  } catch (error) {
    await host.removeSheet(sheet, [name]);
    throw error;
  }
  return joinedSource(name, sheet);
}

/** What the cells show must be texts of ledgers, or nothing yet. The last is the one that joins them: #NAME? there means that our functions are not loaded. */
function checkShown(shown: readonly Cell[]): void {
  const [joined, ...pieces] = [...shown].reverse();
  if (errorIn(joined) === "#NAME?") return; // said where every connection is said
  const error = [...pieces, joined].map(errorIn).find((one) => one !== undefined && one !== "#BUSY!" && one !== "#GETTING_DATA");
  if (error !== undefined) throw new Trouble({ kind: "shows", shown: error });
}
