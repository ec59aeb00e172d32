/** What holds for every sheet, whoever sends it. Shared by the test run and by the long run (`npm run fuzz`). */
import fc from "fast-check";
import type { Ledger } from "../../src/ledger/ledger";
import type { Reading } from "../../src/ledger/reading";
import { readLedger, type ReadOptions } from "../../src/ledger/readLedger";
import { writeLedger, writeReceipts } from "../../src/ledger/writeLedger";
import { position } from "../../src/receivables/position";
import { Refusal } from "../../src/values/answer";
import { isBlank, type Grid } from "../../src/values/cell";
import { say, type Sentences } from "../../src/values/say";
import { LEDGER_SENTENCES } from "../../src/values/sentences/ledger";
import { linesIn } from "../support/book";
import { anyGrid, likelyLedger } from "./grids";

/** Time of the processor that a sheet may take: so much for itself, and so much a cell, microseconds; hundreds of times what one takes on a quiet machine. */
const TIME_A_SHEET = 2_000_000, TIME_A_CELL = 2_000;

export interface Seen {
  readings: number;
  refusals: number;
  written: number;
  /** microseconds a cell, the slowest sheet of at least a hundred cells */
  slowest: number;
}

/** Counts for a run; the tables that the first reading makes are made here, and not on some sheet's time. */
export function nothingSeen(): Seen {
  readLedger([["Customer", "Invoice Date", "Amount"], ["A", 45_700, "1,234.50"]]);
  return { readings: 0, refusals: 0, written: 0, slowest: 0 };
}

function fail(sentence: string): never {
  throw new Error(sentence);
}

/** The reading, or undefined where the sheet is refused with a sentence that has no hole in it. */
function readOrRefused(grid: Grid, options: ReadOptions, seen: Seen): Reading | undefined {
  const cells = grid.reduce((sum, row) => sum + row.length, 0);
  const began = process.cpuUsage(); // the processor's time, not the clock's: on a busy machine a sheet waits for its turn
  try {
    const reading = readLedger(grid, options);
    seen.readings++;
    return reading;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, with: values = {} } = error.reason;
    for (const name of (LEDGER_SENTENCES as Sentences)[code]!.en.match(/(?<=\{)\w+(?=\})/g) ?? []) if (!(name in values)) fail(`${code} leaves {${name}} empty`);
    if (say(error.reason, "en") === "" || say(error.reason, "zh") === "") fail(`${code} says nothing`);
    seen.refusals++;
    return undefined;
  } finally {
    const { user, system } = process.cpuUsage(began);
    const time = user + system;
    if (cells >= 100) seen.slowest = Math.max(seen.slowest, time / cells);
    if (time > TIME_A_SHEET + TIME_A_CELL * cells) fail(`${Math.round(time)} microseconds for ${cells} cells`);
  }
}

/** Every row below the headings is in the ledger or in an issue, and every issue has its sentences. */
function nothingLost(grid: Grid, { ledger, issues, headingRow }: Reading): void {
  const said = new Set([...ledger.documents.row, ...issues.map(({ row }) => row)]);
  grid.forEach((row, r) => {
    if (r >= headingRow && !row.every(isBlank) && !said.has(r + 1)) fail(`row ${r + 1} is in neither the ledger nor an issue`);
  });
  for (const { code, amount } of issues) {
    if (!Number.isFinite(amount)) fail(`${code} has no money that can be counted`);
    for (const part of [`issue.${code}`, `issue.${code}.done`]) if (say({ code: part }, "en") === "" || say({ code: part }, "zh") === "") fail(`${part} says nothing`);
  }
}

/** Sums of the position agree, and no figure is NaN. */
function addsUp({ ledger }: Reading): void {
  const { openByBuyer, open, total } = position(ledger, ledger.lastDay);
  const byBuyer = openByBuyer.reduce((sum, one) => sum + one, 0);
  const byDocument = open.reduce((sum, one) => sum + one, 0);
  if (byBuyer !== total || byDocument !== total) fail(`open ${total}, by buyer ${byBuyer}, by document ${byDocument}`);
}

/** A ledger that a sheet of ours can hold: one currency, payments alone, and numbers that tell documents apart where receipts need them. */
function canBeWritten({ mixed, settlements, documents, currency }: Ledger): boolean {
  const numbers = Array.from({ length: documents.count }, (_, i) => documents.number.at(i)!);
  return !mixed && currency !== "" && settlements.kind.every((kind) => kind === 0) && settlements.day.every((day, s) => day === 0 || day >= documents.issued[settlements.document[s]!]!) && new Set(numbers).size === numbers.length && !numbers.includes("");
}

function readsBack({ ledger, policy }: Reading, seen: Seen): void {
  if (!canBeWritten(ledger)) return;
  const again = readLedger(writeLedger(ledger), { payments: writeReceipts(ledger), policy }).ledger;
  const [before, after] = [linesIn(ledger), linesIn(again)];
  before.forEach((line, i) => { if (line !== after[i]) fail(`written and read back, ${line} is ${after[i] ?? "gone"}`); });
  if (after.length !== before.length || again.lastDay !== ledger.lastDay) fail("written and read back, it is another ledger");
  seen.written++;
}

/** Any sheet, alone and as receipts or buyers of itself: a ledger or a refusal, nothing lost, in time linear in its cells. */
export function anySheetHolds(seen: Seen): fc.IPropertyWithHooks<[Grid, Grid]> {
  return fc.property(anyGrid, anyGrid, (grid, other) => {
    const reading = readOrRefused(grid, {}, seen);
    if (reading !== undefined) {
      nothingLost(grid, reading);
      addsUp(reading);
    }
    readOrRefused(grid, { payments: other, buyers: other }, seen);
  });
}

/** A sheet that is a ledger: what was read and written back reads the same. */
export function ledgersReadBack(seen: Seen): fc.IPropertyWithHooks<[Grid]> {
  return fc.property(likelyLedger, (grid) => {
    const reading = readOrRefused(grid, {}, seen);
    if (reading === undefined) return;
    nothingLost(grid, reading);
    addsUp(reading);
    readsBack(reading, seen);
  });
}
