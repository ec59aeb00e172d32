import type { ChartInfo, HostContext } from "../context";
import { EventType, WORKBOOK_TARGET } from "../events";
import { HostError, notFound } from "../hostError";
import { addressOf, isRange, rectOf, text, whole } from "../ranges";
import { defineType, handle, type Handle } from "../registry";

function chartsOf(context: HostContext, sheet: string): readonly ChartInfo[] {
  return [...context.charts.values()].filter((chart) => chart.sheet === sheet);
}

function findChart(context: HostContext, sheet: string, key: unknown): Handle | null {
  const asked = String(key).toLowerCase();
  const chart = chartsOf(context, sheet).find((one) => one.id === key || String(context.bag.get(path(one.id), "name")).toLowerCase() === asked);
  return chart ? handle("Chart", chart.id) : null;
}

function path(id: string): string {
  return `chart/${id}`;
}

defineType("ChartCollection", {
  props: { Count: { get: (sheet, context) => chartsOf(context, sheet).length } },
  items: {
    list: (sheet, context) => chartsOf(context, sheet).map((chart) => handle("Chart", chart.id)),
    find: (sheet, key, context) => findChart(context, sheet, key),
  },
  methods: {
    Add: (sheet, args, context) => addChart(context, sheet, args),
    GetCount: (sheet, _args, context) => chartsOf(context, sheet).length,
    GetItem: (sheet, args, context) => {
      const found = findChart(context, sheet, args[0]);
      if (!found) throw notFound(`chart ${String(args[0])}`);
      return found;
    },
    GetItemOrNullObject: (sheet, args, context) => findChart(context, sheet, args[0]),
    GetItemAt: (sheet, args, context) => {
      const chart = chartsOf(context, sheet)[whole(args[0], "index")];
      if (!chart) throw notFound(`chart ${String(args[0])}`);
      return handle("Chart", chart.id);
    },
  },
  events: {
    AddedEvent: { type: EventType.ChartAdded, target: (sheet) => sheet },
    DeletedEvent: { type: EventType.ChartDeleted, target: (sheet) => sheet },
  },
});

function addChart(context: HostContext, sheet: string, args: readonly unknown[]): Handle {
  const id = `{${String(context.charts.size + 1).padStart(8, "0")}-0002-4000-8000-000000000000}`;
  const source = isRange(args[1]) ? addressOf(context, rectOf(args[1].target)) : "";
  if (source === "") throw new HostError("InvalidArgument", "A chart needs a range as its source.");
  context.charts.set(id, { id, sheet, chartType: text(args[0], "type"), source, seriesBy: typeof args[2] === "string" ? args[2] : "Auto" });
  context.bag.set(path(id), "name", `Chart ${context.charts.size}`);
  context.events.raise(EventType.ChartAdded, [sheet, WORKBOOK_TARGET], () => ({ chartId: id, source: "Local", worksheetId: sheet }));
  return handle("Chart", id);
}

defineType("Chart", {
  key: (id) => ({ Id: id }),
  props: {
    Id: { get: (id) => id },
    ChartType: {
      get: (id, context) => context.charts.get(id)?.chartType,
      set: (id, value, context) => change(context, id, { chartType: text(value, "chartType") }),
    },
  },
  nav: { Worksheet: (id, context) => handle("Worksheet", info(context, id).sheet) },
  methods: {
    SetData: (id, args, context) => {
      if (!isRange(args[0])) throw new HostError("InvalidArgument", "A chart needs a range as its source.");
      change(context, id, { source: addressOf(context, rectOf(args[0].target)), seriesBy: typeof args[1] === "string" ? args[1] : "Auto" });
    },
    SetPosition: (id, args, context) => {
      const cell = (given: unknown) => (isRange(given) ? addressOf(context, rectOf(given.target)) : given);
      context.bag.set(path(id), "startCell", cell(args[0]));
      context.bag.set(path(id), "endCell", cell(args[1]));
    },
    Activate: (id, _args, context) => context.port.activateSheet(info(context, id).sheet),
    Delete: (id, _args, context) => {
      const { sheet } = info(context, id);
      context.charts.delete(id);
      context.bag.remove(path(id));
      context.events.raise(EventType.ChartDeleted, [sheet, WORKBOOK_TARGET], () => ({ chartId: id, source: "Local", worksheetId: sheet }));
    },
  },
  bag: path,
});

function info(context: HostContext, id: string): ChartInfo {
  const chart = context.charts.get(id);
  if (!chart) throw notFound("the chart");
  return chart;
}

function change(context: HostContext, id: string, part: Partial<ChartInfo>): void {
  context.charts.set(id, { ...info(context, id), ...part });
}
