import { Button } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import type { Problem } from "../problem";

/** A ledger in several currencies is never added up: one of them can be looked at. */
export function CurrencyChoice({ problem }: { readonly problem: Problem }) {
  const { actions, words } = usePane();
  if (problem.kind !== "mixed") return null;
  return (
    <>
      {problem.currencies.filter(({ documents }) => documents > 0).map(({ code }) => (
        <Button key={code} size="small" aria-label={words.common.pair(words.problem.chooseCurrency, code)} onClick={() => void actions.settle("currency", code)}>{code}</Button>
      ))}
    </>
  );
}
