/**
 * A lender's eligibility written a second time, row by row, as a clerk would do it on paper: nothing of it is shared with the
 * engine. Money in whole cents.
 */
export interface Paper {
  readonly buyer: string;
  readonly open: number;
  readonly ageFromInvoice: number;
  /** undefined: no due day */
  readonly daysPastDue: number | undefined;
  readonly disputed: boolean;
  readonly retention: boolean;
}

export interface PaperBuyer {
  readonly affiliate?: boolean;
  readonly government?: boolean;
  readonly foreign?: boolean;
  readonly insolvent?: boolean;
  readonly payable?: number;
  readonly limit?: number;
  readonly share?: number;
  readonly deductible?: number;
}

export interface PaperTerms {
  readonly affiliates: boolean;
  readonly government: boolean;
  readonly foreign: boolean;
  readonly disputed: boolean;
  readonly contra: boolean;
  readonly insured: boolean;
  readonly creditsInPrior: boolean;
  readonly invoiceDays?: number;
  readonly dueDays?: number;
  readonly crossAge?: number;
  readonly concentration?: number;
  readonly base: "eligible" | "gross" | "fixpoint";
}

const half = (value: number): number => Math.sign(value) * Math.floor(Number(Math.abs(value).toPrecision(15)) + 0.5) || 0;

/** The rule of each row; what each buyer's rules take; what is eligible of each buyer. */
export function byHand(rows: readonly Paper[], facts: ReadonlyMap<string, PaperBuyer>, terms: PaperTerms) {
  const names = [...new Set(rows.map(({ buyer }) => buyer))];
  const of = (name: string): PaperBuyer => facts.get(name) ?? {};
  const isLate = (row: Paper): boolean => row.open !== 0 && (row.open > 0 || !terms.creditsInPrior) && ((terms.invoiceDays !== undefined && row.ageFromInvoice > terms.invoiceDays) || (terms.dueDays !== undefined && row.daysPastDue !== undefined && row.daysPastDue > terms.dueDays));
  const total = (name: string, which: (row: Paper) => boolean): number => rows.filter((row) => row.buyer === name && which(row)).reduce((sum, { open }) => sum + open, 0);
  const isCrossed = (name: string): boolean => terms.crossAge !== undefined && total(name, () => true) > 0 && Number((total(name, isLate) / total(name, () => true)).toFixed(6)) > terms.crossAge;
  const isCovered = (name: string): boolean => terms.insured && (of(name).limit ?? 0) > 0 && (of(name).share ?? 0) > 0;
  const rule = rows.map((row): string => {
    const buyer = of(row.buyer);
    if (row.open === 0) return "";
    if (terms.affiliates && buyer.affiliate === true) return "affiliate";
    if (row.retention) return "retention";
    if (isLate(row)) return "pastDue";
    if (isCrossed(row.buyer)) return "crossAge";
    if (terms.foreign && buyer.foreign === true && !isCovered(row.buyer)) return "foreign";
    if (terms.government && buyer.government === true) return "government";
    if (terms.disputed && row.disputed && row.open > 0) return "disputed";
    return buyer.insolvent === true ? "insolvent" : "";
  });
  const left = new Map(names.map((name) => [name, rows.reduce((sum, row, at) => (row.buyer === name && rule[at] === "" ? sum + row.open : sum), 0)]));
  const uncovered = new Map<string, number>();
  const contra = new Map<string, number>();
  for (const name of names) {
    const buyer = of(name);
    const balance = left.get(name)!;
    const cover = isCovered(name) ? Math.max(0, half(Math.min(Math.max(0, balance), buyer.limit!) * buyer.share!) - (buyer.deductible ?? 0)) : 0;
    uncovered.set(name, terms.foreign && buyer.foreign === true ? balance - Math.min(balance, cover) : 0);
    contra.set(name, terms.contra ? Math.max(0, Math.min(balance - uncovered.get(name)!, buyer.payable ?? 0)) : 0);
  }
  const before = new Map(names.map((name) => [name, left.get(name)! - uncovered.get(name)! - contra.get(name)!]));
  const sum = (all: Iterable<number>): number => [...all].reduce((one, other) => one + other, 0);
  const cap = capOf([...before.values()], sum(rows.map(({ open }) => open)), terms);
  const excess = new Map([...before].map(([name, money]) => [name, Math.max(0, money - cap)]));
  return { rule, uncovered, contra, excess, eligible: new Map([...before].map(([name, money]) => [name, money - excess.get(name)!])) };
}

/** The fixpoint by trying: down from no cap at all until the cap holds. */
function capOf(balances: readonly number[], gross: number, { concentration, base }: PaperTerms): number {
  if (concentration === undefined) return Infinity;
  const total = balances.reduce((sum, one) => sum + one, 0);
  if (base !== "fixpoint") return Math.max(0, half(concentration * (base === "gross" ? gross : total)));
  let cap = Math.max(0, ...balances);
  for (let steps = 0; steps < 1_000_000; steps++) {
    const capped = balances.reduce((sum, one) => sum + Math.min(one, cap), 0);
    const next = Math.max(0, Math.min(cap, Math.floor(concentration * capped + 1e-6)));
    if (next === cap) return cap;
    cap = next;
  }
  return cap;
}
