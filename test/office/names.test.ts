import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Genuine Office.js client + workbench host: names, settings, custom XML, properties. */
let office: OfficeWindow;
let Excel: OfficeWindow["Excel"];
beforeEach(() => {
  office = startOfficeWindow();
  Excel = office.Excel;
});
afterEach(() => office.close());

function code(run: Promise<unknown>): Promise<string> {
  return run.then(() => "no error", (error: { code: string }) => error.code);
}

test("a name for a range, and what it means", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const named = context.workbook.names.add("Ledger", sheet.getRange("A1:C4"), "three invoices");
    named.load("name, formula, type, value, scope, visible, comment");
    const range = named.getRange().load("address");
    const byAddress = sheet.getRange("Ledger").load("address");
    await context.sync();
    return [named.toJSON(), range.address, byAddress.address];
  });
  expect(seen).toMatchObject([{ name: "Ledger", formula: "=Sheet1!$A$1:$C$4", type: "Range", value: "Sheet1!$A$1:$C$4", scope: "Workbook", visible: true, comment: "three invoices" }, "Sheet1!A1:C4", "Sheet1!A1:C4"]);
});

test("constants, names of one sheet, change and deletion", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    const days = context.workbook.names.add("Days", "=365").load("type, value");
    const own = sheet.names.add("Here", sheet.getRange("B2")).load("scope");
    await context.sync();
    days.formula = "=360";
    days.load("value");
    await context.sync();
    const value = days.value;
    days.delete();
    const gone = context.workbook.names.getItemOrNullObject("Days");
    const count = context.workbook.names.getCount();
    const noRange = sheet.names.getItem("here").getRangeOrNullObject().load("address");
    await context.sync();
    return [days.type, value, own.scope, gone.isNullObject, count.value, noRange.address];
  });
  expect(seen).toEqual(["Integer", 360, "Worksheet", true, 0, "Sheet1!B2"]);
});

test("names that cannot be, or are taken", async () => {
  const add = (name: string) => code(Excel.run(async (context) => {
    context.workbook.names.add(name, "=1");
    await context.sync();
  }));
  expect([await add("A1"), await add("1x"), await add("two words"), await add("Ledger"), await add("ledger"), await add("__proto__"), await add("账簿")]).toEqual([
    "InvalidArgument", "InvalidArgument", "InvalidArgument", "no error", "ItemAlreadyExists", "no error", "no error",
  ]);
});

test("settings: any value, dates among them, replaced and deleted", async () => {
  const seen = await Excel.run(async (context) => {
    const { settings } = context.workbook;
    settings.add("policy", { window: 90, bands: [1, 2] });
    settings.add("since", new Date(0));
    settings.add("__proto__", "a key like any other");
    await context.sync();
    const policy = settings.getItem("policy").load("value");
    const odd = settings.getItem("__proto__").load("value");
    const count = settings.getCount();
    await context.sync();
    settings.getItem("policy").delete();
    const gone = settings.getItemOrNullObject("policy");
    await context.sync();
    return [policy.value, odd.value, count.value, gone.isNullObject];
  });
  expect(seen).toEqual([{ window: 90, bands: [1, 2] }, "a key like any other", 3, true]);
  expect(office.store.contents().settings.map(([key]) => key)).toEqual(["since", "__proto__"]);
});

test("custom XML parts, by id and by namespace", async () => {
  const seen = await Excel.run(async (context) => {
    const parts = context.workbook.customXmlParts;
    const part = parts.add('<?xml version="1.0"?><pack xmlns="urn:credit-pack"><seal>1</seal></pack>').load("id, namespaceUri");
    parts.add("<other/>");
    await context.sync();
    const only = parts.getByNamespace("urn:credit-pack").getOnlyItem();
    const xml = only.getXml();
    const count = parts.getCount();
    const none = parts.getByNamespace("urn:nothing").getOnlyItemOrNullObject();
    await context.sync();
    part.setXml('<p:pack xmlns:p="urn:credit-pack"/>');
    part.load("namespaceUri");
    await context.sync();
    return [part.namespaceUri, xml.value.includes("<seal>"), count.value, none.isNullObject];
  });
  expect(seen).toEqual(["urn:credit-pack", true, 2, true]);
  expect(await code(Excel.run(async (context) => {
    context.workbook.customXmlParts.add("no xml at all");
    await context.sync();
  }))).toBe("InvalidArgument");
});

test("custom properties of a sheet and of the document", async () => {
  const seen = await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    sheet.customProperties.add("role", "ledger");
    sheet.customProperties.load("items/key, items/value");
    context.workbook.properties.title = "Open account";
    context.workbook.properties.custom.add("buyers", 60);
    context.workbook.properties.load("title, author");
    const custom = context.workbook.properties.custom.getItem("buyers").load("value, type");
    await context.sync();
    return [sheet.customProperties.items.map((one) => [one.key, one.value]), context.workbook.properties.title, context.workbook.properties.author, custom.value];
  });
  expect(seen).toEqual([[["role", "ledger"]], "Open account", "", 60]);
});

test("what the store holds is plain data, and another book's replaces it", () => {
  office.store.settings.set("a", 1);
  office.store.addXmlPart("<a/>");
  const contents = JSON.parse(JSON.stringify(office.store.contents()));
  office.store.replace({});
  expect(office.store.contents().settings).toEqual([]);
  office.store.replace(contents);
  expect(office.store.contents()).toEqual(contents);
});
