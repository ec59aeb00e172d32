/**
 * A pack of 100,000 open invoices and 1,459 buyers: made and written, opened and recalculated by LibreOffice (as its own conversion with
 * hard recalculation, its start and saving included), verified.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SheetSealer } from "../../src/bank/pack/canonical";
import { LooksSealer } from "../../src/bank/pack/looks";
import { makePack } from "../../src/bank/pack/makePack";
import { readTerms } from "../../src/bank/readTerms";
import { readLedger } from "../../src/ledger/readLedger";
import { openPackFile } from "../../src/pack/readPack";
import { verifyPack } from "../../src/pack/verifyPack";
import { sealedPack, writeSealed } from "../../src/pack/writePack";
import type { Cell, Grid } from "../../src/values/cell";
import { dayOf, type Day } from "../../src/values/day";
import { Chance } from "../support/chance";

const DOCUMENTS = 100_000, BUYERS = 1_459;
const DAY = dayOf(2026, 6, 30);
const RECALCULATE = '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>';

function openBook(): Grid {
  const chance = new Chance(7);
  const rows: Cell[][] = [["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid date", "Currency"]];
  for (let k = 0; k < DOCUMENTS; k++) {
    const issued = DAY - 1 - Math.floor(chance.next() ** 2 * 300);
    rows.push([`I-${k}`, `Buyer ${Math.floor(chance.next() ** 2 * BUYERS)} Ltd`, issued, issued + 30, Math.round(chance.next() ** 3 * 5_000_000) / 100 + 1, k % 10_000 === 0 ? DAY : "", "EUR"]);
  }
  return rows;
}

const TERMS = readTerms([["rule", "on", "value", "source"], ["pastInvoiceDays", "yes", 120], ["pastDueDays", "yes", 60], ["creditsInPrior", "yes"], ["crossAge", "yes", 0.5], ["concentration", "yes", 0.05], ["concentrationBase", "yes", "eligible"], ["advanceRate", "yes", 0.85], ["excludeContra", "yes"]], 2);

export async function benchPack(): Promise<void> {
  console.log(`\nBank pack of ${DOCUMENTS.toLocaleString("en")} documents, ${BUYERS.toLocaleString("en")} buyers`);
  const reading = readLedger(openBook());
  let began = performance.now();
  const seconds = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
  const pack = sealedPack(makePack(reading, TERMS, DAY as Day));
  const made = seconds();
  const bytes = await writeSealed(pack);
  console.log(`  made and sealed ${made}, with writing ${seconds()} (to reach: 20 s); ${(bytes.length / 1e6).toFixed(1)} MB`);
  await verified(bytes, "as written");
  if (!existsSync("/usr/bin/soffice")) return console.log("  LibreOffice (soffice) is not installed here");
  const folder = mkdtempSync(join(tmpdir(), "bench-pack-"));
  try {
    mkdirSync(join(folder, "profile/user"), { recursive: true });
    writeFileSync(join(folder, "profile/user/registrymodifications.xcu"), RECALCULATE);
    writeFileSync(join(folder, "pack.xlsx"), bytes);
    began = performance.now();
    const done = spawnSync("soffice", ["--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", join(folder, "saved"), join(folder, "pack.xlsx")], { stdio: "ignore" });
    if (done.status !== 0) throw new Error("LibreOffice did not open the pack");
    console.log(`  LibreOffice: started, opened, recalculated and saved ${seconds()} (to reach: 60 s for opening and recalculating)`);
    await verified(readFileSync(join(folder, "saved/pack.xlsx")), "as LibreOffice saved it");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function verified(bytes: Uint8Array, what: string): Promise<void> {
  const seal = await medianOf3(() => sealOf(bytes));
  const whole = await medianOf3(() => verifyPack(bytes));
  const { isIntact, findings, recalculated, checks } = whole.found;
  console.log(`  the seal ${what} verified in ${seal.seconds} s, with every formula recalculated ${whole.seconds} s (to reach: 5 s; medians of 3); ${isIntact ? "intact" : `${findings.length} findings`}, ${recalculated.toLocaleString("en")} formulas recalculated, checks ${checks.ok} OK, ${checks.differs} DIFFERS`);
}

/** What the seal alone asks for: every sheet read, its hash and that of its looks. */
async function sealOf(bytes: Uint8Array): Promise<string[]> {
  const file = (await openPackFile(bytes))!;
  const hashes: string[] = [];
  for (const sheet of file.sheets) {
    const [sealer, looks] = [new SheetSealer(), new LooksSealer()];
    await file.read(sheet, (row, column, formula, value, style) => {
      sealer.filled(row, column, formula, value);
      looks.cell(row, column, file.looks[style] ?? "?");
    });
    hashes.push(sealer.finish().hash, looks.finish());
  }
  return hashes;
}

async function medianOf3<T>(run: () => Promise<T>): Promise<{ readonly found: T; readonly seconds: string }> {
  const times: number[] = [];
  let found: T | undefined;
  for (let k = 0; k < 3; k++) {
    const began = performance.now();
    found = await run();
    times.push(performance.now() - began);
  }
  return { found: found!, seconds: (times.sort((a, b) => a - b)[1]! / 1000).toFixed(1) };
}
