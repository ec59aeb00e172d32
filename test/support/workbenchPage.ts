import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Browser, FrameLocator, Page } from "playwright-core";
import type { Session } from "../../src/workbench/shell/session";
import { startServer, type Running } from "../../src/workbench/server/server";
import { launchChromium, visit, type Visit } from "./chromium";

export const DIST = resolve(__dirname, "../../dist");
const OFFICE_JS = dirname(require.resolve("@microsoft/office-js/dist/office.js"));

export interface Workbench {
  readonly browser: Browser;
  readonly server: Running;
  close(): Promise<void>;
}

/** The built workbench, served, and a browser to look at it. */
export async function startWorkbench(): Promise<Workbench> {
  if (!existsSync(join(DIST, "workbench/index.html"))) throw new Error("dist is missing: run `npm run build` first (npm test does)");
  const server = await startServer({ port: 0, dist: DIST, officeJs: OFFICE_JS });
  const browser = await launchChromium();
  return {
    browser,
    server,
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

type Options = Parameters<typeof visit>[2];

/** Opens the page and waits until the add-in answered and every formula has its value. */
export async function openWorkbench({ browser, server }: Workbench, query = "", options: Options = {}): Promise<Visit> {
  const visited = await visit(browser, `${server.url}/${query}`, options);
  await visited.page.waitForFunction(() => window.workbench?.state.addinReady === true, undefined, { timeout: 60_000 });
  await settled(visited.page);
  return visited;
}

/** Nothing calculating, in flight or pending. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => window.workbench?.state.busy === undefined && window.workbench?.state.addinReady === true, undefined, { timeout: 60_000 });
  await page.evaluate(() => window.workbench!.idle());
}

/** The add-in's own page, inside its frame. */
export function paneOf(page: Page): FrameLocator {
  return page.frameLocator("iframe");
}

/** Values of a range by its address, such as `Summary!B5:E8`. */
export async function valuesAt(page: Page, address: string): Promise<(number | string | boolean)[][]> {
  return page.evaluate((where) => {
    const { port } = window.workbench as Session;
    const [name, range] = where.split("!") as [string, string];
    const sheet = port.sheets().find((one) => one.name === name);
    if (sheet === undefined) throw new Error(`No sheet ${name}; there are ${port.sheets().map((one) => one.name).join(", ")}`);
    const cell = (text: string): [number, number] => {
      const [, letters, digits] = /^([A-Z]+)(\d+)$/.exec(text)!;
      return [Number(digits) - 1, [...letters!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1];
    };
    const [from, to = from] = range.split(":") as [string, string | undefined];
    const [row, column] = cell(from);
    const [lastRow, lastColumn] = cell(to);
    return port.values({ sheet: sheet.id, row, column, rows: lastRow - row + 1, columns: lastColumn - column + 1 });
  }, address);
}

/** Writes one cell as the user's typing would: through the book, so that everything that depends on it follows. */
export async function writeAt(page: Page, sheetName: string, row: number, column: number, content: number | string): Promise<void> {
  await page.evaluate(
    ([name, r, c, value]) => {
      const { port } = window.workbench as Session;
      const sheet = port.sheets().find((one) => one.name === name)!;
      port.write({ sheet: sheet.id, row: r, column: c, rows: 1, columns: 1 }, [[value]]);
    },
    [sheetName, row, column, content] as const,
  );
}
