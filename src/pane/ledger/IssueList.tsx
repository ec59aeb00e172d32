import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useId, useMemo, useState } from "react";
import type { Issue, IssueKind } from "../../ledger/issue";
import { issueKinds } from "../../ledger/issueKinds";
import { exponentOf } from "../../values/currency";
import { say } from "../../values/say";
import { formatFor } from "../format";
import { columnLetters } from "../ledgerFormula";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { placeOfIssue } from "../issuePlace";
import type { Opened } from "../source";

const FIRST_ROWS = 20;

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  kind: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, paddingBlock: tokens.spacingVerticalXXS },
  button: { width: "100%", justifyContent: "flex-start", textAlign: "start", fontWeight: tokens.fontWeightRegular, paddingInline: 0, alignItems: "flex-start", minWidth: 0, "& .fui-Button__icon": { flexShrink: 0 } },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  inside: { paddingInlineStart: "20px", paddingBottom: tokens.spacingVerticalS, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS },
  cell: { width: "100%", justifyContent: "flex-start", textAlign: "start", fontWeight: tokens.fontWeightRegular, paddingInline: tokens.spacingHorizontalXS, columnGap: tokens.spacingHorizontalS, minWidth: 0 },
});

/** Every doubt by kind, with its rows and money; a row selects its cell in the sheet. */
export function IssueList({ opened }: { readonly opened: Opened }) {
  const { words, format } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const kinds = useMemo(() => issueKinds(opened.reading), [opened.reading]);
  const rows = kinds.reduce((sum, kind) => sum + kind.rows, 0);
  return (
    <Section
      title={words.ledger.issues}
      aside={kinds.length > 0 && <span className={surface.note}>{words.ledger.issuesCount(format.count(kinds.length), format.count(rows), kinds.length)}</span>}
    >
      {kinds.length === 0 ? (
        <p className={surface.text}>{words.ledger.noIssues}</p>
      ) : (
        <ul className={styles.list}>
          {kinds.map((kind) => <Kind key={kind.code} opened={opened} kind={kind} />)}
        </ul>
      )}
    </Section>
  );
}

function Kind({ opened, kind }: { readonly opened: Opened; readonly kind: IssueKind }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [open, show] = useState(false);
  const id = useId();
  const money = kind.amounts.filter(({ minor }) => minor !== 0).map(({ currency, minor }) => moneyIn(currency, minor, session.language)).join(" · ");
  return (
    <li className={styles.kind}>
      <Button appearance="transparent" className={styles.button} icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />} aria-expanded={open} aria-controls={id} onClick={() => show(!open)}>
        <span className={styles.what}>
          <span>{say({ code: `issue.${kind.code}` }, session.language)}</span>
          <span className={surface.note} style={{ display: "block" }}>
            {words.ledger.issueRows(format.count(kind.rows), kind.rows)}
            {money !== "" && ` · ${money}`}
          </span>
        </span>
      </Button>
      <div id={id} hidden={!open}>
        {open && <Rows opened={opened} code={kind.code} />}
      </div>
    </li>
  );
}

function Rows({ opened, code }: { readonly opened: Opened; readonly code: string }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [most, showMore] = useState(FIRST_ROWS);
  const issues = useMemo(() => opened.reading.issues.filter((issue) => issue.code === code), [opened.reading, code]);
  const left = issues.length - most;
  return (
    <div className={styles.inside}>
      <p className={surface.note}>
        {words.common.pair(words.ledger.done, say({ code: `issue.${code}.done` }, session.language))}
      </p>
      <ul className={styles.list}>
        {issues.slice(0, most).map((issue, at) => (
          <li key={at}>
            <IssueRow opened={opened} issue={issue} />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <div>
          <Button size="small" onClick={() => showMore(most + 10 * FIRST_ROWS)}>{words.common.more(format.count(Math.min(left, 10 * FIRST_ROWS)))}</Button>
        </div>
      )}
    </div>
  );
}

function IssueRow({ opened, issue }: { readonly opened: Opened; readonly issue: Issue }) {
  const { session, actions, words } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  if (issue.row === 0) return <span className={surface.note}>{words.ledger.rowWhole}</span>;
  const place = placeOfIssue(opened, issue);
  const { row, column } = place;
  const cell = issue.column < 0 ? words.ledger.row(String(row + 1)) : `${columnLetters(column)}${String(row + 1)}`;
  const where = new Set(opened.places.map(({ sheet }) => sheet)).size > 1 ? `${place.sheet} ${cell}` : cell;
  return (
    <Button size="small" appearance="subtle" className={styles.cell} aria-label={words.ledger.goTo(String(row + 1))} aria-description={issue.found} onClick={() => void actions.goTo(place)}>
      <span className={surface.figure}>{where}</span>
      <span className={styles.what}>{issue.found || words.common.empty}</span>
      {issue.amount !== 0 && <span className={surface.figure}>{moneyIn(issue.currency, issue.amount, session.language)}</span>}
    </Button>
  );
}

function moneyIn(currency: string, minor: number, language: "en" | "zh"): string {
  const money = formatFor(language, exponentOf(currency)).money(minor);
  return currency === "XXX" ? money : `${currency} ${money}`;
}
