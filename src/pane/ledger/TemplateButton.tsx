import { Button, Spinner } from "@fluentui/react-components";
import { TableAdd20Regular } from "@fluentui/react-icons";
import { usePane } from "../PaneContext";

/** An empty ledger on a sheet of its own, for a workbook that has none yet. */
export function TemplateButton() {
  const { session, actions, words } = usePane();
  return (
    <>
      <Button icon={<TableAdd20Regular />} disabledFocusable={session.job !== undefined} onClick={() => void actions.template()}>{words.template.insert}</Button>
      {session.job === "template" && <Spinner size="tiny" label={words.working.template} />}
    </>
  );
}
