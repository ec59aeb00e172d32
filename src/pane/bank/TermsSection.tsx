import { Button, Field, Select } from "@fluentui/react-components";
import { TableAdd20Regular } from "@fluentui/react-icons";
import { termValue } from "../../bank/lenderTerms";
import type { Area } from "../host";
import { JobProgress } from "../parts/JobProgress";
import { ProblemBar } from "../parts/ProblemBar";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { termsPlan } from "./termsTemplate";
import type { TermsAtHand } from "./useTerms";
import { bankWords } from "./words";

/** Where the lender's terms stand, or a sheet of usual ones to begin with; what they are refused for, with the row. */
export function TermsSection({ at }: { readonly at: TermsAtHand }) {
  const { session, actions, format, words } = usePane();
  const surface = useSurface();
  const { terms: own } = bankWords(session.language);
  const { state, area, likely, others, choose } = at;
  const write = async (): Promise<void> => {
    const reference = await actions.termsSheet((table) => termsPlan(table, session.language));
    if (reference !== undefined) choose(reference);
  };
  return (
    <Section title={own.title} note={own.note}>
      {likely.length + others.length > 0 && (
        <Field label={own.range}>
          <Select style={{ minWidth: 0 }} value={area?.reference ?? ""} onChange={(_, { value }) => choose(value)}>
            {area === undefined && <option value="">{own.choose}</option>}
            {likely.map((one) => <Option key={one.reference} area={one} />)}
            {others.length > 0 && <optgroup label={own.others}>{others.map((one) => <Option key={one.reference} area={one} />)}</optgroup>}
          </Select>
        </Field>
      )}
      {state.status === "ready" && <p className={surface.note}>{own.count(format.count(state.terms.size), state.terms.size, format.share(termValue(state.terms, "advanceRate") ?? 0))}</p>}
      {state.status === "busy" && <Working what={own.reading} />}
      {state.status === "none" && <p className={surface.text}>{own.first}</p>}
      {state.status === "failed" && (
        <ProblemBar title={own.refused} problem={state.problem}>
          {state.place !== undefined && <Button size="small" onClick={() => void actions.goTo(state.place!)}>{own.toRow(String(state.place.row + 1))}</Button>}
        </ProblemBar>
      )}
      <div className={surface.row}>
        {area !== undefined && <Button onClick={() => void actions.goTo(area.place)}>{own.show}</Button>}
        <Button icon={<TableAdd20Regular />} appearance={area === undefined ? "primary" : "secondary"} disabledFocusable={session.job !== undefined} onClick={() => void write()}>{area === undefined ? own.write : own.writeAnother}</Button>
        {session.job === "terms" && <JobProgress />}
      </div>
      {session.search.status === "busy" && <Working what={words.working.searching} />}
    </Section>
  );
}

function Option({ area }: { readonly area: Area }) {
  const { words } = usePane();
  return <option value={area.reference}>{area.table === "" ? area.reference : `${words.ledger.table(area.table)}, ${words.ledger.onSheet(area.place.sheet)}`}</option>;
}
