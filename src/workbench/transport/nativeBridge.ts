import type { Entry } from "../richapi/protocol";
import { EventType } from "../richapi/events";
import type { HostTransport } from "./HostTransport";
import type { OfficeCore } from "./officeCore";

const REQUEST = 1;
const RESPONSE = 2;
const EVENT = 3;

/** What the client looks for as `_richApiNativeBridge` before it loads: both sides exchange texts. */
export interface NativeBridge {
  onMessageFromHost: ((text: string) => void) | null;
  sendMessageToHost(text: string): void;
}

interface BridgeMessage {
  readonly id: number;
  readonly type: number;
  readonly message: { readonly url: string; readonly body: unknown };
}

/** why a whole request failed, in the words of the client's own error table */
const FAILURES: ReadonlyMap<number, { status: number; code: string; message: string }> = new Map([
  [5103, { status: 400, code: "RequestPayloadSizeLimitExceeded", message: "The request payload size has exceeded the limit." }],
  [5104, { status: 400, code: "ResponsePayloadSizeLimitExceeded", message: "The response payload size has exceeded the limit." }],
]);

/** The seam that native hosts use, for tests without a browser: the same host, no frame. Answers come in a later task, as from a host. */
export function nativeBridge(core: OfficeCore): NativeBridge {
  const toClient = (message: object) => bridge.onMessageFromHost?.(JSON.stringify(message));
  const later = (act: () => void) => setTimeout(act, 0);
  const bridge: NativeBridge = {
    onMessageFromHost: null,
    sendMessageToHost: (text) => later(() => answer(core, JSON.parse(text) as BridgeMessage, toClient)),
  };
  const entries = (list: readonly Entry[]) => later(() => toClient({ type: EVENT, controlId: "", message: { entries: list } }));
  let lastSelection = 0;
  const transport: HostTransport = {
    sendEntries: entries,
    sendSelectionChanged: () => entries([[65536, EventType.SelectionChanged, "", "{}", ++lastSelection]]),
  };
  core.connect(transport);
  return bridge;
}

function answer(core: OfficeCore, { id, type, message }: BridgeMessage, toClient: (message: object) => void): void {
  if (type !== REQUEST) return;
  const result = core.answer(typeof message.body === "string" ? message.body : JSON.stringify(message.body));
  if (result.ok) return toClient({ id, type: RESPONSE, message: { statusCode: 200, headers: {}, body: JSON.parse(result.body) as unknown } });
  const failure = FAILURES.get(result.error) ?? { status: 500, code: "GeneralException", message: "The request failed." };
  toClient(
    { id, type: RESPONSE, message: { statusCode: failure.status, headers: {}, body: { error: { code: failure.code, message: failure.message } } } },
  );
}
