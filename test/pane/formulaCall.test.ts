import { argumentText, callIn, formulaOf, missing } from "../../src/pane/formula/call";
import { constantIn } from "../../src/pane/formula/evaluate";
import { signatureOf, signaturesMatching } from "../../src/pane/formula/signatures";

const parameter = (id: string, name: string) => signatureOf(id)!.parameters.find((one) => one.name === name)!;

test.each<[string, ReturnType<typeof callIn>]>([
  ["=AR.DSO(Ledger)", { id: "DSO", args: ["Ledger"], alone: true }],
  ['= AR.DSO( Ledger , , "a,b" )', { id: "DSO", args: ["Ledger", "", '"a,b"'], alone: true }],
  ["=_xldudf_AR_DSO(Ledger,DATE(2026,6,30))", { id: "DSO", args: ["Ledger", "DATE(2026,6,30)"], alone: true }],
  ["=ROUND(ar.dbt(Ledger,,A2),1)", { id: "DBT", args: ["Ledger", "", "A2"], alone: false }],
  ["=AR.VERSION()", { id: "VERSION", args: [], alone: true }],
  ["=XAR.DSO(Ledger)", undefined],
  ['="AR.DSO(Ledger)"', undefined],
  ["=AR.DSO(Ledger", undefined],
  ["AR.DSO(Ledger)", undefined],
  ["=SUM(A1:A9)", undefined],
])("the call in %s", (formula, call) => {
  expect(callIn(formula)).toEqual(call);
});

test("a million characters are looked through once", () => {
  expect(callIn(`=${"A".repeat(1_000_000)}`)).toBeUndefined();
  expect(callIn(`=AR.DSO(${"(".repeat(500_000)}`)).toBeUndefined();
});

test.each<[string, string, string, string | undefined]>([
  ["DSO", "buyer", 'Smith "&" Co', '"Smith ""&"" Co"'],
  ["DSO", "buyer", "+1+cmd|' /C calc'!A0", `"+1+cmd|' /C calc'!A0"`],
  ["DSO", "buyer", "=A2", "A2"],
  ["DSO", "buyer", '=HYPERLINK("x")', undefined],
  ["DSO", "asOf", "2026-06-30", "DATE(2026,6,30)"],
  ["DSO", "window", "90", "90"],
  ["DSO", "window", "B4", "B4"],
  ["DSO", "window", "1+SUM(A1)", undefined],
  ["AGING", "edges", "15, 45, 90", "{15,45,90}"],
  ["DSO", "method", "best", '"best"'],
  ["DSO", "ledger", "Invoices[#All]", "Invoices[#All]"],
  ["DSO", "ledger", "WEBSERVICE(1)", undefined],
  ["ISSUES", "detail", "TRUE", "TRUE"],
])("%s, %s: %s becomes an argument, never more", (id, name, typed, text) => {
  expect(argumentText(parameter(id, name), typed)).toBe(text);
});

test("a formula ends with its last given argument, and says what it lacks", () => {
  expect(formulaOf("DSO", ["Ledger", "", '"C-1"', "", ""])).toBe('=AR.DSO(Ledger,,"C-1")');
  expect(missing(signatureOf("CREDITSCORE")!, ["Ledger", ""])!.name).toBe("buyer");
  expect(missing(signatureOf("CASHRATIO")!, ["100", "", "400"])).toBeUndefined();
});

test("constants are what Excel takes them for", () => {
  expect([constantIn("DATE(2026,6,30)", 1900), constantIn("DATE(2026,6,30)", 1904)]).toEqual([46203, 46203 - 1462]);
  expect([constantIn('"a""b"', 1900), constantIn("true", 1900), constantIn("{30,60}", 1900), constantIn("A1", 1900)]).toEqual(['a"b', true, [[30, 60]], undefined]);
});

test("functions are found by name, else by what they answer", () => {
  expect(signaturesMatching("=AR.DSO", "en").slice(0, 2).map(({ id }) => id)).toEqual(["DSO", "DSOCHANGE"]);
  expect(signaturesMatching("账龄", "zh").map(({ id }) => id)).toContain("AGING");
  expect(signaturesMatching("zzz", "en")).toEqual([]);
});
