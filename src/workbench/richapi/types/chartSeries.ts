import type { ChartSeries } from "../../model/chart";
import { chartOf, chartPath, rangeFrom } from "../charts";
import type { HostContext } from "../context";
import { invalidArgument, notFound } from "../hostError";
import { addressOf, text, whole } from "../ranges";
import { defineType, handle, type Handle, type Targets } from "../registry";

type Target = Targets["ChartSeries"];

function list(context: HostContext, chart: string): readonly Handle[] {
  return chartOf(context, chart).series.map((_, index) => handle("ChartSeries", { chart, index }));
}

function at(context: HostContext, chart: string, index: unknown): Handle {
  const found = list(context, chart)[whole(index, "index")];
  if (!found) throw notFound(`series ${String(index)}`);
  return found;
}

defineType("ChartSeriesCollection", {
  props: { Count: { get: (id, context) => chartOf(context, id).series.length } },
  items: { list: (id, context) => list(context, id), find: (id, key, context) => (typeof key === "number" ? (list(context, id)[key] ?? null) : null) },
  methods: {
    Add: (id, [name, index], context) => {
      const { series } = chartOf(context, id);
      const place = whole(index, "index", series.length);
      if (place < 0 || place > series.length) throw invalidArgument("the index of a series");
      const added: ChartSeries = { name: name === undefined || name === null ? `Series${String(series.length + 1)}` : text(name, "name"), values: undefined };
      context.store.charts.change(id, { series: [...series.slice(0, place), added, ...series.slice(place)] });
      return handle("ChartSeries", { chart: id, index: place });
    },
    GetCount: (id, _args, context) => chartOf(context, id).series.length,
    GetItemAt: (id, [index], context) => at(context, id, index),
  },
});

function seriesOf(context: HostContext, { chart, index }: Target): ChartSeries {
  const found = chartOf(context, chart).series[index];
  if (!found) throw notFound("the series");
  return found;
}

function change(context: HostContext, target: Target, part: Partial<ChartSeries>): void {
  seriesOf(context, target);
  const { series } = chartOf(context, target.chart);
  context.store.charts.change(target.chart, { series: series.map((one, index) => (index === target.index ? { ...one, ...part } : one)) });
}

/** Looks of a series (colours, markers, labels) are stored as told, and neither drawn nor saved. */
defineType("ChartSeries", {
  props: {
    Name: { get: (target, context) => seriesOf(context, target).name, set: (target, value, context) => change(context, target, { name: text(value, "name") }) },
    ChartType: { get: (target, context) => chartOf(context, target.chart).type },
  },
  methods: {
    SetValues: (target, [source], context) => change(context, target, { values: rangeFrom(source) }),
    SetXAxisValues: (target, [source], context) => change(context, target, { categories: rangeFrom(source) }),
    GetDimensionDataSourceString: (target, [dimension], context) => {
      const { values, categories } = seriesOf(context, target);
      if (dimension !== "Values" && dimension !== "Categories") throw invalidArgument(`${String(dimension)} is no dimension of this chart`);
      const rect = dimension === "Values" ? values : categories;
      if (!rect) throw invalidArgument(`the series has no cells for its ${dimension}`);
      return addressOf(context, rect, true);
    },
    GetDimensionDataSourceType: () => "LocalRange",
    Delete: (target, _args, context) => {
      seriesOf(context, target);
      context.store.charts.change(target.chart, { series: chartOf(context, target.chart).series.filter((_, index) => index !== target.index) });
    },
  },
  bag: ({ chart, index }) => `${chartPath(chart)}/series/${String(index)}`,
});
