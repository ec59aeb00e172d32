import type { Block, Host, ReadHow } from "./host";
import { callOnSheet, isReference, onSheet, parseLedgerFormula, type LedgerCall } from "./ledgerFormula";
import { parsePiece, type Piece } from "./pieceFormula";
import { Trouble } from "./problem";

/** The ranges that a ledger's formula reads in the end, and what else it is given. */
export interface Resolved {
  readonly call: LedgerCall;
  /** one, or the blocks that AR.JOIN joins */
  readonly blocks: readonly Block[];
  /** the references of the blocks, as a reader would write them */
  readonly reads: readonly string[];
  /** the formula names the range itself, not a cell that reads it */
  readonly isDirect: boolean;
}

/** How deep `AR.LEDGER` and `AR.JOIN` may take one another. */
const DEEPEST = 4;

/** Follows cells with AR.LEDGER and AR.JOIN to the ranges they read; an argument given outside wins. Throws Trouble, HostProblem. */
export async function resolveCall(host: Host, call: LedgerCall, how: ReadHow, left = DEEPEST): Promise<Resolved> {
  const block = await readReference(host, call.invoices, how);
  const inner = parseLedgerFormula(block.formula);
  if (inner === undefined || left === 0) return { call, blocks: [block], reads: [call.invoices], isDirect: left === DEEPEST };
  const { sheet } = block.place;
  const found = "joins" in inner ? await joined(host, inner.joins, sheet, how, left - 1) : await resolveCall(host, callOnSheet(inner, sheet), how, left - 1);
  return { ...found, call: outerFirst(call, found.call), isDirect: false };
}

function outerFirst(outer: LedgerCall, inner: LedgerCall): LedgerCall {
  return { invoices: inner.invoices, asOf: outer.asOf || inner.asOf, payments: outer.payments || inner.payments, buyers: outer.buyers || inner.buyers, policy: outer.policy || inner.policy };
}

/** The blocks of AR.JOIN: pieces of one table are that table, everything else a range each. */
async function joined(host: Host, references: readonly string[], sheet: string, how: ReadHow, left: number): Promise<Resolved> {
  const quiet: ReadHow = { signal: how.signal, onProgress: () => undefined };
  const found: Resolved[] = [];
  const pieces: { readonly piece: Piece; readonly sheet: string }[] = [];
  for (const reference of references.map((one) => onSheet(one, sheet)).filter((one) => one !== "")) {
    const cell = await readReference(host, reference, quiet);
    const piece = parsePiece(cell.formula);
    if (piece !== undefined) pieces.push({ piece, sheet: cell.place.sheet });
    else if (cell.grid.length > 1 || cell.formula !== "" || cell.grid[0]?.some((one) => one !== "") === true) found.push(await resolveCall(host, { ...NONE, invoices: reference }, how, left));
  }
  const table = await tableOf(host, pieces, how);
  const all = [...(table === undefined ? [] : [table]), ...found];
  if (all.length === 0) throw new Trouble({ kind: "reason", reason: { code: "NEEDS_BLOCK" } });
  return { call: { ...agreed(all), invoices: all[0]!.call.invoices }, blocks: all.flatMap(({ blocks }) => blocks), reads: all.flatMap(({ reads }) => reads), isDirect: false };
}

const NONE: LedgerCall = { invoices: "", asOf: "", payments: "", buyers: "", policy: "" };

/** The table that all pieces were cut from, read once. */
async function tableOf(host: Host, pieces: readonly { readonly piece: Piece; readonly sheet: string }[], how: ReadHow): Promise<Resolved | undefined> {
  const [first] = pieces;
  if (first === undefined) return undefined;
  const other = pieces.find(({ piece }) => piece.whole !== first.piece.whole);
  if (other !== undefined) throw new Trouble({ kind: "computed", argument: other.piece.call.invoices });
  const last = first.piece.last === "" ? "" : String((await host.read(onSheet(first.piece.last, first.sheet), { signal: how.signal, onProgress: () => undefined })).grid[0]?.[0] ?? "");
  if (first.piece.last !== "" && !/^\d+$/.test(last)) throw new Trouble({ kind: "computed", argument: first.piece.call.invoices });
  const reference = first.piece.whole + last;
  const call = agreed(pieces.map(({ piece, sheet }, at) => ({ call: callOnSheet(piece.call, sheet), at })));
  return { call: { ...call, invoices: reference }, blocks: [await host.read(reference, how)], reads: [reference], isDirect: false };
}

/** What blocks that are given anything are given; two that differ are refused, as AR.JOIN does. */
function agreed(blocks: readonly { readonly call: LedgerCall }[]): LedgerCall {
  const one = (argument: "asOf" | "payments" | "buyers" | "policy"): string => {
    const given = blocks.flatMap(({ call }, at) => (call[argument] === "" ? [] : [{ block: at + 1, text: call[argument] }]));
    const other = given.find(({ text }) => text.toLowerCase() !== given[0]!.text.toLowerCase());
    if (other !== undefined) throw new Trouble({ kind: "reason", reason: { code: "BLOCKS_DISAGREE", with: { block: other.block, first: given[0]!.block, argument } } });
    return given[0]?.text ?? "";
  };
  return { invoices: "", asOf: one("asOf"), payments: one("payments"), buyers: one("buyers"), policy: one("policy") };
}

async function readReference(host: Host, reference: string, how: ReadHow): Promise<Block> {
  if (!isReference(reference)) throw new Trouble({ kind: "computed", argument: reference });
  return host.read(reference, how);
}
