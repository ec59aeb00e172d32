import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Delete16Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { FileEntry } from "../creditFile";
import { Pager } from "../parts/Pager";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";

const PAGE = 10;

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  entry: { display: "flex", alignItems: "flex-start", columnGap: tokens.spacingHorizontalS },
  said: { flexGrow: 1, minWidth: 0 },
  text: { whiteSpace: "pre-wrap" },
});

/** Notes or decisions, the latest first: as text and nothing else, whatever is written in them. */
export function EntryList({ label, entries, onRemove }: { readonly label: string; readonly entries: readonly FileEntry[]; readonly onRemove?: (entry: FileEntry) => void }) {
  const { words } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [from, begin] = useState(0);
  const first = from < entries.length ? from : 0;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {entries.slice(first, first + PAGE).map((entry, at) => (
          <li key={first + at} className={styles.entry}>
            <div className={styles.said}>
              {entry.kind === "decision" && <p className={surface.text}><strong>{words.common.pair(words.file.abouts[entry.about || "other"], words.file.decided[entry.decided || "hold"])}</strong></p>}
              <p className={`${surface.text} ${styles.text}`}>{entry.text}</p>
              <p className={surface.note}>{words.file.entry(entry.day, entry.who)}</p>
            </div>
            {onRemove !== undefined && <Button size="small" appearance="subtle" icon={<Delete16Regular />} aria-label={words.file.removeNote(entry.day)} onClick={() => onRemove(entry)} />}
          </li>
        ))}
      </ul>
      <Pager from={first} size={PAGE} of={entries.length} onFrom={begin} />
    </>
  );
}
