/** Genuine Office.js client + workbench host: what the buttons of the ribbon do to the workbook. */
import { associateCommands } from "../../src/excel/commands";
import { ledgerCells, readLedgersAgain } from "../../src/excel/ledgerCells";
import { onPaneRequest, type PaneRequest } from "../../src/excel/paneRequests";
import { MemoryBook } from "../../src/workbench/model/MemoryBook";
import { startOfficeWindow, type OfficeWindow } from "../support/officeWindow";

let office: OfficeWindow;
let asked: PaneRequest[];
let shown: number;
let stop: () => void;
const commands = new Map<string, (event: { completed: () => void }) => void>();

beforeEach(() => {
  office = startOfficeWindow({ globals: true, port: new MemoryBook() });
  shown = 0;
  const addin = { showAsTaskpane: () => Promise.resolve(void shown++) };
  const actions = { associate: (name: string, run: (event: { completed: () => void }) => void) => commands.set(name, run) };
  Object.assign(globalThis, { Office: Object.create(office.Office, { addin: { value: addin }, actions: { value: actions } }) as typeof Office });
  asked = [];
  stop = onPaneRequest((request) => asked.push(request));
  associateCommands();
});
afterEach(() => {
  stop();
  office.close();
});

const press = (name: string): Promise<void> => new Promise((completed) => commands.get(name)!({ completed }));
const write = (sheet: string, row: number, column: number, cell: string | number): void => office.book.write({ sheet, row, column, rows: 1, columns: 1 }, [[cell]]);
const first = (): string => office.book.sheets()[0]!.id;

async function formulasOf(sheet: string): Promise<unknown[][]> {
  return Excel.run(async (context) => {
    const used = context.workbook.worksheets.getItem(sheet).getUsedRange().load("formulas");
    await context.sync();
    return used.formulas as unknown[][];
  });
}

test("Connect shows the ledgers", async () => {
  await press("connectLedger");
  expect([asked, shown]).toEqual([[{ view: "ledger" }], 1]);
});

test("Assess asks for the buyer in the selected cell", async () => {
  write(first(), 0, 0, "C-1001");
  await press("assessBuyer");
  expect([asked, shown]).toEqual([[{ view: "buyer", buyer: "C-1001" }], 1]);
});

test("Insert ageing without a ledger shows where to connect one, and adds no sheet", async () => {
  await press("insertAgeing");
  expect([asked, shown, office.book.sheets().length]).toEqual([[{ view: "ledger" }], 1, 1]);
});

test("Insert ageing writes one formula on a sheet of its own, by the ledger's name where it has one", async () => {
  write(first(), 2, 1, "=AR.LEDGER(D1:H20)");
  await Excel.run(async (context) => {
    context.workbook.names.add("Ledger", context.workbook.worksheets.getFirst().getRange("B3"));
    await context.sync();
  });
  await press("insertAgeing");
  await press("insertAgeing");
  expect(office.book.sheets().map(({ name }) => name)).toEqual(["Sheet1", "Ageing", "Ageing 2"]);
  expect((await formulasOf("Ageing"))[0]![0]).toBe('=AR.AGING(Ledger,,"*")');
  expect(shown).toBe(0);
});

test("without a name the cell itself is meant", async () => {
  write(first(), 2, 1, "=AR.LEDGER(D1:H20)");
  await press("insertAgeing");
  expect((await formulasOf("Ageing"))[0]![0]).toBe('=AR.AGING(Sheet1!B3,,"*")');
});

test("of cells without a name the one that joins the others is meant", async () => {
  write(first(), 2, 1, "=AR.LEDGER(D1:H20)");
  write(first(), 3, 1, "=AR.LEDGER(D1:H20)");
  write(first(), 4, 1, "=AR.JOIN(B3,B4)");
  await press("insertAgeing");
  expect((await formulasOf("Ageing"))[0]![0]).toBe('=AR.AGING(Sheet1!B5,,"*")');
});

test("cells that read a ledger are found on every sheet, as shown and as stored, and nothing else is", async () => {
  const other = office.book.addSheet("Other");
  write(first(), 0, 0, "=AR.LEDGER(D1:H20)");
  write(first(), 1, 0, "AR.LEDGER( is a function");
  write(first(), 2, 0, "=AR.DSO(A1)");
  write(first(), 3, 0, "=AR.JOIN(A1,Other!C5)");
  write(other, 4, 2, "=IFERROR(ar.ledger(D1:H20),0)");
  const found = await Excel.run(async (context) => {
    const { reads, joins } = await ledgerCells(context);
    for (const cell of [...reads, ...joins]) cell.load("address");
    await context.sync();
    return [reads, joins].map((cells) => cells.map(({ address }) => address));
  });
  expect(found).toEqual([["Sheet1!A1", "Other!C5"], ["Sheet1!A4"]]);
});

test("reading the ledgers again never throws, whatever the host can do", async () => {
  write(first(), 0, 0, "=AR.LEDGER(D1:H20)");
  await expect(readLedgersAgain()).resolves.toBeUndefined();
});
