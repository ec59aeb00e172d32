/** What a button of the ribbon wants of the pane, which may not be there yet. */
export type PaneRequest = { readonly view: "ledger" } | { readonly view: "portfolio" } | { readonly view: "buyer"; readonly buyer: string };

let waiting: PaneRequest | undefined;
let listener: ((request: PaneRequest) => void) | undefined;

/** Asks the pane for a view. Until somebody listens the last request waits. */
export function requestPane(request: PaneRequest): void {
  if (listener === undefined) waiting = request;
  else listener(request);
}

/** One pane listens at a time; what waits is handed over at once. Answers how to stop. */
export function onPaneRequest(listen: (request: PaneRequest) => void): () => void {
  listener = listen;
  if (waiting !== undefined) listen(waiting);
  waiting = undefined;
  return () => {
    if (listener === listen) listener = undefined;
  };
}
