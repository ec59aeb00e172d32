import { makeStyles, mergeClasses, Select, tokens } from "@fluentui/react-components";
import { CheckmarkCircle16Regular, QuestionCircle16Regular, Warning16Regular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { Fold } from "../parts/Fold";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { fieldName } from "../words";

type Sureness = "certain" | "likely" | "unsure";

/** How sure a reading of headings is, in three words: a heading that says exactly one thing over cells that fit reads 0.84 and above. */
function sureness(sure: number): Sureness {
  return sure >= 0.84 ? "certain" : sure >= 0.6 ? "likely" : "unsure";
}

const ICON: Readonly<Record<Sureness, ReactElement>> = { certain: <CheckmarkCircle16Regular />, likely: <QuestionCircle16Regular />, unsure: <Warning16Regular /> };

/** Fields worth asking for when no heading was taken for them. */
const WORTH_HAVING = ["buyerId", "docNo", "dueDate", "settledDate", "open", "paid", "currency", "disputed"];

const useStyles = makeStyles({
  certain: { color: tokens.colorPaletteGreenForeground1 },
  likely: { color: tokens.colorNeutralForeground3 },
  unsure: { color: tokens.colorPaletteDarkOrangeForeground1 },
  sure: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXXS, whiteSpace: "nowrap" },
  middle: { "& td, & tbody th": { verticalAlign: "middle !important" as "middle" } },
  select: { width: "100%", minWidth: 0 },
});

/** Which heading was taken for what, and how sure; another heading can be chosen. Open by itself when something is unsure. */
export function HeadingList({ opened }: { readonly opened: Opened }) {
  const { words } = usePane();
  const surface = useSurface();
  const styles = useStyles();
  const { columns } = opened.reading;
  const unsure = columns.some(({ sure }) => sureness(sure) === "unsure");
  const missing = WORTH_HAVING.filter((field) => !columns.some((column) => column.field === field));
  return (
    <Fold key={opened.place.sheet + opened.source.call.invoices} title={words.ledger.headings} open={unsure}>
      <p className={surface.note}>{opened.source.name === "" ? words.ledger.headingsNote : words.ledger.headingsFixed}</p>
      <table className={mergeClasses(surface.table, styles.middle)}>
        <thead>
          <tr>
            <th scope="col">{words.ledger.field}</th>
            <th scope="col">{words.ledger.heading}</th>
            <th scope="col"><span className={surface.hidden}>{words.ledger.sureLabel}</span></th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ field, heading, sure }) => <Line key={`${field} ${heading}`} opened={opened} field={field} heading={heading} sure={sureness(sure)} />)}
          {missing.map((field) => <Line key={field} opened={opened} field={field} heading="" sure={undefined} />)}
        </tbody>
      </table>
    </Fold>
  );
}

function Line({ opened, field, heading, sure }: { readonly opened: Opened; readonly field: string; readonly heading: string; readonly sure: Sureness | undefined }) {
  const { actions, words } = usePane();
  const styles = useStyles();
  const name = fieldName(field, words);
  const headings = [...new Set([...(heading === "" ? [] : [heading]), ...opened.headings])];
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>
        <Select size="small" appearance="underline" className={styles.select} aria-label={words.common.pair(words.ledger.heading, name)} value={heading} onChange={(_, { value }) => void actions.settle(`field.${field}`, value)}>
          {heading === "" && <option value="">{words.ledger.notUsed}</option>}
          {headings.map((one) => <option key={one} value={one}>{one}</option>)}
        </Select>
      </td>
      <td>
        {sure !== undefined && (
          <span className={mergeClasses(styles.sure, styles[sure])}>
            {ICON[sure]} {words.ledger.sure[sure]}
          </span>
        )}
      </td>
    </tr>
  );
}
