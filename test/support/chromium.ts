import { existsSync } from "node:fs";
import { chromium, type Browser, type BrowserContext, type Page } from "playwright-core";

const PLACES = [process.env["CHROMIUM"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Where Chromium is on this machine, or undefined: the tests that need it then say by name that they were skipped. */
export const chromiumPath: string | undefined = PLACES.find((place) => place !== undefined && existsSync(place));

export async function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error("Chromium is not installed. On Debian: apt-get install chromium");
  return chromium.launch({
    executablePath: chromiumPath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** address of every request the page and its frames made */
  readonly requests: readonly string[];
  /** what the page threw or logged as an error */
  readonly errors: readonly string[];
}

/** A fresh context with every request recorded, and Office.js' own question about http answered with OK. */
export async function visit(browser: Browser, url: string, options: { width?: number; height?: number; dark?: boolean; locale?: string } = {}): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1440, height: options.height ?? 900 },
    colorScheme: options.dark === true ? "dark" : "light",
    locale: options.locale ?? "en-US",
    acceptDownloads: true,
  });
  await context.addInitScript("globalThis.__name ??= (it) => it"); // scripts run by esbuild name the functions they send into the page
  const page = await context.newPage();
  const requests: string[] = [];
  const errors: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => errors.push(String(error)));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("dialog", (dialog) => void dialog.accept());
  await page.goto(url, { waitUntil: "domcontentloaded", timeout: 90_000 }); // a busy machine serves ten megabytes slowly
  return { context, page, requests, errors };
}

/** Requests that left this machine. Data and blob addresses never do. */
export function outside(requests: readonly string[]): string[] {
  return requests.filter((address) => !/^(data:|blob:|about:)/.test(address) && !/^https?:\/\/(localhost|127\.0\.0\.1)(:\d+)?\//.test(address));
}
