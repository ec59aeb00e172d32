/** `A` for 0, `AA` for 26. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) name = String.fromCharCode(65 + (rest % 26)) + name;
  return name;
}

/** 0 for `A`; letters only. */
export function columnOfName(name: string): number {
  let column = 0;
  for (let at = 0; at < name.length; at++) column = column * 26 + (name.charCodeAt(at) & 31);
  return column - 1;
}

/** `$B$7`, of a 0-based column and a 1-based row. */
export function absolute(column: number, row: number): string {
  return `$${columnName(column)}$${row}`;
}
