import { errorIn, type Cell } from "../values/cell";
import type { Language } from "../values/say";
import { calculatedCells, connectedSource, connectPlan, joinedSource, piecesPlan } from "./connect";
import { canBeCut, cutLedger } from "./cutLedger";
import type { Host, Place, ReadHow } from "./host";
import { freeName } from "./ledgerFormula";
import { Trouble } from "./problem";
import { openSource, paneChoices, wholePolicy, type Opened, type PolicyRows, type Source } from "./source";
import { wordsFor } from "./words";

export const DEFAULT_NAME = "Ledger";

export interface Connection {
  readonly source: Source;
  readonly place: Place;
  /** what the cell shows */
  readonly value: Cell;
}

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
export async function connected(host: Host, opened: Opened, language: Language, limit: number, how: ConnectHow): Promise<Connection> {
  const written = opened.bytes <= limit ? await inOne(host, opened, language) : await inPieces(host, opened, language, limit, how);
  const named = (await host.namedFormulas()).find(({ name }) => name === written.name);
  return { source: written, place: written.cell!, value: named?.value };
}

async function inOne(host: Host, opened: Opened, language: Language): Promise<Source> {
  const name = freeName(DEFAULT_NAME, await host.takenNames());
  const own = paneChoices(opened.source, language, opened.dateSystem);
  const choices: PolicyRows = own.size === 0 ? own : wholePolicy(opened.grids.policy, own);
  const sheet = await host.addSheet(connectPlan(opened.source, choices, name, wordsFor(language)));
  return connectedSource(opened.source, choices, name, sheet);
}

/** Nothing half done is left: what was written is taken away where it is stopped, or shows an error. */
async function inPieces(host: Host, opened: Opened, language: Language, limit: number, { signal, reading, calculating }: ConnectHow): Promise<Source> {
  if (!canBeCut(opened)) throw new Trouble({ kind: "tooBig", bytes: opened.bytes, rows: opened.rows, fit: opened.fit });
  const fresh = await openSource(host, opened.source, language, { signal, onProgress: reading });
  const plan = await cutLedger(host, fresh, paneChoices(fresh.source, language, fresh.dateSystem), limit, { signal, onProgress: reading });
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
