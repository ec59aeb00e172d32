import { lateOdds } from "../../credit/lateOdds";
import { scoreBook } from "../../credit/scoreBook";
import type { PackSheet } from "./document";
import type { PackData } from "./packData";
import { cell, SheetDraft } from "./sheetDraft";
import { linesOf } from "./words";

/** Letters in a note's column, and the most that a cell may hold of one. */
const NOTE_WIDTH = 70, LONGEST_NOTE = 32_000;

/** Our own view of the buyers, for whoever chooses to show it: scores and grades, notes. Not there unless chosen. */
export function buyersSheet(data: PackData): PackSheet | undefined {
  const { choices: { scores, notes }, say } = data;
  if (!scores && notes.length === 0) return undefined;
  const draft = new SheetDraft("buyers", data.sheetName("buyers"), [[10, "text"], [34, "text"], [14, "code"], [12, "count"], [14, "share"], [NOTE_WIDTH, "label"]]);
  draft.title(say("buyers.title"), ...data.under);
  if (scores) scoresOf(draft, data);
  if (notes.length > 0) notesOf(draft, data);
  return draft.done();
}

function scoresOf(draft: SheetDraft, { reading: { ledger, policy }, day, buyers, say }: PackData): void {
  draft.section(say("buyers.scores"));
  draft.headings([say("code"), say("buyer"), say("buyers.grade"), say("buyers.score"), say("buyers.odds")]);
  const book = scoreBook(ledger, day, policy);
  for (const { place, code, shown } of buyers) {
    const { grade, score } = book.buyers[place]!;
    const odds = lateOdds(ledger, day, policy, place);
    const untold = cell(say("notTold"), "right");
    draft.add(code, shown, grade ?? say("notTold"), score.known ? Math.round(score.value) : untold, odds.known ? cell(odds.value, "share") : untold);
  }
  for (const line of say("buyers.note", { days: policy.lateAfter }).split("\n")) draft.add(cell(line, "small"));
  draft.blank();
}

function notesOf(draft: SheetDraft, { choices: { notes }, buyers, say }: PackData): void {
  draft.section(say("buyers.notes"));
  draft.headings([say("code"), say("buyer"), say("buyers.day"), "", "", say("buyers.text")]);
  for (const { place, code, shown } of buyers) {
    for (const { day, text } of notes.filter((note) => note.place === place)) {
      const said = text.slice(0, LONGEST_NOTE);
      draft.tall(said.split("\n").reduce((lines, line) => lines + linesOf(line, NOTE_WIDTH - 2), 0), code, shown, day, undefined, undefined, said);
    }
  }
}
