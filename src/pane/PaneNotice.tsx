import { Button } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { usePane } from "./PaneContext";
import { Bar } from "./parts/Bar";
import { ProblemBar } from "./parts/ProblemBar";

/** What the last action did, or why it did not. A connection is shown by the ledger's own view, wherever it is made. */
export function PaneNotice() {
  const { session, actions, words } = usePane();
  const { notice } = session;
  if (notice === undefined || (notice.kind === "connected" && session.view === "ledger")) return null;
  const close = <Button size="small" appearance="transparent" icon={<Dismiss16Regular />} aria-label={words.common.dismiss} onClick={actions.dismiss} />;
  if (notice.kind === "failed") return <ProblemBar title={words.problem.titles[notice.job]} problem={notice.problem} onClose={close} />;
  if (notice.kind === "stranger") return <Bar intent="warning" role="status" onClose={close}>{words.buyer.unknownAsked(notice.asked)}</Bar>;
  return (
    <Bar intent="success" role="status" onClose={close}>
      {notice.kind === "connected" ? words.connect.done(notice.name) : words.inserted(notice.sheet)}
    </Bar>
  );
}
