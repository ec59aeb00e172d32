/** The step after the generator: what it completes, and what it refuses to build. */
import { complete, translate, type Translation } from "../../src/excel/metadata/overlay";

const metadata = {
  functions: [{ id: "DSO", name: "DSO", description: "Days of sales.", parameters: [{ name: "ledger", description: "The ledger", dimensionality: "matrix" }], result: {} }],
};
const words = { DSO: { description: "周转天数", parameters: { ledger: ["台账", "含标题行的区域"] } } };
const help = (id: string): string => `https://a.example/docs/${id}.html`;

test("errors may come in, and help is where it is", () => {
  const done = complete(structuredClone(metadata), help);
  expect(done.allowErrorForDataTypeAny).toBe(true);
  expect(done.functions[0]!.helpUrl).toBe("https://a.example/docs/DSO.html");
});

test("a function or an argument without a description is not built", () => {
  expect(() => complete({ functions: [{ ...metadata.functions[0]!, description: "" }] }, help)).toThrow("DSO has no description");
  expect(() => complete({ functions: [{ ...metadata.functions[0]!, parameters: [{ name: "ledger", description: "" }] }] }, help)).toThrow("DSO: ledger has no description");
});

test("a translation changes words and nothing else", () => {
  const [dso] = translate(metadata, words, "zh-cn").functions;
  expect(dso).toEqual({ ...metadata.functions[0], description: "周转天数", parameters: [{ name: "台账", description: "含标题行的区域", dimensionality: "matrix" }] });
});

test("help in another language has its own page", () => {
  const done = complete(structuredClone(metadata), help);
  expect(translate(done, words, "zh-cn").functions[0]!.helpUrl).toBe("https://a.example/docs/zh-cn/DSO.html");
});

test.each<[string, object, string]>([
  ["a function left out", {}, "zh-cn: no translation of DSO"],
  ["an argument left out", { DSO: { description: "周转天数", parameters: {} } }, "zh-cn: DSO has 1 parameters"],
  ["an argument called otherwise", { DSO: { description: "周转天数", parameters: { leger: ["台账", "含标题行的区域"] } } }, "zh-cn: no translation of DSO, ledger"],
  ["a function that does not exist", { ...words, DBT: { description: "超期天数", parameters: {} } }, "zh-cn: translations of functions that do not exist: DBT"],
])("%s stops the build", (_what, slipped, message) => {
  expect(() => translate(metadata, slipped as Translation, "zh-cn")).toThrow(message);
});
