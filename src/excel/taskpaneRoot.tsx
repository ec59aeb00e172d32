import { createRoot } from "react-dom/client";
import { PaneRoot } from "../pane/PaneRoot";
import { excelHost } from "./excelHost";
import { onPaneRequest } from "./paneRequests";

/** Draws the pane into its page. Imported when Office is ready, and not before: a cell calculates without it. */
export function mountPane(element: HTMLElement): void {
  createRoot(element).render(<PaneRoot host={excelHost()} requests={onPaneRequest} />);
}
