import type { Policy } from "../ledger/policy";
import { GRADING } from "./policy";
import type { Grade } from "./score";
import { GRADES } from "./score";

/**
 * The grade of x against the book: edges are exclusive upper ends of A to D. With the grade before, it moves only when x
 * is past the edge by the dead band, so that a buyer at an edge does not flip every month.
 */
export function gradeOf(x: number, edges: Policy["gradeEdges"], before?: Grade): Grade {
  const plain = stepOf(x, edges);
  if (before === undefined) return GRADES[plain]!;
  const was = GRADES.indexOf(before);
  const cautious = plain > was ? Math.max(was, stepOf(x - GRADING.deadBand, edges)) : Math.min(was, stepOf(x + GRADING.deadBand, edges));
  return GRADES[plain === was ? was : cautious]!;
}

function stepOf(x: number, edges: Policy["gradeEdges"]): number {
  let step = 0;
  while (step < edges.length && x >= edges[step]!) step++;
  return step;
}

/** A letter A to E as a sheet may write it, or undefined. */
export function readGrade(fact: string | number | undefined): Grade | undefined {
  const letter = typeof fact === "string" ? fact.normalize("NFKC").trim().toUpperCase() : "";
  return GRADES.find((grade) => grade === letter);
}
