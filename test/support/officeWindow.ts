import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { JSDOM } from "jsdom";
import { BookStore } from "../../src/workbench/model/bookStore";
import { MemoryBook } from "../../src/workbench/model/MemoryBook";
import type { WorkbookPort } from "../../src/workbench/model/WorkbookPort";
import { createBridgeHost, type BridgeHost } from "../../src/workbench/transport/officeHost";

/**
 * Starts the genuine, unmodified Office.js client for Excel on the web (`excel-web-16.00.js` of @microsoft/office-js) in a jsdom
 * window of its own, against the workbench's host over a workbook in memory. `Excel.run`, proxies, errors, events and the
 * custom-function runtime are the client's own; what its loader would add is stood in for here: `CustomFunctions.associate`,
 * `Office.onReady`, and `Office.context.requirements` when `requirementSets` are given (without them every set reads as
 * supported). Call `close()` when the suite ends. With `globals: true` the names `Excel`, `Office`, `OfficeExtension`,
 * `OfficeRuntime` and `CustomFunctions` are also put on this test's global object until `close()`, so that code written for
 * the add-in runs as it is. Errors come from the other window: test their `code`, not `instanceof Error`.
 *
 *     const office = startOfficeWindow({ globals: true });
 *     await Excel.run(async (context) => { ... });
 *     office.book.values(...);      // the workbook itself
 *     office.close();
 */
export interface OfficeWindow {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly CustomFunctions: typeof CustomFunctions;
  readonly window: JSDOM["window"];
  readonly host: BridgeHost;
  readonly book: WorkbookPort;
  readonly store: BookStore;
  close(): void;
}

export interface OfficeWindowOptions {
  /** default: a new MemoryBook with one sheet */
  readonly port?: WorkbookPort;
  readonly store?: BookStore;
  readonly locale?: string;
  readonly requirementSets?: Readonly<Record<string, string>>;
  /** bytes; default 5 MB */
  readonly payloadLimit?: number;
  readonly globals?: boolean;
  /** told each file that the client opens as a new book */
  readonly openBook?: (file: Uint8Array) => void;
}

const CLIENT = resolve(__dirname, "../../node_modules/@microsoft/office-js/dist/excel-web-16.00.js");
const GLOBALS = ["Excel", "Office", "OfficeExtension", "OfficeRuntime", "CustomFunctions"] as const;
let source: string | undefined;

export function startOfficeWindow(options: OfficeWindowOptions = {}): OfficeWindow {
  const book = options.port ?? new MemoryBook();
  const store = options.store ?? new BookStore();
  const host = createBridgeHost({
    port: book,
    store,
    document: { url: "https://localhost/Book1.xlsx", locale: options.locale ?? "en-US" },
    ...(options.payloadLimit === undefined ? {} : { payloadLimit: options.payloadLimit }),
    ...(options.openBook === undefined ? {} : { openBook: options.openBook }),
  });
  const context = contextOf(options);
  const { window } = new JSDOM("<!doctype html><title>add-in</title>", { runScripts: "outside-only", url: "https://localhost/taskpane.html" });
  Object.assign(window, { _richApiNativeBridge: host.bridge, ...loader(() => context) });
  window.eval((source ??= readFileSync(CLIENT, "utf8")));
  standIn(window);
  const restore = options.globals ? putGlobals(window) : () => undefined;
  const close = () => {
    restore();
    host.dispose();
    window.close();
  };
  return { Excel: nameIn(window, "Excel"), Office: nameIn(window, "Office"), CustomFunctions: nameIn(window, "CustomFunctions"), window, host, book, store, close };
}

function nameIn<T>(window: JSDOM["window"], name: string): T {
  return (window as unknown as Record<string, T>)[name]!;
}

/** the loader's `CustomFunctions.associate`: the client reads the mappings when it calls, and asks to be told of new ones */
function association(): object {
  const mappings: Record<string, unknown> = {};
  const listeners: (() => void)[] = [];
  const one = (id: string, call: unknown) => void (mappings[id.toUpperCase()] = call);
  return {
    _association: { mappings, onchange: (listener: () => void) => listeners.push(listener) },
    associate: (first: string | Record<string, unknown>, call?: unknown) => {
      if (typeof first === "string") one(first, call);
      else for (const [id, each] of Object.entries(first)) one(id, each);
      for (const listener of listeners) listener();
    },
  };
}

/** what the client asks its loader while it loads: a shared runtime with custom functions on the web */
function loader(context: () => object | undefined): object {
  return {
    CustomFunctions: association(),
    OSF: { _OfficeAppFactory: { getHostInfo: () => ({ hostType: "excel", hostPlatform: "web", flags: 3 }), getContext: context } },
  };
}

/** the page is ready at once */
function standIn(window: JSDOM["window"]): void {
  const info = { host: "Excel", platform: "OfficeOnline" };
  const onReady = (callback?: (it: typeof info) => void) => Promise.resolve(info).then((it) => (callback?.(it), it));
  Object.assign(nameIn<object>(window, "Office"), { onReady, HostType: { Excel: "Excel" }, PlatformType: { OfficeOnline: "OfficeOnline" } });
}

function contextOf({ requirementSets, locale = "en-US" }: OfficeWindowOptions): object | undefined {
  if (!requirementSets) return undefined;
  const requirements = { isSetSupported: (name: string, version?: string | number) => atLeast(requirementSets, name, String(version ?? "1.1")) };
  return { requirements, displayLanguage: locale, contentLanguage: locale };
}

function atLeast(sets: Readonly<Record<string, string>>, name: string, version: string): boolean {
  const own = Object.entries(sets).find(([set]) => set.toLowerCase() === name.toLowerCase())?.[1];
  if (own === undefined) return false;
  const [major = 0, minor = 0] = own.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = version.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

function putGlobals(window: JSDOM["window"]): () => void {
  const here = globalThis as unknown as Record<string, unknown>;
  const before = GLOBALS.map((name) => [name, here[name]] as const);
  for (const name of GLOBALS) here[name] = nameIn(window, name);
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete here[name];
      else here[name] = value;
    }
  };
}
