import { field, type Field } from "./field";
import { LEDGER_MONEY } from "./moneyFields";

export type { Content, Field } from "./field";
export { BUYER_FIELDS, RECEIPT_FIELDS } from "./sideFields";

/**
 * Heading words by field (methods.md K1): English, Chinese, and technical names. Normalised as `headingText` does it; `_`
 * stands between words. Seen in public code and manuals: SAP FBL5N and BSID, Oracle EBS payment schedules, 金蝶云星空 AR_receivable, U8
 * import fields, Business Central page 25 and Dynamics AX customer transactions, NetSuite search labels, Xero's invoice file, QuickBooks
 * reports, Sage 50 audit headers, Odoo account.move, ERPNext accounts receivable. From memory: the labels of 用友 NC and of QuickBooks
 * Online, and Odoo's column titles.
 * Fields without a role in the ledger are listed so that their headings are not taken for another field's (a posting date is
 * not a due date, a tax amount is not the amount).
 */
export const LEDGER_FIELDS: readonly Field[] = [
  field("buyerId", "code",
    "customer_id customer_no customer_code custid custcode customer_account account_no account_code account_ref account_num bill_to_account bill_to_customer_no sell_to_customer_no " +
    "debtor_no debtor_id debtor_code buyer_id buyer_no buyer_code client_id client_no client_code sold_to_party sold_to_no party_id party_code partner_id customernumber customerno custnumber custno " +
    "accountnumber accountno debtornumber buyernumber clientnumber kunnr fcustomerid fcustomerid_fnumber ccuscode cdwcode " +
    "客户编码 客户编号 客户代码 客户号 客户ID 客户账号 客户账户 往来户编码 往来单位编码 往来单位编号 购货单位代码 购货单位编码 买方编码 买方编号 客商编码 客商编号 付款方编码 售达方 债务人编号 对账对象编码",
    "customer account debtor buyer client sold_to bill_to payer party partner 客户 往来单位 购货单位 买方 往来户 业务伙伴"),
  field("buyerName", "name",
    "customer_name custname name_customer buyer_name client_name debtor_name contact_name company_name account_name party_name partner_name bill_to_name sell_to_customer_name sold_to_name payer_name " +
    "customer_full_name invoice_partner_display_name name1 fcustomerid_fname ccusname ccusabbname cdwname " +
    "客户名称 客户全称 客户简称 客户名 往来户名称 往来单位名称 购货单位名称 购货单位全称 对方单位 对方单位名称 客商 客商名称 客商全称 买方名称 付款方名称 付款单位 购买方名称 购方名称 对账对象名称",
    "customer debtor buyer client name party partner company contact payer entity 客户 往来单位 购货单位 买方 往来户 业务伙伴 名称 名称1 单位名称 公司名称 付款方 债务人"),
  field("buyerParent", "text", "parent parent_customer parent_account parent_company ultimate_parent head_office headquarters 母公司 集团 集团客户 上级客户 上级单位 总公司"),
  field("docNo", "code",
    "invoice_no invoicenumber invoiceno inv_no invoice_num invnum invoice_id document_no doc_no transaction_no trx_no trx_number bill_no voucher_no voucher_id invref invoiceref document_id tran_id record_id recordid journal_entry " +
    "documentnumber documentno docnumber docno trxnumber billno voucherno belnr fbillno cvouchid cvouchcode " +
    "单据编号 单据号 单据号码 单据编码 凭证编号 凭证号 凭证号码 凭证字号 发票号 发票号码 发票编号 销售发票号 应收单号 应收单编号 应收单编码 账单编号 账单号 业务单号 结算单号 文档编号 事务处理编号",
    "invoice billing_document vbeln document no number doc_id reference ref_no voucher transaction id name 发票 编号 单号 凭证"),
  field("ref", "text",
    "assignment po_no po_ref purchase_order purchase_order_no customer_po customer_lpo invoice_reference reference_key_3 external_document_no customer_reference your_reference payment_reference source_document " +
    "invoice_origin origin order_no sales_order sales_order_no pono ponumber zuonr xblnr xref3 " +
    "分配 参照 参考 参考码3 采购订单号 采购订单 合同号 合同编号 来源单号 源单编号 源单号 订单号 销售订单号 客户订单号 采购订单编号 销售订单编号 外部单号 源单据",
    "reference po billing_document docnumber"),
  field("docType", "text",
    "document_type doc_type bill_type transaction_type trx_type invoice_type voucher_type move_type transaction_class vouch_type blart fbilltypeid 单据类型 凭证类型 业务类型 票据类型 单据名称 应收类型 单据类别 凭证类别 发票类型 交易类型",
    "type class doc 类型 类别"),
  field("docDate", "day",
    "document_date invoice_date inv_date trx_date transaction_date date_of_issue date_of_invoice issue_date issued issued_on bill_date billing_date date_issued invoice_bill_date business_date when_created whencreated transdate txndate trandate documentdate invoicedate trxdate bldat fdate dvouchdate " +
    "凭证日期 单据日期 开票日期 发票日期 业务日期 出票日期 开单日期 应收单日期 账单日期 制票日期 票据日期 立账日期 事务处理日期",
    "date 日期"),
  field("postDate", "day", "posting_date post_date posted_on gl_date accounting_date postingdate gldate budat 过账日期 记账日期 入账日期 财务日期 审核日期 总账日期"),
  field("createDate", "day", "document_create_date create_date creation_date created created_on date_created entry_date entered_on date_entered cpudt 创建日期 录入日期 制单日期 创建时间"),
  field("dueDate", "day",
    "due_date net_due_date payment_due_date due_in due_in_date date_due maturity_date maturity due_on due_by invoice_due_date invoice_date_due due_date_receive_by dgatheringdate payment_due when_due whendue duedate netduedate faedt fenddate fenddate_h " +
    "到期日 到期日期 净到期日 净价到期日 应付款日 应付款日期 应收日期 应收款日期 收款到期日 付款到期日 应收到期日 发票到期日 预计收款日 预计收款日期 约定付款日 约定收款日 信用到期日",
    "due 到期"),
  field("baseline", "day", "baseline_date baseline_create_date baseline_payment_dte baseline_payment_date baseline_date_for_payment zfbdt 付款基准日 付款基准日期 基限日期 基准日期 起算日期"),
  field("discountDate", "day", "pmt_discount_date cash_discount_date discount_date discount_due_date payment_discount_date 折扣到期日 现金折扣日期"),
  field("settledDate", "day",
    "settled_date settlement_date payment_date clearing_date cleared_date date_cleared closed_date close_date date_closed closed_at_date actual_date_closed gl_date_closed paid_date date_paid paid_on fully_paid_on fully_paid_on_date when_paid whenpaid " +
    "receipt_date date_settled settleddate paymentdate clearingdate augdt 清账日期 收款日期 收款日 回款日期 回款日 核销日期 结清日期 到账日期 付清日期 实收日期 实际收款日期 实际回款日期",
    "settled cleared closed 结算日期"),
  field("lastPaid", "day", "last_settlement last_settlement_date last_payment_date last_payment last_receipt_date lastsettledate 最近收款日期 最后收款日期 上次收款日期 最近回款日期"),
  field("terms", "text",
    "terms terms_of_payment payment_terms payment_term customer_payment_terms credit_terms payment_terms_code terms_code zterm fpayconditon 付款条件 收款条件 付款条款 收款协议 付款协议 信用期 信用天数 账期 账期天数"),
  field("dpd", "days",
    "days_overdue overdue_days days_past_due past_due_days arrears_after_net_due_date arrears aging ageing age age_in_days days_late days_to_settle days_aged overdue_by_days days_open days_outstanding verzn " +
    "逾期天数 过期天数 超期天数 未过期天数 欠款天数 净到期日后的逾期天数 账龄 账龄天数",
    "past_due overdue days"),
  field("instalment", "code", "instalment instalment_no terms_sequence_no instalment_number schedule_no 期数 期次 分期 分期号 期号"),
  field("currency", "currency",
    "amounts_currency currency document_currency invoice_currency invoice_currency_code currency_code currency_id entered_currency transaction_currency trx_currency waers fcurrencyid cexch_name " +
    "币种 币别 货币代码 币种代码 凭证货币 原币单位 货币 原币 原币币种 原币币别 单据币种 结算币种 交易货币"),
  field("localCurrency", "currency", "local_currency company_code_currency base_currency functional_currency accounting_currency lcurr hwaer 本币 本位币 本币币种 本位币币种"),
  field("rate", "number", "exchange_rate currency_rate fx_rate conversion_rate exch_rate kursf iexchrate 汇率 折算汇率 记账汇率", "rate"),
  ...LEDGER_MONEY,
  field("clearDoc", "code", "clearing_document clearing_doc cleared_by settlement_voucher last_settle_voucher augbl 清账凭证 清账凭证号 核销单号 核销单据"),
  field("dcInd", "text", "debit_credit_ind debit_credit_indicator debit_credit dr_cr dc dc_ind d_c shkzg 借贷标识 借贷方向 方向 余额方向"),
  field("specialGL", "text", "special_gl_ind special_gl_indicator umskz 特别总账标识"),
  field("disputed", "text", "disputed dispute in_dispute is_disputed dispute_flag dispute_code dispute_status 争议 是否争议 争议标识"),
  field("voided", "text", "voided is_voided void_flag is_void is_cancelled is_canceled cancelled cancelled_flag cancellation_flag deleted is_deleted 作废标志 作废标识 是否作废 作废 是否取消"),
  field("block", "text", "dunning_block dunning_level payment_block on_hold mansp zlspr 催款冻结 付款冻结"),
  field("status", "text", "status document_status doc_status invoice_status posting_status approval_status fdocumentstatus 单据状态 审核状态 业务状态 状态", "posted state"),
  field("settlementStatus", "text", "settlement_type settlement_status payment_status payment_state fwrittenoffstatus 结算状态 付款状态 收款状态 核销状态 回款状态", "paid open closed settled cleared 未结"),
  field("bookType", "text", "fsetaccounttype 立账类型 立账方式 暂估标识 是否暂估"),
  field("salesperson", "text", "salesperson sales_person sales_rep sales_representative salesperson_code salesman account_manager collector rep invoice_user_id fsaleerid 业务员 销售员 销售代表 客户经理 负责人"),
  field("department", "text", "department department_code cost_center profit_center fsaledeptid 部门 销售部门 部门名称"),
  field("text", "text", "text memo description notes note comment comments remarks details narration txt sgtxt 摘要 文本 备注 说明"),
  field("accountCode", "code", "gl_account gl_account_no general_ledger_account account_code_gl 科目编码 科目编号 科目代码 科目名称 总账科目 会计科目 科目", "account"),
];

/** Policy keys `field.NAME`: the columns a reader of the ledger uses. */
export const FIELD_NAMES: readonly string[] = LEDGER_FIELDS.map((it) => it.name);
