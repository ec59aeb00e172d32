export type Language = "en" | "zh";

/** Everything the workbench's own window says. The add-in and the grid bring their words themselves. */
export const WORDS = {
  title: { en: "Open Account workbench", zh: "Open Account 工作台" },
  subtitle: { en: "a spreadsheet that hosts the add-in", zh: "承载加载项的电子表格" },
  open: { en: "Open", zh: "打开" },
  openTip: { en: "Open an .xlsx or .csv file from this machine", zh: "打开本机上的 .xlsx 或 .csv 文件" },
  save: { en: "Save", zh: "保存" },
  saveTip: { en: "Save the book as .xlsx", zh: "将工作簿另存为 .xlsx" },
  sample: { en: "Sample book", zh: "示例工作簿" },
  sampleTip: { en: "Open the sample book in a new state", zh: "重新打开示例工作簿" },
  sampleName: { en: "Sample book", zh: "示例工作簿" },
  traps: { en: "25 traps", zh: "25 个陷阱" },
  trapsTip: { en: "Open the 25 ageing traps: small ledgers, each with its answer worked out by hand", zh: "打开账龄的 25 个陷阱：小台账，答案均由手算" },
  trapsName: { en: "25 ageing traps", zh: "账龄的 25 个陷阱" },
  language: { en: "中文", zh: "English" },
  languageTip: { en: "切换到中文", zh: "Switch to English" },
  dark: { en: "Dark", zh: "深色" },
  light: { en: "Light", zh: "浅色" },
  themeTip: { en: "Switch between light and dark", zh: "切换浅色与深色" },
  pane: { en: "Open Account pane", zh: "Open Account 窗格" },
  closePane: { en: "Close the pane", zh: "关闭窗格" },
  resizePane: { en: "Width of the pane", zh: "窗格宽度" },
  starting: { en: "Starting the workbench…", zh: "正在启动工作台…" },
  opening: { en: "Opening {name}…", zh: "正在打开 {name}…" },
  saving: { en: "Saving…", zh: "正在保存…" },
  calculating: { en: "Calculating…", zh: "正在计算…" },
  busyCells: { en: "Calculating… {count} cells at #BUSY!", zh: "正在计算… {count} 个单元格显示 #BUSY!" },
  ready: { en: "Ready", zh: "就绪" },
  waitingForAddin: { en: "Waiting for the add-in", zh: "正在等待加载项" },
  unknownMembers: { en: "{count} Office.js members the host does not have", zh: "宿主不支持 {count} 个 Office.js 成员" },
  replaceTitle: { en: "Replace the open book?", zh: "替换当前工作簿？" },
  replaceText: { en: "Changes made since it was opened or saved would be lost.", zh: "打开或保存之后所做的更改将会丢失。" },
  replace: { en: "Replace", zh: "替换" },
  cancel: { en: "Cancel", zh: "取消" },
  dismiss: { en: "Dismiss", zh: "关闭" },
  drop: { en: "Drop the file to open it", zh: "松开鼠标即可打开文件" },
  newBookName: { en: "New book", zh: "新工作簿" },
  newBook: { en: "The add-in made a new book.", zh: "加载项生成了一个新工作簿。" },
  openNewBook: { en: "Open it in a new window", zh: "在新窗口中打开" },
  newBookGone: { en: "The new book was open in another window, which is closed. Make it again.", zh: "新工作簿来自另一个已关闭的窗口，请重新生成。" },
  chartAdded: {
    en: "The chart “{title}” is in the workbook, over {cells}. It is saved with it and drawn by Excel; the workbench draws none.",
    zh: "图表“{title}”已在工作簿中，位于 {cells}。它随工作簿保存，由 Excel 绘制；工作台不绘制图表。",
  },
  chartsKept: {
    en: "Charts in {name}: {count}. They are saved with it and drawn by Excel; the workbench draws none.",
    zh: "{name} 中的图表：{count} 个。它们随工作簿保存，由 Excel 绘制；工作台不绘制图表。",
  },
  trust: {
    en: "Office.js asks once whether to trust this page: press OK in its question. Over https it does not ask.",
    zh: "Office.js 会询问一次是否信任此页面：请点“确定”。使用 https 则不会询问。",
  },
  addinMissing: {
    en: "The add-in did not answer. If its question about trust was cancelled, reload the page and press OK.",
    zh: "加载项没有响应。如果取消了信任询问，请重新加载页面并点“确定”。",
  },
  commandFailed: { en: "The button could not be run: {why}", zh: "无法执行该按钮：{why}" },
  saveFailed: { en: "The book could not be saved: {why} It is still open here, unchanged.", zh: "无法保存工作簿：{why} 工作簿仍然打开，未作更改。" },
  startFailed: { en: "The workbench could not start: {why}", zh: "工作台无法启动：{why}" },
} as const satisfies Record<string, Record<Language, string>>;

export type Word = keyof typeof WORDS;

export function words(language: Language): (word: Word, values?: Readonly<Record<string, string | number>>) => string {
  return (word, values) => WORDS[word][language].replace(/\{(\w+)\}/g, (whole, name: string) => String(values?.[name] ?? whole));
}
