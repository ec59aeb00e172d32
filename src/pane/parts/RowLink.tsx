import { Link, makeStyles } from "@fluentui/react-components";
import { placeOfRow } from "../issuePlace";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";

const useStyles = makeStyles({ link: { textAlign: "start", fontSize: "inherit", lineHeight: "inherit", overflowWrap: "anywhere" } });

/** A document by its number, or its row where it has none; a click shows it in the sheet. */
export function RowLink({ opened, document }: { readonly opened: Opened; readonly document: number }) {
  const { actions, words } = usePane();
  const styles = useStyles();
  const { documents } = opened.reading.ledger;
  const row = documents.row[document]!;
  const place = placeOfRow(opened, row);
  const name = documents.number.at(document) || words.file.row(String((place?.row ?? row - 1) + 1));
  if (place === undefined) return <span>{name}</span>;
  return <Link as="button" className={styles.link} aria-label={words.file.showRow(name)} onClick={() => void actions.goTo(place)}>{name}</Link>;
}
