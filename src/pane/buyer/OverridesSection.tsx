import { Button, Field, Input, makeStyles, Select, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { isoDay } from "../../values/day";
import { say } from "../../values/say";
import type { BuyerFigures, JudgedBook } from "../buyerFigures";
import { ABOUTS, DECISIONS, entriesOf, fileNameOf, LONGEST_TEXT, LONGEST_WHO, type About, type Decided } from "../creditFile";
import { Bar } from "../parts/Bar";
import { Fold } from "../parts/Fold";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { EntryList } from "./EntryList";

const useStyles = makeStyles({ form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS }, save: { alignSelf: "flex-start" } });

const ABOUT_OF: Readonly<Record<string, About>> = { "finding.insolvent": "insolvent", "finding.legal": "legal", "finding.longOverdue": "longOverdue" };

/** What no points know of, listed apart from them; and what somebody decided, with who and why. */
export function OverridesSection({ book, figures }: { readonly book: JudgedBook; readonly figures: BuyerFigures }) {
  const { session, words } = usePane();
  const surface = useSurface();
  const overrides = figures.reasons.filter(({ code }) => code === "override");
  const buyer = fileNameOf(book.opened.reading.ledger.buyers, figures.score.buyer);
  const log = entriesOf(session.file, buyer).filter(({ kind }) => kind === "decision");
  return (
    <Section title={words.file.overrides} note={words.file.overridesSays}>
      {overrides.length === 0 && <p className={surface.text}>{words.file.noOverrides}</p>}
      {overrides.map(({ finding }) => <Bar key={finding.code} intent="warning">{say(finding, session.language)}</Bar>)}
      {log.length > 0 && <EntryList label={words.file.log} entries={log} />}
      <Fold key={buyer} title={words.file.record}>
        <DecisionForm buyer={buyer} day={isoDay(book.day)} first={ABOUT_OF[overrides[0]?.finding.code ?? ""] ?? "limit"} />
      </Fold>
    </Section>
  );
}

function DecisionForm({ buyer, day, first }: { readonly buyer: string; readonly day: string; readonly first: About }) {
  const { actions, words } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [about, choose] = useState<About>(first);
  const [decided, decide] = useState<Decided>("hold");
  const [who, name] = useState("");
  const [why, write] = useState("");
  const [tried, attempt] = useState(false);
  const { file } = words;
  const whole = who.trim() !== "" && why.trim() !== "";
  const lacking = (text: string) => (tried && text.trim() === "" ? { validationMessage: file.needed } : {});
  const save = async (): Promise<void> => {
    attempt(!whole);
    if (whole && (await actions.file({ buyer, kind: "decision", day, who, text: why, about, decided }))) write("");
  };
  return (
    <div className={styles.form}>
      <Field label={file.about}>
        <Select value={about} onChange={(_, { value }) => choose(value as About)}>{ABOUTS.map((one) => <option key={one} value={one}>{file.abouts[one]}</option>)}</Select>
      </Field>
      <Field label={file.decision}>
        <Select value={decided} onChange={(_, { value }) => decide(value as Decided)}>{DECISIONS.map((one) => <option key={one} value={one}>{file.decided[one]}</option>)}</Select>
      </Field>
      <Field label={file.who} required {...lacking(who)}><Input value={who} maxLength={LONGEST_WHO} onChange={(_, { value }) => name(value)} /></Field>
      <Field label={file.why} required {...lacking(why)}><Textarea value={why} maxLength={LONGEST_TEXT} resize="vertical" onChange={(_, { value }) => write(value)} /></Field>
      <Button className={styles.save} size="small" onClick={() => void save()}>{file.save}</Button>
      <p className={surface.note}>{file.logNote}</p>
    </div>
  );
}
