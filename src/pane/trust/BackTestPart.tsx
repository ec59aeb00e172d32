import { Button, Field, makeStyles, Select, tokens, typographyStyles } from "@fluentui/react-components";
import { Play16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { backTestInSteps, backTestKept } from "../../credit/backTest";
import { BACKTEST } from "../../credit/policy";
import type { Day } from "../../values/day";
import { say } from "../../values/say";
import { Bar } from "../parts/Bar";
import { ProblemBar } from "../parts/ProblemBar";
import { useSteps } from "../parts/useSteps";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { BackTestResult } from "./BackTestResult";

const MONTHS = [6, BACKTEST.months, 24, 36] as const;

const useStyles = makeStyles({
  part: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  title: { ...typographyStyles.body1, fontWeight: tokens.fontWeightSemibold, margin: 0 },
  row: { display: "flex", alignItems: "flex-end", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS },
});

/** The back-test on the user's own ledger: begun by a click, with how far it is and a stop, then the table and the sentences that are true. */
export function BackTestPart({ opened, day }: { readonly opened: Opened; readonly day: Day }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [months, choose] = useState<number>(BACKTEST.months);
  const { ledger, policy } = opened.reading;
  const { state, start, stop } = useSteps(() => backTestInSteps(ledger, day, policy, months), [opened, day, months]);
  const { trust } = words;
  const answer = state.status === "ready" ? state.value : state.status === "idle" ? backTestKept(ledger, day, policy, months) : undefined; // what another look at this view found before
  const busy = state.status === "busy";
  const percent = format.count(state.status === "busy" || state.status === "stopped" ? Math.floor(state.done * 100) : 0);
  return (
    <div className={styles.part} role="group" aria-label={trust.backTest}>
      <h3 className={styles.title}>{trust.backTest}</h3>
      <p className={surface.note}>{trust.backTestSays}</p>
      <div className={styles.row}>
        <Field label={trust.months}>
          <Select size="small" value={String(months)} disabled={busy} onChange={(_, { value }) => choose(Number(value))}>
            {MONTHS.map((count) => <option key={count} value={count}>{trust.monthsValue(String(count))}</option>)}
          </Select>
        </Field>
        <Button size="small" icon={<Play16Regular />} disabledFocusable={busy} onClick={start}>{answer === undefined ? trust.run : trust.again}</Button>
      </div>
      {state.status === "busy" && <Working what={state.done < DRAWING_FROM ? trust.scoring : trust.drawing} done={Math.floor(state.done * 100)} of={100} step="percent" onStop={stop} />}
      {state.status === "stopped" && <Bar intent="info" role="status">{trust.stopped(percent)}</Bar>}
      {state.status === "failed" && <ProblemBar problem={state.problem} />}
      {answer !== undefined && (answer.known ? <BackTestResult opened={opened} day={day} months={months} found={answer.value} /> : <p className={surface.text}>{say(answer.reason, session.language)}</p>)}
    </div>
  );
}

/** Share of the whole from which buyers are drawn again. */
const DRAWING_FROM = 0.5;
