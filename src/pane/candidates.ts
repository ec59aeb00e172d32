import { BUYER_FIELDS, LEDGER_FIELDS, RECEIPT_FIELDS, type Field } from "../ledger/fields";
import { readCountryClasses } from "../ledger/countryClasses";
import { HeadingIndex } from "../ledger/headingIndex";
import { Refusal } from "../values/answer";
import type { Grid } from "../values/cell";
import { choicesFor, type KeptChoice } from "./choices";
import type { Area, NamedFormula } from "./host";
import { callOnSheet, cellAddress, parseLedgerFormula } from "./ledgerFormula";
import { newSource, type Source } from "./source";

/** What an area of the workbook looks like, by its headings alone; reading it decides. */
export interface Candidate {
  readonly area: Area;
  readonly role: "ledger" | "payments" | "buyers" | "countries" | "other";
  /** what a ledger needs and no heading here says */
  readonly lacks: readonly Lack[];
}

export type Lack = "buyer" | "date" | "money";

const NEEDS: Readonly<Record<Lack, readonly string[]>> = {
  buyer: ["buyerId", "buyerName"],
  date: ["docDate", "postDate"],
  money: ["amount", "open", "amountLocal"],
};

/**
 * A ledger first, the largest first; AR's own spills and other sheets last. An area whose headings the user has explained
 * before is a ledger, whatever they say.
 */
export function candidatesIn(areas: readonly Area[], kept: readonly KeptChoice[] = []): Candidate[] {
  const order = { ledger: 0, payments: 1, buyers: 2, countries: 3, other: 4 };
  return areas.map((area) => explained(candidateOf(area), kept)).sort((a, b) => order[a.role] - order[b.role] || b.area.rows - a.area.rows);
}

function explained(candidate: Candidate, kept: readonly KeptChoice[]): Candidate {
  if (candidate.role === "ledger" || candidate.area.rows < 2 || choicesFor(candidate.area.head, kept) === undefined) return candidate;
  return { ...candidate, role: "ledger", lacks: [] };
}

function candidateOf(area: Area): Candidate {
  const ledger = best(area.head, LEDGER_FIELDS);
  const lacks = (Object.keys(NEEDS) as Lack[]).filter((lack) => !NEEDS[lack].some((field) => ledger.has(field)));
  return { area, lacks, role: area.rows < 2 ? "other" : roleOf(area, ledger, lacks) };
}

function roleOf({ head, rows }: Area, ledger: ReadonlySet<string>, lacks: readonly Lack[]): Candidate["role"] {
  const receipt = best(head, RECEIPT_FIELDS);
  const isReceipt = receipt.has("docNo") && receipt.has("date") && receipt.has("amount");
  if (lacks.length === 0 && !(isReceipt && !ledger.has("docDate"))) return "ledger";
  if (isReceipt) return "payments";
  const buyers = best(head, BUYER_FIELDS);
  const named = buyers.has("buyerId") || buyers.has("buyerName");
  if (named && [...buyers].some((field) => !field.startsWith("buyer"))) return "buyers";
  return rows <= LONGEST_COUNTRY_LIST && isCountryList(head) ? "countries" : "other";
}

/** There are some 250 countries; a used range may reach below them. */
const LONGEST_COUNTRY_LIST = 5000;

/** Whether the first rows read as a list of country classes, more of them than not. A country that stands twice is said when the list is read. */
function isCountryList(head: Grid): boolean {
  try {
    const { countries, unread } = readCountryClasses(head);
    return countries >= unread.length;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.reason.code === "COUNTRY_TWICE";
  }
}

/** Fields that the headings of one row say: of the row that says most. */
function best(head: Grid, fields: readonly Field[]): ReadonlySet<string> {
  let most: ReadonlySet<string> = new Set();
  for (const row of head) {
    const said = new Set(row.flatMap((cell) => HeadingIndex.of(fields).plainly(cell).map(({ field }) => field.name)));
    if (said.size > most.size) most = said;
  }
  return most;
}

/** Connected ledgers: names whose cell holds AR.LEDGER or AR.JOIN. */
export function connectedIn(named: readonly NamedFormula[]): NamedFormula[] {
  return named.filter(({ formula }) => parseLedgerFormula(formula) !== undefined);
}

/** The source of a connected ledger; one that is joined begins with its own cell. */
export function sourceOfNamed(named: NamedFormula): Source | undefined {
  const call = parseLedgerFormula(named.formula);
  if (call === undefined) return undefined;
  const { sheet, row, column } = named.place;
  return { name: named.name, cell: named.place, call: "joins" in call ? newSource(cellAddress(sheet, row, column)).call : callOnSheet(call, sheet), choices: new Map() };
}

/** The source that a candidate starts from: the only table of receipts and the only table of buyers are taken along. */
export function sourceOfCandidate(candidate: Candidate, all: readonly Candidate[]): Source {
  const only = (role: Candidate["role"]): string => {
    const tables = all.filter((one) => one.role === role && one.area.table !== "");
    return tables.length === 1 ? tables[0]!.area.reference : "";
  };
  return newSource(candidate.area.reference, only("payments"), only("buyers"));
}
