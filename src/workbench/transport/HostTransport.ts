import type { Entry } from "../richapi/protocol";

/** The way back to the add-in: what the host sends without being asked. Requests come in through `OfficeCore.answer`. */
export interface HostTransport {
  /** one rich message with all its entries */
  sendEntries(entries: readonly Entry[]): void;
  /** the workbook's selection changed; each transport has its own form for it */
  sendSelectionChanged(): void;
}
