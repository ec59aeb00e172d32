/**
 * Takes the README's picture again: the sample book with its live formulas, and the pane with the buyer that goes under.
 * `npm run build` first.
 */
import { resolve } from "node:path";
import { openWorkbench, paneOf, settled, startWorkbench } from "../support/workbenchPage";

const PICTURE = resolve(__dirname, "../../assets/workbench.png");
const BUYER = "Meridian Build Partners";

async function main(): Promise<void> {
  const workbench = await startWorkbench();
  const { page } = await openWorkbench(workbench, "?lang=en&theme=light", { width: 1440, height: 900 });
  const pane = paneOf(page);
  await pane.getByRole("tab", { name: "Buyer" }).click();
  await pane.getByRole("combobox").click();
  await pane.getByRole("combobox").fill(BUYER);
  await pane.getByRole("option", { name: new RegExp(BUYER) }).first().click();
  await pane.getByText(/known invoices/).first().waitFor();
  await pane.getByText(BUYER).first().hover();
  await settled(page);
  await page.waitForTimeout(800); // charts and focus rings come to rest
  await page.screenshot({ path: PICTURE });
  await workbench.close();
  console.log(`Taken: ${PICTURE}`);
}

void main();
