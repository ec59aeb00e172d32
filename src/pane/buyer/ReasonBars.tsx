import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { say } from "../../values/say";
import type { BuyerFigures } from "../buyerFigures";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  track: { position: "relative", height: "8px", marginBlock: tokens.spacingVerticalXS, backgroundColor: tokens.colorNeutralStroke3, borderRadius: tokens.borderRadiusSmall, overflow: "hidden", forcedColorAdjust: "none" },
  middle: { position: "absolute", left: "50%", top: 0, bottom: 0, width: "1px", backgroundColor: tokens.colorNeutralStrokeAccessible },
  bar: { position: "absolute", top: 0, bottom: 0 },
  better: { left: "50%", backgroundColor: tokens.colorPaletteGreenForeground3 },
  worse: { right: "50%", backgroundColor: tokens.colorPaletteRedForeground3 },
  total: { fontWeight: tokens.fontWeightSemibold },
});

/** Why the score is what it is: one signed bar a reason, and figures that add up to the score. */
export function ReasonBars({ figures }: { readonly figures: BuyerFigures }) {
  const { session, words, format } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const { score } = figures.score;
  if (!score.known) return null;
  const counted = figures.reasons.filter(({ points }) => points !== undefined);
  const widest = Math.max(20, ...counted.filter(({ code }) => code !== "base").map(({ points }) => Math.abs(points!)));
  const rounded = roundedToSum(counted.map(({ points }) => points!), score.value);
  return (
    <Section title={words.buyer.reasons} note={words.buyer.reasonsNote}>
      <table className={surface.table}>
        <thead>
          <tr>
            <th scope="col">{words.buyer.reason}</th>
            <th scope="col" className={surface.right}>{words.buyer.points}</th>
          </tr>
        </thead>
        <tbody>
          {counted.map((reason, at) => (
            <tr key={reason.code}>
              <td>
                {say(reason.name, session.language)}
                {reason.code !== "base" && <Bar points={reason.points!} widest={widest} />}
                <span className={surface.note} style={{ display: "block" }}>{say(reason.finding, session.language)}</span>
                {reason.change !== undefined && <span className={surface.note} style={{ display: "block" }}>{say(reason.change, session.language)}</span>}
              </td>
              <td className={surface.right}>{reason.code === "base" ? format.score(rounded[at]!) : format.points(rounded[at]!)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.buyer.score}</th>
            <td className={mergeClasses(surface.right, styles.total)}>{format.score(score.value)}</td>
          </tr>
        </tfoot>
      </table>
    </Section>
  );
}

function Bar({ points, widest }: { readonly points: number; readonly widest: number }) {
  const styles = useStyles();
  return (
    <span className={styles.track} style={{ display: "block" }} aria-hidden>
      <span className={mergeClasses(styles.bar, points < 0 ? styles.worse : styles.better)} style={{ width: `${String((Math.abs(points) / widest) * 50)}%` }} />
      <span className={styles.middle} />
    </span>
  );
}

/** Whole points that add up to the whole score: the largest remainders take what rounding leaves. */
export function roundedToSum(parts: readonly number[], sum: number): number[] {
  const rounded = parts.map(Math.floor);
  let left = Math.round(sum) - rounded.reduce((a, b) => a + b, 0);
  const order = parts.map((part, at) => ({ at, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest);
  for (const { at } of order) {
    if (left <= 0) break;
    rounded[at]!++;
    left--;
  }
  return rounded;
}
