import { field, type Field } from "./field";

/**
 * The columns of money. What is in document currency and what is in local currency are two fields, because a sheet may have
 * both; a balance that runs from row to row, and those of an account, are listed so that they are not taken for what is open.
 */
export const LEDGER_MONEY: readonly Field[] = [
  field("open", "number",
    "open open_balance open_amount amount_open outstanding outstanding_amount amount_outstanding outstanding_balance balance_outstanding total_open_amount amount_due_remaining remaining remaining_amount amount_remaining " +
    "amount_remaining_foreign_currency balance_due invoice_amount_due unpaid unpaid_amount amount_unpaid residual amount_residual residual_amount pending_amount unwritten_off_amount trx_totaldue iramount_f openamount openbalance openamt outstandingamount amtdueremaining remainingamount balancedue " +
    "fnotwrittenoffamountfor 未收金额 未收余额 未核销金额 未结金额 未结余额 未结清金额 未清金额 未清余额 欠款金额 欠款余额 未付金额 未收款金额 未收款 未回款金额 未回款 应收账款余额 未付余额 剩余金额 未结原币 余额原币 借方未结金额 借方未结原币 原币未核销金额 原币未收金额 尚欠金额",
    "amount_due balance due due_amount balance_amount 余额 应收余额 原币余额 到期金额 欠款"),
  field("openLocal", "number",
    "remaining_amount_lcy remaining_amt_lcy amount_remaining_lcy open_amount_in_local_currency balance_lcy iramount amount_residual_signed amount_due_signed acctd_amount_due_remaining " +
    "本币余额 本位币余额 本币未核销金额 本位币未核销金额 未核销金额本位币 未核销金额本币 本币未收金额 剩余金额本币 借方未结本币 余额本位币 余额本币 组织本币余额"),
  field("amount", "number",
    "amount amount_in_doc_curr amount_in_document_currency amount_in_transaction_currency amount_foreign_currency amount_transaction_currency invoice_amount invoice_total invoice_value grand_total " +
    "total total_amount original_amount amount_original amount_due_original gross_amount amount_gross gross document_amount document_total amount_invoiced invoiced_amount invoiced amount_billed billed_amount transaction_amount " +
    "amount_total amount_transaction_total amount_total_in_currency_signed total_in_currency_signed amount_inctax amount_inclvat originalamount amtdueoriginal amountdueoriginal amountincvat totalamt txn_amount opening_amount trx_totalentered iamount_f amountcur fx_amount wrbtr wrshb fallamountfor " +
    "金额 原币金额 凭证货币金额 以凭证货币计的金额 价税合计 价税合计金额 应收金额 原币应收金额 应收总额 应收款 发票金额 发票总额 开票金额 含税金额 含税总额 单据金额 账单金额 总金额 合计金额 发生金额 原始金额 原币应收 应收原币 交易记录币种金额 借方发生金额 借方发生原币 原币发生额 总计",
    "amount_due invoice_grand_total 合计"),
  field("amountLocal", "number",
    "amount_in_local_currency amount_in_local_curr local_amount local_currency_amount amount_in_lc amount_lcy original_amount_lcy original_amt_lcy amount_in_base_currency base_amount functional_amount " +
    "amount_in_accounting_currency amount_in_company_currency amount_total_signed total_signed acctd_amount amountmst iamount natamount dmbtr dmshb " +
    "本币金额 本位币金额 金额本位币 金额本币 本币应收金额 应收金额本位币 价税合计本位币 组织本币金额 本币应收 应收本币 借方发生本币 本币发生额"),
  field("amountNet", "number",
    "net_amount amount_net net_value net net_total subtotal sub_total amount_untaxed untaxed_amount amount_untaxed_signed untaxed_amount_signed amount_excl_tax amount_excl_vat amount_exc_vat taxable_amount amountexcltax amountexclvat " +
    "不含税金额 无税金额 未税金额 净额"),
  field("tax", "number", "tax tax_amount amount_tax tax_signed tax_total vat vat_amount gst gst_amount sales_tax 税额 税金 增值税额"),
  field("discount", "number", "discount discount_amount cash_discount cash_discount_amount discount_taken discount_given discount_total 折扣 折扣额 折扣金额 现金折扣"),
  field("paid", "number",
    "paid paid_amount amount_paid invoice_amount_paid paid_to_date total_paid payments payments_received applied applied_amount amount_applied settled_amount amount_settled settle_amount_cur amount_received received_amount received " +
    "collected collected_amount amount_collected allocated allocated_amount paidamount amountpaid amountapplied trx_totalpaid fwrittenoffamountfor frectotalamountfor " +
    "已收金额 已核销金额 已结金额 已结清金额 回款金额 已回款金额 收款金额 已付金额 已收款金额 已收款 已回款 累计收款 累计已收 实收金额 借方已结金额 借方已结原币 原币已核销金额 原币已收金额",
    "payment payment_amount written_off_amount"), // in 金蝶's English what was written off is what was paid
  field("writeOff", "number", "write_off write_off_amount bad_debt amount_adjusted 坏账 坏账金额 核销坏账金额 调整金额", "written_off amount_written_off written_off_amount"),
  field("paidLocal", "number", "本币已核销金额 本位币已核销金额 已核销金额本位币 已核销金额本币 本币已收金额 借方已结本币"),
  field("credited", "number", "credited amount_credited credited_amount credits_applied 红冲金额 已冲销金额 冲减金额 退款金额", "credit_note credit_notes"),
  field("runningBalance", "number", "running_balance cumulative_balance cumulative_amount 累计余额 累计金额 滚动余额"),
  field("openingBalance", "number", "opening_balance beginning_balance balance_brought_forward 期初余额 年初余额 期初余额借方 期初余额贷方 期初借方 期初贷方 年初余额借方 年初余额贷方"),
  field("closingBalance", "number", "closing_balance ending_balance balance_carried_forward 期末余额 期末余额借方 期末余额贷方 期末借方 期末贷方"),
  field("debit", "number", "debit debit_amount amount_debit debits dr 借方 借方金额 借方发生额 本期借方 本期发生借方 本期发生额借方 借方本币 借方原币 本期应收 amount_in_transaction_currency_debit"),
  field("credit", "number", "credit credit_amount amount_credit credits cr 贷方 贷方金额 贷方发生额 本期贷方 本期发生贷方 本期发生额贷方 贷方本币 贷方原币 本期收回 贷方发生金额 贷方发生原币 amount_in_transaction_currency_credit"),
];

/** Headings that name the document's own currency: beside them a plain `Amount` is in local currency (NetSuite, Dynamics AX). */
export const IN_DOCUMENT_CURRENCY: ReadonlySet<string> = new Set(
  ("amountindoccurr amountindocumentcurrency amountintransactioncurrency amountforeigncurrency amounttransactioncurrency amountremainingforeigncurrency amounttotalincurrencysigned totalincurrencysigned " +
    "amountcur fxamount wrbtr wrshb 原币金额 凭证货币金额 以凭证货币计的金额 原币应收金额 原币发生额 原币未核销金额 原币未收金额 原币余额 交易记录币种金额 应收原币 原币应收 借方发生原币 借方未结原币 余额原币 iamountf iramountf").split(" "),
);
