import type { Day } from "../values/day";
import type { Language } from "../values/say";
import type { NamedFormula, Place, Selection } from "./host";
import type { Candidate } from "./candidates";
import type { FileEntry } from "./creditFile";
import type { CountriesWritten } from "./jobs";
import type { Opened, Source } from "./source";
import { wasStopped, type Problem } from "./problem";
import type { ReadSummary } from "./readSummary";

/** Everything the pane shows, as plain data. `(session, event) -> session` below is all that changes it. */
export interface Session {
  readonly view: View;
  readonly language: Language;
  readonly dark: boolean;
  readonly search: Search;
  readonly reading: ReadingState;
  /** the sheet was edited since it was read */
  readonly stale: boolean;
  /** what the sheet came to before the last choice of the user; undefined where nothing was chosen since it was opened */
  readonly before: Before | undefined;
  /** the day asked for; undefined = the ledger's own */
  readonly day: Day | undefined;
  /** place in the ledger's buyers */
  readonly buyer: number | undefined;
  readonly selection: Selection | undefined;
  /** notes and decisions of all buyers, as the workbook keeps them; the latest first */
  readonly file: readonly FileEntry[];
  readonly job: Job | undefined;
  /** of the job, where it says */
  readonly progress: Progress | undefined;
  readonly notice: Notice | undefined;
}

export const VIEWS = ["ledger", "portfolio", "buyer", "watch", "formula", "bank"] as const;
export type View = (typeof VIEWS)[number];
export type Job = "connect" | "insert" | "template" | "merge" | "freeze" | "restore" | "policy" | "terms" | "countries";

/** The reading before a choice, or that there was none. */
export type Before = ReadSummary | "refused";

/** How far a job is that takes its time: rows read, blocks calculated, parts of a view worked out, sheets looked at, or hundredths of one figure. */
export type JobStep = "rows" | "blocks" | "parts" | "sheets" | "percent";
export interface Progress {
  readonly step: JobStep;
  readonly done: number;
  readonly of: number;
}

/** What the workbook has to offer. */
export type Search =
  | { readonly status: "none" }
  | { readonly status: "busy" }
  | { readonly status: "found"; readonly candidates: readonly Candidate[]; readonly ledgers: readonly NamedFormula[] }
  | { readonly status: "failed"; readonly problem: Problem };

/** `turn` tells readings apart: what an earlier one still sends is not listened to. `last` stays on view meanwhile. */
export type ReadingState =
  | { readonly status: "none"; readonly turn: number }
  | { readonly status: "busy"; readonly turn: number; readonly source: Source; readonly rows: number; readonly of: number; readonly last: Opened | undefined }
  | { readonly status: "failed"; readonly turn: number; readonly source: Source; readonly problem: Problem }
  | { readonly status: "ready"; readonly turn: number; readonly opened: Opened };

export type Notice =
  | { readonly kind: "connected"; readonly name: string; readonly place: Place; readonly value: NamedFormula["value"] }
  /** `undrawn`: why the host drew no chart over the formulas; `unpaged`: why it set up no page to print */
  | { readonly kind: "inserted"; readonly sheet: string; readonly undrawn?: Problem; readonly unpaged?: Problem }
  | { readonly kind: "template"; readonly sheet: string }
  | { readonly kind: "policy"; readonly sheet: string }
  | { readonly kind: "terms"; readonly sheet: string }
  | { readonly kind: "formula"; readonly cell: string }
  | { readonly kind: "merged"; readonly buyers: number; readonly parent: string; readonly sheet: string }
  /** `list`: the reference of the list that it was taken from */
  | ({ readonly kind: "countries"; readonly list: string } & CountriesWritten)
  | { readonly kind: "frozen"; readonly cells: number; readonly sheet: string }
  /** `left`: cells that were moved or written over since, and are as they were found */
  | { readonly kind: "restored"; readonly cells: number; readonly left: readonly string[] }
  /** a button outside the pane asked for somebody the ledger does not know */
  | { readonly kind: "stranger"; readonly asked: string }
  | { readonly kind: "failed"; readonly job: Job | "goTo" | "keep" | "file"; readonly problem: Problem };

export type SessionEvent =
  | { readonly type: "viewed"; readonly view: View }
  | { readonly type: "spoke"; readonly language: Language }
  | { readonly type: "dimmed"; readonly dark: boolean }
  | { readonly type: "searching" }
  | { readonly type: "found"; readonly candidates: readonly Candidate[]; readonly ledgers: readonly NamedFormula[] }
  | { readonly type: "searchFailed"; readonly problem: Problem }
  | { readonly type: "reading"; readonly turn: number; readonly source: Source; readonly before?: Before | undefined }
  | { readonly type: "progressed"; readonly turn: number; readonly rows: number; readonly of: number }
  | { readonly type: "opened"; readonly turn: number; readonly opened: Opened }
  | { readonly type: "readFailed"; readonly turn: number; readonly problem: Problem }
  | { readonly type: "closed" }
  | { readonly type: "edited"; readonly sheet: string }
  | { readonly type: "dated"; readonly day: Day | undefined }
  | { readonly type: "picked"; readonly buyer: number }
  | { readonly type: "missed"; readonly asked: string }
  | { readonly type: "selected"; readonly selection: Selection | undefined }
  | { readonly type: "working"; readonly job: Job }
  | { readonly type: "stepped"; readonly progress: Progress }
  | { readonly type: "connected"; readonly source: Source; readonly place: Place; readonly value: NamedFormula["value"] }
  | { readonly type: "done"; readonly notice: Exclude<Notice, { readonly kind: "failed" | "connected" | "stranger" }> }
  | { readonly type: "filed"; readonly entries: readonly FileEntry[] }
  | { readonly type: "jobFailed"; readonly job: Job | "goTo" | "keep" | "file"; readonly problem: Problem }
  | { readonly type: "compared" }
  | { readonly type: "dismissed" };

export function newSession(language: Language, dark: boolean): Session {
  return {
    view: "ledger",
    language,
    dark,
    search: { status: "none" },
    reading: { status: "none", turn: 0 },
    stale: false,
    before: undefined,
    day: undefined,
    buyer: undefined,
    selection: undefined,
    file: [],
    job: undefined,
    progress: undefined,
    notice: undefined,
  };
}

/** The ledger to show: the one just read, or the last one while it is read again. */
export function openedOf(session: Session): Opened | undefined {
  if (session.reading.status === "ready") return session.reading.opened;
  return session.reading.status === "busy" ? session.reading.last : undefined;
}

export function sourceOf(session: Session): Source | undefined {
  const { reading } = session;
  if (reading.status === "ready") return reading.opened.source;
  return reading.status === "none" ? undefined : reading.source;
}

export function next(session: Session, event: SessionEvent): Session {
  switch (event.type) {
    case "viewed":
      return { ...session, view: event.view };
    case "spoke":
      return { ...session, language: event.language };
    case "dimmed":
      return session.dark === event.dark ? session : { ...session, dark: event.dark };
    case "searching":
      return { ...session, search: { status: "busy" } };
    case "found":
      return { ...session, search: { status: "found", candidates: event.candidates, ledgers: event.ledgers } };
    case "searchFailed":
      return { ...session, search: wasStopped(event.problem) ? { status: "found", candidates: [], ledgers: [] } : { status: "failed", problem: event.problem } };
    case "selected":
      return { ...session, selection: event.selection };
    case "filed":
      return { ...session, file: event.entries };
    case "dated":
      return { ...session, day: event.day };
    case "picked":
      return { ...session, buyer: event.buyer, view: "buyer" };
    case "dismissed":
      return { ...session, notice: undefined };
    case "missed":
      return { ...session, notice: { kind: "stranger", asked: event.asked } };
    case "working":
      return { ...session, job: event.job, progress: undefined, notice: undefined };
    case "stepped":
      return session.job === undefined ? session : { ...session, progress: event.progress };
    case "connected":
      return connected(session, event);
    case "done":
      return { ...session, job: undefined, notice: event.notice };
    case "compared":
      return { ...session, before: undefined };
    case "jobFailed":
      return { ...session, job: undefined, notice: wasStopped(event.problem) ? undefined : { kind: "failed", job: event.job, problem: event.problem } };
    default:
      return nextReading(session, event);
  }
}

type ReadingEvent = Extract<SessionEvent, { readonly type: "reading" | "progressed" | "opened" | "readFailed" | "closed" | "edited" }>;

function nextReading(session: Session, event: ReadingEvent): Session {
  const { reading } = session;
  switch (event.type) {
    case "reading":
      return { ...session, reading: { status: "busy", turn: event.turn, source: event.source, rows: 0, of: 0, last: again(session, event.source) }, before: event.before, notice: undefined };
    case "progressed":
      return reading.status === "busy" && reading.turn === event.turn ? { ...session, reading: { ...reading, rows: event.rows, of: event.of } } : session;
    case "opened":
      return reading.status === "busy" && reading.turn === event.turn ? opened(session, event.opened, reading.last) : session;
    case "readFailed":
      return reading.status === "busy" && reading.turn === event.turn ? failed(session, reading, event.problem) : session;
    case "closed":
      return { ...session, reading: { status: "none", turn: reading.turn }, stale: false, before: undefined, day: undefined, buyer: undefined, notice: undefined };
    case "edited":
      return reading.status === "ready" && reading.opened.sheets.includes(event.sheet) ? { ...session, stale: true } : session;
  }
}

/** What stays on view while a source is read: only an earlier reading of the same range. */
function again(session: Session, source: Source): Opened | undefined {
  const last = openedOf(session);
  return last !== undefined && last.source.call.invoices === source.call.invoices && last.source.name === source.name ? last : undefined;
}

function opened(session: Session, now: Opened, last: Opened | undefined): Session {
  const same = last !== undefined;
  return {
    ...session,
    reading: { status: "ready", turn: session.reading.turn, opened: now },
    stale: false,
    day: same ? session.day : undefined,
    buyer: same ? sameBuyer(last, now, session.buyer) : undefined,
  };
}

/** The buyer's place may move when the sheet is read again: found by id, then by name. */
function sameBuyer(last: Opened, now: Opened, buyer: number | undefined): number | undefined {
  if (buyer === undefined) return undefined;
  const [was, is] = [last.reading.ledger.buyers, now.reading.ledger.buyers];
  const id = was.id[buyer] ?? "";
  const at = id === "" ? is.name.indexOf(was.name[buyer] ?? "") : is.id.indexOf(id);
  return at < 0 ? undefined : at;
}

function failed(session: Session, reading: Extract<ReadingState, { status: "busy" }>, problem: Problem): Session {
  if (!wasStopped(problem)) return { ...session, reading: { status: "failed", turn: reading.turn, source: reading.source, problem }, stale: false };
  if (reading.last !== undefined) return { ...session, reading: { status: "ready", turn: reading.turn, opened: reading.last }, stale: true };
  return { ...session, reading: { status: "none", turn: reading.turn } };
}

function connected(session: Session, event: Extract<SessionEvent, { type: "connected" }>): Session {
  const { reading } = session;
  const notice: Notice = { kind: "connected", name: event.source.name, place: event.place, value: event.value };
  if (reading.status !== "ready") return { ...session, job: undefined, notice };
  return { ...session, job: undefined, notice, reading: { ...reading, opened: { ...reading.opened, source: event.source } } };
}
