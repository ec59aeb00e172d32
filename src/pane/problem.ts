import type { Ledger } from "../ledger/ledger";
import { Refusal, type Reason } from "../values/answer";
import type { SheetColumns } from "../ledger/sheetColumns";
import { HostProblem, type Place, type ProblemCode } from "./host";

/** Why something did not work, as the session keeps it. `words.problem` has the sentence, and what to do. */
export type Problem =
  | { readonly kind: "host"; readonly code: ProblemCode; readonly detail: string }
  /**
   * the sheet or an argument cannot be read, or a figure cannot be told: the sentence is `say`'s; the sheet's columns where
   * saying which is which cures it, and the cell that is meant where there is one
   */
  | { readonly kind: "reason"; readonly reason: Reason; readonly sheet?: SheetColumns; readonly place?: Place }
  /** a table's body without its headings */
  | { readonly kind: "headless"; readonly table: string; readonly reason: Reason }
  /** an argument of the connected formula is a calculation, which a pane cannot read */
  | { readonly kind: "computed"; readonly argument: string }
  | { readonly kind: "mixed"; readonly currencies: Ledger["currencies"] }
  | { readonly kind: "tooBig"; readonly bytes: number; readonly rows: number; readonly fit: number }
  /** a piece of a ledger beyond one payload cannot be read alone */
  | { readonly kind: "piece"; readonly piece: number; readonly reason: Reason }
  /** the pieces together would not be the ledger that was read */
  | { readonly kind: "uncut" }
  /** a cell that was written shows this error; it was taken away again */
  | { readonly kind: "shows"; readonly shown: string }
  /** a range of the user's that cannot take more rows or columns where it stands, and the column that was to be written */
  | { readonly kind: "noRoom"; readonly reference: string; readonly column: string }
  /** formulas that still wait for a function: what they show is no value yet */
  | { readonly kind: "waiting"; readonly cells: number }
  /** no formula of ours is there to freeze, or none frozen to bring back */
  | { readonly kind: "nothingToFreeze" | "nothingFrozen" }
  /** the workbook keeps no more notes and decisions */
  | { readonly kind: "fileFull"; readonly entries: number }
  | { readonly kind: "unexpected"; readonly detail: string };

/** A problem thrown on the way, to be caught at the action that began it. */
export class Trouble extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.kind);
    this.name = "Trouble";
    this.problem = problem;
  }
}

export function problemOf(error: unknown): Problem {
  if (error instanceof Trouble) return error.problem;
  if (error instanceof HostProblem) return { kind: "host", code: error.code, detail: error.detail };
  if (error instanceof Refusal) return { kind: "reason", reason: error.reason };
  if ((error as { name?: unknown } | undefined)?.name === "AbortError") return { kind: "host", code: "stopped", detail: "" };
  return { kind: "unexpected", detail: error instanceof Error ? error.message : String(error) };
}

export function wasStopped(problem: Problem): boolean {
  return problem.kind === "host" && problem.code === "stopped";
}
