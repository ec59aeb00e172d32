import { lazy, Suspense, useState } from "react";
import { ProblemBar } from "../parts/ProblemBar";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { BookOn } from "./exhibit";
import type { ExhibitName } from "./exhibits";
import { ExhibitTable } from "./ExhibitTable";
import { dayChosen, ExhibitTools } from "./ExhibitTools";
import { exhibitPlan } from "./insertExhibit";
import { Legend } from "./Legend";
import type { Made } from "./useExhibits";

/** The chart's library is large and not wanted before there is something to draw. */
const ExhibitChart = lazy(() => import("./ExhibitChart").then((module) => ({ default: module.ExhibitChart })));

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
  const { session, words } = usePane();
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
      {rows.length > 0 && (
        <ExhibitTools title={title} exhibit={exhibit} opened={book.opened} day={book.day} plan={(ledger) => exhibitPlan(name, { ledger, book, chosen: dayChosen(session, book.opened), words })} table={{ shown: asTable, toggle: () => toggle(!asTable) }} />
      )}
    </Section>
  );
}
