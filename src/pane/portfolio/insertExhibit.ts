import { serialOf } from "../../formulas/ask";
import { aging } from "../../receivables/aging";
import { concentration } from "../../receivables/concentration";
import { lastMonthEnd, monthEndsTo } from "../../receivables/monthEnds";
import { position } from "../../receivables/position";
import { DEFAULT_ROLL_MONTHS } from "../../receivables/rollRates";
import { stockHeadings } from "../../receivables/stocksByDay";
import type { Day } from "../../values/day";
import type { CellBlock, PlannedCell, PlannedChart, SheetPlan } from "../host";
import { sheetName, spill } from "../insert";
import { columnLetters } from "../ledgerFormula";
import type { Words } from "../words";
import { lackingOn, yearBefore } from "./agingExhibit";
import { bucketName } from "./buckets";
import { mostChanged } from "./changeExhibits";
import type { BookOn } from "./exhibit";
import type { ExhibitName } from "./exhibits";
import { DSO_LINES, LINE_MONTHS, STOCK_LINES, type LineName } from "./lineExhibits";

/** An exhibit as live formulas on a sheet of its own, and the chart over them. */
export interface InsertedExhibit {
  readonly sheet: SheetPlan;
  readonly charts: readonly PlannedChart[];
}

export interface InsertAsked {
  readonly ledger: string;
  readonly book: BookOn;
  /** a day is written only where one was chosen: else the sheet follows the ledger's last */
  readonly chosen: boolean;
  readonly words: Words;
}

const MONEY = "#,##0.00;-#,##0.00;0.00";
const DAYS = "0.0;-0.0;0.0";
const SHARE = "0.0%";
const DATE = "yyyy-mm-dd";
const COUNT = "0";
const TEXT = "@";
const GENERAL = "General";

/** Where the two days stand: every formula of the sheet reads them. */
const DAY = "$B$3";
const EARLIER = "$B$4";
const TOP = 5;
const CHART_ROWS = 18;
const CHART_COLUMNS = 8;

interface Body {
  readonly cells: readonly PlannedCell[];
  readonly charts: readonly PlannedChart[];
  readonly widths: readonly number[];
  /** the second day, where there is one */
  readonly earlier?: Day;
}

export function exhibitPlan(name: ExhibitName, asked: InsertAsked): InsertedExhibit {
  const { words, book, chosen } = asked;
  const title = words.exhibits.titles[name];
  const { cells, charts, widths, earlier } = BODIES[name](asked);
  const serial = (day: Day): number => serialOf(day, book.opened.dateSystem);
  const head: PlannedCell[] = [
    { row: 0, column: 0, value: title, look: "title" },
    ...dayCells(2, words.sheet.asOf, chosen ? serial(book.day) : "", words.sheet.asOfNote),
    ...(earlier === undefined ? [] : dayCells(3, words.exhibits.earlier, serial(earlier), words.exhibits.earlierNote)),
  ];
  return { sheet: { sheet: sheetName(title), cells: [...head, ...cells], widths, names: [], show: true }, charts: charts.map((chart) => ({ ...chart, title })) };
}

function dayCells(row: number, label: string, value: number | "", note: string): PlannedCell[] {
  return [
    { row, column: 0, value: label, look: "label" },
    { row, column: 1, value, format: DATE, look: "input" },
    { row, column: 2, value: note, look: "note" },
  ];
}

const BODIES: Readonly<Record<ExhibitName, (asked: InsertAsked) => Body>> = {
  trend: (asked) => lines(asked, STOCK_LINES, MONEY),
  dso: (asked) => lines(asked, DSO_LINES, DAYS),
  aging: agingBody,
  concentration: concentrationBody,
  rolls: rollBody,
  changed: changedBody,
  dsoChange: dsoChangeBody,
};

function block(row: number, column: number, rows: number, columns = 1): CellBlock {
  return { row, column, rows, columns };
}

function at(row: number, column: number): string {
  return `${columnLetters(column)}${String(row + 1)}`;
}

/** AR.TREND of each measure beside the other, and one chart over all of them. */
function lines({ ledger, words }: InsertAsked, names: readonly LineName[], format: string): Body {
  const label = (name: LineName): string => words.exhibits.lines[name];
  const cells = names.flatMap((name, k): PlannedCell[] => [
    { row: TOP, column: 2 * k, value: label(name), look: "label" },
    ...spill(TOP + 1, 2 * k, `=AR.TREND(${ledger},"${name}",${DAY},${String(LINE_MONTHS)})`, [DATE, format], LINE_MONTHS),
  ]);
  const width = 2 * names.length;
  const chart: PlannedChart = {
    kind: "line",
    title: "",
    categories: block(TOP + 2, 0, LINE_MONTHS),
    series: names.map((name, k) => ({ name: label(name), values: block(TOP + 2, 2 * k + 1, LINE_MONTHS) })),
    at: block(TOP, width + 1, CHART_ROWS, CHART_COLUMNS),
    format: format === MONEY ? "#,##0" : "0",
  };
  return { cells, charts: [chart], widths: Array.from({ length: width }, (_, column) => (column % 2 === 0 ? 13 : 17)) };
}

function agingBody({ ledger, book, words }: InsertAsked): Body {
  const { reading } = book.opened;
  const { headings } = aging(position(reading.ledger, book.day), { edges: reading.policy.buckets });
  const ago = yearBefore(book.day);
  const days = lackingOn(reading, ago) === undefined ? [DAY, EARLIER] : [DAY];
  const names = [words.sheet.asOf, words.exhibits.earlier];
  const formats = [GENERAL, ...headings.map(() => MONEY)];
  const aged = headings.length - 2; // without Unapplied and Total
  const row = (k: number): number => TOP + 3 * k;
  const cells = days.flatMap((day, k): PlannedCell[] => [{ row: row(k), column: 0, value: names[k]!, look: "label" }, ...spill(row(k), 1, `=AR.AGING(${ledger},${day})`, formats, 1)]);
  const chart: PlannedChart = {
    kind: "column",
    title: "",
    categories: block(TOP, 2, 1, aged),
    series: days.map((_, k) => ({ name: names[k]!, values: block(row(k) + 1, 2, 1, aged) })),
    at: block(row(days.length) + 1, 0, CHART_ROWS, CHART_COLUMNS),
    format: "#,##0",
  };
  return { cells, charts: [chart], widths: [18, 14, ...headings.map(() => 15)], ...(days.length === 2 ? { earlier: ago } : {}) };
}

/** Counts that a curve is drawn through; the last holds everybody. */
const COUNTS = [1, 2, 3, 5, 10, 15, 20, 30, 50, 75, 100, 200, 500, 1000, 2000, 5000];

function concentrationBody({ ledger, book, words }: InsertAsked): Body {
  const found = concentration(position(book.opened.reading.ledger, book.day));
  const all = found.known ? found.value.count : 1;
  const counts = [...COUNTS.filter((count) => count < all), all];
  const first = TOP + 3;
  const cells: PlannedCell[] = [
    { row: TOP, column: 0, value: words.exhibits.hhi, look: "label" },
    { row: TOP, column: 1, formula: `=AR.HHI(${ledger},${DAY})`, format: "0.0000", look: "figure" },
    { row: first - 1, column: 0, value: words.exhibits.largestBuyers, look: "heading" },
    { row: first - 1, column: 1, value: words.exhibits.together, look: "figureHeading" },
    ...counts.flatMap((count, k): PlannedCell[] => [
      { row: first + k, column: 0, value: count, format: COUNT },
      { row: first + k, column: 1, formula: `=AR.TOPSHARE(${ledger},${DAY},${at(first + k, 0)})`, format: SHARE },
    ]),
    ...spill(TOP + 2, 12, `=AR.BUYERS(${ledger},${DAY})`, [GENERAL, GENERAL, MONEY, MONEY, COUNT], Math.min(all, 100)),
  ];
  const chart: PlannedChart = {
    kind: "line",
    title: "",
    categories: block(first, 0, counts.length),
    series: [{ name: words.exhibits.together, values: block(first, 1, counts.length) }],
    at: block(TOP, 3, CHART_ROWS, CHART_COLUMNS),
    format: "0%",
  };
  return { cells, charts: [chart], widths: [22, 18, 14, ...Array.from({ length: 9 }, () => 9), 14, 30, 16, 16, 10] };
}

/** A row a month over blocks of AR.ROLLRATES, one a month, that stand below; all the months together first. */
function rollBody({ ledger, book, words }: InsertAsked): Body {
  const { reading } = book.opened;
  const ends = monthEndsTo(lastMonthEnd(book.day), DEFAULT_ROLL_MONTHS + 1).filter((end) => lackingOn(reading, end) === undefined).slice(1);
  const buckets = reading.policy.buckets.length + 2;
  const high = buckets + 2; // a block: headings, its buckets, a blank row
  const formats = [GENERAL, GENERAL, MONEY, MONEY, MONEY, SHARE, SHARE, GENERAL];
  const matrix = TOP + high + 1;
  const below = matrix + ends.length + 3;
  const rolls = buckets - 1;
  const serial = (day: Day): number => serialOf(day, book.opened.dateSystem);
  const row = (k: number): number => below + k * high;
  const cells: PlannedCell[] = [
    ...spill(TOP, 0, `=AR.ROLLRATES(${ledger},${DAY},${String(Math.max(1, ends.length))})`, formats, buckets),
    { row: matrix - 1, column: 0, value: words.exhibits.monthEnd, look: "heading" },
    ...Array.from({ length: rolls }, (_, r): PlannedCell => ({ row: matrix - 1, column: 1 + r, formula: `=${at(TOP + 1 + r, 0)}&" > "&${at(TOP + 1 + r, 1)}`, look: "figureHeading" })),
    ...ends.flatMap((end, k): PlannedCell[] => [
      { row: matrix + k, column: 0, value: serial(end), format: DATE },
      ...Array.from({ length: rolls }, (_, r): PlannedCell => ({ row: matrix + k, column: 1 + r, formula: `=IF(ISNUMBER(${at(row(k) + 1 + r, 5)}),${at(row(k) + 1 + r, 5)},NA())`, format: SHARE })),
      ...spill(row(k), 0, `=AR.ROLLRATES(${ledger},${at(matrix + k, 0)},1)`, formats, buckets),
    ]),
  ];
  const chart: PlannedChart = {
    kind: "line",
    title: "",
    categories: block(matrix, 0, ends.length),
    series: Array.from({ length: rolls }, (_, r) => ({ name: rollName(words, reading.policy.buckets, r), values: block(matrix, 1 + r, ends.length) })),
    at: block(TOP, 9, CHART_ROWS, CHART_COLUMNS),
    format: "0%",
  };
  return { cells, charts: ends.length > 1 ? [chart] : [], widths: [14, 18, 18, 18, 18, 14, 14, 24] };
}

/** A roll's name in a chart, as the pane says it. */
function rollName(words: Words, edges: readonly number[], roll: number): string {
  const chain = stockHeadings(edges);
  return words.exhibits.roll(bucketName(chain[roll]!, words), bucketName(chain[roll + 1]!, words));
}

/** Rows that the list of buyers may grow by before the lookups are too short. */
const ROOM = 500;

function changedBody({ ledger, book, words }: InsertAsked): Body {
  const { buyers } = book.opened.reading.ledger;
  const changed = mostChanged(book);
  const first = TOP + 1;
  const listed = first + buyers.count + ROOM;
  const [now, then] = [17, 23];
  const list = (column: number): string => `$${columnLetters(column)}$${String(first + 1)}:$${columnLetters(column)}$${String(listed + 1)}`;
  const lookup = (row: number, from: number, column: number): string => `=SUMPRODUCT((${list(from)}=$A${String(row + 1)})*1,${list(from + column)})`;
  const { portfolio, exhibits } = words;
  const headings = [portfolio.open, exhibits.before, exhibits.change, portfolio.overdue, exhibits.before, exhibits.change];
  const rowOf = (buyer: number, k: number): PlannedCell[] => {
    const row = first + k;
    const money = (column: number, formula: string): PlannedCell => ({ row, column, formula, format: MONEY });
    return [
      { row, column: 0, value: buyers.id[buyer] || buyers.name[buyer] || "", format: TEXT },
      { row, column: 1, value: buyers.name[buyer] ?? "", format: TEXT },
      money(2, lookup(row, now, 2)),
      money(3, lookup(row, then, 2)),
      money(4, `=${at(row, 2)}-${at(row, 3)}`),
      money(5, lookup(row, now, 3)),
      money(6, lookup(row, then, 3)),
      money(7, `=${at(row, 5)}-${at(row, 6)}`),
    ];
  };
  const cells: PlannedCell[] = [
    { row: TOP, column: 0, value: words.sheet.buyer, look: "heading" },
    { row: TOP, column: 1, value: "", look: "heading" },
    ...headings.map((heading, k): PlannedCell => ({ row: TOP, column: 2 + k, value: heading, look: "figureHeading" })),
    ...changed.flatMap(({ buyer }, k) => rowOf(buyer, k)),
    ...[now, then].flatMap((column, k): PlannedCell[] => [
      { row: TOP - 1, column, value: k === 0 ? words.sheet.asOf : words.exhibits.earlier, look: "label" },
      ...spill(TOP, column, `=AR.BUYERS(${ledger},${k === 0 ? DAY : EARLIER})`, [GENERAL, GENERAL, MONEY, MONEY, COUNT], Math.min(buyers.count, 100)),
    ]),
  ];
  const chart: PlannedChart = {
    kind: "bar",
    title: "",
    categories: block(first, 1, changed.length),
    series: [{ name: exhibits.change, values: block(first, 4, changed.length) }],
    at: block(first + changed.length + 1, 0, CHART_ROWS, 7),
    format: "#,##0",
  };
  return { cells, charts: changed.length > 0 ? [chart] : [], widths: [14, 30, ...headings.map(() => 16)], earlier: book.earlier };
}

/** Places of the parts in what AR.DSOCHANGE spills. */
const [PARTS_FROM, PARTS] = [2, 5];

function dsoChangeBody({ ledger, book, words }: InsertAsked): Body {
  const cells = spill(TOP, 0, `=AR.DSOCHANGE(${ledger},${EARLIER},${DAY})`, [GENERAL, DAYS], 8);
  const chart: PlannedChart = {
    kind: "bar",
    title: "",
    categories: block(TOP + PARTS_FROM, 0, PARTS),
    series: [{ name: words.exhibits.titles.dsoChange, values: block(TOP + PARTS_FROM, 1, PARTS) }],
    at: block(TOP, 3, CHART_ROWS, CHART_COLUMNS),
    format: "0",
  };
  return { cells, charts: [chart], widths: [22, 14], earlier: book.earlier };
}
