/**
 * The real ledgers, which are not part of the project: in the folder OPEN_ACCOUNT_DATA names, else beside the checkout.
 * Where they are missing, what needs them is reported as skipped, by name.
 */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import Papa from "papaparse";
import type { Grid } from "../../src/values/cell";

const FOLDER = process.env["OPEN_ACCOUNT_DATA"] ?? resolve(__dirname, "../../../shared/data");

/** Where a file of the real ledgers lies. */
export function dataPath(name: string): string {
  return join(FOLDER, name);
}

export function hasData(name: string): boolean {
  return existsSync(join(FOLDER, name));
}

/** `describe` where the file is there, else `describe.skip`. */
export function describeWithData(name: string, title: string, tests: () => void): void {
  (hasData(name) ? describe : describe.skip)(`${title} (${name})`, tests);
}

/** A .csv as a range: every cell a text, as the file says it. */
export function csvGrid(name: string): Grid {
  return Papa.parse<string[]>(readFileSync(join(FOLDER, name), "utf8").replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data;
}

export function jsonData<T>(name: string): T {
  return JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as T;
}
