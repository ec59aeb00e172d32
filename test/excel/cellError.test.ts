import { CellRefusal } from "../../src/formulas/told";
import { inCell, inCells } from "../../src/excel/cellError";
import { ERROR_CODE, FakeError } from "../support/builtAddin";

beforeAll(() => {
  Object.assign(globalThis, { CustomFunctions: { Error: FakeError, ErrorCode: ERROR_CODE } });
});

const fail = (error: unknown) => (): never => {
  throw error;
};

function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error("It answered");
}

test("a refusal keeps its kind and its sentence", () => {
  expect(thrown(() => inCell(fail(new CellRefusal("na", "No sales."))))).toEqual(new FakeError("#N/A", "No sales."));
  expect(thrown(() => inCell(fail(new CellRefusal("value", "Bad day."))))).toEqual(new FakeError("#VALUE!", "Bad day."));
});

test("a cell of a range that cannot be told is an error of its own", () => {
  expect(inCells(() => [["Anker", 50], ["Nobody", new CellRefusal("na", "No buyer.")]])).toEqual([["Anker", 50], ["Nobody", new FakeError("#N/A", "No buyer.")]]);
});

test.each([[new TypeError("x is undefined"), "TypeError: x is undefined"], ["a text", "a text"], [undefined, "undefined"]])("our own fault (%p) is #VALUE! and says so", (error, found) => {
  expect(thrown(() => inCell(fail(error)))).toEqual(new FakeError("#VALUE!", `Open Account itself failed here, and the figure cannot be told. Please report it with this text: ${found}`));
});

test("a sentence is never longer than a card can show", () => {
  expect((thrown(() => inCell(fail(new CellRefusal("value", "x".repeat(1_000_000))))) as FakeError).message).toHaveLength(1000);
});
