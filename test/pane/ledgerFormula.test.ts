import fc from "fast-check";
import { cellAddress, columnLetters, freeName, freeTableName, isReference, makeLedgerFormula, parseLedgerFormula, sheetText, splitArguments } from "../../src/pane/ledgerFormula";

describe("a ledger's formula", () => {
  test.each([
    ["=AR.LEDGER(Invoices[#All])", { invoices: "Invoices[#All]", asOf: "", payments: "", buyers: "", policy: "" }],
    ["=ar.ledger( 'Open, items'!A1:J9 , DATE(2026,6,30) ,, Buyers[#All], $A$7:$B$9)", { invoices: "'Open, items'!A1:J9", asOf: "DATE(2026,6,30)", payments: "", buyers: "Buyers[#All]", policy: "$A$7:$B$9" }],
    ["=_xldudf_AR_LEDGER(Sheet1!A:I)", { invoices: "Sheet1!A:I", asOf: "", payments: "", buyers: "", policy: "" }],
    ["=AR.LEDGER(VSTACK(A1:B2,C1:D2))", { invoices: "VSTACK(A1:B2,C1:D2)", asOf: "", payments: "", buyers: "", policy: "" }],
    ["=AR.LEDGER('It''s, (so)'!A1:B2,45000)", { invoices: "'It''s, (so)'!A1:B2", asOf: "45000", payments: "", buyers: "", policy: "" }],
  ])("%s", (formula, call) => {
    expect(parseLedgerFormula(formula)).toEqual(call);
  });

  test("AR.JOIN is told apart, other formulas are none", () => {
    expect(parseLedgerFormula("=AR.JOIN(A1,A2)")).toEqual({ joins: ["A1", "A2"] });
    expect(parseLedgerFormula("=AR.DSO(Ledger)")).toBeUndefined();
    expect(parseLedgerFormula("AR.LEDGER(A1)")).toBeUndefined();
    expect(parseLedgerFormula("")).toBeUndefined();
  });

  test("arguments left out at the end are not written, those in between are", () => {
    expect(makeLedgerFormula({ invoices: "Invoices[#All]", asOf: "", payments: "", buyers: "Buyers[#All]", policy: "" })).toBe("=AR.LEDGER(Invoices[#All],,,Buyers[#All])");
  });

  test("what is made is parsed back", () => {
    const part = fc.constantFrom("", "Invoices[#All]", "'a,b'!A1:C3", "$A$7:$B$9", "DATE(2026,6,30)", "Inv[[#All],[Amount]:[Open]]");
    fc.assert(
      fc.property(part, part, part, part, (asOf, payments, buyers, policy) => {
        const call = { invoices: "Book[#All]", asOf, payments, buyers, policy };
        expect(parseLedgerFormula(makeLedgerFormula(call))).toEqual(call);
      }),
    );
  });

  test("splitting any text loses nothing but commas and blanks", () => {
    fc.assert(fc.property(fc.string(), (text) => splitArguments(text).join("").replace(/[\s,]/g, "") === text.replace(/[\s,]/g, "")));
  });
});

test("a reference is no calculation", () => {
  expect(["Invoices[#All]", "'Old (2024)'!A1:B2", "Ledger", "Sheet1!$A$1"].map(isReference)).toEqual([true, true, true, true]);
  expect(["", "VSTACK(A1,B1)", "FILTER(A1:B2,1)", '"text"', "{1,2}"].map(isReference)).toEqual([false, false, false, false, false]);
});

test("addresses as a formula writes them", () => {
  expect([0, 25, 26, 701, 702, 16383].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
  expect(cellAddress("Open items", 0, 1)).toBe("'Open items'!B1");
  expect(["Sheet1", "AB12", "It's", "台账", "2024"].map(sheetText)).toEqual(["Sheet1", "'AB12'", "'It''s'", "'台账'", "'2024'"]);
});

test("a taken name gets a number, without regard to case", () => {
  expect(freeName("Ledger", [])).toBe("Ledger");
  expect(freeName("Ledger", ["LEDGER"])).toBe("Ledger_2");
  expect(freeName("Ledger", ["ledger", "Ledger_2", "other"])).toBe("Ledger_3");
  expect(freeTableName("Invoices", ["INVOICES", "Invoices_2", "Invoices2"])).toBe("Invoices3");
});
