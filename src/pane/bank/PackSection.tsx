import { Button, Checkbox } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { packInSteps } from "../../bank/pack/makePack";
import type { PackDocument } from "../../bank/pack/document";
import { isoDay } from "../../values/day";
import { Bar } from "../parts/Bar";
import { ProblemBar } from "../parts/ProblemBar";
import { Section } from "../parts/Section";
import { useSteps } from "../parts/useSteps";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import type { LentOn } from "./lentOn";
import { LeavingPreview } from "./LeavingPreview";
import { choicesIn, newForm, notesIn } from "./packAsked";
import { PackDone } from "./PackDone";
import { signed } from "./packKey";
import { PackFormFields } from "./PackForm";
import { SignField } from "./SignField";
import { FILE_STEPS, usePackFile } from "./usePackFile";
import { bankWords } from "./words";

/** A pack for the bank: what is chosen, what leaves, what to know before, and the file. */
export function PackSection({ lent: { opened, terms, day } }: { readonly lent: LentOn }) {
  const { session } = usePane();
  const surface = useSurface();
  const { pack } = bankWords(session.language);
  const [form, change] = useState(() => newForm(session.language));
  const { exponent, buyers } = opened.reading.ledger;
  const notes = useMemo(() => notesIn(session.file, buyers), [session.file, buyers]);
  const choices = useMemo(() => choicesIn(form, exponent, notes), [form, exponent, notes]);
  const { state, start, stop } = useSteps(() => packInSteps(opened.reading, terms, day, choices), [opened, terms, day, choices]);
  return (
    <Section title={pack.title} note={pack.note}>
      <PackFormFields form={form} exponent={exponent} notes={notes.length} onForm={change} />
      <div className={surface.row}>
        <Button appearance={state.status === "ready" ? "secondary" : "primary"} disabledFocusable={choices === undefined || state.status === "busy"} onClick={start}>{pack.preview}</Button>
      </div>
      {state.status === "busy" && <Working what={pack.previewing} done={Math.floor(state.done * 100)} of={100} step="percent" onStop={stop} />}
      {state.status === "stopped" && <Bar intent="info" role="status">{pack.stopped}</Bar>}
      {state.status === "failed" && <ProblemBar title={pack.refused} problem={state.problem} />}
      {state.status === "ready" && <Leaving document={state.value} name={pack.fileName(isoDay(day))} />}
    </Section>
  );
}

function Leaving({ document, name }: { readonly document: PackDocument; readonly name: string }) {
  const { session, actions } = usePane();
  const surface = useSurface();
  const { pack } = bankWords(session.language);
  const { state, make, stop } = usePackFile(document);
  const [passphrase, typed] = useState("");
  const [accepted, accept] = useState<PackDocument | undefined>(undefined);
  const { warnings } = document;
  const mayMake = warnings.length === 0 || accepted === document;
  return (
    <>
      <LeavingPreview document={document} />
      {warnings.length > 0 && (
        <Bar intent="warning" title={pack.warned}>
          {warnings.map((warning) => <p key={warning} className={surface.text}>{warning}</p>)}
          <Checkbox checked={accepted === document} label={pack.accept} onChange={(_, { checked }) => accept(checked === true ? document : undefined)} />
        </Bar>
      )}
      {state.status !== "ready" && <SignField passphrase={passphrase} onPassphrase={typed} wrong={state.status === "locked"} />}
      {state.status !== "ready" && (
        <div className={surface.row}>
          <Button appearance="primary" disabledFocusable={!mayMake || state.status === "busy"} onClick={() => void make((sealed) => signed(sealed, actions.packKey(), passphrase))}>{pack.make}</Button>
        </div>
      )}
      {state.status === "busy" && <Working what={pack.steps[state.step]} done={FILE_STEPS.indexOf(state.step)} of={FILE_STEPS.length} step="parts" onStop={stop} />}
      {state.status === "stopped" && <Bar intent="info" role="status">{pack.stopped}</Bar>}
      {state.status === "failed" && <ProblemBar title={pack.refused} problem={state.problem} />}
      {state.status === "ready" && <PackDone file={state.file} name={name} />}
    </>
  );
}
