import type { BookSnapshot } from "../model/bookSnapshot";
import type { Addin } from "./addinSettings";
import { openCsv } from "./csv";
import { FileRefused } from "./fileRefused";
import { openXlsx } from "./openXlsx";

export { FileRefused };

const MEGABYTE = 1024 * 1024;
const LARGEST = 200 * MEGABYTE;

/** Opens a file by what it is, not by how it is called: a zip is a workbook, anything else a text table. */
export async function openBookFile(bytes: Uint8Array, name: string, addin?: Addin): Promise<BookSnapshot> {
  if (bytes.length === 0) throw new FileRefused("empty", { name });
  if (bytes.length > LARGEST) throw new FileRefused("tooLarge", { name, limit: LARGEST / MEGABYTE });
  const zip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const container = bytes[0] === 0xd0 && bytes[1] === 0xcf;
  return zip || container || /\.xls[xmb]?$/i.test(name) ? openXlsx(bytes, name, addin) : openCsv(bytes, name);
}
