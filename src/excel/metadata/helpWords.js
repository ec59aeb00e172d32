/** What the help pages say beside the words of their sources, in both languages. */

/** Headings of the examples' sheets, as the ledger reads them. */
const HEADINGS = {
  invoice: { en: "Invoice", zh: "发票号" },
  buyer: { en: "Customer", zh: "客户" },
  type: { en: "Document type", zh: "单据类型" },
  issued: { en: "Invoice date", zh: "开票日期" },
  due: { en: "Due date", zh: "到期日" },
  amount: { en: "Amount", zh: "金额" },
  open: { en: "Open amount", zh: "未结金额" },
  settled: { en: "Paid on", zh: "收款日期" },
  date: { en: "Date", zh: "日期" },
  dispute: { en: "Disputed", zh: "争议" },
  rule: { en: "rule", zh: "规则" },
  on: { en: "on", zh: "启用" },
  source: { en: "source", zh: "来源" },
  key: { en: "key", zh: "key" },
  value: { en: "value", zh: "value" },
  balance: { en: "Balance", zh: "余额" },
  insuredLimit: { en: "Insured limit", zh: "保险限额" },
  insuredShare: { en: "Insured share", zh: "赔付比例" },
};

const WORDS = {
  en: {
    lang: "en", home: "All functions", title: "Functions", other: "中文", group: { ledger: "The ledger", receivables: "Receivables", credit: "Credit", bank: "Bank" },
    intro: "Every function reads a ledger: a range with its heading row, or the cell with AR.LEDGER. Each page works one example by hand beside what the function answers.",
    answers: "What it answers", arguments: "Arguments", noArguments: "It takes no arguments.", optional: "may be left out", repeating: "may be repeated", result: "Answer",
    example: "Worked example", sheet: "Sheet", formula: "Formula", gives: "answers", arithmetic: "By hand", firstRows: (shown, all) => `The first ${shown} of ${all} rows.`,
    refusals: "Refusals", refusalsNote: "A formula that cannot be answered says why in its cell.", noRefusals: "Nothing is refused.", source: "Source of the formula",
    see: "See also", footer: "What stands here as an answer was calculated by the functions themselves when this release was built.",
  },
  zh: {
    lang: "zh-CN", home: "全部函数", title: "函数", other: "English", group: { ledger: "台账", receivables: "应收", credit: "信用", bank: "银行" },
    intro: "每个函数都读取一本台账：含标题行的区域，或 AR.LEDGER 所在的单元格。每页用手算与函数的答案对照一个例子。",
    answers: "回答什么", arguments: "参数", noArguments: "没有参数。", optional: "可省略", repeating: "可重复", result: "答案",
    example: "算例", sheet: "工作表", formula: "公式", gives: "的答案", arithmetic: "手算", firstRows: (shown, all) => `共 ${all} 行，此处为前 ${shown} 行。`,
    refusals: "拒绝回答", refusalsNote: "无法回答的公式会在单元格中说明原因。", noRefusals: "没有会被拒绝的情形。", source: "公式出处",
    see: "另见", footer: "此处的答案均由本版本的函数在构建时算出。",
  },
};

module.exports = { HEADINGS, WORDS };
