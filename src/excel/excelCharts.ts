import type { CellBlock, PlannedChart } from "../pane/host";
import { run } from "./excelRun";

const TYPES: Readonly<Record<PlannedChart["kind"], Excel.ChartType>> = { line: "Line" as Excel.ChartType, column: "ColumnClustered" as Excel.ChartType, bar: "BarClustered" as Excel.ChartType };

/** Charts over cells of a sheet that was just added; where the host draws none, none is left half made. */
export async function drawExcelCharts(sheet: string, charts: readonly PlannedChart[]): Promise<void> {
  try {
    for (const chart of charts) await run((context) => draw(context, context.workbook.worksheets.getItem(sheet), chart));
  } catch (error) {
    await removeCharts(sheet).catch(() => undefined); // the first refusal is the one to tell
    throw error;
  }
}

async function draw(context: Excel.RequestContext, sheet: Excel.Worksheet, planned: PlannedChart): Promise<void> {
  const range = ({ row, column, rows, columns }: CellBlock): Excel.Range => sheet.getRangeByIndexes(row, column, rows, columns);
  const [first, ...others] = planned.series;
  const by = first!.values.rows === 1 ? "Rows" : "Columns";
  const chart = sheet.charts.add(TYPES[planned.kind], range(first!.values), by as Excel.ChartSeriesBy);
  const { row, column, rows, columns } = planned.at;
  chart.setPosition(sheet.getCell(row, column), sheet.getCell(row + rows - 1, column + columns - 1));
  chart.title.text = planned.title;
  const series = [chart.series.getItemAt(0), ...others.map(({ name }) => chart.series.add(name))];
  planned.series.forEach(({ name, values }, at) => {
    const one = series[at]!;
    one.name = name;
    one.setValues(range(values));
    one.setXAxisValues(range(planned.categories));
  });
  chart.axes.valueAxis.numberFormat = planned.format;
  chart.legend.visible = planned.series.length > 1;
  if (planned.series.length > 1) chart.legend.position = "Bottom" as Excel.ChartLegendPosition;
  if (planned.kind === "bar") {
    chart.axes.categoryAxis.reversePlotOrder = true; // first row at the top, as in the sheet
    chart.axes.categoryAxis.tickLabelPosition = "Low" as Excel.ChartAxisTickLabelPosition; // clear of the bars of a decrease
  }
  await context.sync();
}

async function removeCharts(sheet: string): Promise<void> {
  await run(async (context) => {
    const charts = context.workbook.worksheets.getItem(sheet).charts.load("items/id");
    await context.sync();
    for (const chart of charts.items) chart.delete();
    await context.sync();
  });
}
