import { Badge, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { scoreInterval } from "../../credit/scoreInterval";
import type { BuyerScore } from "../../credit/score";
import { say } from "../../values/say";
import type { BuyerFigures, JudgedBook } from "../buyerFigures";
import { buyerName, buyerNumber } from "../findBuyers";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { GradeMark } from "./GradeMark";

const useStyles = makeStyles({
  name: { ...typographyStyles.subtitle1, margin: 0, overflowWrap: "anywhere" },
  line: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalM, flexWrap: "wrap", rowGap: tokens.spacingVerticalXS },
  score: { ...typographyStyles.title2, fontVariantNumeric: "tabular-nums" },
  words: { display: "flex", flexDirection: "column" },
});

/** Who it is, the score, and the record it rests on. */
export function BuyerHead({ book, figures }: { readonly book: JudgedBook; readonly figures: BuyerFigures }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { score } = figures;
  const { buyers } = book.opened.reading.ledger;
  const number = buyerNumber(buyers, score.buyer);
  const between = scoreInterval(book.scores, score.buyer);
  const interval = figures.reasons.find(({ code }) => code === "interval");
  return (
    <div className={surface.tight}>
      <div>
        <h2 className={styles.name}>{buyerName(buyers, score.buyer)}</h2>
        <p className={surface.note}>{[number, `${words.portfolio.day} ${format.day(book.day)}`].filter((text) => text !== "").join(" · ")}</p>
      </div>
      <div className={styles.line}>
        <GradeMark grade={score.grade} />
        {score.score.known && (
          <span className={styles.score}>
            <span className={surface.hidden}>{words.buyer.score} </span>
            {format.score(score.score.value)}
          </span>
        )}
        <span className={styles.words}>
          <span>{score.grade === undefined ? words.buyer.noGrade : words.buyer.gradeNote[score.grade]}</span>
          <Status score={score} />
        </span>
      </div>
      {between !== undefined && <p className={surface.text}>{words.file.interval(format.score(between.low.score), format.score(between.high.score), between.low.grade, between.high.grade)}</p>}
      {score.score.known ? <p className={surface.note}>{words.buyer.scoreNote}</p> : <p className={surface.text}>{say(score.score.reason, session.language)}</p>}
      {score.status !== "undated" && (
        <p className={surface.text}>
          {words.buyer.counts(format.count(score.late), format.count(score.known), format.count(book.scores.lateDays), format.count(score.pending), format.share(book.scores.rate))}
        </p>
      )}
      {interval !== undefined && <p className={surface.note}>{words.common.pair(say(interval.name, session.language), say(interval.finding, session.language))}</p>}
      {score.score.known && <p className={surface.note}>{say({ code: "notDefault", with: { days: book.scores.lateDays } }, session.language)}</p>}
    </div>
  );
}

function Status({ score }: { readonly score: BuyerScore }) {
  const { words } = usePane();
  const doubtful = score.status !== "normal" && score.status !== "some";
  return (
    <span>
      <Badge appearance="tint" color={doubtful ? "warning" : "informative"}>{words.buyer.status[score.status]}</Badge>
    </span>
  );
}
