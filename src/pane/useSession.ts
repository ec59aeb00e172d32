import { useEffect, useMemo, useSyncExternalStore } from "react";
import { makeActions, rememberedLanguage, type Actions } from "./actions";
import type { Host } from "./host";
import { newSession, next, openedOf, type Session, type SessionEvent } from "./session";

/** Up to this many rows an edited sheet is read again by itself; a larger one asks first. */
const QUIET_ROWS = 20_000;
/** Quiet after the last edit, so that typing is never held up. */
const AFTER_EDIT = 900;
/** Quiet after the last move of the selection. */
const AFTER_SELECTION = 150;

export interface Store {
  readonly get: () => Session;
  readonly tell: (event: SessionEvent) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function makeStore(host: Host): Store {
  let session = newSession(rememberedLanguage(host), host.theme().dark);
  const listeners = new Set<() => void>();
  return {
    get: () => session,
    tell: (event) => {
      const then = next(session, event);
      if (then === session) return;
      session = then;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The session of a pane over its host: begins to look through the workbook, and follows selection, edits and theme. */
export function useSession(host: Host): { readonly session: Session; readonly actions: Actions } {
  const store = useMemo(() => makeStore(host), [host]);
  const actions = useMemo(() => makeActions(host, store.get, store.tell), [host, store]);
  const session = useSyncExternalStore(store.subscribe, store.get);
  useEffect(() => {
    void actions.look();
    return () => actions.stop();
  }, [actions]);
  useEffect(() => host.onTheme(() => store.tell({ type: "dimmed", dark: host.theme().dark })), [host, store]);
  useEffect(() => follow(AFTER_SELECTION, (later) => host.onSelection(() => later(() => void host.selection().then((selection) => store.tell({ type: "selected", selection }))))), [host, store]);
  useEdits(host, store, actions);
  return { session, actions };
}

/** Edits make the reading stale at once; a ledger that is read in a moment is read again by itself. */
function useEdits(host: Host, store: Store, actions: Actions): void {
  useEffect(() => {
    const readAgain = (): void => {
      const session = store.get();
      const opened = openedOf(session);
      if (session.stale && session.reading.status === "ready" && opened !== undefined && opened.rows <= QUIET_ROWS) void actions.again();
    };
    return follow(AFTER_EDIT, (later) =>
      host.onEdit((sheet) => {
        store.tell({ type: "edited", sheet });
        later(readAgain);
      }),
    );
  }, [host, store, actions]);
}

/** Starts a listener whose work waits until nothing has happened for a while; answers how to stop both. */
function follow(quiet: number, start: (later: (work: () => void) => void) => () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = start((work) => {
    clearTimeout(timer);
    timer = setTimeout(work, quiet);
  });
  return () => {
    clearTimeout(timer);
    stop();
  };
}
