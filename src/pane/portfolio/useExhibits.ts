import { useCallback, useEffect, useState } from "react";
import { sameKey } from "../parts/useFigures";
import { problemOf, type Problem } from "../problem";
import type { BookOn, Exhibit } from "./exhibit";
import { EXHIBITS, exhibitOf, type ExhibitName, type Spoken } from "./exhibits";

export type Made = { readonly exhibit: Exhibit } | { readonly problem: Problem };

export interface Exhibits {
  readonly made: ReadonlyMap<ExhibitName, Made>;
  readonly status: "busy" | "stopped" | "done";
  stop(): void;
  goOn(): void;
}

interface Kept {
  readonly key: readonly unknown[];
  readonly made: ReadonlyMap<ExhibitName, Made>;
}

const NONE: ReadonlyMap<ExhibitName, Made> = new Map();

/** What the exhibits rest on beside the day: only those that compare two days are made again when the earlier one changes. */
const COMPARES: ReadonlySet<ExhibitName> = new Set(["changed", "dsoChange"]);

/** Makes one exhibit after the other, each in a turn of its own, so that the pane answers between them and the rest can be stopped. */
export function useExhibits(book: BookOn, spoken: Spoken): Exhibits {
  const key = [book.opened, book.day, spoken.language, book.earlier];
  const [kept, keep] = useState<Kept>({ key: [], made: NONE });
  const [stoppedAt, stopAt] = useState<readonly unknown[]>([]);
  const made = stillTrue(kept, key);
  const waiting = EXHIBITS.find((name) => !made.has(name));
  const stopped = waiting !== undefined && sameKey(stoppedAt, key);
  useEffect(() => {
    if (waiting === undefined || stopped) return undefined;
    const timer = setTimeout(() => keep({ key, made: new Map([...made, [waiting, madeOf(waiting, book, spoken)]]) }), 0);
    return () => clearTimeout(timer);
  }, [...key, waiting, stopped]);
  const stop = useCallback(() => stopAt(key), key);
  const goOn = useCallback(() => stopAt([]), []);
  return { made, status: waiting === undefined ? "done" : stopped ? "stopped" : "busy", stop, goOn };
}

function stillTrue({ key, made }: Kept, now: readonly unknown[]): ReadonlyMap<ExhibitName, Made> {
  if (sameKey(key, now)) return made;
  const rest = key.length - 1;
  return key.length > 0 && sameKey(key.slice(0, rest), now.slice(0, rest)) ? new Map([...made].filter(([name]) => !COMPARES.has(name))) : NONE;
}

function madeOf(name: ExhibitName, book: BookOn, spoken: Spoken): Made {
  try {
    return { exhibit: exhibitOf(name, book, spoken) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}
