import { bounding, intersect } from "../../model/a1";
import { areaOf, type Chart } from "../../model/chart";
import type { SheetId } from "../../model/WorkbookPort";
import { frameBeside, frameWith, pointsOf } from "../chartFrame";
import { chartOf, chartPath, chartTypeFrom, rangeFrom, seriesOver } from "../charts";
import type { HostContext } from "../context";
import { EventType, WORKBOOK_TARGET } from "../events";
import { invalidArgument, notFound } from "../hostError";
import { rectFrom, text, whole, wholeSheet } from "../ranges";
import { defineType, handle, type Handle, type Property } from "../registry";

function findChart(context: HostContext, sheet: SheetId, key: unknown): Handle | null {
  const asked = String(key).toLowerCase();
  const chart = context.store.charts.of(sheet).find((one) => one.id === key || one.name.toLowerCase() === asked);
  return chart ? handle("Chart", chart.id) : null;
}

defineType("ChartCollection", {
  props: { Count: { get: (sheet, context) => context.store.charts.of(sheet).length } },
  items: {
    list: (sheet, context) => context.store.charts.of(sheet).map((chart) => handle("Chart", chart.id)),
    find: (sheet, key, context) => findChart(context, sheet, key),
  },
  methods: {
    Add: (sheet, args, context) => addChart(context, sheet, args),
    GetCount: (sheet, _args, context) => context.store.charts.of(sheet).length,
    GetItem: (sheet, args, context) => {
      const found = findChart(context, sheet, args[0]);
      if (!found) throw notFound(`chart ${String(args[0])}`);
      return found;
    },
    GetItemOrNullObject: (sheet, args, context) => findChart(context, sheet, args[0]),
    GetItemAt: (sheet, args, context) => {
      const chart = context.store.charts.of(sheet)[whole(args[0], "index")];
      if (!chart) throw notFound(`chart ${String(args[0])}`);
      return handle("Chart", chart.id);
    },
  },
  events: {
    AddedEvent: { type: EventType.ChartAdded, target: (sheet) => sheet },
    DeletedEvent: { type: EventType.ChartDeleted, target: (sheet) => sheet },
  },
});

/** One series is the chart's title as well, as in Excel; several need a legend to be told apart. */
function addChart(context: HostContext, sheet: SheetId, [type, source, seriesBy]: readonly unknown[]): Handle {
  const rect = rangeFrom(source);
  const series = seriesOver(context, rect, seriesBy);
  const { id } = context.store.charts.add({
    sheet, series, type: chartTypeFrom(context, type), at: frameBeside(rect), category: {}, value: {},
    title: { text: series.length === 1 ? series[0]!.name : "Chart Title", visible: true },
    legend: { position: "Bottom", visible: series.length > 1 },
  });
  context.store.charts.announce(id);
  tell(context, EventType.ChartAdded, id, sheet);
  return handle("Chart", id);
}

function tell(context: HostContext, type: number, chartId: string, sheet: SheetId): void {
  context.events.raise(type, [sheet, WORKBOOK_TARGET], () => ({ chartId, source: "Local", worksheetId: sheet }));
}

function change(context: HostContext, id: string, part: Partial<Omit<Chart, "id" | "sheet">>): void {
  chartOf(context, id);
  context.store.charts.change(id, part);
}

function side(name: "left" | "top" | "width" | "height"): Property<string> {
  return {
    get: (id, context) => pointsOf(context, chartOf(context, id), name),
    set: (id, value, context) => change(context, id, { at: frameWith(context, chartOf(context, id), name, value) }),
  };
}

/** What is not named here (looks, the plot area, labels) is stored as told, and neither drawn nor saved. */
defineType("Chart", {
  key: (id) => ({ Id: id }),
  props: {
    Id: { get: (id) => id },
    Name: { get: (id, context) => chartOf(context, id).name, set: (id, value, context) => change(context, id, { name: text(value, "name") }) },
    ChartType: {
      get: (id, context) => chartOf(context, id).type,
      set: (id, value, context) => change(context, id, { type: chartTypeFrom(context, value) }),
    },
    Left: side("left"),
    Top: side("top"),
    Width: side("width"),
    Height: side("height"),
  },
  nav: {
    Worksheet: (id, context) => handle("Worksheet", chartOf(context, id).sheet),
    Title: (id) => handle("ChartTitle", id),
    Legend: (id) => handle("ChartLegend", id),
    Axes: (id) => handle("ChartAxes", id),
    Series: (id) => handle("ChartSeriesCollection", id),
  },
  methods: {
    SetData: (id, args, context) => change(context, id, { series: seriesOver(context, rangeFrom(args[0]), args[1]) }),
    SetPosition: (id, [start, end], context) => {
      const { sheet, at } = chartOf(context, id);
      const first = rectFrom(context, start, sheet);
      const last = end === undefined || end === null ? { ...at, sheet, row: first.row, column: first.column } : rectFrom(context, end, sheet);
      if (first.sheet !== sheet || last.sheet !== sheet) throw invalidArgument("the cells are on another worksheet");
      change(context, id, { at: areaOf(intersect(bounding(first, last), wholeSheet(sheet))!) });
    },
    Activate: (id, _args, context) => context.port.activateSheet(chartOf(context, id).sheet),
    Delete: (id, _args, context) => {
      const { sheet } = chartOf(context, id);
      context.store.charts.remove(id);
      context.bag.remove(chartPath(id));
      tell(context, EventType.ChartDeleted, id, sheet);
    },
  },
  bag: chartPath,
});
