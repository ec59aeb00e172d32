import { newConversation } from "../transport/officeHost";
import { frameName, type MessageSource } from "../transport/xdmParent";
import type { AddinManifest } from "./manifest";

/** The add-in's frame, put into the page before its host exists. */
export interface EarlyFrame {
  readonly frame: HTMLIFrameElement;
  readonly conversation: string;
  readonly messages: HeldMessages;
}

export function earlyFrame(manifest: AddinManifest, place: HTMLElement, locale: string): EarlyFrame {
  const conversation = newConversation();
  const messages = new HeldMessages(window);
  const frame = document.createElement("iframe");
  frame.title = manifest.name;
  frame.style.cssText = "border:0;width:100%;height:100%;display:block;background:transparent;";
  frame.name = frameName(conversation, locale, location.origin);
  frame.src = manifest.paneAddress;
  place.append(frame);
  return { frame, conversation, messages };
}

type Listener = (event: MessageEvent) => void;

/** Messages of a frame that may speak before anybody listens: kept in their order until they are released. */
export class HeldMessages implements MessageSource {
  readonly #source: MessageSource;
  #held: MessageEvent[] | undefined = [];
  #listener: Listener | undefined;

  constructor(source: MessageSource) {
    this.#source = source;
    source.addEventListener("message", this.#receive);
  }

  addEventListener(_type: "message", listener: Listener): void {
    this.#listener = listener;
  }

  /** the one listener there is has gone, and so has the need for us */
  removeEventListener(): void {
    this.#listener = undefined;
    this.#source.removeEventListener("message", this.#receive);
  }

  /** From here on messages pass through as they come. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const event of held) this.#listener?.(event);
  }

  readonly #receive = (event: MessageEvent): void => {
    if (this.#held !== undefined) this.#held.push(event);
    else this.#listener?.(event);
  };
}
