import { Button, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { ArrowDownload16Regular, Table16Regular, TableAdd16Regular } from "@fluentui/react-icons";
import { isoDay, type Day } from "../../values/day";
import { canBeConnected } from "../connecting";
import { LARGEST_PAYLOAD } from "../payload";
import { usePane } from "../PaneContext";
import type { Session } from "../session";
import { isConnected, type Opened } from "../source";
import { csvOf } from "./csv";
import { download } from "./download";
import type { Exhibit } from "./exhibit";
import type { InsertedExhibit } from "./insertExhibit";

const useStyles = makeStyles({
  tools: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXS, rowGap: tokens.spacingVerticalXS, marginInlineStart: "-8px" },
  tool: { minWidth: "auto", paddingInline: tokens.spacingHorizontalS },
});

/** A day is written into a sheet only where the user chose one that the ledger's formula does not already say. */
export function dayChosen(session: Session, opened: Opened): boolean {
  return session.day !== undefined && session.day !== opened.asOf;
}

/** What can be taken away from a table: the table itself where a drawing hides it, a file, and formulas. */
export function ExhibitTools({ title, exhibit, opened, day, plan, table }: {
  readonly title: string;
  readonly exhibit: Pick<Exhibit, "columns" | "rows" | "total">;
  readonly opened: Opened;
  readonly day: Day;
  readonly plan: (ledger: string) => InsertedExhibit;
  readonly table?: { readonly shown: boolean; toggle(): void };
}) {
  const { session, actions, words } = usePane();
  const styles = useStyles();
  const fits = isConnected(opened.source) || canBeConnected(opened, LARGEST_PAYLOAD);
  const save = (): void => download(`${title} ${isoDay(day)}.csv`, csvOf(exhibit, opened.reading.ledger.exponent));
  const named = (what: string): string => words.common.pair(title, what);
  return (
    <div className={styles.tools}>
      {table !== undefined && <ToggleButton className={styles.tool} size="small" appearance="subtle" icon={<Table16Regular />} checked={table.shown} aria-label={named(words.exhibits.table)} onClick={table.toggle}>{words.exhibits.table}</ToggleButton>}
      <Button className={styles.tool} size="small" appearance="subtle" icon={<ArrowDownload16Regular />} aria-label={named(words.exhibits.csv)} onClick={save}>{words.exhibits.csv}</Button>
      {fits && (
        <Button className={styles.tool} size="small" appearance="subtle" icon={<TableAdd16Regular />} aria-label={named(words.buyer.insert)} disabledFocusable={session.job !== undefined} onClick={() => void actions.insertExhibit(plan)}>{words.buyer.insert}</Button>
      )}
    </div>
  );
}
