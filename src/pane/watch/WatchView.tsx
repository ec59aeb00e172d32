import { Button } from "@fluentui/react-components";
import { Eye24Regular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import { watch } from "../../credit/watch";
import { dayAsked } from "../../ledger/dayAsked";
import type { Reading } from "../../ledger/reading";
import { Refusal } from "../../values/answer";
import type { Day } from "../../values/day";
import { dayOfFigures } from "../dayOfFigures";
import { Bar } from "../parts/Bar";
import { NoLedger } from "../parts/NoLedger";
import { ProblemBar } from "../parts/ProblemBar";
import { useFigures } from "../parts/useFigures";
import { useSteps } from "../parts/useSteps";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { CurrencyChoice } from "../portfolio/CurrencyChoice";
import { defaultEarlier } from "../portfolio/changeExhibits";
import { DayField } from "../portfolio/DayField";
import { EarlierField } from "../portfolio/EarlierField";
import { openedOf } from "../session";
import type { Opened } from "../source";
import { WatchList } from "./WatchList";

/** All buyers: how their grades moved, and what is raised. */
export function WatchView() {
  const { session, words } = usePane();
  const opened = openedOf(session);
  if (opened === undefined) return <NoLedger icon={<Eye24Regular fontSize={32} />} title={words.start.portfolioTitle} body={words.start.watchBody} />;
  return <Dated opened={opened} />;
}

function Dated({ opened }: { readonly opened: Opened }) {
  const { session, actions, words, format } = usePane();
  const surface = useSurface();
  const day = useFigures(() => dayOfFigures(opened, session.day), [opened, session.day]);
  return (
    <div className={surface.column}>
      <DayField opened={opened} />
      {day.status === "failed" && (
        <ProblemBar problem={day.problem}>
          <CurrencyChoice problem={day.problem} />
          {session.day !== undefined && <Button size="small" onClick={() => actions.askDay(undefined)}>{words.portfolio.lastDay(format.day(opened.reading.ledger.lastDay))}</Button>}
        </ProblemBar>
      )}
      {day.status === "ready" && <Listed opened={opened} day={day.value} />}
    </div>
  );
}

function Listed({ opened, day }: { readonly opened: Opened; readonly day: Day }) {
  const { words } = usePane();
  const [chosen, choose] = useState<Day | undefined>(undefined);
  const since = chosen !== undefined && chosen < day ? chosen : defaultEarlier(day);
  const { reading } = opened;
  const { state, start, stop } = useSteps(() => watch(reading.ledger, day, since, reading.policy, (on) => canTell(reading, on)), [opened, day, since]);
  useEffect(start, [start]); // a list is what this view is for: nobody should have to ask for it
  return (
    <>
      <EarlierField day={day} earlier={since} chosen={chosen !== undefined} hint={words.watch.sinceHint} onDay={choose} />
      {(state.status === "busy" || state.status === "idle") && <Working what={words.watch.working} {...(state.status === "busy" ? { done: Math.floor(state.done * 100), of: 100 } : {})} step="percent" onStop={stop} />}
      {state.status === "stopped" && <Bar intent="info" role="status" actions={<Button size="small" onClick={start}>{words.watch.start}</Button>}>{words.watch.stopped}</Bar>}
      {state.status === "failed" && <ProblemBar problem={state.problem} />}
      {state.status === "ready" && <WatchList opened={opened} found={state.value} />}
    </>
  );
}

/** A list of open items cannot tell the days before its last document. */
function canTell(reading: Reading, day: Day): boolean {
  try {
    dayAsked(reading, day);
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
}
