import { Badge, Button, Link, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowDown12Filled, ArrowUp12Filled, ChevronDown12Regular, ChevronRight12Regular } from "@fluentui/react-icons";
import { useState } from "react";
import type { Watched } from "../../credit/watch";
import type { Day } from "../../values/day";
import { GradeMark } from "../buyer/GradeMark";
import { buyerName } from "../findBuyers";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { RaisedList } from "./RaisedList";
import { stateOf } from "./watchRows";

const useStyles = makeStyles({
  name: { minWidth: "76px", maxWidth: "150px", overflowWrap: "anywhere" },
  link: { textAlign: "start", fontSize: "inherit", lineHeight: "inherit" },
  grade: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS, whiteSpace: "nowrap" },
  fell: { color: tokens.colorPaletteRedForeground1 },
  rose: { color: tokens.colorPaletteGreenForeground1 },
  raised: { minWidth: "auto", paddingInline: "2px", fontWeight: tokens.fontWeightRegular, textAlign: "start", justifyContent: "flex-start", fontSize: tokens.fontSizeBase200 },
  counts: { display: "flex", flexDirection: "column", whiteSpace: "nowrap" },
  details: { position: "static !important" as "static", backgroundColor: tokens.colorNeutralBackground2 },
});

const COLORS = { normal: "informative", watch: "warning", alert: "danger", stop: "important" } as const;

/** A buyer's line; what is raised opens below it. */
export function WatchRow({ opened, day, one, columns }: { readonly opened: Opened; readonly day: Day; readonly one: Watched; readonly columns: number }) {
  const { session, actions, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [isOpen, open] = useState(false);
  const { buyers } = opened.reading.ledger;
  const name = buyerName(buyers, one.buyer);
  const state = stateOf(one, buyers, session.file);
  const alerts = one.triggers.filter(({ level }) => level === "alert").length;
  const parts = [[alerts, words.watch.alerts], [one.triggers.length - alerts, words.watch.watches]] as const;
  const counts = parts.flatMap(([number, said]) => (number === 0 ? [] : [said(format.count(number))]));
  return (
    <>
      <tr>
        <th scope="row" className={styles.name}>
          <Link as="button" className={styles.link} aria-label={words.portfolio.openBuyer(name)} onClick={() => actions.pick(one.buyer)}>{name}</Link>
        </th>
        <td><Grade one={one} /></td>
        <td>
          {state !== "normal" && <Badge size="small" appearance="tint" color={COLORS[state]}>{words.watch.states[state]}</Badge>}
          {one.triggers.length === 0 ? (
            <span className={surface.hidden}>{words.watch.nothing}</span>
          ) : (
            <Button size="small" appearance="transparent" className={styles.raised} icon={isOpen ? <ChevronDown12Regular /> : <ChevronRight12Regular />} aria-expanded={isOpen} aria-label={words.common.pair(words.watch.details(name), counts.join(words.common.list))} onClick={() => open(!isOpen)}>
              <span className={styles.counts}>{counts.map((count) => <span key={count}>{count}</span>)}</span>
            </Button>
          )}
        </td>
        <td className={surface.right}>{format.money(one.overdue)}</td>
        <td className={surface.right}>{one.score.known ? format.score(one.score.value) : "\u2013"}</td>
        <td className={surface.right}>{format.money(one.open)}</td>
        <td className={surface.right}>{format.count(one.index)}</td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={columns} className={styles.details}><RaisedList opened={opened} day={day} one={one} /></td>
        </tr>
      )}
    </>
  );
}

/** Today's letter, and where it came from if it moved: an arrow, its word, and a colour. */
function Grade({ one: { grade, gradeBefore, moved } }: { readonly one: Watched }) {
  const { words } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  return (
    <span className={styles.grade}>
      <GradeMark grade={grade} small />
      {moved !== 0 && (
        <span className={mergeClasses(styles.grade, moved > 0 ? styles.fell : styles.rose)}>
          {moved > 0 ? <ArrowDown12Filled aria-hidden /> : <ArrowUp12Filled aria-hidden />}
          <span aria-hidden>{gradeBefore}</span>
          <span className={surface.hidden}>{`${moved > 0 ? words.watch.fell : words.watch.rose}: ${words.watch.from(gradeBefore ?? "", grade ?? "")}`}</span>
        </span>
      )}
    </span>
  );
}
