import { PAYLOAD_LIMIT } from "../functions/channel";
import type { BookStore } from "../model/bookStore";
import type { WorkbookPort } from "../model/WorkbookPort";
import { Bag } from "../richapi/bag";
import { ColumnIds } from "../richapi/columnIds";
import type { DocumentInfo, HostContext } from "../richapi/context";
import { EventRouter } from "../richapi/eventRouter";
import { EventHub, EventType } from "../richapi/events";
import { interpret } from "../richapi/interpreter";
import { Refused, type RequestBody } from "../richapi/protocol";
import { References } from "../richapi/references";
import { CustomFunctionChannel } from "./customFunctionChannel";
import type { HostTransport } from "./HostTransport";
import { Pane, Ribbon } from "./surroundings";

export interface OfficeCoreOptions {
  readonly port: WorkbookPort;
  readonly store: BookStore;
  readonly document: DocumentInfo;
  /** told each file that an add-in opens as a new book */
  readonly openBook?: (file: Uint8Array) => void;
  /** bytes; Infinity switches the limit off */
  readonly payloadLimit?: number;
}

export type Answer = { readonly ok: true; readonly body: string } | { readonly ok: false; readonly error: number };

/** One workbook as an Office.js host: answers requests, raises events. Transports carry both; it knows neither window nor frame. */
export class OfficeCore {
  readonly context: HostContext;
  readonly functions: CustomFunctionChannel;
  readonly pane: Pane;
  readonly ribbon = new Ribbon();
  payloadLimit: number;
  private transport: HostTransport | undefined;
  private readonly stop: () => void;

  constructor(options: OfficeCoreOptions) {
    this.payloadLimit = options.payloadLimit ?? PAYLOAD_LIMIT;
    this.functions = new CustomFunctionChannel((entries) => this.transport?.sendEntries(entries), () => this.payloadLimit);
    const events = new EventHub((entries) => this.transport?.sendEntries(entries));
    this.pane = new Pane((visible) => events.raiseAlways(EventType.PaneVisibilityChanged, { visibility: visible ? "Visible" : "Hidden" }));
    this.context = {
      port: options.port,
      store: options.store,
      document: options.document,
      events,
      references: new References(),
      bag: new Bag(),
      columnIds: new ColumnIds(),
      pane: this.pane,
      ribbon: this.ribbon,
      windows: { made: new Map(), open: (file) => options.openBook?.(file) },
      functions: this.functions,
      unknown: new Set(),
    };
    const router = new EventRouter(this.context, () => this.transport?.sendSelectionChanged());
    this.stop = options.port.on((event) => router.route(event));
  }

  connect(transport: HostTransport): void {
    this.transport = transport;
  }

  /** the body of one ProcessQuery request, as text */
  answer(request: string): Answer {
    if (outweighs(request, this.payloadLimit)) return { ok: false, error: Refused.RequestTooLarge };
    const response = JSON.stringify(interpret(JSON.parse(request) as RequestBody, this.context));
    return outweighs(response, this.payloadLimit) ? { ok: false, error: Refused.ResponseTooLarge } : { ok: true, body: response };
  }

  /** the add-in's page was loaded again: what it held and listened to is gone */
  reset(): void {
    this.context.events.clear();
    this.context.references.clear();
    this.context.windows.made.clear();
    this.functions.reset();
  }

  dispose(): void {
    this.stop();
    this.reset();
    this.transport = undefined;
  }
}

/** UTF-8 bytes; counted only where the number of letters leaves it open */
function outweighs(text: string, limit: number): boolean {
  if (text.length > limit) return true;
  return text.length * 3 > limit && new TextEncoder().encode(text).length > limit;
}
