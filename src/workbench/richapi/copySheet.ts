import type { SheetId } from "../model/WorkbookPort";
import type { HostContext } from "./context";
import { copyInto } from "./copyRange";
import { sheetOf } from "./ranges";

/** `sheet.copy(positionType, relativeTo)`: cells, formats and column widths; tables and charts stay behind. */
export function copySheet(context: HostContext, id: SheetId, args: readonly unknown[]): SheetId {
  const copy = context.port.addSheet(freeName(context, sheetOf(context, id).name));
  const used = context.port.usedRect(id, false);
  if (used) {
    copyInto(context, { ...used, sheet: copy }, used, []);
    for (let column = used.column; column < used.column + used.columns; column++) {
      context.port.setColumnWidth(copy, column, 1, context.port.columnWidth(id, column));
    }
  }
  const position = placeOf(context, args);
  if (position !== undefined) context.port.changeSheet(copy, { position });
  return copy;
}

/** `Ledger (2)`, as Excel names a copy */
function freeName(context: HostContext, name: string): string {
  const taken = new Set(context.port.sheets().map((sheet) => sheet.name.toLowerCase()));
  for (let at = 2; ; at++) {
    const tail = ` (${at})`;
    const next = name.slice(0, 31 - tail.length) + tail;
    if (!taken.has(next.toLowerCase())) return next;
  }
}

function placeOf(context: HostContext, [type, relativeTo]: readonly unknown[]): number | undefined {
  if (type === "Beginning") return 0;
  if (type !== "Before" && type !== "After") return undefined;
  const target = typeof relativeTo === "object" && relativeTo !== null && "target" in relativeTo ? relativeTo.target : undefined;
  const at = context.port.sheets().findIndex((sheet) => sheet.id === target);
  return at < 0 ? undefined : at + (type === "After" ? 1 : 0);
}
