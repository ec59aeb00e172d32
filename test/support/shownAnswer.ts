import { CellRefusal } from "../../src/formulas/told";

/** What a formula answers, or its refusal: two runs are compared as a sheet would show them. */
export function shown(run: () => unknown): unknown {
  try {
    const answer = run();
    return Array.isArray(answer) ? (answer as unknown[][]).map((cells) => cells.map(plainly)) : answer;
  } catch (error) {
    return plainly(error);
  }
}

function plainly(answer: unknown): unknown {
  if (answer instanceof CellRefusal) return `${answer.kind}: ${answer.message}`;
  if (answer instanceof Error) throw answer;
  return answer;
}
