import type { Rect, TableInfo, WorkbookPort } from "./WorkbookPort";

export function headings(port: WorkbookPort, table: TableInfo): readonly string[] {
  if (!table.showHeaders) return Array.from({ length: table.rect.columns }, (_, at) => `Column${at + 1}`);
  return port.values({ ...table.rect, rows: 1 })[0]!.map(String);
}

export function bodyOf(table: TableInfo): Rect {
  const above = table.showHeaders ? 1 : 0;
  return { ...table.rect, row: table.rect.row + above, rows: table.rect.rows - above - (table.showTotals ? 1 : 0) };
}

export function headerOf(table: TableInfo): Rect | undefined {
  return table.showHeaders ? { ...table.rect, rows: 1 } : undefined;
}

export function totalsOf(table: TableInfo): Rect | undefined {
  return table.showTotals ? { ...table.rect, row: table.rect.row + table.rect.rows - 1, rows: 1 } : undefined;
}

/** Structured references outside the table: `T`, `T[#All]`, `T[#Headers]`, `T[Amount]`, `T[[#All],[Amount]:[Open]]`. */
export function tableArea(port: WorkbookPort, text: string): Rect | undefined {
  const match = /^([\p{L}_][\p{L}\p{N}_.]*)(?:\[(.*)\])?$/su.exec(text.trim());
  const table = match && port.tables().find((one) => one.name.toLowerCase() === match[1]!.toLowerCase());
  if (!match || !table) return undefined;
  const inside = (match[2] ?? "").trim();
  const parts = inside.startsWith("[") ? [...inside.matchAll(/\[([^\]]*)\]/g)].map((part) => part[1]!) : inside === "" ? [] : [inside];
  const rows = rowsFor(table, parts.filter((part) => part.startsWith("#")));
  const named = parts.filter((part) => !part.startsWith("#"));
  if (!rows || named.length === 0) return rows;
  const known = headings(port, table).map((heading) => heading.toLowerCase());
  const places = named.map((name) => known.indexOf(name.trim().toLowerCase()));
  if (places.includes(-1)) return undefined;
  const first = Math.min(...places);
  return { ...rows, column: table.rect.column + first, columns: Math.max(...places) - first + 1 };
}

function rowsFor(table: TableInfo, marks: readonly string[]): Rect | undefined {
  const asked = marks.map((mark) => mark.toLowerCase());
  if (asked.includes("#all")) return table.rect;
  const body = bodyOf(table);
  if (asked.length === 0) return body;
  const header = headerOf(table);
  const totals = totalsOf(table);
  if (asked.includes("#data")) {
    const top = asked.includes("#headers") && header ? header.row : body.row;
    const bottom = asked.includes("#totals") && totals ? totals.row + 1 : body.row + body.rows;
    return { ...body, row: top, rows: bottom - top };
  }
  if (asked.includes("#headers")) return header;
  return asked.includes("#totals") ? totals : undefined;
}
