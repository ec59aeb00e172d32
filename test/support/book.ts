import type { Ledger } from "../../src/ledger/ledger";
import { KINDS } from "../../src/ledger/ledger";
import type { Reading } from "../../src/ledger/reading";
import { Refusal } from "../../src/values/answer";
import type { Cell, Grid } from "../../src/values/cell";
import { isoDay, NO_DAY, type Day } from "../../src/values/day";
import { scaleOf } from "../../src/values/money";
import { say, type Language } from "../../src/values/say";

/**
 * A sheet as a page of the books: one line a row, `|` between cells. Plain numbers become numbers, the rest stays text, a
 * blank cell is blank. `${...}` puts any cell in.
 */
export function book(lines: TemplateStringsArray, ...cells: readonly Cell[]): Grid {
  const mark = (at: number): string => `\u0001${at}\u0001`;
  const text = lines.map((line, at) => line + (at < cells.length ? mark(at) : "")).join("");
  return text.split("\n").filter((line) => line.trim() !== "").map((line) => line.split("|").map((cell) => cellOf(cell.trim(), cells)));
}

function cellOf(text: string, cells: readonly Cell[]): Cell {
  const put = /^\u0001(\d+)\u0001$/.exec(text);
  if (put !== null) return cells[Number(put[1])];
  return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(text) ? Number(text) : text;
}

/** The sentence a refusal says; fails when nothing is refused, and lets any other exception through. */
export function refusal(call: () => unknown, language: Language = "en"): string {
  try {
    call();
  } catch (error) {
    if (error instanceof Refusal) return say(error.reason, language);
    throw error;
  }
  throw new Error("Not refused");
}

const iso = (day: number): string => (day === NO_DAY ? "" : isoDay(day as Day));

/** What is open in the end, in currency units: amounts less everything that settled them. */
export function openIn({ documents, settlements, exponent }: Ledger): number {
  let open = 0;
  for (let i = 0; i < documents.count; i++) open += documents.amount[i]!;
  for (let s = 0; s < settlements.count; s++) open -= settlements.amount[s]!;
  return open / scaleOf(exponent);
}

/** Documents as lines to compare: buyer, number, kind, issued, due, amount, and each settlement as `day amount`. */
export function linesIn({ documents, settlements, buyers, exponent }: Ledger): string[] {
  const lines = Array.from({ length: documents.count }, (_, i) => {
    const buyer = documents.buyer[i]!;
    const who = buyers.id[buyer] || buyers.name[buyer]!;
    return [who, documents.number.at(i)!, KINDS[documents.kind[i]!]!, iso(documents.issued[i]!), iso(documents.due[i]!), String(documents.amount[i]! / scaleOf(exponent))];
  });
  for (let s = 0; s < settlements.count; s++) {
    lines[settlements.document[s]!]!.push(`${iso(settlements.day[s]!) || "undated"} ${settlements.amount[s]! / scaleOf(exponent)}`);
  }
  return lines.map((line) => line.join(" | "));
}

/** Doubts as `CODE row money`, in order. */
export function doubtsIn({ issues }: Pick<Reading, "issues">): string[] {
  return issues.map(({ code, row, amount }) => `${code} ${row} ${amount / 100}`);
}
