import { Button } from "@fluentui/react-components";
import { PersonSearch24Regular } from "@fluentui/react-icons";
import { useMemo } from "react";
import { buyerFigures, judge, type JudgedBook } from "../buyerFigures";
import { NoLedger } from "../parts/NoLedger";
import { ProblemBar } from "../parts/ProblemBar";
import { useFigures } from "../parts/useFigures";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { AgingSection } from "../portfolio/AgingSection";
import { CurrencyChoice } from "../portfolio/CurrencyChoice";
import { DayField } from "../portfolio/DayField";
import { openedOf } from "../session";
import type { Opened } from "../source";
import { BuyerHead } from "./BuyerHead";
import { BuyerSearch } from "./BuyerSearch";
import { DisputesSection } from "./DisputesSection";
import { Exposure } from "./Exposure";
import { InsertBar } from "./InsertBar";
import { LateOdds } from "./LateOdds";
import { LimitSection } from "./LimitSection";
import { NotesSection } from "./NotesSection";
import { OverridesSection } from "./OverridesSection";
import { PaymentsSection } from "./PaymentsSection";
import { ReasonBars } from "./ReasonBars";
import { ScoreHistory } from "./ScoreHistory";
import { SelectedBuyer } from "./SelectedBuyer";
import { WhatIfSection } from "./WhatIfSection";
import { WorstBuyers } from "./WorstBuyers";

/** One buyer: what the ledger says of its paying, why, and how far to go with it. */
export function BuyerView() {
  const { session, words } = usePane();
  const opened = openedOf(session);
  if (opened === undefined) return <NoLedger icon={<PersonSearch24Regular fontSize={32} />} title={words.start.buyerTitle} body={words.start.buyerBody} />;
  return <Judged opened={opened} />;
}

function Judged({ opened }: { readonly opened: Opened }) {
  const { session, actions, words, format } = usePane();
  const surface = useSurface();
  const book = useFigures(() => judge(opened, session.day), [opened, session.day]);
  return (
    <div className={surface.column}>
      <BuyerSearch opened={opened} />
      <SelectedBuyer opened={opened} />
      {session.day !== undefined && <DayField opened={opened} />}
      {book.status === "busy" && <Working what={words.working.counting} />}
      {book.status === "failed" && (
        <ProblemBar problem={book.problem}>
          <CurrencyChoice problem={book.problem} />
          {session.day !== undefined && <Button size="small" onClick={() => actions.askDay(undefined)}>{words.portfolio.lastDay(format.day(opened.reading.ledger.lastDay))}</Button>}
        </ProblemBar>
      )}
      {book.status === "ready" && (session.buyer === undefined ? <WorstBuyers book={book.value} /> : <Page book={book.value} buyer={session.buyer} />)}
    </div>
  );
}

function Page({ book, buyer }: { readonly book: JudgedBook; readonly buyer: number }) {
  const figures = useMemo(() => buyerFigures(book, buyer), [book, buyer]);
  return (
    <>
      <BuyerHead book={book} figures={figures} />
      <Exposure figures={figures} />
      <InsertBar book={book} buyer={buyer} />
      <OverridesSection book={book} figures={figures} />
      <ReasonBars figures={figures} />
      <ScoreHistory book={book} buyer={buyer} />
      <LateOdds book={book} figures={figures} />
      <WhatIfSection book={book} buyer={buyer} />
      <LimitSection book={book} figures={figures} />
      <AgingSection aging={book.aging} buyer={buyer} />
      <PaymentsSection opened={book.opened} history={figures.history} />
      <DisputesSection book={book} buyer={buyer} />
      <NotesSection key={buyer} book={book} buyer={buyer} />
    </>
  );
}
