import { cashRatio } from "../receivables/cashRatio";
import { isTold } from "../receivables/figure";
import { Refusal } from "../values/answer";
import { askAmount, type Arg } from "./ask";
import { spoken } from "./book";

/** AR.CASHRATIO: no ledger, and so no language but English. Securities left blank are none. */
export function cashRatioFigure(cash: Arg, securities: Arg, currentLiabilities: Arg): number {
  try {
    const amount = (arg: Arg, argument: string, place: number, otherwise?: number): number => askAmount(arg, { argument, place }, otherwise);
    const ratio = cashRatio(amount(cash, "cash", 1), amount(securities, "securities", 2, 0), amount(currentLiabilities, "currentLiabilities", 3));
    if (isTold(ratio)) return ratio;
    throw new Refusal("na", ratio);
  } catch (error) {
    throw spoken(error, "en");
  }
}
