import { parseArea, rectOf, splitAddress } from "./a1";
import { tableArea } from "./tableReference";
import type { NameInfo, Rect, SheetId, WorkbookPort } from "./WorkbookPort";

export function sheetNamed(port: WorkbookPort, name: string): SheetId | undefined {
  const asked = name.toLowerCase();
  return port.sheets().find((sheet) => sheet.name.toLowerCase() === asked)?.id;
}

/** A name as seen from a sheet: its own first, then the workbook's. */
export function findName(port: WorkbookPort, name: string, scope: SheetId | undefined): NameInfo | undefined {
  const asked = name.toLowerCase();
  const named = port.names().filter((one) => one.name.toLowerCase() === asked);
  return named.find((one) => one.scope !== undefined && one.scope === scope) ?? named.find((one) => one.scope === undefined);
}

/**
 * The cells a text means: an address with or without its sheet, a name that means cells, a table or part of one
 * (`Ledger[#All]`, `Ledger[Amount]`). Undefined where it means no cells. `home` is the sheet of addresses without one.
 */
export function resolveReference(port: WorkbookPort, text: string, home: SheetId): Rect | undefined {
  return resolve(port, text, home, 0);
}

function resolve(port: WorkbookPort, text: string, home: SheetId, depth: number): Rect | undefined {
  if (depth > 8) return undefined; // names that mean each other
  const { sheet: sheetName, rest } = splitAddress(text);
  const sheet = sheetName === undefined ? home : sheetNamed(port, sheetName);
  if (sheet === undefined) return undefined;
  const area = parseArea(rest);
  if (area) return rectOf(sheet, area);
  const name = findName(port, rest, sheet);
  if (name) return resolve(port, name.formula, name.scope ?? home, depth + 1);
  return sheetName === undefined ? tableArea(port, rest) : undefined;
}
