import { Dropdown, makeStyles, Option, OptionGroup, tokens } from "@fluentui/react-components";
import { NO_COLUMN } from "../../ledger/matching";
import type { SheetColumn, SheetColumns } from "../../ledger/sheetColumns";
import type { Cell } from "../../values/cell";
import type { Day } from "../../values/day";
import type { Format } from "../format";
import { columnLetters } from "../ledgerFormula";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { fieldName } from "../words";
import { DAY_FIELDS, type FieldRow } from "./fieldRows";

export const useDropdownStyles = makeStyles({
  dropdown: { width: "100%", minWidth: 0, "& button": { minWidth: 0, whiteSpace: "normal", overflowWrap: "anywhere", textAlign: "start", columnGap: tokens.spacingHorizontalXS } },
  // the list is as wide as its button unless it is told to be wider
  listbox: { minWidth: "min(300px, calc(100vw - 24px))", maxHeight: "min(320px, 60vh)" },
  option: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
});

/** Serials that a sheet of documents holds as days: 1970 to 2170. */
const FIRST_SERIAL = 25569, LAST_SERIAL = 98620;

const LONGEST_SAMPLE = 24;

/** The columns of the sheet to choose from for one field, the likely ones first, each with what stands below it. */
export function ColumnDropdown({ row, sheet, asked }: { readonly row: FieldRow; readonly sheet: SheetColumns; readonly asked: boolean }) {
  const { actions, words } = usePane();
  const styles = useDropdownStyles();
  const { field, column, settled } = row;
  const name = fieldName(field, words);
  const value = asked ? words.ledger.chooseColumn : settled === "absent" ? words.ledger.notHere : column !== undefined ? column.name : row.taken === undefined ? words.ledger.notUsed : words.ledger.because.group;
  const choose = (chosen: string | undefined): void => {
    const at = sheet.columns.find(({ index }) => chosen === keyOf(index));
    if (chosen !== undefined) void actions.settle(`field.${field}`, at?.name ?? chosen);
  };
  return (
    <Dropdown
      size="small"
      className={styles.dropdown}
      listbox={{ className: styles.listbox }}
      positioning={{ position: "below", align: "end" }}
      aria-label={words.common.pair(words.ledger.heading, name)}
      value={value}
      selectedOptions={asked ? [] : [settled === "absent" ? NO_COLUMN : column === undefined ? "" : keyOf(column.index)]}
      onOptionSelect={(_, { optionValue }) => choose(optionValue)}
    >
      {row.likely.length > 0 && (
        <OptionGroup label={words.ledger.likelyColumns}>
          {row.likely.map((one) => <ColumnOption key={one.index} column={one} field={field} sheet={sheet} />)}
        </OptionGroup>
      )}
      {(settled !== undefined || row.mayBeAbsent) && (
        <OptionGroup>
          {settled !== undefined && <Option value="" text={words.ledger.askReader}>{words.ledger.askReader}</Option>}
          {row.mayBeAbsent && <Option value={NO_COLUMN} text={words.ledger.notHere}>{words.ledger.notHere}</Option>}
        </OptionGroup>
      )}
      {row.others.length > 0 && (
        <OptionGroup label={words.ledger.otherColumns}>
          {row.others.map((one) => <ColumnOption key={one.index} column={one} field={field} sheet={sheet} />)}
        </OptionGroup>
      )}
    </Dropdown>
  );
}

function ColumnOption({ column, field, sheet }: { readonly column: SheetColumn; readonly field: string; readonly sheet: SheetColumns }) {
  const { words, format } = usePane();
  const styles = useDropdownStyles();
  const surface = useSurface();
  const other = sheet.taken.find(({ index }) => index === column.index)?.field;
  const samples = column.sample.map((cell) => sampleText(cell, DAY_FIELDS.has(other ?? field), format));
  const notes = [columnLetters(column.index), ...(other === undefined || other === field ? [] : [words.ledger.takenFor(fieldName(other, words))]), samples.join(words.common.list)];
  return (
    <Option value={keyOf(column.index)} text={column.name}>
      <span className={styles.option}>
        <span>{column.name}</span>
        <span className={surface.note}>{notes.filter((note) => note !== "").join(" · ")}</span>
      </span>
    </Option>
  );
}

function keyOf(index: number): string {
  return `column ${String(index)}`;
}

function sampleText(cell: Cell, isDay: boolean, format: Format): string {
  if (typeof cell === "number" && isDay && cell >= FIRST_SERIAL && cell <= LAST_SERIAL) return format.day(Math.floor(cell) as Day);
  if (typeof cell === "object") return "";
  const text = String(cell ?? "").trim();
  return text.length > LONGEST_SAMPLE ? `${text.slice(0, LONGEST_SAMPLE)}…` : text;
}
