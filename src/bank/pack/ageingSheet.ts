import { aging, agingRow, type Aging } from "../../receivables/aging";
import { columnName } from "./address";
import type { PackCell, PackSheet } from "./document";
import type { PackData } from "./packData";
import { cell, formula, SheetDraft } from "./sheetDraft";

/** Buyers that have a line of their own in the ageing; a thousand lines of eight sums would take minutes to recalculate. */
export const LARGEST = 20;

/** Ageing by due date and by invoice date, and of the largest buyers. A bank's ageing nets nothing, whatever the policy shows elsewhere. */
export function ageingSheet(data: PackData): PackSheet {
  const { say, position, reading } = data;
  const [byDue, byInvoice] = (["due", "invoice"] as const).map((basis) => aging(position, { edges: reading.policy.buckets, credits: "separate", disputes: "memo", basis })) as [Aging, Aging];
  const draft = new SheetDraft("ageing", data.sheetName("ageing"), [[30, "text"], ...byDue.headings.map(() => [15, "money"] as const)]);
  draft.title(say("ageing.title"), ...data.under);
  const total = ofAll(draft, data, byDue);
  ofAll(draft, data, byInvoice);
  ofLargest(draft, data, byDue, total);
  for (const line of say("ageing.note").split("\n")) draft.add(cell(line, "small"));
  return draft.done();
}

/** One row of sums, its shares, the engine's figures below, and whether they agree. The row of sums. */
function ofAll(draft: SheetDraft, data: PackData, sheet: Aging): number {
  const { say, units } = data;
  draft.section(say(sheet.basis === "due" ? "ageing.due" : "ageing.invoice"));
  headings(draft, data, sheet, "");
  const last = columnName(sheet.headings.length);
  const row = draft.next;
  sums(draft, data, sheet, say("ageing.all"), sheet.all, "");
  draft.add(cell(say("share"), "small"), ...Array.from(sheet.all, (minor, k): PackCell => {
    const at = columnName(k + 1);
    return formula(`IF($${last}$${row}=0,0,ROUND(${at}${row}/$${last}$${row},6))`, data.ratio(minor, sheet.all.at(-1)!), "engineShare");
  }));
  draft.add(cell(say("engine"), "small"), ...Array.from(sheet.all, (minor): PackCell => cell(units(minor), "engine")));
  draft.add(cell(say("check"), "small"), data.check(draft, 1, `SUMPRODUCT(ABS(B${row}:${last}${row}-B${row + 2}:${last}${row + 2}))<${data.half}`));
  draft.blank();
  return row;
}

function headings(draft: SheetDraft, { say }: PackData, { edges, basis }: Aging, first: string): void {
  const from = basis === "due" ? 1 : 0;
  const spans = edges.map((edge, k) => say("ageing.days", { span: `${k === 0 ? from : edges[k - 1]! + 1}-${edge}` }));
  const texts = [first, ...(basis === "due" ? [say("ageing.notDue")] : []), ...spans, say("ageing.over", { edge: edges.at(-1)! }), say("ageing.noDue"), say("ageing.unapplied"), say("total")];
  draft.headings(texts);
}

function sums(draft: SheetDraft, data: PackData, sheet: Aging, label: string, own: Float64Array, buyer: string): void {
  const row = draft.next;
  const width = sheet.headings.length;
  const cells = bucketsOf(data, sheet, buyer).map((text, k): PackCell => (text === "" ? 0 : formula(`ROUND(${text},${data.exponent})`, data.units(own[k]!))));
  draft.add(label, ...cells, formula(`ROUND(SUM(B${row}:${columnName(width - 1)}${row}),${data.exponent})`, data.units(own[width - 1]!), "moneyTotal"));
}

/** Sums by column without the total, "" where there is none. Only debits have an age, all by due date or all by day of issue. */
function bucketsOf({ none }: PackData, { edges, basis }: Aging, buyer: string): string[] {
  const day = basis === "due" ? "tape_due" : "tape_issued";
  const debits = (rest: string): string => `SUMIFS(tape_open,tape_open,">0"${rest}${buyer})`;
  const span = (from: number, to: number | undefined): string => debits(`,${day},"<="&(AsOf-${from})${to === undefined ? "" : `,${day},">="&(AsOf-${to})`}`);
  return [
    ...(basis === "due" ? [debits(`,tape_due,">="&AsOf`)] : []),
    ...edges.map((edge, k) => span(k > 0 ? edges[k - 1]! + 1 : basis === "due" ? 1 : 0, edge)),
    span(edges.at(-1)! + 1, undefined),
    basis === "due" ? debits(`,tape_due,"${none}"`) : "",
    `SUMIFS(tape_open,tape_open,"<0"${buyer})`,
  ];
}

/** The largest buyers line by line, the others as what is left of the row of all. */
function ofLargest(draft: SheetDraft, data: PackData, sheet: Aging, total: number): void {
  const { say, units, exponent } = data;
  const width = sheet.headings.length;
  draft.section(say("ageing.buyers"));
  headings(draft, data, sheet, say("buyer"));
  const first = draft.next;
  const shown = data.buyers.slice(0, LARGEST);
  for (const { place, code, shown: name } of shown) sums(draft, data, sheet, name === code ? code : `${code} ${name}`, agingRow(sheet, place), `,tape_code,"${code}"`);
  const last = Math.max(first, draft.next - 1);
  const rest = (k: number): number => shown.reduce((left, { place }) => left - agingRow(sheet, place)[k]!, sheet.all[k]!);
  draft.add(say("others"), ...Array.from({ length: width }, (_, k): PackCell => {
    const at = columnName(k + 1);
    return formula(`ROUND(${at}$${total}-SUM(${at}${first}:${at}${last}),${exponent})`, units(rest(k)), k === width - 1 ? "moneyTotal" : "money");
  }));
  const at = columnName(width);
  draft.add(cell(say("check"), "small"), data.check(draft, 1, `ABS(SUM(${at}${first}:${at}${last + 1})-GrossReceivables)<${data.half}`));
  draft.blank();
}
