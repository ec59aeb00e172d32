import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { useSurface } from "../parts/useSurface";
import { usePane, type Pane } from "../PaneContext";
import { summaryOf, type ReadSummary } from "../readSummary";
import type { Opened } from "../source";
import { moneyIn } from "../words";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS, padding: tokens.spacingHorizontalS, borderRadius: tokens.borderRadiusMedium, backgroundColor: tokens.colorNeutralBackground3 },
  head: { display: "flex", alignItems: "center", justifyContent: "space-between" },
  title: { fontWeight: tokens.fontWeightSemibold },
  moved: { fontWeight: tokens.fontWeightSemibold, color: tokens.colorNeutralForeground1 },
});

interface Line {
  readonly label: string;
  readonly before: string;
  readonly now: string;
}

/** What the last choice did to the ledger: the figures before it and now. */
export function ChangePreview({ opened }: { readonly opened: Opened }) {
  const { session, actions, words, ...pane } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const { before } = session;
  const now = useMemo(() => summaryOf(opened.reading), [opened.reading]);
  if (before === undefined || session.reading.status !== "ready") return null;
  const lines = before === "refused" ? [] : linesOf(before, now, { session, actions, words, ...pane });
  const same = lines.every((line) => line.before === line.now);
  return (
    <div role="status" className={styles.root}>
      <div className={styles.head}>
        <span className={styles.title}>{words.changes.title}</span>
        <Button size="small" appearance="transparent" icon={<Dismiss16Regular />} aria-label={words.common.dismiss} onClick={actions.compared} />
      </div>
      {before === "refused" && <p className={surface.note}>{words.changes.refused}</p>}
      {before !== "refused" && same && <p className={surface.note}>{words.changes.same}</p>}
      {!same && (
        <table className={surface.table}>
          <thead>
            <tr>
              <th scope="col"><span className={surface.hidden}>{words.changes.figure}</span></th>
              <th scope="col" className={surface.right}>{words.changes.before}</th>
              <th scope="col" className={surface.right}>{words.changes.now}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.label}>
                <th scope="row">{line.label}</th>
                <td className={surface.right}>{line.before}</td>
                <td className={mergeClasses(surface.right, line.before !== line.now && styles.moved)}>{line.now}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}

/** Counts always; money a line a currency that either reading has. */
function linesOf(before: ReadSummary, now: ReadSummary, { words, format, session }: Pane): Line[] {
  const count = (label: string, of: (summary: ReadSummary) => number): Line => ({ label, before: format.count(of(before)), now: format.count(of(now)) });
  const codes = [...new Set([...now.money, ...before.money].map(({ currency }) => currency))];
  const money = (label: string, of: (summary: ReadSummary, code: string) => number | undefined): Line[] =>
    codes.map((code) => {
      const text = (summary: ReadSummary): string => moneyIn(code, of(summary, code) ?? 0, session.language);
      return { label: codes.length > 1 ? `${label} ${code}` : label, before: text(before), now: text(now) };
    });
  return [
    count(words.changes.documents, ({ documents }) => documents),
    count(words.changes.buyers, ({ buyers }) => buyers),
    ...money(words.changes.invoiced, (summary, code) => summary.money.find(({ currency }) => currency === code)?.invoiced),
    ...money(words.changes.open, (summary, code) => summary.money.find(({ currency }) => currency === code)?.open),
    count(words.changes.doubts, ({ doubtRows }) => doubtRows),
    ...money(words.changes.doubted, (summary, code) => summary.doubted.find(({ currency }) => currency === code)?.doubted),
  ];
}
