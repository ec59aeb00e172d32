import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useState } from "react";
import type { Issue } from "../../ledger/issue";
import { issueRange } from "../../ledger/issueRange";
import type { Place } from "../host";
import { placeOfIssue } from "../issuePlace";
import { columnLetters } from "../ledgerFormula";
import { Pager } from "../parts/Pager";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { moneyIn } from "../words";

const PAGE = 25;

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  cell: { width: "100%", justifyContent: "flex-start", textAlign: "start", fontWeight: tokens.fontWeightRegular, paddingInline: tokens.spacingHorizontalXS, minWidth: 0 },
  lines: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column" },
  head: { display: "flex", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  found: { overflowWrap: "anywhere" },
});

/** The cells of one kind of doubt: where, what stands there, its money; each selects its cell in the sheet. */
export function DoubtCells({ opened, code }: { readonly opened: Opened; readonly code: string }) {
  const styles = useStyles();
  const [from, begin] = useState(0);
  const issues = useMemo(() => opened.reading.issues.filter((issue) => issue.code === code), [opened.reading, code]);
  const first = from < issues.length ? from : 0; // after the sheet was read again there may be fewer
  useEffect(() => begin(first), [first]);
  return (
    <>
      <ul className={styles.list}>
        {issues.slice(first, first + PAGE).map((issue, at) => <li key={first + at}><DoubtCell opened={opened} issue={issue} /></li>)}
      </ul>
      <Pager from={first} size={PAGE} of={issues.length} onFrom={begin} />
    </>
  );
}

function DoubtCell({ opened, issue }: { readonly opened: Opened; readonly issue: Issue }) {
  const { session, actions, words } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const place = placeOfIssue(opened, issue);
  const money = issue.amount === 0 ? "" : moneyIn(issue.currency, issue.amount, session.language);
  const lines = (
    <span className={styles.lines}>
      <span className={styles.head}>
        <span>{place === undefined ? words.ledger.rowWhole : [sheetIn(opened, place), where(place, issue, words.ledger.row), headingOf(opened, issue)].filter((text) => text !== "").join(" · ")}</span>
        {money !== "" && <span className={surface.figure}>{money}</span>}
      </span>
      {(issue.found !== "" || issue.column >= 0) && <span className={`${styles.found} ${surface.note}`}>{issue.found || words.common.empty}</span>}
    </span>
  );
  if (place === undefined) return lines;
  return (
    <Button size="small" appearance="subtle" className={styles.cell} aria-description={words.ledger.goTo} onClick={() => void actions.goTo(place)}>
      {lines}
    </Button>
  );
}

/** Said only where blocks stand on several sheets. */
function sheetIn({ places }: Opened, { sheet }: Place): string {
  return places.some((place) => place.sheet !== places[0]!.sheet) ? sheet : "";
}

function where(place: Place, { column }: Issue, row: (row: string) => string): string {
  return column < 0 ? row(String(place.row + 1)) : `${columnLetters(place.column)}${String(place.row + 1)}`;
}

function headingOf(opened: Opened, { code, column }: Issue): string {
  if (issueRange(code) !== "invoices") return "";
  return opened.sheet.columns.find(({ index }) => index === column)?.name ?? "";
}
