import fc from "fast-check";
import { fromFile, fromGrid, toFile, toGrid } from "../../../src/workbench/grid/formulaText";

const NAMES = new Map([["ledger", "Ledger"], ["my.rate", "My.Rate"], ["总账", "总账"]]);

describe("as the grid's parser can read it", () => {
  test.each<[typed: string, grid: string]>([
    ["=@AR.DSO(Ledger)", "=AR.DSO(Ledger)"],
    ["=@SUM(A1:A3)+@A1", "=SUM(A1:A3)+A1"],
    ["=AR.OPEN( Ledger )", "=AR.OPEN(Ledger)"],
    ["=AR.OPEN( Ledger , \"a , b\" , 3 )", "=AR.OPEN(Ledger,\"a , b\",3)"],
    ["  = 1 + 2", "=1 + 2"],
    ["=SUM (A1)", "=SUM(A1)"],
    ["=SUM(A1,\n  A2)", "=SUM(A1,A2)"],
    ["=AR.DSO(LEDGER)&ledger(1)", "=AR.DSO(Ledger)&ledger(1)"],
    ["=my.rate*2+Sheet1!LEDGER", "=My.Rate*2+Sheet1!Ledger"],
    ["=ledger!A1", "=ledger!A1"],
    ["=\"ledger @ ( x )\"&'ledger @ 1'!A1", "=\"ledger @ ( x )\"&'ledger @ 1'!A1"],
    ["=SUM(Inv[@Amount])+SUM( Inv[[#All],[ledger ]] )", "=SUM(Inv[@Amount])+SUM(Inv[[#All],[ledger ]])"],
    ["=_xldudf_AR_DSO(Ledger)+_xlfn.XLOOKUP(1,A:A,B:B)", "=AR.DSO(Ledger)+XLOOKUP(1,A:A,B:B)"],
    ["=SUM({ 1, 2 ; 3, 4 })", "=SUM({1,2;3,4})"],
    ["=\"say \"\"ledger\"\" ( \"", "=\"say \"\"ledger\"\" ( \""],
    ["=IF( \"a\" , Ledger , 'x y'!A1 )", "=IF(\"a\",Ledger,'x y'!A1)"],
    ["=A1:B2 B1:C3", "=A1:B2 B1:C3"],
    ["=总账", "=总账"],
    ["=-ledger", "=-(Ledger)"],
    ["=IF(A1, - ledger, 2*-my.rate^2)", "=IF(A1,- (Ledger),2*-(My.Rate)^2)"],
    ["=1-ledger-A1", "=1-Ledger-A1"],
    ["=-A1+-TRUE-B$2+-SUM(A1)+-Inv[x]", "=-A1+-TRUE-B$2+-SUM(A1)+-Inv[x]"],
  ])("%s", (typed, grid) => {
    expect(toGrid(typed, NAMES)).toBe(grid);
    expect(toGrid(grid, NAMES)).toBe(grid);
  });

  test("no text makes it throw, and what stands in quotes is kept", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const quoted = `"${text.replace(/"/g, "\"\"")}"`;
        expect(toGrid(`=T( ${quoted} )`, NAMES)).toBe(`=T(${quoted})`);
        expect(toGrid(`=${text}`).startsWith("=")).toBe(true);
      }),
    );
  });
});

test("as people see it, a formula begins with =", () => {
  expect([fromGrid("=A1"), fromGrid("A1")]).toEqual(["=A1", "=A1"]);
});

describe("as a file stores it", () => {
  test.each<[typed: string, stored: string]>([
    ["=AR.DSO(Ledger)", "_xldudf_AR_DSO(Ledger)"],
    ["=SUM(1,ar.open(Ledger))", "SUM(1,_xldudf_AR_OPEN(Ledger))"],
    ["=XLOOKUP(1,A:A,B:B)+SUM(UNIQUE(A:A))", "_xlfn.XLOOKUP(1,A:A,B:B)+SUM(_xlfn.UNIQUE(A:A))"],
    ["=FILTER(A:A,B:B>0)", "_xlfn._xlws.FILTER(A:A,B:B>0)"],
    ["=LET(x,AR.DSO(Ledger),x*2)", "_xlfn.LET(_xlpm.x,_xldudf_AR_DSO(Ledger),_xlpm.x*2)"],
    ["=MAP(A1:A3,LAMBDA(v,v+1))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.v,_xlpm.v+1))"],
    ["=\"AR.DSO(x)\"&'AR.DSO('!A1", "\"AR.DSO(x)\"&'AR.DSO('!A1"],
    ["=STDEV.S(A1:A3)", "_xlfn.STDEV.S(A1:A3)"],
    ["=SUMIFS(Inv[Open],Inv[Buyer],\"a\")", "SUMIFS(Inv[Open],Inv[Buyer],\"a\")"],
  ])("%s", (typed, stored) => {
    expect(toFile(typed, "AR")).toBe(stored);
    expect(fromFile(stored).toUpperCase()).toBe(typed.toUpperCase());
  });
});
