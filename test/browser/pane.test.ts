import { resolve } from "node:path";
import type { Browser, Page } from "playwright-core";
import { servePage, type ServedPage } from "../support/bundlePage";
import { chromiumPath, launchChromium, outside, visit, type Visit } from "../support/chromium";
import { faintTexts } from "../support/contrast";

/** The pane by itself in Chromium over a workbook in memory: what jsdom cannot see, its layout, focus and colours. */
const here = chromiumPath === undefined ? describe.skip : describe;

here("the pane in Chromium", () => {
  let served: ServedPage;
  let browser: Browser;
  let seen: Visit;

  beforeAll(async () => {
    served = await servePage(resolve(__dirname, "panePage.tsx"));
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await served.close();
  });
  afterEach(() => seen.context.close());

  async function open(options: { book?: string; language?: "en" | "zh"; dark?: boolean; width?: number } = {}): Promise<Page> {
    const theme = options.dark === true ? "dark" : "light";
    seen = await visit(browser, `${served.address}#book=${options.book ?? "sample"}&language=${options.language ?? "en"}&theme=${theme}`, { width: options.width ?? 320, height: 700, dark: options.dark === true });
    await seen.page.getByRole("heading", { level: 2 }).first().waitFor();
    return seen.page;
  }

  async function showBuyer(page: Page): Promise<void> {
    await page.getByRole("tab").nth(2).click();
    await page.getByRole("combobox").pressSequentially("C-1020");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("region").nth(3).waitFor();
  }

  async function eachView(page: Page, look: (view: string) => Promise<void>): Promise<void> {
    await look("ledger");
    await page.getByRole("tab").nth(1).click();
    await page.getByRole("region").nth(1).waitFor();
    await page.locator("svg rect").first().waitFor({ state: "attached" });
    await look("portfolio");
    await showBuyer(page);
    await look("buyer");
  }

  /** What reaches beyond the pane's width, or is cut off inside its own box. */
  const tooWide = (page: Page): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll("main *, header *")]
        .filter((element) => element.closest("[inert], [aria-hidden='true']") === null && getComputedStyle(element).clipPath === "none")
        .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 0.5)
        .map((element) => element.outerHTML.slice(0, 120)),
    );

  test.each([
    [320, "en"],
    [320, "zh"],
    [480, "en"],
  ] as const)("nothing is wider than the pane at %i pixels (%s)", async (width, language) => {
    const page = await open({ width, language });
    await eachView(page, async (view) => expect([view, await tooWide(page)]).toEqual([view, []]));
    expect(seen.errors).toEqual([]);
    expect(outside(seen.requests)).toEqual([]);
  }, 60_000);

  test.each(["en", "zh"] as const)("a long name of a lender's terms stays within 320 pixels, and so does all that is chosen and pressed (%s)", async (language) => {
    const page = await open({ language });
    await page.getByRole("tab").nth(5).click();
    await page.getByRole("button", { name: language === "en" ? "Write a sheet of usual terms" : "写入常用条款工作表" }).click();
    await page.getByRole("table").first().waitFor();
    expect(await page.locator("main select").first().textContent()).toContain("LenderTerms");
    const ends = await page.locator("main select, main input:not([hidden]), main section > div > button").evaluateAll((elements) => elements.map((element) => element.getBoundingClientRect().right));
    expect(ends.length).toBeGreaterThan(5);
    expect(ends.filter((right) => right > 308.5)).toEqual([]); // 12 pixels of margin
    expect(seen.errors).toEqual([]);
  }, 60_000);

  test.each([
    ["light", false, "en"],
    ["dark", true, "zh"],
  ] as const)("every text stands out from its ground, %s", async (_, dark, language) => {
    const page = await open({ dark, language });
    await eachView(page, async (view) => expect([view, await page.evaluate(faintTexts)]).toEqual([view, []]));
  }, 60_000);

  test.each([
    ["en", false],
    ["zh", true],
  ] as const)("columns, doubts and the question before a merge fit 320 pixels and stand out (%s)", async (language, dark) => {
    const page = await open({ book: "doubtful", language, dark });
    await page.getByRole("button", { name: language === "en" ? "What was taken for what" : "各列的含义" }).click();
    const closed = page.locator("section li > button[aria-expanded=false]");
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await tooWide(page)).toEqual([]);
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await page.getByRole("combobox").nth(6).click();
    const list = (await page.getByRole("listbox").boundingBox())!;
    expect([list.x >= 0, list.x + list.width <= 320]).toEqual([true, true]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: language === "en" ? /^Merge:/ : /^合并：/ }).click();
    const asked = page.getByRole("dialog");
    await asked.waitFor();
    const box = (await asked.boundingBox())!;
    expect([box.x >= 0, box.x + box.width <= 320, await asked.evaluate((element) => element.scrollWidth <= element.clientWidth)]).toEqual([true, true, true]);
    await page.keyboard.press("Escape");
    await asked.waitFor({ state: "detached" });
    await page.waitForFunction(() => /^(?:Merge|合并)/.test(document.activeElement?.getAttribute("aria-label") ?? ""), undefined, { timeout: 10_000 }); // the focus comes back when the dialog's way out is over
    expect(seen.errors).toEqual([]);
  }, 120_000);

  test("the keyboard alone goes from the first tab to a buyer's formulas", async () => {
    const page = await open({ book: "connected" });
    const focused = (): Promise<string> => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent ?? "");
    await page.keyboard.press("Tab");
    expect(await focused()).toMatch(/^Ledger/);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowRight");
    expect(await focused()).toMatch(/^Buyer/);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Choose a buyer" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("More");
    await page.keyboard.press("Tab");
    await page.keyboard.type("c-1020");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("region", { name: "Why" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await focused()).toBe("Insert as formulas");
    await page.keyboard.press("Enter");
    await page.getByText(/^Formulas are on the sheet/).waitFor();
  }, 60_000);

  test("a list that opens lies over the pane, and Escape closes it", async () => {
    const page = await open();
    await page.getByRole("button", { name: "More" }).click();
    const menu = page.getByRole("menu");
    await menu.waitFor();
    const box = (await menu.boundingBox())!;
    expect(box.x).toBeGreaterThanOrEqual(0);
    expect(box.x + box.width).toBeLessThanOrEqual(320);
    const header = await page.evaluate(() => document.elementFromPoint(30, 20)?.closest("[role=tab]")?.textContent);
    expect(header).toMatch(/^Ledger/);
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "detached" });
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe("More");
  }, 60_000);

  test("everything that can be operated shows where the focus is", async () => {
    const page = await open();
    const unseen: string[] = [];
    for (let stop = 0; stop < 12; stop++) {
      await page.keyboard.press("Tab");
      const found = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return "";
        const marks = [element, element.parentElement!].flatMap((one) => [getComputedStyle(one), getComputedStyle(one, "::after")]);
        const marked = marks.some((style) => (style.outlineStyle !== "none" && style.outlineWidth !== "0px") || style.boxShadow !== "none" || style.borderBottomWidth === "2px" || style.textDecorationStyle === "double");
        return marked ? "" : element.outerHTML.slice(0, 120);
      });
      if (found !== "") unseen.push(found);
    }
    expect(unseen).toEqual([]);
  }, 60_000);
});
