/** The books that speed is measured on: made by rule, without chance, so that every run measures the same. */
import { dayOf } from "../../src/values/day";

const HEADINGS = ["Invoice No", "Customer ID", "Customer Name", "Invoice Date", "Due Date", "Amount", "Open Amount", "Settled Date", "Currency"];
export const COLUMNS = HEADINGS.length;
export const AMOUNT = 5;
const BUYERS = 100;
const FIRST_DAY = dayOf(2023, 1, 1);
const DAYS = 720;
/** day 0 of the domain as a worksheet counts */
const SERIAL_OF_EPOCH = 25_569;
export const LAST_SERIAL = FIRST_DAY + DAYS + SERIAL_OF_EPOCH;

/** An AR formula as the cell says it, and as the function is called. */
export interface Asked {
  readonly formula: string;
  readonly id: string;
  readonly args: readonly unknown[];
  /** the cell shows this place of the table, as INDEX takes it, 0-based */
  readonly place?: readonly [row: number, column: number];
}

/** A ledger of settled and open invoices, 30 days net, as a csv; two years of it, 100 buyers, each later than the one before. */
export function ledgerCsv(rows: number): string {
  const lines = [HEADINGS.join(",")];
  for (let i = 0; i < rows; i++) {
    const buyer = (i * 7919) % BUYERS;
    const issued = FIRST_DAY + Math.floor((i * DAYS) / rows);
    const settled = issued + 18 + ((i * 31 + buyer * 17) % 20) + Math.floor(buyer / 8);
    const open = settled > FIRST_DAY + DAYS;
    const amount = (100 + ((i * 9973) % 90_000) / 100).toFixed(2);
    lines.push([`I-${100_000 + i}`, buyerAt(buyer), `Buyer ${buyer}`, iso(issued), iso(issued + 30), amount, open ? amount : "0.00", open ? "" : iso(settled), "USD"].join(","));
  }
  return lines.join("\n");
}

export function buyerAt(number: number): string {
  return `C-${1000 + (number % BUYERS)}`;
}

function iso(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

const HANDLE = "$A$1";
const BY_BUYER = ["DSO", "CREDITSCORE", "CREDITGRADE", "LATEODDS", "CREDITLIMIT", "AGING"] as const;

/** `count` different AR formulas on the handle in A1, six for each buyer, as they stood `daysAgo`. */
export function buyerFormulas(count: number, daysAgo = 0): readonly Asked[] {
  const asOf = LAST_SERIAL - daysAgo;
  return Array.from({ length: count }, (_, i): Asked => {
    const id = BY_BUYER[i % BY_BUYER.length]!;
    const buyer = buyerAt(Math.floor(i / BY_BUYER.length));
    if (id === "DSO") return { id, formula: `=AR.DSO(${HANDLE},${asOf},"${buyer}",${60 + (i % 240)})`, args: [asOf, [[buyer]], 60 + (i % 240), null] };
    if (id === "AGING") return { id, formula: `=INDEX(AR.AGING(${HANDLE},${asOf},"${buyer}"),2,9)`, args: [asOf, [[buyer]], null, null], place: [1, 8] };
    return { id, formula: `=AR.${id}(${HANDLE},"${buyer}",${asOf})`, args: [[[buyer]], asOf] };
  });
}

/** What hangs on one ledger: 33 AR formulas by its handle, 17 ordinary ones on its cells and on those figures. */
export function dependents(sheet: string, rows: number): readonly string[] {
  const column = (letter: string): string => `${sheet}!$${letter}$2:$${letter}$${rows + 1}`;
  const whole = ['AR.DSO($A$1)', 'AR.DSO($A$1,,,365)', 'AR.DSO($A$1,,,,"countback")', 'AR.DSO($A$1,,,90,"best")', 'AR.DSO($A$1,,,90,"delinquent")', "INDEX(AR.AGING($A$1),2,9)", "INDEX(AR.BUYERS($A$1),2,3)", "ROWS(AR.ISSUES($A$1))", 'INDEX(AR.ASSESS($A$1),2,2)'];
  const ours = [...whole.map((one) => `=${one}`), ...buyerFormulas(24).map(({ formula }) => formula)];
  const plain = [
    `=SUM(${column("F")})`, `=SUM(${column("G")})`, `=COUNT(${column("F")})`, `=MAX(${column("F")})`, `=AVERAGE(${column("F")})`, `=MIN(${column("D")})`, `=COUNTA(${column("A")})`,
    ...[0, 1, 2, 3].map((buyer) => `=SUMIFS(${column("F")},${column("B")},"${buyerAt(buyer)}")`),
    ...["B1*2", "ROUND(B2,1)", "B4+B5", "B6/1000", 'IF(B9>500,"good","watch")', "B34/B36"].map((one) => `=${one}`), // on figures above
  ];
  return [...ours, ...plain];
}

/** Where `dependents` has the sum of the amounts, 0-based. */
export const SUM_ROW = 33;
