import { Memory, type Sources } from "../../src/formulas/memory";
import { makeHandle, parseHandle } from "../../src/formulas/handle";
import { Refusal } from "../../src/values/answer";
import type { Grid } from "../../src/values/cell";
import { dayOf } from "../../src/values/day";

const sheet = (amount: number): Grid => [
  ["Invoice", "Customer", "Invoice date", "Due date", "Amount"],
  ["1", "Anker", dayOf(2024, 1, 5), dayOf(2024, 2, 4), amount],
];
const sources = (invoices: Grid, policy?: Grid): Sources => ({ invoices, payments: undefined, buyers: undefined, policy });

test("a range read twice is read once, also when it comes as another array", () => {
  const memory = new Memory();
  const first = memory.read(sources(sheet(100)));
  expect(memory.read(sources(sheet(100))).reading).toBe(first.reading);
  expect(memory.read(sources(sheet(101))).reading).not.toBe(first.reading);
});

test("the same cells as policy or as payments are another reading", () => {
  const memory = new Memory();
  const policy = [["key", "value"], ["lateAfter", 5]];
  const keys = [sources(sheet(100)), sources(sheet(100), policy)].map((one) => memory.read(one).key);
  expect(new Set(keys).size).toBe(2);
});

test("beyond its bytes the oldest use leaves first, and the last reading stays however large", () => {
  const one = 75_000 + 60 * 10; // bytes counted for one of these sheets
  const memory = new Memory(2 * one);
  const [a, b] = [memory.read(sources(sheet(1))), memory.read(sources(sheet(2)))];
  expect(memory.find(a.key)).toBe(a);
  const c = memory.read(sources(sheet(3)));
  expect([a.key, b.key, c.key].map((key) => memory.find(key) !== undefined)).toEqual([true, false, true]);
  const small = new Memory(1);
  const last = small.read(sources(sheet(9)));
  expect(small.find(last.key)).toBe(last);
});

test("many small sheets are bounded too: an edit after the other leaves no trail", () => {
  const memory = new Memory(1_000_000);
  const keys = Array.from({ length: 50 }, (_, edit) => memory.read(sources(sheet(edit + 1))).key);
  expect(keys.filter((key) => memory.find(key) !== undefined)).toHaveLength(13);
});

test("a sheet that cannot be read is not remembered", () => {
  const memory = new Memory();
  for (let time = 0; time < 2; time++) expect(() => memory.read(sources([["a", "b"], [1, 2]]))).toThrow(Refusal);
});

test("a handle says which reading and which day, and reads back", () => {
  const { ledger } = new Memory().read(sources(sheet(100))).reading;
  const key = "0123456789abcdef";
  const plain = makeHandle(ledger, { key, asOf: undefined });
  expect(plain).toBe("1 invoice, 1 buyer to 2024-01-05 #0123456789abcdef00000");
  expect(parseHandle(plain)).toEqual({ key, asOf: undefined });
  expect(parseHandle(` ${makeHandle(ledger, { key, asOf: dayOf(2024, 3, 31) })} `)).toEqual({ key, asOf: dayOf(2024, 3, 31) });
  for (const text of ["", "#", "1 invoice #0123", "x".repeat(500) + "#0123456789abcdef00000"]) expect(parseHandle(text)).toBeUndefined();
});
