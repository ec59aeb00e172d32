import { readFileSync } from "node:fs";
import { dateToSerial } from "hucre";
import { readXlsx } from "hucre/xlsx";
import Papa from "papaparse";
import type { Cell, Grid } from "../../values/cell";

/** A file's sheets as ranges: the cells of an .xlsx with days as serials, a .csv as the texts it says. */
export async function gridsOfFile(path: string): Promise<readonly { readonly name: string; readonly grid: Grid }[]> {
  const bytes = readFileSync(path);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const { sheets } = await readXlsx(bytes);
    return sheets.map(({ name, rows }) => ({ name, grid: rows.map((row) => row.map((cell): Cell => (cell instanceof Date ? dateToSerial(cell, false) : cell))) }));
  }
  const { data } = Papa.parse<string[]>(textOf(bytes), { delimiter: "", delimitersToGuess: [",", ";", "\t", "|"], skipEmptyLines: "greedy" });
  return [{ name: path, grid: data }];
}

/** UTF-8, or GB18030 as Chinese Excel writes. */
function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  for (const encoding of ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // the next one
    }
  }
  return new TextDecoder("windows-1252").decode(bytes);
}
