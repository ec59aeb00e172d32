/** Writes what the pane's formula builder knows of the functions, from what was built. Run it after a build in which their doc comments changed. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtMetadata, ROOT } from "./builtAddin";

export const SIGNATURES = join(ROOT, "src/pane/formula/signatures.json");

/** The text of the file: one function a line. */
export function signaturesText(): string {
  const [english, chinese] = [builtMetadata().functions, builtMetadata("functions-zh-cn.json").functions];
  const lines = english.map(({ id, description, parameters }, at) => {
    const other = chinese[at]!;
    const { group } = JSON.parse(readFileSync(join(ROOT, `src/excel/help/${id}.json`), "utf8")) as { group: string };
    const own = parameters.map((one, p) => ({
      name: one.name,
      label: other.parameters[p]!.name,
      en: one.description,
      zh: other.parameters[p]!.description,
      ...(one.optional === true ? { optional: true } : {}),
      ...(one.repeating === true ? { repeating: true } : {}),
    }));
    return `  ${JSON.stringify({ id, group, en: description, zh: other.description, parameters: own })}`;
  });
  return `[\n${lines.join(",\n")}\n]\n`;
}

if (require.main === module) writeFileSync(SIGNATURES, signaturesText());
