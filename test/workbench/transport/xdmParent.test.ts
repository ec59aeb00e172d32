import { BookStore } from "../../../src/workbench/model/bookStore";
import { MemoryBook } from "../../../src/workbench/model/MemoryBook";
import { createOfficeHost, type OfficeHost } from "../../../src/workbench/transport/officeHost";

/** The frame's side is played by hand: what is posted, what is answered. The real one is tried in Chromium. */
interface Message {
  readonly _actionName: string;
  readonly _correlationId: number;
  readonly _responseType: number;
  readonly _data: unknown;
}

class FakeFrame {
  readonly received: Message[] = [];
  readonly origins: string[] = [];
  private readonly listeners = new Set<(event: MessageEvent) => void>();
  readonly messages = {
    addEventListener: (_type: "message", listener: (event: MessageEvent) => void) => void this.listeners.add(listener),
    removeEventListener: (_type: "message", listener: (event: MessageEvent) => void) => void this.listeners.delete(listener),
  };

  postMessage(message: string, origin: string): void {
    this.received.push(JSON.parse(message) as Message);
    this.origins.push(origin);
  }

  /** a message as the frame posts it; answers what came back for it */
  say(message: object, source: unknown = this): Message | undefined {
    const before = this.received.length;
    for (const listener of this.listeners) listener({ data: JSON.stringify(message), source } as MessageEvent);
    return this.received[before];
  }

  raw(data: unknown): void {
    for (const listener of this.listeners) listener({ data, source: this as unknown } as MessageEvent);
  }
}

let frame: FakeFrame;
let host: OfficeHost;
let store: BookStore;
let conversation: string;
let correlation = 0;

beforeEach(() => {
  frame = new FakeFrame();
  store = new BookStore();
  host = createOfficeHost({ port: new MemoryBook(), store, document: { url: "https://localhost/B.xlsx", locale: "zh-CN" }, hostOrigin: "https://localhost:1", messages: frame.messages, addinName: "Try", requirementSets: { ExcelApi: "1.10" } });
  conversation = (JSON.parse(host.frameName()) as { xdmInfo: string }).xdmInfo.split("|")[0]!;
  host.attachFrame(frame, "https://localhost:2");
});
afterEach(() => host.dispose());

function request(action: string, data: unknown, kind = 0): object {
  return { _messageType: 0, _actionName: action, _conversationId: conversation, _correlationId: ++correlation, _actionType: kind, _data: data };
}

const richApi = (body: object) => request("executeMethod", { DdaMethod: { DispatchId: 93 }, ArrayData: ["IterativeExecutor", "POST", "ProcessQuery", [], JSON.stringify(body), 0, 0] });

test("the frame's name says host, flags for shared runtime and functions, and where to answer", () => {
  const name = JSON.parse(host.frameName()) as { hostInfo: string; xdmInfo: string };
  const fields = name.hostInfo.split("|");
  expect([fields[0], fields[1], fields[3], fields[7]]).toEqual(["Excel", "Web", "zh-CN", "3"]);
  expect(name.xdmInfo).toMatch(/^[0-9a-f-]{36}\|instance-[0-9a-f-]{36}\|https:\/\/localhost:1$/);
});

test("every frame name of one host is the same conversation, another host's is another", () => {
  expect(host.frameName()).toBe(host.frameName());
  const other = createOfficeHost({ port: new MemoryBook(), store, document: { url: "", locale: "en-US" }, hostOrigin: "https://localhost:1", messages: frame.messages });
  expect(other.frameName()).not.toBe(host.frameName());
  other.dispose();
});

test("the app context: what the client needs, requirement versions as texts, saved settings", () => {
  store.documentSettings.set("terms", "30");
  const answer = frame.say(request("ContextActivationManager_getAppContextAsync", null))!;
  const context = answer._data as Record<string, unknown>;
  expect(context).toMatchObject({ _appName: 16, _appVersion: "16.00", _appUILocale: "zh-CN", _docUrl: "https://localhost/B.xlsx", _clientMode: 0, _settings: [["terms", "30"]], _addinName: "Try", _reason: "documentOpened" });
  expect(JSON.parse(context["_requirementMatrix"] as string)).toEqual({ ExcelApi: "1.10" });
  expect(frame.origins).toEqual(["https://localhost:2"]);
});

test("messages of other windows, other conversations and other kinds are not answered", () => {
  expect(frame.say(request("ContextActivationManager_getAppContextAsync", null), {})).toBeUndefined();
  expect(frame.say({ ...request("ContextActivationManager_getAppContextAsync", null), _conversationId: "another" })).toBeUndefined();
  for (const data of ["", "{", "not json", 7, null, undefined, { a: 1 }, "[]"]) frame.raw(data);
  expect(frame.received).toEqual([]);
});

test("a request is interpreted and answered under its own number", () => {
  const answer = frame.say(richApi({ Actions: [{ Id: 2, ActionType: 2, Name: "", ObjectPathId: 1, QueryInfo: { Select: ["name"] } }], ObjectPaths: { 1: { Id: 1, ObjectPathType: 1, Name: "" } } }))!;
  expect(answer._correlationId).toBe(correlation);
  const [status, , body] = (answer._data as { Data: [number, unknown, string] }).Data;
  expect([status, JSON.parse(body)]).toEqual([200, { Results: [{ ActionId: 2, Value: { Name: "B.xlsx" } }], TraceIds: [] }]);
});

test("above the payload limit the request is refused by number; without a limit it is not", () => {
  const large = richApi({ Actions: [], ObjectPaths: {}, padding: "x".repeat(6_000_000) });
  expect(frame.say(large)!._data).toEqual({ Version: 1, Error: 5103 });
  host.payloadLimit = Infinity;
  expect(frame.say(large)!._data).toMatchObject({ Error: 0 });
});

test("methods the host does not have are refused, not left hanging", () => {
  expect(frame.say(request("executeMethod", { DdaMethod: { DispatchId: 64 } }))!._data).toMatchObject({ Error: 5010 });
  expect(frame.say(request("executeMethod", null))!._data).toMatchObject({ Error: 5010 });
  expect(frame.say(request("somethingElse", {}))!._data).toMatchObject({ Error: 5010 });
});

test("a command waits until the page listens, and ends when the page says so", async () => {
  const done = host.runCommand("Button", "press");
  expect(frame.received).toEqual([]);
  frame.say(request("appCommandInvoked", null, 1));
  await new Promise((later) => setTimeout(later, 5));
  expect(frame.received.at(-1)).toMatchObject({ _actionName: "appCommandInvoked", _responseType: 1, _data: { 0: "Button", 1: "press", 2: '{"source":{"id":"Button"}}' } });
  frame.say(request("executeMethod", { DdaMethod: { DispatchId: 94 }, 0: "Button", 1: 0, 2: "" }));
  await expect(done).resolves.toBeUndefined();
});

test("a command that was running when the page was loaded again fails with a sentence", async () => {
  frame.say(request("appCommandInvoked", null, 1));
  await new Promise((later) => setTimeout(later, 5));
  const done = host.runCommand("Button", "press");
  frame.say(request("ContextActivationManager_getAppContextAsync", null));
  await expect(done).rejects.toThrow("loaded again");
});

test("events nobody listens to are not sent; unregistering ends them", () => {
  const calls = () => frame.received.filter((message) => message._actionName === "richApiMessage" && message._responseType === 1).length;
  const call = () => host.functions.send([{ invocation: 1, id: "X", args: [], address: "A!A1", flags: 0 }]);
  call();
  frame.say(request("richApiMessage", null, 1));
  call();
  frame.say(request("richApiMessage", null, 2));
  call();
  expect(calls()).toBe(1);
});

test("nothing is answered after dispose", () => {
  host.dispose();
  expect(frame.say(request("ContextActivationManager_getAppContextAsync", null))).toBeUndefined();
});
