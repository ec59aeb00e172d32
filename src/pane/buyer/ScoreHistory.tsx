import { lazy, Suspense, useState } from "react";
import type { JudgedBook } from "../buyerFigures";
import { buyerName } from "../findBuyers";
import { Section } from "../parts/Section";
import { useFigures } from "../parts/useFigures";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { ExhibitTable } from "../portfolio/ExhibitTable";
import { dayChosen, ExhibitTools } from "../portfolio/ExhibitTools";
import { Legend } from "../portfolio/Legend";
import { historyExhibit, historyPlan } from "./historyExhibit";

const ExhibitChart = lazy(() => import("../portfolio/ExhibitChart").then((module) => ({ default: module.ExhibitChart })));

/** How the score came to be where it is: 24 months, a line with its table. */
export function ScoreHistory({ book, buyer }: { readonly book: JudgedBook; readonly buyer: number }) {
  const { session, words } = usePane();
  const surface = useSurface();
  const [asTable, toggle] = useState(false);
  const { opened, day } = book;
  const told = useFigures(() => historyExhibit(opened, day, buyer, words, session.language), [book, buyer, session.language]);
  if (told.status !== "ready") return null;
  const { drawing, notes } = told.value;
  if (drawing === undefined && !book.scores.buyers[buyer]!.score.known) return null; // why nobody can judge it is said where the score would stand
  const { buyers, exponent } = opened.reading.ledger;
  const name = buyerName(buyers, buyer);
  const title = words.file.history;
  const plan = (ledger: string) => historyPlan(ledger, buyers.id[buyer] || buyers.name[buyer] || "", name, dayChosen(session, opened) ? day : undefined, opened.dateSystem, words);
  return (
    <Section title={title} note={words.file.historySays}>
      {drawing !== undefined && drawing.kind !== "heat" && (
        <>
          <Suspense fallback={<div style={{ height: 190 }} />}>
            <ExhibitChart drawing={drawing} exponent={exponent} />
          </Suspense>
          <Legend drawing={drawing} />
        </>
      )}
      {asTable && <ExhibitTable exhibit={told.value} title={title} />}
      {notes.map((note) => <p key={note} className={surface.note}>{note}</p>)}
      <ExhibitTools title={title} exhibit={told.value} opened={opened} day={day} plan={plan} table={{ shown: asTable, toggle: () => toggle(!asTable) }} />
    </Section>
  );
}
