import { AS_OF_ROW, KEY_COLUMN, LEDGER_ROW, SIGNATURE_COLUMN, NAMES_PART, PARTS_ROW } from "../bank/pack/seal";

/** What the seal sheet says, cell by cell. */
export type SealCells = ReadonlyMap<string, number | string>;

export interface SealedPartRead {
  readonly part: string;
  readonly sheet: string;
  readonly hash: string;
  readonly looks: string;
  readonly byRow: readonly string[];
  readonly values: readonly string[];
  readonly formulas: readonly string[];
}

export interface SealRead {
  readonly seal: string;
  readonly ledgerSeal: string;
  readonly asOf: number;
  readonly names: string;
  readonly signature: string;
  readonly publicKey: string;
  readonly parts: readonly SealedPartRead[];
}

/** `row` is that of the pack's seal. Whatever is not there is "", and then nothing fits it. */
export function readSeal(cells: SealCells, row: number, lastRow: number): SealRead {
  const text = (r: number, c: number): string => String(cells.get(`${r},${c}`) ?? "");
  const parts = new Map<string, { sheet: string; hash: string; looks: string; byRow: string[]; values: string[]; formulas: string[] }>();
  let names = "";
  let at = row + PARTS_ROW;
  for (; text(at, 0) !== "" && at <= lastRow; at++) {
    if (text(at, 0) === NAMES_PART) names = text(at, 3);
    else parts.set(text(at, 0), { sheet: text(at, 1), hash: text(at, 3), looks: text(at, 4), byRow: [], values: [], formulas: [] });
  }
  for (at += 2; text(at, 0) !== "" && at <= lastRow; at++) {
    const part = parts.get(text(at, 0));
    const first = Number(text(at, 1));
    if (part === undefined || !(first >= 1 && first <= LAST_ROW)) continue;
    listed(text(at, 3)).forEach((one, k) => (part.byRow[first - 1 + k] = one));
  }
  for (at += 2; text(at, 0) !== "" && at <= lastRow; at++) {
    const part = parts.get(text(at, 0));
    if (part === undefined) continue;
    part.values = listed(text(at, 3));
    part.formulas = listed(text(at, 4));
  }
  return {
    seal: text(row, 1), ledgerSeal: text(row + LEDGER_ROW, 1), asOf: Number(text(row + AS_OF_ROW, 1)) || 0, names, signature: text(row, SIGNATURE_COLUMN), publicKey: text(row, KEY_COLUMN),
    parts: [...parts].map(([part, one]) => ({ part, ...one, byRow: Array.from(one.byRow, (seal) => seal ?? "") })),
  };
}

const LAST_ROW = 1_048_576;

function listed(text: string): string[] {
  return text === "" ? [] : text.split(" ").map((one) => (one === "-" ? "" : one));
}
