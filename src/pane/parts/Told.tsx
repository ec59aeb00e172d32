import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { Answer } from "../../values/answer";
import { say } from "../../values/say";
import { usePane } from "../PaneContext";
import { useSurface } from "./useSurface";

const useStyles = makeStyles({
  label: { ...typographyStyles.caption1, color: tokens.colorNeutralForeground3 },
  value: { ...typographyStyles.subtitle2, fontVariantNumeric: "tabular-nums", overflowWrap: "anywhere" },
  alert: { color: tokens.colorPaletteRedForeground1 },
  tile: { display: "flex", flexDirection: "column", minWidth: 0 },
  grid: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(124px, 1fr))", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalM, margin: 0 },
});

/** Key figures side by side, two in a narrow pane. */
export function Tiles({ children }: { readonly children: React.ReactNode }) {
  return <dl className={useStyles().grid}>{children}</dl>;
}

/** One key figure under its label; a note says what it is of. */
export function Tile({ label, value, note, alert = false }: { readonly label: string; readonly value: string; readonly note?: string | undefined; readonly alert?: boolean }) {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <div className={styles.tile}>
      <dt className={styles.label}>{label}</dt>
      <dd style={{ margin: 0 }}>
        <div className={mergeClasses(styles.value, alert && styles.alert)}>{value}</div>
        {note !== undefined && <div className={surface.note}>{note}</div>}
      </dd>
    </div>
  );
}

/** A figure that may be unknown: then its reason stands where the number would. */
export function AnswerTile({ label, answer, show, note }: { readonly label: string; readonly answer: Answer<number>; readonly show: (value: number) => string; readonly note?: string | undefined }) {
  const { words, session } = usePane();
  if (answer.known) return <Tile label={label} value={show(answer.value)} note={note} />;
  return <Tile label={label} value={words.common.unknown} note={say(answer.reason, session.language)} />;
}
