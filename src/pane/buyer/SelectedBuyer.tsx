import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { buyerName } from "../findBuyers";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { buyerAt } from "./buyerAt";

const useStyles = makeStyles({
  root: {
    display: "flex",
    alignItems: "center",
    justifyContent: "space-between",
    columnGap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** The buyer of the selected cell, offered; nothing changes until it is taken. */
export function SelectedBuyer({ opened }: { readonly opened: Opened }) {
  const { session, actions, words } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const buyer = buyerAt(opened, session.selection);
  if (buyer === undefined || buyer === session.buyer) return null;
  const name = buyerName(opened.reading.ledger.buyers, buyer);
  return (
    <div className={styles.root} role="status">
      <span className={surface.text}>{words.buyer.selected(name)}</span>
      <Button size="small" aria-label={words.portfolio.openBuyer(name)} onClick={() => actions.pick(buyer)}>{words.buyer.assess}</Button>
    </div>
  );
}
