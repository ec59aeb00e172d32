import type { Cell, Sheet, TableDefinition, Workbook } from "hucre/xlsx";
import type { BookSnapshot } from "../model/bookSnapshot";
import type { AddinParts, Catalogue } from "./addinSettings";
import type { Language } from "./fileRefused";

/** What a file holds and the grid does not show, and the writer can put back. */
const CARRIED = [
  "dataValidations", "conditionalRules", "autoFilter", "pageSetup", "headerFooter", "protection", "images", "textBoxes", "sparklines", "rowBreaks", "colBreaks",
  "outlineProperties", "backgroundImage", "view",
] as const satisfies readonly (keyof Sheet)[];

export type CarriedSheet = Partial<Pick<Sheet, (typeof CARRIED)[number]>> & {
  /** links and notes by `row,column` */
  readonly attached?: ReadonlyMap<string, Pick<Cell, "hyperlink" | "comment">>;
};

export type CarriedTable = Pick<TableDefinition, "columns" | "showAutoFilter" | "showRowStripes" | "showColumnStripes">;

export interface CarriedBook {
  readonly properties?: Workbook["properties"];
  readonly defaultFont?: Workbook["defaultFont"];
  readonly workbookProtection?: Workbook["workbookProtection"];
  /** the catalogue that the book's add-in came from */
  readonly catalogue?: Catalogue;
  /** what is lost in a file saved here */
  readonly notKept: readonly NotKept[];
}

const NOT_KEPT = {
  charts: { en: "unusual charts", zh: "特殊图表" },
  pivots: { en: "pivot tables", zh: "数据透视表" },
  slicers: { en: "slicers", zh: "切片器" },
  threads: { en: "comment threads", zh: "批注对话" },
  links: { en: "links to other workbooks", zh: "指向其他工作簿的链接" },
  macros: { en: "macros", zh: "宏" },
  addins: { en: "settings of other add-ins", zh: "其他加载项的设置" },
} as const satisfies Record<string, Record<Language, string>>;

export type NotKept = keyof typeof NOT_KEPT;

export function carriedSheet(sheet: Sheet): CarriedSheet {
  const attached = new Map<string, Pick<Cell, "hyperlink" | "comment">>();
  for (const [key, { hyperlink, comment }] of sheet.cells ?? []) {
    if (hyperlink !== undefined || comment !== undefined) attached.set(key, { ...(hyperlink === undefined ? {} : { hyperlink }), ...(comment === undefined ? {} : { comment }) });
  }
  const kept = Object.fromEntries(CARRIED.filter((key) => sheet[key] !== undefined).map((key) => [key, sheet[key]])) as CarriedSheet;
  return attached.size === 0 ? kept : { ...kept, attached };
}

export function carriedBook(workbook: Workbook, fileName: string, charts: boolean, parts?: AddinParts): CarriedBook {
  return {
    ...(workbook.properties === undefined ? {} : { properties: workbook.properties }),
    ...(workbook.defaultFont === undefined ? {} : { defaultFont: workbook.defaultFont }),
    ...(workbook.workbookProtection === undefined ? {} : { workbookProtection: workbook.workbookProtection }),
    ...(parts?.catalogue === undefined ? {} : { catalogue: parts.catalogue }),
    notKept: notKept(workbook, fileName, charts, parts?.others === true),
  };
}

function notKept(workbook: Workbook, fileName: string, charts: boolean, addins: boolean): NotKept[] {
  const some = (key: "pivotTables" | "slicers" | "timelines" | "threadedComments"): boolean => workbook.sheets.some((sheet) => (sheet[key]?.length ?? 0) > 0);
  const found: Readonly<Record<NotKept, boolean>> = {
    charts,
    pivots: some("pivotTables"),
    slicers: some("slicers") || some("timelines"),
    threads: some("threadedComments"),
    links: (workbook.externalLinks?.length ?? 0) > 0,
    macros: /\.xlsm$/i.test(fileName),
    addins,
  };
  return (Object.keys(found) as NotKept[]).filter((kind) => found[kind]);
}

/** One sentence about what a file saved here would lack; undefined when it lacks nothing we know of. */
export function notKeptSentence(book: BookSnapshot, name: string, language: Language): string | undefined {
  const kinds = ((book.carried as CarriedBook | undefined)?.notKept ?? []).map((kind) => NOT_KEPT[kind][language]);
  if (kinds.length === 0) return undefined;
  return language === "zh"
    ? `${name} 中的${kinds.join("、")}不在此处显示，也不会保存到这里另存的文件中；原文件不受影响。`
    : `The ${kinds.join(", ")} of ${name} are not shown here and will not be in a file saved here. Your own file keeps them.`;
}
