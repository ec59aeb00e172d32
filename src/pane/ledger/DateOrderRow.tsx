import { Dropdown, makeStyles, Option, tokens } from "@fluentui/react-components";
import { readDay } from "../../ledger/readDay";
import type { SheetColumns } from "../../ledger/sheetColumns";
import { NO_DAY, type Day } from "../../values/day";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { useDropdownStyles } from "./ColumnDropdown";
import { ambiguousDate } from "./fieldRows";

export const ORDERS = ["dmy", "mdy", "ymd"] as const;
export type Order = (typeof ORDERS)[number];

const useStyles = makeStyles({ name: { paddingTop: "5px", fontWeight: tokens.fontWeightSemibold } });

/** In what order a date's text names day and month; shown where some date of the sheet can be read in two ways. */
export function DateOrderRow({ sheet, chosen, asked }: { readonly sheet: SheetColumns; readonly chosen: string | undefined; readonly asked: boolean }) {
  const { actions, words, format } = usePane();
  const styles = useDropdownStyles();
  const own = useStyles();
  const surface = useSurface();
  const text = ambiguousDate(sheet);
  if (text === undefined && chosen === undefined && !asked) return null;
  const isOrder = (order: string | undefined): order is Order => ORDERS.some((one) => one === order);
  return (
    <tr>
      <th scope="row"><div className={own.name}>{words.ledger.dateOrder}</div></th>
      <td>
        <Dropdown
          size="small"
          className={styles.dropdown}
          listbox={{ className: styles.listbox }}
          positioning={{ position: "below", align: "end" }}
          aria-label={words.ledger.dateOrder}
          value={isOrder(chosen) ? words.problem.orders[chosen] : asked ? words.ledger.chooseOrder : words.ledger.dateOrderFound}
          selectedOptions={isOrder(chosen) ? [chosen] : asked ? [] : [""]}
          onOptionSelect={(_, { optionValue }) => void actions.settle("dateOrder", optionValue ?? "")}
        >
          {ORDERS.map((order) => (
            <Option key={order} value={order} text={words.problem.orders[order]}>
              <span className={styles.option}>
                <span>{words.problem.orders[order]}</span>
                {readsAs(text, order) !== undefined && <span className={surface.note}>{words.ledger.dateReads(text!, format.day(readsAs(text, order)!))}</span>}
              </span>
            </Option>
          ))}
          {!asked && <Option value="" text={words.ledger.dateOrderFound}>{words.ledger.dateOrderFound}</Option>}
        </Dropdown>
      </td>
    </tr>
  );
}

/** The day that a text is in this order, undefined where it is none. */
export function readsAs(text: string | undefined, order: Order): Day | undefined {
  const day = text === undefined ? NO_DAY : readDay(text, order, 0);
  return day > NO_DAY ? (day as Day) : undefined;
}
