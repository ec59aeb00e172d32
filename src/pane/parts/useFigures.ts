import { useEffect, useState } from "react";
import { problemOf, type Problem } from "../problem";

export type Figures<T> = { readonly status: "busy" } | { readonly status: "ready"; readonly value: T } | { readonly status: "failed"; readonly problem: Problem };

interface Kept<T> {
  readonly key: readonly unknown[];
  readonly figures: Figures<T>;
}

const BUSY = { status: "busy" } as const;

/**
 * Works figures out after the view has been drawn, so that a large ledger never holds up what was clicked. A refusal is
 * part of the answer; anything else is thrown on and the view's guard shows it.
 */
export function useFigures<T>(work: () => T, key: readonly unknown[]): Figures<T> {
  const [kept, keep] = useState<Kept<T>>({ key: [], figures: BUSY });
  useEffect(() => {
    const timer = setTimeout(() => keep({ key, figures: worked(work) }), 0);
    return () => clearTimeout(timer);
  }, key);
  return sameKey(kept.key, key) ? kept.figures : BUSY;
}

/** Do two keys hold the same, one by one? */
export function sameKey(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((one, at) => Object.is(one, b[at]));
}

function worked<T>(work: () => T): Figures<T> {
  try {
    return { status: "ready", value: work() };
  } catch (error) {
    return { status: "failed", problem: problemOf(error) };
  }
}
