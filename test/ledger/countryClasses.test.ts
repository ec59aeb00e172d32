/** The public list of country classes as it is pasted: made-up countries, in the layouts that the list has had. */
import fc from "fast-check";
import { countryClassOf, readCountryClasses } from "../../src/ledger/countryClasses";
import type { Grid } from "../../src/values/cell";
import { book, refusal } from "../support/book";

const PRINTED = book`
  Country Risk Classifications of the Participants to the Arrangement
  Valid as of 1 January 2030
   | Country Code ISO Alpha 3 | Country Name (1) | Classification | | Notes
   | | | Previous | Current Prevailing |
  1 | AAA | Alvania | 6 | 7 |
  2 | BBB | Borduria (3) | 0 | 0 |
  3 | CCC | Costaguana | - | - | (4)
  4 | DDD | Dinotopia | - | - | (5)
  5 | EEE | El Dorado | 3 | - | (6)
  (4) High Income OECD country not reviewed or classified
  (5) High Income Euro Area country not reviewed or classified
  (6) Not reviewed or classified
`;

test("three states: a class, high income, not reviewed; the current class and not the one before", () => {
  const list = readCountryClasses(PRINTED);
  expect(["AAA", "alvania", "BBB", "Borduria", "CCC", "Dinotopia", "EEE", "El  Dorado "].map((country) => countryClassOf(list, country))).toEqual(["7", "7", "0", "0", "highIncome", "highIncome", "notClassified", "notClassified"]);
  expect([list.countries, list.unread]).toEqual([5, []]);
});

test("a country that is not in the list has no state, and neither has a blank", () => {
  const list = readCountryClasses(PRINTED);
  for (const country of ["Freedonia", "", null, undefined, 7, "__proto__", "x".repeat(1_000_000), { type: "Error", basicValue: "#N/A" }]) expect(countryClassOf(list, country)).toBeUndefined();
});

test("as a plain table, with the note in words", () => {
  const list = readCountryClasses(book`
    country | class | remarks
    Alvania | 4 |
    Costaguana | | High income OECD
    Elbonia | n/a |
    __proto__ | 5 |
  `);
  expect(["Alvania", "Costaguana", "Elbonia", "__proto__"].map((country) => countryClassOf(list, country))).toEqual(["4", "highIncome", "notClassified", "5"]);
});

test("in Chinese", () => {
  const list = readCountryClasses(book`
    国家风险分类表
    国家代码 | 国家名称 | 上期等级 | 现行等级 | 备注
    AAA | 甲国 | 5 | 6 |
    BBB | 乙国 | - | - | 高收入国家，未分类
    CCC | 丙国 | - | - | 未审查
  `);
  expect(["甲国", "BBB", "丙国"].map((country) => countryClassOf(list, country))).toEqual(["6", "highIncome", "notClassified"]);
});

test("a class that there is not is said with its row, and is no class", () => {
  const list = readCountryClasses(book`
    Country | Class
    Alvania | 8
    Borduria | 2
    Costaguana | low
  `);
  expect(list.unread).toEqual([{ row: 2, found: "8" }, { row: 4, found: "low" }]);
  expect([countryClassOf(list, "Alvania"), list.countries]).toEqual([undefined, 1]);
});

test("a country twice: the same class is one, another is a refusal that names both rows", () => {
  expect(readCountryClasses([["Country", "Class"], ["Alvania", 4], ["ALVANIA", "4"]]).countries).toBe(2);
  expect(refusal(() => readCountryClasses([["Country", "Class"], ["Alvania", 4], ["Borduria", 1], ["alvania", 5]]))).toBe("Row 4: alvania stands in row 2 already, with another class. Keep one of the two.");
  expect(refusal(() => readCountryClasses([["国家", "等级"], ["甲国", 4], ["甲国", 5]]), "zh")).toMatch(/第 3 行.*第 2 行/);
});

test.each<[string, Grid]>([["nothing", []], ["a ledger", [["Invoice", "Customer", "Amount"], ["I-1", "Anker", 5]]], ["countries without classes", [["Country", "Capital"], ["Alvania", "Alva"]]], ["headings alone", [["Country", "Class"]]], ["classes that are none", [["Country", "Class"], ["Alvania", "good"]]]])("%s is no such list", (_what, grid) => {
  expect(refusal(() => readCountryClasses(grid))).toMatch(/no list of country classes/);
});

test("whatever stands in the cells, a list is read or refused, and at once", () => {
  const cell = fc.oneof(fc.string(), fc.integer(), fc.constantFrom<unknown>("Country", "Class", "-", "(4)", "(4) High Income", null, NaN, 1e308, "x".repeat(100_000), "(1)".repeat(3000), { type: "Error", basicValue: "#REF!" }));
  fc.assert(fc.property(fc.array(fc.array(cell as fc.Arbitrary<string>, { maxLength: 5 }), { maxLength: 30 }), (rows) => {
    const began = Date.now();
    try {
      for (const state of readCountryClasses([["Country", "Class", "Notes"], ...rows]).classes.values()) expect(state).toMatch(/^[0-7]$|^highIncome$|^notClassified$/);
    } catch (error) {
      expect(String(error)).toMatch(/Refusal|COUNTRY/);
    }
    expect(Date.now() - began).toBeLessThan(2000);
  }), { numRuns: 200 });
});
