import { version } from "../formulas/version";
import { inCell } from "./cellError";
/**
 * The release of Open Account that calculates in this workbook.
 * @customfunction VERSION VERSION
 * @returns The release, such as 0.1.0
 */
export function VERSION(): string {
  return inCell(() => version());
}

