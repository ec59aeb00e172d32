import type { ICellData, IRange, Nullable, ObjectMatrix } from "@univerjs/core";
import fc from "fast-check";
import { RangeMemory, type SheetLayers } from "../../../src/workbench/grid/rawRange";

type Matrix = ObjectMatrix<Nullable<ICellData>>;

const matrix = (cells: Record<number, Record<number, ICellData>>): Matrix => ({ getMatrix: () => cells }) as unknown as Matrix;
const range = (startRow: number, startColumn: number, endRow: number, endColumn: number): IRange => ({ startRow, startColumn, endRow, endColumn });

function layers(cells: Record<number, Record<number, ICellData>>, over: Partial<SheetLayers> = {}): SheetLayers {
  return { cells: matrix(cells), runtime: undefined, runtimeSpill: undefined, spill: undefined, spillRanges: undefined, ...over };
}

describe("a range read raw", () => {
  test("numbers, texts, booleans, blanks and errors, the first of them with its place", () => {
    const sheet = layers({ 0: { 0: { v: 1, t: 2 }, 1: { v: "007", t: 1 }, 2: { v: 1, t: 3 } }, 1: { 1: { v: "#REF!", t: 1 }, 2: { v: "#N/A", t: 4 } } });
    const read = new RangeMemory().read("s", range(0, 0, 1, 2), sheet, 1);
    expect(read.value).toEqual([[1, "007", true], ["", { type: "CustomFunctionError", code: "#REF!" }, "#N/A"]]);
    expect(read.error).toEqual({ error: "#REF!", where: "B2" });
  });

  test("a formula is read as the pass has it; one that is pending makes the range pending", () => {
    const cells = { 0: { 0: { f: "=A2", v: 5, t: 2 } } };
    const runtime = (v: string | number) => matrix({ 0: { 0: { v } } });
    const memory = new RangeMemory();
    expect(memory.read("s", range(0, 0, 0, 0), layers(cells), 1).value).toEqual([[5]]);
    expect(memory.read("s", range(0, 0, 0, 0), layers(cells, { runtime: runtime(6) }), 2).value).toEqual([[6]]);
    expect(memory.read("s", range(0, 0, 0, 0), layers(cells, { runtime: runtime("#GETTING_DATA") }), 3).pending).toBe(true);
  });

  test("a spill of the last pass is read until its formula has been calculated again", () => {
    const spilled = { spill: matrix({ 1: { 0: { v: 8 } } }), spillRanges: { 0: { 0: range(0, 0, 1, 0) } } };
    const cells = { 0: { 0: { f: "=X", v: 7, t: 2 } } };
    const memory = new RangeMemory();
    expect(memory.read("s", range(1, 0, 1, 0), layers(cells, spilled), 1).value).toEqual([[8]]);
    const again = { ...spilled, runtime: matrix({ 0: { 0: { v: 3 } } }) };
    expect(memory.read("s", range(1, 0, 1, 0), layers(cells, again), 2).value).toEqual([[""]]);
  });

  test("what is remembered is what a fresh read gives, after any writes", () => {
    const place = fc.record({ row: fc.integer({ min: 0, max: 7 }), column: fc.integer({ min: 0, max: 3 }), value: fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom("", "a", "#N/A")), formula: fc.boolean() });
    const area = fc.record({ row: fc.integer({ min: 0, max: 5 }), column: fc.integer({ min: 0, max: 2 }), rows: fc.integer({ min: 1, max: 3 }), columns: fc.integer({ min: 1, max: 2 }) });
    fc.assert(
      fc.property(fc.array(fc.record({ writes: fc.array(place, { maxLength: 3 }), read: area, sameRound: fc.boolean() }), { maxLength: 12 }), (steps) => {
        const cells: Record<number, Record<number, ICellData>> = {};
        const memory = new RangeMemory();
        let round = 0;
        for (const { writes, read, sameRound } of steps) {
          for (const { row, column, value, formula } of writes) {
            (cells[row] ??= {})[column] = { v: value, t: typeof value === "number" ? 2 : 1, ...(formula ? { f: "=X" } : {}) };
            memory.drop("s", range(row, column, row, column));
          }
          if (!sameRound) round++;
          const at = range(read.row, read.column, read.row + read.rows - 1, read.column + read.columns - 1);
          const remembered = memory.read("s", at, layers(cells), round);
          const fresh = new RangeMemory().read("s", at, layers(cells), round);
          for (const key of ["value", "content", "error", "pending"] as const) expect(remembered[key]).toEqual(fresh[key]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
