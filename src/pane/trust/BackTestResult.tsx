import { makeStyles, mergeClasses } from "@fluentui/react-components";
import type { BackTest } from "../../credit/backTest";
import type { Day } from "../../values/day";
import { say } from "../../values/say";
import { GradeMark } from "../buyer/GradeMark";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { dayChosen, ExhibitTools } from "../portfolio/ExhibitTools";
import type { Opened } from "../source";
import { backTestExhibit, backTestPlan } from "./backTestExhibit";

const useStyles = makeStyles({ 
  // three intervals stand side by side in the narrowest pane
  figure: { whiteSpace: "normal !important" as "normal", width: "27%" },
  interval: { display: "block", whiteSpace: "normal", overflowWrap: "normal" },
  grade: { width: "40px" },
 });

/** The verdict first, then the measures with their intervals beside the past late rate, and the grades as they did. */
export function BackTestResult({ opened, day, months, found }: { readonly opened: Opened; readonly day: Day; readonly months: number; readonly found: BackTest }) {
  const { session, words, format } = usePane();
  const surface = useSurface();
  const [verdict, ...findings] = found.findings;
  const chosen = dayChosen(session, opened) ? day : undefined;
  const { dateSystem } = opened;
  return (
    <>
      <p className={mergeClasses(surface.text, surface.strong)} role="status">{say(verdict!, session.language)}</p>
      <Measures measures={found.measures} />
      <p className={surface.note}>{words.trust.intervalNote}</p>
      {findings.map((finding) => <p key={finding.code} className={surface.note}>{say(finding, session.language)}</p>)}
      <Grades byGrade={found.byGrade} />
      <p className={surface.note}>{words.trust.stability(format.ratio(found.stability))}</p>
      <ExhibitTools title={words.trust.sheet} exhibit={backTestExhibit(found, words)} opened={opened} day={day} plan={(ledger) => backTestPlan(ledger, chosen, months, dateSystem, words)} />
    </>
  );
}

function Measures({ measures }: Pick<BackTest, "measures">) {
  const { words, format } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const { trust } = words;
  const told = (figure: number | undefined, interval: readonly [number, number] | undefined) => (
    <td className={mergeClasses(surface.right, styles.figure)}>
      {figure === undefined ? "\u2013" : format.ratio(figure)}
      {interval !== undefined && <span className={mergeClasses(surface.note, styles.interval)}>{`(${trust.range(format.ratio(interval[0]), format.ratio(interval[1]))})`}</span>}
    </td>
  );
  return (
    <table className={surface.table}>
      <thead>
        <tr>
          <th scope="col">{trust.measure}</th>
          <th scope="col" className={mergeClasses(surface.right, styles.figure)}>{trust.score}</th>
          <th scope="col" className={mergeClasses(surface.right, styles.figure)}>{trust.pastRate}</th>
          <th scope="col" className={mergeClasses(surface.right, styles.figure)}>{trust.difference}</th>
        </tr>
      </thead>
      <tbody>
        {measures.map(({ measure, score, scoreInterval, pastRate, difference, interval }) => (
          <tr key={measure}>
            <th scope="row">{trust.measures[measure]}</th>
            {told(score, scoreInterval)}
            {told(pastRate, undefined)}
            {told(difference, interval)}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Grades({ byGrade }: Pick<BackTest, "byGrade">) {
  const { words, format } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  return (
    <table className={surface.table}>
      <thead>
        <tr>
          <th scope="col">{words.trust.grade}</th>
          <th scope="col" className={surface.right}>{words.trust.invoices}</th>
          <th scope="col" className={surface.right}>{words.trust.lateShare}</th>
        </tr>
      </thead>
      <tbody>
        {byGrade.map(({ grade, n, late }) => (
          <tr key={grade}>
            <th scope="row" className={styles.grade}><GradeMark grade={grade} small /></th>
            <td className={surface.right}>{format.count(n)}</td>
            <td className={surface.right}>{n === 0 ? "\u2013" : format.share(late / n)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
