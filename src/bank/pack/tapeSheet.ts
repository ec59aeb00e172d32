import { KINDS } from "../../ledger/ledger";
import { NO_DAY } from "../../values/day";
import type { PackSheet } from "./document";
import type { PackData } from "./packData";
import { SheetDraft } from "./sheetDraft";
import { linesOf } from "./words";

/** Open documents line by line: what every other sheet adds up. */
export function tapeSheet(data: PackData): PackSheet {
  const { say, position: { ledger, open }, day, choices, buyers } = data;
  const { documents } = ledger;
  const draft = new SheetDraft("invoices", data.sheetName("invoices"), [[16, "code"], [9, "text"], [30, "text"], [7, "text"], [12, "day"], [12, "day"], [16, "money"], [9, "count"], [9, "count"], [9, "count"], [8, "count"]]);
  draft.title(say("tape.title"), ...data.under);
  const texts = [say("invoice"), say("code"), say("buyer"), say("tape.kind"), say("tape.issued"), say("tape.due"), say("open"), say("tape.age"), say("tape.late"), say("tape.disputed"), say("tape.line")];
  draft.headingRow = draft.headings(texts, Math.max(...texts.map((text) => linesOf(text, 9))));
  const first = draft.next;
  const lineOf = new Int32Array(ledger.buyers.count);
  buyers.forEach(({ place }, at) => (lineOf[place] = at));
  for (const i of data.tape) {
    const row = draft.next;
    const line = lineOf[documents.buyer[i]!]!;
    const due = documents.due[i]!;
    draft.add(
      choices.numbers ? (documents.number.at(i) ?? "") : `N${String(row - first + 1).padStart(6, "0")}`,
      buyers[line]!.code, buyers[line]!.shown, KINDS[documents.kind[i]!]!, documents.issued[i]!, due === NO_DAY ? data.none : due, data.units(open[i]!),
      { formula: `AsOf-E${row}`, value: day - documents.issued[i]! },
      { formula: `IF(ISNUMBER(F${row}),AsOf-F${row},0)`, value: due === NO_DAY ? 0 : day - due },
      documents.disputed[i]!, line + 1,
    );
  }
  const last = draft.next - 1;
  const columns: readonly (readonly [string, number])[] = [["tape_code", 1], ["tape_issued", 4], ["tape_due", 5], ["tape_open", 6], ["tape_age", 7], ["tape_late", 8], ["tape_disputed", 9]];
  for (const [name, column] of columns) draft.nameColumn(name, column, first, last);
  draft.onePage = false;
  draft.frozenColumns = 1;
  if (!choices.printInvoices) draft.printedTo = draft.headingRow;
  return draft.done();
}

