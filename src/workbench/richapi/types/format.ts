import type { CellFormat, Rect } from "../../model/WorkbookPort";
import type { HostContext } from "../context";
import { invalidArgument, notFound } from "../hostError";
import { addressOf, rectOf } from "../ranges";
import type { RangeTarget } from "../references";
import { defineType, handle, type Property } from "../registry";

/** a property of Excel that is one key of the cell's format; null where the cells differ */
function formatKey<K extends keyof CellFormat>(key: K, none: unknown, read: (value: unknown) => CellFormat[K] | undefined): Property<RangeTarget> {
  return {
    get: (target, context) => shown(context, rectOf(target), key, none),
    set: (target, value, context) => {
      const wanted = read(value);
      if (wanted === undefined) throw invalidArgument(`${key} ${String(value)}`);
      context.port.setFormat(rectOf(target), { [key]: wanted });
    },
  };
}

/** a key is missing where no cell has it (its default) and where cells differ (null): the first cell tells which */
function shown(context: HostContext, rect: Rect, key: keyof CellFormat, none: unknown): unknown {
  const all = context.port.format(rect)[key];
  if (all !== undefined) return all;
  const first = context.port.format({ ...rect, rows: 1, columns: 1 })[key];
  return first === undefined ? none : null;
}

function oneOf<T extends string>(...allowed: readonly T[]): (value: unknown) => T | undefined {
  return (value) => allowed.find((one) => one === value);
}

const truth = (value: unknown) => (typeof value === "boolean" ? value : undefined);
const word = (value: unknown) => (typeof value === "string" ? value : undefined);
const size = (value: unknown) => (typeof value === "number" && value > 0 && value <= 409 ? value : undefined);

defineType("RangeFormat", {
  props: {
    WrapText: formatKey("wrap", false, truth),
    HorizontalAlignment: formatKey("horizontal", "General", oneOf("General", "Left", "Center", "Right")),
    VerticalAlignment: formatKey("vertical", "Bottom", oneOf("Top", "Center", "Bottom")),
    ColumnWidth: {
      get: (target, context) => context.port.columnWidth(rectOf(target).sheet, rectOf(target).column),
      set: (target, value, context) =>
        context.port.setColumnWidth(rectOf(target).sheet, rectOf(target).column, rectOf(target).columns, points(value)),
    },
    RowHeight: {
      get: (target, context) => context.port.rowHeight(rectOf(target).sheet, rectOf(target).row),
      set: (target, value, context) => context.port.setRowHeight(rectOf(target).sheet, rectOf(target).row, rectOf(target).rows, points(value)),
    },
  },
  nav: {
    Font: (target) => handle("RangeFont", target),
    Fill: (target) => handle("RangeFill", target),
    Borders: (target) => handle("RangeBorderCollection", target),
  },
  methods: {
    AutofitColumns: (target, _args, context) => context.port.autofitColumns(rectOf(target).sheet, rectOf(target).column, rectOf(target).columns),
    AutofitRows: () => null, // rows of the port fit their text by themselves
  },
});

function points(value: unknown): number {
  if (typeof value !== "number" || !(value >= 0)) throw invalidArgument("a width or height is a number of points");
  return value;
}

defineType("RangeFont", {
  props: {
    Bold: formatKey("bold", false, truth),
    Italic: formatKey("italic", false, truth),
    Color: formatKey("fontColor", "#000000", word),
    Size: formatKey("fontSize", 11, size),
    Name: formatKey("fontName", "Calibri", word),
    Underline: {
      get: (target, context) => underlineWord(shown(context, rectOf(target), "underline", false)),
      set: (target, value, context) => context.port.setFormat(rectOf(target), { underline: value !== "None" }),
    },
  },
});

function underlineWord(value: unknown): string | null {
  return value === null ? null : value === true ? "Single" : "None";
}

defineType("RangeFill", {
  props: { Color: formatKey("fill", "#FFFFFF", word) },
  methods: { Clear: (target, _args, context) => context.port.setFormat(rectOf(target), { fill: "" }) },
});

const SIDES = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideVertical", "InsideHorizontal", "DiagonalDown", "DiagonalUp"] as const;

defineType("RangeBorderCollection", {
  props: { Count: { get: () => SIDES.length } },
  items: {
    list: (target) => SIDES.map((side) => handle("RangeBorder", { range: target, side })),
    find: (target, key) => (SIDES.some((side) => side === key) ? handle("RangeBorder", { range: target, side: String(key) }) : null),
  },
  methods: {
    GetItemAt: (target, args) => {
      const side = SIDES[Number(args[0])];
      if (side === undefined) throw notFound(`border ${String(args[0])}`);
      return handle("RangeBorder", { range: target, side });
    },
  },
});

/** the bottom edge is drawn; the others are kept as told, in the bag */
defineType("RangeBorder", {
  key: (target) => ({ SideIndex: target.side }),
  props: {
    SideIndex: { get: (target) => target.side },
    Color: {
      get: (target, context) =>
        (target.side === "EdgeBottom" ? shown(context, rectOf(target.range), "borderBottom", "#000000") : context.bag.get(borderPath(target, context), "color")),
      set: (target, value, context) => setBorder(target, "color", value, context),
    },
    Style: {
      get: (target, context) => context.bag.get(borderPath(target, context), "style") ?? "None",
      set: (target, value, context) => setBorder(target, "style", value, context),
    },
    Weight: {
      get: (target, context) => context.bag.get(borderPath(target, context), "weight") ?? "Thin",
      set: (target, value, context) => context.bag.set(borderPath(target, context), "weight", value),
    },
  },
});

interface Border {
  readonly range: RangeTarget;
  readonly side: string;
}

function borderPath(target: Border, context: HostContext): string {
  return `border/${addressOf(context, rectOf(target.range))}/${target.side}`;
}

function setBorder(target: Border, what: "color" | "style", value: unknown, context: HostContext): void {
  const path = borderPath(target, context);
  context.bag.set(path, what, value);
  if (target.side !== "EdgeBottom") return;
  const none = context.bag.get(path, "style") === "None";
  context.port.setFormat(rectOf(target.range), { borderBottom: none ? "" : String(context.bag.get(path, "color") ?? "#000000") });
}
