import { Button } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import { LARGEST_PAYLOAD } from "../payload";
import { JobProgress } from "../parts/JobProgress";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { policySheetPlace } from "../policySheet";
import { isJoined, type Opened } from "../source";

/** The whole policy as a sheet, or the way to the one there is. A ledger read in several blocks has its policy beside them. */
export function PolicySection({ opened }: { readonly opened: Opened }) {
  const { session, actions, words } = usePane();
  const surface = useSurface();
  if (isJoined(opened.source) || opened.bytes > LARGEST_PAYLOAD) return null;
  const place = policySheetPlace(opened);
  return (
    <Section title={words.policy.title} note={words.policy.note}>
      <div className={surface.row}>
        {place === undefined ? (
          <Button disabledFocusable={session.job !== undefined} onClick={() => void actions.policySheet()}>{words.policy.write}</Button>
        ) : (
          <Button onClick={() => void actions.goTo(place)}>{words.policy.show}</Button>
        )}
        {session.job === "policy" && <JobProgress />}
      </div>
    </Section>
  );
}
