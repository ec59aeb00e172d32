import { makeActions, type Actions } from "../../src/pane/actions";
import { openedOf, type Session } from "../../src/pane/session";
import type { Opened } from "../../src/pane/source";
import { makeStore } from "../../src/pane/useSession";
import type { MemoryHost } from "../support/memoryHost";

/** A pane without its views, as it is after it has looked through the workbook. */
export interface QuietPane {
  readonly actions: Actions;
  session(): Session;
  opened(): Opened;
}

export async function quietPane(host: MemoryHost): Promise<QuietPane> {
  const store = makeStore(host);
  const actions = makeActions(host, store.get, store.tell);
  await actions.look();
  return {
    actions,
    session: store.get,
    opened: () => {
      const opened = openedOf(store.get());
      if (opened === undefined) throw new Error(`Nothing is open: ${JSON.stringify(store.get().reading)}`);
      return opened;
    },
  };
}
