import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { Bar } from "../parts/Bar";
import { ProblemBar } from "../parts/ProblemBar";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { dayOfSerial } from "../../formulas/ask";
import { CellRefusal, type Told } from "../../formulas/told";
import { sourceOfNamed } from "../candidates";
import { openedOf } from "../session";
import type { Outcome } from "./evaluate";
import { formulaWords } from "./words";

/** Rows of a table that a preview shows. */
const MOST_ROWS = 8;

const useStyles = makeStyles({
  scroll: { overflowX: "auto", maxWidth: "100%" },
  cells: { "& td, & th": { whiteSpace: "nowrap" } },
  value: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
});

/** What a formula comes to, or why it does not and what to do. */
export function ValueShown({ outcome }: { readonly outcome: Outcome | undefined }) {
  const { session, actions } = usePane();
  const words = formulaWords(session.language);
  if (outcome === undefined) return <Working what={words.working} />;
  switch (outcome.status) {
    case "told":
      return <Cells cells={outcome.cells} />;
    case "refused":
      return <Bar intent="warning" role="status" title={outcome.code}>{outcome.sentence}</Bar>;
    case "otherLedger": {
      const { reference } = outcome;
      const named = session.search.status === "found" ? session.search.ledgers.find(({ name }) => name.toLowerCase() === reference.toLowerCase()) : undefined;
      const source = named === undefined ? undefined : sourceOfNamed(named);
      const open = (): void => void (source === undefined ? actions.openReference(reference) : actions.open(source));
      return <Bar intent="info" role="status" actions={<Button size="small" onClick={open}>{words.openIt(reference)}</Button>}>{words.otherLedger(reference)}</Bar>;
    }
    case "computed":
      return <Bar intent="info" role="status">{words.computed(outcome.argument)}</Bar>;
    case "unknownFunction":
      return <Bar intent="warning" role="status">{words.unknownFunction(outcome.id)}</Bar>;
    case "failed":
      return <ProblemBar problem={outcome.problem} />;
  }
}

function Cells({ cells }: { readonly cells: readonly (readonly Told[])[] }) {
  const { session, format } = usePane();
  const words = formulaWords(session.language);
  const styles = useStyles();
  const surface = useSurface();
  const opened = openedOf(session);
  const hasDays = cells[0]![0] === "Month end";
  const shown = (cell: Told, at = 1): string => (hasDays && at === 0 && typeof cell === "number" ? format.day(dayOfSerial(cell, opened?.dateSystem ?? 1900)) : cellText(cell, session.language));
  if (cells.length === 1 && cells[0]!.length === 1) return <output className={styles.value}>{shown(cells[0]![0]!)}</output>;
  const rows = cells.slice(1, MOST_ROWS + 1);
  return (
    <div className={surface.tight}>
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={words.value}>
        <table className={`${surface.table} ${styles.cells}`}>
          <thead><tr>{cells[0]!.map((cell, at) => <th key={at} scope="col" className={typeof rows[0]?.[at] === "number" ? surface.right : undefined}>{shown(cell)}</th>)}</tr></thead>
          <tbody>{rows.map((row, r) => <tr key={r}>{row.map((cell, at) => <td key={at} className={typeof cell === "number" ? surface.right : undefined}>{shown(cell, at)}</td>)}</tr>)}</tbody>
        </table>
      </div>
      <p className={surface.note}>{rows.length < cells.length - 1 ? words.firstRows(format.count(rows.length), format.count(cells.length - 1)) : words.valueOf(format.count(cells.length), format.count(cells[0]!.length))}</p>
    </div>
  );
}

const LONGEST = 60;

/** A cell as the preview writes it: numbers to four decimals, as no format says what they are. */
export function cellText(cell: Told, language: "en" | "zh"): string {
  if (cell instanceof CellRefusal) return cell.kind === "value" ? "#VALUE!" : "#N/A";
  if (typeof cell === "number") return new Intl.NumberFormat(language === "zh" ? "zh-CN" : "en-US", { maximumFractionDigits: 4 }).format(cell).replace("-", "\u2212");
  if (typeof cell === "boolean") return cell ? "TRUE" : "FALSE";
  return cell.length > LONGEST ? `${cell.slice(0, LONGEST)}…` : cell;
}

