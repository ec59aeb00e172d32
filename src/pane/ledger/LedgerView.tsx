import { Button, Link, makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { TableSearch24Regular } from "@fluentui/react-icons";
import { useState } from "react";
import { Bar } from "../parts/Bar";
import { Empty } from "../parts/Empty";
import { ProblemBar } from "../parts/ProblemBar";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { openedOf } from "../session";
import type { Opened } from "../source";
import { ChangePreview } from "./ChangePreview";
import { ColumnList } from "./ColumnList";
import { CountryClasses } from "./CountryClasses";
import { ConnectCard } from "./ConnectCard";
import { Doubts } from "./Doubts";
import { Extras } from "./Extras";
import { PolicySection } from "./PolicySection";
import { ReferenceField } from "./ReferenceField";
import { ColumnsOfProblem, Remedies } from "./Remedies";
import { SourcePicker } from "./SourcePicker";
import { TemplateButton } from "./TemplateButton";

const useStyles = makeStyles({
  source: { ...typographyStyles.subtitle2, margin: 0, overflowWrap: "anywhere" },
  card: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS },
});

/** Which ledger, what was understood of it, what was doubtful, and the way into formulas. */
export function LedgerView() {
  const { session } = usePane();
  const surface = useSurface();
  const opened = openedOf(session);
  return (
    <div className={surface.column}>
      <SearchState />
      <ReadingProgress />
      {opened === undefined ? <Sources /> : <OpenedLedger opened={opened} />}
    </div>
  );
}

function SearchState() {
  const { session, actions, words } = usePane();
  const { search } = session;
  if (search.status === "busy" && session.reading.status !== "busy") return <Working what={words.working.searching} onStop={actions.stop} />;
  if (search.status !== "failed") return null;
  return (
    <ProblemBar title={words.problem.titles.search} problem={search.problem}>
      <Button size="small" onClick={() => void actions.look()}>{words.common.again}</Button>
    </ProblemBar>
  );
}

function ReadingProgress() {
  const { session, actions, words } = usePane();
  const { reading } = session;
  if (reading.status === "busy") return <Working what={words.working.reading} done={reading.rows} of={reading.of} onStop={actions.stop} />;
  if (reading.status !== "failed") return null;
  return (
    <>
      <ProblemBar title={words.problem.titles.read} problem={reading.problem}>
        <Remedies source={reading.source} problem={reading.problem} />
        <Button size="small" onClick={() => void actions.again()}>{words.common.again}</Button>
      </ProblemBar>
      <ColumnsOfProblem source={reading.source} problem={reading.problem} />
    </>
  );
}

/** Before a ledger is open: what was found, or what a ledger needs. */
function Sources() {
  const { session, actions, words } = usePane();
  const surface = useSurface();
  if (session.search.status === "none" || session.search.status === "busy") return null;
  const found = session.search.status === "found" ? session.search : { candidates: [], ledgers: [] };
  const any = found.ledgers.length > 0 || found.candidates.some(({ role }) => role === "ledger");
  return (
    <div className={surface.column}>
      {!any && session.reading.status !== "busy" && session.search.status === "found" && (
        <Empty icon={<TableSearch24Regular fontSize={32} />} title={words.ledger.noneTitle} body={words.ledger.noneBody}>
          <Button appearance="primary" onClick={() => void actions.look()}>{words.ledger.searchAgain}</Button>
          <TemplateButton />
        </Empty>
      )}
      <SourcePicker />
      <ReferenceField />
    </div>
  );
}

function OpenedLedger({ opened }: { readonly opened: Opened }) {
  const { session, actions, words } = usePane();
  const surface = useSurface();
  const [changing, change] = useState(false);
  return (
    <>
      {session.stale && (
        <Bar intent="warning" actions={<Button size="small" onClick={() => void actions.again()}>{words.working.readAgain}</Button>}>
          {words.working.stale}
        </Bar>
      )}
      <Summary opened={opened} changing={changing} onChange={() => change(!changing)} />
      {changing && (
        <div className={surface.column}>
          <SourcePicker />
          <ReferenceField />
        </div>
      )}
      <Extras opened={opened} />
      <ConnectCard opened={opened} />
      <PolicySection opened={opened} />
      <CountryClasses opened={opened} />
      <ColumnList opened={opened} />
      <Doubts opened={opened} />
      <ChangePreview opened={opened} />
    </>
  );
}

function Summary({ opened, changing, onChange }: { readonly opened: Opened; readonly changing: boolean; readonly onChange: () => void }) {
  const { words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { ledger } = opened.reading;
  const reads = opened.reads.join(words.common.list);
  const table = /^([^[\]!]+)\[#All\]$/i.exec(reads)?.[1];
  const currency = ledger.currencies.map(({ code }) => code).filter((code) => code !== "XXX").join(", ") || words.common.noCurrency;
  return (
    <div className={styles.card}>
      <div className={surface.spread}>
        <h2 className={styles.source}>{opened.source.name || (table === undefined ? reads : words.ledger.table(table))}</h2>
        <Link as="button" aria-expanded={changing} onClick={onChange}>{words.ledger.change}</Link>
      </div>
      <p className={surface.note}>
        {words.ledger.reads} {reads} · {words.ledger.onSheet([...new Set(opened.places.map(({ sheet }) => sheet))].join(words.common.list))}
      </p>
      <p className={surface.text}>{words.ledger.summary(format.count(ledger.documents.count), format.count(ledger.buyers.count), ledger.documents.count, ledger.buyers.count)}</p>
      <p className={surface.note}>
        {words.ledger.span(format.day(ledger.firstDay), format.day(ledger.lastDay))} · {currency}
      </p>
    </div>
  );
}
