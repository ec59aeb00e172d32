/** The whole policy as a table: every key has its row, and what is written is what is read. */
import fc from "fast-check";
import { ledgerText } from "../../src/formulas/ledger";
import type { Policy } from "../../src/ledger/policy";
import { policySheet } from "../../src/ledger/policySheet";
import { policyParts } from "../../src/ledger/policyTable";
import { DEFAULT_POLICY, KEYS_READ, readPolicy } from "../../src/ledger/readPolicy";
import type { Cell, Grid } from "../../src/values/cell";
import type { Language } from "../../src/values/say";
import { refusal } from "../support/book";

const cellsOf = (policy: Policy, language: Language = "en"): Cell[][] => policySheet(policy, language).map(({ cells }) => [...cells]);
const readBack = (policy: Policy, language: Language): Policy => readPolicy(cellsOf(policy, language));
const bare = (policy: Policy): Policy => ({ ...policy, text: "" });
const bothLanguages: readonly Language[] = ["en", "zh"];
const keysOf = (policy: Policy): string[] => policyParts(policy).flatMap(({ keys }) => keys.map(({ key }) => key.toLowerCase()));

describe("the table", () => {
  test("has a row for every key that the reader takes, and no row that it does not", () => {
    const keys = keysOf(DEFAULT_POLICY);
    expect(KEYS_READ.plain.filter((key) => !keys.includes(key))).toEqual([]);
    expect(KEYS_READ.families.filter((family) => !keys.some((key) => key.startsWith(`${family}.`)))).toEqual([]);
    expect(keys.filter((key) => !KEYS_READ.plain.includes(key) && !KEYS_READ.families.includes(key.split(".")[0]!))).toEqual([]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("has a row for every grade of the keys by grade", () => {
    const keys = keysOf(DEFAULT_POLICY);
    for (const [family, letters] of [["grade", "abcd"], ["limitfactor", "abcde"], ["pd", "abcde"], ["review", "abcde"]] as const) {
      expect(keys.filter((key) => key.startsWith(`${family}.`))).toEqual([...letters].map((letter) => `${family}.${letter}`));
    }
  });

  test("says every row in both languages", () => {
    const [english, chinese] = [cellsOf(DEFAULT_POLICY, "en"), cellsOf(DEFAULT_POLICY, "zh")];
    expect(chinese.map(([key, value]) => [key, value]).filter(([key]) => /^[a-zA-Z.]+$/.test(String(key)))).toEqual(english.map(([key, value]) => [key, value]).filter(([key]) => /^[a-z][a-zA-Z.]+$/.test(String(key))));
    for (const [at, row] of policySheet(DEFAULT_POLICY, "zh").entries()) {
      if (row.is !== "key") expect(row.cells[0]).toMatch(/[\u4e00-\u9fff]/);
      else for (const place of [3, 4]) {
        expect(row.cells[place]).toMatch(/[\u4e00-\u9fff]/);
        expect(english[at]![place]).toMatch(/^[\x20-\x7e]{4,}$/);
        expect(row.cells[2]).not.toBe("");
      }
    }
  });

  test("shows defaults where nothing was set, and nothing where none holds", () => {
    const rows = new Map(cellsOf(DEFAULT_POLICY).map(([key, value]) => [key, value]));
    expect(["buckets", "lgd", "grade.B", "limitFactor.E", "scoreDisputed", "dateSystem"].map((key) => rows.get(key))).toEqual(["30, 60, 90", 0.45, -0.4, 0, "yes", 1900]);
    expect(["currency", "rate.USD", "pd.A", "margin", "holidays", "terms.CODE", "field.amount"].map((key) => rows.get(key))).toEqual(["", "", "", "", "", "", ""]);
  });
});

/** Any policy that a sheet can say, as rows of keys and values. */
const share = fc.double({ min: 0, max: 1, noNaN: true });
const anyRows: fc.Arbitrary<Cell[][]> = fc.record({
  backdate: fc.constantFrom("refuse", "asListed"), dateOrder: fc.constantFrom("ymd", "dmy", "mdy"), century: fc.integer({ min: 1900, max: 2101 }), decimalMark: fc.constantFrom(".", "comma"),
  credits: fc.constantFrom("separate", "fifo", "current", "ownDate"), disputes: fc.constantFrom("memo", "exclude"), retention: fc.constantFrom("exclude", "include"), bankBills: fc.constantFrom("in", "out"),
  blocks: fc.constantFrom("overlap", "cut"), rollUp: fc.constantFrom("off", "parent"), buckets: fc.constantFrom("30,60,90", "15", "1 2 3"), businessDays: fc.constantFrom("off", "roll"),
  holidays: fc.constantFrom("2025-12-25,2026-01-01", "2026-05-01"), dateSystem: fc.constantFrom(1900, 1904), language: fc.constantFrom("en", "zh"), currency: fc.constantFrom("EUR", "jpy"),
  lateAfter: fc.integer({ min: 0, max: 365 }), grace: fc.integer({ min: 0, max: 365 }), bookLateRate: fc.double({ min: 0.001, max: 0.999, noNaN: true }), scoreDisputed: fc.constantFrom("yes", "no", true, false),
  "limit.combine": fc.constantFrom("min", "median", "average"), "limit.safety": share, "limit.ownShare": share, "limit.netWorth": share, "limit.workingCapital": share, "limit.history": share,
  "grade.A": fc.double({ min: -3.5, max: -0.41, noNaN: true }), "limitFactor.C": share, "pd.D": share, "pd.A": fc.constantFrom("5%", 0.001), "review.E": fc.integer({ min: 1, max: 60 }), lgd: share, margin: share, costOfMoney: share,
  "terms.NAH4": fc.constantFrom(45, "EOM+30"), "terms.=X": fc.constantFrom(7), "field.amount": fc.constantFrom("=Total", "-", "0012", "合计"), "field.buyerId": fc.constantFrom("__proto__", "Kunde"),
}, { requiredKeys: [] }).map((keys) => Object.entries(keys).map(([key, value]): Cell[] => [key, value]));
const anyRates: fc.Arbitrary<Cell[][]> = fc.option(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { nil: undefined }).map((rate) => (rate === undefined ? [] : [["rate.USD", rate], ["rate.GBP.2026-06-30", rate * 2], ["rate.GBP@2026-01-31", rate * 3]]));

describe("written and read again", () => {
  test("it is the same policy, in either language", () => {
    fc.assert(fc.property(anyRows, anyRates, fc.constantFrom(...bothLanguages), (rows, rates, language) => {
      const policy = readPolicy(rates.length > 0 && !rows.some(([key]) => key === "currency") ? [...rows, ["currency", "EUR"], ...rates] : [...rows, ...rates]);
      const again = readBack(policy, language);
      expect(bare(again)).toEqual(bare(policy));
      expect(readBack(again, language).text).toBe(again.text);
    }), { numRuns: 300 });
  });

  test("under a title, without the columns for people, and with nothing set at all", () => {
    for (const language of bothLanguages) {
      const sheet = cellsOf(DEFAULT_POLICY, language);
      expect(bare(readPolicy([["Policy of this ledger"], [], ...sheet]))).toEqual(DEFAULT_POLICY);
      expect(bare(readPolicy(sheet.map((row) => row.slice(0, 2))))).toEqual(DEFAULT_POLICY);
    }
  });

  test("a slip names its row: an unknown key, a key twice, a value out of range", () => {
    const sheet = cellsOf(DEFAULT_POLICY);
    const rowOf = (key: string): number => sheet.findIndex((row) => row[0] === key);
    const edited = (key: string, ...cells: Cell[]): Grid => sheet.map((row, at) => (at === rowOf(key) ? [...cells, ...row.slice(cells.length)] : row));
    expect(refusal(() => readPolicy(edited("lgd", "lgdd", 0.4)))).toMatch(new RegExp(`Row ${rowOf("lgd") + 1} .*"lgdd".*lgd`));
    expect(refusal(() => readPolicy(edited("grace", "lateAfter", 3)))).toMatch(new RegExp(`Row ${rowOf("grace") + 1} .*row ${rowOf("lateAfter") + 1}`));
    expect(refusal(() => readPolicy(edited("lgd", "lgd", 1.2)), "zh")).toMatch(new RegExp(`第 ${rowOf("lgd") + 1} 行.*0 to 1`));
    expect(refusal(() => readPolicy(edited("grade.A", "grade.A", 2)))).toMatch(/increase/);
  });
});

test("a ledger's mark changes with the values of its policy, and a slip there is the cell's", () => {
  const invoices: Grid = [["Invoice", "Customer", "Invoice date", "Due date", "Amount"], ["I-1", "Anker", 45292, 45322, 1200]];
  const sheet = cellsOf(DEFAULT_POLICY);
  const marks = sheet.map((row, at) => ledgerText(invoices, null, null, null, row[0] === "grace" || row[0] === "lgd" ? sheet.map((one, other) => (other === at ? [one[0], 0.5 * Number(row[0] === "lgd") + 3 * Number(row[0] === "grace"), ...one.slice(2)] : one)) : sheet));
  expect(new Set(marks).size).toBe(3);
  expect(() => ledgerText(invoices, null, null, null, [["graces", 3]])).toThrow(/Row 1 of the policy/);
});
