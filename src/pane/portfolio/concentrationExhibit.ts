import { groupBalances, parentsOf } from "../../receivables/concentration";
import { position } from "../../receivables/position";
import type { Ledger } from "../../ledger/ledger";
import { isoDay } from "../../values/day";
import { say, type Language } from "../../values/say";
import { buyerName } from "../findBuyers";
import type { Words } from "../words";
import type { BookOn, Exhibit } from "./exhibit";

/** A curve is no finer than the pane is wide. */
const MOST_POINTS = 200;

/** Who holds what is open, the largest first, and the share that they hold together: what AR.TOPSHARE answers for each count. */
export function concentrationExhibit({ opened, day }: BookOn, words: Words, language: Language): Exhibit {
  const { ledger } = opened.reading;
  const held = heldBy(ledger, position(ledger, day).openByBuyer);
  const total = held.reduce((sum, { open }) => sum + open, 0);
  let together = 0;
  const rows = held.map(({ name, open }, at) => {
    together += open;
    return [at + 1, name, open, open / total, at === held.length - 1 ? 1 : together / total] as const;
  });
  const step = Math.max(1, Math.ceil(rows.length / MOST_POINTS));
  const drawn = rows.filter((_, at) => at % step === 0 || at === rows.length - 1);
  return {
    columns: [
      { heading: words.exhibits.rank, kind: "count" },
      { heading: words.portfolio.buyer, kind: "text" },
      { heading: words.portfolio.open, kind: "money" },
      { heading: words.portfolio.share, kind: "share" },
      { heading: words.exhibits.together, kind: "share" },
    ],
    rows,
    drawing: rows.length === 0 ? undefined : { kind: "lines", across: "count", at: [0, ...drawn.map(([rank]) => rank)], unit: "share", lines: [{ name: words.exhibits.together, values: [0, ...drawn.map((row) => row[4])] }] },
    notes: rows.length === 0 ? [say({ code: "NO_BALANCE", with: { day: isoDay(day) } }, language)] : [],
  };
}

/** Positive balances by ultimate parent where the ledger names one, as AR.TOPSHARE has them. */
function heldBy(ledger: Ledger, openByBuyer: Float64Array): { readonly name: string; readonly open: number }[] {
  const members = new Map<string, number[]>();
  parentsOf(ledger).forEach((group, buyer) => {
    const all = members.get(group);
    if (all === undefined) members.set(group, [buyer]);
    else all.push(buyer);
  });
  return [...groupBalances(ledger, openByBuyer)]
    .filter(([, open]) => open > 0)
    .map(([group, open]) => ({ name: groupName(ledger, members.get(group)!), open }))
    .sort((a, b) => b.open - a.open);
}

/** A group is called what the buyers' facts call its parent. */
function groupName({ buyers }: Ledger, members: readonly number[]): string {
  if (members.length === 1) return buyerName(buyers, members[0]!);
  const parent = members.map((buyer) => buyers.facts[buyer]?.get("parent")).find((fact) => fact !== undefined && fact !== "");
  const at = buyers.id.indexOf(String(parent));
  return at < 0 ? String(parent ?? buyerName(buyers, members[0]!)) : buyerName(buyers, at);
}
