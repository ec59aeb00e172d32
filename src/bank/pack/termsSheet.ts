import { issueKinds } from "../../ledger/issueKinds";
import { moneyText } from "../../values/money";
import { exponentOf, NO_CURRENCY } from "../../values/currency";
import { say as sentence } from "../../values/say";
import type { PackSheet, StyledCell } from "./document";
import { METHOD_VERSION } from "./ledgerText";
import type { PackData } from "./packData";
import { cell, formula, SheetDraft } from "./sheetDraft";
import { inBoth, linesOf, type WordKey } from "./words";

/** A rule of the lender as the sheet shows it. */
export interface TermRow {
  readonly rule: string;
  readonly on: StyledCell;
  readonly value: StyledCell;
  readonly source: string;
  readonly meaning: string;
  /** names of the cells of `on` and `value`, where formulas call them */
  readonly onName?: string;
  readonly valueName?: string;
}

export const METHOD_LINES = ["methods.gross", "methods.order", "methods.credits", "methods.concentration", "methods.cover", "methods.ageing", "methods.trend", "methods.seal"] as const satisfies readonly WordKey[];

/** What every figure rests on: the lender's terms, the ledger, the policy, the methods, what is doubtful, what was left out. */
export function termsSheet(data: PackData, terms: readonly TermRow[]): PackSheet {
  const { say } = data;
  const draft = new SheetDraft("terms", data.sheetName("terms"), [[26, "text"], [10, "inputText"], [18, "input"], [26, "wrapped"], [66, "wrapped"]]);
  draft.title(say("terms.title"), ...data.under);
  lender(draft, data, terms);
  ledger(draft, data);
  texts(draft, data, "terms.policy", data.reading.policy.text === "" ? [say("terms.policyNone")] : data.reading.policy.text.split("\n"));
  texts(draft, data, "terms.methods", METHOD_LINES.map((key) => say(key)));
  issues(draft, data);
  texts(draft, data, "terms.privacy", privacy(data));
  draft.onePage = false;
  return draft.done();
}

function lender(draft: SheetDraft, { say }: PackData, terms: readonly TermRow[]): void {
  draft.section(say("terms.lender"));
  draft.headings([say("terms.rule"), say("terms.on"), say("terms.value"), say("terms.source"), say("terms.meaning")]);
  for (const { rule, on, value, source, meaning, onName, valueName } of terms) {
    const row = draft.tall(Math.max(linesOf(meaning, 62), linesOf(source, 24)), rule, on, value, cell(source, "wrapped"), cell(meaning, "wrapped"));
    if (onName !== undefined) draft.nameCell(onName, 1, row);
    if (valueName !== undefined) draft.nameCell(valueName, 2, row);
  }
  for (const line of say("terms.change").split("\n")) draft.add(cell(line, "small"));
  draft.blank();
}

function ledger(draft: SheetDraft, data: PackData): void {
  const { say, reading: { ledger: book }, choices, units } = data;
  draft.section(say("terms.ledger"));
  draft.nameCell("AsOf", 2, draft.add(say("seal.asOf"), undefined, cell(data.day, "inputDay")));
  draft.add(say("terms.documents"), undefined, cell(book.documents.count, "count"));
  draft.add(say("terms.openDocuments"), undefined, formula('COUNTIF(tape_line,">0")', data.tape.length, "count"));
  draft.add(say("terms.buyers"), undefined, cell(data.buyers.length, "count"));
  draft.add(say("terms.first"), undefined, cell(book.firstDay, "dayRight"));
  draft.add(say("terms.last"), undefined, cell(book.lastDay, "dayRight"));
  const control = draft.next;
  draft.add(say("terms.control"), undefined, choices.control === undefined ? cell(say("terms.controlNone"), "right") : cell(units(choices.control), "money"),
    choices.control === undefined ? undefined : data.check(draft, 3, `ABS(C${control}-GrossReceivables)<${data.half}`));
  draft.add(say("terms.release"), undefined, cell(choices.release || say("none"), "right"));
  draft.add(say("terms.method"), undefined, cell(METHOD_VERSION, "right"));
  draft.blank();
}

function texts(draft: SheetDraft, { say }: PackData, title: WordKey, lines: readonly string[]): void {
  draft.section(say(title));
  for (const line of lines) for (const part of line.split("\n")) draft.add(cell(part, "text"));
  draft.blank();
}

/** Doubtful cells by kind, with their money; what a cell holds is left out, for it may be a name. */
function issues(draft: SheetDraft, data: PackData): void {
  const { say, reading, choices: { language } } = data;
  const kinds = issueKinds(reading);
  draft.section(say("terms.issues"));
  if (kinds.length === 0) draft.add(cell(say("terms.noIssues"), "text"));
  else draft.headings(["", say("terms.rows"), say("amount"), "", say("terms.issue")]);
  for (const { code, rows, amounts } of kinds) {
    const told = (one: "en" | "zh"): string => one === "en" ? `${sentence({ code: `issue.${code}` }, one)}. ${sentence({ code: `issue.${code}.done` }, one)}.` : `${sentence({ code: `issue.${code}` }, one)}。${sentence({ code: `issue.${code}.done` }, one)}。`;
    const text = language === "both" ? inBoth(told("en"), told("zh")) : told(language);
    const money = amounts.map(({ currency, minor }) => `${moneyText(minor, exponentOf(currency))}${currency === NO_CURRENCY ? "" : ` ${currency}`}`).join("\n");
    draft.tall(Math.max(linesOf(text, 62), amounts.length), code, cell(rows, "count"), cell(money, "right"), undefined, cell(text, "wrapped"));
  }
  draft.blank();
}

function privacy({ say, choices, exponent }: PackData): string[] {
  return [
    ...(choices.anonymous ? [say("privacy.anonymous")] : choices.groupBelow > 0 ? [say("privacy.small", { money: moneyText(choices.groupBelow, exponent) })] : []),
    ...(choices.numbers ? [] : [say("privacy.numbers")]),
    ...(choices.scores ? [] : [say("privacy.scores")]),
    ...(choices.notes.length > 0 ? [] : [say("privacy.notes")]),
    say("privacy.always"),
  ];
}
