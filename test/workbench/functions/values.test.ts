import fc from "fast-check";
import { contentOf, contentOfScalar } from "../../../src/workbench/functions/contentKey";
import { BadMetadata, parameterAt, readFunctions } from "../../../src/workbench/functions/metadata";
import { outcomeValue } from "../../../src/workbench/functions/outcomeValue";

describe("the key of a range's content", () => {
  const cell = fc.oneof(fc.double({ noNaN: true }), fc.string({ maxLength: 6 }), fc.boolean(), fc.constant(""), fc.integer({ min: -3, max: 3 }));
  const grid = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 });

  test("is the same for the same cells, and another for others", () => {
    fc.assert(
      fc.property(grid, grid, (one, other) => {
        const text = (cells: unknown[][]): string => JSON.stringify(cells);
        expect(contentOf(one).key === contentOf(other).key).toBe(text(one) === text(other));
        expect(contentOf(structuredClone(one)).key).toBe(contentOf(one).key);
      }),
      { numRuns: 500 },
    );
  });

  test("tells apart what only looks the same, and where a cell stands", () => {
    const keys = [[["1"]], [[1]], [[true]], [["true"]], [[""]], [["", ""]], [[""], [""]], [["a", "b"]], [["b", "a"]], [["ab", ""]]].map((cells) => contentOf(cells).key);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test("100,000 ledgers that differ in one cent have 100,000 keys of at least 64 bits", () => {
    const keys = new Set<string>();
    for (let cent = 0; cent < 100_000; cent++) keys.add(contentOf([["Open"], [cent / 100]]).key);
    expect(keys.size).toBe(100_000);
    for (const key of [...keys].slice(0, 100)) expect(key).toMatch(/^2x1:[0-9a-f]{16}$/);
  });

  test("bytes are those of the JSON that travels, never less", () => {
    fc.assert(
      fc.property(grid, (cells) => {
        const json = new TextEncoder().encode(JSON.stringify(cells)).length;
        expect(contentOf(cells).bytes).toBeGreaterThanOrEqual(json);
        expect(contentOf(cells).bytes).toBeLessThanOrEqual(json * 1.5 + 16);
      }),
    );
    expect(contentOfScalar("账户").bytes).toBe(8);
  });
});

describe("what a function answered", () => {
  test.each<[answer: unknown, shown: object]>([
    [5, { kind: "value", value: 5 }],
    ["007", { kind: "value", value: "007" }],
    [false, { kind: "value", value: false }],
    [null, { kind: "value", value: 0 }],
    [[[7]], { kind: "value", value: 7 }],
    [[[1, 2], [3]], { kind: "spill", rows: [[1, 2], [3, ""]] }],
    [["a", "b"], { kind: "spill", rows: [["a"], ["b"]] }],
    [[], { kind: "error", error: "#CALC!" }],
    [NaN, { kind: "error", error: "#NUM!" }],
    [{ type: "Error", basicValue: "#N/A", message: "none" }, { kind: "error", error: "#N/A", message: "none" }],
    [[[1, { type: "Error", basicValue: "#REF!" }]], { kind: "spill", rows: [[1, { error: "#REF!", message: "" }]] }],
    [{ type: "FormattedNumber", basicValue: 3.5, numberFormat: "0.0" }, { kind: "value", value: 3.5 }],
    [{ type: "Entity", text: "Alder Ltd", properties: {} }, { kind: "value", value: "Alder Ltd" }],
    [{ anything: 1 }, { kind: "error", error: "#VALUE!" }],
  ])("%j", (answer, shown) => {
    expect(outcomeValue(answer)).toMatchObject(shown);
  });
});

describe("functions.json", () => {
  const json = {
    functions: [
      {
        id: "DSO", name: "DSO", description: "Days", helpUrl: "https://x", allowErrorForDataTypeAny: true, options: { cancelable: true, requiresAddress: true },
        parameters: [{ name: "ledger", dimensionality: "matrix", type: "any" }, { name: "asOf", dimensionality: "scalar", optional: true }],
      },
      { name: "JOIN", parameters: [{ name: "block", dimensionality: "matrix", repeating: true }] },
    ],
  };

  test("says arguments, their shape, and what a function wants to know", () => {
    const [dso, join] = readFunctions(json, "AR");
    expect(dso).toMatchObject({ id: "DSO", name: "AR.DSO", minArguments: 1, maxArguments: 2, cancelable: true, requiresAddress: true, allowsErrors: true, stream: false });
    expect(dso!.parameters.map((parameter) => [parameter.name, parameter.matrix, parameter.optional])).toEqual([["ledger", true, false], ["asOf", false, true]]);
    expect(join).toMatchObject({ id: "JOIN", minArguments: 0, maxArguments: 255, allowsErrors: false });
    expect(parameterAt(join!, 9)?.name).toBe("block");
    expect(parameterAt(dso!, 2)).toBeUndefined();
  });

  test("errors in arguments may be allowed for the whole file", () => {
    expect(readFunctions({ ...json, allowErrorForDataTypeAny: true }, "AR").map((info) => info.allowsErrors)).toEqual([true, true]);
  });

  test.each([[{}], [null], [{ functions: [3] }], [{ functions: [{}] }]])("%j is refused", (broken) => {
    expect(() => readFunctions(broken, "AR")).toThrow(BadMetadata);
  });
});
