import type { BookSnapshot } from "../../model/bookSnapshot";
import { Formats } from "../page";
import type { Language } from "../words";
import { ledgerSheet } from "./ledgerSheet";
import { overviewSheet } from "./overviewSheet";
import type { Trap } from "./trap";
import { TRAPS_1_TO_5 } from "./traps1to5";
import { TRAPS_6_TO_10 } from "./traps6to10";
import { TRAPS_11_TO_15 } from "./traps11to15";
import { TRAPS_16_TO_20 } from "./traps16to20";
import { TRAPS_21_TO_25 } from "./traps21to25";

const GROUPS = [TRAPS_1_TO_5, TRAPS_6_TO_10, TRAPS_11_TO_15, TRAPS_16_TO_20, TRAPS_21_TO_25];

export const TRAPS: readonly Trap[] = GROUPS.flat();

/** The 25 ageing traps: an overview, and five ledgers a sheet. Plain data and formulas; every name and table is the book's own. */
export function trapsBook(language: Language = "en"): BookSnapshot {
  const formats = new Formats();
  const sheets = GROUPS.map((traps) => ledgerSheet(formats, language, `${traps[0]!.no}-${traps.at(-1)!.no}`, traps));
  const places = new Map(sheets.flatMap((one) => [...one.places]));
  return {
    sheets: [overviewSheet(formats, language, TRAPS, places), ...sheets.map(({ sheet }) => sheet)],
    active: 0,
    names: sheets.flatMap(({ names }) => names),
    formats: formats.list,
  };
}
