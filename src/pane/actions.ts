import { serialOf } from "../formulas/ask";
import type { Day } from "../values/day";
import type { Language } from "../values/say";
import { candidatesIn, connectedIn, sourceOfCandidate, sourceOfNamed, type Candidate } from "./candidates";
import { keepable, keepChoices, keptChoices } from "./choices";
import { connected } from "./connecting";
import { changeFile, entriesOf, fileNameOf, keptFile, withEntry, withoutNote, type FileEntry } from "./creditFile";
import type { Block, Host, Place, SheetPlan, Stop } from "./host";
import { insertPlan } from "./insert";
import { writeCountryClasses, writeMerge, writeTemplate } from "./jobs";
import { freeTableName } from "./ledgerFormula";
import { memoPlan } from "./memo/memoPlan";
import type { Merge } from "./mergeBuyers";
import { LARGEST_PAYLOAD } from "./payload";
import { writePolicySheet } from "./policySheet";
import type { InsertedExhibit } from "./portfolio/insertExhibit";
import { problemOf, type Problem } from "./problem";
import { summaryOf } from "./readSummary";
import { openedOf, sourceOf, type Before, type Job, type JobStep, type Session, type SessionEvent, type View } from "./session";
import { changed, isConnected, isJoined, newSource, openSource, type Opened, type Source } from "./source";
import { frozenArea } from "./freeze/frozen";
import { freezeBook, restoreBook } from "./freeze/freezeBook";
import { updateConnection } from "./reconnect";
import { ALL_WORDS, wordsFor } from "./words";

/** What a view may ask for. Each ends in an event of the session, also when it fails. */
export interface Actions {
  look(): Promise<void>;
  open(source: Source): Promise<void>;
  openReference(reference: string): Promise<void>;
  again(): Promise<void>;
  /** settles a policy key, reads again and keeps the choice in the workbook; "" leaves it to the reading */
  settle(key: string, value: string): Promise<void>;
  /** every choice of columns is taken back and forgotten */
  reset(): Promise<void>;
  stop(): void;
  close(): void;
  show(view: View): void;
  speak(language: Language): void;
  askDay(day: Day | undefined): void;
  pick(buyer: number): void;
  /** somebody was asked for who is no buyer of the ledger */
  miss(asked: string): void;
  dismiss(): void;
  /** what a choice changed has been seen */
  compared(): void;
  goTo(place: Place): Promise<void>;
  /** what is selected now, for a view that opens after it was selected */
  seeSelection(): Promise<void>;
  connect(): Promise<void>;
  /** the connected cell is brought up to what was settled since */
  update(): Promise<void>;
  insert(buyer: number, day: Day): Promise<void>;
  /** a formula into a cell that is there; `cell` as its reader calls it */
  insertFormula(formula: string, place: Place, cell: string): Promise<void>;
  /** the cells of a reference: an argument of a formula. Rejects with HostProblem */
  cells(reference: string): Promise<Block>;
  /** formulas on a sheet of their own with a chart over them; `plan` is given the name of the connected ledger */
  insertExhibit(plan: (ledger: string) => InsertedExhibit): Promise<void>;
  /** the buyer's credit memo: one page of live formulas, set up to print */
  insertMemo(buyer: number, day: Day): Promise<void>;
  /** an empty ledger on a sheet of its own */
  template(): Promise<void>;
  /** the whole policy on a sheet of its own, which the ledger's formula then goes by */
  policySheet(): Promise<void>;
  /** a lender's terms on a sheet of their own; answers how a formula names them, undefined where they were not written */
  termsSheet(plan: (table: string) => SheetPlan): Promise<string | undefined>;
  /** which range of the workbook holds the lender's terms, as it was chosen before; "" where none was */
  termsRange(): Promise<string>;
  keepTermsRange(reference: string): Promise<void>;
  /** a workbook file beside this one. Rejects with HostProblem */
  openBook(file: Uint8Array): Promise<void>;
  /** tells of edits, sheet by sheet */
  onEdit(listener: (sheet: string) => void): Stop;
  /** formulas of ours become what they show, and stand as text on a sheet of their own */
  freeze(): Promise<void>;
  /** the formulas that were frozen, where their cells are as they were left */
  restore(): Promise<void>;
  /** the sheet on which formulas lie frozen; undefined where none do */
  frozenHere(): Promise<string | undefined>;
  /** the key that signs packs, locked by its owner's passphrase, as this machine keeps it; "" where it keeps none */
  packKey(): string;
  /** "" forgets it */
  keepPackKey(locked: string): void;
  /** several buyers under one parent; asked for first by the view */
  merge(merge: Merge): Promise<void>;
  /** the class of each buyer's country, by the public list that stands in this range; `over`: also where a cell says otherwise */
  countryClasses(list: string, over?: boolean): Promise<void>;
  /** a note or a decision into the workbook's credit file; answers whether it is there */
  file(entry: FileEntry): Promise<boolean>;
  /** a note out of it */
  unfile(note: FileEntry): Promise<boolean>;
}

const LANGUAGE_KEY = "language";
const PACK_KEY = "packKey";
/** The key in the workbook's own settings. */
const TERMS_KEY = "openAccount.terms";
const LONGEST_REFERENCE = 500;

type Dispatch = (event: SessionEvent) => void;

/** The actions of a pane: its host, and how its session is read and told. `limit`: bytes that one formula takes. */
export function makeActions(host: Host, session: () => Session, tell: Dispatch, limit: number = LARGEST_PAYLOAD): Actions {
  let turn = 0;
  let running = new AbortController();
  let working = new AbortController();

  const begin = (): AbortSignal => {
    running.abort();
    running = new AbortController();
    return running.signal;
  };

  const look = async (): Promise<void> => {
    tell({ type: "searching" });
    try {
      const signal = begin();
      const candidates = candidatesIn(await host.areas(signal), await keptChoices(host));
      const ledgers = connectedIn(await host.namedFormulas());
      signal.throwIfAborted();
      tell({ type: "found", candidates, ledgers });
      tell({ type: "filed", entries: await keptFile(host) });
      const first = session().reading.status === "none" ? firstSource(candidates, ledgers) : undefined;
      if (first !== undefined) await open(first);
    } catch (error) {
      tell({ type: "searchFailed", problem: problemOf(error) });
    }
  };

  const open = async (source: Source, before?: Before): Promise<void> => {
    const mine = ++turn;
    const signal = begin();
    tell({ type: "reading", turn: mine, source, before });
    try {
      const onProgress = (rows: number, of: number): void => tell({ type: "progressed", turn: mine, rows, of });
      const opened = await openSource(host, source, session().language, { signal, onProgress });
      tell({ type: "opened", turn: mine, opened });
    } catch (error) {
      tell({ type: "readFailed", turn: mine, problem: problemOf(error) });
    }
  };

  /** Keeps the choices for exports with these headings; the choices hold where the workbook cannot. */
  const keep = async (headings: string, choices: Source["choices"]): Promise<void> => {
    try {
      await keepChoices(host, headings, keepable(choices));
    } catch (error) {
      tell({ type: "jobFailed", job: "keep", problem: problemOf(error) });
    }
  };

  /** Reads with other choices, shows what they changed, and keeps them. Without a choice left, what was kept is forgotten. */
  const choose = async (wanted: Source): Promise<void> => {
    const was = openedOf(session());
    const source = wanted.choices.size > 0 ? wanted : { ...wanted, asFound: true };
    await open(source, was === undefined ? "refused" : summaryOf(was.reading));
    const { reading } = session();
    if (reading.status === "ready" && reading.opened.source === source) await keep(reading.opened.reading.headingsFingerprint, source.choices);
    else if (was !== undefined && source.choices.size === 0) await keep(was.reading.headingsFingerprint, source.choices);
  };

  const job = async (what: Job, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    if (session().job !== undefined) return; // a second click while the first is at work
    tell({ type: "working", job: what });
    working = new AbortController();
    try {
      await work(working.signal);
    } catch (error) {
      tell({ type: "jobFailed", job: what, problem: problemOf(error) });
    }
  };

  const connect = async (opened: Opened, signal: AbortSignal): Promise<Source> => {
    const onProgress = (step: JobStep) => (done: number, of: number): void => tell({ type: "stepped", progress: { step, done, of } });
    const { source, value } = await connected(host, opened, session().language, limit, { signal, reading: onProgress("rows"), calculating: onProgress("blocks") });
    tell({ type: "connected", source, place: source.cell!, value });
    tell({ type: "found", candidates: candidatesOf(session()), ledgers: connectedIn(await host.namedFormulas()) });
    return source;
  };

  let filing: Promise<unknown> = Promise.resolve();
  /** One after the other: each reads what the one before has written. */
  const filed = (change: (entries: readonly FileEntry[]) => FileEntry[]): Promise<boolean> => {
    const mine = filing.then(async () => {
      try {
        tell({ type: "filed", entries: await changeFile(host, change) });
        return true;
      } catch (error) {
        tell({ type: "jobFailed", job: "file", problem: problemOf(error) });
        return false;
      }
    });
    filing = mine;
    return mine;
  };

  const findAgain = async (): Promise<void> => {
    const areas = await host.areas(new AbortController().signal);
    tell({ type: "found", candidates: candidatesIn(areas, await keptChoices(host)), ledgers: connectedIn(await host.namedFormulas()) });
  };

  return {
    look,
    open,
    openReference: (reference) => open(newSource(reference)),
    again: async () => {
      const source = sourceOf(session());
      if (source !== undefined) await open(source);
    },
    settle: async (key, value) => {
      const source = sourceOf(session());
      if (source === undefined) return;
      const choices = new Map(source.choices);
      if (value === "" && source.call.policy === "") choices.delete(key);
      else choices.set(key, value);
      await choose(changed(source, { choices }));
    },
    reset: async () => {
      const source = sourceOf(session());
      if (source === undefined) return;
      const stated = source.call.policy === "" ? [] : [...(openedOf(session())?.policyKeys.keys() ?? [])];
      const choices = [...source.choices].filter(([key]) => !IS_COLUMN_CHOICE.test(key));
      await choose(changed(source, { choices: new Map([...choices, ...stated.filter((key) => IS_COLUMN_CHOICE.test(key)).map((key) => [key, ""] as const)]) }));
    },
    compared: () => tell({ type: "compared" }),
    stop: () => {
      running.abort();
      working.abort();
    },
    close: () => {
      running.abort();
      tell({ type: "closed" });
    },
    show: (view) => tell({ type: "viewed", view }),
    speak: (language) => {
      host.remember(LANGUAGE_KEY, language);
      tell({ type: "spoke", language });
    },
    askDay: (day) => tell({ type: "dated", day }),
    pick: (buyer) => tell({ type: "picked", buyer }),
    miss: (asked) => tell({ type: "missed", asked }),
    dismiss: () => tell({ type: "dismissed" }),
    goTo: async (place) => {
      try {
        await host.goTo(place);
      } catch (error) {
        tell({ type: "jobFailed", job: "goTo", problem: problemOf(error) });
      }
    },
    seeSelection: async () => tell({ type: "selected", selection: await host.selection() }),
    connect: () =>
      job("connect", async (signal) => {
        const opened = openedOf(session());
        if (opened !== undefined) await connect(opened, signal);
      }),
    update: () =>
      job("connect", async () => {
        const opened = openedOf(session());
        if (opened === undefined || opened.source.cell === undefined || isJoined(opened.source)) return;
        const source = await updateConnection(host, opened, wordsFor(session().language));
        await open(source);
        await findAgain();
        const written = (await host.namedFormulas()).find(({ name }) => name === source.name);
        tell({ type: "connected", source, place: source.cell!, value: written?.value });
      }),
    insert: (buyer, day) =>
      job("insert", async (signal) => {
        const opened = openedOf(session());
        if (opened === undefined) return;
        const source = isConnected(opened.source) ? opened.source : await connect(opened, signal);
        const on = dayAskedFor(opened, session(), day);
        const sheet = await host.addSheet(insertPlan(source.name, asked(opened, buyer), nameOf(opened, buyer), on === undefined ? undefined : serialOf(on, opened.dateSystem), wordsFor(session().language)));
        tell({ type: "done", notice: { kind: "inserted", sheet } });
      }),
    insertFormula: (formula, place, cell) =>
      job("insert", async () => {
        await host.change({ sheet: place.sheet, cells: [{ row: place.row, column: place.column, formula }] });
        tell({ type: "done", notice: { kind: "formula", cell } });
      }),
    cells: (reference) => host.read(reference, { signal: new AbortController().signal, onProgress: () => undefined }),
    insertExhibit: (plan) =>
      job("insert", async (signal) => {
        const opened = openedOf(session());
        if (opened === undefined) return;
        const source = isConnected(opened.source) ? opened.source : await connect(opened, signal);
        const { sheet: cells, charts } = plan(source.name);
        const sheet = await host.addSheet(cells);
        const undrawn = charts.length === 0 ? undefined : await problemIn(() => host.drawCharts(sheet, charts));
        tell({ type: "done", notice: { kind: "inserted", sheet, ...(undrawn === undefined ? {} : { undrawn }) } });
      }),
    insertMemo: (buyer, day) =>
      job("insert", async (signal) => {
        const opened = openedOf(session());
        if (opened === undefined) return;
        const source = isConnected(opened.source) ? opened.source : await connect(opened, signal);
        const entries = entriesOf(await keptFile(host), fileNameOf(opened.reading.ledger.buyers, buyer));
        const { sheet: cells, page } = memoPlan({ ledger: source.name, opened, buyer, day, chosen: dayAskedFor(opened, session(), day) !== undefined, entries, words: wordsFor(session().language) });
        const sheet = await host.addSheet(cells);
        const unpaged = await problemIn(() => host.setPage(sheet, page));
        tell({ type: "done", notice: { kind: "inserted", sheet, ...(unpaged === undefined ? {} : { unpaged }) } });
      }),
    template: () =>
      job("template", async () => {
        const { sheet, reference } = await writeTemplate(host, wordsFor(session().language));
        await findAgain();
        await open(newSource(reference));
        tell({ type: "done", notice: { kind: "template", sheet } });
      }),
    policySheet: () =>
      job("policy", async () => {
        const opened = openedOf(session());
        if (opened === undefined || isJoined(opened.source)) return;
        const { source, sheet } = await writePolicySheet(host, opened, session().language);
        await open(source);
        await findAgain();
        tell({ type: "done", notice: { kind: "policy", sheet } });
      }),
    termsSheet: async (plan) => {
      let reference: string | undefined;
      await job("terms", async () => {
        const table = freeTableName("LenderTerms", await host.takenNames());
        const sheet = await host.addSheet(plan(table));
        reference = `${table}[#All]`;
        await findAgain();
        tell({ type: "done", notice: { kind: "terms", sheet } });
      });
      return reference;
    },
    termsRange: async () => {
      const kept = await host.kept(TERMS_KEY);
      return typeof kept === "string" && kept.length <= LONGEST_REFERENCE ? kept : "";
    },
    keepTermsRange: async (reference) => {
      try {
        await host.keep(TERMS_KEY, reference);
      } catch (error) {
        tell({ type: "jobFailed", job: "keep", problem: problemOf(error) });
      }
    },
    openBook: (file) => host.openBook(file),
    onEdit: (listener) => host.onEdit(listener),
    freeze: () =>
      job("freeze", async (signal) => {
        const how = { signal, onProgress: (done: number, of: number): void => tell({ type: "stepped", progress: { step: "sheets", done, of } }) };
        const opened = openedOf(session());
        tell({ type: "done", notice: { kind: "frozen", ...(await freezeBook(host, session().day ?? opened?.asOf ?? opened?.reading.ledger.lastDay, wordsFor(session().language), how)) } });
      }),
    restore: () => job("restore", async (signal) => tell({ type: "done", notice: { kind: "restored", ...(await restoreBook(host, { signal, onProgress: () => undefined })) } })),
    packKey: () => host.recall(PACK_KEY) ?? "",
    keepPackKey: (locked) => host.remember(PACK_KEY, locked),
    frozenHere: async () => frozenArea(await host.areas(new AbortController().signal), ALL_WORDS)?.place.sheet,
    merge: (merge) =>
      job("merge", async () => {
        const opened = openedOf(session());
        if (opened === undefined) return;
        const { reference, sheet } = await writeMerge(host, opened, merge, wordsFor(session().language));
        const { source } = opened;
        await findAgain();
        await choose(changed(source, { choices: new Map([...source.choices, ["rollUp", "parent"]]), call: { ...source.call, buyers: reference } }));
        tell({ type: "done", notice: { kind: "merged", buyers: merge.members.length, parent: nameOf(opened, merge.parent), sheet } });
      }),
    countryClasses: (list, over = false) =>
      job("countries", async () => {
        const opened = openedOf(session());
        if (opened === undefined) return;
        const { source, call } = opened;
        const written = await writeCountryClasses(host, opened, list, over, wordsFor(session().language));
        await open(written.reference === call.buyers ? source : changed(source, { call: { ...source.call, buyers: written.reference } }));
        await findAgain();
        tell({ type: "done", notice: { kind: "countries", list, ...written } });
      }),
    file: (entry) => filed((entries) => withEntry(entries, entry)),
    unfile: (note) => filed((entries) => withoutNote(entries, note)),
  };
}

/** The formulas stand whether or not what comes on top of them can be done: why it was not. */
async function problemIn(work: () => Promise<void>): Promise<Problem | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    return problemOf(error);
  }
}

const IS_COLUMN_CHOICE = /^(?:field\..+|dateOrder)$/i;

function candidatesOf({ search }: Session): readonly Candidate[] {
  return search.status === "found" ? search.candidates : [];
}

/** The language this user chose before, else the host's. */
export function rememberedLanguage(host: Host): Language {
  const said = host.recall(LANGUAGE_KEY);
  return said === "en" || said === "zh" ? said : host.language;
}

function firstSource(candidates: readonly Candidate[], ledgers: ReturnType<typeof connectedIn>): Source | undefined {
  const connected = ledgers.map(sourceOfNamed).find((source) => source !== undefined);
  const first = candidates.find(({ role }) => role === "ledger");
  return connected ?? (first === undefined ? undefined : sourceOfCandidate(first, candidates));
}

/** The buyer as a formula finds it: its id where it has one. */
function asked(opened: Opened, buyer: number): string {
  const { id, name } = opened.reading.ledger.buyers;
  return id[buyer] || name[buyer] || "";
}

function nameOf(opened: Opened, buyer: number): string {
  const { id, name } = opened.reading.ledger.buyers;
  return name[buyer] || id[buyer] || "";
}

/** A day is written only where the user chose one that the ledger's formula does not already say. */
function dayAskedFor(opened: Opened, session: Session, day: Day): Day | undefined {
  return session.day === undefined || day === opened.asOf ? undefined : day;
}
