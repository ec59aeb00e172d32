import type { Area } from "./bookSnapshot";
import type { Shift } from "./shiftRect";
import { shiftRect } from "./shiftRect";
import type { Rect, SheetId } from "./WorkbookPort";

/** A chart over cells. `Place`: how its cells are named: by the id of their sheet in an open book, by its name at rest. */
interface ChartOf<Place> {
  readonly name: string;
  readonly type: ChartType;
  /** the cells it covers */
  readonly at: Area;
  readonly title: { readonly text: string; readonly visible: boolean };
  readonly legend: { readonly position: LegendPosition; readonly visible: boolean };
  readonly category: ChartAxis;
  readonly value: ChartAxis;
  readonly series: readonly SeriesOf<Place>[];
  /** colours and what else only the file's own folder understands, handed back as it came */
  readonly carried?: unknown;
}

interface SeriesOf<Place> {
  readonly name: string;
  /** undefined: its cells were deleted */
  readonly values: Place | undefined;
  readonly categories?: Place | undefined;
  readonly carried?: unknown;
}

export interface ChartAxis {
  /** undefined: as its cells show them */
  readonly format?: string;
  readonly reversed?: boolean;
  readonly visible?: boolean;
  readonly title?: string;
  /** where its labels stand; undefined: beside the axis */
  readonly labels?: Exclude<LabelPosition, "NextToAxis">;
  readonly least?: number;
  readonly most?: number;
}

export type ChartSeries = SeriesOf<Rect>;
export type Chart = ChartOf<Rect> & { readonly id: string; readonly sheet: SheetId };

/** `sheet`: the name of the sheet whose cells these are */
export type NamedArea = Area & { readonly sheet: string };
export type ChartSnapshot = ChartOf<NamedArea>;

/** Excel's names of what can be written to a file, and what each is made of. */
export const CHART_TYPES = {
  ColumnClustered: { kind: "column", grouping: "clustered" },
  ColumnStacked: { kind: "column", grouping: "stacked" },
  ColumnStacked100: { kind: "column", grouping: "percentStacked" },
  BarClustered: { kind: "bar", grouping: "clustered" },
  BarStacked: { kind: "bar", grouping: "stacked" },
  BarStacked100: { kind: "bar", grouping: "percentStacked" },
  Line: { kind: "line", grouping: "standard" },
  LineStacked: { kind: "line", grouping: "stacked" },
  LineStacked100: { kind: "line", grouping: "percentStacked" },
  LineMarkers: { kind: "line", grouping: "standard", markers: true },
  LineMarkersStacked: { kind: "line", grouping: "stacked", markers: true },
  LineMarkersStacked100: { kind: "line", grouping: "percentStacked", markers: true },
  Area: { kind: "area", grouping: "standard" },
  AreaStacked: { kind: "area", grouping: "stacked" },
  AreaStacked100: { kind: "area", grouping: "percentStacked" },
  Pie: { kind: "pie" }, // shows its first series, and a file of ours holds no other
  Doughnut: { kind: "doughnut" },
} as const satisfies Record<string, ChartForm>;

export interface ChartForm {
  readonly kind: "column" | "bar" | "line" | "area" | "pie" | "doughnut";
  readonly grouping?: "standard" | "clustered" | "stacked" | "percentStacked";
  /** points of a line are marked */
  readonly markers?: true;
}

export type ChartType = keyof typeof CHART_TYPES;

export const LEGEND_POSITIONS = ["Top", "Bottom", "Left", "Right", "Corner"] as const;
export type LegendPosition = (typeof LEGEND_POSITIONS)[number];

export const LABEL_POSITIONS = ["NextToAxis", "Low", "High", "None"] as const;
export type LabelPosition = (typeof LABEL_POSITIONS)[number];

/** The charts of an open book, in the order they were made. */
export class Charts {
  readonly #charts = new Map<string, Chart>();
  readonly #listeners = new Set<(id: string) => void>();
  #last = 0;

  of(sheet: SheetId): readonly Chart[] {
    return [...this.#charts.values()].filter((chart) => chart.sheet === sheet);
  }

  get(id: string): Chart | undefined {
    return this.#charts.get(id);
  }

  /** its id, by which no chart was known before */
  add(chart: Omit<Chart, "id" | "name"> & { readonly name?: string }): Chart {
    const number = ++this.#last;
    const id = `{${String(number).padStart(8, "0")}-0002-4000-8000-000000000000}`;
    const added = { name: `Chart ${String(number)}`, ...chart, id };
    this.#charts.set(id, added);
    return added;
  }

  /** somebody put a chart over cells of the open book; its title and place come after */
  announce(id: string): void {
    for (const listener of this.#listeners) listener(id);
  }

  onAnnounced(listener: (id: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  change(id: string, part: Partial<Omit<Chart, "id" | "sheet">>): void {
    const chart = this.#charts.get(id);
    if (chart) this.#charts.set(id, { ...chart, ...part });
  }

  remove(id: string): void {
    this.#charts.delete(id);
  }

  /** its charts go; what others showed of it is gone */
  removeSheet(sheet: SheetId): void {
    this.#move((rect) => (rect.sheet === sheet ? undefined : rect));
    for (const chart of this.of(sheet)) this.remove(chart.id);
  }

  /** Cells came or went: charts over them follow. One whose place was deleted stays where it stood. */
  shift(shift: Shift): void {
    this.#move((rect) => shiftRect(rect, shift));
  }

  clear(): void {
    this.#charts.clear();
  }

  #move(to: (rect: Rect) => Rect | undefined): void {
    for (const chart of this.#charts.values()) {
      const series = chart.series.map((one) => ({ ...one, values: one.values && to(one.values), ...(one.categories === undefined ? {} : { categories: to(one.categories) }) }));
      const place = to({ ...chart.at, sheet: chart.sheet });
      const at = place === undefined ? chart.at : areaOf(place);
      this.#charts.set(chart.id, { ...chart, at, series });
    }
  }
}

export function areaOf({ row, column, rows, columns }: Area): Area {
  return { row, column, rows, columns };
}
