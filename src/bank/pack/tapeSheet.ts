import { KINDS, RET } from "../../ledger/ledger";
import { NO_DAY } from "../../values/day";
import type { PackCell, PackSheet } from "./document";
import { DOCUMENT_RULES, ELIGIBLE_TEXT, RULE_TEXT, type DocumentRule } from "./packBase";
import type { PackData } from "./packData";
import { SheetDraft } from "./sheetDraft";

/** Open documents line by line: what every other sheet adds up. */
export function tapeSheet(data: PackData): PackSheet {
  const { say, position: { ledger, open }, day, choices, buyers } = data;
  const { documents } = ledger;
  const draft = new SheetDraft("invoices", data.sheetName("invoices"), [[16, "code"], [9, "text"], [30, "text"], [7, "text"], [12, "day"], [12, "day"], [16, "money"], [9, "count"], [9, "count"], [9, "count"], [8, "count"], [16, "money"], [13, "indented"], [16, "money"], [16, "money"]]);
  draft.title(say("tape.title"), ...data.under);
  const texts = [say("invoice"), say("code"), say("buyer"), say("tape.kind"), say("tape.issued"), say("tape.due"), say("open"), say("tape.age"), say("tape.late"), say("tape.disputed"), say("tape.line"), say("tape.pastDue"), say("tape.rule"), say("tape.left"), say("tape.ineligible")];
  draft.headingRow = draft.headings(texts);
  const first = draft.next;
  for (const i of data.tape) {
    const row = draft.next;
    const line = data.lineOf[documents.buyer[i]!]!;
    const due = documents.due[i]!;
    draft.add(
      data.numberOf(i, row - first),
      buyers[line]!.code, buyers[line]!.shown, KINDS[documents.kind[i]!]!, documents.issued[i]!, due === NO_DAY ? data.none : due, data.units(open[i]!),
      { formula: `AsOf-E${row}`, value: day - documents.issued[i]! },
      { formula: `IF(ISNUMBER(F${row}),AsOf-F${row},0)`, value: due === NO_DAY ? 0 : day - due },
      documents.disputed[i]!, line + 1, ...eligibility(data, i, row),
    );
  }
  const last = draft.next - 1;
  const columns: readonly (readonly [string, number])[] = [["tape_code", 1], ["tape_issued", 4], ["tape_due", 5], ["tape_open", 6], ["tape_age", 7], ["tape_late", 8], ["tape_disputed", 9], ["tape_line", 10], ["tape_pastdue", 11], ["tape_rule", 12], ["tape_left", 13], ["tape_out", 14], ["tape_number", 0], ["tape_name", 2]];
  for (const [name, column] of columns) draft.nameColumn(name, column, first, last);
  draft.onePage = false;
  draft.frozenColumns = 1;
  if (!choices.printInvoices) draft.printedTo = draft.headingRow;
  return draft.done();
}


/** Past due by the terms, the rule, what is left, what is out. A document's rule is the first in order of precedence; its buyer's facts stand in the buyers' table, at its line. */
function eligibility({ base, units, position: { open } }: PackData, i: number, row: number): readonly PackCell[] {
  const rule = base.ruleOf(i);
  const money = open[i]!;
  return [
    { formula: `IF(AND(OR(G${row}>0,CreditsInPrior=0),OR(AND(PastInvoiceOn=1,H${row}>PastInvoiceDays),AND(PastDueOn=1,I${row}>PastDueDays))),G${row},0)`, value: units(base.pastDueOf(i)) },
    { formula: ruleFormula(row), value: rule === undefined ? ELIGIBLE_TEXT : RULE_TEXT[rule] },
    { formula: `IF(M${row}="${ELIGIBLE_TEXT}",G${row},0)`, value: rule === undefined ? units(money) : 0 },
    { formula: `IF(M${row}="${ELIGIBLE_TEXT}",0,G${row})`, value: rule === undefined ? 0 : units(money) },
  ];
}

function ruleFormula(row: number): string {
  const fact = (on: string, column: string): string => `AND(${on}=1,INDEX(buyer_${column},K${row})=1)`;
  const conditions: Readonly<Record<DocumentRule, string>> = {
    affiliate: fact("AffiliatesOn", "affiliate"),
    retention: `D${row}="${KINDS[RET]}"`,
    pastDue: `L${row}<>0`,
    crossAge: `INDEX(buyer_cross,K${row})=1`,
    foreign: `AND(ForeignOn=1,INDEX(buyer_foreign,K${row})=1,INDEX(buyer_covered,K${row})=0)`,
    government: fact("GovernmentOn", "government"),
    disputed: `AND(DisputedOn=1,J${row}=1,G${row}>0)`,
    insolvent: `INDEX(buyer_insolvent,K${row})=1`,
  };
  return `${DOCUMENT_RULES.map((rule) => `IF(${conditions[rule]},"${RULE_TEXT[rule]}",`).join("")}"${ELIGIBLE_TEXT}"${")".repeat(DOCUMENT_RULES.length)}`;
}
