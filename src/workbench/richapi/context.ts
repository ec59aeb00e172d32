import type { BookStore } from "../model/bookStore";
import type { WorkbookPort } from "../model/WorkbookPort";
import type { Bag } from "./bag";
import type { ColumnIds } from "./columnIds";
import type { EventHub } from "./events";
import { HostError } from "./hostError";
import type { References } from "./references";

export interface DocumentInfo {
  readonly url: string;
  /** BCP 47, as `en-US` */
  readonly locale: string;
}

/** What an add-in's shared runtime can ask of the window around it. */
export interface PaneControl {
  readonly visible: boolean;
  setVisible(visible: boolean): void;
}

/** Whoever opens further books, each in a window of its own as Excel does. */
export interface BookWindows {
  /** by id, in base64: books that were made and are not opened yet */
  readonly made: Map<string, string>;
  /** a workbook file, as an add-in made it */
  open(file: Uint8Array): void;
}

export interface RibbonControl {
  setEnabled(button: string, enabled: boolean): void;
  enabled(button: string): boolean;
  setTabVisible(tab: string, visible: boolean): void;
}

/** Where the custom-function runtime announces itself and brings its results. */
export interface FunctionSink {
  runtimeReady(): void;
  results(rows: readonly unknown[]): void;
}

/** All that answering a request may touch. */
export interface HostContext {
  readonly port: WorkbookPort;
  readonly store: BookStore;
  readonly references: References;
  readonly events: EventHub;
  readonly bag: Bag;
  readonly columnIds: ColumnIds;
  readonly document: DocumentInfo;
  readonly pane: PaneControl;
  readonly ribbon: RibbonControl;
  readonly windows: BookWindows;
  readonly functions: FunctionSink;
  /** members an add-in asked for and the host does not have */
  readonly unknown: Set<string>;
}

/** An Office.js member we do not have: named in the answer, and listed for whoever looks at the workbench. */
export function notImplemented(context: HostContext, member: string): HostError {
  context.unknown.add(member);
  return new HostError("ApiNotFound", `The workbench host does not implement ${member}.`);
}
