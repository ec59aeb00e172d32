import type { Day } from "../values/day";
import type { Language } from "../values/say";
import { candidatesIn, connectedIn, sourceOfCandidate, sourceOfNamed, type Candidate } from "./candidates";
import { connected } from "./connecting";
import type { Host, Place } from "./host";
import { insertPlan } from "./insert";
import { LARGEST_PAYLOAD } from "./payload";
import { problemOf } from "./problem";
import { openedOf, sourceOf, type Job, type JobStep, type Session, type SessionEvent, type View } from "./session";
import { newSource, openSource, type Opened, type Source } from "./source";
import { wordsFor } from "./words";

/** What a view may ask for. Each ends in an event of the session, also when it fails. */
export interface Actions {
  look(): Promise<void>;
  open(source: Source): Promise<void>;
  openReference(reference: string): Promise<void>;
  again(): Promise<void>;
  settle(key: string, value: string): Promise<void>;
  stop(): void;
  close(): void;
  show(view: View): void;
  speak(language: Language): void;
  askDay(day: Day | undefined): void;
  pick(buyer: number): void;
  /** somebody was asked for who is no buyer of the ledger */
  miss(asked: string): void;
  dismiss(): void;
  goTo(place: Place): Promise<void>;
  connect(): Promise<void>;
  insert(buyer: number, day: Day): Promise<void>;
}

const LANGUAGE_KEY = "language";

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
      const candidates = candidatesIn(await host.areas(signal));
      const ledgers = connectedIn(await host.namedFormulas());
      signal.throwIfAborted();
      tell({ type: "found", candidates, ledgers });
      const first = session().reading.status === "none" ? firstSource(candidates, ledgers) : undefined;
      if (first !== undefined) await open(first);
    } catch (error) {
      tell({ type: "searchFailed", problem: problemOf(error) });
    }
  };

  const open = async (source: Source): Promise<void> => {
    const mine = ++turn;
    const signal = begin();
    tell({ type: "reading", turn: mine, source });
    try {
      const onProgress = (rows: number, of: number): void => tell({ type: "progressed", turn: mine, rows, of });
      const opened = await openSource(host, source, session().language, { signal, onProgress });
      tell({ type: "opened", turn: mine, opened });
    } catch (error) {
      tell({ type: "readFailed", turn: mine, problem: problemOf(error) });
    }
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
    const { source, place, value } = await connected(host, opened, session().language, limit, { signal, reading: onProgress("rows"), calculating: onProgress("blocks") });
    tell({ type: "connected", source, place, value });
    tell({ type: "found", ...(await whatIsThere(host, session())) });
    return source;
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
      if (value === "") choices.delete(key);
      else choices.set(key, value);
      await open({ ...source, name: "", cell: undefined, choices });
    },
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
    connect: () =>
      job("connect", async (signal) => {
        const opened = openedOf(session());
        if (opened !== undefined) await connect(opened, signal);
      }),
    insert: (buyer, day) =>
      job("insert", async (signal) => {
        const opened = openedOf(session());
        if (opened === undefined) return;
        const source = opened.source.name === "" ? await connect(opened, signal) : opened.source;
        const sheet = await host.addSheet(insertPlan(source.name, asked(opened, buyer), nameOf(opened, buyer), dayAskedFor(opened, session(), day), wordsFor(session().language)));
        tell({ type: "inserted", sheet });
      }),
  };
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

async function whatIsThere(host: Host, session: Session): Promise<{ candidates: readonly Candidate[]; ledgers: ReturnType<typeof connectedIn> }> {
  return { candidates: session.search.status === "found" ? session.search.candidates : [], ledgers: connectedIn(await host.namedFormulas()) };
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
