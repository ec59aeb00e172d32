/**
 * The ageing of 1,000 buyers in 5 buckets from 100,000 invoices: by the engine, reading the sheet included, and by the 5,000 SUMIFS
 * that people write, in LibreOffice without a window. Its load time is taken off: the same file with the same results as plain
 * numbers is converted too, and what the formulas cost is the difference of the two conversions. The formulas carry no stored value and
 * stand on the sheet that is written out, so that each must be worked out; that they were is checked against the engine's table.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Papa from "papaparse";
import { readLedger } from "../../src/ledger/readLedger";
import { aging, agingRow, type Aging } from "../../src/receivables/aging";
import { position } from "../../src/receivables/position";
import type { Grid } from "../../src/values/cell";
import type { Day } from "../../src/values/day";
import { chance } from "./reading";

const INVOICES = 100_000, BUYERS = 1_000, RUNS = 9, LOADS = 3;
const AS_OF = 45_900 as Day;
const OFFICE = "soffice";

const buyerName = (b: number): string => `Buyer ${String(b).padStart(4, "0")}`;

/** Open items as a range: every cell as a host passes it. */
function openItems(): Grid {
  const draw = chance(7_031);
  const rows = Array.from({ length: INVOICES }, (_, i) => {
    const issued = AS_OF - 1 - Math.floor(draw() * 240);
    return [`INV-${1_000_000 + i}`, buyerName(i < BUYERS ? i : Math.floor(draw() * BUYERS)), issued, issued + [14, 30, 45, 60, 90][Math.floor(draw() * 5)]!, Math.floor(draw() * 2_000_000 + 100) / 100];
  });
  return [["Invoice No", "Customer", "Invoice Date", "Due Date", "Open Balance"], ...rows];
}

/** The five columns of a buyer's row: what a formula that asks for days past due from..to says. */
function formulasOf(row: number): string[] {
  const last = INVOICES + 1;
  const column = (letter: string): string => `Ledger!$${letter}$2:$${letter}$${last}`;
  const sum = (...due: readonly string[]): string => `SUMIFS(${[column("E"), column("B"), `$A${row}`, ...due.flatMap((one) => [column("D"), one])].join(",")})`;
  const on = (sign: string, days: number): string => `"${sign}"&$H$1-${days}`;
  return [sum(on(">=", 0)), sum(on("<", 0), on(">=", 30)), sum(on("<", 30), on(">=", 60)), sum(on("<", 60), on(">=", 90)), sum(on("<", 90))];
}

async function writeBook(path: string, grid: Grid, values: readonly (readonly number[])[] | undefined): Promise<void> {
  const { writeXlsx } = await import("hucre/xlsx");
  const headings: (string | number | null)[] = ["Buyer", "Not due", "1-30", "31-60", "61-90", "Over 90", null, AS_OF];
  const rows = [headings, ...Array.from({ length: BUYERS }, (_, b) => [buyerName(b), ...(values?.[b] ?? [null, null, null, null, null])])];
  const cells = new Map<string, { formula: string }>();
  if (values === undefined) for (const { row, column, cell } of formulaCells()) cells.set(`${row},${column}`, cell);
  const bytes = await writeXlsx({ sheets: [{ name: "Aging", rows, cells }, { name: "Ledger", rows: grid as (string | number)[][] }] });
  writeFileSync(path, bytes);
}

function formulaCells(): { readonly row: number; readonly column: number; readonly cell: { readonly formula: string } }[] {
  return Array.from({ length: BUYERS }, (_, b) => formulasOf(b + 2).map((formula, k) => ({ row: b + 1, column: k + 1, cell: { formula } }))).flat();
}

/** Milliseconds of a conversion of the first sheet to .csv; a profile of its own, so that no other window is asked. */
function convert(folder: string, file: string): number {
  const began = performance.now();
  const done = spawnSync(OFFICE, [`-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`, "--headless", "--convert-to", "csv", "--outdir", folder, join(folder, file)], { stdio: "ignore" });
  if (done.status !== 0) throw new Error(`LibreOffice did not convert ${file}`);
  return performance.now() - began;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** Reading, position and ageing of a grid that nobody has read before. */
function byEngine(grid: Grid): Aging {
  return aging(position(readLedger(grid).ledger, AS_OF));
}

/** Rows by number of the buyer, the five buckets in currency units. */
function tableOf(sheet: Aging): number[][] {
  const { name, id } = sheet.position.ledger.buyers;
  const rows: number[][] = [];
  for (let b = 0; b < BUYERS; b++) rows[Number((id[b] || name[b]!).slice(-4))] = [...agingRow(sheet, b).subarray(0, 5)].map((minor) => minor / 100);
  return rows;
}

/** How many of the 5,000 cells LibreOffice has to the cent. */
function agreeing(folder: string, file: string, table: readonly (readonly number[])[]): number {
  const path = join(folder, file);
  const rows = existsSync(path) ? Papa.parse<string[]>(readFileSync(path, "utf8")).data.slice(1) : [];
  return table.reduce((sum, row, b) => sum + row.filter((value, k) => Math.abs(Number(rows[b]?.[k + 1] ?? NaN) - value) < 0.005).length, 0);
}

/** Prints its lines. */
export async function benchSumifs(): Promise<void> {
  console.log("\nAgeing of 1,000 buyers in 5 buckets from 100,000 invoices, against 5,000 SUMIFS in LibreOffice (to reach: at least 200 x)");
  const grid = openItems();
  const times = Array.from({ length: RUNS + 3 }, () => {
    const began = performance.now();
    byEngine(grid);
    return performance.now() - began;
  }).slice(3);
  const ours = median(times);
  console.log(`  the engine, reading the sheet included           ${ours.toFixed(1).padStart(10)} ms`);
  if (spawnSync(OFFICE, ["--version"], { stdio: "ignore" }).status !== 0) {
    console.log("  LibreOffice (soffice) is not installed here: nothing to compare with");
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "sumifs-"));
  try {
    const table = tableOf(byEngine(grid));
    await writeBook(join(folder, "formulas.xlsx"), grid, undefined);
    await writeBook(join(folder, "numbers.xlsx"), grid, table);
    convert(folder, "numbers.xlsx"); // the profile is made, the files are in memory
    const loads = Array.from({ length: LOADS }, () => convert(folder, "numbers.xlsx"));
    const all = convert(folder, "formulas.xlsx"); // once: it takes a minute, most of which is no load
    const theirs = all - median(loads);
    console.log(`  LibreOffice, load and write with the formulas    ${all.toFixed(1).padStart(10)} ms   (once)`);
    console.log(`  LibreOffice, load and write with plain numbers   ${median(loads).toFixed(1).padStart(10)} ms   (median of ${LOADS})`);
    console.log(`  the difference, what the formulas cost           ${theirs.toFixed(1).padStart(10)} ms   ${(theirs / ours).toFixed(0)} x the engine; ${agreeing(folder, "formulas.csv", table)} of ${BUYERS * 5} cells agree to the cent`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
