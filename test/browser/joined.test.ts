import type { Page } from "playwright-core";
import { chromiumPath } from "../support/chromium";
import { loadFunctions, type Associated } from "../support/builtAddin";
import { openWorkbench, paneOf, settled, startWorkbench, valuesAt, writeAt, type Workbench } from "../support/workbenchPage";

const inChromium = chromiumPath === undefined ? describe.skip : describe;

jest.setTimeout(300_000);

const ROWS = 1200;
const HEADINGS = ["Invoice No", "Customer ID", "Invoice Date", "Due Date", "Amount", "Settled Date", "Remarks"];
const COLUMNS = HEADINGS.length;
/** so long that the ledger is more than one payload with few rows */
const LONG = "as agreed by telephone, ".repeat(190);

/** Two years of invoices of forty buyers, some settled. */
function csv(): string {
  const iso = (day: number): string => new Date(Date.UTC(2024, 0, 1 + day)).toISOString().slice(0, 10);
  const row = (at: number): string => {
    const issued = Math.floor((at * 700) / ROWS);
    return [`I-${1000 + at}`, `C-${100 + ((at * 7) % 40)}`, iso(issued), iso(issued + 30), (100 + ((at * 997) % 9000) / 100).toFixed(2), at % 3 === 0 ? "" : iso(issued + 20 + (at % 30)), LONG].join(",");
  };
  return [HEADINGS.join(","), ...Array.from({ length: ROWS }, (_, at) => row(at).replace(LONG, `"${LONG}"`))].join("\n");
}

inChromium("a ledger beyond one payload: genuine Office.js client + workbench host", () => {
  let workbench: Workbench;
  let page: Page;
  let functions: ReadonlyMap<string, Associated>;

  beforeAll(async () => {
    workbench = await startWorkbench();
    ({ page } = await openWorkbench(workbench));
    functions = loadFunctions();
  });
  afterAll(async () => {
    await workbench?.close();
  });

  const open = async (asTable: boolean): Promise<void> => {
    await page.evaluate(async (text) => window.workbench!.openBytes(new TextEncoder().encode(text), "book.csv"), csv());
    await page.getByRole("button", { name: "Replace" }).click({ timeout: 3_000 }).catch(() => undefined); // only asked when the open book was edited
    await page.waitForFunction(() => window.workbench!.state.bookName === "book.csv");
    if (asTable) await page.evaluate(([rows, columns]) => {
      const { port } = window.workbench!;
      port.addTable({ sheet: port.sheets()[0]!.id, row: 0, column: 0, rows, columns }, true, "Invoices");
    }, [ROWS + 1, COLUMNS] as const);
    await settled(page);
  };

  const connect = async (): Promise<void> => {
    const pane = paneOf(page);
    await pane.getByRole("tab", { name: "Ledger" }).click();
    await pane.getByText(/As one argument this ledger would be/).waitFor({ timeout: 60_000 });
    await pane.getByRole("button", { name: "Connect as Ledger" }).click();
    await pane.getByText("Connected as Ledger").first().waitFor({ timeout: 120_000 });
    await settled(page);
    await page.evaluate(() => {
      const { port } = window.workbench!;
      const sheet = port.addSheet("Figures");
      port.write({ sheet, row: 0, column: 0, rows: 1, columns: 3 }, [["=AR.DSO(Ledger,,,365)", "", "=AR.BUYERS(Ledger)"]]);
      port.write({ sheet, row: 0, column: 8, rows: 1, columns: 1 }, [["=AR.ISSUES(Ledger)"]]);
    });
    await settled(page);
  };

  /** What the sheet shows, and what the functions say of the whole of it in a place where no argument is too large. */
  const same = async (rows: number): Promise<void> => {
    const whole = (await valuesAt(page, `book!A1:G${rows + 1}`)).map((row) => row.map((cell) => (cell === "" ? null : cell)));
    const handle = [[functions.get("LEDGER")!(whole, null, null, null, null)]];
    const [[joined]] = (await valuesAt(page, "Ledger!B3")) as [[string]];
    expect(joined.replace(/ in \d blocks| #.*/g, "")).toBe((handle[0]![0] as string).replace(/ #.*/, ""));
    const buyers = functions.get("BUYERS")!(handle, null) as unknown[][];
    expect(await valuesAt(page, `Figures!C1:G${buyers.length}`)).toEqual(buyers);
    expect((await valuesAt(page, "Figures!A1"))[0]![0]).toBeCloseTo((functions.get("DSO")!(handle, null, null, 365, null) as number[][])[0]![0]!, 9);
    const issues = (functions.get("ISSUES")!(handle, null) as unknown[][]).map(([kind, count, money]) => [kind, count, money]);
    expect(await valuesAt(page, `Figures!I1:K${issues.length}`)).toEqual(issues);
  };

  const insertRow = (row: number): Promise<void> =>
    page.evaluate(([at, columns]) => {
      const { port } = window.workbench!;
      const sheet = port.sheets()[0]!.id;
      port.insertCells({ sheet, row: at, column: 0, rows: 1, columns: 16_384 }, "Down");
      port.write({ sheet, row: at, column: 0, rows: 1, columns }, [[`I-new-${at}`, "C-100", 45600, 45630, 1234.5, "", "put in"]]);
    }, [row, COLUMNS] as const);

  test("a plain range: a row put in the middle, rows added at the end, an edit", async () => {
    await open(false);
    await connect();
    const formulas = await page.evaluate(() => {
      const { port } = window.workbench!;
      const sheet = port.sheets().find(({ name }) => name === "Ledger")!.id;
      return port.formulas({ sheet, row: 0, column: 1, rows: 16, columns: 1 }).flat().map(String).filter((one) => one.startsWith("="));
    });
    expect(formulas.filter((one) => one.includes("VSTACK(")).length).toBeGreaterThanOrEqual(3);
    expect(formulas.some((one) => /^=AR\.JOIN\(B10,B11/.test(one))).toBe(true);
    await same(ROWS);
    await insertRow(ROWS / 2);
    await settled(page);
    await same(ROWS + 1);
    for (const more of [1, 2]) await page.evaluate(([row, columns]) => {
      const { port } = window.workbench!;
      port.write({ sheet: port.sheets()[0]!.id, row, column: 0, rows: 1, columns }, [[`I-end-${row}`, "C-777", 45900 + row % 7, 45930, 50.25, "", ""]]);
    }, [ROWS + 1 + more, COLUMNS] as const);
    await settled(page);
    await same(ROWS + 3);
    await writeAt(page, "book", 1100, 4, 98_765.43);
    await writeAt(page, "book", 1101, 2, "soon");
    await settled(page);
    await same(ROWS + 3);
  });

  test("a table: the same, by its name", async () => {
    await open(true);
    await connect();
    await same(ROWS);
    await insertRow(700);
    await settled(page);
    await same(ROWS + 1);
    await writeAt(page, "book", 699, 4, 4321);
    await settled(page);
    await same(ROWS + 1);
  });
});
