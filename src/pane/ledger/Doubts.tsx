import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import { issueKinds } from "../../ledger/issueKinds";
import { moneyInDoubt, type MoneyInDoubt } from "../../ledger/moneyInDoubt";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { moneyIn } from "../words";
import { DoubtKind } from "./DoubtKind";

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  bar: { height: "6px", borderRadius: tokens.borderRadiusSmall, overflow: "hidden", backgroundColor: tokens.colorNeutralBackground5, border: `1px solid ${tokens.colorNeutralStroke1}` },
  part: { height: "100%", backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
});

/** Every doubt by kind, with its rows and money, and what it comes to against all that was read. */
export function Doubts({ opened }: { readonly opened: Opened }) {
  const { words, format } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const kinds = useMemo(() => issueKinds(opened.reading), [opened.reading]);
  const money = useMemo(() => moneyInDoubt(opened.reading), [opened.reading]);
  const rows = kinds.reduce((sum, kind) => sum + kind.rows, 0);
  return (
    <Section
      title={words.ledger.issues}
      aside={kinds.length > 0 && <span className={surface.note}>{words.ledger.issuesCount(format.count(kinds.length), format.count(rows), kinds.length)}</span>}
    >
      {money.filter(({ doubted }) => doubted > 0).map((one) => <Share key={one.currency} money={one} />)}
      {kinds.length === 0 ? (
        <p className={surface.text}>{words.ledger.noIssues}</p>
      ) : (
        <ul className={styles.list}>
          {kinds.map((kind) => <DoubtKind key={kind.code} opened={opened} kind={kind} />)}
        </ul>
      )}
    </Section>
  );
}

function Share({ money: { currency, read, doubted } }: { readonly money: MoneyInDoubt }) {
  const { session, words, format } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const share = Math.min(1, doubted / read);
  return (
    <div className={surface.tight}>
      <p className={surface.note}>{words.ledger.inDoubt(moneyIn(currency, doubted, session.language), moneyIn(currency, read, session.language), format.share(share))}</p>
      <div className={styles.bar} aria-hidden><div className={styles.part} style={{ width: `${String(Math.max(1, 100 * share))}%` }} /></div>
    </div>
  );
}
