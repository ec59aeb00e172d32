import { cloneChart, parseChart, type Chart } from "hucre";
import type { Sheet, SheetChart, Workbook } from "hucre/xlsx";
import { parseArea, splitAddress } from "../model/a1";
import { CHART_TYPES, type ChartAxis, type ChartForm, type ChartSnapshot, type ChartType, type LegendPosition, type NamedArea } from "../model/chart";
import { namesIn, textIn } from "./zip";

/** A chart's part is no larger; most of a book that are looked at. */
const LARGEST_PART = 2 ** 22, MOST_PARTS = 1000;

type Scale = NonNullable<NonNullable<NonNullable<SheetChart["axes"]>["y"]>["scale"]>;

/** Which way the bars of a file's charts stand, by what else is known of the chart: hucre does not say it. */
export type Directions = ReadonlyMap<string, "column" | "bar" | "mixed">;

/** Charts that are drawn in several ways at once, or twice alike but for the way their bars stand, are `mixed`. */
export async function directionsIn(xlsx: Uint8Array, { sheets }: Workbook): Promise<Directions> {
  const found = new Map<string, "column" | "bar" | "mixed">();
  if (!sheets.some(({ charts }) => charts !== undefined)) return found;
  for (const name of namesIn(xlsx).filter((one) => /^xl\/charts\/[^/]+\.xml$/i.test(one)).slice(0, MOST_PARTS)) {
    const xml = await textIn(xlsx, name, LARGEST_PART);
    const chart = xml === undefined ? undefined : parseChart(xml);
    if (chart === undefined) continue;
    const groups = xml!.match(/<(?:\w+:)?\w+Chart[\s>]/g)?.length ?? 0;
    const way = groups !== 1 ? "mixed" : /<(?:\w+:)?barDir\s+val="bar"/.test(xml!) ? "bar" : "column";
    const key = keyOf(chart);
    found.set(key, found.has(key) && found.get(key) !== way ? "mixed" : way);
  }
  return found;
}

/** what the chart's own part says, without what its drawing does */
function keyOf({ anchor: _anchor, altText: _altText, frameTitle: _frameTitle, ...chart }: Chart): string {
  return JSON.stringify(chart);
}

/** The charts of a sheet that can be held and written again; the others are `lost` in a file saved here. */
export function chartsFromFile(sheet: Sheet, directions: Directions): { readonly charts: ChartSnapshot[]; readonly lost: number } {
  const all = sheet.charts ?? [];
  const charts = all.flatMap((chart, at) => chartFrom(chart, at, sheet.name, directions) ?? []);
  return { charts, lost: all.length - charts.length };
}

function chartFrom(chart: Chart, at: number, home: string, directions: Directions): ChartSnapshot | undefined {
  const way = directions.get(keyOf(chart));
  const type = typeOf(chart, way);
  const { from, to } = chart.anchor ?? {};
  const series = (chart.series ?? []).map((one) => ({ name: one.name ?? "", values: areaFrom(one.valuesRef, home), categories: areaFrom(one.categoriesRef, home) }));
  const held = from !== undefined && series.length > 0 && series.every(({ values, categories }) => values !== "other" && categories !== "other");
  if (type === undefined || !held) return undefined;
  const { kind } = CHART_TYPES[type];
  const carried = cloneChart({ ...chart, series: (chart.series ?? []).map((one) => ({ ...one, valuesRef: one.valuesRef ?? "" })) }, { anchor: { from }, type: kind });
  return {
    name: `Chart ${String(at + 1)}`,
    type,
    at: { row: from.row, column: from.col, rows: Math.max(1, (to?.row ?? from.row + 15) - from.row), columns: Math.max(1, (to?.col ?? from.col + 6) - from.col) },
    title: { text: chart.title ?? "", visible: chart.title !== undefined },
    legend: { position: LEGEND[chart.legend || "right"], visible: chart.legend !== undefined && chart.legend !== false },
    category: axisFrom(chart.axes?.x),
    value: axisFrom(chart.axes?.y),
    series: series.map(({ name, values, categories }, k) => ({ name, values: placeOf(values), ...(categories === undefined ? {} : { categories: placeOf(categories) }), carried: looksOf(carried.series[k]!) })),
    carried: chartLooks(carried),
  };
}

const LEGEND = { top: "Top", bottom: "Bottom", left: "Left", right: "Right", topRight: "Corner" } as const satisfies Record<string, LegendPosition>;

const LABELS = { low: "Low", high: "High", none: "None" } as const;

function typeOf(chart: Chart, way: "column" | "bar" | "mixed" | undefined): ChartType | undefined {
  const [read] = chart.kinds;
  if (chart.kinds.length !== 1 || way === undefined || way === "mixed") return undefined;
  const kind = read === "bar" ? way : read;
  const grouping = (kind === "column" || kind === "bar" ? chart.barGrouping : kind === "line" ? chart.lineGrouping : chart.areaGrouping) ?? (kind === "column" || kind === "bar" ? "clustered" : "standard");
  const marked = kind === "line" && chart.showLineMarkers !== false && !(chart.series ?? []).every(({ marker }) => marker?.symbol === "none");
  return (Object.keys(CHART_TYPES) as ChartType[]).find((type) => {
    const form: ChartForm = CHART_TYPES[type];
    return form.kind === kind && (form.grouping ?? grouping) === grouping && (form.markers === true) === marked;
  });
}

/** Undefined: nothing is named. Cells that are gone have no place; what is no block of cells (a name, several blocks) is `other`. */
function areaFrom(reference: string | undefined, home: string): NamedArea | "gone" | "other" | undefined {
  if (reference === undefined || reference === "") return undefined;
  if (reference.includes("#REF!")) return "gone";
  const { sheet = home, rest } = splitAddress(reference);
  const area = parseArea(rest);
  return area === undefined ? "other" : { ...area, sheet };
}

function placeOf(area: NamedArea | "gone" | "other" | undefined): NamedArea | undefined {
  return typeof area === "string" ? undefined : area;
}

function axisFrom(axis: NonNullable<Chart["axes"]>["x"]): ChartAxis {
  const { title, numberFormat, reverse, hidden, tickLblPos, scale } = axis ?? {};
  return {
    ...(title === undefined ? {} : { title }),
    ...(numberFormat === undefined || numberFormat.sourceLinked === true ? {} : { format: numberFormat.formatCode }),
    ...(reverse === true ? { reversed: true } : {}),
    ...(hidden === true ? { visible: false } : {}),
    ...(tickLblPos === undefined || tickLblPos === "nextTo" ? {} : { labels: LABELS[tickLblPos] }),
    ...(scale?.min === undefined ? {} : { least: scale.min }),
    ...(scale?.max === undefined ? {} : { most: scale.max }),
  };
}

/** looks alone: what is called and shown is held beside them, and said anew on saving */
function looksOf({ name: _name, values: _values, categories: _categories, ...looks }: SheetChart["series"][number]): Partial<SheetChart["series"][number]> {
  return looks;
}

function chartLooks({ title: _title, series: _series, anchor: _anchor, legend: _legend, axes, ...looks }: SheetChart): Partial<SheetChart> {
  return axes === undefined ? looks : { ...looks, axes: { ...(axes.x === undefined ? {} : { x: axisLooks(axes.x) }), ...(axes.y === undefined ? {} : { y: axisLooks(axes.y) }) } };
}

function axisLooks<Axis extends NonNullable<NonNullable<SheetChart["axes"]>["y"]>>({ title: _title, numberFormat: _format, reverse: _reverse, hidden: _hidden, tickLblPos: _labels, scale, ...looks }: Axis): Omit<Axis, "title" | "numberFormat" | "reverse" | "hidden" | "tickLblPos" | "scale"> & Pick<Axis, "scale"> {
  return scale === undefined ? looks : { ...looks, scale: scaleLooks(scale) };
}

function scaleLooks({ min: _min, max: _max, ...scale }: Scale): Scale {
  return scale;
}
