import { Button, Field, Input, makeStyles, Textarea, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { isoDay } from "../../values/day";
import type { JudgedBook } from "../buyerFigures";
import { entriesOf, fileNameOf, LONGEST_TEXT, LONGEST_WHO } from "../creditFile";
import { Section } from "../parts/Section";
import { usePane } from "../PaneContext";
import { EntryList } from "./EntryList";

const useStyles = makeStyles({ form: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS }, add: { alignSelf: "flex-start" } });

/** What people know of a buyer and no ledger does. */
export function NotesSection({ book, buyer }: { readonly book: JudgedBook; readonly buyer: number }) {
  const { session, actions, words } = usePane();
  const styles = useStyles();
  const [text, write] = useState("");
  const [who, name] = useState("");
  const [tried, attempt] = useState(false);
  const key = fileNameOf(book.opened.reading.ledger.buyers, buyer);
  const notes = entriesOf(session.file, key).filter(({ kind }) => kind === "note");
  const { file } = words;
  const empty = text.trim() === "";
  const add = async (): Promise<void> => {
    attempt(empty);
    if (!empty && (await actions.file({ buyer: key, kind: "note", day: isoDay(book.day), who, text, about: "", decided: "" }))) write("");
  };
  return (
    <Section title={file.notes} note={file.notesSays}>
      {notes.length > 0 && <EntryList label={file.notes} entries={notes} onRemove={(note) => void actions.unfile(note)} />}
      <div className={styles.form}>
        <Field label={file.note} {...(tried && empty ? { validationMessage: file.needed } : {})}><Textarea value={text} maxLength={LONGEST_TEXT} resize="vertical" onChange={(_, { value }) => write(value)} /></Field>
        <Field label={file.writer}><Input value={who} maxLength={LONGEST_WHO} onChange={(_, { value }) => name(value)} /></Field>
        <Button className={styles.add} size="small" onClick={() => void add()}>{file.add}</Button>
      </div>
    </Section>
  );
}
