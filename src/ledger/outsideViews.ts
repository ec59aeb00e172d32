import { plain, type Cell } from "../values/cell";
import { textOf } from "./cellText";
import { moneyWord } from "./moneyWords";
import { readNumber } from "./readNumber";

/** Facts about a buyer that are words of a short list, or numbers in one cell: as they are kept, undefined where a cell cannot be read. */
export const FACT_READERS: ReadonlyMap<string, (cell: Cell) => string | undefined> = new Map([
  ["countryClass", countryClass],
  ["sectorView", sectorView],
  ["statementCurrency", currencyOf],
  ["references", references],
]);

const LONGEST = 200;

function folded(cell: Cell): string {
  const text = textOf(cell);
  return text.length > LONGEST ? "" : text.normalize("NFKC").trim().toLowerCase();
}

/** `0` to `7`, `highIncome` or `notClassified`: three states, and none of the latter two is a 0 (methods.md J). */
function countryClass(cell: Cell): string | undefined {
  const text = folded(cell);
  if (/^[0-7]$/.test(text)) return text;
  if (/high.?income|高收入/.test(text)) return "highIncome";
  return ["-", "nc", "n/c", "n.a.", "n/a", "none"].includes(text) || /not.?classified|unclassified|未分类|未评级/.test(text) ? "notClassified" : undefined;
}

const VIEWS: Readonly<Record<string, string>> = { low: "low", "低": "low", medium: "medium", "中": "medium", high: "high", "高": "high" };

function sectorView(cell: Cell): string | undefined {
  const text = folded(cell);
  return Object.hasOwn(VIEWS, text) ? VIEWS[text] : undefined;
}

function currencyOf(cell: Cell): string | undefined {
  return moneyWord(folded(cell))?.currency;
}

/** Limits that others grant, in one cell: `90,000 / 120,000; 100,000`. */
function references(cell: Cell): string | undefined {
  const value = plain(cell);
  if (typeof value === "number") return value >= 0 && Number.isFinite(value) ? String(value) : undefined;
  const amounts = folded(cell).split(/[/;；、\n|]/).filter((part) => part.trim() !== "").map((part) => readNumber(part.trim(), undefined));
  return amounts.length > 0 && amounts.every((amount) => amount >= 0) ? amounts.join(";") : undefined;
}
