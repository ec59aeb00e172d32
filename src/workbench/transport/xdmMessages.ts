/** The messages a page and its frame exchange: JSON texts by `postMessage`, one conversation a frame. */
export interface XdmRequest {
  readonly _messageType: number;
  readonly _actionName: string;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _origin?: string;
  /** 0 a call, 1 listen to the event named, 2 listen no more */
  readonly _actionType: number;
  readonly _data?: unknown;
}

export const MessageType = { Request: 0, Response: 1 } as const;
export const ActionKind = { Invoke: 0, Register: 1, Unregister: 2 } as const;

/** method numbers of `executeMethod` */
export const Dispatch = { RichApi: 93, SaveSettings: 76, CommandCompleted: 94 } as const;

/** a method of Office 2013's common API that this host does not have */
export const NOT_SUPPORTED = 5010;

export function readRequest(data: unknown, conversation: string): XdmRequest | undefined {
  if (typeof data !== "string" || !data.startsWith("{")) return undefined;
  let message: XdmRequest;
  try {
    message = JSON.parse(data) as XdmRequest;
  } catch {
    return undefined; // another page's message
  }
  return message._conversationId === conversation && message._messageType === MessageType.Request ? message : undefined;
}

export function reply(request: XdmRequest, origin: string, data: unknown): string {
  const { _actionName, _conversationId, _correlationId } = request;
  return envelope({ _responseType: 0, _actionName, _conversationId, _correlationId, _origin: origin, _data: data });
}

export function eventMessage(conversation: string, name: string, origin: string, data: unknown): string {
  return envelope({ _responseType: 1, _actionName: name, _conversationId: conversation, _correlationId: -1, _origin: origin, _data: data });
}

function envelope(message: object): string {
  return JSON.stringify({ _messageType: MessageType.Response, _errorCode: 0, _serializerVersion: 1, ...message });
}
