import type { NameInfo, SheetId, TableInfo, Value } from "./WorkbookPort";

/** A heading for every column, each its own: blanks become `Column1`, a second `Open` becomes `Open2`. */
export function tableHeadings(row: readonly Value[]): readonly string[] {
  const seen = new Set<string>();
  return row.map((value, at) => {
    const base = value === "" ? `Column${at + 1}` : String(value);
    let name = base;
    for (let again = 2; seen.has(name.toLowerCase()); again++) name = `${base}${again}`;
    seen.add(name.toLowerCase());
    return name;
  });
}

export function freeTableName(tables: readonly TableInfo[]): string {
  const taken = new Set(tables.map((table) => table.name.toLowerCase()));
  for (let at = tables.length + 1; ; at++) if (!taken.has(`table${at}`)) return `Table${at}`;
}

export function withoutName(names: readonly NameInfo[], name: string, scope: SheetId | undefined): readonly NameInfo[] {
  return names.filter((one) => one.name.toLowerCase() !== name.toLowerCase() || one.scope !== scope);
}
