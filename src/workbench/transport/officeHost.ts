import type { FunctionChannel } from "../functions/channel";
import { DEFAULT_REQUIREMENTS, type RequirementSets } from "./appContext";
import { nativeBridge, type NativeBridge } from "./nativeBridge";
import { OfficeCore, type OfficeCoreOptions } from "./officeCore";
import type { RibbonState } from "./surroundings";
import { XdmParent, type FrameWindow, type MessageSource } from "./xdmParent";

/**
 * A host for the genuine, unmodified Office.js client, over any workbook port.
 *
 * In a browser (the shell):
 *
 *     const host = createOfficeHost({ port, store, document: { url: "https://localhost/Sample.xlsx", locale: "en-US" } });
 *     frame.name = host.frameName();            // before the frame is put into the page
 *     frame.src = "/taskpane.html";
 *     document.body.append(frame);
 *     host.attachFrame(frame.contentWindow, window.origin);   // straight after append: the page's first question comes later
 *
 * `functions` is what the dispatcher of custom functions speaks to: it is `ready` once the runtime in the frame announced
 * itself, and says `onReset` when the frame was loaded again (the frame may reload at any time; the host sees it and starts over).
 * `runCommand` presses a button of the ribbon. When another book is opened, the port raises `replaced` and the store is replaced
 * with `store.replace(...)`; the frame may stay. Tests without a browser use `createBridgeHost`.
 */
export interface OfficeHostOptions extends OfficeCoreOptions {
  /** what `isSetSupported` answers. Default: DEFAULT_REQUIREMENTS */
  readonly requirementSets?: RequirementSets;
  readonly addinName?: string;
  /** default: this window's */
  readonly hostOrigin?: string;
  /** default: this window */
  readonly messages?: MessageSource;
  /** of a frame that was put into the page before its host was made: what its `frameName` was made with. Default: a new one */
  readonly conversation?: string;
}

export interface OfficeHost {
  /** the frame's `name`, to be set before it is inserted */
  frameName(): string;
  /** the frame's window, and the origin of the add-in's page */
  attachFrame(frame: FrameWindow, origin: string): void;
  readonly functions: FunctionChannel;
  /** runs the function that `Office.actions.associate` named; resolves with `event.completed()` */
  runCommand(id: string, functionName: string): Promise<void>;
  /** Office.js members the add-in asked for and the host does not have */
  unknownMembers(): readonly string[];
  readonly paneVisible: boolean;
  /** the user opens or closes the pane */
  setPaneVisible(visible: boolean): void;
  /** somebody did: the user, or the add-in by `Office.addin.showAsTaskpane` and `hide` */
  onPaneVisibility(listener: (visible: boolean) => void): () => void;
  /** the add-in switched buttons or tabs by `Office.ribbon.requestUpdate` */
  onRibbon(listener: (state: RibbonState) => void): () => void;
  /** bytes of a request, an answer and one function's arguments; Infinity switches it off */
  payloadLimit: number;
  dispose(): void;
}

export function createOfficeHost(options: OfficeHostOptions): OfficeHost {
  const core = new OfficeCore(options);
  const parent = new XdmParent(core, {
    requirementSets: options.requirementSets ?? DEFAULT_REQUIREMENTS,
    addinName: options.addinName ?? "Add-in",
    hostOrigin: options.hostOrigin ?? globalThis.location.origin,
    messages: options.messages ?? globalThis.window,
    conversation: options.conversation ?? newConversation(),
  });
  return {
    ...faces(core),
    frameName: () => parent.frameName(),
    attachFrame: (frame, origin) => parent.attach(frame, origin),
    runCommand: (id, functionName) => parent.commands.run(id, functionName),
    get paneVisible() {
      return core.pane.visible;
    },
    get payloadLimit() {
      return core.payloadLimit;
    },
    set payloadLimit(limit: number) {
      core.payloadLimit = limit;
    },
    dispose: () => {
      parent.dispose();
      core.dispose();
    },
  };
}

/** The same host behind the client's native bridge, for jsdom: set `bridge` as `_richApiNativeBridge` before the client loads. */
export interface BridgeHost extends Pick<OfficeHost, "functions" | "unknownMembers" | "setPaneVisible" | "onPaneVisibility" | "onRibbon" | "dispose"> {
  readonly bridge: NativeBridge;
  readonly core: OfficeCore;
}

export function createBridgeHost(options: OfficeCoreOptions): BridgeHost {
  const core = new OfficeCore(options);
  return { ...faces(core), bridge: nativeBridge(core), core, dispose: () => core.dispose() };
}

function faces(core: OfficeCore) {
  return {
    functions: core.functions as FunctionChannel,
    unknownMembers: () => [...core.context.unknown].sort(),
    setPaneVisible: (visible: boolean) => core.pane.setVisible(visible),
    onPaneVisibility: (listener: (visible: boolean) => void) => core.pane.onChange(listener),
    onRibbon: (listener: (state: RibbonState) => void) => core.ribbon.onChange(listener),
  };
}

/** new for every page load: the client caches document settings under it */
export function newConversation(): string {
  return globalThis.crypto.randomUUID();
}
