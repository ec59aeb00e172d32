import { calibrate } from "../../credit/calibrate";
import type { Day } from "../../values/day";
import { ProblemBar } from "../parts/ProblemBar";
import { Section } from "../parts/Section";
import { useFigures } from "../parts/useFigures";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { BackTestPart } from "./BackTestPart";
import { CalibrationBox } from "./CalibrationBox";

/** How far the score can be trusted on this very ledger: how it is calibrated, and the back-test. */
export function TrustSection({ opened, day }: { readonly opened: Opened; readonly day: Day }) {
  const { words } = usePane();
  const figures = useFigures(() => calibrate(opened.reading.ledger, day, opened.reading.policy), [opened, day]);
  return (
    <Section title={words.trust.title} note={words.trust.says}>
      {figures.status === "ready" && <CalibrationBox calibration={figures.value} />}
      {figures.status === "failed" && <ProblemBar problem={figures.problem} />}
      <BackTestPart opened={opened} day={day} />
    </Section>
  );
}
