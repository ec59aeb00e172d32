import { GroupedVerticalBarChart, HorizontalBarChartWithAxis, LineChart, type LineChartPoints } from "@fluentui/react-charts";
import { makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";
import { isoDay, type Day } from "../../values/day";
import { scaleOf } from "../../values/money";
import { usePane } from "../PaneContext";
import type { Drawing, Series } from "./exhibit";
import { BAR_COLORS, LESS_COLOR, LINE_LOOKS, MORE_COLOR } from "./lineLooks";
import { useWidth } from "./useWidth";

const HEIGHT = 190;
const BAR_ROW = 26;
/** To the right there is room for half a month under the last tick. */
const MARGINS = { left: 44, right: 26, top: 12, bottom: 28 };

/** A picture of points spans at least as many: two doublings of the odds. */
const POINTS_SPAN = 40;

type Of<K extends Drawing["kind"]> = Extract<Drawing, { readonly kind: K }>;

const useStyles = makeStyles({
  root: { overflow: "hidden", "& text": { fontVariantNumeric: "tabular-nums", fontWeight: `${tokens.fontWeightRegular} !important`, fill: tokens.colorNeutralForeground2 } },
});

/** The drawing of an exhibit. Its table says the same in figures, so that it is hidden from readers of the screen. */
export function ExhibitChart({ drawing, exponent }: { readonly drawing: Exclude<Drawing, { readonly kind: "heat" }>; readonly exponent: number }) {
  const { session, format } = usePane();
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const width = useWidth(root);
  const height = drawing.kind === "changes" || drawing.kind === "waterfall" ? drawing.names.length * BAR_ROW + 44 : HEIGHT;
  const compact = new Intl.NumberFormat(session.language === "zh" ? "zh-CN" : "en-US", { notation: "compact", maximumFractionDigits: 1 });
  const scale = drawing.unit === "money" ? scaleOf(exponent) : 1;
  const tick = (value: number): string => (drawing.unit === "share" ? format.share(value) : compact.format(value).replace("-", "\u2212"));
  const size = { width, height, scale, tick };
  return (
    <div ref={root} className={styles.root} style={{ height }} aria-hidden inert>
      {width > 0 && drawing.kind === "lines" && <Lines drawing={drawing} {...size} />}
      {width > 0 && drawing.kind === "bars" && <Bars drawing={drawing} {...size} />}
      {width > 0 && drawing.kind === "waterfall" && <Waterfall drawing={drawing} {...size} />}
      {width > 0 && drawing.kind === "changes" && <Changes drawing={drawing} {...size} />}
    </div>
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
  readonly scale: number;
  readonly tick: (value: number) => string;
}

function Lines({ drawing, width, height, scale, tick }: Size & { readonly drawing: Of<"lines"> }) {
  const { across, at, lines } = drawing;
  const byDay = across === "day";
  const place = (x: number): number | Date => (byDay ? new Date(`${isoDay(x as Day)}T00:00:00Z`) : x);
  const all = lines.flatMap(({ values }) => values.filter((value) => value !== undefined)).map((value) => value / scale);
  const ticks = byDay ? at.filter((_, k) => (at.length - 1 - k) % (width < 420 ? 8 : 4) === 0) : undefined;
  return (
    <LineChart
      width={width}
      height={height}
      margins={MARGINS}
      data={{ lineChartData: lines.flatMap((line, k) => unbroken(line, at, (x, value) => ({ x: place(x), y: value / scale }), k)) }}
      yMinValue={drawing.unit === "points" ? floorOf(all) : Math.min(0, ...all)}
      yMaxValue={drawing.unit === "share" ? 1 : Math.max(0, ...all)}
      yAxisTickFormat={tick}
      yAxisTickCount={4}
      {...(ticks === undefined ? { xAxisTickCount: 5 } : { tickValues: ticks.map((x) => place(x) as Date), useUTC: true, customDateTimeFormatter: monthText })}
      hideLegend
      hideTooltip
      roundedTicks={drawing.unit !== "share"}
    />
  );
}

/** Points have no zero to measure from: a line fills its picture, and small moves look small. */
function floorOf(points: readonly number[]): number {
  const [least, most] = [Math.min(...points), Math.max(...points)];
  return Math.floor((Math.min(least, most - POINTS_SPAN) - 5) / 10) * 10;
}

function monthText(date: Date): string {
  return date.toISOString().slice(0, 7);
}

/** A line ends where a figure cannot be told, and begins again after it: never drawn through, never at zero. */
function unbroken(line: Series, at: readonly number[], point: (x: number, value: number) => { x: number | Date; y: number }, look: number): LineChartPoints[] {
  const runs: { x: number | Date; y: number }[][] = [[]];
  line.values.forEach((value, k) => {
    if (value === undefined) runs.push([]);
    else runs.at(-1)!.push(point(at[k]!, value));
  });
  const { color, dash } = LINE_LOOKS[look % LINE_LOOKS.length]!;
  return runs
    .filter((run) => run.length > 0)
    .map((data): LineChartPoints => ({ legend: line.name, color, data: data as NonNullable<LineChartPoints["data"]>, hideNonActiveDots: true, lineOptions: { strokeWidth: 2, lineBorderWidth: 0, ...(dash === "" ? {} : { strokeDasharray: dash }) } }));
}

function Bars({ drawing, width, height, scale, tick }: Size & { readonly drawing: Of<"bars"> }) {
  return (
    <GroupedVerticalBarChart
      width={width}
      height={height}
      margins={MARGINS}
      data={drawing.groups.map((name, at) => ({
        name,
        series: drawing.series.map(({ name: legend, values }, k) => ({ key: String(k), legend, data: (values[at] ?? 0) / scale, color: BAR_COLORS[k]! })),
      }))}
      yAxisTickFormat={tick}
      yAxisTickCount={3}
      roundedTicks
      hideTickOverlap={drawing.groups.length > 6}
      hideLegend
      hideTooltip
      hideLabels
      barWidth="auto"
      maxBarWidth={28}
      xAxisInnerPadding={0.3}
    />
  );
}

/** A third of the pane holds names; what does not fit is cut, and the table has it all. A Chinese sign takes two places. */
const CHARACTER = 6.5;
const PLACES = (sign: string): number => (sign >= "\u2e80" ? 2 : 1);

function Changes({ drawing, width, height, scale, tick }: Size & { readonly drawing: Of<"changes"> }) {
  const room = Math.floor(width / 3);
  const values = drawing.values.map((value) => value / scale);
  const ticks = stepsBetween(Math.min(0, ...values), Math.max(0, ...values));
  const barOf = (at: number): readonly Piece[] => [{ x: values[at]!, color: values[at]! > 0 ? MORE_COLOR : LESS_COLOR }];
  return <LyingBars names={drawing.names} room={room} width={width} height={height} ticks={ticks} tick={tick} piecesOf={barOf} />;
}

/** A part of a bar: how far it reaches, and in what. */
interface Piece {
  readonly x: number;
  readonly color: string;
}

/** Named bars from the top down; the parts of one stand side by side. `room`: pixels for the names. */
function LyingBars({ names, room, width, height, ticks, tick, piecesOf }: Pick<Size, "width" | "height" | "tick"> & { readonly names: readonly string[]; readonly room: number; readonly ticks: number[]; readonly piecesOf: (at: number) => readonly Piece[] }) {
  const cut = cutNames(names, Math.floor((room - 16) / CHARACTER));
  return (
    <HorizontalBarChartWithAxis
      width={width}
      height={height}
      margins={{ left: room, right: 24, top: 4, bottom: 28 }}
      data={[...cut].reverse().flatMap((y, k) => piecesOf(cut.length - 1 - k).map(({ x, color }, piece) => ({ y, x, legend: `${y}${"\u200b".repeat(piece)}`, color })))}
      yAxisCategoryOrder="data"
      barHeight={14}
      tickValues={ticks}
      xAxis={{ tickText: ticks.map(tick) }}
      hideLegend
      hideTooltip
      hideLabels
    />
  );
}

/** Pixels that the longest line of a borrowing base takes. */
const LINE_NAMES = 130;

/** Each bar hangs on an invisible one as long as what is left; one that crosses zero is two. */
function Waterfall({ drawing, width, height, scale, tick }: Size & { readonly drawing: Of<"waterfall"> }) {
  const room = Math.max(Math.floor(width / 3), LINE_NAMES);
  let level = 0;
  const ends = drawing.values.map((minor, at) => {
    const from = drawing.sums[at] === true ? 0 : level;
    level = from + minor / scale;
    return [from, level] as const;
  });
  const ticks = stepsBetween(Math.min(0, ...ends.flat()), Math.max(0, ...ends.flat()), 4);
  const piecesOf = (at: number): readonly Piece[] => {
    const color = drawing.sums[at] === true ? LESS_COLOR : MORE_COLOR;
    return pieces(...ends[at]!).map(({ x, isShown }) => ({ x, color: isShown ? color : "transparent" }));
  };
  return <LyingBars names={drawing.names} room={room} width={width} height={height} ticks={ticks} tick={tick} piecesOf={piecesOf} />;
}

function pieces(from: number, to: number): { readonly x: number; readonly isShown: boolean }[] {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  if (low < 0 && high > 0) return [{ x: low, isShown: true }, { x: high, isShown: true }];
  const hidden = low >= 0 ? low : high;
  return [...(hidden === 0 ? [] : [{ x: hidden, isShown: false }]), { x: low >= 0 ? high - low : low - high, isShown: true }];
}

/** Even steps through 0, within what the bars span: 1, 2 or 5 of a power of ten. */
function stepsBetween(least: number, most: number, steps = 5): number[] {
  const rough = (most - least) / steps;
  if (!(rough > 0)) return [0];
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * [1, 2, 5, 10].find((times) => times * power >= rough)!;
  const ticks: number[] = [];
  for (let k = Math.ceil(least / step); k * step <= most; k++) ticks.push(k * step + 0); // never -0
  return ticks;
}

function fitting(name: string, most: number): string {
  let [kept, places] = ["", 0];
  for (const sign of name) {
    places += PLACES(sign);
    if (places > most) return `${kept}\u2026`;
    kept += sign;
  }
  return kept;
}

/** A name cut short stays different from the others. */
function cutNames(names: readonly string[], most: number): string[] {
  const seen = new Set<string>();
  return names.map((name) => {
    let cut = fitting(name, most);
    while (seen.has(cut)) cut += "\u200b"; // no width: only the chart's keys tell them apart
    seen.add(cut);
    return cut;
  });
}

