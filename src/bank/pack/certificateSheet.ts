import type { PackSheet, Part, StyledCell } from "./document";
import type { PackData } from "./packData";
import { cell, formula, SheetDraft } from "./sheetDraft";
import { linesOf, type WordKey } from "./words";

/** A line of the borrowing base: what it is, its formula with the value that the formula should give, the engine's own figure. */
export interface BaseLine {
  readonly label: string;
  readonly cell: StyledCell;
  /** undefined: a term, which nobody works out */
  readonly engine: number | string | undefined;
  readonly where: string;
  /** the name by which other sheets call it */
  readonly name?: string;
}

const WIDTH = 60;

/** The first page: warnings, the base line by line, whether every check of the pack holds, contents, and room to sign. */
export function certificateSheet(data: PackData, lines: (first: number) => readonly BaseLine[], warnings: readonly string[], sheets: readonly PackSheet[]): PackSheet {
  const { say, choices } = data;
  const draft = new SheetDraft("certificate", data.sheetName("certificate"), [[46, "text"], [20, "money"], [18, "engine"], [12, "check"], [48, "indented"]]);
  const parties = [["borrower", choices.borrower], ["lender", choices.lender]] as const;
  draft.title(say("certificate.title"), ...parties.map(([key, name]) => say(`certificate.${key}`, { name: name || "________________" }).replace(/\n/g, "  ")), ...data.under);
  for (const warning of warnings) {
    for (const line of warning.split("\n")) for (const part of wrapped(line, 2 * WIDTH)) draft.add(cell(part, "warning"), ...Array.from({ length: 4 }, () => cell("", "ground")));
  }
  if (warnings.length > 0) draft.blank();
  base(draft, data, lines(draft.next + 2));
  certification(draft, data);
  draft.breakBefore = draft.next;
  checks(draft, data);
  contents(draft, data, sheets);
  draft.onePage = false;
  return draft.done();
}

function base(draft: SheetDraft, data: PackData, lines: readonly BaseLine[]): void {
  const { say } = data;
  draft.section(say("certificate.base"));
  draft.headings([say("certificate.line"), say("amount"), say("engine"), say("check"), say("certificate.where")]);
  for (const { label, cell: figure, engine, where, name } of lines) {
    const row = draft.next;
    if (name !== undefined) draft.nameCell(name, 1, row);
    const near = figure.look === "share" || figure.look === "inputShare" ? "0.000002" : data.half;
    draft.tall(Math.max(linesOf(label, 44), linesOf(where, 46)),
      { value: label, look: figure.look === "moneyTotal" ? "total" : "label" }, figure,
      engine === undefined ? undefined : cell(engine, figure.look === "share" ? "engineShare" : "engine"),
      engine === undefined ? undefined : data.check(draft, 3, typeof engine === "string" ? `B${row}=C${row}` : `ABS(B${row}-C${row})<${near}`), cell(where, "wrapped"));
  }
  draft.blank();
}

/** Counts every other check's OK; it is none itself. */
function checks(draft: SheetDraft, { say, checks: all }: PackData): void {
  const bySheet = new Map<string, string[]>();
  for (const at of all) {
    const sheet = at.slice(0, at.indexOf("!"));
    bySheet.set(sheet, [...(bySheet.get(sheet) ?? []), at]);
  }
  draft.section(say("certificate.checks"));
  const first = draft.next;
  for (const [sheet, own] of bySheet) draft.add({ value: sheet, look: "link", to: sheet }, formula(ranges(own).map((range) => `COUNTIF(${range},"OK")`).join("+"), own.length, "count"), cell(own.length, "count"));
  const last = draft.next - 1;
  draft.add(cell(say("certificate.checksOk", { count: all.length }), "total"), formula(`SUM(B${first}:B${last})`, all.length, "count"), cell(all.length, "count"), formula(`IF(B${last + 1}=C${last + 1},"OK","DIFFERS")`, "OK", "check"));
  for (const line of say("certificate.recalculates").split("\n")) draft.add(cell(line, "small"));
  draft.blank();
}

/** Cells below one another as one range. */
function ranges(cells: readonly string[]): string[] {
  const found: { column: string; first: number; last: number; sheet: string }[] = [];
  for (const at of cells) {
    const [, sheet, column, row] = /^(.*)!([A-Z]+)(\d+)$/.exec(at)!;
    const before = found.at(-1);
    if (before?.column === column && before?.last === Number(row) - 1) before!.last++;
    else found.push({ sheet: sheet!, column: column!, first: Number(row), last: Number(row) });
  }
  return found.map(({ sheet, column, first, last }) => `${sheet}!$${column}$${first}:$${column}$${last}`);
}

function contents(draft: SheetDraft, data: PackData, sheets: readonly PackSheet[]): void {
  const { say } = data;
  draft.section(say("certificate.contents"));
  for (const { part, name } of [...sheets, { part: "seal" as const, name: data.sheetName("seal") }]) {
    draft.add({ value: name, look: "link", to: name }, cell(say(TITLES[part]).replace(/\n/g, " "), "text"));
  }
  draft.blank();
}

const TITLES: Readonly<Record<Part | "seal", WordKey>> = {
  certificate: "certificate.title", ageing: "ageing.title", ineligibles: "ineligibles.title", concentration: "concentration.title", cover: "cover.title",
  trend: "trend.title", buyers: "buyers.title", invoices: "tape.title", terms: "terms.title", seal: "seal.title",
};

function certification(draft: SheetDraft, { say }: PackData): void {
  draft.section(say("certificate.certification"));
  for (const line of say("certificate.text").split("\n")) for (const part of wrapped(line, 2 * WIDTH)) draft.add(cell(part, "text"));
  draft.blank();
  for (const [left, right] of [["name", "signature"], ["title", "date"]] as const) {
    draft.tall(2.2, cell(say(`certificate.sign.${left}`), "text"), cell(" ", "line"), cell(" ", "line"), cell(say(`certificate.sign.${right}`), "text"), cell(" ", "line"));
  }
}

/** Lines of so many characters, for a text that runs over several columns; Chinese has no blanks to break at. */
function wrapped(text: string, characters: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+|\s+/g) ?? []) {
    if (linesOf(line + word, characters) > 1) {
      lines.push(line.trim());
      line = "";
    }
    line += word;
  }
  return [...lines, line.trim()];
}
