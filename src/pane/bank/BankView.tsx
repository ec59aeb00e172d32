import { BuildingBank24Regular } from "@fluentui/react-icons";
import { FreezeSection } from "../freeze/FreezeSection";
import { NoLedger } from "../parts/NoLedger";
import { ProblemBar } from "../parts/ProblemBar";
import { useFigures } from "../parts/useFigures";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { CurrencyChoice } from "../portfolio/CurrencyChoice";
import { DayField } from "../portfolio/DayField";
import { openedOf } from "../session";
import type { Opened } from "../source";
import { BaseSections } from "./BaseSections";
import { CompareSection } from "./CompareSection";
import { InsureSection } from "./InsureSection";
import { lentOn } from "./lentOn";
import { PackSection } from "./PackSection";
import { TermsSection } from "./TermsSection";
import { useTerms, type TermsState } from "./useTerms";
import { VerifySection } from "./VerifySection";
import { bankWords } from "./words";

/** What a lender would lend on the ledger, and what is shared with it. */
export default function BankView() {
  const { session } = usePane();
  const surface = useSurface();
  const own = bankWords(session.language);
  const opened = openedOf(session);
  return (
    <div className={surface.column}>
      {opened === undefined ? <NoLedger icon={<BuildingBank24Regular fontSize={32} />} title={own.noLedgerTitle} body={own.noLedgerBody} /> : <Lending opened={opened} />}
      <VerifySection />
      <FreezeSection />
    </div>
  );
}

function Lending({ opened }: { readonly opened: Opened }) {
  const at = useTerms(opened.reading.ledger.exponent);
  return (
    <>
      <DayField opened={opened} />
      <TermsSection at={at} />
      {at.state.status === "ready" && <Lent opened={opened} at={at.state} />}
    </>
  );
}

function Lent({ opened, at: { terms, area } }: { readonly opened: Opened; readonly at: Extract<TermsState, { readonly status: "ready" }> }) {
  const { session, words } = usePane();
  const figures = useFigures(() => lentOn(opened, session.day, terms, area), [opened, session.day, terms, area]);
  if (figures.status === "busy") return <Working what={words.working.counting} />;
  if (figures.status === "failed") {
    return (
      <ProblemBar problem={figures.problem}>
        <CurrencyChoice problem={figures.problem} />
      </ProblemBar>
    );
  }
  return (
    <>
      <BaseSections lent={figures.value} />
      <PackSection lent={figures.value} />
      <InsureSection lent={figures.value} />
      <CompareSection lent={figures.value} />
    </>
  );
}
