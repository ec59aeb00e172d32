/** Reading a ledger whose dates and money are texts, as exports write them, against the same ledger in numbers. */
import { readLedger } from "../../src/ledger/readLedger";
import type { Cell, Grid } from "../../src/values/cell";
import { civilOf, type Day } from "../../src/values/day";
import { ledgerJson } from "./reading";

const DATES: ReadonlySet<number> = new Set([3, 4, 5]);
const MONEY = 6;

interface Dirt {
  readonly name: string;
  readonly date: (day: Day) => string;
  readonly money: (units: number) => string;
}

const two = (number: number): string => String(number).padStart(2, "0");
const grouped = (units: number, by: string, mark: string): string => Math.abs(units).toFixed(2).replace(".", mark).replace(/\B(?=(?:\d{3})+[.,])/g, by);

const DIRT: readonly Dirt[] = [
  {
    name: "03.06.2025, 1.234,56-",
    date: (day) => `${two(civilOf(day).day)}.${two(civilOf(day).month)}.${civilOf(day).year}`,
    money: (units) => grouped(units, ".", ",") + (units < 0 ? "-" : ""),
  },
  {
    name: "2025年6月3日, (1,234.56)",
    date: (day) => `${civilOf(day).year}年${civilOf(day).month}月${civilOf(day).day}日`,
    money: (units) => (units < 0 ? `(${grouped(units, ",", ".")})` : grouped(units, ",", ".")),
  },
  {
    name: "13/06/2025, €1,234.56",
    date: (day) => `${two(civilOf(day).day)}/${two(civilOf(day).month)}/${civilOf(day).year}`,
    money: (units) => `${units < 0 ? "-" : ""}€${grouped(units, ",", ".")}`,
  },
];

export interface DirtMeasured {
  readonly rows: number;
  readonly dirt: string;
  /** nanoseconds a row, median of the runs */
  readonly clean: number;
  readonly dirty: number;
}

/** The grid as a host sends it, so that every text is an object of its own. */
function dirtied(grid: Grid, { date, money }: Dirt): Grid {
  const cell = (value: Cell, column: number): Cell => (typeof value !== "number" ? value : DATES.has(column) ? date(value as Day) : column === MONEY ? money(value) : value);
  return JSON.parse(JSON.stringify(grid.map((row) => row.map(cell)))) as Grid;
}

function nanoseconds(call: () => unknown): number {
  const began = process.hrtime.bigint();
  call();
  return Number(process.hrtime.bigint() - began);
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)]!;
}

/** The two take turns, so that whatever else the machine does weighs on both alike. */
function measure(rows: number, dirt: Dirt): DirtMeasured {
  const clean = JSON.parse(ledgerJson(rows)) as Grid;
  const dirty = dirtied(clean, dirt);
  if (readLedger(clean).ledger.documents.count !== readLedger(dirty).ledger.documents.count) throw new Error(`Rows were lost in ${dirt.name}`);
  const runs = rows >= 100_000 ? 11 : 31;
  const times = { clean: [] as number[], dirty: [] as number[] };
  for (let run = -(rows >= 100_000 ? 6 : 40); run < runs; run++) {
    const [one, other] = [nanoseconds(() => readLedger(clean)), nanoseconds(() => readLedger(dirty))];
    if (run < 0) continue;
    times.clean.push(one / rows);
    times.dirty.push(other / rows);
  }
  return { rows, dirt: dirt.name, clean: median(times.clean), dirty: median(times.dirty) };
}

/** Prints its table; answers it too, for a test with a wide margin. */
export function benchDirty(sizes: readonly number[] = [10_000, 100_000]): readonly DirtMeasured[] {
  const measured = sizes.flatMap((rows) => DIRT.map((dirt) => measure(rows, dirt)));
  console.log("\nReading dates and money that are texts, nanoseconds a row (to reach: at most 3 x the same ledger in numbers)");
  for (const { rows, dirt, clean, dirty } of measured) {
    console.log(`  ${String(rows).padStart(9)} rows  ${dirt.padEnd(28)} numbers ${clean.toFixed(0).padStart(5)}  texts ${dirty.toFixed(0).padStart(5)}   ${(dirty / clean).toFixed(2)} x`);
  }
  return measured;
}
