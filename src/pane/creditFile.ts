import type { Buyers } from "../ledger/ledger";
import type { Host } from "./host";
import { Trouble } from "./problem";

/** What somebody wrote into a buyer's credit file: a note, or what was decided against or beside the score. */
export interface FileEntry {
  /** the buyer's number, its name where it has none */
  readonly buyer: string;
  readonly kind: "note" | "decision";
  /** the day of the figures it was written beside, `2026-06-30`: the ledger's, no clock's */
  readonly day: string;
  readonly who: string;
  readonly text: string;
  /** of a decision: what it is about; "" of a note */
  readonly about: About | "";
  readonly decided: Decided | "";
}

export const ABOUTS = ["insolvent", "legal", "longOverdue", "limit", "other"] as const;
export type About = (typeof ABOUTS)[number];
export const DECISIONS = ["goOn", "hold", "stop"] as const;
export type Decided = (typeof DECISIONS)[number];

/** The key in the workbook's own settings: saved with it, and seen by this add-in alone. */
export const FILE_KEY = "openAccount.creditFile";

export const LONGEST_TEXT = 2000;
export const LONGEST_WHO = 80;
const LONGEST_BUYER = 400;
/** A workbook's settings are no database; nothing is dropped to make room. */
const MOST_ENTRIES = 2000;

/** A buyer as entries name it. */
export function fileNameOf({ id, name }: Buyers, buyer: number): string {
  return (id[buyer] || name[buyer] || "").slice(0, LONGEST_BUYER);
}

/** What the workbook kept, whoever wrote it there: what is no entry is passed over. Newest first. */
export function readFile(value: unknown): FileEntry[] {
  return Array.isArray(value) ? value.slice(0, MOST_ENTRIES).flatMap(entryIn) : [];
}

function entryIn(value: unknown): FileEntry[] {
  const { buyer, kind, day, who, text, about, decided } = (value ?? {}) as Partial<Record<keyof FileEntry, unknown>>;
  const whole = isText(buyer, LONGEST_BUYER) && isText(who, LONGEST_WHO) && isText(text, LONGEST_TEXT) && typeof day === "string" && /^\d{4}-\d{2}-\d{2}$/.test(day);
  if (!whole || buyer === "") return [];
  if (kind === "note") return [{ buyer, kind, day, who, text, about: "", decided: "" }];
  const [what, came] = [ABOUTS.find((one) => one === about), DECISIONS.find((one) => one === decided)];
  return kind === "decision" && what !== undefined && came !== undefined ? [{ buyer, kind, day, who, text, about: what, decided: came }] : [];
}

function isText(value: unknown, longest: number): value is string {
  return typeof value === "string" && value.length <= longest;
}

/** With an entry before all others. Throws Trouble where the file is full. */
export function withEntry(entries: readonly FileEntry[], entry: FileEntry): FileEntry[] {
  if (entries.length >= MOST_ENTRIES) throw new Trouble({ kind: "fileFull", entries: MOST_ENTRIES });
  return [{ ...entry, who: entry.who.trim().slice(0, LONGEST_WHO), text: entry.text.trim().slice(0, LONGEST_TEXT) }, ...entries];
}

/** Without a note; a decision is never taken out of the log. */
export function withoutNote(entries: readonly FileEntry[], note: FileEntry): FileEntry[] {
  const at = entries.findIndex((one) => one.kind === "note" && one.buyer === note.buyer && one.day === note.day && one.who === note.who && one.text === note.text);
  return entries.filter((_, place) => place !== at);
}

export function entriesOf(entries: readonly FileEntry[], buyer: string): FileEntry[] {
  return entries.filter((one) => one.buyer === buyer);
}

export async function keptFile(host: Host): Promise<FileEntry[]> {
  return readFile(await host.kept(FILE_KEY));
}

/** The file is read again before it is written: another pane may have written meanwhile. Answers it as it is now. */
export async function changeFile(host: Host, change: (entries: readonly FileEntry[]) => FileEntry[]): Promise<FileEntry[]> {
  const now = change(await keptFile(host));
  await host.keep(FILE_KEY, now.length === 0 ? undefined : now);
  return now;
}
