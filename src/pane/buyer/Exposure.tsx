import type { BuyerFigures } from "../buyerFigures";
import { AnswerTile, Tile, Tiles } from "../parts/Told";
import { usePane } from "../PaneContext";

/** What the buyer owes now, and how late it pays. */
export function Exposure({ figures }: { readonly figures: BuyerFigures }) {
  const { words, format } = usePane();
  const { open, overdue, daysBeyondTerms } = figures.assessment;
  return (
    <Tiles>
      <Tile label={words.buyer.exposure} value={format.money(open)} />
      <Tile label={words.buyer.overdue} value={format.money(overdue)} alert={overdue > 0} />
      <AnswerTile label={words.buyer.dbt} answer={daysBeyondTerms} show={(days) => `${format.days(days)} ${words.portfolio.days}`} />
    </Tiles>
  );
}
