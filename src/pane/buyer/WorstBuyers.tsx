import { Link, makeStyles } from "@fluentui/react-components";
import { PersonSearch24Regular } from "@fluentui/react-icons";
import { worstOf, type JudgedBook } from "../buyerFigures";
import { buyerName } from "../findBuyers";
import { Empty } from "../parts/Empty";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { GradeMark } from "./GradeMark";

const useStyles = makeStyles({ link: { textAlign: "start", fontSize: "inherit", lineHeight: "inherit" }, grade: { width: "30px" } });

/** Nobody chosen yet: how to choose, and the buyers to look at first. */
export function WorstBuyers({ book }: { readonly book: JudgedBook }) {
  const { words, format, actions } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const worst = worstOf(book);
  const { buyers } = book.opened.reading.ledger;
  return (
    <>
      <Empty icon={<PersonSearch24Regular fontSize={32} />} title={words.buyer.pickTitle} body={words.buyer.pickBody} />
      {worst.length > 0 && (
        <Section title={words.buyer.worst}>
          <table className={surface.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.grade}><span className={surface.hidden}>{words.sheet.grade}</span></th>
                <th scope="col">{words.portfolio.buyer}</th>
                <th scope="col" className={surface.right}>{words.portfolio.overdue}</th>
                <th scope="col" className={surface.right}>{words.buyer.score}</th>
              </tr>
            </thead>
            <tbody>
              {worst.map(({ buyer, grade, score, overdue }) => (
                <tr key={buyer}>
                  <td className={styles.grade}><GradeMark grade={grade} small /></td>
                  <th scope="row">
                    <Link as="button" className={styles.link} aria-label={words.portfolio.openBuyer(buyerName(buyers, buyer))} onClick={() => actions.pick(buyer)}>{buyerName(buyers, buyer)}</Link>
                  </th>
                  <td className={surface.right}>{format.money(overdue)}</td>
                  <td className={surface.right}>{score.known ? format.score(score.value) : ""}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Section>
      )}
    </>
  );
}
