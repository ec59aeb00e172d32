import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { AgainstTerms } from "../paymentHistory";
import { RowLink } from "../parts/RowLink";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";

const useStyles = makeStyles({
  track: { position: "relative", display: "block", height: "6px", minWidth: "60px" },
  middle: { position: "absolute", top: "-4px", bottom: "-4px", width: "1px", backgroundColor: tokens.colorNeutralStrokeAccessible },
  bar: { position: "absolute", top: 0, bottom: 0, borderRadius: "2px", minWidth: "2px", forcedColorAdjust: "none" },
  early: { backgroundColor: tokens.colorPaletteGreenForeground3 },
  late: { backgroundColor: tokens.colorPaletteRedForeground3 },
  open: { backgroundImage: `repeating-linear-gradient(135deg, transparent 0 2px, ${tokens.colorNeutralBackground1} 2px 4px)` },
  chart: { width: "32%", verticalAlign: "middle !important" as "middle" },
  number: { display: "inline-block", minWidth: "9ch", maxWidth: "16ch" },
});

/** The last settlements against their due days, newest first: a bar to the right is late, to the left early. */
export function PaymentsSection({ opened, history }: { readonly opened: Opened; readonly history: readonly AgainstTerms[] }) {
  const { words } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const early = Math.max(0, ...history.map(({ days }) => -days));
  const late = Math.max(0, ...history.map(({ days }) => days));
  const span = Math.max(1, early + late);
  return (
    <Section title={words.buyer.payments} note={history.length === 0 ? undefined : words.buyer.paymentsNote}>
      {history.length === 0 ? (
        <p className={surface.text}>{words.buyer.noPayments}</p>
      ) : (
        <table className={surface.table}>
          <thead>
            <tr>
              <th scope="col">{words.buyer.due}</th>
              <th scope="col">{words.buyer.invoice}</th>
              <th scope="col" aria-hidden className={styles.chart} />
              <th scope="col" className={surface.right}>{words.buyer.daysLate}</th>
            </tr>
          </thead>
          <tbody>
            {[...history].reverse().map((item) => <Line key={item.document} opened={opened} item={item} zero={(early / span) * 100} span={span} />)}
          </tbody>
        </table>
      )}
    </Section>
  );
}

function Line({ opened, item, zero, span }: { readonly opened: Opened; readonly item: AgainstTerms; readonly zero: number; readonly span: number }) {
  const { words, format } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const width = (Math.abs(item.days) / span) * 100;
  const from = item.days < 0 ? zero - width : zero;
  const count = format.count(Math.abs(item.days));
  const said = item.days === 0 ? words.buyer.onTime : item.days > 0 ? words.buyer.late(count) : words.buyer.early(count);
  return (
    <tr>
      <td className={surface.figure}>{format.day(item.due)}</td>
      <td>
        <span className={styles.number}><RowLink opened={opened} document={item.document} /></span>
        {item.paid === undefined && <span className={surface.note}> {words.buyer.notPaid}</span>}
      </td>
      <td aria-hidden className={styles.chart}>
        <span className={styles.track}>
          <span className={mergeClasses(styles.bar, item.days < 0 ? styles.early : styles.late, item.paid === undefined && styles.open)} style={{ left: `${String(from)}%`, width: `${String(width)}%` }} />
          <span className={styles.middle} style={{ left: `${String(zero)}%` }} />
        </span>
      </td>
      <td className={surface.right}>
        <span aria-hidden>{format.points(item.days)}</span>
        <span className={surface.hidden}>{said}</span>
      </td>
    </tr>
  );
}
