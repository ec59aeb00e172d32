import { altmanScore, altmanZone, ALTMAN, NO_LIABILITIES_X4, type AltmanModel } from "../credit/altman";
import { errorIn, isBlank, plain, type Shown } from "../values/cell";
import { refuse } from "../values/answer";
import { askRange, askWord, foundText, type Arg } from "./ask";
import { spoken } from "./book";

const MODELS: readonly [AltmanModel, ...AltmanModel[]] = ["Z''", "Z", "Z'", "Z''EM"];

/**
 * AR.ZSCORE: Altman's score, or its zone, of the ratios X1 to X4 or X5 in one row or column; no ledger, so English. X4 as
 * #DIV/0! is a firm without liabilities and counts as 10; any other error, and assets of 0 with it, is refused.
 */
export function zScore(model: Arg, ratios: Arg, answer: Arg): Shown {
  try {
    const asked = askWord(model, { argument: "model", place: 1 }, MODELS);
    const score = altmanScore(asked, ratiosIn(ratios, asked));
    if (!Number.isFinite(score)) refuse("BAD_RATIO", { place: 2, ratio: "Z", found: String(score) });
    return askWord(answer, { argument: "answer", place: 3 }, ["score", "zone"]) === "zone" ? altmanZone(asked, score) : score;
  } catch (error) {
    throw spoken(error, "en");
  }
}

function ratiosIn(arg: Arg, model: AltmanModel): number[] {
  const cells = (askRange(arg) ?? []).flatMap((row) => row.map(plain)).slice(0, 100);
  const needed = ALTMAN[model].weights.length;
  if (cells.length !== 5 && cells.length !== needed) refuse("RATIO_COUNT", { place: 2, model, needed, found: cells.length });
  return cells.slice(0, needed).map((cell, at) => {
    if (at === 3 && errorIn(cell) === "#DIV/0!") return NO_LIABILITIES_X4;
    if (typeof cell !== "number" || isBlank(cell) || !Number.isFinite(cell)) return refuse("BAD_RATIO", { place: 2, ratio: `X${at + 1}`, found: foundText(cell) });
    return at === 3 ? Math.min(NO_LIABILITIES_X4, cell) : cell;
  });
}
