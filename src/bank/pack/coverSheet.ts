import type { PackSheet } from "./document";
import type { PackData } from "./packData";
import { rounded } from "./packData";
import { cell, formula, SheetDraft } from "./sheetDraft";

/** Insurer's limits against balances: what is covered and what is not. */
export function coverSheet(data: PackData): PackSheet {
  const { say, base, units, exponent: e } = data;
  const draft = new SheetDraft("cover", data.sheetName("cover"), [[10, "text"], [30, "text"], [9, "count"], [17, "money"], [17, "input"], [11, "inputShare"], [17, "money"], [17, "money"], [17, "money"], [15, "engine"], [10, "check"]]);
  draft.title(say("cover.title"), ...data.under);
  draft.headingRow = draft.headings([say("code"), say("buyer"), say("tape.line"), say("open"), say("cover.limit"), say("cover.share"), say("cover.covered"), say("cover.uncovered"), say("cover.over"), say("engine"), say("check")]);
  const first = draft.next;
  let [open, covered, over] = [0, 0, 0];
  data.buyers.forEach((buyer, at) => {
    const { insuredLimit, insuredShare } = base.buyer(buyer.place);
    if (!(insuredLimit > 0 && insuredShare > 0)) return;
    const row = draft.next;
    const balance = Math.max(0, buyer.open);
    const cover = rounded(Math.min(balance, insuredLimit) * insuredShare, 0);
    const above = Math.max(0, balance - insuredLimit);
    open += buyer.open;
    covered += cover;
    over += above;
    draft.add(
      buyer.code, buyer.shown, at + 1, formula(`INDEX(buyer_open,C${row})`, units(buyer.open)), units(insuredLimit), insuredShare,
      formula(`ROUND(MAX(0,MIN(D${row},E${row}))*F${row},${e})`, units(cover)), formula(`ROUND(D${row}-G${row},${e})`, units(buyer.open - cover)), formula(`ROUND(MAX(0,D${row}-E${row}),${e})`, units(above)),
      cell(units(cover), "engine"), data.check(draft, 10, `ABS(G${row}-J${row})<${data.half}`),
    );
  });
  const last = draft.next - 1;
  if (last < first) draft.add(cell(say("cover.none"), "text"));
  else {
    const sum = (column: string, minor: number): ReturnType<typeof formula> => formula(`ROUND(SUM(${column}${first}:${column}${last}),${e})`, units(minor), "moneyTotal");
    draft.add(cell(say("total"), "total"), undefined, undefined, sum("D", open), undefined, undefined, sum("G", covered), sum("H", open - covered), sum("I", over));
  }
  draft.blank();
  for (const line of say("cover.note").split("\n")) draft.add(cell(line, "small"));
  return draft.done();
}
