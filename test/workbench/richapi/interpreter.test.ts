import { BookStore } from "../../../src/workbench/model/bookStore";
import { MemoryBook } from "../../../src/workbench/model/MemoryBook";
import type { Action, ObjectPath, ResponseBody } from "../../../src/workbench/richapi/protocol";
import { OfficeCore } from "../../../src/workbench/transport/officeCore";

/** Requests as they stand on the wire, where the genuine client would not write them so, or to see what goes back. */
let book: MemoryBook;
let core: OfficeCore;
beforeEach(() => {
  book = new MemoryBook();
  core = new OfficeCore({ port: book, store: new BookStore(), document: { url: "Book1.xlsx", locale: "en-US" } });
});

const root: ObjectPath = { Id: 1, ObjectPathType: 1, Name: "" };
const sheets: ObjectPath = { Id: 3, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 };
const active: ObjectPath = { Id: 5, ObjectPathType: 3, Name: "GetActiveWorksheet", ParentObjectPathId: 3, ArgumentInfo: { Arguments: [] } };
const cell = (address: string): ObjectPath => ({ Id: 7, ObjectPathType: 3, Name: "GetRange", ParentObjectPathId: 5, ArgumentInfo: { Arguments: [address] } });
const act = (Id: number, ActionType: number, ObjectPathId: number, more: Partial<Action> = {}): Action => ({ Id, ActionType, Name: "", ObjectPathId, ...more });

function ask(actions: readonly Action[], ...paths: readonly ObjectPath[]): ResponseBody {
  const answer = core.answer(JSON.stringify({ Actions: actions, ObjectPaths: Object.fromEntries(paths.map((path) => [path.Id, path])) }));
  if (!answer.ok) throw new Error(`refused: ${answer.error}`);
  return JSON.parse(answer.body) as ResponseBody;
}

test("the documented exchange: sheet, range, values", () => {
  const body = ask([act(2, 1, 1), act(4, 1, 3), act(6, 1, 5), act(8, 1, 7), act(9, 3, 7, { Name: "_KeepReference", ArgumentInfo: { Arguments: [] } }), act(10, 1, 7), act(11, 2, 7, { QueryInfo: { Select: ["values"] } })], root, sheets, active, cell("A1:B2"));
  expect(body.Results).toEqual([
    { ActionId: 2, Value: {} },
    { ActionId: 4, Value: {} },
    { ActionId: 6, Value: { Id: book.activeSheet() } },
    { ActionId: 8, Value: {} },
    { ActionId: 9, Value: null },
    { ActionId: 10, Value: { _ReferenceId: "Range#1" } },
    { ActionId: 11, Value: { _ReferenceId: "Range#1", Values: [["", ""], ["", ""]] } },
  ]);
});

test("a path with an effect runs once, however often it is used", () => {
  const added: ObjectPath = { Id: 9, ObjectPathType: 3, Name: "Add", ParentObjectPathId: 3, ArgumentInfo: { Arguments: ["New"] } };
  ask([act(2, 1, 9), act(4, 2, 9, { QueryInfo: { Select: ["name"] } }), act(6, 1, 9)], root, sheets, added);
  expect(book.sheets().map((sheet) => sheet.name)).toEqual(["Sheet1", "New"]);
});

test("names are found in any case, items/ and isNullObject are no properties", () => {
  const body = ask([act(2, 2, 3, { QueryInfo: { Select: ["NAME", "isNullObject"] } })], root, sheets);
  expect(body.Results[0]!.Value).toEqual({ Count: 1, _Items: [{ Id: book.activeSheet(), Name: "Sheet1" }] });
});

test("it stops at the first failure and says where; traces before it are told", () => {
  const body = ask([act(2, 5, 0, { Name: "Trace" }), act(4, 4, 7, { Name: "Values", ArgumentInfo: { Arguments: [[[1]]] } }), act(6, 3, 7, { Name: "Nonsense", ArgumentInfo: {} }), act(8, 5, 0)], root, sheets, active, cell("A1"));
  expect(body.TraceIds).toEqual([2]);
  expect(body.Error).toEqual({ Code: "ApiNotFound", Message: "The workbench host does not implement Range.Nonsense().", HttpStatusCode: 404, ActionIndex: 2, Location: "" });
  expect(book.values({ sheet: book.activeSheet(), row: 0, column: 0, rows: 1, columns: 1 })).toEqual([[1]]);
});

test.each([
  ["a path that is not there", [act(2, 1, 99)], "InvalidReference"],
  ["a path without its parent", [act(2, 1, 21)], "InvalidReference"],
  ["a reference nobody kept", [act(2, 1, 23)], "InvalidReference"],
  ["a service nobody has", [act(2, 1, 25)], "ApiNotFound"],
  ["a service named like the prototype", [act(2, 1, 27)], "ApiNotFound"],
  ["an action of no known kind", [act(2, 44, 1)], "ApiNotFound"],
  ["setting what is read-only", [act(2, 4, 5, { Name: "Id", ArgumentInfo: { Arguments: ["x"] } })], "InvalidArgument"],
  ["setting what is not there", [act(2, 4, 5, { Name: "__proto__", ArgumentInfo: { Arguments: ["x"] } })], "ApiNotFound"],
  ["a cell of an object", [act(2, 4, 7, { Name: "Values", ArgumentInfo: { Arguments: [[[{}]]] } })], "InvalidArgument"],
])("%s", (_what, actions, code) => {
  const paths: ObjectPath[] = [root, sheets, active, cell("A1"), { Id: 21, ObjectPathType: 4, Name: "Worksheets" }, { Id: 23, ObjectPathType: 6, Name: "Range#9" }, { Id: 25, ObjectPathType: 2, Name: "Nobody" }, { Id: 27, ObjectPathType: 2, Name: "constructor" }];
  expect(ask(actions, ...paths).Error?.Code).toBe(code);
});

test("a port that throws is a GeneralException, and its step is closed", () => {
  const write = book.write.bind(book);
  book.write = () => {
    throw new Error("the grid is broken");
  };
  const body = ask([act(2, 4, 7, { Name: "Values", ArgumentInfo: { Arguments: [[[1]]] } })], root, sheets, active, cell("A1"));
  expect([body.Error?.Code, body.Error?.Message]).toEqual(["GeneralException", "the grid is broken"]);
  book.write = write;
  let events = 0;
  book.on(() => events++);
  book.write({ sheet: book.activeSheet(), row: 0, column: 0, rows: 1, columns: 1 }, [[1]]);
  expect(events).toBe(1);
});

test("a recursive query goes down as far as types are named", () => {
  const body = ask([act(2, 6, 7, { RecursiveQueryInfo: { Queries: { Range: { Select: ["address"] }, Worksheet: { Select: ["name"] } }, MaxDepth: 2 } })], root, sheets, active, cell("B2"));
  expect(body.Results[0]!.Value).toEqual({ Address: "Sheet1!B2", Worksheet: { Id: book.activeSheet(), Name: "Sheet1" } });
});

test("kept references are counted, dropped one by one, and all at once", () => {
  const keep = (address: string) => ask([act(2, 3, 7, { Name: "_KeepReference", ArgumentInfo: {} })], root, sheets, active, cell(address));
  const count = () => ask([act(2, 3, 1, { Name: "_GetReferenceCount", ArgumentInfo: {} })], root).Results[0]!.Value;
  keep("A1");
  keep("A2");
  expect(count()).toBe(2);
  ask([act(2, 3, 1, { Name: "_RemoveReference", ArgumentInfo: { Arguments: ["Range#1"] } })], root);
  expect(count()).toBe(1);
  ask([act(2, 3, 1, { Name: "_RemoveAllReferences", ArgumentInfo: {} })], root);
  expect(count()).toBe(0);
});

test("results of functions, as older clients send them, too", () => {
  const outcomes: unknown[] = [];
  core.functions.onOutcomes((some) => outcomes.push(...some));
  const service: ObjectPath = { Id: 3, ObjectPathType: 2, Name: "Microsoft.ExcelServices.CustomFunctions" };
  ask([act(2, 3, 3, { Name: "SetInvocationArrayResults", ArgumentInfo: { Arguments: [[[1, true, 5, []]]] } }), act(4, 3, 3, { Name: "SetInvocationResults", ArgumentInfo: { Arguments: [[{ id: 2, failed: true, value: "why", errorCode: 1 }]] } })], root, service);
  expect(outcomes).toEqual([{ invocation: 1, ok: true, value: 5 }, { invocation: 2, ok: false, error: "#N/A", message: "why" }]);
});

test("results of functions open no step of the workbook, reads and writes do", () => {
  let steps = 0;
  const begin = book.begin.bind(book);
  book.begin = () => {
    steps++;
    begin();
  };
  const functions: ObjectPath = { Id: 3, ObjectPathType: 4, Name: "CustomFunctions", ParentObjectPathId: 1 };
  ask([act(2, 3, 3, { Name: "SetInvocationArrayResults", ArgumentInfo: { Arguments: [[[1, true, 5, []]]] } })], root, functions);
  expect(steps).toBe(0);
  ask([act(2, 2, 3, { QueryInfo: { Select: ["name"] } })], root, sheets);
  expect(steps).toBe(1);
});
