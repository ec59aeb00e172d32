import type { Browser, Page } from "playwright-core";
import { join } from "node:path";
import { chromiumPath, launchChromium, outside, visit, type Visit } from "../support/chromium";
import { servePage, type ServedPage } from "../support/bundlePage";
import { workbookPortChecks } from "../support/workbookPortChecks";
import { GRID_CHECKS } from "./gridCheckNames";

const inChromium = chromiumPath === undefined ? describe.skip : describe;

/** The grid in Chromium: the checks of every workbook port, and those that only a grid needs. */
inChromium("the grid in Chromium", () => {
  jest.setTimeout(60_000);
  let served: ServedPage;
  let browser: Browser;
  let seen: Visit;
  let page: Page;

  beforeAll(async () => {
    served = await servePage(join(__dirname, "gridPage.ts"));
    browser = await launchChromium();
    seen = await visit(browser, served.address);
    page = seen.page;
    await page.waitForFunction(() => "bench" in window);
  });
  afterAll(async () => {
    await browser.close();
    await served.close();
  });

  const run = (kind: "runPortCheck" | "runGridCheck", name: string): Promise<string | undefined> =>
    page.evaluate(([method, check]) => (window as unknown as { bench: Record<string, (name: string) => Promise<string | undefined>> }).bench[method!]!(check!), [kind, name]);

  describe("as a workbook port", () => {
    test.each(workbookPortChecks.map((check) => check.name))("%s", async (name) => {
      expect(await run("runPortCheck", name)).toBeUndefined();
    });
  });

  describe("as a grid", () => {
    test("every check of the page is named here", async () => {
      expect(await page.evaluate(() => (window as unknown as { bench: { gridCheckNames: string[] } }).bench.gridCheckNames)).toEqual(GRID_CHECKS);
    });
    test.each(GRID_CHECKS)("%s", async (name) => {
      expect(await run("runGridCheck", name)).toBeUndefined();
    });
    test("what a person types at the keyboard calculates: a lower-case function, with blanks", async () => {
      await page.evaluate(() => {
        const { grid, EMPTY } = (window as unknown as { bench: { grid: { open(book: unknown): void; port: { select(rect: unknown): void; activeSheet(): string } }; EMPTY: unknown } }).bench;
        grid.open(EMPTY);
        grid.port.select({ sheet: grid.port.activeSheet(), row: 0, column: 0, rows: 1, columns: 1 });
      });
      await page.locator("canvas[id^=univer-sheet-main-canvas]").last().click({ position: { x: 80, y: 30 } });
      for (const text of ["12", "30", "=ar.sum2( a1:a2 )"]) {
        await page.keyboard.type(text, { delay: 30 });
        await page.waitForTimeout(300); // the editor follows the keyboard
        await page.keyboard.press("Enter");
        await page.waitForTimeout(300);
      }
      const shown = await page.waitForFunction(() => {
        const { grid } = (window as unknown as { bench: { grid: { port: { activeSheet(): string; values(rect: unknown): unknown[][] } } } }).bench;
        const values = grid.port.values({ sheet: grid.port.activeSheet(), row: 0, column: 0, rows: 3, columns: 1 });
        return typeof values[2]![0] === "number" ? values : undefined;
      });
      expect(await shown.jsonValue()).toEqual([[12], [30], [42]]);
    });
  });

  test("Chinese and dark: starts, and nothing is asked of another machine", async () => {
    const other = await visit(browser, `${served.address}?locale=zh&dark=1`);
    await other.page.waitForFunction(() => "bench" in window);
    const shown = await other.page.evaluate(async () => {
      const { grid } = (window as unknown as { bench: { grid: { idle(): Promise<void>; errorMessageAt(sheet: string, row: number, column: number): string; port: { activeSheet(): string; write(rect: unknown, contents: unknown): void } } } }).bench;
      const sheet = grid.port.activeSheet();
      grid.port.write({ sheet, row: 0, column: 0, rows: 1, columns: 1 }, [["=AR.SUM2(A1:A3)"]]);
      await grid.idle();
      return grid.errorMessageAt(sheet, 0, 0);
    });
    expect(shown).toMatch(/引用了自身/);
    expect(other.errors).toEqual([]);
    expect(outside([...seen.requests, ...other.requests])).toEqual([]);
    await other.context.close();
  });

  test("the page said nothing was wrong", () => {
    expect(seen.errors).toEqual([]);
  });
});
