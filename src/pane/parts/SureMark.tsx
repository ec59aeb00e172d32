import { makeStyles, mergeClasses, tokens, typographyStyles } from "@fluentui/react-components";
import type { Sureness } from "../ledger/fieldRows";
import { usePane } from "../PaneContext";

const STEPS: Readonly<Record<Sureness, number>> = { certain: 3, likely: 2, unsure: 1 };

const useStyles = makeStyles({
  root: { ...typographyStyles.caption1, display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS, whiteSpace: "nowrap" },
  certain: { color: tokens.colorPaletteGreenForeground1 },
  likely: { color: tokens.colorNeutralForeground2 },
  unsure: { color: tokens.colorPaletteDarkOrangeForeground1 },
  meter: { flexShrink: 0 },
});

/** How sure, three ways at once: so many bars of three, a word, a colour. */
export function SureMark({ sure }: { readonly sure: Sureness }) {
  const { words } = usePane();
  const styles = useStyles();
  return (
    <span className={mergeClasses(styles.root, styles[sure])}>
      <svg className={styles.meter} width="17" height="11" viewBox="0 0 17 11" aria-hidden focusable="false">
        {[1, 2, 3].map((step) => {
          const full = step <= STEPS[sure];
          const height = 3 + 2.5 * step;
          return <rect key={step} x={(step - 1) * 6 + 0.5} y={10.5 - height} width="4" height={height - 0.5} rx="1" fill={full ? "currentColor" : "none"} stroke="currentColor" strokeWidth="1" opacity={full ? 1 : 0.55} />;
        })}
      </svg>
      {words.ledger.sure[sure]}
    </span>
  );
}
