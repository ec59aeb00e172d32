/** The add-in as it was built: tests that need it say so plainly where it is missing. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { createContext, runInContext } from "node:vm";

export const ROOT = resolve(__dirname, "../..");
export const DIST = join(ROOT, "dist");

export function built(name: string): string {
  const file = join(DIST, name);
  if (!existsSync(file)) throw new Error(`dist/${name} is not there: run "npm run build" first`);
  return readFileSync(file, "utf8");
}

/** Scripts the page parses before anything else: what a first calculated cell waits for. */
export function bootScripts(): string[] {
  return Array.from(built("taskpane.html").matchAll(/<script src="([^"]+)"/g), (match) => match[1]!).filter((src) => !src.startsWith("https:"));
}

export function builtFiles(ending: string): string[] {
  built("taskpane.html");
  return readdirSync(DIST).filter((name) => name.endsWith(ending));
}

/** What Excel gives functions.js besides the language itself, and nothing else. */
export class FakeError {
  readonly code: string;
  readonly message: string;
  constructor(code: string, message: string) {
    this.code = code;
    this.message = message;
  }
}

export const ERROR_CODE = { invalidValue: "#VALUE!", notAvailable: "#N/A", divisionByZero: "#DIV/0!", invalidNumber: "#NUM!", nullReference: "#NULL!", invalidName: "#NAME?", invalidReference: "#REF!" };

export type Associated = (...args: unknown[]) => unknown;

/** Loads dist/functions.js where there is no page, no window, no Node: only the language and CustomFunctions. */
export function loadFunctions(): ReadonlyMap<string, Associated> {
  const associated = new Map<string, Associated>();
  const associate = (id: string, run: Associated): void => {
    if (associated.has(id)) throw new Error(`${id} is associated twice`);
    associated.set(id, run);
  };
  runInContext(built("functions.js"), createContext({ CustomFunctions: { associate, Error: FakeError, ErrorCode: ERROR_CODE } }), { filename: "functions.js" });
  return associated;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly helpUrl: string;
  readonly parameters: readonly { readonly name: string; readonly description: string; readonly type: string; readonly dimensionality?: string; readonly optional?: boolean; readonly repeating?: boolean }[];
  readonly result: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: object;
}

export interface Metadata {
  readonly allowErrorForDataTypeAny: boolean;
  readonly allowCustomDataForDataTypeAny: boolean;
  readonly functions: readonly FunctionMetadata[];
}

export function builtMetadata(name = "functions.json"): Metadata {
  return JSON.parse(built(name)) as Metadata;
}
