import { DEFAULT_POLICY } from "../ledger/readPolicy";
import { expectedLosses, type BuyerLoss } from "../credit/expectedLoss";
import { provision, type ProvisionRow } from "../credit/provision";
import { readShare } from "../ledger/readNumber";
import { cannotTell, refuse, type Answer } from "../values/answer";
import { isBlank, plain } from "../values/cell";
import { say, type Language } from "../values/say";
import { askOptionalRange, foundText, type Arg } from "./ask";
import { askBuyers, buyerText, largestFirst, neededBuyer, rowsFor } from "./askBuyers";
import { dayOfBook, ledgerOf, moneyOf, onLedger, policyOf, tell } from "./book";
import { shownText } from "./shown";
import { CellRefusal, type Table, type Told } from "./told";

/** What a provision always shows; insured and basis stand beside where there is something to say: cover, scenarios, another standard, a doubt. */
const CONTRACT_COLUMNS = 4;
/** The standard, and whose the rates are. */
const PLAIN_NOTES = 2;

const LOSS_HEADINGS = ["Buyer", "Grade", "PD", "LGD", "Exposure", "Insured", "Retained", "Expected loss"];

/**
 * AR.EXPECTEDLOSS: a row a buyer that owes, largest first, and `All buyers`. A loss that cannot be told is an error with its
 * reason, and so is the sum of all then: no buyer counts as safe because nothing is known of it.
 */
export function expectedLossTable(ledgerArg: Arg, asOf: Arg, buyer: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const losses = expectedLosses(ledger, dayOfBook(book, asOf, 2), policy);
    if (policy.pd.every((pd) => pd === undefined)) cannotTell("NO_PDS");
    const money = moneyOf(ledger);
    const row = ({ buyer: b, grade, pd, lgd, exposure, insured, loss }: BuyerLoss): Told[] => [
      buyerText(ledger, b), grade ?? "", pd.known ? pd.value : "", lgd, money(exposure), money(insured), money(exposure - insured), cell(loss, money, policy.language),
    ];
    const asked = askBuyers(buyer);
    if (asked.who === "one") return [LOSS_HEADINGS, row(losses[neededBuyer(ledger, asked.cell)]!)];
    if (asked.who === "several") return [LOSS_HEADINGS, ...rowsFor(asked.cells, ledger, policy.language, LOSS_HEADINGS.length, (b) => [row(losses[b]!)])];
    const owing = largestFirst(ledger, (b) => losses[b]!.exposure).map((b) => losses[b]!).filter(({ exposure }) => exposure > 0);
    const sum = (of: (one: BuyerLoss) => number): number => money(owing.reduce((all, one) => all + of(one), 0));
    const total = sumOf(owing.map(({ loss }) => loss), money, policy.language);
    return [LOSS_HEADINGS, ...owing.map(row), ["All buyers", "", "", "", sum((one) => one.exposure), sum((one) => one.insured), sum((one) => one.exposure - one.insured), total]];
  });
}

/** AR.PROVISION: the matrix by bucket, the total last; its rows add up to the cent. What it rests on stands beside the total. */
export function provisionTable(ledgerArg: Arg, asOf: Arg, rates: Arg): Table {
  return onLedger(ledgerArg, (book) => {
    const [ledger, policy] = [ledgerOf(book), policyOf(book)];
    const day = dayOfBook(book, asOf, 2);
    const { rows, notes } = tell(provision(ledger, day, policy, askRates(rates, policy.buckets.length + 2)));
    const money = moneyOf(ledger);
    const total = sumOf(rows.map(({ allowance }) => allowance), money, policy.language);
    const shown = rows.filter(({ bucket, open }) => open !== 0 || (bucket !== "Unapplied" && bucket !== "No due date"));
    const sum = (of: (row: ProvisionRow) => number): number => money(rows.reduce((all, row) => all + of(row), 0));
    const table: Table = [
      ["Bucket", "Open", "Rate", "Allowance", "Insured", "Basis"],
      ...shown.map(({ bucket, open, rate, allowance, insured }): Told[] => [bucket, money(open), rate.known ? rate.value : "", cell(allowance, money, policy.language), money(insured), ""]),
      ["Total", sum(({ open }) => open), "", total, sum(({ insured }) => insured), shownText(notes.map((note) => say(note, policy.language)).join(policy.language === "zh" ? "；" : "; "))],
    ];
    const isPlain = notes.length === PLAIN_NOTES && policy.standard === DEFAULT_POLICY.standard && rows.every(({ insured }) => insured === 0);
    return isPlain ? table.map((row) => row.slice(0, CONTRACT_COLUMNS)) : table;
  });
}

/** Shares from 0 to 1 in the order of the buckets, with or without one for `No due date`; percentages as text too. */
function askRates(arg: Arg, buckets: number): number[] | undefined {
  const grid = askOptionalRange(arg);
  if (grid === undefined) return undefined;
  const cells = grid.flat();
  if (cells.length !== buckets && cells.length !== buckets + 1) refuse("RATE_COUNT", { place: 3, found: cells.length, needed: buckets });
  return cells.map((one, at) => {
    const rate = isBlank(plain(one)) ? NaN : readShare(one);
    return rate >= 0 && rate <= 1 ? rate : refuse("BAD_RATE", { place: 3, at: at + 1, found: foundText(plain(one)) });
  });
}

function cell(answer: Answer<number>, money: (minor: number) => number, language: Language): Told {
  return answer.known ? money(answer.value) : new CellRefusal("na", say(answer.reason, language));
}

function sumOf(answers: readonly Answer<number>[], money: (minor: number) => number, language: Language): Told {
  const missing = answers.find(({ known }) => !known);
  return missing === undefined ? money(answers.reduce((all, one) => all + (one.known ? one.value : 0), 0)) : cell(missing, money, language);
}
