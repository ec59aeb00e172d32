import { known } from "../../values/answer";
import type { BuyerFigures } from "../buyerFigures";
import { AnswerTile, Tile, Tiles } from "../parts/Told";
import { usePane } from "../PaneContext";

/** What the buyer owes now, how much of it is likely to come late, and how late it pays. */
export function Exposure({ figures }: { readonly figures: BuyerFigures }) {
  const { words, format } = usePane();
  const { open, overdue, daysBeyondTerms, lateOdds } = figures.assessment;
  const atRisk = lateOdds.known ? known(lateOdds.value * Math.max(0, open), lateOdds.basis) : lateOdds;
  return (
    <Tiles>
      <Tile label={words.buyer.exposure} value={format.money(open)} />
      <Tile label={words.buyer.overdue} value={format.money(overdue)} alert={overdue > 0} />
      {figures.score.score.known && <AnswerTile label={words.file.atRisk} answer={atRisk} show={(minor) => format.money(Math.round(minor))} note={words.file.atRiskNote} />}
      <AnswerTile label={words.buyer.dbt} answer={daysBeyondTerms} show={(days) => `${format.days(days)} ${words.portfolio.days}`} />
    </Tiles>
  );
}
