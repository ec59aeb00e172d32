import { useMemo, useState } from "react";
import { position } from "../../receivables/position";
import { NO_DAY } from "../../values/day";
import type { JudgedBook } from "../buyerFigures";
import { Pager } from "../parts/Pager";
import { RowLink } from "../parts/RowLink";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";

const PAGE = 12;

/** What the buyer objects to and has not paid, the largest first. */
export function DisputesSection({ book, buyer }: { readonly book: JudgedBook; readonly buyer: number }) {
  const { words, format } = usePane();
  const surface = useSurface();
  const [from, begin] = useState(0);
  const found = useMemo(() => disputesOf(book, buyer), [book, buyer]);
  const { file } = words;
  if (found.length === 0) {
    return (
      <Section title={file.disputes}>
        <p className={surface.text}>{file.noDisputes}</p>
      </Section>
    );
  }
  const first = from < found.length ? from : 0;
  const sum = found.reduce((all, { open }) => all + open, 0);
  return (
    <Section title={file.disputes} note={file.disputesSays(format.money(sum), format.count(found.length), found.length)}>
      <table className={surface.table}>
        <thead>
          <tr>
            <th scope="col">{file.invoice}</th>
            <th scope="col" className={surface.right}>{file.daysOverdue}</th>
            <th scope="col" className={surface.right}>{file.open}</th>
          </tr>
        </thead>
        <tbody>
          {found.slice(first, first + PAGE).map(({ document, days, open }) => (
            <tr key={document}>
              <th scope="row"><RowLink opened={book.opened} document={document} /></th>
              <td className={surface.right}>{days === undefined ? "\u2013" : format.count(days)}</td>
              <td className={surface.right}>{format.money(open)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Pager from={first} size={PAGE} of={found.length} onFrom={begin} />
    </Section>
  );
}

/** Open documents marked as disputed; days past due, 0 = not due yet, undefined = no due day. */
function disputesOf({ opened, day }: JudgedBook, buyer: number): { readonly document: number; readonly days: number | undefined; readonly open: number }[] {
  const { ledger } = opened.reading;
  const { documents } = ledger;
  const { open } = position(ledger, day);
  const found: { document: number; days: number | undefined; open: number }[] = [];
  for (let i = 0; i < documents.count; i++) {
    if (documents.buyer[i] !== buyer || documents.disputed[i] !== 1 || open[i] === 0) continue;
    found.push({ document: i, days: documents.due[i] === NO_DAY ? undefined : Math.max(0, day - documents.due[i]!), open: open[i]! });
  }
  return found.sort((a, b) => Math.abs(b.open) - Math.abs(a.open) || a.document - b.document);
}
