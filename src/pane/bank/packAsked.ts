import { DEFAULT_CHOICES, type PackChoices, type PackNote } from "../../bank/pack/choices";
import { RELEASE } from "../../formulas/version";
import { readNumber } from "../../ledger/readNumber";
import type { Buyers } from "../../ledger/ledger";
import { scaleOf, toMinor } from "../../values/money";
import { fileNameOf, type FileEntry } from "../creditFile";

/** The choices as they stand in the form: amounts are texts until they are read. */
export interface PackForm extends Pick<PackChoices, "language" | "anonymous" | "numbers" | "borrower" | "lender" | "printInvoices" | "paper" | "scores"> {
  readonly groupBelow: string;
  readonly control: string;
  readonly notes: boolean;
}

export function newForm(language: PackChoices["language"]): PackForm {
  const { anonymous, numbers, borrower, lender, printInvoices, paper, scores } = DEFAULT_CHOICES;
  return { language, anonymous, numbers, borrower, lender, printInvoices, paper, scores, notes: false, groupBelow: "", control: "" };
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

/** Undefined while an amount cannot be read. `notes`: all that there are, for whoever chose them. */
export function choicesIn(form: PackForm, exponent: number, notes: readonly PackNote[]): PackChoices | undefined {
  const { groupBelow, control, notes: withNotes, ...rest } = form;
  const [below, total] = [sumTyped(groupBelow, exponent), amountTyped(control, exponent)];
  if (Number.isNaN(below) || Number.isNaN(total)) return undefined;
  return { ...rest, groupBelow: below ?? 0, control: total, release: RELEASE, notes: withNotes ? notes : [] };
}

/** The notes that the workbook keeps about buyers of this ledger; decisions are no notes. */
export function notesIn(file: readonly FileEntry[], buyers: Buyers): PackNote[] {
  const places = new Map(buyers.id.map((_, place) => [fileNameOf(buyers, place), place]));
  return file.flatMap(({ kind, buyer, day, text }) => {
    const place = kind === "note" ? places.get(buyer) : undefined;
    return place === undefined ? [] : [{ place, day, text }];
  });
}
