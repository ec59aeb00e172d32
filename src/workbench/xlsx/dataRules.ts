import type { DataValidation } from "hucre/xlsx";
import { areaText } from "../model/a1";
import type { BookSnapshot } from "../model/bookSnapshot";
import type { DataCheck, DataOperator, DataRule } from "../model/dataRule";
import type { CarriedSheet } from "./carried";

/** The book with the rules that add-ins gave its sheets, beside those that its file brought. `rules`: by the sheet's place. */
export function withDataRules(book: BookSnapshot, rules: (sheet: number) => readonly DataRule[]): BookSnapshot {
  const sheets = book.sheets.map((sheet, at) => {
    const own = rules(at);
    if (own.length === 0) return sheet;
    const carried = (sheet.carried ?? {}) as CarriedSheet;
    return { ...sheet, carried: { ...carried, dataValidations: [...(carried.dataValidations ?? []), ...own.map((rule) => validationOf(rule, book.date1904 === true))] } };
  });
  return { ...book, sheets };
}

const OPERATOR: Readonly<Record<DataOperator, NonNullable<DataValidation["operator"]>>> = {
  Between: "between", NotBetween: "notBetween", EqualTo: "equal", NotEqualTo: "notEqual", GreaterThan: "greaterThan", LessThan: "lessThan", GreaterThanOrEqualTo: "greaterThanOrEqual", LessThanOrEqualTo: "lessThanOrEqual",
};

const TYPE = { WholeNumber: "whole", Decimal: "decimal", TextLength: "textLength", Date: "date", Time: "time" } as const;

function validationOf({ area, check, ignoreBlanks, prompt, alert }: DataRule, date1904: boolean): DataValidation {
  return {
    ...checkOf(check, date1904),
    range: areaText(area),
    allowBlank: ignoreBlanks,
    showInputMessage: prompt.show && prompt.message !== "",
    showErrorMessage: alert.show,
    errorStyle: alert.style === "Stop" ? "stop" : alert.style === "Warning" ? "warning" : "information",
    ...(prompt.title === "" ? {} : { inputTitle: prompt.title }),
    ...(prompt.message === "" ? {} : { inputMessage: prompt.message }),
    ...(alert.title === "" ? {} : { errorTitle: alert.title }),
    ...(alert.message === "" ? {} : { errorMessage: alert.message }),
  };
}

function checkOf(check: DataCheck, date1904: boolean): Pick<DataValidation, "type" | "operator" | "formula1" | "formula2" | "values"> {
  if (check.kind === "List") return check.source.startsWith("=") ? { type: "list", formula1: check.source.slice(1) } : { type: "list", values: check.source.split(",") };
  if (check.kind === "Custom") return { type: "custom", formula1: check.formula.replace(/^=/, "") };
  const limit = (value: string | number): string => limitOf(value, check.kind === "Date", date1904);
  return { type: TYPE[check.kind], operator: OPERATOR[check.operator], formula1: limit(check.from), ...(check.to === undefined ? {} : { formula2: limit(check.to) }) };
}

const DAY_OF_1970 = 25_569, DAYS_TO_1904 = 1462, MILLISECONDS = 86_400_000;

/** A day as its serial; a formula without its `=`; a number as it is. */
function limitOf(value: string | number, isDay: boolean, date1904: boolean): string {
  if (typeof value === "number") return String(value);
  if (value.startsWith("=")) return value.slice(1);
  const time = isDay ? Date.parse(`${value.slice(0, 10)}T00:00:00Z`) : NaN;
  return Number.isNaN(time) ? value : String(time / MILLISECONDS + DAY_OF_1970 - (date1904 ? DAYS_TO_1904 : 0));
}
