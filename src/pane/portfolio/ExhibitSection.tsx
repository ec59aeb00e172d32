import { Button, makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { ArrowDownload16Regular, Table16Regular, TableAdd16Regular } from "@fluentui/react-icons";
import { lazy, Suspense, useState } from "react";
import { isoDay } from "../../values/day";
import { canBeConnected } from "../connecting";
import { LARGEST_PAYLOAD } from "../payload";
import { ProblemBar } from "../parts/ProblemBar";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { isConnected } from "../source";
import { csvOf } from "./csv";
import { download } from "./download";
import type { BookOn } from "./exhibit";
import type { ExhibitName } from "./exhibits";
import { ExhibitTable } from "./ExhibitTable";
import { exhibitPlan } from "./insertExhibit";
import { Legend } from "./Legend";
import type { Made } from "./useExhibits";

/** The chart's library is large and not wanted before there is something to draw. */
const ExhibitChart = lazy(() => import("./ExhibitChart").then((module) => ({ default: module.ExhibitChart })));

const useStyles = makeStyles({
  tools: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalXS, rowGap: tokens.spacingVerticalXS, marginInlineStart: "-8px" },
  tool: { minWidth: "auto", paddingInline: tokens.spacingHorizontalS },
});

/** One chart with its table, its file and its formulas. `table`: whether the table is open to begin with. */
export function ExhibitSection({ name, made, book, table = false }: { readonly name: ExhibitName; readonly made: Made; readonly book: BookOn; readonly table?: boolean }) {
  const { words } = usePane();
  const title = words.exhibits.titles[name];
  if ("problem" in made) {
    return (
      <Section title={title}>
        <ProblemBar problem={made.problem} />
      </Section>
    );
  }
  return <Shown name={name} title={title} exhibit={made.exhibit} book={book} open={table} />;
}

function Shown({ name, title, exhibit, book, open }: { readonly name: ExhibitName; readonly title: string; readonly exhibit: Extract<Made, { readonly exhibit: unknown }>["exhibit"]; readonly book: BookOn; readonly open: boolean }) {
  const { words } = usePane();
  const surface = useSurface();
  const [asTable, toggle] = useState(open);
  const { drawing, notes, rows } = exhibit;
  const heat = drawing?.kind === "heat";
  const comparesNothing = drawing?.kind === "bars" && drawing.series.length < 2; // a note says why
  const { exponent } = book.opened.reading.ledger;
  return (
    <Section title={title} note={comparesNothing ? undefined : words.exhibits.says[name]}>
      {drawing !== undefined && !heat && (
        <>
          <Suspense fallback={<div style={{ height: 190 }} />}>
            <ExhibitChart drawing={drawing} exponent={exponent} />
          </Suspense>
          <Legend drawing={drawing} />
        </>
      )}
      {heat && <ExhibitTable exhibit={exhibit} title={title} warm={!asTable} />}
      {!heat && asTable && rows.length > 0 && <ExhibitTable exhibit={exhibit} title={title} />}
      {notes.map((note) => (
        <p key={note} className={surface.note}>{note}</p>
      ))}
      {rows.length > 0 && <Tools name={name} title={title} exhibit={exhibit} book={book} asTable={asTable} onTable={() => toggle(!asTable)} />}
    </Section>
  );
}

function Tools({ name, title, exhibit, book, asTable, onTable }: { readonly name: ExhibitName; readonly title: string; readonly exhibit: Parameters<typeof csvOf>[0]; readonly book: BookOn; readonly asTable: boolean; readonly onTable: () => void }) {
  const { session, actions, words } = usePane();
  const styles = useStyles();
  const { opened, day } = book;
  const fits = isConnected(opened.source) || canBeConnected(opened, LARGEST_PAYLOAD);
  const save = (): void => download(`${title} ${isoDay(day)}.csv`, csvOf(exhibit, opened.reading.ledger.exponent));
  const chosen = session.day !== undefined && session.day !== opened.asOf;
  const insert = (): void => void actions.insertExhibit((ledger) => exhibitPlan(name, { ledger, book, chosen, words }));
  const named = (what: string): string => words.common.pair(title, what);
  return (
    <div className={styles.tools}>
      <ToggleButton className={styles.tool} size="small" appearance="subtle" icon={<Table16Regular />} checked={asTable} aria-label={named(words.exhibits.table)} onClick={onTable}>{words.exhibits.table}</ToggleButton>
      <Button className={styles.tool} size="small" appearance="subtle" icon={<ArrowDownload16Regular />} aria-label={named(words.exhibits.csv)} onClick={save}>{words.exhibits.csv}</Button>
      {fits && (
        <Button className={styles.tool} size="small" appearance="subtle" icon={<TableAdd16Regular />} aria-label={named(words.buyer.insert)} disabledFocusable={session.job !== undefined} onClick={insert}>{words.buyer.insert}</Button>
      )}
    </div>
  );
}
