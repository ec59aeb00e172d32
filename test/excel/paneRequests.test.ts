import { onPaneRequest, requestPane, type PaneRequest } from "../../src/excel/paneRequests";

test("what a button asks before the pane is there waits for it; the last wish counts", () => {
  const heard: PaneRequest[] = [];
  requestPane({ view: "ledger" });
  requestPane({ view: "buyer", buyer: "Anker" });
  const stop = onPaneRequest((request) => heard.push(request));
  expect(heard).toEqual([{ view: "buyer", buyer: "Anker" }]);
  requestPane({ view: "portfolio" });
  expect(heard).toHaveLength(2);
  stop();
  requestPane({ view: "ledger" });
  expect(heard).toHaveLength(2);
  onPaneRequest((request) => heard.push(request))();
  expect(heard).toEqual([{ view: "buyer", buyer: "Anker" }, { view: "portfolio" }, { view: "ledger" }]);
});
