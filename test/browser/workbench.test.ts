import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import type { CarriedSheet } from "../../src/workbench/xlsx/carried";
import { openXlsx } from "../../src/workbench/xlsx/openXlsx";
import { chromiumPath, outside, type Visit } from "../support/chromium";
import { dataPath, hasData } from "../support/data";
import { openWorkbench, paneOf, settled, startWorkbench, valuesAt, writeAt, type Workbench } from "../support/workbenchPage";

const inChromium = chromiumPath === undefined ? describe.skip : describe;
/** The cell of the sample's Buyer sheet that names the customer; its score stands below it. */
const CHOSEN = { row: 3, column: 1 };

const withData = hasData("ibm_ar/original.csv") ? test : test.skip;

jest.setTimeout(180_000);

/** Share of pixels that are no light ones. */
function darkShare(picture: Buffer): number {
  const { data } = PNG.sync.read(picture);
  let dark = 0;
  for (let at = 0; at < data.length; at += 4) if (Math.min(data[at]!, data[at + 1]!, data[at + 2]!) < 180) dark++;
  return dark / (data.length / 4);
}

inChromium("the workbench in Chromium: genuine Office.js client + workbench host", () => {
  let workbench: Workbench;
  let visited: Visit;
  let page: Page;

  beforeAll(async () => {
    workbench = await startWorkbench();
    visited = await openWorkbench(workbench);
    page = visited.page;
  });

  afterAll(async () => {
    await workbench?.close();
  });

  test("the sample opens with live AR formulas that agree with plain Excel formulas", async () => {
    const figures = await valuesAt(page, "Summary!B6:E8");
    expect(figures.map(([label]) => label)).toEqual(["Outstanding", "DSO, balance, 90 days", "DSO, balance, 365 days"]);
    for (const [, ours, plain, difference] of figures) {
      expect(typeof ours).toBe("number");
      expect(ours).toBeCloseTo(plain as number, 6);
      expect(difference).toBe(0);
    }
    const ageing = (await valuesAt(page, "Summary!B13:J14"))[1]!;
    const [, ...buckets] = ageing as [string, ...number[]];
    expect(buckets.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBeCloseTo(buckets.at(-1)!, 2);
    expect((await valuesAt(page, "Buyer!B5:B6")).flat()).toEqual([expect.any(Number), "E"]);
  });

  test("no cell of the sample shows an error or waits for one", async () => {
    const bad = await page.evaluate(() => {
      const { port } = window.workbench!;
      return port.sheets().flatMap((sheet) => {
        const used = port.usedRect(sheet.id, true);
        if (used === undefined) return [];
        return port.valueTypes(used).flatMap((row, r) => row.flatMap((type, c) => (type === "Error" ? [`${sheet.name} ${r + 1},${c + 1}`] : [])));
      });
    });
    expect(bad).toEqual([]);
    expect(await page.evaluate(() => window.workbench!.state.unknownMembers)).toEqual([]);
  });

  test("the headings of a table that are frozen stay in sight when its rows are scrolled", async () => {
    const show = (name: string): Promise<void> =>
      page.evaluate((wanted) => {
        const { port } = window.workbench!;
        port.activateSheet(port.sheets().find((sheet) => sheet.name === wanted)!.id);
      }, name);
    await show("Invoices");
    await page.waitForTimeout(500);
    const grid = (await page.getByTestId("grid").locator("canvas[id^=univer-sheet-main-canvas]").last().boundingBox())!;
    const strip = (top: number): Promise<Buffer> => page.screenshot({ clip: { x: grid.x + 60, y: grid.y + top, width: 600, height: 14 } });
    const [headings, rows] = [await strip(22), await strip(200)];
    await page.mouse.move(grid.x + 300, grid.y + 300);
    await page.mouse.wheel(0, 3000);
    await page.waitForTimeout(500);
    expect((await strip(200)).equals(rows)).toBe(false);
    expect((await strip(22)).equals(headings)).toBe(true);
    expect(darkShare(headings)).toBeGreaterThan(0.7); // headings have the table's colour, rows and gaps are light
    await page.mouse.wheel(0, -3000);
    await show("Summary");
  });

  test("editing an invoice changes what depends on it, and nothing else", async () => {
    const before = await valuesAt(page, "Summary!C6:C8");
    const [[amount]] = (await valuesAt(page, "Invoices!G2000")) as [[number]];
    await writeAt(page, "Invoices", 1999, 6, amount + 1000);
    await settled(page);
    const after = await valuesAt(page, "Summary!C6:C8");
    expect(after[0]![0] as number).toBeCloseTo((before[0]![0] as number) + 1000, 2);
    expect(after[1]![0]).not.toBe(before[1]![0]);
    await writeAt(page, "Invoices", 1999, 6, amount);
    await settled(page);
    expect(await valuesAt(page, "Summary!C6:C8")).toEqual(before);
  });

  test("another buyer in the Buyer sheet: score, grade and reasons follow", async () => {
    await writeAt(page, "Buyer", CHOSEN.row, CHOSEN.column, "C-1001");
    await settled(page);
    const [[score], [grade]] = (await valuesAt(page, "Buyer!B5:B6")) as [[number], [string]];
    expect(score).toBeGreaterThan(500);
    expect(["A", "B"]).toContain(grade);
    const points = (await valuesAt(page, "Buyer!F5:F7")).flat() as number[];
    expect(points.reduce((sum, one) => sum + one, 0)).toBe(score);
  });

  test("an unknown buyer is #N/A with its sentence, shown when the cell is selected", async () => {
    await writeAt(page, "Buyer", CHOSEN.row, CHOSEN.column, "C-9999");
    await settled(page);
    expect((await valuesAt(page, "Buyer!B5"))[0]![0]).toBe("#N/A");
    await page.evaluate(({ row, column }) => {
      const { port } = window.workbench!;
      const sheet = port.sheets().find(({ name }) => name === "Buyer")!.id;
      port.activateSheet(sheet);
      port.select({ sheet, row: row + 1, column, rows: 1, columns: 1 });
    }, CHOSEN);
    await page.waitForFunction(() => window.workbench!.state.cell.sentence.includes("No buyer 'C-9999' in this ledger."));
    expect(await page.getByTestId("cell-message").textContent()).toContain("No buyer 'C-9999' in this ledger.");
    await writeAt(page, "Buyer", CHOSEN.row, CHOSEN.column, "C-1020");
    await settled(page);
  });

  test("the ribbon's buttons work through Office.js commands", async () => {
    await page.getByRole("button", { name: "Insert ageing" }).click();
    await page.waitForFunction(() => window.workbench!.port.sheets().some(({ name }) => name === "Ageing"));
    await settled(page);
    const rows = await valuesAt(page, "Ageing!A1:B3");
    expect(rows[0]!.slice(0, 2)).toEqual(["Buyer", "Not due"]);
  });

  test("the ledger template: inserted, connected at once, and its rules are in the saved file", async () => {
    const pane = paneOf(page);
    await pane.getByRole("button", { name: "More", exact: true }).click();
    await pane.getByRole("menuitem", { name: "Insert a ledger template" }).click();
    await pane.getByText(/^The sheet Receivables holds an empty ledger/).waitFor();
    await pane.getByRole("button", { name: "Connect as Ledger_2" }).click();
    await pane.getByText("Connected as Ledger_2").first().waitFor();
    await settled(page);
    expect((await valuesAt(page, "Ledger 2!B3"))[0]![0]).toMatch(/^1 invoice, 1 buyer to 2026-01-15 #/);
    const bytes = await page.evaluate(async () => Array.from(await window.workbench!.bytes()));
    const sheet = (await openXlsx(new Uint8Array(bytes), "saved.xlsx")).sheets.find(({ name }) => name === "Receivables")!;
    expect(sheet.frozenRows).toBe(4);
    expect((sheet.carried as CarriedSheet).dataValidations).toHaveLength(7);
  });

  test("a bank pack is made in the pane and opens as a new book beside this one, its checks worked out by the grid", async () => {
    const pane = paneOf(page);
    await pane.getByRole("tab", { name: "Bank" }).click();
    await pane.getByRole("button", { name: "Write a sheet of usual terms" }).click();
    await pane.getByRole("button", { name: "Show what leaves" }).click();
    const accept = pane.getByRole("checkbox", { name: /^I have read this/ });
    await accept.or(pane.getByRole("button", { name: "Make the pack", disabled: false })).first().waitFor({ timeout: 60_000 });
    if (await accept.isVisible()) await accept.check();
    await pane.getByRole("button", { name: "Make the pack" }).click();
    const [beside] = await Promise.all([page.context().waitForEvent("page", { timeout: 90_000 }), pane.getByRole("button", { name: "Open beside this book" }).click({ timeout: 90_000 })]);
    await beside.waitForFunction(() => window.workbench?.state.bookName === "New book.xlsx", undefined, { timeout: 60_000 });
    await settled(beside);
    const checks = await beside.evaluate(() => {
      const { port } = window.workbench!;
      return port.sheets().flatMap((sheet) => {
        const used = port.usedRect(sheet.id, true);
        if (used === undefined) return [];
        const formulas = port.formulas(used);
        return port.values(used).flatMap((row, r) => row.flatMap((value, c) => ((value === "OK" || value === "DIFFERS") && String(formulas[r]![c]).startsWith("=") ? [value === "OK" ? value : `${sheet.name} row ${r + 1}: ${JSON.stringify([port.values(used)[r], formulas[r]])}`] : [])));
      });
    });
    expect(checks.length).toBeGreaterThan(30);
    expect(checks.filter((one) => one !== "OK")).toEqual([]);
    await beside.close();
    await pane.getByRole("tab", { name: "Ledger" }).click();
  });

  withData("a newcomer's own ledger: open the file, connect it, assess a buyer, insert formulas, save, reopen", async () => {
    await page.getByTestId("file").setInputFiles(dataPath("ibm_ar/original.csv"));
    const replace = page.getByRole("button", { name: "Replace" });
    await replace.click({ timeout: 5_000 }).catch(() => undefined); // only asked when the open book was edited
    await page.waitForFunction(() => window.workbench!.state.bookName === "original.csv");
    await settled(page);

    const pane = paneOf(page);
    await pane.getByRole("button", { name: "Connect as Ledger" }).click();
    await pane.getByText("Connected as Ledger").first().waitFor();
    await settled(page);
    const ledger = await page.evaluate(() => window.workbench!.port.names().find(({ name }) => name === "Ledger")!.formula);
    expect(ledger).toMatch(/^=.*!\$[A-Z]+\$\d+$/);

    await pane.getByRole("tab", { name: "Buyer" }).click();
    const search = pane.getByRole("combobox");
    await search.click();
    await search.fill("8102-ABPKQ");
    await pane.getByRole("option", { name: /8102-ABPKQ/ }).first().click();
    await pane.getByText(/26 late of 27 known invoices/).first().waitFor();
    await pane.getByRole("button", { name: "Insert as formulas", exact: true }).click();
    await pane.getByText(/Formulas are on the sheet/).waitFor();
    await settled(page);

    const inserted = await insertedFigures(page);
    expect(inserted.formulas.some((formula) => formula.includes("AR.CREDITSCORE(Ledger"))).toBe(true);
    // its last invoice is older than the 90 days that DSO looks at: the one figure that cannot be told, and it says why
    expect(inserted.errors).toEqual(["10,2"]);
    expect(await page.evaluate(() => window.workbench!.grid.errorMessageAt(window.workbench!.port.activeSheet(), 9, 1))).toMatch(/^No credit sales from 2013-10-12 to 2014-01-09/);

    const bytes = Buffer.from(await page.evaluate(async () => Array.from(await window.workbench!.bytes())));
    const saved = await openXlsx(new Uint8Array(bytes), "saved.xlsx");
    expect(saved.names.map(({ name }) => name)).toContain("Ledger");
    await page.evaluate((content) => window.workbench!.openBytes(new Uint8Array(content), "saved.xlsx"), [...bytes]);
    await settled(page);
    const again = await insertedFigures(page);
    expect(again).toEqual(inserted);
  });

  test("the 25 traps open by their button and agree in the grid, in English, and saved as .xlsx with their answers", async () => {
    await page.getByRole("button", { name: "25 traps" }).click();
    await page.getByRole("button", { name: "Replace" }).click({ timeout: 5_000 }).catch(() => undefined); // only asked when the open book was edited
    await page.waitForFunction(() => window.workbench!.state.bookName === "25 ageing traps");
    await settled(page);
    expect((await valuesAt(page, "Traps!B4"))[0]).toEqual(["25 of 25 agree"]);
    expect(await trapsThatDisagree(page, "Traps")).toEqual([]);
    const saved = await openXlsx(new Uint8Array(await page.evaluate(async () => Array.from(await window.workbench!.bytes()))), "traps.xlsx");
    expect(saved.sheets[0]!.cells.slice(6, 31).map((row) => [row[6]!.value, row[5]!.formula!.includes("AR.")])).toEqual(new Array(25).fill([true, true]));
    await writeAt(page, "1-5", 5, 6, 999); // the amount of the first line
    await settled(page);
    expect(await trapsThatDisagree(page, "Traps")).toEqual([1]);
  });

  test("the 25 traps agree in the grid in Chinese, asked for by the address", async () => {
    const chinese = await openWorkbench(workbench, "?book=traps&lang=zh", { locale: "zh-CN" });
    expect((await valuesAt(chinese.page, "陷阱!B4"))[0]).toEqual(["25 个中有 25 个一致"]);
    expect(await trapsThatDisagree(chinese.page, "陷阱")).toEqual([]);
    expect(chinese.errors).toEqual([]);
    await chinese.context.close();
  });

  test("a file that is no workbook is refused with a sentence, and the open book stays", async () => {
    const sheets = await page.evaluate(() => window.workbench!.port.sheets().map(({ name }) => name));
    await page.evaluate(() => window.workbench!.openBytes(new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), "broken.xlsx"));
    await page.getByText(/broken\.xlsx could not be read as an \.xlsx workbook/).waitFor();
    expect(await page.evaluate(() => window.workbench!.port.sheets().map(({ name }) => name))).toEqual(sheets);
  });

  test("nothing was asked of any other machine, and nothing was thrown", () => {
    expect(visited.requests.length).toBeGreaterThan(10);
    expect(outside(visited.requests)).toEqual([]);
    expect(visited.errors).toEqual([]);
  });
});

/** Numbers of the traps whose check is anything but TRUE, by the overview. */
async function trapsThatDisagree(page: Page, overview: string): Promise<unknown[]> {
  const rows = await valuesAt(page, `${overview}!B7:G31`);
  expect(rows).toHaveLength(25);
  return rows.filter((row) => row[5] !== true).map((row) => row[0]);
}

/** What stands on the sheet that the pane inserted last: formulas, the score, and cells that show an error. */
async function insertedFigures(page: Page): Promise<{ formulas: string[]; values: unknown[]; errors: string[] }> {
  return page.evaluate(() => {
    const { port } = window.workbench!;
    const sheet = port.sheets().find(({ id }) => {
      const used = port.usedRect(id, true);
      return used !== undefined && used.rows < 200 && port.formulas(used).flat().some((cell) => String(cell).includes("AR.CREDITSCORE("));
    })!;
    const used = port.usedRect(sheet.id, true)!;
    const types = port.valueTypes(used);
    return {
      formulas: port.formulas(used).flat().map(String).filter((cell) => cell.startsWith("=")),
      values: port.values(used).flat(),
      errors: types.flatMap((row, r) => row.flatMap((type, c) => (type === "Error" ? [`${r + 1},${c + 1}`] : []))),
    };
  });
}
