import type { TapeLine } from "../bank/comparePacks";
import { AS_OF_ROW, SEAL_NAME } from "../bank/pack/seal";
import { TAPE, tapeColumn } from "../bank/pack/tapeColumns";
import { NO_DAY, type Day } from "../values/day";
import { scaleOf, toMinor } from "../values/money";
import { openPackFile, type PackFile } from "./readPack";

/** The invoices of a pack, as its file says them. */
export interface PackTape {
  readonly lines: readonly TapeLine[];
  /** undefined where the seal states none */
  readonly asOf: Day | undefined;
  /** buyers have codes in place of names, or invoices numbers of the pack's own: nothing of it can be found again */
  readonly isAnonymous: boolean;
}

const OWN_NUMBER = /^N\d{6,}$/;

/** Undefined: no pack. `exponent`: decimals of the money. A line without number, money or day of issue is passed over. */
export async function readTape(bytes: Uint8Array, exponent: number): Promise<PackTape | undefined> {
  const file = await openPackFile(bytes).catch(() => undefined);
  const tape = file === undefined ? undefined : sheetOf(file, "tape_number");
  if (file === undefined || tape === undefined) return undefined;
  const rows = new Map<number, (string | number)[]>();
  await file.read(tape.sheet, (row, column, _formula, value) => {
    if (row < tape.row || column >= TAPE.length) return;
    const cells = rows.get(row);
    if (cells === undefined) rows.set(row, Object.assign([], { [column]: value }));
    else cells[column] = value;
  });
  const lines: TapeLine[] = [];
  let coded = 0, anew = 0;
  for (const cells of rows.values()) {
    const [number, code, buyer, issued, due, open] = (["number", "code", "name", "issued", "due", "open"] as const).map((name) => cells[tapeColumn(name)]);
    if (number === undefined || typeof issued !== "number" || typeof open !== "number") continue;
    if (code === buyer) coded++;
    if (OWN_NUMBER.test(String(number))) anew++;
    lines.push({ number: String(number), buyer: String(buyer ?? ""), issued: issued as Day, due: typeof due === "number" ? (due as Day) : NO_DAY, open: toMinor(open, scaleOf(exponent)) });
  }
  return { lines, asOf: await asOfIn(file), isAnonymous: lines.length > 0 && (coded === lines.length || anew === lines.length) };
}

/** The sheet that a name of the workbook points into, and the first row of what it names. */
function sheetOf({ names, sheets }: PackFile, name: string): { readonly sheet: PackFile["sheets"][number]; readonly row: number } | undefined {
  const match = /^'?([^'!]+)'?!\$[A-Z]+\$(\d{1,7})/.exec(names.find((one) => one.name === name)?.range ?? "");
  const sheet = sheets.find((one) => one.name === match?.[1]);
  return sheet === undefined ? undefined : { sheet, row: Number(match![2]) };
}

async function asOfIn(file: PackFile): Promise<Day | undefined> {
  const seal = sheetOf(file, SEAL_NAME);
  if (seal === undefined) return undefined;
  let day: Day | undefined;
  await file.read(seal.sheet, (row, column, _formula, value) => {
    if (row === seal.row + AS_OF_ROW && column === 1 && typeof value === "number") day = value as Day;
  });
  return day;
}
