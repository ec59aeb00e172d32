import { useCallback, useEffect, useState } from "react";
import type { Steps } from "../../credit/steps";
import { problemOf, type Problem } from "../problem";
import { sameKey } from "./useFigures";

export type Stepped<T> =
  | { readonly status: "idle" }
  /** `done`: 0 to 1 */
  | { readonly status: "busy"; readonly done: number }
  | { readonly status: "stopped"; readonly done: number }
  | { readonly status: "ready"; readonly value: T }
  | { readonly status: "failed"; readonly problem: Problem };

export interface StepsAtWork<T> {
  readonly state: Stepped<T>;
  start(): void;
  stop(): void;
}

/** Milliseconds of work between two turns of the page: a click is answered within a moment. */
const SLICE = 24;

const IDLE = { status: "idle" } as const;

interface Run<T> {
  readonly key: readonly unknown[];
  readonly state: Stepped<T>;
  readonly steps: Steps<T> | undefined;
}

/** Long work that is begun by a click, in slices between which the page answers and the work can be stopped. Another key leaves it where it is and forgets it. */
export function useSteps<T>(make: () => Steps<T>, key: readonly unknown[]): StepsAtWork<T> {
  const [run, set] = useState<Run<T>>({ key, state: IDLE, steps: undefined });
  const mine = sameKey(run.key, key);
  const { steps } = run;
  useEffect(() => {
    if (steps === undefined || !mine) return undefined;
    let timer = setTimeout(function slice() {
      const state = worked(steps);
      set((now) => (now.steps === steps ? { key, state, steps: state.status === "busy" ? steps : undefined } : now)); // stopped meanwhile
      if (state.status === "busy") timer = setTimeout(slice, 0);
    }, 0);
    return () => clearTimeout(timer);
  }, [steps, mine]);
  const start = useCallback(() => set({ key, state: { status: "busy", done: 0 }, steps: make() }), key);
  const stop = useCallback(() => set((now) => (now.state.status === "busy" ? { ...now, state: { status: "stopped", done: now.state.done }, steps: undefined } : now)), []);
  return { state: mine ? run.state : IDLE, start, stop };
}

/** Pieces until the slice is over. A refusal is the answer; what else is thrown is a problem too. */
function worked<T>(steps: Steps<T>): Stepped<T> {
  const began = performance.now();
  try {
    for (;;) {
      const { done, value } = steps.next();
      if (done === true) return { status: "ready", value };
      if (performance.now() - began >= SLICE) return { status: "busy", done: value };
    }
  } catch (error) {
    return { status: "failed", problem: problemOf(error) };
  }
}
