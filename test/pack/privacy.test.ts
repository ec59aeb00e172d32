import { makePack } from "../../src/bank/pack/makePack";
import { leaving } from "../../src/bank/pack/leaving";
import type { PackChoices } from "../../src/bank/pack/choices";
import { readLedger } from "../../src/ledger/readLedger";
import { refusal } from "../support/book";
import { verifyPack } from "../../src/pack/verifyPack";
import { writePack } from "../../src/pack/writePack";
import { Zip } from "../../src/pack/unzip";
import { BUYER_FACTS, DAY, TERMS, tradeLedger, tradeReading, TRADERS } from "./books";

/** Everything the file says, part by part, unpacked. */
async function everythingIn(choices: Partial<PackChoices>): Promise<string> {
  const zip = new Zip(await writePack(makePack(tradeReading(), TERMS, DAY, choices)));
  const parts = await Promise.all(zip.names.map((name) => zip.text(name)));
  return parts.join("\n").replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, "&");
}

/** Buyers that owe something on the day, as the full pack names them. */
function named(text: string): string[] {
  return TRADERS.filter((name) => text.includes(name.split("_x")[0]!));
}

test("anonymous: no cell, name, comment, property or sheet holds a buyer's name", async () => {
  expect(named(await everythingIn({})).length).toBeGreaterThan(8);
  for (const language of ["en", "zh", "both"] as const) expect(named(await everythingIn({ anonymous: true, language }))).toEqual([]);
});

test("small buyers have no name, the others have", async () => {
  const text = await everythingIn({ groupBelow: 700_000 });
  expect(named(text).length).toBeGreaterThan(2);
  expect(named(text).length).toBeLessThan(named(await everythingIn({})).length);
  expect(text).toContain("Buyer below 7,000.00");
});

test("invoices' own numbers stay at home unless chosen", async () => {
  expect(await everythingIn({})).toMatch(/INV-00\d{3}/);
  expect(await everythingIn({ numbers: false })).not.toMatch(/INV-00\d{3}|CN-00\d{3}/);
});

test("what the ledger holds besides never leaves: notes, contacts, salespeople", async () => {
  const grid = tradeLedger().map((row, k) => [...row, k === 0 ? "Memo" : `SECRET memo ${k}`, k === 0 ? "Salesperson" : "SECRET Agent"]);
  const zip = new Zip(await writePack(makePack(readLedger(grid, { buyers: BUYER_FACTS }), TERMS, DAY)));
  for (const name of zip.names) expect([name, (await zip.text(name))?.includes("SECRET")]).toEqual([name, false]);
});

describe("the seller's own view of its buyers leaves only where it is chosen", () => {
  const place = tradeReading().ledger.buyers.name.findIndex((name) => name !== "");
  const notes = [{ place, day: "2026-03-01", text: "=Promised to pay\nby Easter" }];
  const buyers = (choices: Partial<PackChoices>): string[][] | undefined =>
    makePack(tradeReading(), TERMS, DAY, choices).sheets.find(({ part }) => part === "buyers")?.rows.map((row) => (row ?? []).map((cell) => String(typeof cell === "object" ? (cell.value ?? "") : (cell ?? ""))));

  test("not by itself; scores without notes, notes without scores", async () => {
    expect(buyers({})).toBeUndefined();
    expect(await everythingIn({})).not.toMatch(/Late odds|Promised/);
    expect(await everythingIn({ scores: true })).not.toContain("Promised");
    const [onlyNotes, both] = [await everythingIn({ notes }), await everythingIn({ notes, scores: true })];
    expect([onlyNotes.includes("Late odds"), onlyNotes.includes("=Promised to pay"), both.includes("Late odds"), both.includes("Promised")]).toEqual([false, true, true, true]);
  });

  test("each buyer of the pack once, with its grade or why there is none; a code where buyers have codes", () => {
    const rows = buyers({ scores: true, anonymous: true })!.filter(([code]) => /^C\d{4}$/.test(code ?? ""));
    const tape = makePack(tradeReading(), TERMS, DAY).sheets.find(({ part }) => part === "invoices")!.rows.map((row) => JSON.stringify(row?.[1] ?? ""));
    expect(rows.map(([code]) => code)).toEqual([...new Set(tape.flatMap((cell) => /C\d{4}/.exec(cell)?.[0] ?? []))].sort());
    for (const [code, shown, grade, score] of rows) expect([code === shown, /^[A-E]$/.test(grade!) ? /^\d+$/.test(score!) : grade === "n/a" && score === "n/a"]).toEqual([true, true]);
  });

  test("the sheet of terms says what was left out, and nothing that was not", () => {
    const SCORES = "The borrower's scores of its buyers are not in this file.", NOTES = "Notes about buyers are not in this file.";
    const said = (choices: Partial<PackChoices>): boolean[] => [SCORES, NOTES].map((text) => leaving(makePack(tradeReading(), TERMS, DAY, choices)).texts.includes(text));
    expect([said({}), said({ scores: true }), said({ notes })]).toEqual([[true, true], [false, true], [true, false]]);
  });

  test("sealed and verified with the rest", async () => {
    const { isIntact, findings } = await verifyPack(await writePack(makePack(tradeReading(), TERMS, DAY, { notes, scores: true, language: "zh", paper: "letter" })));
    expect([isIntact, findings]).toEqual([true, []]);
  });
});

test("printed on the paper that is chosen, on every sheet", async () => {
  const papers = async (choices: Partial<PackChoices>): Promise<string[]> => [...new Set([...(await everythingIn(choices)).matchAll(/paperSize="(\d+)"/g)].map(([, size]) => size!))];
  expect([await papers({}), await papers({ paper: "letter" })]).toEqual([["9"], ["1"]]); // ECMA-376, 18.3.1.63
});

test("the preview lists every text of the file, and nothing else", async () => {
  const document = makePack(tradeReading(), TERMS, DAY, { anonymous: true });
  const { texts, columns, title } = leaving(document);
  const zip = new Zip(await writePack(document));
  const strings = [...(await zip.text("xl/sharedStrings.xml"))!.matchAll(/<t[^>]*>([^<]*)<\/t>/g)].map(([, text]) => text!.replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&").replace(/_x005F_/g, "_"));
  const sealed = /^[0-9a-f]{64}$|^(?:[0-9a-f]{8}|-)(?: (?:[0-9a-f]{8}|-))*$/; // the seal sheet's own
  const own = new Set(["Seal", "names", "certificate", "ageing", "ineligibles", "concentration", "cover", "trend", "invoices", "terms"]);
  const unlisted = strings.filter((text) => !texts.includes(text) && !sealed.test(text) && !own.has(text) && !Object.values(document.seal.words.labels).includes(text) && !document.seal.words.explained.includes(text));
  expect(unlisted.filter((text) => text.trim() !== "")).toEqual([]);
  expect(columns.find(({ heading }) => heading === "Buyer")!.examples[0]).toMatch(/^C\d{4}$/);
  expect(title).toBe("Borrowing base certificate");
});

test("a ledger that does not add up to its control total is refused with the difference", () => {
  const total = makePack(tradeReading(), TERMS, DAY).sheets[0]!.rows.flatMap((row) => row ?? []).find((cell) => typeof cell === "object" && cell.formula === "ROUND(SUM(tape_open),2)") as { value: number };
  const minor = Math.round(total.value * 100);
  expect(() => makePack(tradeReading(), TERMS, DAY, { control: minor })).not.toThrow();
  expect(refusal(() => makePack(tradeReading(), TERMS, DAY, { control: minor + 123 }))).toMatch(/: 1\.23 more\./);
});

test("money in doubt above one per cent is said on the first page", () => {
  const clean = makePack(tradeReading(), TERMS, DAY);
  expect(clean.warnings).toEqual([]);
  const grid = tradeLedger();
  grid.slice(1, 40).forEach((row, k) => ((row as unknown[])[3] = k % 2 === 0 ? "31/31/2026" : row[3])); // dates that are none
  const doubtful = makePack(readLedger(grid, { buyers: BUYER_FACTS }), TERMS, DAY);
  expect(doubtful.warnings.join()).toMatch(/Doubtful cells concern .* more than 1 %/);
  expect(JSON.stringify(doubtful.sheets[0]!.rows.slice(0, 12))).toContain("Doubtful cells concern");
});
