import { Button, makeStyles } from "@fluentui/react-components";
import { ArrowReset20Regular } from "@fluentui/react-icons";
import { Fold } from "../parts/Fold";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { isConnected, type Opened } from "../source";
import { fieldName } from "../words";
import { ColumnChoices } from "./ColumnChoices";
import { restOf, sureness } from "./fieldRows";

const MOST_NAMED = 30;

const useStyles = makeStyles({ reset: { flexShrink: 0 } });

/** What each column was taken for; open by itself when something is unsure, or was chosen. */
export function ColumnList({ opened }: { readonly opened: Opened }) {
  const { actions, words } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const { policy, columns } = opened.reading;
  const unsure = columns.some((column) => sureness(column) === "unsure");
  const settled = policy.fields.size > 0 || policy.dateOrder !== undefined;
  const rest = restOf(opened.sheet).map(({ column, field }) => (field === undefined ? column.name : `${column.name} (${fieldName(field, words)})`));
  return (
    <Fold key={opened.place.sheet + opened.source.call.invoices} title={words.ledger.headings} open={unsure || settled}>
      <div className={surface.spread}>
        <p className={surface.note}>{opened.kept ? words.ledger.headingsKept : isConnected(opened.source) ? words.ledger.headingsFixed : words.ledger.headingsNote}</p>
        {settled && <Button size="small" className={styles.reset} icon={<ArrowReset20Regular />} onClick={() => void actions.reset()}>{words.ledger.forget}</Button>}
      </div>
      <ColumnChoices sheet={opened.sheet} settled={policy.fields} dateOrder={policy.dateOrder} />
      {rest.length > 0 && <p className={surface.note}>{words.ledger.restOf(`${rest.slice(0, MOST_NAMED).join(words.common.list)}${rest.length > MOST_NAMED ? " …" : ""}`)}</p>}
    </Fold>
  );
}
