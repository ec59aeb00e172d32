import type { Sentences } from "../say";

/** What a formula refuses by itself, before or beside the ledger. */
export const FORMULA_SENTENCES = {
  NEEDS_LEDGER: {
    en: "The first argument, ledger, is empty. Give a range with its heading row, or the cell with AR.LEDGER.",
    zh: "第一个参数 ledger 为空。请给出含标题行的区域，或 AR.LEDGER 所在的单元格。",
  },
  NOT_A_LEDGER: {
    en: "The first argument, ledger, is '{found}': neither a range with a heading row nor a text from AR.LEDGER.",
    zh: "第一个参数 ledger 是“{found}”：既不是含标题行的区域，也不是 AR.LEDGER 的文本。",
  },
  LEDGER_CELL_ERROR: {
    en: "The cell given as ledger shows {error}. Select that cell to see why, and mend it first.",
    zh: "作为 ledger 的单元格显示 {error}。请选中该单元格查看原因，先予修正。",
  },
  HANDLE_GONE: {
    en: "This ledger has not been read since the workbook was opened. Recalculate the cell with AR.LEDGER.",
    zh: "打开工作簿后尚未读取该台账。请重新计算含 AR.LEDGER 的单元格。",
  },
  NEEDS_BLOCK: {
    en: "No block was given. Give ranges with their heading rows, or cells with AR.LEDGER.",
    zh: "未给出任何块。请给出含标题行的区域，或 AR.LEDGER 所在的单元格。",
  },
  BLOCKS_DISAGREE: {
    en: "Block {block} was read with another {argument} than block {first}. Give {argument} to one block alone, or the same to all.",
    zh: "第 {block} 块的 {argument} 与第 {first} 块不同。请只给一块 {argument}，或各块给相同的 {argument}。",
  },
  MIXED_CURRENCY: {
    en: "The ledger has several currencies, which are never added: {list}. Choose one with the policy key currency, and give rate.XXX for the others to be converted.",
    zh: "台账含多种币种，不能相加：{list}。请用政策键 currency 选定一种，其他币种以 rate.XXX 给出折算率。",
  },
  ONE_CELL: {
    en: "Argument {place}, {argument}, takes one cell, and was given a range of several.",
    zh: "第 {place} 个参数 {argument} 只能是一个单元格，而所给的是多个单元格的区域。",
  },
  ARGUMENT_ERROR: {
    en: "Argument {place}, {argument}, is the error {error}. Mend that cell first.",
    zh: "第 {place} 个参数 {argument} 是错误 {error}。请先修正该单元格。",
  },
  BAD_DAY: {
    en: "Argument {place}, {argument}, is '{found}': not a date between 1990 and 2200. Give a date cell, DATE(2026,6,30), or a text such as 2026-06-30.",
    zh: "第 {place} 个参数 {argument} 是“{found}”：不是 1990 至 2200 年间的日期。请给出日期单元格、DATE(2026,6,30)，或 2026-06-30 这样的文本。",
  },
  BAD_WINDOW: {
    en: "Argument {place}, {argument}, is '{found}': it must be a whole number of days from 1 to {most}. Leave it out for the default.",
    zh: "第 {place} 个参数 {argument} 是“{found}”：须为 1 至 {most} 的整数天数。省略即取默认值。",
  },
  BAD_MONTHS: {
    en: "Argument {place}, {argument}, is '{found}': it must be a whole number of months from 1 to {most}. Leave it out for the default.",
    zh: "第 {place} 个参数 {argument} 是“{found}”：须为 1 至 {most} 的整数月数。省略即取默认值。",
  },
  BAD_COUNT: {
    en: "Argument {place}, {argument}, is '{found}': it must be a whole number from 1 to {most}. Leave it out for the default.",
    zh: "第 {place} 个参数 {argument} 是“{found}”：须为 1 至 {most} 的整数。省略即取默认值。",
  },
  BAD_AMOUNT: {
    en: "Argument {place}, {argument}, is '{found}': it must be a number of at least 0.",
    zh: "第 {place} 个参数 {argument} 是“{found}”：须为不小于 0 的数字。",
  },
  NEEDS_DAY: {
    en: "Argument {place}, {argument}, is empty. Give a date.",
    zh: "第 {place} 个参数 {argument} 为空。请给出日期。",
  },
  MEASURE_OF_BOOK: { en: "'{found}' is a measure of the whole ledger and takes no buyer.", zh: "“{found}”是整本台账的指标，不能指定客户。" },
  NO_SUCH_WORD: {
    en: "Argument {place}, {argument}, is '{found}'. It must be one of {list}.",
    zh: "第 {place} 个参数 {argument} 是“{found}”。须为以下之一：{list}。",
  },
  BAD_FLAG: {
    en: "Argument {place}, {argument}, is '{found}'. It must be TRUE or FALSE.",
    zh: "第 {place} 个参数 {argument} 是“{found}”。须为 TRUE 或 FALSE。",
  },
  BAD_EDGES: {
    en: "Argument {place}, {argument}, is '{found}': it must be whole days of at least 1, each larger than the one before, such as 30, 60, 90.",
    zh: "第 {place} 个参数 {argument} 是“{found}”：须为不小于 1 的整数天数，且逐个递增，例如 30、60、90。",
  },
  NEEDS_BUYER: {
    en: "No buyer was given. Give a buyer's number or name as it stands in the ledger.",
    zh: "未给出客户。请给出台账中的客户编号或名称。",
  },
  NO_STAR: {
    en: "This function answers for one buyer or a range of buyers; \"*\" (all buyers) is for AR.AGING and AR.ASSESS.",
    zh: "本函数回答一个客户或一列客户；“*”（全部客户）用于 AR.AGING 和 AR.ASSESS。",
  },
  NO_CONTROL: {
    en: "Argument {place}, {argument}, is empty. Give the balance in the general ledger: one number, or two columns, buyer and balance.",
    zh: "第 {place} 个参数 {argument} 为空。请给出总账余额：一个数字，或客户与余额两列。",
  },
  CONTROL_DIFFERS: {
    en: "The ledger adds up to {ledger} and the books say {control}: {difference} more. A pack is made once they agree; AR.RECONCILE finds what the difference is made of.",
    zh: "台账合计 {ledger}，总账为 {control}，相差 {difference}。两者一致后方可制作资料包；AR.RECONCILE 可查明差额构成。",
  },
  CONTROL_NOT_NUMBER: {
    en: "Argument {place}, {argument}, is '{found}': not a number. Give the balance in the general ledger as a number, or two columns, buyer and balance.",
    zh: "第 {place} 个参数 {argument} 是“{found}”：不是数字。请以数字给出总账余额，或给出客户与余额两列。",
  },
  CONTROL_COLUMNS: {
    en: "Argument {place}, {argument}, has {columns} columns. By buyer it takes two: the buyer and its balance.",
    zh: "第 {place} 个参数 {argument} 有 {columns} 列。按客户时须为两列：客户与其余额。",
  },
  CONTROL_EMPTY: {
    en: "Argument {place}, {argument}, holds no balance: none of its rows has a number in the second column.",
    zh: "第 {place} 个参数 {argument} 没有余额：第二列没有任何数字。",
  },
  CONTROL_BALANCE: {
    en: "Row {row} of argument {place}, {argument}: the balance of '{buyer}' is '{found}', not a number. Write 0 where there is none.",
    zh: "第 {place} 个参数 {argument} 的第 {row} 行：“{buyer}”的余额是“{found}”，不是数字。没有余额请写 0。",
  },
  CONTROL_NO_BUYER: {
    en: "Row {row} of argument {place}, {argument}, has a balance and no buyer. Name the buyer, or leave the row out.",
    zh: "第 {place} 个参数 {argument} 的第 {row} 行有余额而没有客户。请写明客户，或略去该行。",
  },
  CONTROL_TWICE: {
    en: "Row {row} of argument {place}, {argument}: '{buyer}' stands in row {first} already. Give one balance a buyer.",
    zh: "第 {place} 个参数 {argument} 的第 {row} 行：“{buyer}”已在第 {first} 行出现。每个客户请只给一个余额。",
  },
  CONTROL_ERROR: {
    en: "Row {row} of argument {place}, {argument}, holds the error {error}. Mend that cell first.",
    zh: "第 {place} 个参数 {argument} 的第 {row} 行是错误 {error}。请先修正该单元格。",
  },
  BUYER_ERROR: {
    en: "The cell given as buyer is the error {error}. Mend that cell first.",
    zh: "作为客户的单元格是错误 {error}。请先修正该单元格。",
  },
  NEEDS_MARGIN: { en: "The terms need your margin and your cost of money. Give the keys margin and costOfMoney in the policy, as fractions.", zh: "确定账期需要毛利率与资金成本。请在政策中以小数给出 margin 与 costOfMoney。" },
  NO_PDS: { en: "No default probabilities are given, and none are made up. Add your own to the policy: pd.A to pd.E, as fractions a year.", zh: "未给出违约概率，本程序也不编造。请在政策中加上您自己的 pd.A 至 pd.E（年，小数）。" },
  BAD_DISCOUNT: { en: "Argument {place}, discount, is '{found}': give a fraction below 1, such as 0.02.", zh: "第 {place} 个参数 discount 是“{found}”：请给出小于 1 的小数，如 0.02。" },
  DISCOUNT_DAYS: { en: "netDays is {net} and discountDays {early}: payment in full must be due later than with the discount.", zh: "netDays 为 {net}，discountDays 为 {early}：全额付款期限须晚于折扣期限。" },
  BAD_RATIO: { en: "Argument {place}, ratios: {ratio} is '{found}', not a number. Total assets must be above 0.", zh: "第 {place} 个参数 ratios：{ratio} 是“{found}”，不是数字。总资产须大于 0。" },
  RATIO_COUNT: { en: "Argument {place}, ratios, has {found} cells: {model} takes {needed} ratios, X1 first, in one row or column.", zh: "第 {place} 个参数 ratios 有 {found} 个单元格：{model} 需要 {needed} 个比率，自 X1 起，一行或一列。" },
  RATE_COUNT: { en: "Argument {place}, rates, has {found} cells: give {needed}, one for each bucket from Not due on, and one more for No due date if you wish.", zh: "第 {place} 个参数 rates 有 {found} 个单元格：须为 {needed} 个，自未到期起每段一个；如需要，可再加一个用于无到期日。" },
  BAD_RATE: { en: "Rate {at} of argument {place}, rates, is '{found}': a rate is a fraction from 0 to 1.", zh: "第 {place} 个参数 rates 的第 {at} 个比率是“{found}”：比率须为 0 至 1 的小数。" },
  "explain.more": { en: "{more} more documents", zh: "另有 {more} 张单据" },
  "note.NOTHING_IN_BUCKET": { en: "Nothing was in this bucket", zh: "该账龄段没有余额" },
  "note.ROLL_ABOVE": { en: "Above 100 %: invoices skipped a bucket, or came in from outside", zh: "超过 100%：有发票跨段或从外部进入" },
  "note.TAKEN_AS_LOST": { en: "Taken as lost", zh: "视为损失" },
  BROKEN_PROMISE: {
    en: "Open Account itself failed here, and the figure cannot be told. Please report it with this text: {found}",
    zh: "Open Account 自身在此出错，无法给出该数字。请附上此文本反馈：{found}",
  },
} as const satisfies Sentences;
