/**
 * Pictures of the pane without Excel: every view and state, in both languages and themes, from 320 pixels wide.
 *
 *     npx tsx test/browser/paneShots.ts <folder> [name...]
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { servePage } from "../support/bundlePage";
import { launchChromium, visit } from "../support/chromium";

interface Shot {
  readonly name: string;
  readonly book?: string;
  readonly language?: "en" | "zh";
  readonly theme?: "light" | "dark";
  readonly width?: number;
  /** only what a screen of 720 pixels shows: a list that is open stands above the page */
  readonly screen?: boolean;
  readonly act?: (page: Page) => Promise<void>;
}

const VIEWS = { en: ["Ledger", "Portfolio", "Buyer", "Watch", "Formula", "Bank"], zh: ["台账", "总览", "客户", "观察", "公式", "银行"] } as const;

function tab(place: 0 | 1 | 2 | 3 | 4 | 5, language: "en" | "zh" = "en"): (page: Page) => Promise<void> {
  return async (page) => page.getByRole("tab", { name: VIEWS[language][place], exact: true }).click();
}

function buyer(place: number, language: "en" | "zh" = "en"): (page: Page) => Promise<void> {
  return async (page) => {
    await tab(1, language)(page);
    await page.locator("table").nth(1).locator("tbody button").nth(place).click();
    await page.locator("main table").first().waitFor();
  };
}

function openColumns(language: "en" | "zh"): (page: Page) => Promise<void> {
  return async (page) => page.getByRole("button", { name: language === "en" ? "What was taken for what" : "各列的含义" }).click();
}

async function openDoubts(page: Page): Promise<void> {
  const closed = page.locator("section li > button[aria-expanded=false]");
  while ((await closed.count()) > 0) await closed.first().click();
}

const each = (name: string, act: (language: "en" | "zh") => (page: Page) => Promise<void>): Shot[] => [
  { name, act: act("en") },
  { name: `${name}-zh-dark`, language: "zh", theme: "dark", act: act("zh") },
];

const SHOTS: readonly Shot[] = [
  { name: "ledger" },
  { name: "ledger-zh-dark", language: "zh", theme: "dark" },
  { name: "ledger-connected", book: "connected" },
  ...each("ledger-policy", (language) => async (page) => {
    await page.getByRole("button", { name: language === "en" ? "Policy as a sheet" : "策略写成工作表" }).click();
    await page.getByRole("button", { name: language === "en" ? "Show the policy" : "查看策略" }).waitFor();
  }),
  ...each("ledger-countries", (language) => async (page) => {
    await page.getByRole("button", { name: language === "en" ? "Write the country classes" : "写入国家风险等级" }).click();
    await page.getByText(language === "en" ? "On the sheet" : "与分类表一致").waitFor();
  }).map((shot) => ({ ...shot, book: "countries" })),
  { name: "ledger-open", act: async (page) => {
    await openColumns("en")(page);
    await page.getByRole("button", { name: "Change" }).click();
  } },
  ...each("ledger-columns", (language) => openColumns(language)),
  { name: "ledger-columns-list", screen: true, act: async (page) => {
    await openColumns("en")(page);
    await page.getByRole("combobox", { name: "Column: Amount" }).click();
  } },
  { name: "ledger-changed", screen: true, act: async (page) => {
    await openColumns("en")(page);
    await page.getByRole("combobox", { name: "Column: Due date" }).click();
    await page.getByRole("option", { name: "Not in this sheet" }).click();
  } },
  { name: "ledger-either", book: "either" },
  { name: "ledger-either-zh", book: "either", language: "zh" },
  ...["en", "zh"].map((language): Shot => ({ name: `ledger-doubtful-${language}`, book: "doubtful", language: language as "en" | "zh", theme: language === "zh" ? "dark" : "light", act: openDoubts })),
  ...["en", "zh"].map((language): Shot => ({ name: `ledger-merge-${language}`, book: "doubtful", screen: true, language: language as "en" | "zh", theme: language === "zh" ? "dark" : "light", act: async (page) => {
    await openDoubts(page);
    await page.getByRole("button", { name: /^(Merge|合并)/ }).first().click();
  } })),
  { name: "ledger-template", book: "empty", act: async (page) => page.getByRole("button", { name: "Insert a ledger template" }).click() },
  { name: "ledger-mixed", book: "mixed", act: openDoubts },
  { name: "ledger-empty", book: "empty" },
  { name: "ledger-slow", book: "slow" },
  { name: "ledger-twins", book: "twins" },
  { name: "ledger-unknown", book: "unknown" },
  { name: "ledger-failed", book: "failed" },
  { name: "ledger-wide", width: 560 },
  ...each("portfolio", (language) => tab(1, language)),
  { name: "portfolio-wide", width: 560, act: tab(1) },
  { name: "portfolio-tables", act: async (page) => {
    await tab(1)(page);
    for (const part of ["Open, not due and overdue", "DSO by each method", "Concentration", "Buyers that changed most", "Why DSO changed"]) await page.getByRole("button", { name: `${part}: Table` }).click();
  } },
  { name: "portfolio-inserted", screen: true, act: async (page) => {
    await tab(1)(page);
    await page.getByRole("button", { name: "Roll rates: Insert as formulas" }).click();
  } },
  { name: "portfolio-young", act: async (page) => {
    await tab(1)(page);
    await page.getByLabel("As of").last().fill("2024-11-15");
  } },
  { name: "portfolio-mixed", book: "mixed", act: tab(1) },
  { name: "portfolio-none", book: "empty", act: tab(1) },
  { name: "portfolio-early", act: async (page) => {
    await tab(1)(page);
    await page.getByLabel("As of").last().fill("2001-01-01");
  } },
  ...each("buyers", (language) => tab(2, language)),
  { name: "buyers-search", screen: true, act: async (page) => {
    await tab(2)(page);
    await page.getByRole("combobox").pressSequentially("c-10");
  } },
  ...each("buyer", (language) => buyer(0, language)),
  { name: "buyer-3", act: buyer(3) },
  { name: "buyer-wide", width: 560, act: buyer(1) },
  { name: "buyer-inserted", act: async (page) => {
    await buyer(0)(page);
    await page.getByRole("button", { name: "Insert as formulas" }).click();
  } },
  { name: "buyer-zh", language: "zh", act: buyer(2, "zh") },
  ...each("trust", (language) => async (page) => {
    await tab(1, language)(page);
    await page.getByRole("button", { name: language === "en" ? "Run the back-test" : "运行回溯检验" }).click();
    await page.getByText(language === "en" ? /past late rate: AUC/ : /以往逾期率：AUC/).waitFor({ timeout: 20_000 });
  }),
  ...each("watch", (language) => async (page) => {
    await tab(3, language)(page);
    await page.getByRole("button", { name: language === "en" ? /^What is raised/ : /的预警/ }).first().click({ timeout: 20_000 });
  }),
  { name: "watch-wide", width: 720, act: tab(3) },
  { name: "watch-none", book: "twins", act: tab(3) },
  ...each("buyer-decided", (language) => async (page) => {
    await buyer(0, language)(page);
    await page.getByRole("button", { name: language === "en" ? "Record a decision" : "记录决定" }).click();
    await page.getByRole("textbox", { name: language === "en" ? /^Who decides/ : /^决定人/ }).fill("M. Li");
    await page.getByRole("textbox", { name: language === "en" ? /^Reason/ : /^理由/ }).fill("Promised to pay by the end of the month; <b>no</b> =cmd()");
    await page.getByRole("button", { name: language === "en" ? "Save" : "保存" }).click();
    await page.getByRole("button", { name: language === "en" ? "Calibration" : "校准" }).click();
  }),
  { name: "buyer-memo", act: async (page) => {
    await buyer(0)(page);
    await page.getByRole("button", { name: "Insert memo" }).click();
  } },
  ...["en", "zh"].flatMap((language): Shot[] => {
    const look = { book: "formula", language: language as "en" | "zh", theme: language === "zh" ? ("dark" as const) : ("light" as const) };
    const open = tab(4, look.language);
    const choose = (id: string) => async (page: Page): Promise<void> => {
      await open(page);
      await page.getByRole("combobox").first().click();
      await page.getByRole("combobox").first().pressSequentially(id);
      await page.getByRole("option").first().click();
    };
    return [
      { name: `formula-${language}`, ...look, act: open },
      { name: `formula-assess-${language}`, ...look, width: 560, act: choose("ASSESS") },
      { name: `formula-pick-${language}`, ...look, screen: true, act: async (page) => {
        await open(page);
        await page.getByRole("combobox").first().click();
        await page.getByRole("combobox").first().pressSequentially("over");
      } },
      { name: `formula-refused-${language}`, ...look, act: async (page) => {
        await choose("CREDITSCORE")(page);
        await page.getByRole("combobox").nth(2).fill("Nobody");
        await page.keyboard.press("Escape");
      } },
    ];
  }),
  ...each("bank-none", (language) => tab(5, language)),
  ...each("bank", (language) => async (page) => {
    await tab(5, language)(page);
    await page.getByRole("button", { name: language === "en" ? "Write a sheet of usual terms" : "写入常用条款工作表" }).click();
    await page.getByRole("heading", { name: language === "en" ? "What each rule costs" : "每条规则的代价" }).waitFor({ timeout: 20_000 });
  }),
  ...each("bank-pack", (language) => async (page) => {
    await tab(5, language)(page);
    await page.getByRole("button", { name: language === "en" ? "Show what leaves" : "查看将发出的内容" }).click({ timeout: 20_000 });
    const warned = page.getByRole("checkbox", { name: language === "en" ? /^I have read this/ : /^我已阅读/ });
    const make = page.getByRole("button", { name: language === "en" ? "Make the pack" : "制作资料包", exact: true });
    await make.waitFor({ timeout: 20_000 });
    if ((await warned.count()) > 0) await warned.check();
    await page.getByRole("button", { name: /^(Invoices|发票明细)$/ }).click();
    await make.click();
    await page.getByRole("button", { name: language === "en" ? "Open beside this book" : "在本工作簿旁打开" }).click({ timeout: 60_000 });
    await page.getByRole("button", { name: language === "en" ? "Find the best cover" : "寻找最佳投保" }).click();
  }).map((shot) => ({ ...shot, book: "lender" })),
  { name: "bank-wide", book: "lender", width: 560, act: async (page) => {
    await tab(5)(page);
    await page.getByRole("heading", { name: "What each rule costs" }).waitFor({ timeout: 20_000 });
  } },
  { name: "bank-refused", book: "badTerms", theme: "dark", screen: true, act: tab(5) },
  { name: "formula-none", book: "empty", act: tab(4) },
];

async function shoot(): Promise<void> {
  const [folder = "pane-shots", ...names] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const served = await servePage(resolve(__dirname, "panePage.tsx"));
  const browser = await launchChromium();
  const errors: string[] = [];
  for (const shot of SHOTS.filter(({ name }) => names.length === 0 || names.includes(name))) {
    const address = `${served.address}#book=${shot.book ?? "sample"}&language=${shot.language ?? "en"}&theme=${shot.theme ?? "light"}`;
    const seen = await visit(browser, address, { width: shot.width ?? 320, height: 720, dark: shot.theme === "dark" });
    try {
      await seen.page.getByRole("tablist").waitFor();
      await seen.page.waitForTimeout(900);
      await shot.act?.(seen.page);
      await seen.page.waitForTimeout(700);
      const overflow = await seen.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      if (overflow > 0) errors.push(`${shot.name}: ${String(overflow)} px too wide`);
    } catch (error) {
      errors.push(`${shot.name}: ${String(error)}`);
    }
    errors.push(...seen.errors.map((error) => `${shot.name}: ${error}`));
    await seen.page.screenshot({ path: join(folder, `${shot.name}.png`), fullPage: shot.screen !== true });
    await seen.context.close();
  }
  await browser.close();
  await served.close();
  for (const error of errors) console.error(error);
  process.exitCode = errors.length === 0 ? 0 : 1;
}

void shoot();
