import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { CALIBRATION } from "../../credit/policy";
import type { Calibration } from "../../credit/score";
import { say } from "../../values/say";
import { Bar } from "../parts/Bar";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  box: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, padding: tokens.spacingHorizontalS, border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  title: { ...typographyStyles.body1, fontWeight: tokens.fontWeightSemibold, margin: 0 },
});

/** Window, outcomes of the rarer class, foreseen and observed, a and b; and what is shown of a book too small for a probability. */
export function CalibrationBox({ calibration, titled = true }: { readonly calibration: Calibration; readonly titled?: boolean }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { trust } = words;
  const { window, n, late, E, rarer, enough, a, b, expectedLate, quarter, moved, bands } = calibration;
  const [count, needed] = [format.count(E), format.count(CALIBRATION.enough)];
  const lines: (readonly [string, string])[] = [
    [trust.window, trust.windowValue(format.count(window), format.count(n), format.count(late))],
    [trust.rarer, rarer === "late" ? trust.rarerLate(count, needed) : trust.rarerGood(count, needed)],
    ...(n === 0 ? [] : [[trust.inWindow, trust.foreseen(format.share(expectedLate / n), format.share(late / n))] as const]),
    [trust.lastQuarter, quarter === undefined ? trust.noQuarter : trust.foreseen(format.share(quarter.predicted), format.share(quarter.observed))],
    ...(enough ? [[trust.formula, trust.formulaValue(format.ratio(a), format.ratio(b))] as const] : []),
  ];
  return (
    <div className={styles.box} role="group" aria-label={trust.calibration}>
      {titled && <h3 className={styles.title}>{trust.calibration}</h3>}
      {moved && <Bar intent="warning">{trust.moved}</Bar>}
      <table className={surface.table}>
        <tbody>
          {lines.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {!enough && <p className={surface.text}>{say({ code: rarer === "late" ? "TOO_FEW_LATE" : "TOO_FEW_GOOD", with: { E, needed: CALIBRATION.enough } }, session.language)}</p>}
      <p className={surface.note}>{!enough ? trust.asIs : E < CALIBRATION.slopeFrom ? trust.interceptOnly(format.count(CALIBRATION.slopeFrom)) : trust.both}</p>
      {enough && window > CALIBRATION.windows[0] && <p className={surface.note}>{trust.extended}</p>}
      {bands.length > 0 && <Bands bands={bands} />}
    </div>
  );
}

/** What was foreseen and what came in steps of a fifth: only where there is enough to tell. */
function Bands({ bands }: { readonly bands: Calibration["bands"] }) {
  const { words, format } = usePane();
  const surface = useSurface();
  const { trust } = words;
  return (
    <table className={surface.table}>
      <thead>
        <tr>
          <th scope="col">{trust.band}</th>
          <th scope="col" className={surface.right}>{trust.invoices}</th>
          <th scope="col" className={surface.right}>{trust.predicted}</th>
          <th scope="col" className={surface.right}>{trust.observed}</th>
        </tr>
      </thead>
      <tbody>
        {bands.map(({ from, to, n, predicted, observed }) => (
          <tr key={from}>
            <th scope="row">{trust.bandRange(format.share(from), format.share(to))}</th>
            <td className={surface.right}>{format.count(n)}</td>
            <td className={surface.right}>{format.share(predicted)}</td>
            <td className={surface.right}>{format.share(observed)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
