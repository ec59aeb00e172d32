import { Spinner } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import type { Job } from "../session";
import type { Words } from "../words";
import { Working } from "./Working";

const WHAT: Readonly<Record<Job, (words: Words) => string>> = {
  connect: ({ working }) => working.connecting,
  insert: ({ working }) => working.inserting,
  template: ({ working }) => working.template,
  policy: ({ working }) => working.policy,
  terms: ({ working }) => working.terms,
  merge: ({ working }) => working.merging,
  countries: ({ working }) => working.countries,
  freeze: ({ working }) => working.freezing,
  restore: ({ working }) => working.restoring,
};

/** What the pane is writing; where it takes its time how far it is, and how to stop it. */
export function JobProgress() {
  const { session, actions, words } = usePane();
  const { job, progress } = session;
  if (job === undefined) return null;
  const what = WHAT[job](words);
  if (progress === undefined) return <Spinner size="tiny" label={what} />;
  return <Working what={progress.step === "rows" ? words.working.reading : progress.step === "blocks" ? words.working.calculating : what} done={progress.done} of={progress.of} step={progress.step} onStop={actions.stop} />;
}
