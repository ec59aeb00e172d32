import { useEffect, useState } from "react";
import { findBuyer } from "../ledger/findBuyer";
import { Refusal } from "../values/answer";
import type { Actions } from "./actions";
import { openedOf, type Session, type View } from "./session";

/** What a button outside the pane may ask: a view, and for the buyer's view who is meant, as the cell says it. */
export type PaneRequest = { readonly view: Exclude<View, "buyer"> } | { readonly view: "buyer"; readonly buyer: string };

/** Hands over requests as they come; answers how to stop. */
export type PaneRequests = (listen: (request: PaneRequest) => void) => () => void;

/** A cell may hold a million characters; a message may not. */
const LONGEST_ASKED = 60;

/** Follows requests: the view at once, the buyer as soon as a ledger is open. A text that is no buyer is said, and the choice is left to the user. */
export function useRequests(requests: PaneRequests | undefined, session: Session, actions: Actions): void {
  const [waiting, wait] = useState<string | undefined>(undefined);
  useEffect(
    () =>
      requests?.((request) => {
        actions.show(request.view);
        wait(request.view === "buyer" && request.buyer !== "" ? request.buyer : undefined);
      }),
    [requests, actions],
  );
  const opened = openedOf(session);
  useEffect(() => {
    if (waiting === undefined || opened === undefined) return;
    wait(undefined);
    const buyer = buyerCalled(waiting);
    if (buyer === undefined) actions.miss(waiting.slice(0, LONGEST_ASKED));
    else actions.pick(buyer);
  }, [waiting, opened]);

  function buyerCalled(text: string): number | undefined {
    try {
      return opened === undefined ? undefined : findBuyer(opened.reading.ledger, text);
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}
