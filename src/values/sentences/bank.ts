/** What a lender's terms are refused for. */
export const BANK_SENTENCES = {
  NO_TERMS: { en: "No lender's terms were given. Give a range with the headings rule, on, value, source, one rule a row.", zh: "未给出贷款条款。请给出带标题 规则、启用、取值、来源 的区域，每行一条规则。" },
  TERMS_RULE: { en: 'Row {row} of the terms: there is no rule "{found}". Close to it: {listRules}.', zh: "条款第 {row} 行：没有“{found}”这条规则。相近的有：{listRules}。" },
  TERMS_TWICE: { en: "Row {row} of the terms: {rule} stands in row {first} already. Keep one of the two.", zh: "条款第 {row} 行：{rule} 已在第 {first} 行出现。请保留其一。" },
  TERMS_SWITCH: { en: 'Row {row} of the terms: {rule} is on or off by yes or no, not by "{found}".', zh: "条款第 {row} 行：{rule} 以 是 或 否 启用，不能是“{found}”。" },
  TERMS_VALUE: { en: 'Row {row} of the terms: {rule} cannot be "{found}". Wanted: {wanted}.', zh: "条款第 {row} 行：{rule} 不能是“{found}”。应为：{wanted}。" },
  TERMS_ADVANCE: { en: "The terms give no advance rate, without which nothing can be lent. Add the rule advanceRate.", zh: "条款未给出预支比例，无法计算可贷金额。请添加规则 advanceRate。" },
  INSURED_CURRENCY: { en: "The insured limit of '{buyer}' is in {found}, the ledger in {currency}: the two can be neither added nor compared. State the limit in {currency}, or leave it out.", zh: "“{buyer}”的投保限额为 {found}，台账为 {currency}：两者不能相加或比较。请以 {currency} 填写限额，或将其留空。" },
} as const;
