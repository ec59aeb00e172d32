import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { Pager } from "../parts/Pager";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { entryText } from "./entryText";
import type { Column, Entry, Exhibit } from "./exhibit";

const PAGE = 24;
/** Where a figure cannot be told; the notes say why. */
const UNTOLD = "\u2013";

const NARROW = { paddingLeft: tokens.spacingHorizontalXXS, paddingRight: tokens.spacingHorizontalXXS } as const;

const useStyles = makeStyles({
  scroll: { overflowX: "auto", maxWidth: "100%" },
  table: {
    "& th:first-child, & td:first-child": { position: "sticky", insetInlineStart: 0, backgroundColor: tokens.colorNeutralBackground1, zIndex: 1 },
    "& thead th": { whiteSpace: "normal" },
    // four columns of money fit the narrowest pane
    "& th": NARROW,
    "& tbody th": NARROW,
    "& td": { ...NARROW, overflowWrap: "break-word" },
  },
  name: { minWidth: "60px", maxWidth: "180px", overflowWrap: "break-word" },
  day: { whiteSpace: "nowrap" },
});

/** Shading of a heat table: behind the figure, never instead of it. Above the whole, it is outlined too. */
function heat(entry: Entry): React.CSSProperties {
  if (typeof entry !== "number") return {};
  const percent = Math.round(Math.min(1, Math.max(0, entry)) * 45);
  return { backgroundColor: `color-mix(in srgb, ${tokens.colorPaletteDarkOrangeBackground3} ${String(percent)}%, transparent)`, ...(entry > 1 ? { outline: `1px solid ${tokens.colorPaletteDarkOrangeBorder2}`, outlineOffset: "-1px" } : {}) };
}

/** The table of an exhibit, a page at a time; wider than a narrow pane it scrolls under its first column. */
export function ExhibitTable({ exhibit, title, warm = false }: { readonly exhibit: Exhibit; readonly title: string; readonly warm?: boolean }) {
  const { format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const [from, start] = useState(0);
  const { columns, rows, total } = exhibit;
  const first = Math.min(from, Math.max(0, rows.length - 1));
  const text = (entry: Entry, column: Column): string => entryText(entry, column.kind, format, UNTOLD);
  const cell = (entry: Entry, at: number) =>
    at === 0 ? (
      <th key={at} scope="row" className={columns[0]!.kind === "text" ? styles.name : styles.day}>{text(entry, columns[0]!)}</th>
    ) : (
      <td key={at} className={columns[at]!.kind === "text" ? styles.name : surface.right} style={warm ? heat(entry) : {}}>{text(entry, columns[at]!)}</td>
    );
  return (
    <div className={surface.tight}>
      {/* what can be scrolled must be reachable by the keyboard */}
      <div className={styles.scroll} tabIndex={0} role="group" aria-label={title}>
        <table className={mergeClasses(surface.table, styles.table)}>
          <thead>
            <tr>
              {columns.map(({ heading, kind }, at) => (
                <th key={at} scope="col" {...(kind === "text" || at === 0 ? {} : { className: surface.right })}>{heading}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(first, first + PAGE).map((row, at) => (
              <tr key={at}>{row.map(cell)}</tr>
            ))}
          </tbody>
          {total !== undefined && (
            <tfoot>
              <tr>{total.map(cell)}</tr>
            </tfoot>
          )}
        </table>
      </div>
      <Pager from={first} size={PAGE} of={rows.length} onFrom={start} />
    </div>
  );
}
