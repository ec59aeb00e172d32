import { makePack } from "../../src/bank/pack/makePack";
import type { FindingKind, Verification } from "../../src/pack/findings";
import { findingSentence } from "../../src/pack/findingWords";
import { placeOf, verifyPack } from "../../src/pack/verifyPack";
import { sealedPack, writePack } from "../../src/pack/writePack";
import { DAY, TERMS, tradeReading } from "./books";
import { rowXml, shifted, Tampered, type SheetOf } from "./tamper";

const document = makePack(tradeReading(), TERMS, DAY);
let pack: Uint8Array;
beforeAll(async () => {
  pack = await writePack(document);
});

/** What the tampering is, what it is told as, and where. What is recalculated anew differs besides: that is not asked here. */
type Case = readonly [what: string, kinds: readonly FindingKind[], place: string, change: (file: Tampered) => Promise<Tampered>];

const INVOICE = 8; // a row in the middle of the list
const value = (sheet: SheetOf, ref: string, of: (value: string) => string) => (file: Tampered): Promise<Tampered> => file.value(sheet, ref, of);
const plus = (by: number) => (text: string): string => String(Math.round((Number(text) + by) * 100) / 100);
const style = (sheet: SheetOf, ref: string, change: (xf: { font: string; fill: string; xf: string }) => { font?: string; fill?: string; numFmtId?: string }) => async (file: Tampered): Promise<Tampered> => {
  const more = change({ font: "", fill: "", xf: "" });
  let place = -1;
  await file.part("xl/styles.xml", (xml) => {
    let made = xml;
    const count = (name: string): number => Number(new RegExp(`<${name}[^>]*count="(\\d+)"`).exec(made)![1]);
    const append = (name: string, item: string): number => {
      const at = count(name);
      made = made.replace(`</${name}>`, `${item}</${name}>`).replace(new RegExp(`(<${name}[^>]*count=")\\d+`), `$1${at + 1}`);
      return at;
    };
    const fontId = more.font === undefined ? 0 : append("fonts", more.font);
    const fillId = more.fill === undefined ? 0 : append("fills", more.fill);
    place = append("cellXfs", `<xf numFmtId="${more.numFmtId ?? "4"}" fontId="${fontId}" fillId="${fillId}" borderId="0" xfId="0"/>`);
    return made;
  });
  return file.cell(sheet, ref, (cell) => cell.replace(/ s="\d+"/, ` s="${place}"`));
};

const CASES: readonly Case[] = [
  ["an amount, one cent more", ["amount"], `Invoices!G${INVOICE}`, value("invoices", `G${INVOICE}`, plus(0.01))],
  ["an amount ten times as large", ["amount"], `Invoices!G${INVOICE}`, value("invoices", `G${INVOICE}`, (text) => String(Number(text) * 10))],
  ["an amount's sign", ["amount"], `Invoices!G${INVOICE}`, value("invoices", `G${INVOICE}`, (text) => `-${text}`)],
  ["a due date, one day later", ["date"], `Invoices!F${INVOICE}`, value("invoices", `F${INVOICE}`, plus(1))],
  ["a date of issue, a month later", ["date"], `Invoices!E${INVOICE}`, value("invoices", `E${INVOICE}`, plus(30))],
  ["a due date taken away", ["date"], `Invoices!F${INVOICE}`, (file) => file.text("invoices", `F${INVOICE}`, "none")],
  ["a buyer's code", ["buyer"], `Invoices!B${INVOICE}`, (file) => file.text("invoices", `B${INVOICE}`, "C0005")],
  ["a buyer's name", ["buyer"], `Invoices!C${INVOICE}`, (file) => file.text("invoices", `C${INVOICE}`, "Somebody Else")],
  ["a buyer's line", ["buyer"], `Invoices!K${INVOICE}`, value("invoices", `K${INVOICE}`, plus(1))],
  ["an invoice number", ["number"], `Invoices!A${INVOICE}`, (file) => file.text("invoices", `A${INVOICE}`, "INV-99999")],
  ["what kind of document it is", ["rule"], `Invoices!D${INVOICE}`, (file) => file.text("invoices", `D${INVOICE}`, "DN")],
  ["a dispute", ["rule"], `Invoices!J${INVOICE}`, value("invoices", `J${INVOICE}`, (text) => String(1 - Number(text)))],
  ["the rule that a formula shows", ["rule"], `Invoices!M${INVOICE}`, value("invoices", `M${INVOICE}`, (text) => (text === "ELIGIBLE" ? "FOREIGN" : "ELIGIBLE"))],
  ["what a formula shows as left", ["figure"], `Invoices!N${INVOICE}`, value("invoices", `N${INVOICE}`, plus(5))],
  ["what a formula shows as past due", ["figure"], `Invoices!L${INVOICE}`, value("invoices", `L${INVOICE}`, plus(7))],
  ["days that a formula shows", ["figure"], `Invoices!I${INVOICE}`, value("invoices", `I${INVOICE}`, plus(-90))],
  ["a formula replaced by its value", ["formula"], `Invoices!N${INVOICE}`, (file) => file.formula("invoices", `N${INVOICE}`, () => "")],
  ["the rule replaced by its value", ["formula"], `Invoices!M${INVOICE}`, (file) => file.formula("invoices", `M${INVOICE}`, () => "")],
  ["a formula that looks at another row", ["formula"], `Invoices!H${INVOICE}`, (file) => file.formula("invoices", `H${INVOICE}`, () => `<f>AsOf-E${INVOICE + 1}</f>`)],
  ["a formula without a rule", ["formula"], `Invoices!M${INVOICE}`, (file) => file.formula("invoices", `M${INVOICE}`, (text) => `<f>${text.replace("ForeignOn=1", "ForeignOn=2")}</f>`)],
  ["a formula that asks the network", ["formula"], `Invoices!H${INVOICE}`, (file) => file.formula("invoices", `H${INVOICE}`, () => '<f>WEBSERVICE("http://x.example")</f>')],
  ["the sum on the first page replaced by its value", ["formula"], "Certificate!B", (file) => file.formula("certificate", "B8", () => "")],
  ["the sum on the first page as shown", ["figure"], "Certificate!B", value("certificate", "B8", plus(1000))],
  ["the engine's figure on the first page", ["figure"], "Certificate!C", value("certificate", "C8", plus(1000))],
  ["a label on the first page", ["text"], "Certificate!A", (file) => file.text("certificate", "A8", "Audited receivables")],
  ["a check that says DIFFERS", ["check", "figure"], "Certificate!D", value("certificate", "D8", () => "DIFFERS")],
  ["a check without its condition", ["formula"], "Certificate!D", (file) => file.formula("certificate", "D8", () => '<f>IF(1=1,"OK","DIFFERS")</f>')],
  ["a term: days past due", ["term"], "Terms!C12", value("terms", "C12", plus(30))],
  ["a term: the advance rate", ["term"], "Terms!C17", value("terms", "C17", () => "0.9")],
  ["a rule switched off", ["term"], "Terms!B6", value("terms", "B6", () => "0")],
  ["what a term means", ["term"], "Terms!E6", (file) => file.text("terms", "E6", "Receivables from affiliates are in.")],
  ["the day", ["term"], "Terms!C", (file) => file.sheet("terms", (xml) => xml.replace(`<v>${DAY}</v>`, `<v>${DAY - 30}</v>`))],
  ["a sum of the ageing", ["figure"], "Ageing!B6", value("ageing", "B6", plus(1))],
  ["the engine's figure in the ageing", ["figure"], "Ageing!C8", value("ageing", "C8", plus(1))],
  ["a fact about a buyer", ["figure"], "Concentration!", value("concentration", "I20", (text) => String(1 - Number(text)))],
  ["what we owe a buyer", ["figure"], "Concentration!", value("concentration", "M20", plus(10))],
  ["an insurer's limit", ["figure"], "Cover!E5", value("cover", "E5", plus(50000))],
  ["a receipt of an earlier month", ["figure"], "Trend!", value("trend", "D22", plus(100))],
  ["a row hidden", ["hidden"], `Invoices!${INVOICE}`, (file) => file.sheet("invoices", (xml) => xml.replace(`<row r="${INVOICE}"`, `<row r="${INVOICE}" hidden="1"`))],
  ["a row of no height", ["hidden"], `Invoices!${INVOICE}`, (file) => file.sheet("invoices", (xml) => xml.replace(`<row r="${INVOICE}"`, `<row r="${INVOICE}" ht="0.5" customHeight="1"`))],
  ["a column hidden", ["hidden"], "Invoices!G", (file) => file.sheet("invoices", (xml) => xml.replace('<col min="7" max="7"', '<col min="7" max="7" hidden="1"'))],
  ["a column of no width", ["hidden"], "Invoices!G", (file) => file.sheet("invoices", (xml) => xml.replace(/<col min="7" max="7" width="\d+"/, '<col min="7" max="7" width="0.1"'))],
  ["a sheet hidden", ["hidden"], "Ineligibles", (file) => file.part("xl/workbook.xml", (xml) => xml.replace('<sheet name="Ineligibles"', '<sheet state="veryHidden" name="Ineligibles"'))],
  ["a row deleted, its place left empty", ["rowDeleted"], `Invoices!${INVOICE}`, (file) => file.sheet("invoices", (xml) => xml.replace(rowXml(xml, INVOICE), ""))],
  ["a row deleted, the rest moved up", ["rowDeleted"], `Invoices!${INVOICE}`, (file) => file.sheet("invoices", (xml) => shifted(xml.replace(rowXml(xml, INVOICE), ""), INVOICE + 1, -1))],
  ["a row put in, the rest moved down", ["rowAdded"], `Invoices!${INVOICE}`, (file) => file.sheet("invoices", (xml) => shifted(xml, INVOICE, 1).replace(/(<row r="7".*?<\/row>)/s, (row) => row + shifted(rowXml(xml, 7), 7, 1).replace(/<v>[\d.]+<\/v>/g, "<v>1</v>")))],
  ["a row put in at the end", ["rowAdded"], "Invoices!", (file) => file.sheet("invoices", (xml) => xml.replace("</sheetData>", '<row r="900"><c r="G900"><v>5</v></c></row></sheetData>'))],
  ["two rows swapped", ["rowMoved"], `Invoices!${INVOICE}`, (file) => file.sheet("invoices", (xml) => swapped(xml, INVOICE, INVOICE + 1))],
  ["a sheet renamed", ["sheetRenamed"], "Ageing", (file) => renamed(file, "Ageing", "Overview")],
  ["a sheet deleted", ["sheetDeleted"], "Cover", (file) => file.part("xl/workbook.xml", (xml) => xml.replace(/<sheet name="Cover"[^>]*\/>/, ""))],
  ["two sheets in another order", ["sheetMoved"], "", (file) => file.part("xl/workbook.xml", (xml) => xml.replace(/(<sheet name="Ageing"[^>]*\/>)(<sheet name="Ineligibles"[^>]*\/>)/, "$2$1"))],
  ["a sheet added, hidden", ["sheetAdded"], "Notes", (file) => file.part("xl/workbook.xml", (xml) => xml.replace("</sheets>", '<sheet name="Notes" sheetId="99" state="hidden" r:id="rId1"/></sheets>'))],
  ["a name that points elsewhere", ["name"], "", (file) => file.part("xl/workbook.xml", (xml) => xml.replace(/(<definedName name="tape_open">Invoices!\$G\$)\d+/, "$17"))],
  ["a name taken away", ["name"], "", (file) => file.part("xl/workbook.xml", (xml) => xml.replace(/<definedName name="Availability">.*?<\/definedName>/, ""))],
  ["a hidden name", ["name"], "", (file) => file.part("xl/workbook.xml", (xml) => xml.replace("</definedNames>", '<definedName name="secret" hidden="1">"text"</definedName></definedNames>'))],
  ["a number format", ["format"], "Invoices", style("invoices", `G${INVOICE}`, () => ({ numFmtId: "3" }))],
  ["white on white", ["format"], "Invoices", style("invoices", `G${INVOICE}`, () => ({ font: '<font><sz val="10"/><color rgb="FFFFFFFF"/><name val="Arial"/></font>' }))],
  ["a ground of its own colour", ["format"], "Certificate", style("certificate", "A8", () => ({ numFmtId: "0", fill: '<fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill>' }))],
  ["cells merged", ["merged"], "Ageing", (file) => file.sheet("ageing", (xml) => xml.replace("</sheetData>", '</sheetData><mergeCells count="1"><mergeCell ref="B6:C6"/></mergeCells>'))],
  ["a digit of the seal", ["seal"], "Seal", (file) => file.part("xl/sharedStrings.xml", (xml) => xml.replaceAll(sealedPack(document).seal, `${"0".repeat(60)}abcd`))],
  ["the ledger's seal", ["seal"], "Seal", (file) => file.part("xl/sharedStrings.xml", (xml) => xml.replaceAll(sealedPack(document).ledgerSeal, "f".repeat(64)))],
  ["words in the seal's own row", ["text"], "Seal!C", (file) => file.sheet("seal", (xml) => xml.replace(/(<row r="\d+"[^>]*>(?:(?!<\/row>).)*?<c r="B(\d+)"[^>]*>(?:(?!<\/row>).)*?)(<\/row>)/s, (row, before: string, at: string, end: string) => row.includes("A5") ? `${before}<c r="C${at}" t="inlineStr"><is><t>Approved</t></is></c>${end}` : row))],
  ["a macro", ["foreign"], "", (file) => Promise.resolve(file.add("xl/vbaProject.bin", "x"))],
  ["a link to another book", ["foreign"], "", (file) => Promise.resolve(file.add("xl/externalLinks/externalLink1.xml", "<x/>"))],
  ["a comment", ["foreign"], "", (file) => Promise.resolve(file.add("xl/comments1.xml", "<x/>"))],
  ["a row in a comment, another under a prefix in its place", ["unreadable"], "Invoices", (file) => file.sheet("invoices", (xml) => xml.replace(rowXml(xml, INVOICE), (row) => `<!--${row}-->${underPrefix(row)}`))],
  ["a row under a prefix beside the one that is sealed", ["unreadable"], "Invoices", (file) => file.sheet("invoices", (xml) => xml.replace(rowXml(xml, INVOICE), (row) => row + underPrefix(row)))],
  ["a row that no program shows, by a name of its own", ["unreadable"], "Invoices", (file) => file.sheet("invoices", (xml) => xml.replace(`<row r="${INVOICE}"`, `<row xmlns="urn:x" r="${INVOICE}"`))],
  ["an amount that no program shows, by a name of its own", ["unreadable"], "Invoices", (file) => file.cell("invoices", `G${INVOICE}`, (cell) => cell.replace("<c ", '<c xmlns="urn:x" '))],
  ["the sealed rows as the alternative that is not taken", ["unreadable"], "Invoices", (file) => file.sheet("invoices", (xml) => xml.replace("<sheetData>", '<mc:AlternateContent><mc:Choice Requires="none"><sheetData>').replace("</sheetData>", "</sheetData></mc:Choice></mc:AlternateContent>"))],
  ["the last row where no program looks", ["rowDeleted"], "Invoices", (file) => file.sheet("invoices", (xml) => xml.replace(/(<row r="\d+"(?:(?!<row ).)*<\/row>)<\/sheetData>(.*?)<\/worksheet>/s, "</sheetData>$2<extLst><ext>$1</ext></extLst></worksheet>"))],
  ["a picture over the figures", ["foreign"], "Certificate", (file) => file.sheet("certificate", (xml) => xml.replace("</worksheet>", '<drawing r:id="rId9"/></worksheet>'))],
];

/** The same with another amount, as a program would read it and a search for `<row` would not. */
function underPrefix(row: string): string {
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  return row.replace(/<(\/?)(row|c|v|f|is|t)(?=[ >])/g, "<$1x:$2").replace("<x:row ", `<x:row xmlns:x="${main}" `).replace(/(<x:c r="G\d+"[^>]*><x:v>)[\d.-]+/, "$11");
}

function swapped(xml: string, a: number, b: number): string {
  const [first, second] = [rowXml(xml, a), rowXml(xml, b)];
  return xml.replace(first + second, shifted(second, b, a - b) + shifted(first, a, b - a));
}

async function renamed(file: Tampered, from: string, to: string): Promise<Tampered> {
  await file.part("xl/workbook.xml", (xml) => xml.replaceAll(`name="${from}"`, `name="${to}"`).replaceAll(`${from}!`, `${to}!`));
  return file.sheet("certificate", (xml) => xml.replaceAll(`${from}!`, `${to}!`).replaceAll(`'${from}'`, `'${to}'`));
}

function kindsOf({ findings }: Verification): FindingKind[] {
  return [...new Set(findings.map(({ kind }) => kind).filter((kind) => kind !== "recalculated"))].sort();
}

test("there are fifty and more", () => expect(CASES.length).toBeGreaterThanOrEqual(50));

test("the untouched pack is intact, every formula recalculated", async () => {
  const found = await verifyPack(pack);
  expect(found.findings).toEqual([]);
  expect([found.isPack, found.isIntact, found.checks.differs]).toEqual([true, true, 0]);
  expect(found.recalculated).toBeGreaterThan(500);
});

test.each(CASES)("%s", async (_, kinds, place, change) => {
  const found = await verifyPack((await change(new Tampered(pack))).bytes);
  expect([kindsOf(found), found.findings.map((one) => findingSentence(one, "en"))]).toEqual([[...kinds].sort(), expect.anything()]);
  const told = found.findings.find(({ kind }) => kind === kinds[kinds.length - 1])!;
  expect(placeOf(told)).toContain(place);
  expect(found.isIntact).toBe(false);
});

test("the sentence names invoice, buyer and place", async () => {
  const found = await verifyPack((await new Tampered(pack).value("invoices", `G${INVOICE}`, plus(0.01))).bytes);
  expect(findingSentence(found.findings[0]!, "en")).toMatch(new RegExp(`^Invoices!G${INVOICE}: an amount was changed; invoice (?:INV|CN)-\\d+, .+, now [\\d.]+$`));
  expect(findingSentence(found.findings[0]!, "zh")).toMatch(/金额被改动/);
});

test("a seal sent by another way is compared", async () => {
  const { seal } = sealedPack(document);
  expect((await verifyPack(pack, ` ${seal.toUpperCase()} `)).isIntact).toBe(true);
  expect(kindsOf(await verifyPack(pack, "0".repeat(64)))).toEqual(["seal"]);
});

test("what is no pack is said to be none", async () => {
  for (const bytes of [new Uint8Array(0), new TextEncoder().encode("a,b\n1,2"), pack.subarray(0, 2000)]) expect((await verifyPack(bytes)).isPack).toBe(false);
});
