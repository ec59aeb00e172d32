import { lazy, Suspense, useMemo, useState } from "react";
import { ruleCosts } from "../../bank/ruleCosts";
import { say } from "../../values/say";
import { ProblemBar } from "../parts/ProblemBar";
import { Section } from "../parts/Section";
import { Tile, Tiles } from "../parts/Told";
import { useFigures } from "../parts/useFigures";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { ExhibitTable } from "../portfolio/ExhibitTable";
import { dayChosen, ExhibitTools } from "../portfolio/ExhibitTools";
import type { InsertedExhibit } from "../portfolio/insertExhibit";
import type { Exhibit } from "../portfolio/exhibit";
import { buyersExhibit, costsExhibit, waterfall } from "./baseExhibits";
import { basePlan } from "./basePlan";
import type { LentOn } from "./lentOn";
import { bankWords } from "./words";

/** The chart's library is large and not wanted before there is something to draw. */
const ExhibitChart = lazy(() => import("../portfolio/ExhibitChart").then((module) => ({ default: module.ExhibitChart })));

/** What may be drawn, how it comes down from what is open, what each rule costs, and the buyers. */
export function BaseSections({ lent }: { readonly lent: LentOn }) {
  const { session } = usePane();
  const own = bankWords(session.language);
  const { base, terms } = lent;
  const exhibits = useMemo(() => ({ down: waterfall(base, terms, own, session.language), buyers: buyersExhibit(base, own) }), [base, terms, own, session.language]);
  const plan = usePlan(lent);
  return (
    <>
      <Down exhibit={exhibits.down} lent={lent} plan={plan} />
      <Costs lent={lent} plan={plan} />
      <Section title={own.buyers.title} note={own.buyers.note}>
        <ExhibitTable exhibit={exhibits.buyers} title={own.buyers.title} />
        <ExhibitTools title={own.buyers.title} exhibit={exhibits.buyers} opened={lent.opened} day={lent.day} plan={plan} />
      </Section>
    </>
  );
}

function usePlan({ opened, area, day, base }: LentOn): (ledger: string) => InsertedExhibit {
  const { session, words } = usePane();
  const documents = base.eligibility.position.openCountByBuyer.reduce((sum, one) => sum + one, 0);
  return (ledger) => basePlan({ ledger, terms: area.reference, day, chosen: dayChosen(session, opened), dateSystem: opened.dateSystem, documents, words, own: bankWords(session.language) });
}

interface Part {
  readonly lent: LentOn;
  readonly plan: (ledger: string) => InsertedExhibit;
}

function Down({ exhibit, lent: { opened, day, base }, plan }: Part & { readonly exhibit: Exhibit }) {
  const { session, format } = usePane();
  const surface = useSurface();
  const own = bankWords(session.language);
  const [asTable, toggle] = useState(true);
  const { position: { total }, eligible } = base.eligibility;
  return (
    <Section title={own.base.title} note={own.base.note}>
      <Tiles>
        <Tile label={own.base.eligible} value={format.money(eligible)} note={total > 0 ? own.base.ofGross(format.share(eligible / total)) : undefined} />
        <Tile label={own.base.availability} value={format.money(base.availability)} alert={base.availability < 0} />
      </Tiles>
      {exhibit.drawing !== undefined && exhibit.drawing.kind !== "heat" && (
        <Suspense fallback={<div style={{ height: 190 }} />}>
          <ExhibitChart drawing={exhibit.drawing} exponent={opened.reading.ledger.exponent} />
        </Suspense>
      )}
      {asTable && <ExhibitTable exhibit={exhibit} title={own.base.title} />}
      {exhibit.notes.map((note) => <p key={note} className={surface.text} role="status">{note}</p>)}
      <ExhibitTools title={own.base.title} exhibit={exhibit} opened={opened} day={day} plan={plan} table={{ shown: asTable, toggle: () => toggle(!asTable) }} />
    </Section>
  );
}

function Costs({ lent, plan }: Part) {
  const { session, words } = usePane();
  const surface = useSurface();
  const own = bankWords(session.language);
  const { terms, base: { eligibility: { position } } } = lent;
  const figures = useFigures(() => ruleCosts(position, terms), [position, terms]);
  return (
    <Section title={own.costs.title} note={own.costs.note}>
      {figures.status === "busy" && <Working what={words.working.counting} />}
      {figures.status === "failed" && <ProblemBar problem={figures.problem} />}
      {figures.status === "ready" && (figures.value.known ? <CostTable exhibit={costsExhibit(figures.value.value, own, session.language)} lent={lent} plan={plan} /> : <p className={surface.text}>{say(figures.value.reason, session.language)}</p>)}
    </Section>
  );
}

function CostTable({ exhibit, lent: { opened, day }, plan }: Part & { readonly exhibit: Exhibit }) {
  const { session } = usePane();
  const surface = useSurface();
  const { costs } = bankWords(session.language);
  if (exhibit.rows.length === 0) return <p className={surface.text}>{costs.none}</p>;
  return (
    <>
      <ExhibitTable exhibit={exhibit} title={costs.title} />
      <ExhibitTools title={costs.title} exhibit={exhibit} opened={opened} day={day} plan={plan} />
    </>
  );
}
