import { ledgerCells } from "./ledgerCells";
import { requestPane, type PaneRequest } from "./paneRequests";

/** The buttons of the ribbon, by the names manifest.xml gives them. */
const COMMANDS: Readonly<Record<string, () => Promise<void>>> = {
  connectLedger: () => show({ view: "ledger" }),
  assessBuyer: async () => show({ view: "buyer", buyer: await selectedText() }),
  insertAgeing,
};

export function associateCommands(): void {
  for (const [name, run] of Object.entries(COMMANDS)) {
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void run().catch(showPaneInstead).finally(() => event.completed());
    });
  }
}

/** What Excel refuses a button (a protected workbook, a cell being edited) the user can do in the pane, which says why. */
function showPaneInstead(error: unknown): Promise<void> {
  if (!(error instanceof OfficeExtension.Error)) throw error;
  return show({ view: "ledger" });
}

async function show(request: PaneRequest): Promise<void> {
  requestPane(request);
  await Office.addin.showAsTaskpane();
}

/** What the active cell says, as text: a buyer's number or name. */
async function selectedText(): Promise<string> {
  return Excel.run(async (context) => {
    const cell = context.workbook.getActiveCell().load("values");
    await context.sync();
    return String((cell.values as readonly (readonly unknown[])[])[0]?.[0] ?? "");
  });
}

/** The ageing of every buyer on a sheet of its own, as one formula on the ledger that is connected; else the pane connects one. */
async function insertAgeing(): Promise<void> {
  const inserted = await Excel.run({ delayForCellEdit: true }, async (context) => {
    const ledger = await connectedLedger(context);
    if (ledger === undefined) return false;
    const sheet = context.workbook.worksheets.add(await freeSheetName(context, "Ageing"));
    sheet.getRange("A1").formulas = [[`=AR.AGING(${ledger},,"*")`]];
    sheet.activate();
    await context.sync();
    return true;
  });
  if (!inserted) await show({ view: "ledger" });
}

/** The name of a connected ledger, else the address of the first cell that joins one, else of the first with AR.LEDGER. */
async function connectedLedger(context: Excel.RequestContext): Promise<string | undefined> {
  const names = context.workbook.names.load("items/name,items/type");
  const { reads, joins } = await ledgerCells(context); // its first sync brings the names too
  const cells = [...joins, ...reads];
  for (const cell of cells) cell.load("address");
  const ranges = names.items.filter(({ type }) => type === Excel.NamedItemType.range).map((item) => ({ name: item.name, range: item.getRangeOrNullObject().load("address") }));
  await context.sync();
  const addresses = cells.map((cell) => cell.address);
  return ranges.find(({ range }) => !range.isNullObject && addresses.includes(range.address))?.name ?? addresses[0];
}

async function freeSheetName(context: Excel.RequestContext, wished: string): Promise<string> {
  const sheets = context.workbook.worksheets.load("items/name");
  await context.sync();
  const taken = new Set(sheets.items.map(({ name }) => name.toLowerCase()));
  for (let number = 1; ; number++) {
    const name = number === 1 ? wished : `${wished} ${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}
