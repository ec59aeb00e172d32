import { makeStyles, typographyStyles } from "@fluentui/react-components";
import { say } from "../../values/say";
import type { BuyerFigures, JudgedBook } from "../buyerFigures";
import { Fold } from "../parts/Fold";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { CalibrationBox } from "../trust/CalibrationBox";

/** From this many of the rarer outcome a probability is said to 1 %, below it to 5 %: the error of the mean asks for it. */
const FINE = 100;

const useStyles = makeStyles({ odds: { ...typographyStyles.subtitle1, fontVariantNumeric: "tabular-nums", margin: 0 } });

/** How likely this buyer's next invoice is late, what that means and what it rests on; or why it is not told. */
export function LateOdds({ book, figures }: { readonly book: JudgedBook; readonly figures: BuyerFigures }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { lateOdds } = figures.assessment;
  const { calibration, scores } = book;
  if (!lateOdds.known) {
    if (!figures.score.score.known) return null; // said already, where the score would stand
    return (
      <Section title={words.buyer.odds}>
        <p className={surface.text}>{say(lateOdds.reason, session.language)}</p>
        <Calibrated book={book} />
      </Section>
    );
  }
  return (
    <Section title={words.buyer.odds}>
      <p className={styles.odds}>{words.buyer.oddsValue(format.odds(lateOdds.value, calibration.E >= FINE ? 0.01 : 0.05))}</p>
      <p className={surface.text}>{scores.lateDays === 0 ? words.buyer.oddsMeaningDue : words.buyer.oddsMeaning(format.count(scores.lateDays))}</p>
      <p className={surface.note}>{words.buyer.calibrated(format.count(calibration.n), format.count(calibration.late), format.count(calibration.window))}</p>
      {calibration.moved && <p className={surface.text}>{words.buyer.moved}</p>}
      <Calibrated book={book} />
    </Section>
  );
}

function Calibrated({ book }: { readonly book: JudgedBook }) {
  const { words } = usePane();
  return (
    <Fold title={words.trust.calibration}>
      <CalibrationBox calibration={book.calibration} titled={false} />
    </Fold>
  );
}
