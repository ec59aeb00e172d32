import { VerticalBarChart } from "@fluentui/react-charts";
import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { usePane } from "../PaneContext";
import { bucketName, type Bucket } from "./buckets";

const HEIGHT = 180;

/** From the brand's calm to a warning, as the money gets older; the last colour holds for every later bucket. */
const BY_AGE = [tokens.colorBrandBackground, "#c19c00", "#d47a00", "#c4501b", "#a4262c"];
const WITHOUT_AGE = tokens.colorNeutralForeground4;

const useStyles = makeStyles({ root: { height: `${String(HEIGHT)}px`, overflow: "hidden", "& text": { fontVariantNumeric: "tabular-nums", fontWeight: tokens.fontWeightRegular, fill: tokens.colorNeutralForeground2 } } });

/** The ageing as bars. The table beside it says the same in figures, so that the drawing is hidden from readers of the screen. */
export function AgingChart({ buckets, scale }: { readonly buckets: readonly Bucket[]; readonly scale: number }) {
  const { words, session } = usePane();
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const compact = new Intl.NumberFormat(session.language === "zh" ? "zh-CN" : "en-US", { notation: "compact", maximumFractionDigits: 1 });
  const aged = buckets.filter(({ heading }) => heading !== "Unapplied"); // a credit that settles nothing has no age
  return (
    <div ref={root} className={styles.root} aria-hidden inert>
      {width > 0 && (
        <VerticalBarChart
          width={width}
          height={HEIGHT}
          margins={{ left: 40, right: 4, top: 12, bottom: 28 }}
          data={aged.map(({ heading, minor, age }) => ({
            x: bucketName(heading, words),
            y: minor / scale,
            color: age < 0 ? WITHOUT_AGE : BY_AGE[Math.min(age, BY_AGE.length - 1)]!,
          }))}
          yAxisTickFormat={(units: number) => compact.format(units)}
          yAxisTickCount={3}
          roundedTicks
          hideTickOverlap={aged.length > 6}
          hideLegend
          hideTooltip
          hideLabels
          barWidth="auto"
          maxBarWidth={40}
          xAxisInnerPadding={0.3}
        />
      )}
    </div>
  );
}

/** The width to draw in: the pane can be dragged wider. */
function useWidth(root: { readonly current: HTMLDivElement | null }): number {
  const [width, measure] = useState(0);
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    measure(element.clientWidth);
    if (typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(() => measure(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return width;
}
