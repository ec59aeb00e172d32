import { refuse } from "../values/answer";
import { isBlank, plain, type Cell, type Grid } from "../values/cell";
import { isCurrency, type Currency } from "../values/currency";
import { isoDay, NO_DAY, type Day } from "../values/day";
import { closest } from "./closest";
import { FIELD_NAMES } from "./fields";
import { ALTMAN_MODELS, OVERRIDES, type Policy, type Scenario } from "./policy";
import type { DatedRate } from "./rates";
import { DAYS_TO_1904, readDay } from "./readDay";
import { readShare } from "./readNumber";
import { readTerms } from "./termsText";

type Draft = { -readonly [Key in keyof Policy]: Policy[Key] };

/** What the engine goes by when nobody has said otherwise: the defaults of the public contract. */
export const DEFAULT_POLICY: Policy = {
  currency: undefined, // one currency in the sheet, or a refusal
  rates: new Map(),
  datedRates: new Map(),
  backdate: "refuse", // an export of open items says nothing of the days before it
  dateOrder: undefined, // found by column
  century: undefined, // 1990: no earlier year could be a date in a ledger
  decimalMark: undefined, // found by column
  credits: "separate", // never netted into the oldest bucket unasked
  disputes: "memo",
  retention: "exclude", // methods.md 0.4
  bankBills: "out", // 银行承兑: the bank owes, not the buyer (methods.md 0.4)
  blocks: "overlap", // exports of neighbouring months share their last days
  rollUp: "off",
  buckets: [30, 60, 90],
  businessDays: "off",
  holidays: [],
  dateSystem: 1900,
  language: "en",
  terms: new Map(),
  lateAfter: 0,
  grace: 0,
  bookLateRate: 0.3,
  scoreDisputed: true,
  gradeEdges: [-1.25, -0.4, 0.4, 1.25],
  limitFactor: [1.3, 1.15, 1, 0.6, 0],
  limit: { combine: "min", safety: 1.2, ownShare: 0.1, netWorth: 0.1, workingCapital: 0.1, history: 1.2, orders: true, country: "off", temporary: 0.2, temporaryDays: 60 }, // OECD classes are made for premiums, and endorsed for nothing else (methods.md J)
  override: { insolvent: "E", legalFlag: "D", overdue: "D", overdueDays: 90 }, // methods.md B4: stop credit; at best the last but one
  approval: [
    { who: "analyst", most: 50_000, worst: "C" }, // methods.md C3 [DESIGN]
    { who: "manager", most: 250_000, worst: "D" },
    { who: "director", most: 1_000_000, worst: "D" },
  ],
  altman: "Z''", // without sales, whose turnover differs by trade
  scenarios: [],
  standard: "ifrs9",
  insured: "apart", // IFRS 9 B5.5.55: only insurance that is part of the terms takes off the loss itself
  lgd: 0.45,
  pd: [undefined, undefined, undefined, undefined, undefined],
  margin: undefined,
  costOfMoney: undefined,
  review: [12, 12, 6, 3, 1],
  fields: new Map(),
  text: "",
};

interface Entry {
  readonly key: string;
  readonly cell: Cell;
  /** 1-based row of the range */
  readonly row: number;
}

type Setter = (draft: Draft, entry: Entry, suffix: string) => void;

function bad(entry: Entry, wanted: string): never {
  refuse("POLICY_VALUE", { row: entry.row, key: entry.key, found: textOf(entry.cell), wanted });
}

function textOf(cell: Cell): string {
  const value = plain(cell);
  return typeof value === "object" ? "" : String(value ?? "").trim();
}

function numberIn(entry: Entry, from: number, to: number, whole = false): number {
  const value = readShare(entry.cell);
  if (!(value >= from && value <= to) || (whole && !Number.isInteger(value))) bad(entry, `${whole ? "a whole number" : "a number"} from ${from} to ${to}`);
  return value;
}

function wordIn<Word extends string>(entry: Entry, words: readonly Word[]): Word {
  const asked = textOf(entry.cell).toLowerCase();
  return words.find((word) => word.toLowerCase() === asked) ?? bad(entry, words.join(", "));
}

function numbersIn(entry: Entry): number[] {
  return textOf(entry.cell).split(/[,;，；\s]+/).filter((part) => part !== "").map(Number);
}

function bucketsIn(entry: Entry): number[] {
  const edges = numbersIn(entry);
  const rising = edges.every((edge, at) => Number.isInteger(edge) && edge >= 1 && edge <= 36525 && (at === 0 || edge > edges[at - 1]!));
  return rising && edges.length > 0 && edges.length <= 60 ? edges : bad(entry, "whole days that increase, such as 30,60,90");
}

function holidaysIn(entry: Entry): number[] {
  const texts = typeof plain(entry.cell) === "number" ? [plain(entry.cell)] : textOf(entry.cell).split(/[,;，；\s]+/).filter((part) => part !== "");
  const days = texts.map((text) => readDay(text, "ymd", 0));
  return days.every((day) => day > NO_DAY) ? [...days].sort((a, b) => a - b) : bad(entry, "dates as 2026-12-25, separated by commas");
}

function markIn(entry: Entry): "." | "," {
  return wordIn(entry, [".", ",", "point", "comma"]).replace("point", ".").replace("comma", ",") as "." | ",";
}

/** Days, or terms in words. */
function termsIn(entry: Entry): number | string {
  const text = textOf(entry.cell);
  const terms = Number.isNaN(readShare(entry.cell)) ? readTerms(text) : undefined;
  return terms !== undefined && terms.guessed === undefined ? text : numberIn(entry, 0, 3650, true);
}

function yesNo(entry: Entry): boolean {
  const value = plain(entry.cell);
  return typeof value === "boolean" ? value : wordIn(entry, ["yes", "no"]) === "yes";
}

function replaced<T>(list: readonly T[], at: number, value: T): T[] {
  return list.map((one, place) => (place === at ? value : one));
}

const LETTERS = ["a", "b", "c", "d", "e"];

/** Key -> how its value is read. Keys are compared without regard to case. */
const SETTERS: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ["currency", (draft, entry) => { draft.currency = currencyIn(entry, textOf(entry.cell)); }],
  ["backdate", (draft, entry) => { draft.backdate = wordIn(entry, ["refuse", "asListed"]); }],
  ["dateorder", (draft, entry) => { draft.dateOrder = wordIn(entry, ["ymd", "dmy", "mdy"] as const); }],
  ["century", (draft, entry) => { draft.century = numberIn(entry, 1900, 2101, true); }],
  ["decimalmark", (draft, entry) => { draft.decimalMark = markIn(entry); }],
  ["credits", (draft, entry) => { draft.credits = wordIn(entry, ["separate", "fifo", "current", "ownDate"]); }],
  ["disputes", (draft, entry) => { draft.disputes = wordIn(entry, ["memo", "exclude"]); }],
  ["retention", (draft, entry) => { draft.retention = wordIn(entry, ["exclude", "include"]); }],
  ["bankbills", (draft, entry) => { draft.bankBills = wordIn(entry, ["out", "in"]); }],
  ["blocks", (draft, entry) => { draft.blocks = wordIn(entry, ["overlap", "cut"]); }],
  ["rollup", (draft, entry) => { draft.rollUp = wordIn(entry, ["off", "parent"]); }],
  ["buckets", (draft, entry) => { draft.buckets = bucketsIn(entry); }],
  ["businessdays", (draft, entry) => { draft.businessDays = wordIn(entry, ["off", "roll"]); }],
  ["holidays", (draft, entry) => { draft.holidays = holidaysIn(entry); }],
  ["datesystem", (draft, entry) => { draft.dateSystem = wordIn(entry, ["1900", "1904"]) === "1904" ? 1904 : 1900; }],
  ["language", (draft, entry) => { draft.language = wordIn(entry, ["en", "zh"]); }],
  ["lateafter", (draft, entry) => { draft.lateAfter = numberIn(entry, 0, 365, true); }],
  ["grace", (draft, entry) => { draft.grace = numberIn(entry, 0, 365, true); }],
  ["booklaterate", (draft, entry) => { draft.bookLateRate = numberIn(entry, 0.001, 0.999); }],
  ["scoredisputed", (draft, entry) => { draft.scoreDisputed = yesNo(entry); }],
  ["limit.combine", (draft, entry) => { draft.limit = { ...draft.limit, combine: wordIn(entry, ["min", "median", "average"]) }; }],
  ["limit.safety", (draft, entry) => { draft.limit = { ...draft.limit, safety: numberIn(entry, 0, 10) }; }],
  ["limit.ownshare", (draft, entry) => { draft.limit = { ...draft.limit, ownShare: numberIn(entry, 0, 1) }; }],
  ["limit.networth", (draft, entry) => { draft.limit = { ...draft.limit, netWorth: numberIn(entry, 0, 10) }; }],
  ["limit.workingcapital", (draft, entry) => { draft.limit = { ...draft.limit, workingCapital: numberIn(entry, 0, 10) }; }],
  ["limit.history", (draft, entry) => { draft.limit = { ...draft.limit, history: numberIn(entry, 0, 10) }; }],
  ["limit.orders", (draft, entry) => { draft.limit = { ...draft.limit, orders: yesNo(entry) }; }],
  ["limit.temporary", (draft, entry) => { draft.limit = { ...draft.limit, temporary: numberIn(entry, 0, 1) }; }],
  ["limit.temporarydays", (draft, entry) => { draft.limit = { ...draft.limit, temporaryDays: numberIn(entry, 1, 366, true) }; }],
  ["limit.country", (draft, entry) => { draft.limit = { ...draft.limit, country: wordIn(entry, ["off", "steps"]) }; }],
  ["override.insolvent", (draft, entry) => { draft.override = { ...draft.override, insolvent: wordIn(entry, OVERRIDES) }; }],
  ["override.legalflag", (draft, entry) => { draft.override = { ...draft.override, legalFlag: wordIn(entry, OVERRIDES) }; }],
  ["override.overdue", (draft, entry) => { draft.override = { ...draft.override, overdue: wordIn(entry, OVERRIDES) }; }],
  ["override.overduedays", (draft, entry) => { draft.override = { ...draft.override, overdueDays: numberIn(entry, 1, 3650, true) }; }],
  ["altman", (draft, entry) => { draft.altman = wordIn({ ...entry, cell: straightMarks(textOf(entry.cell)) }, ALTMAN_MODELS); }],
  ["standard", (draft, entry) => { draft.standard = wordIn(entry, ["ifrs9", "cas22", "asc326"]); }],
  ["provision.insured", (draft, entry) => { draft.insured = wordIn(entry, ["apart", "net"]); }],
  ["lgd", (draft, entry) => { draft.lgd = numberIn(entry, 0, 1); }],
  ["margin", (draft, entry) => { draft.margin = numberIn(entry, 0, 1); }],
  ["costofmoney", (draft, entry) => { draft.costOfMoney = numberIn(entry, 0, 5); }],
]);

/** Keys with something of the user's after the point. */
const FAMILIES: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ["rate", (draft, entry, code) => { draft.rates = new Map([...draft.rates, [currencyIn(entry, code), rateIn(entry)]]); }],
  ["terms", (draft, entry, code) => { draft.terms = new Map([...draft.terms, [code.normalize("NFKC").trim().toUpperCase(), termsIn(entry)]]); }],
  ["grade", (draft, entry, letter) => { draft.gradeEdges = replaced(draft.gradeEdges, placeOf(entry, letter, 4), numberIn(entry, -3.5, 3.5)) as unknown as Policy["gradeEdges"]; }],
  ["limitfactor", (draft, entry, letter) => { draft.limitFactor = replaced(draft.limitFactor, placeOf(entry, letter, 5), numberIn(entry, 0, 10)) as unknown as Policy["limitFactor"]; }],
  ["pd", (draft, entry, letter) => { draft.pd = replaced(draft.pd, placeOf(entry, letter, 5), numberIn(entry, 0, 1)); }],
  ["review", (draft, entry, letter) => { draft.review = replaced(draft.review, placeOf(entry, letter, 5), numberIn(entry, 1, 60, true)) as unknown as Policy["review"]; }],
  ["approve", (draft, entry, who) => { draft.approval = approvalWith(draft, entry, who, { most: numberIn(entry, 0, 1e15) }); }],
  ["approvegrade", (draft, entry, who) => { draft.approval = approvalWith(draft, entry, who, { worst: wordIn(entry, ["A", "B", "C", "D", "E"]) }); }],
  ["scenario", (draft, entry, name) => { draft.scenarios = [...draft.scenarios, scenarioIn(entry, name)]; }],
  ["field", (draft, entry, name) => { draft.fields = new Map([...draft.fields, [fieldIn(entry, name), headingIn(entry)]]); }],
]);

function currencyIn(entry: Entry, text: string): Currency {
  const code = text.trim().toUpperCase();
  return isCurrency(code) ? code : bad(entry, "an ISO currency code, such as USD");
}

function placeOf(entry: Entry, letter: string, most: number): number {
  const place = LETTERS.indexOf(letter.toLowerCase());
  return place >= 0 && place < most ? place : unknownKey(entry);
}

function approvalWith({ approval }: Draft, entry: Entry, who: string, changed: Partial<Policy["approval"][number]>): Policy["approval"] {
  const place = approval.findIndex((one) => one.who === who.toLowerCase());
  return place < 0 ? unknownKey(entry) : replaced(approval, place, { ...approval[place]!, ...changed });
}

/** Typographic marks stand for the straight ones that spreadsheets turn into them: Z″ is Z''. */
function straightMarks(text: string): string {
  return text.slice(0, 20).replace(/[″”"]/g, "''").replace(/[′’‘]/g, "'");
}

/** `0.3 x 1.2`: the scenario's weight and its factor on the rates. */
function scenarioIn(entry: Entry, name: string): Scenario {
  const parts = textOf(entry.cell).slice(0, 60).split(/[x×*]/i);
  const [weight, factor] = [readShare(parts[0]), readShare(parts[1])];
  if (parts.length !== 2 || !(weight >= 0 && weight <= 1) || !(factor >= 0 && factor <= 10)) bad(entry, "weight x factor, such as 0.3 x 1.2");
  return { name: name.slice(0, 60), weight, factor };
}

function fieldIn(entry: Entry, name: string): string {
  return FIELD_NAMES.find((one) => one.toLowerCase() === name.toLowerCase()) ?? unknownKey(entry);
}

function headingIn(entry: Entry): string {
  const heading = textOf(entry.cell);
  return heading === "" || heading.length > 120 ? bad(entry, "a heading of the sheet") : heading;
}

const KEYS: readonly string[] = [
  "currency", "rate.USD", "rate.USD.2026-06-30", "backdate", "dateOrder", "century", "decimalMark", "credits", "disputes", "retention", "bankBills", "blocks", "rollUp", "buckets", "businessDays", "holidays", "dateSystem", "language", "terms.CODE", "lateAfter", "grace",
  "bookLateRate", "scoreDisputed", "grade.A", "limitFactor.A", "limit.combine", "limit.safety", "limit.ownShare", "limit.netWorth", "limit.workingCapital", "limit.history", "limit.orders", "limit.country", "limit.temporary", "limit.temporaryDays",
  "override.insolvent", "override.legalFlag", "override.overdue", "override.overdueDays", "approve.analyst", "approveGrade.analyst", "altman", "scenario.NAME", "standard", "provision.insured",
  "lgd", "pd.A", "margin", "costOfMoney", "review.A", "field.amount",
];

/** Every key with a value of its own, in lower case, and what stands before the point of all others: what a sheet of the policy must hold. */
export const KEYS_READ: { readonly plain: readonly string[]; readonly families: readonly string[] } = { plain: [...SETTERS.keys()], families: [...FAMILIES.keys()] };

function unknownKey(entry: Entry): never {
  refuse("POLICY_KEY", { row: entry.row, key: entry.key, listKeys: closest(entry.key, KEYS).join(", ") });
}

/** `rate.USD.2026-06-30` or `rate.USD@2026-06-30`: a rate from that day on. */
const DATED_RATE = /^rate\.([^.@]*)[.@](.*)$/is;

interface DatedEntry {
  readonly entry: Entry;
  readonly code: string;
  readonly day: string;
}

/** Rates by day, after all else: how a day is written may stand further down (`dateOrder`, `dateSystem`). However it is written, a day has one rate. */
function readDatedRates(draft: Draft, entries: readonly DatedEntry[], seen: Map<string, number>): void {
  const rates = new Map<Currency, DatedRate[]>();
  for (const { entry, code, day: text } of entries) {
    const currency = currencyIn(entry, code);
    const day = readDay(text.trim(), draft.dateOrder ?? "ymd", draft.dateSystem === 1904 ? DAYS_TO_1904 : 0, draft.century);
    if (!(day > NO_DAY)) refuse("POLICY_RATE_DAY", { row: entry.row, key: entry.key, found: text });
    addKey(seen, `rate.${currency}.${isoDay(day as Day)}`, entry);
    const rate = { day: day as Day, rate: rateIn(entry) };
    const known = rates.get(currency);
    if (known === undefined) rates.set(currency, [rate]);
    else known.push(rate);
  }
  for (const list of rates.values()) list.sort((a, b) => a.day - b.day);
  if (rates.size > 0) draft.datedRates = rates;
}

function rateIn(entry: Entry): number {
  return numberIn(entry, 1e-9, 1e9);
}

function addKey(seen: Map<string, number>, key: string, entry: Entry): void {
  const folded = key.toLowerCase();
  const first = seen.get(folded);
  if (first !== undefined) refuse("POLICY_TWICE", { row: entry.row, first, key: entry.key });
  seen.set(folded, entry.row);
}

/** `key, value` in either language: in the first row the key alone is enough, further down (under a title) both. */
export function isPolicyHeading(cells: readonly Cell[], row: number): boolean {
  return /^(?:key|键|项目)$/i.test(textOf(cells[0])) && (row === 0 || /^(?:value|值)$/i.test(textOf(cells[1])));
}

/**
 * Two columns, key and value, with or without the heading row `key, value`; what stands further right is for people. A key twice,
 * an unknown key and a value out of range are refusals that name the row. Blank values leave the default, so the titles of a
 * sheet's parts say nothing.
 */
export function readPolicy(grid: Grid): Policy {
  const draft: Draft = { ...DEFAULT_POLICY };
  const seen = new Map<string, number>();
  const dated: DatedEntry[] = [];
  grid.forEach((cells, at) => {
    const key = textOf(cells[0]);
    if (key === "" || isPolicyHeading(cells, at)) return;
    const entry: Entry = { key, cell: cells[1], row: at + 1 };
    const rate = isBlank(entry.cell) ? null : DATED_RATE.exec(key);
    if (rate !== null) return void dated.push({ entry, code: rate[1]!, day: rate[2]! });
    addKey(seen, key, entry);
    if (isBlank(entry.cell)) return;
    set(draft, entry, key.toLowerCase());
  });
  readDatedRates(draft, dated, seen);
  if (draft.gradeEdges.some((edge, at) => at > 0 && edge <= draft.gradeEdges[at - 1]!)) refuse("POLICY_GRADES", { list: draft.gradeEdges.join(", ") });
  checkScenarios(draft);
  const rate = [...seen].find(([key, row]) => key.startsWith("rate.") && !isBlank(grid[row - 1]?.[1]));
  if (rate !== undefined && draft.currency === undefined) refuse("POLICY_RATE_ALONE", { row: rate[1], key: rate[0] });
  draft.text = canonical(grid, seen);
  return draft;
}

/** In the order of their names, however the sheet has them: their products are summed. */
function checkScenarios(draft: Draft): void {
  if (draft.scenarios.length === 0) return;
  draft.scenarios = [...draft.scenarios].sort((a, b) => (a.name < b.name ? -1 : 1));
  const sum = draft.scenarios.reduce((all, { weight }) => all + weight, 0);
  if (Math.abs(sum - 1) > 1e-6) refuse("POLICY_SCENARIOS", { sum: Number(sum.toPrecision(6)) });
}

function set(draft: Draft, entry: Entry, folded: string): void {
  const plainKey = SETTERS.get(folded);
  if (plainKey !== undefined) return plainKey(draft, entry, "");
  const point = entry.key.indexOf(".");
  const family = point < 0 ? undefined : FAMILIES.get(folded.slice(0, point));
  const suffix = entry.key.slice(point + 1).trim();
  if (family === undefined || suffix === "") unknownKey(entry);
  family(draft, entry, suffix);
}

/** Every key that was set and its value, in the keys' order. */
function canonical(grid: Grid, seen: ReadonlyMap<string, number>): string {
  return [...seen]
    .map(([key, row]) => `${key}=${textOf(grid[row - 1]?.[1])}`)
    .filter((line) => !line.endsWith("="))
    .sort()
    .join("\n");
}
