import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { Drawing } from "./exhibit";
import { BAR_COLORS, LINE_LOOKS } from "./lineLooks";

const useStyles = makeStyles({
  root: { ...typographyStyles.caption1, display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalXXS, margin: 0, padding: 0, listStyleType: "none", color: tokens.colorNeutralForeground2 },
  item: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
  mark: { flexShrink: 0, forcedColorAdjust: "none" },
});

/** Which line is which; one line, and signed bars, say it themselves. */
export function Legend({ drawing }: { readonly drawing: Drawing }) {
  const styles = useStyles();
  if (drawing.kind !== "lines" && drawing.kind !== "bars") return null;
  const names = (drawing.kind === "lines" ? drawing.lines : drawing.series).map(({ name }) => name);
  if (names.length < 2) return null;
  return (
    <ul className={styles.root} aria-hidden>
      {names.map((name, k) => (
        <li key={name} className={styles.item}>
          <svg className={styles.mark} width="22" height="10" viewBox="0 0 22 10" focusable="false">
            {drawing.kind === "lines" ? (
              <line x1="0" y1="5" x2="22" y2="5" strokeWidth="2" stroke={LINE_LOOKS[k % LINE_LOOKS.length]!.color} strokeDasharray={LINE_LOOKS[k % LINE_LOOKS.length]!.dash} />
            ) : (
              <rect x="6" y="0" width="10" height="10" rx="1" fill={BAR_COLORS[k]!} />
            )}
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}
