import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDown16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useId, useState } from "react";
import type { IssueKind } from "../../ledger/issue";
import { say } from "../../values/say";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { moneyIn } from "../words";
import { DoubtCells } from "./DoubtCells";
import { SimilarBuyers } from "./SimilarBuyers";

const useStyles = makeStyles({
  kind: { borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, paddingBlock: tokens.spacingVerticalXXS },
  button: { width: "100%", justifyContent: "flex-start", textAlign: "start", fontWeight: tokens.fontWeightRegular, paddingInline: 0, alignItems: "flex-start", minWidth: 0, "& .fui-Button__icon": { flexShrink: 0 } },
  what: { flexGrow: 1, minWidth: 0, overflowWrap: "anywhere" },
  inside: { paddingInlineStart: "20px", paddingBottom: tokens.spacingVerticalS, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
});

/** One kind of doubt: what it is, how much, what was done; opened, the cells it stands in. */
export function DoubtKind({ opened, kind }: { readonly opened: Opened; readonly kind: IssueKind }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [open, show] = useState(false);
  const id = useId();
  const money = kind.amounts.filter(({ minor }) => minor !== 0).map(({ currency, minor }) => moneyIn(currency, minor, session.language)).join(" · ");
  return (
    <li className={styles.kind}>
      <Button appearance="transparent" className={styles.button} icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />} aria-expanded={open} aria-controls={id} onClick={() => show(!open)}>
        <span className={styles.what}>
          <span>{say({ code: `issue.${kind.code}` }, session.language)}</span>
          <span className={surface.note} style={{ display: "block" }}>
            {kind.firstRow === 0 && kind.rows === 1 ? words.ledger.rowWhole : words.ledger.issueRows(format.count(kind.rows), kind.rows)}
            {money !== "" && ` · ${money}`}
          </span>
        </span>
      </Button>
      <div id={id} hidden={!open}>
        {open && (
          <div className={styles.inside}>
            <p className={surface.note}>{words.common.pair(words.ledger.done, say({ code: `issue.${kind.code}.done` }, session.language))}</p>
            {kind.code === "SIMILAR_BUYERS" ? <SimilarBuyers opened={opened} /> : <DoubtCells opened={opened} code={kind.code} />}
          </div>
        )}
      </div>
    </li>
  );
}
