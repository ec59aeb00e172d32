import { createContext, useContext } from "react";
import type { Actions } from "./actions";
import type { Format } from "./format";
import type { Session } from "./session";
import type { Words } from "./words";

/** What every view needs: the session as data, what may be asked, and how the reader writes and speaks. */
export interface Pane {
  readonly session: Session;
  readonly actions: Actions;
  readonly words: Words;
  /** for the currency of the ledger on view */
  readonly format: Format;
}

const Context = createContext<Pane | undefined>(undefined);

export const PaneProvider = Context.Provider;

export function usePane(): Pane {
  const pane = useContext(Context);
  if (pane === undefined) throw new Error("A view stands outside the pane");
  return pane;
}
