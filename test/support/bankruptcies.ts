import { readFileSync } from "node:fs";
import { altmanScore } from "../../src/credit/altman";
import { discrimination, emptySpread, ranked, spreadOf } from "../../src/credit/discrimination";
import { csvGrid, dataPath } from "./data";

/** Files of firms of which it is known whether they went bankrupt, by the year that the data's own README calls them. */
export const BANKRUPTCIES = [["polish_bankruptcy/1year.csv", 1], ["polish_bankruptcy/5year.csv", 5]] as const;

/** Columns of X1 to X4: working capital, retained earnings and EBIT by total assets, book equity by total liabilities. The last column is 1 for bankrupt. */
const RATIOS = [2, 5, 6, 7];

/** How well a lower Z tells the firms that went bankrupt, as AUC. A firm without one of the ratios is left out and counted. */
export function bankruptcyAuc(file: string, model: Parameters<typeof altmanScore>[0] = "Z''"): { readonly auc: number; readonly firms: number; readonly bankrupt: number; readonly without: number } {
  const rows = csvGrid(file).slice(1).map((row) => ({ ratios: RATIOS.map((column) => numberOf(String(row[column]))), bankrupt: row.at(-1) === "1" ? 1 : 0 }));
  const judged = rows.filter(({ ratios }) => ratios.every(Number.isFinite));
  const risk = ranked(Float64Array.from(judged, ({ ratios }) => -altmanScore(model, ratios)));
  const spread = spreadOf(risk, Uint8Array.from(judged, ({ bankrupt }) => bankrupt), Int32Array.of(0, judged.length), Uint16Array.of(1), emptySpread(risk));
  const bankrupt = judged.filter((one) => one.bankrupt === 1).length;
  return { auc: discrimination(spread)!.auc, firms: judged.length, bankrupt, without: rows.length - judged.length };
}

/** Missing is `?` or nothing. */
function numberOf(text: string): number {
  return text.trim() === "" ? NaN : Number(text);
}

/** AUC of Z'' by year as the README beside the data states it. */
export function statedBankruptcyAuc(year: number): number {
  const stated = new RegExp(`AUC of Z'' was .*?(0\\.\\d+) \\(year ${year} file\\)`).exec(readFileSync(dataPath("README.md"), "utf8"));
  if (stated === null) throw new Error(`The data's README states no AUC of Z'' for year ${year}`);
  return Number(stated[1]);
}
