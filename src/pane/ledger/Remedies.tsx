import { Button } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import type { Problem } from "../problem";
import type { Source } from "../source";

/** What can be done about a ledger that could not be read, one button each. */
export function Remedies({ source, problem }: { readonly source: Source; readonly problem: Problem }) {
  const { actions, words } = usePane();
  if (problem.kind === "headless") {
    return <Button size="small" appearance="primary" onClick={() => void actions.openReference(`${problem.table}[#All]`)}>{words.problem.useAll(problem.table)}</Button>;
  }
  if (problem.kind !== "reason") return null;
  return (
    <>
      {problem.reason.code === "DATE_ORDER" &&
        (["dmy", "mdy"] as const).map((order) => (
          <Button key={order} size="small" onClick={() => void actions.settle("dateOrder", order)}>{words.problem.orders[order]}</Button>
        ))}
      {source.choices.size > 0 && <Button size="small" onClick={() => void actions.open({ ...source, choices: new Map() })}>{words.ledger.forget}</Button>}
    </>
  );
}
