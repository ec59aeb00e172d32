import { Button } from "@fluentui/react-components";
import { CalendarLtr24Regular, DataPie24Regular } from "@fluentui/react-icons";
import { Empty } from "../parts/Empty";
import { NoLedger } from "../parts/NoLedger";
import { ProblemBar } from "../parts/ProblemBar";
import { AnswerTile, Tile, Tiles } from "../parts/Told";
import { useFigures } from "../parts/useFigures";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { portfolioOf, type Portfolio } from "../portfolioFigures";
import { openedOf } from "../session";
import type { Opened } from "../source";
import { TrustSection } from "../trust/TrustSection";
import { CurrencyChoice } from "./CurrencyChoice";
import { DayField } from "./DayField";
import { DsoParts } from "./DsoParts";
import { ExhibitList } from "./ExhibitList";
import { LargestBuyers } from "./LargestBuyers";

/** The book on a day: what is open, how old it is, who owes it. */
export function PortfolioView() {
  const { session, words } = usePane();
  const opened = openedOf(session);
  if (opened === undefined) return <NoLedger icon={<DataPie24Regular fontSize={32} />} title={words.start.portfolioTitle} body={words.start.portfolioBody} />;
  return <Book opened={opened} />;
}

function Book({ opened }: { readonly opened: Opened }) {
  const { session, actions, words, format } = usePane();
  const surface = useSurface();
  const figures = useFigures(() => portfolioOf(opened, session.day), [opened, session.day]);
  return (
    <div className={surface.column}>
      <DayField opened={opened} />
      {figures.status === "busy" && <Working what={words.working.counting} />}
      {figures.status === "failed" && (
        <ProblemBar problem={figures.problem}>
          <CurrencyChoice problem={figures.problem} />
          {session.day !== undefined && <Button size="small" onClick={() => actions.askDay(undefined)}>{words.portfolio.lastDay(format.day(opened.reading.ledger.lastDay))}</Button>}
        </ProblemBar>
      )}
      {figures.status === "ready" && <Figures opened={opened} book={figures.value} />}
    </div>
  );
}

function Figures({ opened, book }: { readonly opened: Opened; readonly book: Portfolio }) {
  const { words, format } = usePane();
  if (book.before) return <Empty icon={<CalendarLtr24Regular fontSize={32} />} title={words.portfolio.beforeTitle} body={words.portfolio.beforeBody(format.day(opened.reading.ledger.firstDay))} />;
  const trust = <TrustSection opened={opened} day={book.day} />; // of what was paid: it stands where nothing is open too
  if (book.documents === 0) {
    return (
      <>
        <Empty icon={<CalendarLtr24Regular fontSize={32} />} title={words.portfolio.nothingOpen} body={words.portfolio.nothingOpenBody} />
        {trust}
      </>
    );
  }
  const share = book.overdueShare.known ? words.portfolio.overdueNote(format.share(book.overdueShare.value)) : undefined;
  return (
    <>
      <Tiles>
        <Tile label={words.portfolio.open} value={format.money(book.open)} note={words.portfolio.openNote(format.count(book.documents), format.count(book.buyers), book.documents, book.buyers)} />
        <Tile label={words.portfolio.overdue} value={format.money(book.overdue)} note={share} alert={book.overdue > 0} />
        <AnswerTile label={words.portfolio.dso} answer={book.dso} show={(days) => `${format.days(days)} ${words.portfolio.days}`} note={words.portfolio.dsoNote(String(book.window))} />
      </Tiles>
      <DsoParts book={book} />
      <ExhibitList opened={opened} day={book.day} largest={<LargestBuyers opened={opened} book={book} />} />
      {trust}
    </>
  );
}
