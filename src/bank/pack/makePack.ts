import type { Reading } from "../../ledger/reading";
import { position } from "../../receivables/position";
import { isoDay, type Day } from "../../values/day";
import { NO_CURRENCY } from "../../values/currency";
import { moneyText, scaleOf } from "../../values/money";
import { ageingSheet } from "./ageingSheet";
import { DEFAULT_CHOICES, type PackChoices } from "./choices";
import type { PackDocument, SealWords } from "./document";
import { SEAL_LABELS } from "./document";
import { ledgerText, METHOD_VERSION } from "./ledgerText";
import { packBuyers, tapeOrder } from "./packBuyers";
import { PackData } from "./packData";
import { SheetDraft, cell, formula } from "./sheetDraft";
import { tapeSheet } from "./tapeSheet";
import { trendSheet } from "./trendSheet";
import { wordsIn } from "./words";

export function makePack(reading: Reading, _terms: unknown, day: Day, choices: Partial<PackChoices> = {}): PackDocument {
  const data = dataOf(reading, day, { ...DEFAULT_CHOICES, ...choices });
  const t = new SheetDraft("terms", data.sheetName("terms"), [[30, "text"], [18, "money"]]);
  t.nameCell("AsOf", 1, t.add(data.say("seal.asOf"), cell(day, "inputDay")));
  t.nameCell("GrossReceivables", 1, t.add(data.say("certificate.gross"), formula(`ROUND(SUM(tape_open),${data.exponent})`, data.units(data.position.total))));
  const sheets = [ageingSheet(data), trendSheet(data), tapeSheet(data), t.done()];
  return { title: data.say("certificate.title"), sheets, exponent: data.exponent, warnings: [], seal: { ledgerText: () => ledgerText(reading, day), asOf: day, methodVersion: METHOD_VERSION, release: data.choices.release, words: sealWords(data) } };
}

function dataOf(reading: Reading, day: Day, choices: PackChoices): PackData {
  const { ledger } = reading;
  const on = position(ledger, day);
  const say = wordsIn(choices.language);
  const { exponent } = ledger;
  const buyers = packBuyers(on, choices, say("small", { money: moneyText(choices.groupBelow, exponent) }));
  const lineOf = new Int32Array(ledger.buyers.count);
  buyers.forEach(({ place }, at) => (lineOf[place] = at));
  const asOf = ledger.currency === NO_CURRENCY ? say("asOfNoCurrency", { day: isoDay(day) }) : say("asOf", { day: isoDay(day), currency: ledger.currency });
  return new PackData({ reading, position: on, day, choices, say, buyers, tape: tapeOrder(on, lineOf), exponent, scale: scaleOf(exponent), under: asOf.split("\n") });
}

function sealWords(data: PackData): SealWords {
  const { say } = data;
  return { sheet: data.sheetName("seal"), title: say("seal.title"), explained: [say("seal.explained1"), say("seal.explained2")], labels: Object.fromEntries(SEAL_LABELS.map((label) => [label, say(`seal.${label}`)])) as SealWords["labels"] };
}
