import { Button } from "@fluentui/react-components";
import { errorIn, type Cell } from "../../values/cell";
import { canBeConnected } from "../connecting";
import { DEFAULT_NAME } from "../jobs";
import { freeName } from "../ledgerFormula";
import { Bar } from "../parts/Bar";
import { JobProgress } from "../parts/JobProgress";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Session } from "../session";
import { LARGEST_PAYLOAD } from "../payload";
import { isConnected, isJoined, type Opened } from "../source";

/** The way from the pane into formulas: one named cell with AR.LEDGER, or AR.JOIN over several where one argument would be too large. */
export function ConnectCard({ opened }: { readonly opened: Opened }) {
  const { session, actions, words, format } = usePane();
  const surface = useSurface();
  const { name, cell } = opened.source;
  if (name !== "" && !isConnected(opened.source)) return <Changed opened={opened} />;
  if (name !== "" && cell !== undefined) {
    return (
      <Bar intent="success" title={words.connect.done(name)} actions={<Button size="small" onClick={() => void actions.goTo(cell)}>{words.connect.show}</Button>}>
        {advice(name)}
      </Bar>
    );
  }
  const isLarge = opened.bytes > LARGEST_PAYLOAD;
  const tooBig = !canBeConnected(opened, LARGEST_PAYLOAD);
  const next = nextName(session);
  return (
    <Section title={words.connect.title} note={tooBig ? undefined : isLarge ? words.connect.bodyPieces(format.megabytes(opened.bytes)) : words.connect.body}>
      {tooBig ? (
        <Bar intent="warning">{words.connect.tooBig(format.megabytes(opened.bytes), format.count(opened.rows), format.count(opened.fit))}</Bar>
      ) : (
        <>
          <div className={surface.row}>
            <Button appearance="primary" disabledFocusable={session.job !== undefined} onClick={() => void actions.connect()}>{words.connect.action(next)}</Button>
            {session.job === "connect" && session.progress === undefined && <JobProgress />}
          </div>
          {session.job === "connect" && session.progress !== undefined && <JobProgress />}
        </>
      )}
    </Section>
  );

  /** A cell that says the functions are unknown gets the cure, every other one the next step. */
  function advice(connected: string): string {
    const shown = shownNow(connected);
    return errorIn(shown) === "#NAME?" ? words.connect.notCalculated("#NAME?") : words.connect.try(connected);
  }

  function shownNow(connected: string): Cell {
    if (session.notice?.kind === "connected" && session.notice.name === connected) return session.notice.value;
    return session.search.status === "found" ? session.search.ledgers.find((one) => one.name === connected)?.value : undefined;
  }
}

function nextName({ search }: Session): string {
  return freeName(DEFAULT_NAME, search.status === "found" ? search.ledgers.map((one) => one.name) : []);
}

/** A connected ledger that is read in another way than its cell says: the cell follows when it is asked to. */
function Changed({ opened }: { readonly opened: Opened }) {
  const { session, actions, words } = usePane();
  const surface = useSurface();
  const { name } = opened.source;
  return (
    <Section title={words.connect.changed(name)} note={words.connect.changedBody(name)}>
      <div className={surface.row}>
        {!isJoined(opened.source) && <Button appearance="primary" disabledFocusable={session.job !== undefined} onClick={() => void actions.update()}>{words.connect.update(name)}</Button>}
        <Button disabledFocusable={session.job !== undefined} onClick={() => void actions.connect()}>{words.connect.another(nextName(session))}</Button>
        {session.job === "connect" && <JobProgress />}
      </div>
    </Section>
  );
}
