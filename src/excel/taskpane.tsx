import { associateCommands } from "./commands";
import { readLedgersAgain } from "./ledgerCells";

/*
 * What is parsed with the page: the buttons, and the wish to read again what a workbook just opened still shows. The pane
 * itself is imported when Office is ready; the functions have been calculating since before.
 */
async function start(): Promise<void> {
  const { host } = await Office.onReady();
  if (host !== Office.HostType.Excel) return;
  associateCommands();
  void readLedgersAgain();
  await breath();
  const { mountPane } = await import("./taskpaneRoot");
  mountPane(document.getElementById("pane")!);
}

/** Cells first: the pane is read when nothing else is to do, or after a second at the latest. */
function breath(): Promise<void> {
  return new Promise((done) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(() => done(), { timeout: 1000 });
    else setTimeout(done, 0); // Safari has no such call
  });
}

void start();
