import { CellRefusal } from "../../src/formulas/told";
import { inCell, inCells } from "../../src/excel/cellError";
import { ERROR_CODE, FakeError } from "../support/builtAddin";

beforeAll(() => {
  Object.assign(globalThis, { CustomFunctions: { Error: FakeError, ErrorCode: ERROR_CODE } });
});

const fail = (error: unknown) => (): never => {
  throw error;
};

test("a refusal keeps its kind and its sentence", () => {
  expect(() => inCell(fail(new CellRefusal("na", "No sales.")))).toThrow(new FakeError("#N/A", "No sales.") as Error);
  expect(() => inCell(fail(new CellRefusal("value", "Bad day.")))).toThrow(new FakeError("#VALUE!", "Bad day.") as Error);
});

test("a cell of a range that cannot be told is an error of its own", () => {
  expect(inCells(() => [["Anker", 50], ["Nobody", new CellRefusal("na", "No buyer.")]])).toEqual([["Anker", 50], ["Nobody", new FakeError("#N/A", "No buyer.")]]);
});

test.each([[new TypeError("x is undefined"), "TypeError: x is undefined"], ["a text", "a text"], [undefined, "undefined"]])("our own fault (%p) is #VALUE! and says so", (thrown, found) => {
  try {
    inCell(fail(thrown));
    throw new Error("answered");
  } catch (error) {
    expect(error).toEqual(new FakeError("#VALUE!", `Open Account itself failed here, and the figure cannot be told. Please report it with this text: ${found}`));
  }
});

test("a sentence is never longer than a card can show", () => {
  try {
    inCell(fail(new CellRefusal("value", "x".repeat(1_000_000))));
  } catch (error) {
    expect((error as FakeError).message).toHaveLength(1000);
  }
  expect.assertions(1);
});
