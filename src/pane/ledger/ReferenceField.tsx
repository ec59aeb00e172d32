import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type FormEvent } from "react";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";

const useStyles = makeStyles({
  form: { display: "flex", alignItems: "flex-end", columnGap: tokens.spacingHorizontalS },
  input: { flexGrow: 1, minWidth: 0 },
});

/** A range that nobody found: typed, or taken from the selection. */
export function ReferenceField() {
  const { session, actions, words } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [typed, type] = useState("");
  const { selection } = session;
  const read = (event: FormEvent): void => {
    event.preventDefault();
    if (typed.trim() !== "") void actions.openReference(typed.trim().replace(/^=/, ""));
  };
  return (
    <div className={surface.tight}>
      <form className={styles.form} onSubmit={read}>
        <Field className={styles.input} label={words.ledger.useReference} hint={words.ledger.referenceHint}>
          <Input value={typed} onChange={(_, { value }) => type(value)} contentAfter={<Button type="submit" size="small" appearance="subtle">{words.ledger.open}</Button>} />
        </Field>
      </form>
      {selection !== undefined && selection.cells > 1 && (
        <div>
          <Button size="small" onClick={() => void actions.openReference(selection.reference)}>
            {words.common.pair(words.ledger.useSelection, selection.reference)}
          </Button>
        </div>
      )}
    </div>
  );
}
