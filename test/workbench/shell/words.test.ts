import { within } from "../../../src/workbench/shell/Splitter";
import { words, WORDS, type Word } from "../../../src/workbench/shell/words";

test.each(Object.keys(WORDS) as Word[])("%s is said in both languages, with the same values to fill in", (word) => {
  const { en, zh } = WORDS[word];
  expect(en.trim()).not.toBe("");
  expect(zh.trim()).not.toBe("");
  const places = (text: string): string[] => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
  expect(places(zh)).toEqual(places(en));
});

test("values are filled in; a value that is missing shows its name", () => {
  expect(words("en")("opening", { name: "ledger.csv" })).toBe("Opening ledger.csv…");
  expect(words("zh")("opening")).toContain("{name}");
});

test("the pane keeps between 320 and 760 pixels", () => {
  expect([0, 320, 500.4, 9999].map(within)).toEqual([320, 320, 500, 760]);
});
