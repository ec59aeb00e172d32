import { Combobox, Field, makeStyles, Option } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { buyerName, buyerNumber, buyersMatching } from "../findBuyers";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";

/** Options shown at once: a book may have tens of thousands of buyers. */
const MOST_OPTIONS = 30;

const useStyles = makeStyles({
  combobox: { width: "100%", minWidth: 0, "& input": { minWidth: 0 } },
  listbox: { maxHeight: "320px" },
  option: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
});

/** Find a buyer by number or name, with the keyboard alone. */
export function BuyerSearch({ opened }: { readonly opened: Opened }) {
  const { session, actions, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [typed, type] = useState<string | undefined>(undefined);
  const { buyers } = opened.reading.ledger;
  const chosen = session.buyer === undefined ? "" : buyerName(buyers, session.buyer);
  const matching = useMemo(() => buyersMatching(buyers, typed ?? ""), [buyers, typed]);
  return (
    <Field label={words.buyer.search}>
      <Combobox
        className={styles.combobox}
        listbox={{ className: styles.listbox }}
        expandIcon={{ "aria-label": words.buyer.all, tabIndex: -1 }}
        placeholder={words.buyer.searchHint}
        value={typed ?? chosen}
        selectedOptions={session.buyer === undefined ? [] : [String(session.buyer)]}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => type(undefined)}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === undefined) return; // typing takes the choice back: what is typed stays
          type(undefined);
          actions.pick(Number(optionValue));
        }}
      >
        {matching.slice(0, MOST_OPTIONS).map((at) => (
          <Option key={at} value={String(at)} text={buyerName(buyers, at)}>
            <span className={styles.option}>
              <span>{buyerName(buyers, at)}</span>
              {buyerNumber(buyers, at) !== "" && <span className={surface.note}>{buyerNumber(buyers, at)}</span>}
            </span>
          </Option>
        ))}
        {matching.length === 0 && <Option disabled value="" text={words.buyer.noMatch}>{words.buyer.noMatch}</Option>}
        {matching.length > MOST_OPTIONS && (
          <Option disabled value="" text="">{words.buyer.matches(format.count(MOST_OPTIONS), format.count(matching.length))}</Option>
        )}
      </Combobox>
    </Field>
  );
}
