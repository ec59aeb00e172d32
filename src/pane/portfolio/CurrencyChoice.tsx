import { Button } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import type { Problem } from "../problem";
import type { Opened } from "../source";

/** A ledger in several currencies is never added up: one of them can be looked at. */
export function CurrencyChoice({ opened, problem }: { readonly opened: Opened; readonly problem: Problem }) {
  const { actions, words } = usePane();
  const { ledger } = opened.reading;
  if (!ledger.mixed || problem.kind !== "reason") return null;
  return (
    <>
      {ledger.currencies.map(({ code }) => (
        <Button key={code} size="small" aria-label={`${words.problem.chooseCurrency}: ${code}`} onClick={() => void actions.settle("currency", code)}>{code}</Button>
      ))}
    </>
  );
}
