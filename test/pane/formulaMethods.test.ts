import { withBases } from "../../src/formulas/book";
import { answerOf } from "../../src/pane/formula/functions";
import { factName, METHOD_SENTENCES } from "../../src/pane/formula/methods";
import { signatureOf, wordsIn } from "../../src/pane/formula/signatures";
import { formulaWords } from "../../src/pane/formula/words";
import type { Basis } from "../../src/values/answer";

/** Two buyers, a month an invoice, half of them late; one open. */
const BOOK = [
  ["Invoice", "Customer", "Invoice date", "Due date", "Amount", "Paid on"],
  ...Array.from({ length: 48 }, (_, at) => [`I-${String(at)}`, at % 2 === 0 ? "Anker" : "Baltic", 45292 + 30 * (at >> 1), 45322 + 30 * (at >> 1), 1000 + at, at > 44 ? "" : 45322 + 30 * (at >> 1) + (at % 4 === 1 ? 25 : -15)]),
];
const [FROM, TO] = [45292 + 30 * 20, 45292 + 30 * 23];

function basesOf(id: string, word: string): readonly Basis[] {
  const { parameters } = signatureOf(id)!;
  const args = parameters.map(({ name }) => (name === "ledger" ? BOOK : name === "from" ? FROM : name === "asOf" ? TO : name === "buyer" && !["DSO"].includes(id) ? "Baltic" : name === "method" || name === "variant" ? word : null));
  return withBases(() => answerOf(id, args)).bases;
}

const FIGURES = ["DSO", "DAYSTOPAY", "DBT", "PAYINDEX", "CEI", "TURNOVER", "DILUTION", "CURRENTSHARE", "OVERDUESHARE", "TOPSHARE", "HHI", "CREDITSCORE", "LATEODDS", "CREDITLIMIT", "DSOCHANGE", "ROLLRATES"];
const ASKED = FIGURES.flatMap((id): (readonly [string, string])[] => {
  const asked = signatureOf(id)!.parameters.find(({ name }) => name === "method" || name === "variant");
  return asked === undefined ? [[id, ""]] : wordsIn(asked).map((word) => [id, word] as const);
});

test.each(ASKED)("AR.%s %s: its method has a sentence and its facts have names, in both languages", (id, word) => {
  const [basis] = basesOf(id, word);
  expect(basis).toBeDefined();
  expect([basis!.method, Object.hasOwn(METHOD_SENTENCES, basis!.method)]).toEqual([basis!.method, true]);
  for (const [name] of basis!.facts) if (!/^[ab]$|^\d|^Over/.test(name)) expect([name, factName(name, "zh")]).toEqual([name, expect.stringMatching(/[\u4e00-\u9fff]/)]);
});

test("both languages say the same things", () => {
  for (const [id, { en, zh }] of Object.entries(METHOD_SENTENCES)) expect([id, /[a-z]{3}/.test(en), /[\u4e00-\u9fff]/.test(zh)]).toEqual([id, true, true]);
  expect(Object.keys(formulaWords("zh"))).toEqual(Object.keys(formulaWords("en")));
});
