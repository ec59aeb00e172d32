import { field, type Field } from "./field";

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
  field("insuredCurrency", "text", "insuredcurrency limitcurrency insuredlimitcurrency covercurrency policycurrency 限额币种 保险币种 投保币种"),
  field("deductible", "number", "deductible deductibleshare firstloss annualfirstloss 免赔额 自负额"),
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
  field("legalFlag", "text", "legalflag legal judgment judgement adverselegal litigation 失信 失信被执行人 被执行人 法律标记 诉讼"),
  field("previousGrade", "text", "previousgrade lastgrade 上期评级"),
  field("termsDays", "number", "termsdays paymenttermsdays creditdays 账期天数 信用天数"),
];

