import { createRoot } from "react-dom/client";
import { PaneRoot } from "../../src/pane/PaneRoot";
import { MemoryHost } from "../support/memoryHost";
import { DOUBTFUL, EITHER_WAY, MIXED, sampleHost, TWINS, UNKNOWN } from "../support/paneBooks";

/** The sample book with a lender's agreement, insured receivables counted. */
function lenderHost(advanceRate: number | string): MemoryHost {
  const host = sampleHost(look);
  host.sheets.set("Agreement", [["Rule", "On", "Value", "Source"], ["pastInvoiceDays", "yes", 90, "1.1 (c)"], ["crossAge", "yes", 0.5, "1.1 (d)"], ["concentration", "yes", 0.05, "1.1 (k)"], ["excludeDisputed", "yes", "", ""], ["advanceRate", "yes", advanceRate, "2.1"], ["countInsured", "yes", "", ""], ["advanceRateInsured", "yes", 0.95, "Rider 3"], ["excludeForeign", "yes", "", ""], ["loans", "yes", 400000, ""]]);
  return host;
}

/** The pane by itself over a workbook in memory, for the eyes: the page's hash says which book, language and theme. */
const wanted = new URLSearchParams(location.hash.slice(1));
const look = { language: wanted.get("language") === "zh" ? ("zh" as const) : ("en" as const), dark: wanted.get("theme") === "dark" };

const BOOKS: Readonly<Record<string, () => MemoryHost>> = {
  sample: () => sampleHost(look),
  connected: () => {
    const host = sampleHost(look);
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,Receipts[#All],Buyers[#All])");
    return host;
  },
  formula: () => {
    const host = sampleHost(look);
    host.connect("Ledger", "=AR.LEDGER(Invoices[#All],,Receipts[#All],Buyers[#All])");
    host.holdFormula({ sheet: "Figures", row: 0, column: 0 }, "=AR.DSO(Ledger)", 41.5);
    return host;
  },
  countries: () => {
    const host = sampleHost(look);
    host.sheets.set("Country classes", [["ISO alpha 3", "Class"], ["GBR", "High income"], ["DEU", 3], ["CHN", 5], ["FRA", "-"]]); // made up
    return host;
  },
  lender: () => lenderHost(0.85),
  badTerms: () => lenderHost("185%"),
  slow: () => sampleHost({ ...look, blockRows: 300, pace: (read) => new Promise((go) => setTimeout(go, read > 900 ? 1e9 : 5)) }),
  empty: () => new MemoryHost({ ...look, sheets: [{ name: "Notes", cells: [["Shopping list", "Price"], ["Apples", 3]] }] }),
  mixed: () => new MemoryHost({ ...look, sheets: [{ name: "Open items", cells: MIXED }] }),
  twins: () => new MemoryHost({ ...look, sheets: [{ name: "Sheet1", cells: TWINS }] }),
  unknown: () => new MemoryHost({ ...look, sheets: [{ name: "Sheet1", cells: UNKNOWN }] }),
  either: () => new MemoryHost({ ...look, sheets: [{ name: "Sheet1", cells: EITHER_WAY }] }),
  doubtful: () => new MemoryHost({ ...look, sheets: [{ name: "Open items", cells: DOUBTFUL }] }),
  failed: () => {
    const host = sampleHost(look);
    host.failing.set("areas", "editing");
    return host;
  },
};

const host = BOOKS[wanted.get("book") ?? "sample"]!();
Object.assign(window, { host });
createRoot(document.getElementById("grid")!).render(<PaneRoot host={host} />);
