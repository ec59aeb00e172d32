import type { Report, Verdict } from "./judge";

const HEADINGS = ["sheet", "system", "lang", "rows", "mapped", "equal", "doubted", "no answer", "silent", "refused", "dirt"] as const;

export function count(report: Report, verdict: Verdict): number {
  return report.figures.filter((one) => one.verdict === verdict).length;
}

/** Columns taken for what they are, of those that matter, in all sheets together. */
export function mappedOf(reports: readonly Report[]): { readonly mapped: number; readonly expected: number } {
  return { mapped: reports.reduce((sum, one) => sum + one.mappedColumns, 0), expected: reports.reduce((sum, one) => sum + one.expectedColumns, 0) };
}

/** What the corpus came to: a line a sheet, totals last. */
export function table(reports: readonly Report[]): string {
  const rows = reports.map((report) => [
    report.sheet.name, report.sheet.system, report.sheet.language, String(report.sheet.grid.length),
    report.expectedColumns === 0 ? "-" : `${report.mappedColumns} of ${report.expectedColumns}`,
    ...(["equal", "doubted", "refused", "silent"] as const).map((verdict) => String(count(report, verdict) || "")),
    report.refused === undefined ? "" : `${report.refused}${report.sheet.refused === "never" ? " (unexpected)" : ""}`, report.sheet.dirt.join(", "),
  ]);
  const all = (one: (report: Report) => number): number => reports.reduce((sum, report) => sum + one(report), 0);
  const { mapped, expected } = mappedOf(reports);
  rows.push([
    `${reports.length} sheets`, "", "", String(all(({ sheet }) => sheet.grid.length)), `${mapped} of ${expected} (${((100 * mapped) / Math.max(1, expected)).toFixed(1)} %)`,
    ...(["equal", "doubted", "refused", "silent"] as const).map((verdict) => String(all((report) => count(report, verdict)))), String(all(({ refused }) => (refused === undefined ? 0 : 1))), "",
  ]);
  const widths = HEADINGS.map((heading, c) => Math.max(heading.length, ...rows.map((row) => width(row[c]!))));
  const line = (cells: readonly string[]): string => cells.map((cell, c) => (c === HEADINGS.length - 1 ? cell : cell + " ".repeat(widths[c]! - width(cell)))).join("  ").trimEnd();
  return [line(HEADINGS), ...rows.map(line)].join("\n");
}

/** Chinese signs take two places. */
function width(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffef]/.test(sign) ? 2 : 1), 0);
}
