import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { SheetColumns } from "../../ledger/sheetColumns";
import { SureMark } from "../parts/SureMark";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { fieldName } from "../words";
import { ColumnDropdown } from "./ColumnDropdown";
import { DateOrderRow } from "./DateOrderRow";
import { fieldRows, sureness, type FieldRow } from "./fieldRows";

const useStyles = makeStyles({
  table: { tableLayout: "fixed", "& td, & tbody th": { verticalAlign: "top !important" as "top" } },
  field: { width: "40%" },
  name: { paddingTop: "5px", overflowWrap: "anywhere", fontWeight: tokens.fontWeightSemibold },
});

/** A line a field that figures rest on: how sure, the column, and why; another column can be chosen in each. */
export function ColumnChoices({ sheet, settled, dateOrder, asksOrder = false }: {
  readonly sheet: SheetColumns;
  /** field -> heading, the user's own */
  readonly settled: ReadonlyMap<string, string>;
  readonly dateOrder: string | undefined;
  /** the order of day and month is what the reading asks for */
  readonly asksOrder?: boolean;
}) {
  const { words } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  return (
    <table className={mergeClasses(surface.table, styles.table)}>
      <thead>
        <tr>
          <th scope="col" className={styles.field}>{words.ledger.field}</th>
          <th scope="col">{words.ledger.heading}</th>
        </tr>
      </thead>
      <tbody>
        {fieldRows(sheet, settled).map((row) => <Line key={row.field} row={row} sheet={sheet} />)}
        <DateOrderRow sheet={sheet} chosen={dateOrder} asked={asksOrder} />
      </tbody>
    </table>
  );
}

function Line({ row, sheet }: { readonly row: FieldRow; readonly sheet: SheetColumns }) {
  const { words } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const { taken } = row;
  return (
    <tr>
      <th scope="row">
        <div className={styles.name}>{fieldName(row.field, words)}</div>
        {taken !== undefined && <SureMark sure={sureness(taken)} />}
      </th>
      <td>
        <ColumnDropdown row={row} sheet={sheet} />
        {(taken !== undefined || row.settled === "absent") && <div className={surface.note}>{words.ledger.because[taken?.because ?? "chosen"]}</div>}
      </td>
    </tr>
  );
}
