import { createHash } from "node:crypto";
import fc from "fast-check";
import { canonicalNumber, FormulaTemplate, SheetSealer } from "../../src/bank/pack/canonical";
import { canonicalText } from "../../src/bank/pack/canonicalText";
import { tokensOf } from "../../src/bank/pack/formulaTokens";
import { sha256Of, sha256OfLines, utf8 } from "../../src/values/sha256";
import { FilledFormula } from "../../src/pack/filledFormula";
import { SharedFormula } from "../../src/pack/sharedFormula";

const ANY_TEXT = fc.string({ unit: "binary", maxLength: 200 });

test("SHA-256 is Node's, of any text", () => {
  fc.assert(fc.property(ANY_TEXT, (text) => {
    expect(Buffer.from(utf8(text)).toString("hex")).toBe(Buffer.from(text, "utf8").toString("hex"));
    expect(sha256Of(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
  }));
  expect(sha256OfLines(["a", "b"])).toBe(sha256Of("ab"));
  expect(sha256Of("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"); // FIPS 180-4, example
});

test("numbers have the 15 digits that a file keeps", () => {
  expect(canonicalNumber(0.1 + 0.2)).toBe("0.3");
  expect(canonicalNumber(-0)).toBe("0");
  expect(canonicalNumber(1234567.89)).toBe("1234567.89");
  fc.assert(fc.property(fc.integer({ min: -1e13, max: 1e13 }), (minor) => {
    const saved = Number((minor / 100).toPrecision(15)); // what LibreOffice writes
    expect(canonicalNumber(saved)).toBe(canonicalNumber(minor / 100));
  }));
});

test("texts are one whatever their line ends and accents are made of", () => {
  expect(canonicalText("a\r\nb\tc\\")).toBe("a\\nb\\tc\\\\");
  expect(canonicalText("e\u0301")).toBe("é");
  expect(canonicalText("  =1+1 ")).toBe("  =1+1 ");
});

test("tokens are the formula again, and a text within is one token", () => {
  expect(tokensOf('IF(Sheet!$A$1="B7 #5",\'O\'\'Brien B7\'!C3,"")')).toEqual(["IF", "(", "Sheet", "!", "$A$1", "=", '"B7 #5"', ",", "'O''Brien B7'", "!", "C3", ",", '""', ")"]);
  fc.assert(fc.property(ANY_TEXT, (text) => expect(tokensOf(text).join("")).toBe(text)));
});

function sealed(cells: readonly (readonly [row: number, column: number, formula: string | undefined, value: number | string])[]): ReturnType<SheetSealer["finish"]> {
  const sealer = new SheetSealer();
  for (const one of cells) sealer.cell(...one);
  return sealer.finish();
}

test("a row has the same seal wherever it stands, the sheet has not", () => {
  const [here, below] = [sealed([[2, 0, undefined, 5], [2, 1, "A2*$B$1", 10]]), sealed([[3, 0, undefined, 5], [3, 1, "A3*$B$1", 10]])];
  expect(here.byRow[1]).toBe(below.byRow[2]);
  expect(here.hash).not.toBe(below.hash);
  expect(sealed([[2, 0, undefined, 5], [2, 1, "A1*$B$1", 10]]).byRow[1]).not.toBe(here.byRow[1]);
});

test("one changed cell is told by its row and its column; formula and value apart", () => {
  const cells = (value: number, formula: string | undefined): ReturnType<SheetSealer["finish"]> => sealed([[1, 0, undefined, "a"], [1, 1, "A1", 1], [2, 0, undefined, "b"], [2, 1, formula, value]]);
  const [was, now, bare] = [cells(2, "A2"), cells(3, "A2"), cells(2, undefined)];
  expect([was.byRow[0] === now.byRow[0], was.byRow[1] === now.byRow[1]]).toEqual([true, false]);
  expect([was.values[0] === now.values[0], was.values[1] === now.values[1], was.formulas[1] === now.formulas[1]]).toEqual([true, false, true]);
  expect([was.values[1] === bare.values[1], was.formulas[1] === bare.formulas[1]]).toEqual([true, false]);
});

test("a digit in a quoted text is not a row", () => {
  expect(sealed([[1, 0, 'IF(A1=1,"B1","")', 0], [2, 0, 'IF(A2=1,"B1","")', 0]]).byRow).toEqual([expect.any(String), sealed([[1, 0, 'IF(A1=1,"B1","")', 0]]).byRow[0]]);
  expect(sealed([[2, 0, 'IF(A2=1,"B2","")', 0]]).byRow[1]).not.toBe(sealed([[1, 0, 'IF(A1=1,"B1","")', 0]]).byRow[0]);
});

test("a formula that is shared is the same in each of its cells as if it were written there", () => {
  const shared = new SharedFormula('SUMIFS(tape_c,tape_code,$A8,tape_due,"<"&B$2)+C8', 8, 3);
  expect(shared.at(9, 3)).toBe('SUMIFS(tape_c,tape_code,$A9,tape_due,"<"&B$2)+C9');
  expect(shared.at(8, 4)).toBe('SUMIFS(tape_c,tape_code,$A8,tape_due,"<"&C$2)+D8');
});

describe("a formula filled down is known again in the file's own characters", () => {
  const WRITTEN = 'IF(AND(G7&gt;0,$H7&lt;&gt;H$2,\'Q1 2026\'!A7="B7 7"),ROUND(G7*1.7,2),A1)';
  const formula = (written: string): string => written.replace(/&gt;/g, ">").replace(/&lt;/g, "<");
  const filled = new FilledFormula(WRITTEN, formula(WRITTEN), 7);
  const isAt = (written: string, row: number): boolean => filled.isAt(`<f>${written}</f>`, 3, 3 + written.length, row);

  test("with the rows that move moved, and nothing else", () => {
    const below = 'IF(AND(G19&gt;0,$H19&lt;&gt;H$2,\'Q1 2026\'!A19="B7 7"),ROUND(G19*1.7,2),A13)';
    expect([isAt(WRITTEN, 7), isAt(below, 19)]).toEqual([true, true]);
    for (const other of [WRITTEN, below.replace("G19*", "G18*"), below.replace("H$2", "H$14"), below.replace("B7 7", "B19 7"), below.replace("A13", "A013"), below.replace("A13", "A1"), below.slice(0, -1), `${below})`]) expect([other, isAt(other, 19)]).toEqual([other, false]);
  });

  test("whatever the formula, nowhere but where its text is the template's in that row", () => {
    const piece = fc.constantFrom("A", "$B", "C$", "7", "12", "0", "(", ")", "+", '"', "'", "!", "Sheet1", "&amp;", "&lt;", ",", "INDEX", " ");
    fc.assert(fc.property(fc.array(piece, { maxLength: 12 }), fc.array(piece, { maxLength: 12 }), fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 30 }), (a, b, row, other) => {
      const plain = (written: string): string => written.replace(/&lt;/g, "<").replace(/&amp;/g, "&");
      const [first, second] = [a.join(""), b.join("")];
      const known = new FilledFormula(first, plain(first), row);
      const moved = new FormulaTemplate(plain(first), row).at(other);
      const written = moved.replace(/&/g, "&amp;").replace(/</g, "&lt;");
      for (const text of [first, second, written]) {
        if (known.isAt(text, 0, text.length, other)) expect(plain(text)).toBe(moved);
      }
    }), { numRuns: 2000 });
  });
});
