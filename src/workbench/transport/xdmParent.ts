import { isObject } from "./isObject";
import { appContext, type RequirementSets } from "./appContext";
import { Commands } from "./commands";
import type { HostTransport } from "./HostTransport";
import type { OfficeCore } from "./officeCore";
import { ActionKind, Dispatch, eventMessage, NOT_SUPPORTED, readRequest, reply, type XdmRequest } from "./xdmMessages";
import type { Entry } from "../richapi/protocol";

/** The window that receives, and the one that is spoken to; a browser's own satisfy both. */
export interface MessageSource {
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
  removeEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

export interface FrameWindow {
  postMessage(message: string, targetOrigin: string): void;
}

export interface XdmOptions {
  readonly requirementSets: RequirementSets;
  readonly addinName: string;
  /** origin of the page that holds the frame */
  readonly hostOrigin: string;
  readonly messages: MessageSource;
  /** anything new a page load: settings are cached by it in the add-in's own storage */
  readonly conversation: string;
}

const APP_CONTEXT = "ContextActivationManager_getAppContextAsync";
const NOTIFY = "ContextActivationManager_notifyHost";
const EXECUTE = "executeMethod";
const RICH_MESSAGE = "richApiMessage";
const SELECTION = "documentSelectionChanged";
const COMMAND = "appCommandInvoked";

/** The parent page of the add-in's frame, as Excel on the web is one. The add-in's page and Office.js are loaded as they are. */
export class XdmParent implements HostTransport {
  readonly commands: Commands;
  private readonly core: OfficeCore;
  private readonly options: XdmOptions;
  private readonly instance: string;
  private readonly listened = new Set<string>();
  private frame: FrameWindow | undefined;
  private frameOrigin = "*";

  constructor(core: OfficeCore, options: XdmOptions) {
    this.core = core;
    this.options = options;
    this.instance = instanceOf(options.conversation);
    this.commands = new Commands((data) => this.event(COMMAND, data));
    core.connect(this);
    options.messages.addEventListener("message", this.onMessage);
  }

  frameName(): string {
    return frameName(this.options.conversation, this.core.context.document.locale, this.options.hostOrigin);
  }

  attach(frame: FrameWindow, origin: string): void {
    this.frame = frame;
    this.frameOrigin = origin;
  }

  sendEntries(entries: readonly Entry[]): void {
    this.event(RICH_MESSAGE, { ArrayData: entries });
  }

  sendSelectionChanged(): void {
    this.event(SELECTION, {});
  }

  dispose(): void {
    this.options.messages.removeEventListener("message", this.onMessage);
    this.commands.reset();
    this.frame = undefined;
  }

  /** messages for events nobody registered are not sent */
  private event(name: string, data: object): void {
    if (this.listened.has(name)) this.post(eventMessage(this.options.conversation, name, this.options.hostOrigin, data));
  }

  private post(message: string): void {
    this.frame?.postMessage(message, this.frameOrigin);
  }

  private readonly onMessage = (event: MessageEvent): void => {
    if (this.frame === undefined || event.source !== (this.frame as unknown)) return;
    const request = readRequest(event.data, this.options.conversation);
    if (request) this.post(reply(request, this.options.hostOrigin, this.answer(request)));
  };

  private answer(request: XdmRequest): unknown {
    if (request._actionType !== ActionKind.Invoke) return this.registration(request);
    switch (request._actionName) {
      case APP_CONTEXT:
        this.restart();
        return appContext({ ...this.options, instance: this.instance, document: this.core.context.document, store: this.core.context.store });
      case EXECUTE:
        return this.execute(isObject(request._data) ? request._data : {});
      case NOTIFY: // telemetry and focus: nothing leaves the machine
        return null;
      default:
        return { Error: NOT_SUPPORTED };
    }
  }

  /** a page asks for its context once in its life: this is another page */
  private restart(): void {
    this.listened.clear();
    this.commands.reset();
    this.core.reset();
  }

  private registration(request: XdmRequest): object {
    if (request._actionType === ActionKind.Register) this.listened.add(request._actionName);
    else this.listened.delete(request._actionName);
    if (request._actionName === COMMAND && request._actionType === ActionKind.Register) {
      setTimeout(() => this.commands.ready(), 0); // after the reply
    }
    return { Error: 0 };
  }

  private execute(data: Readonly<Record<string, unknown>>): object {
    switch (dispatchOf(data)) {
      case Dispatch.RichApi:
        return this.richApi(data["ArrayData"]);
      case Dispatch.SaveSettings:
        return this.saveSettings(data);
      case Dispatch.CommandCompleted:
        this.commands.completed(String(data["0"]));
        return { Version: 1, Error: 0 };
      default:
        return { Version: 1, Error: NOT_SUPPORTED };
    }
  }

  private richApi(array: unknown): object {
    const body = Array.isArray(array) ? (array as readonly unknown[])[4] : undefined;
    if (typeof body !== "string") return { Version: 1, Error: NOT_SUPPORTED };
    const answer = this.core.answer(body);
    return answer.ok ? { Version: 1, Error: 0, Data: [200, [], answer.body] } : { Version: 1, Error: answer.error };
  }

  private saveSettings(data: Readonly<Record<string, unknown>>): object {
    const method = data["DdaSettingsMethod"];
    const properties = isObject(method) ? method["Properties"] : undefined;
    if (!Array.isArray(properties)) return { Version: 1, Error: NOT_SUPPORTED };
    const { documentSettings } = this.core.context.store;
    documentSettings.clear();
    for (const [key, json] of properties as readonly [string, string][]) documentSettings.set(key, json);
    return { Version: 1, Error: 0 };
  }
}

/** The `name` a frame must have before it is put into the page: Office.js reads from it who speaks to it, and where. */
export function frameName(conversation: string, locale: string, hostOrigin: string): string {
  const sharedRuntimeAndFunctions = 3;
  return JSON.stringify({
    baseFrameName: "workbench",
    hostInfo: `Excel|Web|16.01|${locale}|${conversation}|||${sharedRuntimeAndFunctions}`,
    xdmInfo: `${conversation}|${instanceOf(conversation)}|${hostOrigin}`,
    serializerVersion: "1",
    flights: "[]",
  });
}

function instanceOf(conversation: string): string {
  return `instance-${conversation}`;
}

function dispatchOf(data: Readonly<Record<string, unknown>>): unknown {
  const method = data["DdaMethod"];
  return isObject(method) ? method["DispatchId"] : undefined;
}
