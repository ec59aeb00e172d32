import type { Day } from "./day";

/** What a figure rests on, for a reader who wants to check it: the method's name and the facts that went in. */
export interface Basis {
  /** the method's id, such as `dso.balance` */
  readonly method: string;
  readonly day: Day;
  /** named inputs in reading order; money in currency units, days as days, shares as fractions */
  readonly facts: readonly (readonly [name: string, value: number | string])[];
}

/**
 * Why a figure cannot be told. Codes of methods.md 0.7, and those the functions add.
 * `argument` reasons are the caller's mistake and become #VALUE!; all others #N/A.
 */
export interface Reason {
  readonly code: string;
  /** the values that `say` puts in the sentence, already as text or number */
  readonly with?: Readonly<Record<string, string | number>>;
  /** the reason that this one is about: its sentence stands for `{reason}` */
  readonly about?: Reason;
}

/** What the books can say: a figure and what it rests on, or why they cannot tell. No zero ever stands for the second. */
export type Answer<T> = { readonly known: true; readonly value: T; readonly basis: Basis } | { readonly known: false; readonly reason: Reason };

export function known<T>(value: T, basis: Basis): Answer<T> {
  return { known: true, value, basis };
}

export function unknown(code: string, values?: Reason["with"]): { readonly known: false; readonly reason: Reason } {
  return { known: false, reason: values === undefined ? { code } : { code, with: values } };
}

/** A caller's mistake: a bad argument, an unreadable sheet. Thrown inside formulas, shown as #VALUE! with its sentence. */
export class Refusal extends Error {
  readonly reason: Reason;
  /** `value` = #VALUE! (bad argument or sheet), `na` = #N/A (cannot be told) */
  readonly kind: "value" | "na";
  constructor(kind: "value" | "na", reason: Reason) {
    super(reason.code);
    this.name = "Refusal";
    this.kind = kind;
    this.reason = reason;
  }
}

export function refuse(code: string, values?: Reason["with"]): never {
  throw new Refusal("value", values === undefined ? { code } : { code, with: values });
}

export function cannotTell(code: string, values?: Reason["with"]): never {
  throw new Refusal("na", values === undefined ? { code } : { code, with: values });
}
