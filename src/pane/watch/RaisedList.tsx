import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo } from "react";
import type { Watched } from "../../credit/watch";
import { watchEvidence } from "../../credit/watchEvidence";
import type { Trigger } from "../../credit/watchTriggers";
import type { Day } from "../../values/day";
import { RowLink } from "../parts/RowLink";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { findingOf } from "./watchRows";

/** Rows named under a trigger: the weightiest tell what it is about. */
const MOST_ROWS = 8;

const useStyles = makeStyles({
  // the table may be wider than the pane; what is said below a line is not
  list: { listStyle: "none", margin: 0, padding: `${tokens.spacingVerticalXS} 0`, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, maxWidth: "min(640px, calc(100vw - 40px))", position: "sticky", insetInlineStart: 0 },
  head: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, flexWrap: "wrap" },
  rows: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS },
});

/** Each trigger with its sentence and the rows it rests on. */
export function RaisedList({ opened, day, one }: { readonly opened: Opened; readonly day: Day; readonly one: Watched }) {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-label={words.watch.columns.raised}>
      {one.triggers.map((trigger) => <li key={trigger.code}><Raised opened={opened} day={day} buyer={one.buyer} trigger={trigger} /></li>)}
    </ul>
  );
}

function Raised({ opened, day, buyer, trigger }: { readonly opened: Opened; readonly day: Day; readonly buyer: number; readonly trigger: Trigger }) {
  const { words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { watch } = words;
  const rows = useMemo(() => watchEvidence(opened.reading.ledger, day, buyer, trigger.code), [opened, day, buyer, trigger.code]);
  return (
    <>
      <div className={styles.head}>
        <Badge size="small" appearance="tint" color={trigger.level === "alert" ? "danger" : "warning"}>{watch.levels[trigger.level]}</Badge>
        <strong>{watch.triggers[trigger.code]}</strong>
      </div>
      <div>{findingOf(trigger, words, format)}</div>
      {rows.length > 0 && (
        <div className={styles.rows}>
          <span className={surface.note}>{watch.rows}</span>
          {rows.slice(0, MOST_ROWS).map((document) => <RowLink key={document} opened={opened} document={document} />)}
          {rows.length > MOST_ROWS && <span className={surface.note}>{watch.moreRows(format.count(rows.length - MOST_ROWS))}</span>}
        </div>
      )}
    </>
  );
}
