import { Button } from "@fluentui/react-components";
import { DocumentText20Regular, TableAdd20Regular } from "@fluentui/react-icons";
import { DEFAULT_NAME } from "../jobs";
import type { JudgedBook } from "../buyerFigures";
import { canBeConnected } from "../connecting";
import { freeName } from "../ledgerFormula";
import { LARGEST_PAYLOAD } from "../payload";
import { JobProgress } from "../parts/JobProgress";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { isConnected } from "../source";

/** The page as formulas in the workbook; where the ledger is not connected yet, this connects it. */
export function InsertBar({ book, buyer }: { readonly book: JudgedBook; readonly buyer: number }) {
  const { session, actions, words, format } = usePane();
  const surface = useSurface();
  const { opened, day } = book;
  const connected = isConnected(opened.source);
  if (!connected && !canBeConnected(opened, LARGEST_PAYLOAD)) return <p className={surface.note}>{words.connect.tooBig(format.megabytes(opened.bytes), format.count(opened.rows), format.count(opened.fit))}</p>;
  const next = freeName(DEFAULT_NAME, session.search.status === "found" ? session.search.ledgers.map(({ name }) => name) : []);
  return (
    <div className={surface.tight}>
      <div className={surface.row}>
        <Button appearance="primary" icon={<TableAdd20Regular />} disabledFocusable={session.job !== undefined} onClick={() => void actions.insert(buyer, day)}>{words.buyer.insert}</Button>
        <Button icon={<DocumentText20Regular />} disabledFocusable={session.job !== undefined} onClick={() => void actions.insertMemo(buyer, day)}>{words.memo.insert}</Button>
        {session.progress === undefined && <JobProgress />}
      </div>
      {session.progress !== undefined && <JobProgress />}
      <p className={surface.note}>
        {words.buyer.insertNote} {words.memo.insertNote} {!connected && words.buyer.insertConnects(next)}
      </p>
    </div>
  );
}
