import type { SheetChart } from "hucre/xlsx";
import { addressText } from "../model/a1";
import { CHART_TYPES, type ChartAxis, type ChartForm, type ChartSnapshot, type LegendPosition, type NamedArea } from "../model/chart";

type Axes = NonNullable<SheetChart["axes"]>;

/** What Excel writes for cells that were deleted. */
const GONE = "#REF!";

const LEGEND = { Top: "top", Bottom: "bottom", Left: "left", Right: "right", Corner: "topRight" } as const satisfies Record<LegendPosition, SheetChart["legend"]>;

const LABELS = { Low: "low", High: "high", None: "none" } as const;

/** No marks on the axes: those that hucre writes else look poor in LibreOffice. */
const NO_MARKS = { majorTickMark: "none", minorTickMark: "none" } as const;

/** A sheet's charts for the file; one without a series is none that a file can hold. */
export function chartsToFile(charts: readonly ChartSnapshot[], date1904: boolean): SheetChart[] {
  return charts.filter(({ series }) => series.length > 0).map((chart) => chartToFile(chart, date1904));
}

function chartToFile({ type, at, title, legend, category, value, series, carried }: ChartSnapshot, date1904: boolean): SheetChart {
  const before = (carried ?? {}) as Partial<SheetChart>;
  const titled = title.visible && title.text !== "";
  const { markers, ...form }: ChartForm = CHART_TYPES[type];
  return {
    ...before,
    type: form.kind,
    ...groupingOf(form),
    ...(form.kind === "line" ? { showLineMarkers: markers === true } : {}),
    series: series.map((one) => ({
      ...(one.carried as Partial<SheetChart["series"][number]> | undefined),
      ...(one.name === "" ? {} : { name: writable(one.name) }),
      values: reference(one.values),
      ...(one.categories === undefined ? {} : { categories: reference(one.categories) }),
      ...(form.kind === "line" && markers !== true ? { marker: { symbol: "none" as const } } : {}),
    })),
    anchor: { from: { row: at.row, col: at.column }, to: { row: at.row + at.rows, col: at.column + at.columns } },
    ...(titled ? { title: writable(title.text) } : {}),
    showTitle: titled,
    autoTitleDeleted: !titled,
    legend: legend.visible ? LEGEND[legend.position] : false,
    ...(date1904 ? { date1904 } : {}),
    ...(form.kind === "pie" || form.kind === "doughnut" ? {} : { axes: { x: axisToFile(category, before.axes?.x), y: axisToFile(value, before.axes?.y) } }),
  };
}

function groupingOf({ kind, grouping }: ChartForm): Pick<SheetChart, "barGrouping" | "lineGrouping" | "areaGrouping" | "overlap"> {
  if (grouping === undefined) return {};
  if (kind === "bar" || kind === "column") return { barGrouping: grouping === "standard" ? "clustered" : grouping };
  const plain = grouping === "clustered" ? "standard" : grouping;
  return kind === "line" ? { lineGrouping: plain } : { areaGrouping: plain };
}

function axisToFile(axis: ChartAxis, before: Axes["x"] & Axes["y"]): NonNullable<Axes["y"]> {
  const now = { ...(axis.least === undefined ? {} : { min: axis.least }), ...(axis.most === undefined ? {} : { max: axis.most }) };
  return {
    ...NO_MARKS,
    ...before,
    ...(axis.title === undefined || axis.title === "" ? {} : { title: writable(axis.title) }),
    ...(axis.format === undefined ? {} : { numberFormat: { formatCode: writable(axis.format) } }),
    ...(axis.labels === undefined ? {} : { tickLblPos: LABELS[axis.labels] }),
    ...(axis.reversed === true ? { reverse: true } : {}),
    ...(axis.visible === false ? { hidden: true } : {}),
    ...(Object.keys(now).length === 0 && before?.scale === undefined ? {} : { scale: { ...before?.scale, ...now } }),
  };
}

function reference(area: NamedArea | undefined): string {
  return area === undefined ? GONE : addressText(area.sheet, area, true);
}

/** without what XML cannot hold */
function writable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "").replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "");
}
