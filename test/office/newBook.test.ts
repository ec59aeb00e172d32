import { openExcelBook } from "../../src/excel/excelBook";
import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

/** Genuine Office.js client + workbench host: a file becomes a new book, byte for byte. */
let office: OfficeWindow;
const opened: Uint8Array[] = [];

beforeAll(() => {
  office = startOfficeWindow({ globals: true, openBook: (file) => opened.push(file) });
  Object.assign(globalThis, { Office: Object.create(office.Office, { context: { value: { requirements: { isSetSupported: () => true } } } }) as typeof Office });
});
beforeEach(() => opened.splice(0));
afterAll(() => office.close());

test("through the add-in's own call, whatever the bytes and however many", async () => {
  for (const size of [1, 2, 3, 24_575, 24_576, 24_577, 200_000]) {
    const file = Uint8Array.from({ length: size }, (_, at) => (at * 31 + (at >> 8)) & 255);
    await openExcelBook(file);
    expect(Buffer.from(opened.pop()!).equals(Buffer.from(file))).toBe(true);
  }
  expect(opened).toEqual([]);
});

test("as Excel on Windows and on the Mac ask for it: made, then opened", async () => {
  await office.Excel.run(async (context) => {
    const { application } = context.workbook as unknown as { application: { createWorkbook(base64File: string): { open(): void } } }; // not in the published types
    const made = application.createWorkbook("AQID");
    await context.sync();
    expect(opened).toEqual([]);
    made.open();
    await context.sync();
  });
  expect(opened.map((file) => [...file])).toEqual([[1, 2, 3]]);
});

test("what is no base64 is refused", async () => {
  await expect(office.Excel.createWorkbook("no base64!")).rejects.toMatchObject({ code: "InvalidArgument" });
  expect(opened).toEqual([]);
});
