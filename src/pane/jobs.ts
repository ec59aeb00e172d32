import type { Cell } from "../values/cell";
import type { Language } from "../values/say";
import { readCountryClasses } from "../ledger/countryClasses";
import { classColumn, countryClassPlan, type CountryClassPlan } from "./countryClassPlan";
import { connectedSource, connectPlan } from "./connect";
import type { Block, CellBlock, Host, ReadHow } from "./host";
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
  await checkRoom(host, own, write.plan.sheet, needsEmpty, words.merge.headings.parent);
  await host.change(write.plan);
  return { reference, sheet: write.plan.sheet };
}

/** Cells that a range grows over hold nothing, and no formula that shows nothing. */
async function checkRoom(host: Host, reference: string, sheet: string, needsEmpty: readonly CellBlock[], column: string): Promise<void> {
  for (const cells of needsEmpty) {
    const free = (await areBlank(host, blockReference(sheet, cells))) && (await host.formulasIn(sheet, cells)).every((row) => row.every((formula) => formula === ""));
    if (!free) throw new Trouble({ kind: "noRoom", reference, column });
  }
}

/** What an import of country classes came to. */
export type CountriesWritten = Pick<CountryClassPlan, "reference" | "classed" | "unlisted" | "kept" | "formulas"> & {
  readonly sheet: string;
  /** rows of the list, as its sheet counts them, whose class cannot be read */
  readonly unread: readonly number[];
};

/**
 * Writes the class of each buyer's country by the list that stands in `from`; list and range are read as they stand now. Cells
 * that say otherwise are written over only where `over` says so, formulas and cells beside the range never. Throws Refusal, Trouble.
 */
export async function writeCountryClasses(host: Host, opened: Opened, from: string, over: boolean, words: Words): Promise<CountriesWritten> {
  const { buyers: own } = opened.call;
  const list = await host.read(from, QUIETLY);
  const classes = readCountryClasses(list.grid);
  const block = await host.read(own, QUIETLY);
  const { sheet } = block.place;
  const place = classColumn(block, own, words);
  const held = place === undefined ? [] : await host.formulasIn(sheet, place);
  const planned = countryClassPlan(classes, own, block, { over, isFormula: (row) => (held[row]?.[0] ?? "") !== "" }, words);
  await checkRoom(host, own, sheet, planned.needsEmpty, words.countries.heading);
  if (planned.plan !== undefined) await host.change(planned.plan);
  const { reference, classed, unlisted, kept, formulas } = planned;
  return { reference, classed, unlisted, kept, formulas, sheet, unread: classes.unread.map(({ row }) => list.place.row + row) };
}
