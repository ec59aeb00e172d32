import type { CellContent, CellRule } from "../pane/host";

/** Codes of a host that knows no data validation: the sheet is right without it, only nothing watches what is typed. */
const NO_RULES: ReadonlySet<string> = new Set(["ApiNotFound", "ApiNotAvailable", "NotImplemented", "UnsupportedOperation"]);

/** What Excel lets a message hold; a longer one is refused with the whole request. */
const LONGEST_TITLE = 32, LONGEST_MESSAGE = 255;

/** Data validation, in a request of its own so that a host without it keeps the sheet. */
export async function writeRules(context: Excel.RequestContext, sheet: Excel.Worksheet, rules: readonly CellRule[]): Promise<void> {
  if (rules.length === 0) return;
  for (const { row, column, rows, columns, takes, says, otherwise } of rules) {
    const { dataValidation } = sheet.getRangeByIndexes(row, column, rows, columns);
    dataValidation.rule = ruleOf(takes);
    dataValidation.prompt = { showPrompt: true, ...shortened(says) };
    dataValidation.errorAlert = { showAlert: true, style: otherwise.refuses ? Excel.DataValidationAlertStyle.stop : Excel.DataValidationAlertStyle.warning, ...shortened(otherwise) };
  }
  try {
    await context.sync();
  } catch (error) {
    if (!(error instanceof OfficeExtension.Error) || !NO_RULES.has(error.code)) throw error;
  }
}

function ruleOf(takes: CellContent): Excel.DataValidationRule {
  switch (takes.kind) {
    case "day":
      return { date: { formula1: takes.from, formula2: takes.to, operator: Excel.DataValidationOperator.between } };
    case "number":
      return { decimal: { formula1: takes.from, formula2: takes.to, operator: Excel.DataValidationOperator.between } };
    case "list":
      return { list: { inCellDropDown: true, source: takes.values.join(",") } };
  }
}

function shortened({ title, message }: { readonly title: string; readonly message: string }): { title: string; message: string } {
  return { title: title.slice(0, LONGEST_TITLE), message: message.slice(0, LONGEST_MESSAGE) };
}
