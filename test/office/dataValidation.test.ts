import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Genuine Office.js client + workbench host: what cells take. */
let office: OfficeWindow;
beforeEach(() => {
  office = startOfficeWindow({ globals: true });
});
afterEach(() => office.close());

/** Sets a rule over cells of the first sheet, and answers what another range is told of it. */
async function ruled(address: string, rule: Excel.DataValidationRule, asked = address): Promise<Excel.DataValidation> {
  return Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const { dataValidation } = sheet.getRange(address);
    dataValidation.rule = rule;
    dataValidation.prompt = { showPrompt: true, title: "Date", message: "The day of issue" };
    dataValidation.errorAlert = { showAlert: true, style: "Warning", title: "Date", message: "Enter a date" };
    const told = sheet.getRange(asked).dataValidation.load("type,rule,prompt,errorAlert,ignoreBlanks");
    await context.sync();
    return told;
  });
}

test.each<[string, Excel.DataValidationRule, string]>([
  ["a list", { list: { inCellDropDown: true, source: "Yes,No" } }, "List"],
  ["days", { date: { formula1: "1990-01-01", formula2: "2199-12-31", operator: "Between" } }, "Date"],
  ["numbers", { decimal: { formula1: 0, operator: "GreaterThan" } }, "Decimal"],
  ["whole numbers", { wholeNumber: { formula1: 1, formula2: 9, operator: "NotBetween" } }, "WholeNumber"],
  ["a formula", { custom: { formula: "=A1>0" } }, "Custom"],
])("%s: what was said is told again, of every cell inside", async (_, rule, type) => {
  const told = await ruled("B2:B100", rule, "B50");
  expect(told.type).toBe(type);
  expect(told.rule).toEqual(rule);
  expect(told.prompt).toEqual({ showPrompt: true, title: "Date", message: "The day of issue" });
  expect(told.errorAlert).toEqual({ showAlert: true, style: "Warning", title: "Date", message: "Enter a date" });
  expect(told.ignoreBlanks).toBe(true);
});

test("cells without a rule say so", async () => {
  expect((await ruled("B2:B100", { list: { source: "a,b", inCellDropDown: true } }, "C1")).type).toBe("None");
});

test("a later rule over the same cells takes their place; clearing leaves none", async () => {
  await ruled("B2:B3", { list: { source: "a", inCellDropDown: true } });
  expect((await ruled("A1:C9", { decimal: { formula1: 1, operator: "EqualTo" } }, "B2")).type).toBe("Decimal");
  const sheet = office.book.sheets()[0]!.id;
  expect(office.store.rulesOf(sheet)).toHaveLength(1);
  await Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1:C9").dataValidation.clear();
    await context.sync();
  });
  expect(office.store.rulesOf(sheet)).toEqual([]);
});

test.each<[string, unknown, string]>([
  ["a rule that is none", { colour: { formula1: 1 } }, "InvalidArgument"],
  ["two rules at once", { custom: { formula: "=1" }, list: { source: "a" } }, "InvalidArgument"],
  ["an operator that is none", { decimal: { formula1: 1, operator: "Near" } }, "InvalidArgument"],
])("%s is refused", async (_, rule, code) => {
  await expect(ruled("A1", rule as Excel.DataValidationRule)).rejects.toMatchObject({ code });
});

test("a message that is too long is refused, as Excel refuses it", async () => {
  const work = Excel.run(async (context) => {
    const { dataValidation } = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    dataValidation.rule = { custom: { formula: "=1" } };
    dataValidation.prompt = { showPrompt: true, title: "x", message: "y".repeat(256) };
    await context.sync();
  });
  await expect(work).rejects.toMatchObject({ code: "InvalidArgument" });
});

test("a sheet that is deleted takes its rules along", async () => {
  const sheet = office.book.addSheet("Other");
  await Excel.run(async (context) => {
    context.workbook.worksheets.getItem("Other").getRange("A1").dataValidation.rule = { custom: { formula: "=1" } };
    await context.sync();
    context.workbook.worksheets.getItem("Other").delete();
    await context.sync();
  });
  expect(office.store.rulesOf(sheet)).toEqual([]);
});
