import { GRADES } from "../../credit/score";
import type { Watch, Watched } from "../../credit/watch";
import type { State } from "../../credit/watchPolicy";
import type { Trigger } from "../../credit/watchTriggers";
import type { Buyers } from "../../ledger/ledger";
import type { Language } from "../../values/say";
import { entriesOf, fileNameOf, type FileEntry } from "../creditFile";
import { buyerName } from "../findBuyers";
import type { Format } from "../format";
import type { Words } from "../words";

export const SORTS = ["buyer", "grade", "raised", "overdue", "score", "open", "index"] as const;
export type Sort = (typeof SORTS)[number];

export const SHOWS = ["all", "raised", "fell", "rose"] as const;
export type Show = (typeof SHOWS)[number];

const SHOWN: Readonly<Record<Show, (one: Watched) => boolean>> = {
  all: () => true,
  raised: ({ triggers }) => triggers.length > 0,
  fell: ({ moved }) => moved > 0,
  rose: ({ moved }) => moved < 0,
};

/** What each column sorts by; a name is compared apart. Without a score or a grade a buyer stands last either way. */
const KEYS: Readonly<Record<Exclude<Sort, "buyer">, (one: Watched) => number | undefined>> = {
  grade: ({ grade }) => (grade === undefined ? undefined : GRADES.indexOf(grade)),
  overdue: ({ overdue }) => overdue,
  raised: ({ index }) => index,
  score: ({ score }) => (score.known ? score.value : undefined),
  open: ({ open }) => open,
  index: ({ index }) => index,
};

/** The buyers of a choice in the order of a column; equal ones by what they owe overdue, then by name. */
export function watchRows({ buyers }: Watch, all: Buyers, show: Show, sort: Sort, down: boolean, language: Language): Watched[] {
  const collator = new Intl.Collator(language === "zh" ? "zh-CN" : "en", { numeric: true });
  const names = new Map<number, string>();
  const name = (one: Watched): string => {
    const known = names.get(one.buyer) ?? buyerName(all, one.buyer);
    names.set(one.buyer, known);
    return known;
  };
  const byName = (a: Watched, b: Watched): number => collator.compare(name(a), name(b)) || a.buyer - b.buyer;
  const turn = down ? -1 : 1;
  const shown = buyers.filter(SHOWN[show]);
  if (sort === "buyer") return shown.sort((a, b) => turn * byName(a, b));
  const key = KEYS[sort];
  return shown.sort((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (one === undefined || other === undefined) return one === other ? byName(a, b) : one === undefined ? 1 : -1;
    return turn * (one - other) || b.overdue - a.overdue || byName(a, b);
  });
}

/** The state by the readings; a person's decision to stop stands above it, and is the only way there (methods.md H5). */
export function stateOf({ state, buyer }: Watched, all: Buyers, file: readonly FileEntry[]): State | "stop" {
  const latest = entriesOf(file, fileNameOf(all, buyer)).find(({ kind }) => kind === "decision");
  return latest?.decided === "stop" ? "stop" : state;
}

/** What a trigger says, in the reader's language. */
export function findingOf({ code, value, against }: Trigger, words: Words, format: Format): string {
  const days = (figure: number): string => format.days(figure);
  const write: Readonly<Record<Trigger["code"], readonly [(figure: number) => string, (figure: number) => string]>> = {
    T1: [days, days],
    T2: [format.count, format.count],
    T4: [format.money, format.money],
    T5: [format.money, (figure) => format.money(Math.round(figure))],
    T6: [format.count, format.count],
    T7: [format.share, format.share],
    T8: [format.share, format.money],
    T12: [format.count, format.count],
    T13: [format.count, format.money],
  };
  const [first, second] = write[code];
  return words.watch.findings[code](first(value), second(against));
}
