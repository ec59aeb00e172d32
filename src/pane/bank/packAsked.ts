import { DEFAULT_CHOICES, type PackChoices } from "../../bank/pack/choices";
import { RELEASE } from "../../formulas/version";
import { readNumber } from "../../ledger/readNumber";
import { scaleOf, toMinor } from "../../values/money";

/** The choices as they stand in the form: amounts are texts until they are read. */
export interface PackForm extends Pick<PackChoices, "language" | "anonymous" | "numbers" | "borrower" | "lender" | "printInvoices"> {
  readonly groupBelow: string;
  readonly control: string;
}

export function newForm(language: PackChoices["language"]): PackForm {
  const { anonymous, numbers, borrower, lender, printInvoices } = DEFAULT_CHOICES;
  return { language, anonymous, numbers, borrower, lender, printInvoices, groupBelow: "", control: "" };
}

/** Minor units of an amount that was typed; undefined where it is empty, NaN where it is none. */
export function amountTyped(text: string, exponent: number): number | undefined {
  return text.trim() === "" ? undefined : toMinor(readNumber(text, undefined), scaleOf(exponent));
}

/** The same for what is 0 or more. */
export function sumTyped(text: string, exponent: number): number | undefined {
  const minor = amountTyped(text, exponent);
  return minor !== undefined && !(minor >= 0) ? NaN : minor;
}

/** Undefined while an amount cannot be read. */
export function choicesIn(form: PackForm, exponent: number): PackChoices | undefined {
  const { groupBelow, control, ...rest } = form;
  const [below, total] = [sumTyped(groupBelow, exponent), amountTyped(control, exponent)];
  if (Number.isNaN(below) || Number.isNaN(total)) return undefined;
  return { ...rest, groupBelow: below ?? 0, control: total, release: RELEASE };
}
