import { LABEL_POSITIONS, LEGEND_POSITIONS, type Chart, type ChartAxis } from "../../model/chart";
import { chartOf, chartPath } from "../charts";
import type { HostContext } from "../context";
import { invalidArgument } from "../hostError";
import { text } from "../ranges";
import { defineType, handle, type ChartAxisTarget, type Property } from "../registry";

/** a property of a part of a chart */
function held<T extends "title" | "legend">(part: T, key: keyof Chart[T], read: (value: unknown) => unknown): Property<string> {
  return {
    get: (id, context) => chartOf(context, id)[part][key],
    set: (id, value, context) => context.store.charts.change(id, { [part]: { ...chartOf(context, id)[part], [key]: read(value) } }),
  };
}

function switched(value: unknown): boolean {
  if (typeof value !== "boolean") throw invalidArgument("true or false is expected");
  return value;
}

function oneOf<T>(all: readonly T[], value: unknown, name: string): T {
  const found = all.find((one) => one === value);
  if (found === undefined) throw invalidArgument(`${String(value)} is no ${name}`);
  return found;
}

defineType("ChartTitle", {
  props: { Text: held("title", "text", (value) => text(value, "text")), Visible: held("title", "visible", switched) },
  bag: (id) => `${chartPath(id)}/title`,
});

defineType("ChartLegend", {
  props: {
    Visible: held("legend", "visible", switched),
    Position: held("legend", "position", (value) => oneOf(LEGEND_POSITIONS, value, "position")),
  },
  bag: (id) => `${chartPath(id)}/legend`,
});

const axis = (chart: string, which: ChartAxisTarget["axis"]) => handle("ChartAxis", { chart, axis: which });

defineType("ChartAxes", {
  nav: { CategoryAxis: (id) => axis(id, "category"), ValueAxis: (id) => axis(id, "value") },
  methods: {
    GetItem: (id, [type, group]) => {
      const secondary = group !== undefined && group !== null && group !== "Primary";
      if (secondary || (type !== "Category" && type !== "Value")) throw invalidArgument("a chart has a Category and a Value axis, both Primary");
      return axis(id, type === "Category" ? "category" : "value");
    },
  },
  bag: (id) => `${chartPath(id)}/axes`, // the third axis, of charts with depth
});

function axisOf(context: HostContext, target: ChartAxisTarget): ChartAxis {
  return chartOf(context, target.chart)[target.axis];
}

/** undefined: nothing is said of it any more */
function changeAxis(context: HostContext, target: ChartAxisTarget, part: { readonly [Key in keyof ChartAxis]: unknown }): void {
  const now = Object.entries({ ...axisOf(context, target), ...part }).filter(([, value]) => value !== undefined);
  context.store.charts.change(target.chart, { [target.axis]: Object.fromEntries(now) });
}

function onAxis(key: keyof ChartAxis, otherwise: unknown, read: (value: unknown) => unknown): Property<ChartAxisTarget> {
  return {
    get: (target, context) => axisOf(context, target)[key] ?? otherwise,
    set: (target, value, context) => {
      changeAxis(context, target, { [key]: read(value) });
    },
  };
}

/** "" gives an end of an axis back to the chart, as in Excel */
function limit(value: unknown): number | undefined {
  if (value === "") return undefined;
  if (typeof value !== "number" || !Number.isFinite(value)) throw invalidArgument("an end of an axis is a number");
  return value;
}

const axisPath = ({ chart, axis: which }: ChartAxisTarget) => `${chartPath(chart)}/axes/${which}axis`;

defineType("ChartAxis", {
  props: {
    NumberFormat: onAxis("format", "General", (value) => text(value, "numberFormat")),
    ReversePlotOrder: onAxis("reversed", false, switched),
    Visible: onAxis("visible", true, switched),
    TickLabelPosition: onAxis("labels", "NextToAxis", (value) => {
      const position = oneOf(LABEL_POSITIONS, value, "tickLabelPosition");
      return position === "NextToAxis" ? undefined : position;
    }),
    Minimum: onAxis("least", "", limit),
    Maximum: onAxis("most", "", limit),
    Type: { get: (target) => (target.axis === "category" ? "Category" : "Value") },
    AxisGroup: { get: () => "Primary" },
  },
  nav: { Title: (target) => handle("ChartAxisTitle", target) },
  bag: axisPath,
});

defineType("ChartAxisTitle", {
  props: {
    Text: onAxis("title", "", (value) => text(value, "text")),
    Visible: {
      get: (target, context) => (axisOf(context, target).title ?? "") !== "",
      set: (target, value, context) => {
        if (!switched(value)) changeAxis(context, target, { title: undefined });
      },
    },
  },
  bag: (target) => `${axisPath(target)}/title`,
});
