import { Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { buyerName, buyerNumber } from "../findBuyers";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Portfolio } from "../portfolioFigures";
import type { Opened } from "../source";

const useStyles = makeStyles({
  overdue: { color: tokens.colorPaletteRedForeground1 },
  nothing: { color: tokens.colorNeutralForeground3 },
  link: { textAlign: "start", fontSize: "inherit", lineHeight: "inherit" },
});

/** Who owes most, with the share of what is open and what of it is overdue; a name opens the buyer. */
export function LargestBuyers({ opened, book }: { readonly opened: Opened; readonly book: Portfolio }) {
  const { words, format, actions } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { buyers } = opened.reading.ledger;
  const { concentration } = book;
  const top = concentration.known && concentration.value.count > concentration.value.top ? words.portfolio.topShare(format.count(concentration.value.top), format.share(concentration.value.topShare)) : undefined;
  return (
    <Section title={words.portfolio.largest} note={top}>
      <table className={surface.table}>
        <thead>
          <tr>
            <th scope="col">{words.portfolio.buyer}</th>
            <th scope="col" className={surface.right}>{words.portfolio.open}</th>
            <th scope="col" className={surface.right}>{words.portfolio.overdue}</th>
          </tr>
        </thead>
        <tbody>
          {book.largest.map(({ buyer, open, overdue, share }) => (
            <tr key={buyer}>
              <th scope="row">
                <Link as="button" className={styles.link} aria-label={words.portfolio.openBuyer(buyerName(buyers, buyer))} onClick={() => actions.pick(buyer)}>{buyerName(buyers, buyer)}</Link>
                <span className={surface.note} style={{ display: "block" }}>{buyerNumber(buyers, buyer)}</span>
              </th>
              <td className={surface.right}>
                {format.money(open)}
                <span className={surface.note} style={{ display: "block" }}>{format.share(share)}</span>
              </td>
              <td className={mergeClasses(surface.right, overdue > 0 ? styles.overdue : styles.nothing)}>{format.money(overdue)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
