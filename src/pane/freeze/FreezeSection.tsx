import { Button } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { JobProgress } from "../parts/JobProgress";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";

/** The user's own workbook for a reader without the add-in: formulas to values, and back. */
export function FreezeSection() {
  const { session, actions, words: { freeze } } = usePane();
  const surface = useSurface();
  const sheet = useFrozenSheet();
  const busy = session.job === "freeze" || session.job === "restore";
  return (
    <Section title={freeze.title} note={freeze.note}>
      <p className={surface.text}>{sheet === undefined ? freeze.how : freeze.isFrozen(sheet)}</p>
      <div className={surface.spread}>
        {sheet === undefined
          ? <Button disabledFocusable={session.job !== undefined} onClick={() => void actions.freeze()}>{freeze.freeze}</Button>
          : <Button appearance="primary" disabledFocusable={session.job !== undefined} onClick={() => void actions.restore()}>{freeze.restore}</Button>}
      </div>
      {busy && <JobProgress />}
    </Section>
  );
}

/** The sheet that keeps frozen formulas, looked for again after each job. */
function useFrozenSheet(): string | undefined {
  const { session, actions } = usePane();
  const [sheet, found] = useState<string | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    if (session.job === undefined) actions.frozenHere().then((now) => isWanted && found(now), () => isWanted && found(undefined));
    return () => {
      isWanted = false;
    };
  }, [session.job, actions]);
  return sheet;
}
