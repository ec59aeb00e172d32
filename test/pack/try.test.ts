import { writeFileSync } from "node:fs";
import { makePack } from "../../src/bank/pack/makePack";
import { writePack } from "../../src/pack/writePack";
import { verifyPack } from "../../src/pack/verifyPack";
import { findingSentence } from "../../src/pack/findingWords";
import { Office } from "./office";
import { DAY, TERMS, tradeReading } from "./books";

test("try", async () => {
  const reading = tradeReading();
  const office = new Office();
  for (const language of ["en", "zh", "both"] as const) {
  const document = makePack(reading, TERMS, DAY, { language });
  const bytes = await writePack(document);
  writeFileSync(`/tmp/try-${language}.xlsx`, bytes);
  const found = await verifyPack(bytes);
  console.log(language, found.findings.slice(0,40).map(one => findingSentence(one, "en")).join("\n"), found.checks, found.recalculated);
  const saved = office.save(bytes);
  writeFileSync(`/tmp/try-${language}-saved.xlsx`, saved);
  const again = await verifyPack(saved);
  console.log(again.findings.slice(0,40).map(one => findingSentence(one, "en")).join("\n"), again.checks, again.recalculated);
  }
  office.close();
});
