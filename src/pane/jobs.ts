import type { Cell } from "../values/cell";
import type { Language } from "../values/say";
import { connectedSource, connectPlan } from "./connect";
import type { Block, Host, ReadHow } from "./host";
import { blockReference, freeName, freeTableName } from "./ledgerFormula";
import { mergePlan, type Merge } from "./mergeBuyers";
import { Trouble } from "./problem";
import { areBlank } from "./reconnect";
import type { Opened, Source } from "./source";
import { mergedKeys, paneChoices } from "./sourcePolicy";
import { templatePlan } from "./template";
import { wordsFor, type Words } from "./words";

export const DEFAULT_NAME = "Ledger";

/** One AR.LEDGER cell on a sheet of its own, and a name for it; the formula's policy range holds what was settled. */
export async function writeConnection(host: Host, opened: Opened, language: Language): Promise<{ source: Source; value: Cell }> {
  const name = freeName(DEFAULT_NAME, await host.takenNames());
  const { source } = opened;
  const choices = paneChoices(source, language, opened.dateSystem);
  const keys = choices.size === 0 ? choices : mergedKeys(opened.policyKeys, choices);
  const sheet = await host.addSheet(connectPlan(source, keys, name, wordsFor(language)));
  const written = (await host.namedFormulas()).find((named) => named.name === name);
  return { source: connectedSource(source, keys, name, sheet), value: written?.value };
}

/** An empty ledger as a table; answers its sheet and how a formula names it. */
export async function writeTemplate(host: Host, words: Words): Promise<{ sheet: string; reference: string }> {
  const table = freeTableName("Invoices", await host.takenNames());
  const sheet = await host.addSheet(templatePlan(table, words));
  return { sheet, reference: `${table}[#All]` };
}

const QUIETLY: ReadHow = { signal: new AbortController().signal, onProgress: () => undefined };

/** Writes a common parent for the buyers; the range is looked at again first, as it stands now. Answers it and its sheet. */
export async function writeMerge(host: Host, opened: Opened, merge: Merge, words: Words): Promise<{ reference: string; sheet: string }> {
  const own = opened.source.call.buyers;
  const block: Block | undefined = own === "" ? undefined : await host.read(own, QUIETLY);
  const { reference, write, needsEmpty } = mergePlan(opened.reading.ledger.buyers, merge, own, block, await host.takenNames(), words);
  if (write.kind === "sheet") return { reference, sheet: await host.addSheet(write.plan) };
  for (const cells of needsEmpty) if (!(await areBlank(host, blockReference(write.plan.sheet, cells)))) throw new Trouble({ kind: "noRoom", reference: own });
  await host.change(write.plan);
  return { reference, sheet: write.plan.sheet };
}
