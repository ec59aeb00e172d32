/** The page that verifies a pack, opened as a file, as somebody at a bank keeps it: no server, no network. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "playwright-core";
import { makePack } from "../../src/bank/pack/makePack";
import { writePack } from "../../src/pack/writePack";
import { DAY, TERMS, tradeReading } from "../pack/books";
import { Tampered } from "../pack/tamper";
import { DIST } from "../support/builtAddin";
import { chromiumPath, launchChromium, visit } from "../support/chromium";

const inChromium = chromiumPath === undefined ? describe.skip : describe;

inChromium("verify.html", () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), "open-account-verify-"));
  const [good, bad] = [join(folder, "pack.xlsx"), join(folder, "changed.xlsx")];

  beforeAll(async () => {
    const pack = await writePack(makePack(tradeReading(), TERMS, DAY));
    writeFileSync(good, pack);
    writeFileSync(bad, (await new Tampered(pack).value("invoices", "G8", (value) => `${value}9`)).bytes);
    browser = await launchChromium();
  });

  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test("says INTACT of a pack, names what differs in another, in both languages, and asks for nothing", async () => {
    const { page, requests, errors } = await visit(browser, pathToFileURL(join(DIST, "verify.html")).href, { locale: "en-US" });
    await page.setInputFiles("#file", good);
    await page.waitForSelector(".mark.intact");
    await page.setInputFiles("#file", bad);
    await page.waitForSelector(".mark.differs");
    expect(await page.textContent("#result li")).toMatch(/^Invoices!G8: an amount was changed; invoice /);
    await page.click("#language");
    expect(await page.textContent("#result li")).toMatch(/^Invoices!G8：金额被改动/);
    await page.setInputFiles("#file", join(DIST, "verify.html"));
    await page.waitForSelector(".mark.noPack");
    expect(requests.filter((address) => !address.startsWith("file:"))).toEqual([]);
    expect(errors).toEqual([]);
  });
});
