import type { Browser, Frame, Page } from "playwright-core";
import type { BookStore } from "../../src/workbench/model/bookStore";
import type { MemoryBook } from "../../src/workbench/model/MemoryBook";
import type { OfficeHost } from "../../src/workbench/transport/officeHost";
import { chromiumPath, launchChromium, outside, visit, type Visit } from "../support/chromium";
import { serveFramePage, type FramePage } from "../support/framePage";

/** Genuine Office.js loader and client in a frame of Chromium, our host as its parent page. */
interface Page1 {
  book: MemoryBook;
  store: BookStore;
  host: OfficeHost;
  frame: HTMLIFrameElement;
}
declare const window: Window & Page1 & { info: unknown; ready: Promise<unknown>; pressed: string };

const inBrowser = chromiumPath === undefined ? describe.skip : describe;

inBrowser("the add-in's page in a frame (needs Chromium)", () => {
  let browser: Browser;
  let served: FramePage;
  let visited: Visit;
  let page: Page;
  let frame: Frame;

  beforeAll(async () => {
    served = await serveFramePage();
    browser = await launchChromium();
    visited = await visit(browser, served.url);
    page = visited.page;
    frame = await readyFrame();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
  });

  async function readyFrame(): Promise<Frame> {
    await page.waitForFunction(() => window.frame?.contentWindow !== null);
    const inner = page.frames().find((one) => one.url().endsWith("/addin.html"));
    if (!inner) throw new Error("The frame is not there");
    await inner.waitForFunction(() => window.info !== undefined, undefined, { timeout: 20_000 });
    await page.waitForFunction(() => window.host.functions.ready, undefined, { timeout: 20_000 });
    return inner;
  }

  test("Office.onReady says Excel on the web, with a shared runtime", async () => {
    expect(await frame.evaluate(() => window.info)).toMatchObject({ host: "Excel", platform: "OfficeOnline", addin: { visibilityMode: "Taskpane" } });
  });

  test("requirement sets are those of the host; 1.10 is above 1.9", async () => {
    const supported = await frame.evaluate(() => ["1.9", "1.10", "1.11", "1.16"].map((version) => Office.context.requirements.isSetSupported("ExcelApi", version)));
    expect(supported).toEqual([true, true, false, false]);
    expect(await frame.evaluate(() => Office.context.requirements.isSetSupported("SharedRuntime", "1.1"))).toBe(true);
  });

  test("Excel.run writes into the workbook of the parent page", async () => {
    const address = await frame.evaluate(() => Excel.run(async (context) => {
      const range = context.workbook.worksheets.getActiveWorksheet().getRange("B2:C3");
      range.values = [["Buyer", "Open"], ["Alder", 120.5]];
      range.load("address");
      await context.sync();
      return range.address;
    }));
    expect(address).toBe("Sheet1!B2:C3");
    expect(await page.evaluate(() => window.book.values({ sheet: window.book.activeSheet(), row: 1, column: 1, rows: 2, columns: 2 }))).toEqual([["Buyer", "Open"], ["Alder", 120.5]]);
  });

  test("selection and changes made in the parent page arrive as events", async () => {
    await frame.evaluate(() => Excel.run(async (context) => {
      const seen: string[] = [];
      Object.assign(window, { seen });
      context.workbook.onSelectionChanged.add(async () => void seen.push("selected"));
      context.workbook.worksheets.getActiveWorksheet().onChanged.add(async (event) => void seen.push(`${event.address} ${event.details?.valueBefore} ${event.details?.valueAfter} ${event.triggerSource}`));
      await context.sync();
    }));
    await page.evaluate(() => window.book.asUser(() => {
      const sheet = window.book.activeSheet();
      window.book.select({ sheet, row: 2, column: 2, rows: 1, columns: 1 });
      window.book.write({ sheet, row: 2, column: 2, rows: 1, columns: 1 }, [[77]]);
    }));
    await frame.waitForFunction(() => (window as unknown as { seen: string[] }).seen.length >= 2);
    expect(await frame.evaluate(() => (window as unknown as { seen: string[] }).seen)).toEqual(expect.arrayContaining(["selected", "C3 120.5 77 Unknown"]));
  });

  test("custom functions run in the frame, errors keep their sentence", async () => {
    const outcomes = await page.evaluate(() => new Promise((resolve) => {
      const all: unknown[] = [];
      window.host.functions.onOutcomes((some) => {
        all.push(...some);
        if (all.length === 3) resolve(all);
      });
      window.host.functions.send([
        { invocation: 1, id: "SUM2", args: [[[1, 2], [3, ""]]], address: "Sheet1!A1", flags: 0 },
        { invocation: 2, id: "NONE", args: [], address: "Sheet1!A2", flags: 0 },
        { invocation: 3, id: "SUM2", args: [[["x".repeat(6_000_000)]]], address: "Sheet1!A3", flags: 0 },
      ]);
    }));
    expect(outcomes).toEqual(expect.arrayContaining([
      { invocation: 1, ok: true, value: 6 },
      { invocation: 2, ok: false, error: "#N/A", message: "no data here" },
      { invocation: 3, ok: false, error: "#VALUE!", message: expect.stringContaining("5.0 MB") },
    ]));
  });

  test("a ribbon button runs its function, and says when it is done", async () => {
    await page.evaluate(() => window.host.runCommand("PressButton", "press"));
    expect(await frame.evaluate(() => window.pressed)).toBe("PressButton");
  });

  test("document settings are saved", async () => {
    await frame.evaluate(() => new Promise<void>((resolve, reject) => {
      Office.context.document.settings.set("terms", { days: 30 });
      Office.context.document.settings.saveAsync((result) => (result.status === Office.AsyncResultStatus.Succeeded ? resolve() : reject(new Error(result.error.message))));
    }));
    expect(await page.evaluate(() => [...window.store.documentSettings])).toEqual([["terms", JSON.stringify({ days: 30 })]]);
  });

  test("the pane is hidden and shown by the add-in, and both sides know", async () => {
    await frame.evaluate(async () => {
      const modes: string[] = [];
      Object.assign(window, { modes });
      await Office.addin.onVisibilityModeChanged((message) => void modes.push(message.visibilityMode));
      await Office.addin.hide();
    });
    expect(await page.evaluate(() => window.host.paneVisible)).toBe(false);
    await frame.evaluate(() => Office.addin.showAsTaskpane());
    expect(await page.evaluate(() => window.host.paneVisible)).toBe(true);
    await frame.waitForFunction(() => (window as unknown as { modes: string[] }).modes.length === 2);
    expect(await frame.evaluate(() => (window as unknown as { modes: string[] }).modes)).toEqual(["Hidden", "Taskpane"]);
  });

  test("ribbon buttons are switched, startup behaviour is kept with the document", async () => {
    const states = page.evaluate(() => new Promise((resolve) => window.host.onRibbon((state) => resolve([...state.disabled]))));
    await frame.evaluate(() => Office.ribbon.requestUpdate({ tabs: [{ id: "Tab", groups: [{ id: "Group", controls: [{ id: "PressButton", enabled: false }] }] }] }));
    expect(await states).toEqual(["PressButton"]);
    await frame.evaluate(() => Office.addin.setStartupBehavior(Office.StartupBehavior.load));
    expect(await frame.evaluate(() => Office.addin.getStartupBehavior())).toBe("Load");
    expect(await page.evaluate(() => window.store.startup)).toBe("Background");
  });

  test("a request above 5 MB is refused as Excel on the web refuses it", async () => {
    const code = await frame.evaluate(() => Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A10").getResizedRange(99_999, 7).values = Array.from({ length: 100_000 }, (_, row) => Array.from({ length: 8 }, (_c, column) => row * 8.25 + column));
      await context.sync();
    }).catch((error: { code: string }) => error.code));
    expect(code).toBe("RequestPayloadSizeLimitExceeded");
  });

  test("the page reloads: what it held is gone, everything works again", async () => {
    const resets = page.evaluate(() => new Promise((resolve) => window.host.functions.onReset(() => resolve("reset"))));
    await page.evaluate(() => window.frame.contentWindow!.location.reload());
    expect(await resets).toBe("reset");
    frame = await readyFrame();
    expect(await frame.evaluate(() => Excel.run(async (context) => {
      const cell = context.workbook.worksheets.getActiveWorksheet().getRange("B3");
      cell.load("values");
      await context.sync();
      return cell.values[0]![0] as string;
    }))).toBe("Alder");
    await page.evaluate(() => window.host.runCommand("PressButton", "press"));
  });

  test("a member the host does not know is refused by its name, and listed", async () => {
    expect(await page.evaluate(() => window.host.unknownMembers())).toEqual([]);
    const message = await frame.evaluate(() => Excel.run(async (context) => {
      context.workbook.worksheets.getActiveWorksheet().getRange("A1").getExtendedRange("Down");
      await context.sync();
    }).catch((error: { code: string; message: string }) => `${error.code}: ${error.message}`));
    expect(message).toBe("ApiNotFound: The workbench host does not implement Range.GetExtendedRange().");
    expect(await page.evaluate(() => window.host.unknownMembers())).toEqual(["Range.GetExtendedRange()"]);
  });

  test("no request left this machine", () => {
    expect(outside(visited.requests)).toEqual([]);
  });
});
