import { Button, Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { OfferForm } from "./insureOffers";
import { bankWords } from "./words";

const useStyles = makeStyles({
  row: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS, borderTop: `1px solid ${tokens.colorNeutralStroke3}`, paddingTop: tokens.spacingVerticalXS, listStyle: "none" },
  head: { display: "flex", alignItems: "flex-start", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  fields: { display: "grid", gridTemplateColumns: "2fr 1fr 1fr", columnGap: tokens.spacingHorizontalS, "& input": { minWidth: 0, width: "100%" }, "& > *": { minWidth: 0 } },
});

/** One buyer that could be insured: limit, cover, and what it costs. */
export function OfferRow({ offer, name, owes, onOffer, onRemove }: { readonly offer: OfferForm; readonly name: string; readonly owes: string; readonly onOffer: (offer: OfferForm) => void; readonly onRemove: () => void }) {
  const { session } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { insure } = bankWords(session.language);
  const field = (key: "limit" | "share" | "rate") => (
    <Field label={insure[key]} size="small">
      <Input size="small" value={offer[key]} inputMode="decimal" aria-label={`${name}: ${insure[key]}`} onChange={(_, { value }) => onOffer({ ...offer, [key]: value })} />
    </Field>
  );
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <span className={surface.text}>{name} <span className={surface.note}>{insure.owes(owes)}</span></span>
        <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} aria-label={insure.remove(name)} onClick={onRemove} />
      </div>
      <div className={styles.fields}>
        {field("limit")}
        {field("share")}
        {field("rate")}
      </div>
    </li>
  );
}
