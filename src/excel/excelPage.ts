import type { PagePlan } from "../pane/host";
import { run } from "./excelRun";

/** How a sheet prints: on one page. Its print area in a request of its own, so that a host which knows none keeps the rest. */
export async function setExcelPage(sheet: string, { landscape, area, footer }: PagePlan): Promise<void> {
  await run(async (context) => {
    const { pageLayout } = context.workbook.worksheets.getItem(sheet);
    pageLayout.orientation = (landscape ? "Landscape" : "Portrait") as Excel.PageOrientation;
    pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 1 };
    pageLayout.centerHorizontally = true;
    pageLayout.headersFooters.defaultForAllPages.centerFooter = footer;
    await context.sync();
  });
  await run(async (context) => {
    const item = context.workbook.worksheets.getItem(sheet);
    item.pageLayout.setPrintArea(item.getRangeByIndexes(area.row, area.column, area.rows, area.columns));
    await context.sync();
  });
}
