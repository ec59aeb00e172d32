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
export function ColumnChoices({ sheet, settled, dateOrder, asks }: {
  readonly sheet: SheetColumns;
  /** field -> heading, the user's own */
  readonly settled: ReadonlyMap<string, string>;
  readonly dateOrder: string | undefined;
  /** the field, or `dateOrder`, that the reading cannot go on without */
  readonly asks?: string | undefined;
}) {
  const { words } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const order = <DateOrderRow sheet={sheet} chosen={dateOrder} asked={asks === "dateOrder"} />;
  return (
    <table className={mergeClasses(surface.table, styles.table)}>
      <thead>
        <tr>
          <th scope="col" className={styles.field}>{words.ledger.field}</th>
          <th scope="col">{words.ledger.heading}</th>
        </tr>
      </thead>
      <tbody>
        {asks === "dateOrder" && order}
        {fieldRows(sheet, settled).map((row) => <Line key={row.field} row={row} sheet={sheet} asked={row.field === asks} />)}
        {asks !== "dateOrder" && order}
      </tbody>
    </table>
  );
}

function Line({ row, sheet, asked }: { readonly row: FieldRow; readonly sheet: SheetColumns; readonly asked: boolean }) {
  const { words } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const { taken, settled } = row;
  const sure = taken === undefined ? undefined : asked ? "unsure" : sureness(taken);
  const because = asked || (taken === undefined && settled !== "absent") ? undefined : (taken?.because ?? "chosen");
  return (
    <tr>
      <th scope="row">
        <div className={styles.name}>{fieldName(row.field, words)}</div>
        {sure !== undefined && <SureMark sure={sure} />}
      </th>
      <td>
        <ColumnDropdown row={row} sheet={sheet} asked={asked && settled === undefined} />
        {because !== undefined && because !== "exact" && <div className={surface.note}>{words.ledger.because[because]}</div>}
      </td>
    </tr>
  );
}
