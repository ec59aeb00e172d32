/** What a column holds decides whether a heading that could mean two things means this one. */
export type Content = "text" | "code" | "name" | "day" | "number";

export interface Field {
  readonly name: string;
  readonly content: Content;
  /** normalised headings that say exactly this field */
  readonly exact: readonly string[];
  /** normalised headings that may say it, or may say something else: content decides */
  readonly maybe: readonly string[];
}

const words = (text: string): readonly string[] => text.split(" ").filter((word) => word !== "");
const field = (name: string, content: Content, exact: string, maybe = ""): Field => ({ name, content, exact: words(exact), maybe: words(maybe) });

/**
 * Heading words by field: English, Chinese, and the technical names of SAP, Oracle EBS, Kingdee and Yonyou exports.
 * Normalised as `headingText` does it. Fields without a role in the ledger are listed so that their headings are not taken for
 * another field's (a posting date is not a due date, a tax amount is not the amount).
 */
export const LEDGER_FIELDS: readonly Field[] = [
  field("buyerId", "code",
    "customerid customernumber customerno customercode custnumber custno custid custcode accountno accountnumber billtoaccount debtorno debtornumber debtorid debtorcode " +
    "buyerid buyerno buyernumber buyercode clientid clientno clientnumber clientcode customeraccount soldtoparty kunnr fcustomerid ccuscode cdwcode " +
    "客户编码 客户编号 客户代码 客户号 往来户编码 往来单位编码 购货单位代码 买方编码 买方编号",
    "customer account debtor buyer client soldto billto payer 客户 往来单位 购货单位 买方"),
  field("buyerName", "name",
    "customername custname namecustomer buyername clientname debtorname contactname companyname accountname name1 customerfullname " +
    "客户名称 客户全称 往来户名称 往来单位名称 购货单位名称 对方单位 客商 客商名称 买方名称",
    "customer name contact company debtor buyer client 客户 往来单位 购货单位 买方"),
  field("docNo", "code",
    "invoicenumber invoiceno invoiceid invnum invno invoicenum documentnumber documentno docno docnumber documentid trxnumber billno voucherno belnr fbillno cvouchid " +
    "单据编号 单据号 凭证编号 凭证号 发票号 发票号码 发票编号 应收单号 账单编号",
    "no num number docid billingdocument vbeln invoice document reference 编号"),
  field("ref", "text",
    "assignment pono ponumber purchaseorder invoicereference referencekey3 zuonr xblnr xref3 分配 参照 参考码3 采购订单号 合同号 来源单号", "reference"),
  field("docType", "text", "documenttype doctype transactiontype trxtype invoicetype blart fbilltypeid 单据类型 凭证类型 业务类型 票据类型", "type class 类型"),
  field("docDate", "day",
    "documentdate docdate invoicedate invdate trxdate transactiondate dateofissue issuedate issued billdate billingdate dateissued bldat fdate dvouchdate " +
    "凭证日期 单据日期 开票日期 发票日期 业务日期 出票日期", "date 日期"),
  field("postDate", "day", "postingdate postdate gldate budat 过账日期 过帐日期 记账日期 审核日期", ""),
  field("createDate", "day", "documentcreatedate createdate creationdate created datecreated entrydate 创建日期 录入日期 制单日期"),
  field("dueDate", "day",
    "duedate netduedate paymentduedate duein dueindate datedue maturitydate maturity faedt fenddate 到期日 到期日期 净到期日 应付款日 应收日期 收款到期日 预计收款日", "due"),
  field("baseline", "day", "baselinedate baselinecreatedate baselinepaymentdte baselinepaymentdate zfbdt 付款基准日 基限日期"),
  field("settledDate", "day",
    "settleddate settlementdate paymentdate clearingdate cleareddate datecleared closeddate closedate dateclosed paiddate datepaid receiptdate datesettled augdt " +
    "清账日期 清帐日期 收款日期 回款日期 核销日期 结清日期 到账日期", "settled cleared"),
  field("terms", "text", "terms termsofpayment paymentterms paymentterm custpaymentterms creditterms zterm fpayconditon 付款条件 收款条件 信用期 账期"),
  field("dpd", "number",
    "daysoverdue dayspastdue arrearsafternetduedate arrears aging age dayslate daystosettle verzn 逾期天数 过期天数 超期天数 账龄"),
  field("currency", "text", "currency documentcurrency invoicecurrency invoicecurrencycode currencycode curr ccy enteredcurrency waers fcurrencyid 币种 币别 凭证货币 原币单位 货币 原币", ""),
  field("localCurrency", "text", "localcurrency companycodecurrency hwaer 本币 本位币"),
  field("amount", "number",
    "amount amountindoccurr amountindocumentcurrency invoiceamount invoicetotal invoicevalue total totalamount originalamount amtdueoriginal amountdueoriginal grossamount gross " +
    "documentamount amountinvoiced invoicedamount billedamount amountinctax amountinclvat wrbtr wrshb fallamountfor " +
    "金额 原币金额 凭证货币金额 以凭证货币计的金额 价税合计 应收金额 发票金额 开票金额 含税金额 单据金额", ""),
  field("amountLocal", "number", "amountinlocalcurrency amountinlocalcurr localamount localcurrencyamount amountinlc dmbtr dmshb 本币金额 本位币金额"),
  field("amountNet", "number", "netamount amountnet netvalue subtotal amountexcltax amountexclvat taxableamount 不含税金额 未税金额 净额"),
  field("tax", "number", "tax taxamount vat vatamount gst salestax 税额 税金"),
  field("open", "number",
    "open openbalance openamount amountopen openamt outstanding outstandingamount amountoutstanding outstandingbalance totalopenamount amtdueremaining amountdueremaining remaining " +
    "remainingamount balancedue unpaid unpaidamount fnotwrittenoffamountfor 未收金额 未核销金额 未结金额 欠款金额 未付金额 未收款金额 未回款金额",
    "amountdue balance due 余额 应收余额 原币余额 本币余额"),
  field("paid", "number",
    "paid paidamount amountpaid paidtodate totalpaid applied appliedamount amountapplied settledamount amountsettled amountreceived receivedamount received fwrittenoffamountfor " +
    "已收金额 已核销金额 已结金额 回款金额 收款金额 已付金额 已收款金额", ""),
  field("credited", "number", "credited amountcredited creditedamount 红冲金额 已冲销金额"),
  field("clearDoc", "code", "clearingdocument clearingdoc augbl 清账凭证 清帐凭证 核销单号"),
  field("dcInd", "text", "debitcreditind debitcreditindicator debitcredit drcr dcind shkzg 借贷标识 借贷方向 方向"),
  field("specialGL", "text", "specialglind specialglindicator umskz 特别总账标识"),
  field("disputed", "text", "disputed dispute indispute isdisputed disputeflag disputecode disputestatus 争议 是否争议 争议标识"),
  field("block", "text", "dunningblock dunninglevel paymentblock mansp zlspr 催款冻结 付款冻结"),
  field("status", "text", "settlementtype settlementstatus invoicestatus paymentstatus 结算状态 收款状态 核销状态", "status 状态"),
  field("text", "text", "text memo description notes note comment remarks salesrep salesperson sgtxt fsaleerid 业务员 销售员 部门 摘要 文本 备注"),
  field("accountCode", "code", "accountcode glaccount generalledgeraccount 科目编码 科目代码 总账科目 科目"),
  field("openingBalance", "number", "openingbalance beginningbalance 期初余额 年初余额"),
  field("closingBalance", "number", "closingbalance endingbalance 期末余额"),
  field("debit", "number", "debit debitamount dr 借方 借方金额 本期借方"),
  field("credit", "number", "credit creditamount cr 贷方 贷方金额 本期贷方"),
];

/** Receipts by invoice number. "Reference" is the invoice here, "Document" the receipt: hence a list of its own. */
export const RECEIPT_FIELDS: readonly Field[] = [
  field("docNo", "code",
    "invoicenumber invoiceno invoiceid invnum invno invoice appliedto appliedtoinvoice invoicereference 发票号 发票号码 发票编号 单据编号 单据号 应收单号 来源单号",
    "documentnumber documentno docno documentid docid billingdocument reference no number num belnr 编号"),
  field("receiptNo", "code", "receiptnumber receiptno receiptid paymentnumber paymentno paymentid 收款单号 收款编号"),
  field("date", "day",
    "receiptdate paymentdate datepaid paiddate clearingdate settleddate settlementdate valuedate datereceived 收款日期 回款日期 到账日期 核销日期 清账日期 付款日期",
    "date postingdate documentdate 日期 业务日期 过账日期"),
  field("amount", "number",
    "amount receiptamount paymentamount amountpaid paidamount amountreceived receivedamount amountapplied appliedamount paid received 金额 收款金额 回款金额 已收金额 核销金额 付款金额", "total"),
  field("buyer", "text", "customerid customerno customernumber customercode custno custnumber buyerid customer buyer client debtor customername buyername 客户 客户编码 客户编号 客户代码 客户名称"),
  field("currency", "text", "currency currencycode ccy paymentcurrency receiptcurrency 币种 币别 货币"),
  field("type", "text", "type receipttype paymenttype documenttype settlementtype 类型 收款类型 单据类型"),
];

/** Attributes by buyer. Names are what `Buyers.facts` answers to. */
export const BUYER_FIELDS: readonly Field[] = [
  field("buyerId", "code", "customerid customernumber customerno customercode custnumber custno custid accountno accountnumber debtorno buyerid buyerno buyercode clientid clientcode 客户编码 客户编号 客户代码",
    "customer account debtor buyer client 客户"),
  field("buyerName", "name", "customername custname buyername clientname debtorname companyname 客户名称 客户全称", "customer name company debtor buyer client 客户"),
  field("country", "text", "country countrycode 国家 国家地区 国别"),
  field("sector", "text", "sector industry branch 行业"),
  field("parent", "text", "parent group parentcompany ultimateparent 母公司 集团 上级单位"),
  field("creditLimit", "number", "creditlimit limit currentlimit 信用额度 授信额度"),
  field("insuredLimit", "number", "insuredlimit insurancelimit insurerlimit coverlimit buyerlimit 保险限额 信保限额 投保限额"),
  field("insuredShare", "number", "insuredshare insuredpct insuredpercentage cover coverpercentage 赔付比例 投保比例 承保比例"),
  field("netWorth", "number", "networth tangiblenetworth equity 净资产"),
  field("workingCapital", "number", "workingcapital 营运资金 营运资本"),
  field("statementDate", "day", "statementdate statements accountsdate balancesheetdate 报表日期"),
  field("currentAssets", "number", "currentassets 流动资产"),
  field("currentLiabilities", "number", "currentliabilities 流动负债"),
  field("totalAssets", "number", "totalassets assets 总资产 资产总额"),
  field("totalLiabilities", "number", "totalliabilities liabilities 总负债 负债总额"),
  field("retainedEarnings", "number", "retainedearnings 留存收益 未分配利润"),
  field("ebit", "number", "ebit operatingprofit 息税前利润"),
  field("sales", "number", "sales revenue turnover 营业收入 销售收入"),
  field("payable", "number", "payable payables weowe contra 应付 应付余额"),
  field("affiliate", "text", "affiliate affiliated relatedparty 关联方"),
  field("government", "text", "government govt publicsector 政府"),
  field("foreign", "text", "foreign abroad 境外"),
  field("insolvent", "text", "insolvent insolvency bankrupt 破产"),
  field("previousGrade", "text", "previousgrade lastgrade 上期评级"),
  field("termsDays", "number", "termsdays paymenttermsdays creditdays 账期天数 信用天数"),
];

/** Policy keys `field.NAME`: the columns a reader of the ledger uses. */
export const FIELD_NAMES: readonly string[] = LEDGER_FIELDS.map((it) => it.name);
