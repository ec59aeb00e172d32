export type Language = "en" | "zh";

/** Why a file could not be opened or written: one sentence in each language; the open book is untouched. */
const SENTENCES = {
  empty: { en: "{name} is empty.", zh: "{name} 是空文件。" },
  oldExcel: {
    en: "{name} is a workbook of the old .xls kind, or protected by a password. Save it in Excel as .xlsx without a password, and open that.",
    zh: "{name} 是旧版 .xls 工作簿或设有密码。请在 Excel 中另存为不带密码的 .xlsx 后再打开。",
  },
  notWorkbook: {
    en: "{name} could not be read as an .xlsx workbook. If it opens in Excel, save it there as .xlsx once more and open that.",
    zh: "{name} 无法按 .xlsx 工作簿读取。若能在 Excel 中打开，请在其中重新另存为 .xlsx 后再打开。",
  },
  noSheets: { en: "{name} holds no sheet.", zh: "{name} 中没有工作表。" },
  notText: { en: "{name} is neither a workbook nor a text table. Open a .xlsx or .csv file.", zh: "{name} 既不是工作簿也不是文本表格。请打开 .xlsx 或 .csv 文件。" },
  tooLarge: { en: "{name} is larger than {limit} MB. Split it, or save it with fewer sheets.", zh: "{name} 超过 {limit} MB。请拆分文件或减少工作表。" },
  tooManyRows: {
    en: "{name} has {rows} rows and {columns} columns; a sheet holds at most 1,048,576 rows and 16,384 columns.",
    zh: "{name} 有 {rows} 行、{columns} 列；工作表最多容纳 1,048,576 行、16,384 列。",
  },
  textTooLong: {
    en: "{cell} holds a text of {length} characters; a cell of an .xlsx file holds at most {most}. Shorten it, then save.",
    zh: "{cell} 中的文本有 {length} 个字符；.xlsx 单元格最多容纳 {most} 个字符。请缩短后再保存。",
  },
} as const satisfies Record<string, Record<Language, string>>;

export type FileProblem = keyof typeof SENTENCES;

export class FileRefused extends Error {
  readonly problem: FileProblem;
  readonly #values: Readonly<Record<string, string | number>>;

  /** `cause`: what the reader of the format threw, for those who look at the console */
  constructor(problem: FileProblem, values: Readonly<Record<string, string | number>>, cause?: unknown) {
    super(problem, { cause });
    this.name = "FileRefused";
    this.problem = problem;
    this.#values = values;
  }

  sentence(language: Language): string {
    return SENTENCES[this.problem][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(this.#values[name] ?? whole));
  }
}
