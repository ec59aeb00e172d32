import { finished, type Steps } from "../../credit/steps";
import { issueKinds } from "../../ledger/issueKinds";
import type { Reading } from "../../ledger/reading";
import { borrowingBase } from "../borrowingBase";
import type { LenderTerms } from "../lenderTerms";
import { position } from "../../receivables/position";
import { refuse, Refusal, type Answer } from "../../values/answer";
import { NO_CURRENCY } from "../../values/currency";
import { isoDay, type Day } from "../../values/day";
import { moneyText, scaleOf } from "../../values/money";
import { ageingSheet } from "./ageingSheet";
import { baseLines } from "./baseLines";
import { buyersSheet } from "./buyersSheet";
import { certificateSheet } from "./certificateSheet";
import { DEFAULT_CHOICES, type PackChoices } from "./choices";
import { concentrationSheet } from "./concentrationSheet";
import { coverSheet } from "./coverSheet";
import type { PackDocument, PackSheet, SealWords } from "./document";
import { SEAL_LABELS } from "./document";
import { ineligiblesSheet } from "./ineligiblesSheet";
import { ledgerText, METHOD_VERSION } from "./ledgerText";
import { packBuyers, tapeOrder } from "./packBuyers";
import { packBase } from "./packBase";
import { PackData } from "./packData";
import { tapeSheet } from "./tapeSheet";
import { termRows } from "./termRows";
import { termsSheet } from "./termsSheet";
import { trendSheet } from "./trendSheet";
import { wordsIn } from "./words";

/** Doubtful money above this share of what is open is said on the first page. */
const MUCH_DOUBT = 0.01;

/**
 * A pack of one ledger on one day by a lender's terms, as its receiver will have it. Refused: a ledger in several currencies
 * (MIXED_CURRENCY), one with nothing open (NO_BALANCE), one that does not add up to the control total (CONTROL_DIFFERS, with the difference).
 */
export function makePack(reading: Reading, terms: LenderTerms, day: Day, choices: Partial<PackChoices> = {}): PackDocument {
  return finished(packInSteps(reading, terms, day, choices));
}

/** Every sheet but the certificate, in the order in which they stand and their checks are counted. */
const BODY: readonly ((data: PackData) => PackSheet | undefined)[] = [ageingSheet, ineligiblesSheet, concentrationSheet, coverSheet, trendSheet, buyersSheet, tapeSheet, (data) => termsSheet(data, termRows(data))];

/** The same sheet by sheet, for a view that shows how far it is. */
export function* packInSteps(reading: Reading, terms: LenderTerms, day: Day, choices: Partial<PackChoices> = {}): Steps<PackDocument> {
  const data = dataOf(reading, terms, day, { ...DEFAULT_CHOICES, ...choices });
  const warnings = warningsOf(data);
  const body: PackSheet[] = [];
  for (const [at, sheetOf] of BODY.entries()) {
    yield (at + 1) / (BODY.length + 2);
    const sheet = sheetOf(data);
    if (sheet !== undefined) body.push(sheet);
  }
  yield (BODY.length + 1) / (BODY.length + 2);
  const sheets = [certificateSheet(data, (first) => baseLines(data, first), warnings, body), ...body];
  return {
    title: data.say("certificate.title").replace(/\n/g, " "), sheets, exponent: data.exponent, paper: data.choices.paper, warnings,
    seal: { ledgerText: () => ledgerText(reading, day), asOf: day, methodVersion: METHOD_VERSION, release: data.choices.release, words: sealWords(data) },
  };
}

function dataOf(reading: Reading, terms: LenderTerms, day: Day, choices: PackChoices): PackData {
  const { ledger } = reading;
  const on = position(ledger, day);
  const { exponent } = ledger;
  if (choices.control !== undefined && choices.control !== on.total) {
    refuse("CONTROL_DIFFERS", { ledger: moneyText(on.total, exponent), control: moneyText(choices.control, exponent), difference: moneyText(choices.control - on.total, exponent) });
  }
  const base = told(borrowingBase(on, terms));
  const say = wordsIn(choices.language);
  const buyers = packBuyers(on, choices, say("small", { money: moneyText(choices.groupBelow, exponent) }));
  const lineOf = new Int32Array(ledger.buyers.count);
  buyers.forEach(({ place }, at) => (lineOf[place] = at));
  const asOf = ledger.currency === NO_CURRENCY ? say("asOfNoCurrency", { day: isoDay(day) }) : say("asOf", { day: isoDay(day), currency: ledger.currency });
  return new PackData({
    reading, position: on, day, choices, say, buyers, lineOf, tape: tapeOrder(on, lineOf), base: packBase(base), exponent, scale: scaleOf(exponent), under: asOf.split("\n"),
  });
}

/** A borrowing base that cannot be told makes no pack. */
function told<T>(answer: Answer<T>): T {
  if (answer.known) return answer.value;
  throw new Refusal("na", answer.reason);
}

function warningsOf({ reading, position: { total }, say, exponent }: PackData): string[] {
  const { ledger } = reading;
  const doubtful = issueKinds(reading).reduce((sum, { amounts }) => sum + amounts.reduce((all, { currency, minor }) => all + (currency === ledger.currency ? Math.abs(minor) : 0), 0), 0);
  const share = total > 0 ? doubtful / total : 0;
  return [
    ...(share > MUCH_DOUBT ? [say("warning.issues", { money: moneyText(doubtful, exponent), currency: ledger.currency === NO_CURRENCY ? "" : ledger.currency, share: `${(share * 100).toFixed(1)}%` })] : []),
    ...(ledger.dated ? [] : [say("warning.undated")]),
  ];
}

function sealWords(data: PackData): SealWords {
  const { say } = data;
  return { sheet: data.sheetName("seal"), title: say("seal.title"), explained: [say("seal.explained1"), say("seal.explained2")], labels: Object.fromEntries(SEAL_LABELS.map((label) => [label, say(`seal.${label}`)])) as SealWords["labels"] };
}
