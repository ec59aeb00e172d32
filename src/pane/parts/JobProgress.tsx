import { Spinner } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import { Working } from "./Working";

/** What the pane is writing; where it takes its time how far it is, and how to stop it. */
export function JobProgress() {
  const { session, actions, words } = usePane();
  const { job, progress } = session;
  if (job === undefined) return null;
  const what = job === "insert" ? words.working.inserting : words.working.connecting;
  if (progress === undefined) return <Spinner size="tiny" label={what} />;
  return <Working what={progress.step === "rows" ? words.working.reading : words.working.calculating} done={progress.done} of={progress.of} step={progress.step} onStop={actions.stop} />;
}
