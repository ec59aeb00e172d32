import { writeXlsx, type SheetChart } from "hucre/xlsx";
import type { ChartSnapshot } from "../../../src/workbench/model/chart";
import { notKeptSentence } from "../../../src/workbench/xlsx/carried";
import { openXlsx } from "../../../src/workbench/xlsx/openXlsx";
import { saveXlsx } from "../../../src/workbench/xlsx/saveXlsx";
import { textIn, withText } from "../../../src/workbench/xlsx/zip";

const AREA = { sheet: "S & T", row: 1, column: 1, rows: 3, columns: 1 };

const CHART: ChartSnapshot = {
  name: "Chart 1", type: "BarClustered", at: { row: 5, column: 2, rows: 12, columns: 6 },
  title: { text: "Open & overdue", visible: true }, legend: { position: "Corner", visible: true },
  category: { reversed: true, labels: "Low", title: "Buyer" }, value: { format: "#,##0", least: -5, most: 20, visible: false },
  series: [{ name: "Open", values: AREA, categories: { ...AREA, column: 0 } }, { name: "Gone", values: undefined }],
};

function book(...charts: ChartSnapshot[]) {
  return { active: 0, names: [], formats: [], sheets: [{ name: "S & T", cells: [[{ value: "x" }]], charts }] };
}

async function chartsOf(bytes: Uint8Array) {
  return (await openXlsx(bytes, "book.xlsx")).sheets[0]!.charts;
}

test.each([
  "ColumnClustered", "ColumnStacked", "ColumnStacked100", "BarClustered", "BarStacked", "BarStacked100", "Line", "LineStacked", "LineStacked100", "LineMarkers", "LineMarkersStacked",
  "LineMarkersStacked100", "Area", "AreaStacked", "AreaStacked100",
] as const)("%s: kind, place, title, legend, axes and series survive saving and opening", async (type) => {
  expect(await chartsOf(await saveXlsx(book({ ...CHART, type })))).toMatchObject([{ ...CHART, type }]);
});

test("a ring has no axes; a pie none either, and the one series that it shows", async () => {
  const round = { category: {}, value: {} };
  expect(await chartsOf(await saveXlsx(book({ ...CHART, type: "Doughnut" })))).toMatchObject([{ ...CHART, ...round, type: "Doughnut" }]);
  expect(await chartsOf(await saveXlsx(book({ ...CHART, type: "Pie" })))).toMatchObject([{ ...CHART, ...round, type: "Pie", series: [CHART.series[0]] }]);
});

test("no title and no legend are none again, whatever they would say", async () => {
  const bare = { ...CHART, title: { text: "Hidden", visible: false }, legend: { position: "Left", visible: false } } as const;
  expect(await chartsOf(await saveXlsx(book(bare)))).toMatchObject([{ title: { visible: false }, legend: { visible: false } }]);
});

test("bars and columns of the same cells on one sheet are told apart by more than their way; alike in all else they are not kept", async () => {
  const two = [CHART, { ...CHART, type: "ColumnClustered", title: { text: "Other", visible: true } }] as const;
  expect((await chartsOf(await saveXlsx(book(...two))))!.map(({ type }) => type)).toEqual(["BarClustered", "ColumnClustered"]);
  const opened = await openXlsx(await saveXlsx(book(CHART, { ...CHART, type: "ColumnClustered" })), "book.xlsx");
  expect(opened.sheets[0]!.charts).toEqual([]);
  expect(opened.carried).toMatchObject({ notKept: ["charts"] });
});

test("a hostile title is text: no markup, and nothing that XML cannot hold", async () => {
  const title = '</c:tx><x a="&amp;">\u0000\u0008\ud800=1+1';
  const bytes = await saveXlsx(book({ ...CHART, title: { text: title, visible: true }, series: [{ ...CHART.series[0]!, name: title }] }));
  const kept = '</c:tx><x a="&amp;">=1+1';
  expect(await chartsOf(bytes)).toMatchObject([{ title: { text: kept }, series: [{ name: kept }] }]);
});

async function fileWith(chart: Omit<SheetChart, "anchor">, alter: (xml: string) => string = (xml) => xml): Promise<Uint8Array> {
  const bytes = await writeXlsx({ sheets: [{ name: "S", rows: [[1, 2], [3, 4]], charts: [{ ...chart, anchor: { from: { row: 3, col: 0 } } }] }] });
  return withText(bytes, "xl/charts/chart1.xml", alter((await textIn(bytes, "xl/charts/chart1.xml", 1e6))!));
}

test("what a file's chart looks like is carried through", async () => {
  const opened = await openXlsx(await fileWith({ type: "column", title: "T", gapWidth: 40, series: [{ name: "A", values: "A1:A2", color: "1F77B4" }], axes: { y: { scale: { min: 1, majorUnit: 2 }, gridlines: { major: true } } } }), "b.xlsx");
  expect(opened.sheets[0]!.charts).toMatchObject([{ type: "ColumnClustered", value: { least: 1 }, series: [{ name: "A", values: { sheet: "S", row: 0, column: 0, rows: 2, columns: 1 } }] }]);
  const xml = (await textIn(await saveXlsx(opened), "xl/charts/chart1.xml", 1e6))!;
  for (const part of ['<c:gapWidth val="40"/>', '<a:srgbClr val="1F77B4"/>', '<c:majorUnit val="2"/>', '<c:min val="1"/>', "<c:majorGridlines"]) expect(xml).toContain(part);
});

test.each<[string, Uint8Array | Promise<Uint8Array>]>([
  ["points in a plane", fileWith({ type: "scatter", series: [{ values: "A1:A2", categories: "B1:B2" }] })],
  ["columns and a line in one", fileWith({ type: "column", series: [{ values: "A1:A2" }] }, (xml) => xml.replace("<c:catAx>", "<c:lineChart><c:grouping val=\"standard\"/></c:lineChart><c:catAx>"))],
  ["cells by a name", fileWith({ type: "line", series: [{ values: "A1:A2" }] }, (xml) => xml.replace("S!A1:A2", "Book1.xlsx!Open"))],
])("a chart of %s is not kept, and that is said", async (_, file) => {
  const opened = await openXlsx(await file, "b.xlsx");
  expect(opened.sheets[0]!.charts).toEqual([]);
  expect(notKeptSentence(opened, "b.xlsx", "en")).toContain("unusual charts");
});
