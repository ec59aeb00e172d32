import { Field, makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { ArrowSortDown16Filled, ArrowSortUp16Filled } from "@fluentui/react-icons";
import { useMemo, useState } from "react";
import { GRADING } from "../../credit/policy";
import type { Watch } from "../../credit/watch";
import { Pager } from "../parts/Pager";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { dayChosen, ExhibitTools } from "../portfolio/ExhibitTools";
import type { Opened } from "../source";
import { WatchRow } from "./WatchRow";
import { watchExhibit, watchPlan } from "./watchExhibit";
import { SHOWS, SORTS, watchRows, type Show, type Sort } from "./watchRows";

const PAGE = 25;

/** Words sort upward first, figures the largest first. */
const UP_FIRST: ReadonlySet<Sort> = new Set(["buyer"]);

const useStyles = makeStyles({
  scroll: { overflowX: "auto", maxWidth: "100%" },
  table: {
    "& th:first-child, & td:first-child": { position: "sticky", insetInlineStart: 0, backgroundColor: tokens.colorNeutralBackground1, zIndex: 1 },
    "& thead th": { whiteSpace: "nowrap" },
  },
  sort: {
    font: "inherit", color: "inherit", background: "none", border: "none", padding: 0, cursor: "pointer", display: "inline-flex", alignItems: "center", columnGap: "2px", borderRadius: tokens.borderRadiusSmall,
    "&:hover": { color: tokens.colorNeutralForeground1 },
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  on: { color: tokens.colorNeutralForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** The list as a table: sorted by its headings, a page at a time, each buyer with what is raised and the rows behind it. */
export function WatchList({ opened, found }: { readonly opened: Opened; readonly found: Watch }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [show, choose] = useState<Show>("all");
  const [{ sort, down }, order] = useState<{ readonly sort: Sort; readonly down: boolean }>({ sort: "raised", down: true });
  const [from, begin] = useState(0);
  const { buyers } = opened.reading.ledger;
  const rows = useMemo(() => watchRows(found, buyers, show, sort, down, session.language), [found, buyers, show, sort, down, session.language]);
  const { watch } = words;
  const sortBy = (column: Sort): void => {
    order(column === sort ? { sort, down: !down } : { sort: column, down: !UP_FIRST.has(column) });
    begin(0);
  };
  const first = from < rows.length ? from : 0;
  const plan = (ledger: string) => watchPlan({ ledger, opened, found, rows, chosen: dayChosen(session, opened), words, format });
  const comparable = found.buyers.some(({ gradeBefore }) => gradeBefore !== undefined);
  return (
    <Section title={watch.title} note={watch.says(format.day(found.day), format.day(found.since))}>
      <p className={surface.text}>{summary(found, words, format)}</p>
      {comparable && <p className={surface.note}>{watch.band(String(GRADING.deadBand))}</p>}
      {!comparable && <p className={surface.note}>{watch.noEarlier(format.day(found.since))}</p>}
      {found.readings.length > 1 && <p className={surface.note}>{watch.readings(format.count(found.readings.length))}</p>}
      <Field label={watch.show}>
        <Select
          size="small"
          value={show}
          onChange={(_, { value }) => {
            choose(value as Show);
            begin(0);
          }}
        >
          {SHOWS.map((one) => <option key={one} value={one}>{watch.shows[one]}</option>)}
        </Select>
      </Field>
      {rows.length === 0 ? (
        <p className={surface.text}>{watch.none}</p>
      ) : (
        <div className={surface.tight}>
          {/* what can be scrolled must be reachable by the keyboard */}
          <div className={styles.scroll} tabIndex={0} role="group" aria-label={watch.title}>
            <table className={mergeClasses(surface.table, styles.table)}>
              <thead>
                <tr>
                  {SORTS.map((column) => (
                    <th key={column} scope="col" aria-sort={column !== sort ? "none" : down ? "descending" : "ascending"} className={UP_FIRST.has(column) || column === "grade" || column === "raised" ? "" : surface.right}>
                      <button type="button" className={mergeClasses(styles.sort, column === sort && styles.on)} aria-label={watch.sortBy(watch.columns[column])} onClick={() => sortBy(column)}>
                        {watch.columns[column]}
                        {column === sort && (down ? <ArrowSortDown16Filled aria-hidden /> : <ArrowSortUp16Filled aria-hidden />)}
                      </button>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>{rows.slice(first, first + PAGE).map((one) => <WatchRow key={one.buyer} opened={opened} day={found.day} one={one} columns={SORTS.length} />)}</tbody>
            </table>
          </div>
          <Pager from={first} size={PAGE} of={rows.length} onFrom={begin} />
          <ExhibitTools title={watch.title} exhibit={watchExhibit(opened, rows, session.file, words, format)} opened={opened} day={found.day} plan={plan} />
        </div>
      )}
    </Section>
  );
}

type Pane = ReturnType<typeof usePane>;

function summary({ buyers }: Watch, { watch }: Pane["words"], format: Pane["format"]): string {
  const count = (is: (one: Watch["buyers"][number]) => boolean): string => format.count(buyers.filter(is).length);
  return watch.summary(count(({ triggers }) => triggers.length > 0), count(({ moved }) => moved > 0), count(({ moved }) => moved < 0), format.count(buyers.length), buyers.length);
}
