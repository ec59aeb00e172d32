import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Arg } from "../../formulas/ask";
import type { RowsBehind as Behind, ExplainedRow } from "../../receivables/explain";
import { Refusal, type Answer } from "../../values/answer";
import { say } from "../../values/say";
import { buyerName } from "../findBuyers";
import { placeOfRow } from "../issuePlace";
import { Pager } from "../parts/Pager";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { Trouble } from "../problem";
import type { Opened } from "../source";
import { rowsBehind } from "./measure";
import { formulaWords } from "./words";

const PAGE = 15;

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column" },
  row: { width: "100%", justifyContent: "flex-start", textAlign: "start", fontWeight: tokens.fontWeightRegular, paddingInline: tokens.spacingHorizontalXS, minWidth: 0 },
  lines: { flexGrow: 1, minWidth: 0, display: "flex", flexDirection: "column", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  head: { display: "flex", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS, overflowWrap: "anywhere" },
  title: { fontWeight: tokens.fontWeightSemibold, fontSize: tokens.fontSizeBase300, margin: 0 },
});

/** The documents behind a figure, the largest share first; each leads to its row in the sheet. */
export function RowsBehind({ id, values, opened }: { readonly id: string; readonly values: readonly Arg[]; readonly opened: Opened }) {
  const { session, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const words = formulaWords(session.language);
  const [from, begin] = useState(0);
  const told = useMemo(() => behind(id, values, opened), [id, values, opened]);
  if (told === undefined) return <p className={surface.note}>{words.noRows}</p>;
  if (!told.known) return <p className={surface.note}>{say(told.reason, session.language)}</p>;
  const { rows, daysAre } = told.value;
  if (rows.length === 0) return <p className={surface.note}>{words.nothingBehind}</p>;
  const first = from < rows.length ? from : 0;
  return (
    <div className={surface.tight}>
      <h3 className={styles.title}>{words.rows} ({format.count(rows.length)})</h3>
      <p className={surface.note}>{words.rowsNote[daysAre]}</p>
      <ul className={styles.list} aria-label={words.rows}>
        {rows.slice(first, first + PAGE).map((row) => <li key={row.document}><Row row={row} opened={opened} /></li>)}
      </ul>
      <Pager from={first} size={PAGE} of={rows.length} onFrom={begin} />
    </div>
  );
}

/** A refusal on the way (a buyer that is none) is an answer too. */
function behind(id: string, values: readonly Arg[], opened: Opened): Answer<Behind> | undefined {
  try {
    return rowsBehind(id, values, opened);
  } catch (error) {
    if (error instanceof Refusal) return { known: false, reason: error.reason };
    if (error instanceof Trouble) return undefined;
    throw error;
  }
}

function Row({ row, opened }: { readonly row: ExplainedRow; readonly opened: Opened }) {
  const { session, actions, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const words = formulaWords(session.language);
  const { ledger } = opened.reading;
  const place = placeOfRow(opened, row.row);
  const name = ledger.documents.number.at(row.document) || words.row(String((place?.row ?? row.row - 1) + 1));
  const lines = (
    <span className={styles.lines}>
      <span className={styles.head}>
        <span>{name}</span>
        <span className={surface.figure}>{format.money(row.amount)}</span>
      </span>
      <span className={`${styles.head} ${surface.note}`}>
        <span>{buyerName(ledger.buyers, ledger.documents.buyer[row.document]!)}{row.days === undefined ? "" : ` · ${words.days(format.count(row.days))}`}</span>
        <span className={surface.figure}>{format.share(row.share)}</span>
      </span>
    </span>
  );
  if (place === undefined) return lines;
  return (
    <Button size="small" appearance="subtle" className={styles.row} aria-description={words.goTo(name)} onClick={() => void actions.goTo(place)}>
      {lines}
    </Button>
  );
}
