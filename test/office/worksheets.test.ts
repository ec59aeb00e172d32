import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Genuine Office.js client + workbench host. */
let office: OfficeWindow;
beforeAll(() => {
  office = startOfficeWindow();
});
afterAll(() => office.close());

test("the first sync: an active sheet, two cells written and read back", async () => {
  const { Excel } = office;
  const values = await Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1:B2");
    range.values = [[1, "two"], [true, "3"]];
    range.load("values, address, valueTypes");
    await context.sync();
    return [range.address, range.values, range.valueTypes];
  });
  expect(values).toEqual(["Sheet1!A1:B2", [[1, "two"], [true, 3]], [["Double", "String"], ["Boolean", "Double"]]]);
});
