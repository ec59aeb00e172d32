import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { exponentOf, NO_CURRENCY, type Currency } from "../../values/currency";
import { formatFor } from "../format";
import { useSurface } from "../parts/useSurface";
import { usePane, type Pane } from "../PaneContext";
import { summaryOf, type ReadSummary } from "../readSummary";
import type { Opened } from "../source";

const useStyles = makeStyles({
  // stays in view while the list of columns is scrolled: the choice is made far from the figures
  root: {
    position: "sticky", bottom: tokens.spacingVerticalS, zIndex: 1, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS, padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusMedium, border: `1px solid ${tokens.colorNeutralStroke1}`, backgroundColor: tokens.colorNeutralBackground1, boxShadow: tokens.shadow8,
  },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  title: { fontWeight: tokens.fontWeightSemibold },
  list: { margin: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS },
  line: { display: "flex", flexWrap: "wrap", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  figures: { margin: 0, marginInlineStart: "auto", display: "flex", flexWrap: "wrap", justifyContent: "flex-end", columnGap: tokens.spacingHorizontalXS, fontVariantNumeric: "tabular-nums" },
  now: { fontWeight: tokens.fontWeightSemibold },
});

interface Line {
  readonly label: string;
  readonly before: string;
  readonly now: string;
}

/** What the last choice did to the ledger: the figures that are others now, before it and after. */
export function ChangePreview({ opened }: { readonly opened: Opened }) {
  const pane = usePane();
  const { session, actions, words } = pane;
  const surface = useSurface();
  const styles = useStyles();
  const { before } = session;
  const now = useMemo(() => summaryOf(opened.reading), [opened.reading]);
  if (before === undefined || session.reading.status !== "ready") return null;
  const lines = before === "refused" ? [] : linesOf(before, now, pane).filter((line) => line.before !== line.now);
  return (
    <div role="status" className={styles.root}>
      <div className={styles.head}>
        <span className={styles.title}>{words.changes.title}</span>
        <Button size="small" appearance="transparent" icon={<Dismiss16Regular />} aria-label={words.common.dismiss} onClick={actions.compared} />
      </div>
      {lines.length === 0 ? (
        <p className={surface.note}>{before === "refused" ? words.changes.refused : words.changes.same}</p>
      ) : (
        <dl className={styles.list}>
          {lines.map((line) => (
            <div key={line.label} className={styles.line}>
              <dt>{line.label}</dt>
              <dd className={styles.figures}>
                <span><span className={surface.hidden}>{words.changes.before} </span>{line.before}</span>
                <span aria-hidden>→</span>
                <span className={styles.now}><span className={surface.hidden}>{words.changes.now} </span>{line.now}</span>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

/** Counts, and money a line a currency that either reading has. */
function linesOf(before: ReadSummary, now: ReadSummary, { words, format, session }: Pane): Line[] {
  const count = (label: string, of: (summary: ReadSummary) => number): Line => ({ label, before: format.count(of(before)), now: format.count(of(now)) });
  const codes = [...new Set([now, before].flatMap(({ money, doubted }) => [...money, ...doubted].map(({ currency }) => currency)))];
  const money = (label: string, of: (summary: ReadSummary, code: Currency) => number | undefined): Line[] =>
    codes.map((code) => {
      const own = formatFor(session.language, exponentOf(code));
      return { label: code === NO_CURRENCY ? label : `${label} ${code}`, before: own.money(of(before, code) ?? 0), now: own.money(of(now, code) ?? 0) };
    });
  const totals = (summary: ReadSummary, code: Currency) => summary.money.find(({ currency }) => currency === code);
  return [
    count(words.changes.documents, ({ documents }) => documents),
    count(words.changes.buyers, ({ buyers }) => buyers),
    ...money(words.changes.invoiced, (summary, code) => totals(summary, code)?.invoiced),
    ...money(words.changes.open, (summary, code) => totals(summary, code)?.open),
    ...money(words.changes.overdue, (summary, code) => totals(summary, code)?.overdue),
    count(words.changes.doubts, ({ doubtRows }) => doubtRows),
    ...money(words.changes.doubted, (summary, code) => summary.doubted.find(({ currency }) => currency === code)?.doubted),
  ];
}
