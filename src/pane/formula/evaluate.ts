import { serialOf, type Arg } from "../../formulas/ask";
import { HeldLedger, withBases } from "../../formulas/book";
import { CellRefusal, type Told } from "../../formulas/told";
import type { Basis } from "../../values/answer";
import type { Language } from "../../values/say";
import type { Block, Place } from "../host";
import { cellAddress, dateIn, isReference, onSheet, parseLedgerFormula } from "../ledgerFormula";
import { problemOf, type Problem } from "../problem";
import { isConnected, type Opened } from "../source";
import type { Call } from "./call";
import { answerOf } from "./functions";
import { signatureOf } from "./signatures";

/** What a call comes to before it stands in a cell. */
export type Outcome =
  | { readonly status: "told"; readonly cells: readonly (readonly Told[])[]; readonly basis: Basis | undefined; readonly values: readonly Arg[] }
  | { readonly status: "refused"; readonly code: "#VALUE!" | "#N/A"; readonly sentence: string; readonly values: readonly Arg[] }
  /** its ledger is another than the one that is open */
  | { readonly status: "otherLedger"; readonly reference: string }
  /** an argument is a calculation, which only the sheet can do */
  | { readonly status: "computed"; readonly argument: string }
  | { readonly status: "unknownFunction"; readonly id: string }
  | { readonly status: "failed"; readonly problem: Problem };

export interface EvaluateHow {
  readonly opened: Opened;
  /** that the reader speaks */
  readonly language: Language;
  /** the sheet that bare addresses mean */
  readonly sheet: string;
  readonly read: (reference: string) => Promise<Block>;
}

class Stopped extends Error {
  readonly outcome: Outcome;
  constructor(outcome: Outcome) {
    super(outcome.status);
    this.outcome = outcome;
  }
}

/** Works a call out by the formulas themselves, over the ledger that is open; other ranges are read from the workbook. */
export async function evaluate(call: Call, how: EvaluateHow): Promise<Outcome> {
  const signature = signatureOf(call.id);
  if (signature === undefined) return { status: "unknownFunction", id: call.id };
  try {
    const values: Arg[] = [];
    for (const [at, text] of call.args.entries()) values.push(await valueOf(text, (signature.parameters[at] ?? signature.parameters.at(-1))?.name ?? "", how));
    return answered(call.id, values, how.language);
  } catch (error) {
    return error instanceof Stopped ? error.outcome : { status: "failed", problem: problemOf(error) };
  }
}

/** A refusal is said in the reader's language; what is told stands as the cell will show it. */
function answered(id: string, values: readonly Arg[], language: Language): Outcome {
  try {
    const { value, bases } = withBases(() => answerOf(id, values));
    return { status: "told", cells: value, basis: bases[0], values };
  } catch (error) {
    if (error instanceof CellRefusal) return { status: "refused", code: error.kind === "value" ? "#VALUE!" : "#N/A", sentence: sentenceOf(id, values, language) ?? error.message, values };
    throw error;
  }
}

function sentenceOf(id: string, values: readonly Arg[], language: Language): string | undefined {
  const spoken = values.map((value) => (value instanceof HeldLedger ? new HeldLedger({ ...value.reading, policy: { ...value.reading.policy, language } }, value.asOf) : value));
  try {
    answerOf(id, spoken);
    return undefined;
  } catch (error) {
    return error instanceof CellRefusal ? error.message : undefined;
  }
}

async function valueOf(text: string, name: string, how: EvaluateHow): Promise<Arg> {
  if (text === "") return null;
  const plain = constantIn(text, how.opened.dateSystem);
  if (plain !== undefined) return plain;
  if (name === "ledger" && isOpen(text, how)) return new HeldLedger(how.opened.reading, how.opened.asOf);
  if (!isReference(text)) throw new Stopped({ status: "computed", argument: text });
  const block = await how.read(onSheet(text, how.sheet));
  if (name === "ledger" && parseLedgerFormula(block.formula) !== undefined) throw new Stopped({ status: "otherLedger", reference: text });
  return block.grid;
}

/** `90`, `TRUE`, `"C-1001"`, `{30,60,90}`, `DATE(2026,6,30)`; undefined for anything else. */
export function constantIn(text: string, dateSystem: 1900 | 1904): Arg | undefined {
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return Number(text);
  if (/^(?:TRUE|FALSE)$/i.test(text)) return text.toUpperCase() === "TRUE";
  if (/^"(?:[^"]|"")*"$/.test(text)) return text.slice(1, -1).replaceAll('""', '"');
  if (/^\{[\d\s,;.]+\}$/.test(text)) return [text.slice(1, -1).split(/[,;]/).map(Number)];
  const day = dateIn(text);
  return day === undefined ? undefined : serialOf(day, dateSystem);
}

/** Does the text mean the ledger on view: its name, its cell, or its very range with nothing else said? */
function isOpen(text: string, { opened, sheet }: EvaluateHow): boolean {
  const { source, call } = opened;
  const asked = plainReference(onSheet(text, sheet));
  if (isConnected(source)) return [source.name, source.cell === undefined ? "" : cellAddress(source.cell.sheet, source.cell.row, source.cell.column)].some((one) => one !== "" && plainReference(one) === asked);
  const isBare = source.name === "" && source.choices.size === 0 && [call.asOf, call.payments, call.buyers, call.policy].every((one) => one === "");
  return isBare && plainReference(call.invoices) === asked;
}

function plainReference(reference: string): string {
  return reference.replaceAll("$", "").toLowerCase();
}

/** The place of an answer's last cell, for who asks what it would cover. */
export function covers(place: Place, cells: readonly (readonly Told[])[]): { readonly rows: number; readonly columns: number; readonly row: number; readonly column: number } {
  return { row: place.row, column: place.column, rows: cells.length, columns: cells[0]?.length ?? 1 };
}
