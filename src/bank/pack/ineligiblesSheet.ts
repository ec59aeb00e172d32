import { NO_DAY } from "../../values/day";
import { absolute } from "./address";
import type { PackSheet } from "./document";
import { BUYER_RULES, DOCUMENT_RULES, RULE_TEXT, type BuyerRule, type DocumentRule } from "./packBase";
import type { PackData } from "./packData";
import { cell, formula, SheetDraft } from "./sheetDraft";

/** Invoices listed under each rule, the largest first; all of them stand on the sheet of invoices with their rule. */
const LISTED = 100;

const COLUMN_OF: Readonly<Record<BuyerRule, string>> = { uncovered: "buyer_uncovered", contra: "buyer_contra", concentration: "buyer_excess" };

/** What each rule takes, in order of precedence, and the largest invoices under it. */
export function ineligiblesSheet(data: PackData): PackSheet {
  const { say } = data;
  const draft = new SheetDraft("ineligibles", data.sheetName("ineligibles"), [[34, "text"], [14, "count"], [20, "money"], [18, "engine"], [14, "check"], [34, "indented"]]);
  draft.title(say("ineligibles.title"), ...data.under);
  const byRule = documentsByRule(data);
  summary(draft, data, byRule);
  let some = false;
  for (const rule of DOCUMENT_RULES) {
    const places = byRule.get(rule);
    if (places === undefined) continue;
    some = true;
    listed(draft, data, rule, places);
  }
  if (!some) draft.add(cell(say("ineligibles.none"), "text"));
  draft.onePage = false;
  return draft.done();
}

/** Rows of the tape under each rule, from 0. */
function documentsByRule({ tape, base }: PackData): ReadonlyMap<DocumentRule, readonly number[]> {
  const found = new Map<DocumentRule, number[]>();
  tape.forEach((document, at) => {
    const rule = base.ruleOf(document);
    if (rule === undefined) return;
    const places = found.get(rule);
    if (places === undefined) found.set(rule, [at]);
    else places.push(at);
  });
  return found;
}

function summary(draft: SheetDraft, data: PackData, byRule: ReadonlyMap<DocumentRule, readonly number[]>): void {
  const { say, base, units, exponent } = data;
  draft.section(say("ineligibles.summary"));
  draft.headings([say("terms.rule"), say("ineligibles.documents"), say("amount"), say("engine"), say("check")]);
  const first = draft.next;
  const add = (label: string, count: ReturnType<typeof formula>, text: string, minor: number, name: string): void => {
    const row = draft.next;
    draft.nameCell(name, 2, row);
    draft.add(label, count, formula(`ROUND(${text},${exponent})`, units(minor)), cell(units(minor), "engine"), data.check(draft, 4, `ABS(C${row}-D${row})<${data.half}`));
  };
  for (const rule of DOCUMENT_RULES) {
    const text = RULE_TEXT[rule];
    add(say(`rule.${rule}`), formula(`COUNTIFS(tape_rule,"${text}")`, byRule.get(rule)?.length ?? 0), `SUMIFS(tape_out,tape_rule,"${text}")`, base.taken(rule), outName(rule));
  }
  for (const rule of BUYER_RULES) {
    const column = COLUMN_OF[rule];
    const count = data.buyers.filter(({ place }) => base.buyer(place)[rule === "concentration" ? "excess" : rule] > 0).length;
    add(`${say(`rule.${rule}`)} (${say("ineligibles.buyers")})`, formula(`COUNTIF(${column},">0")`, count), `SUM(${column})`, base.taken(rule), outName(rule));
  }
  const last = draft.next - 1;
  const total = [...DOCUMENT_RULES, ...BUYER_RULES].reduce((sum, rule) => sum + base.taken(rule), 0);
  const row = draft.next;
  draft.nameCell("Ineligible", 2, row);
  draft.add(cell(say("total"), "total"), undefined, formula(`ROUND(SUM(${absolute(2, first)}:${absolute(2, last)}),${exponent})`, units(total), "moneyTotal"), cell(units(total), "engine"), data.check(draft, 4, `ABS(C${row}-D${row})<${data.half}`));
  draft.blank();
}

/** The name of a rule's money on this sheet. */
export function outName(rule: DocumentRule | BuyerRule): string {
  return `Out_${rule}`;
}

function listed(draft: SheetDraft, data: PackData, rule: DocumentRule, places: readonly number[]): void {
  const { say, tape, position: { open, ledger }, units, buyers, lineOf } = data;
  const shown = [...places].sort((a, b) => Math.abs(open[tape[b]!]!) - Math.abs(open[tape[a]!]!) || a - b).slice(0, LISTED);
  draft.section(say("ineligibles.list", { rule: { word: `rule.${rule}` }, n: shown.length, count: places.length }).replace(/\n/g, "  "));
  draft.headings([say("invoice"), say("ineligibles.row"), say("open"), say("tape.due"), say("tape.late"), say("buyer")]);
  for (const at of shown) {
    const document = tape[at]!;
    const row = draft.next;
    const due = ledger.documents.due[document]!;
    const buyer = buyers[lineOf[ledger.documents.buyer[document]!]!]!;
    draft.add(formula(`INDEX(tape_number,B${row})`, data.numberOf(document, at), "code"), at + 1, formula(`INDEX(tape_open,B${row})`, units(open[document]!)), formula(`INDEX(tape_due,B${row})`, due === NO_DAY ? data.none : due, "dayRight"), formula(`INDEX(tape_late,B${row})`, due === NO_DAY ? 0 : data.day - due, "count"), formula(`INDEX(tape_code,B${row})&" "&INDEX(tape_name,B${row})`, `${buyer.code} ${buyer.shown}`, "indented"));
  }
  draft.blank();
}
