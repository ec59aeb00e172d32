import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import type { Portfolio } from "../portfolioFigures";
import { useSurface } from "../parts/useSurface";

const useStyles = makeStyles({
  bar: { display: "flex", height: "10px", borderRadius: tokens.borderRadiusSmall, overflow: "hidden", columnGap: "2px", forcedColorAdjust: "none" },
  best: { backgroundColor: tokens.colorBrandBackground },
  delinquent: { backgroundColor: tokens.colorPaletteDarkOrangeBackground3 },
  legend: { display: "grid", gridTemplateColumns: "10px 1fr auto", alignItems: "baseline", columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXXS, margin: 0 },
  mark: { width: "10px", height: "10px", borderRadius: "2px", forcedColorAdjust: "none" },
});

/** DSO is the best possible and the delinquent days together: one bar, and the two figures. */
export function DsoParts({ book }: { readonly book: Portfolio }) {
  const { words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  if (!book.best.known || !book.delinquent.known) return null;
  const [best, delinquent] = [book.best.value, book.delinquent.value];
  return (
    <div className={surface.tight}>
      <div className={styles.bar} aria-hidden>
        <span className={styles.best} style={{ flexGrow: Math.max(0, best) }} />
        <span className={styles.delinquent} style={{ flexGrow: Math.max(0, delinquent) }} />
      </div>
      <div className={styles.legend}>
        <span className={mergeClasses(styles.mark, styles.best)} aria-hidden />
        <span>
          {words.portfolio.best} <span className={surface.note}>{words.portfolio.bestNote}</span>
        </span>
        <span className={surface.right}>{`${format.days(best)} ${words.portfolio.days}`}</span>
        <span className={mergeClasses(styles.mark, styles.delinquent)} aria-hidden />
        <span>
          {words.portfolio.delinquent} <span className={surface.note}>{words.portfolio.delinquentNote}</span>
        </span>
        <span className={surface.right}>{`${format.days(delinquent)} ${words.portfolio.days}`}</span>
      </div>
    </div>
  );
}
