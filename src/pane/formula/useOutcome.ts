import { useEffect, useState } from "react";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import type { Call } from "./call";
import { evaluate, type Outcome } from "./evaluate";

/** Quiet after the last key: a large ledger is not asked at every letter. */
const AFTER_KEY = 200;

/** What a call comes to; undefined while it is worked out. A later call's outcome is never replaced by an earlier one's. */
export function useOutcome(call: Call | undefined, opened: Opened, sheet: string): Outcome | undefined {
  const { actions, session: { language } } = usePane();
  const key = call === undefined ? "" : JSON.stringify([call.id, call.args, sheet, language]);
  const [kept, keep] = useState<{ readonly key: string; readonly opened: Opened; readonly outcome: Outcome } | undefined>(undefined);
  useEffect(() => {
    if (call === undefined) return undefined;
    let isWanted = true;
    const timer = setTimeout(() => {
      void evaluate(call, { opened, language, sheet, read: actions.cells }).then((outcome) => {
        if (isWanted) keep({ key, opened, outcome });
      });
    }, AFTER_KEY);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key, opened]);
  return kept !== undefined && kept.key === key && kept.opened === opened ? kept.outcome : undefined;
}
