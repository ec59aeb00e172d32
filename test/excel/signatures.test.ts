/** What the pane's builder knows of the functions is what was built. */
import { readFileSync } from "node:fs";
import { FORMULA_IDS } from "../../src/pane/formula/functions";
import { kindOf, signatureOf, SIGNATURES as KNOWN, wordsIn } from "../../src/pane/formula/signatures";
import { builtMetadata } from "../support/builtAddin";
import { SIGNATURES, signaturesText } from "../support/writeSignatures";

test("signatures.json is what the build says: after a change of doc comments, build and run `npm run signatures`", () => {
  expect(readFileSync(SIGNATURES, "utf8")).toBe(signaturesText());
});

test("the builder can work out every function, and no other", () => {
  const ids = builtMetadata().functions.map(({ id }) => id);
  expect([...FORMULA_IDS].sort()).toEqual([...ids].sort());
  expect(KNOWN.map(({ id }) => id)).toEqual(ids);
});

test("words are those that the doc comment names, the default first", () => {
  const words = (id: string, name: string): readonly string[] => wordsIn(signatureOf(id)!.parameters.find((one) => one.name === name)!);
  expect(words("DSO", "method")).toEqual(["balance", "best", "delinquent", "countback", "true", "weighted"]);
  expect(words("CEI", "variant")).toEqual(["total", "monthly", "cashOnly"]);
  expect(words("AGING", "basis")).toEqual(["due", "invoice"]);
  for (const { id, parameters } of KNOWN) for (const one of parameters) if (kindOf(one) === "word") expect([id, one.name, wordsIn(one).length > 1]).toEqual([id, one.name, true]);
});
