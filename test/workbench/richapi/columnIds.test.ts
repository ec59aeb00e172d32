import { ColumnIds } from "../../../src/workbench/richapi/columnIds";

test("a column's number stays with its heading", () => {
  const ids = new ColumnIds();
  expect(ids.ids("t", ["Invoice", "Buyer", "Open"])).toEqual([1, 2, 3]);
  expect(ids.ids("t", ["Invoice", "Due", "Buyer", "Open"])).toEqual([1, 4, 2, 3]);
  ids.rename("t", "open", "Balance");
  expect(ids.ids("t", ["Balance", "Invoice"])).toEqual([3, 1]);
  expect(ids.ids("t", ["Balance", "Invoice", "Buyer", "__proto__"])).toEqual([3, 1, 5, 6]); // what was gone comes back as another
  expect(ids.ids("other", ["Invoice"])).toEqual([1]);
});
