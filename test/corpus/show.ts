/** `npx tsx test/corpus/show.ts NAME`: one sheet, what was taken for what, the issues, and every figure that differs. Without a name: the table. */
import { corpus } from "./corpus";
import { judge, shownIssue, type Report } from "./judge";
import { table } from "./table";

const MOST = 60;

function show({ sheet, refused, reading, strayColumns, figures }: Report): string[] {
  const rows = sheet.grid.slice(0, MOST).map((row, r) => `${String(r + 1).padStart(4)}  ${row.map((cell) => String(cell ?? "").slice(0, 28)).join(" | ")}`);
  const taken = (reading?.columns ?? []).map(({ field, heading, index, sure }) => `  ${field} <- ${heading} (column ${index + 1}, ${sure.toFixed(2)})`);
  const counts = new Map<string, number>();
  for (const { code } of reading?.issues ?? []) counts.set(code, (counts.get(code) ?? 0) + 1);
  const differ = figures.filter(({ verdict }) => verdict !== "equal");
  return [
    `${sheet.name}: ${sheet.system}, ${sheet.language}, ${sheet.dirt.join(", ")}`, ...rows, sheet.grid.length > MOST ? `      ... ${sheet.grid.length} rows` : "",
    refused === undefined ? `Headings in row ${reading!.headingRow}` : `Refused: ${refused} (expected: ${sheet.refused})`, ...taken,
    "Columns astray:", ...strayColumns.map((one) => `  ${one}`),
    `Issues: ${[...counts].map(([code, number]) => `${code} ${number}`).join(", ") || "none"}`, ...(reading?.issues ?? []).slice(0, MOST).map((issue) => `  ${shownIssue(issue)}`),
    `Figures: ${figures.length}, of which differ ${differ.length}`, ...differ.map(({ name, truth, read, verdict }) => `  ${verdict}  ${name}: true ${truth}, read ${read}`),
  ];
}

const wanted = process.argv.slice(2);
const reports = corpus().filter(({ name }) => wanted.length === 0 || wanted.includes(name)).map(judge);
if (reports.length === 0) console.error(`No sheet of that name. There are: ${corpus().map(({ name }) => name).join(", ")}`);
else if (wanted.length === 0) console.log(table(reports));
else for (const report of reports) console.log(show(report).filter((line) => line !== "").join("\n"));
