import { Button, makeStyles, tokens, useRestoreFocusTarget } from "@fluentui/react-components";
import { Merge20Regular } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { similarBuyers } from "../../ledger/similarBuyers";
import { buyerName, buyerNumber } from "../findBuyers";
import { Pager } from "../parts/Pager";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { MergeDialog } from "./MergeDialog";

const PAGE = 10;

const useStyles = makeStyles({
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  group: { display: "flex", alignItems: "flex-start", justifyContent: "space-between", columnGap: tokens.spacingHorizontalS },
  names: { minWidth: 0, overflowWrap: "anywhere", listStyle: "none", margin: 0, padding: 0 },
  action: { flexShrink: 0 },
});

/** Buyers that may be one, a group each, and the offer to put them under one parent. */
export function SimilarBuyers({ opened }: { readonly opened: Opened }) {
  const { session, words } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const comesBack = useRestoreFocusTarget();
  const [from, begin] = useState(0);
  const [asked, ask] = useState<readonly number[] | undefined>(undefined);
  const { buyers } = opened.reading.ledger;
  const groups = useMemo(() => similarBuyers(buyers), [buyers]);
  const first = from < groups.length ? from : 0;
  return (
    <>
      <ul className={styles.list}>
        {groups.slice(first, first + PAGE).map((members) => (
          <li key={members.join(" ")} className={styles.group}>
            <ul className={styles.names}>
              {members.map((buyer) => (
                <li key={buyer}>
                  {buyerName(buyers, buyer)} {buyerNumber(buyers, buyer) !== "" && <span className={surface.note}>{buyerNumber(buyers, buyer)}</span>}
                </li>
              ))}
            </ul>
            <Button
              {...comesBack}
              size="small"
              className={styles.action}
              icon={<Merge20Regular />}
              disabledFocusable={session.job !== undefined}
              aria-label={words.common.pair(words.merge.action, members.map((buyer) => buyerName(buyers, buyer)).join(words.common.list))}
              onClick={() => ask(members)}
            >
              {words.merge.action}
            </Button>
          </li>
        ))}
      </ul>
      <Pager from={first} size={PAGE} of={groups.length} onFrom={begin} />
      {asked !== undefined && <MergeDialog opened={opened} members={asked} onClose={() => ask(undefined)} />}
    </>
  );
}
