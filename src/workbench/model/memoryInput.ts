import { parseInput } from "./inputParsing";
import type { MemoryCell, MemorySheet } from "./memorySheet";
import type { Content } from "./WorkbookPort";

/** Writes one cell as if it were typed; null and undefined leave it. A date or a percentage brings its format along. */
export function typeInto(sheet: MemorySheet, row: number, column: number, content: Content): void {
  if (content === undefined || content === null) return;
  sheet.setCell(
    row,
    column,
    typeof content === "string" ? textCell(sheet, row, column, content) : { value: content, type: typeof content === "number" ? "Double" : "Boolean" },
  );
}

function textCell(sheet: MemorySheet, row: number, column: number, content: string): MemoryCell | undefined {
  const format = sheet.format(row, column).numberFormat ?? "General";
  if (format === "@" && content !== "") return { value: content, type: "String" };
  const parsed = parseInput(content);
  if (parsed.kind === "formula") return { value: "", type: "Empty", formula: parsed.formula };
  if (parsed.type === "Empty") return undefined;
  if (parsed.numberFormat !== undefined && format === "General") {
    sheet.setFormat(row, column, { ...sheet.format(row, column), numberFormat: parsed.numberFormat });
  }
  return { value: parsed.value, type: parsed.type };
}
