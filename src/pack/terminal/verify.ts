/**
 * `npm run verify -- PACK.xlsx [--seal HEX] [--language zh]`: holds a pack against its seal and names what differs, on stdout.
 * Exit code 0: intact. 1: something differs. 2: formats only. 3: no pack, or no such file.
 */
import { readFileSync } from "node:fs";
import type { Language } from "../../values/say";
import { isFormatOnly, type Verification } from "../findings";
import { findingSentence, verdict } from "../findingWords";
import { verifyPack } from "../verifyPack";
import { readOptions } from "./options";

const INTACT = 0, DIFFERS = 1, FORMAT_ONLY = 2, NO_PACK = 3;

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function main(): Promise<number> {
  const { files, values } = readOptions(process.argv.slice(2), ["seal", "language"], []);
  const language: Language = values.get("language") === "zh" ? "zh" : "en";
  if (files.length !== 1) throw new Error("npm run verify -- PACK.xlsx [--seal HEX] [--language zh]");
  const found = await verifyPack(readFileSync(files[0]!), values.get("seal"));
  print(verdict(found, language));
  for (const finding of found.findings) print(`  ${findingSentence(finding, language)}`);
  if (found.isPack) {
    print(`${language === "en" ? "Pack seal" : "资料包封印"}: ${found.seal}`);
    print(`${language === "en" ? "Ledger seal" : "台账封印"}: ${found.ledgerSeal}`);
    print(language === "en" ? `${found.recalculated} formulas recalculated and equal; checks: ${found.checks.ok} OK, ${found.checks.differs} DIFFERS` : `重算一致的公式 ${found.recalculated} 个；核对：${found.checks.ok} 项 OK，${found.checks.differs} 项 DIFFERS`);
  }
  return codeOf(found);
}

function codeOf({ isPack, isIntact, findings }: Verification): number {
  if (!isPack) return NO_PACK;
  if (isIntact) return INTACT;
  return findings.every(isFormatOnly) ? FORMAT_ONLY : DIFFERS;
}

main().then((code) => (process.exitCode = code), (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = NO_PACK;
});
