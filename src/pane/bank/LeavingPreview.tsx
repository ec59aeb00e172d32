import { makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { PackDocument } from "../../bank/pack/document";
import { leaving } from "../../bank/pack/leaving";
import { Fold } from "../parts/Fold";
import { Pager } from "../parts/Pager";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { bankWords } from "./words";

const PAGE = 20;
const LONGEST = 160;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: "anywhere", whiteSpace: "pre-wrap" },
  count: { width: "44px" },
  column: { width: "30%" },
});

/** Exactly what the file will hold: every column with how much stands in it and the first of it, and every text. */
export function LeavingPreview({ document }: { readonly document: PackDocument }) {
  const { session, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { pack } = bankWords(session.language);
  const it = useMemo(() => leaving(document), [document]);
  const [from, start] = useState(0);
  const cells = it.columns.reduce((sum, one) => sum + one.cells, 0);
  const sheets = document.sheets.map(({ name }) => name);
  return (
    <div className={surface.tight} role="group" aria-label={pack.leaves}>
      <p className={surface.text}>{pack.leavesNote(format.count(sheets.length), format.count(cells), format.count(it.texts.length))}</p>
      {sheets.map((sheet) => (
        <Fold key={sheet} title={sheet}>
          <table className={surface.table}>
            <thead>
              <tr>
                <th scope="col" className={styles.column}>{pack.column}</th>
                <th scope="col" className={`${surface.right} ${styles.count}`}>{pack.cells}</th>
                <th scope="col">{pack.examples}</th>
              </tr>
            </thead>
            <tbody>
              {it.columns.filter((one) => one.sheet === sheet).map((one, at) => (
                <tr key={at}>
                  <th scope="row">{one.heading || pack.wholeSheet}</th>
                  <td className={surface.right}>{format.count(one.cells)}</td>
                  <td>{one.examples.map(short).join("; ")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Fold>
      ))}
      <Fold title={pack.texts(format.count(it.texts.length))}>
        <ol className={`${styles.list} ${surface.note}`} start={from + 1}>
          {it.texts.slice(from, from + PAGE).map((text) => <li key={text}>{short(text)}</li>)}
        </ol>
        <Pager from={from} size={PAGE} of={it.texts.length} onFrom={start} />
      </Fold>
    </div>
  );
}

function short(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}\u2026` : text;
}
