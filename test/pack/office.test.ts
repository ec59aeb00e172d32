/** What a reader without the add-in has: LibreOffice opens the pack, recalculates it, saves it. */
import { makePack } from "../../src/bank/pack/makePack";
import { findingSentence } from "../../src/pack/findingWords";
import { openPackFile } from "../../src/pack/readPack";
import { verifyPack } from "../../src/pack/verifyPack";
import { writePack } from "../../src/pack/writePack";
import { textIn } from "../../src/workbench/xlsx/zip";
import { DAY, TERMS, tradeReading } from "./books";
import { Office, SOFFICE } from "./office";
import { Tampered } from "./tamper";

type Cells = Map<string, { formula: string | undefined; value: number | string }>;

async function cellsOf(bytes: Uint8Array): Promise<Cells> {
  const file = (await openPackFile(bytes))!;
  const cells: Cells = new Map();
  for (const sheet of file.sheets) await file.read(sheet, (row, column, formula, value) => cells.set(`${sheet.name}!${row},${column}`, { formula: formula?.at(row), value }));
  return cells;
}

const document = makePack(tradeReading(), TERMS, DAY, { language: "en" });

const LANGUAGES = ["en", "zh", "both"] as const;

(SOFFICE === undefined ? describe.skip : describe)("in LibreOffice", () => {
  type Name = (typeof LANGUAGES)[number] | "forged" | "changed";
  let made: Record<Name, Uint8Array>;
  let saved: Readonly<Record<Name, Uint8Array>>;

  beforeAll(async () => {
    const [en, zh, both] = await Promise.all(LANGUAGES.map((language) => writePack(makePack(tradeReading(), TERMS, DAY, { language }))));
    const forged = await new Tampered(en!).value("certificate", "B8", () => "999999.99").then((file) => file.value("invoices", "M8", () => "FORGED"));
    const changed = await new Tampered(en!).value("terms", "C17", () => "0.5");
    made = { en: en!, zh: zh!, both: both!, forged: forged.bytes, changed: changed.bytes };
    const office = new Office();
    try {
      saved = office.save(made);
    } finally {
      office.close();
    }
  }, 180_000);

  test("a forged result comes back right: the recalculation is a real one", async () => {
    const [was, forged, now] = await Promise.all([cellsOf(made.en), cellsOf(made.forged), cellsOf(saved.forged)]);
    expect([forged.get("Certificate!8,1")!.value, forged.get("Invoices!8,12")!.value]).not.toEqual([was.get("Certificate!8,1")!.value, was.get("Invoices!8,12")!.value]);
    expect([now.get("Certificate!8,1")!.value, now.get("Invoices!8,12")!.value]).toEqual([was.get("Certificate!8,1")!.value, was.get("Invoices!8,12")!.value]);
  });

  test.each(LANGUAGES)("recalculated and saved (%s), every formula is the engine's to the cent, every check OK, the seal whole", async (language) => {
    const [was, now] = await Promise.all([cellsOf(made[language]), cellsOf(saved[language])]);
    const formulas = [...was].filter(([, { formula }]) => formula !== undefined);
    expect(formulas.length).toBeGreaterThan(500);
    const differing = formulas.filter(([at, { value }]) => {
      const other = now.get(at)?.value;
      return typeof value === "number" ? !(Math.abs(Number(other) - value) < 0.000002) : other !== value;
    });
    expect(differing).toEqual([]);
    const [before, found] = [await verifyPack(made[language]), await verifyPack(saved[language])];
    expect(found.findings.map((one) => findingSentence(one, "en"))).toEqual([]);
    expect([found.isIntact, found.checks]).toEqual([true, { ok: before.checks.ok, differs: 0 }]);
  });

  test("a term changed there moves the base, and checks say so", async () => {
    const cells = await cellsOf(saved.changed);
    const was = await cellsOf(made.en);
    const [at, { formula }] = [...was].find(([, one]) => one.formula?.includes("*AdvanceRate,2)") === true)!;
    const [, eligible, insured] = /\((B\d+)-(B\d+)\)\*AdvanceRate,2\)/.exec(formula!)!;
    const on = (address: string): number => Number(was.get(`Certificate!${address.slice(1)},1`)!.value);
    expect(Number(cells.get(at)!.value)).toBeCloseTo(Number(was.get(at)!.value) - (on(eligible!) - on(insured!)) * 0.35, 1); // what is insured is advanced at its own rate
    expect([...cells.values()].filter(({ value }) => value === "DIFFERS").length).toBeGreaterThan(2);
    expect((await verifyPack(saved.changed)).findings.map(({ kind }) => kind)).toContain("term");
  });
});

test("the file has no add-in function, no link, no macro, and its formulas are old ones", async () => {
  const pack = await writePack(document);
  const cells = await cellsOf(pack);
  const words = new Set([...cells.values()].flatMap(({ formula }) => [...(formula ?? "").matchAll(/([A-Z][A-Z.]+)\(/g)].map(([, name]) => name)));
  expect([...words].sort()).toEqual(["ABS", "AND", "COUNTIF", "COUNTIFS", "IF", "INDEX", "ISNUMBER", "MAX", "MIN", "OR", "ROUND", "SUM", "SUMIFS", "SUMPRODUCT"]);
  const file = (await openPackFile(pack))!;
  expect(file.foreign).toEqual([]);
  expect(await textIn(pack, "[Content_Types].xml", 100_000)).not.toMatch(/macro|external|comments|drawing/i);
  expect([...cells.values()].filter(({ formula }) => formula !== undefined && /\bAR\.|http|\[/.test(formula))).toEqual([]);
});

test("a text that begins like a formula is a text", async () => {
  const cells = await cellsOf(await writePack(document));
  const names = [...cells].filter(([, { value }]) => value === "=1+1 Ltd");
  expect(names.length).toBeGreaterThan(0);
  for (const [, { formula }] of names) expect(formula === undefined || formula.startsWith("INDEX(")).toBe(true);
  expect([...cells.values()].some(({ value }) => value === "Dune_x0041_")).toBe(true); // and is not read as another
});

test("the same pack is the same file", async () => {
  expect(Buffer.compare(await writePack(document), await writePack(makePack(tradeReading(), TERMS, DAY)))).toBe(0);
});
