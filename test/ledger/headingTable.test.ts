/** The heading rows of real systems, with a line or two below them: what each is taken for, and what comes of it. */
import { readHeadings } from "../../src/ledger/columns";
import { readLedger } from "../../src/ledger/readLedger";
import type { Grid } from "../../src/values/cell";
import { book, doubtsIn, linesIn, openIn } from "../support/book";

/** `field=heading` in the order of the columns; the headings that nobody takes are left out. */
const taken = (grid: Grid): string[] => readHeadings(grid, new Map()).columns.map(({ field, heading }) => `${field}=${heading}`);

const SYSTEMS: readonly (readonly [name: string, grid: Grid, columns: readonly string[], lines: readonly string[]])[] = [
  ["SAP FBL5N in English (K-sap-en)", book`
    Account | Assignment | Document Number | Document Type | Document Date | Net due date | Arrears after net due date | Amount in doc. curr. | Document currency | Terms of Payment | Billing Document | Payment date | Debit/Credit ind
    100234 | PO 7 | 1800001 | RV | 2025-01-10 | 2025-02-09 | 12 | 900 | EUR | N030 | 9001 | | S`,
    ["buyerId=Account", "ref=Assignment", "docNo=Document Number", "docType=Document Type", "docDate=Document Date", "dueDate=Net due date", "dpd=Arrears after net due date", "amount=Amount in doc. curr.",
      "currency=Document currency", "terms=Terms of Payment", "settledDate=Payment date", "dcInd=Debit/Credit ind"],
    ["100234 | 1800001 | INV | 2025-01-10 | 2025-02-09 | 900"]],
  ["SAP FBL5N in Chinese (K-sap-zh)", book`
    总账科目 | 凭证类型 | 凭证编号 | 过账日期 | 凭证日期 | 借/贷标识 | 本币金额 | 本币 | 以凭证货币计的金额 | 凭证货币 | 客户 | 分配 | 清帐日期 | 清帐凭证
    1122 | RV | 90001 | 2025-01-12 | 2025-01-10 | S | 7200 | CNY | 1000 | USD | 300 | A | 2025-02-01 | 14001`,
    ["accountCode=总账科目", "docType=凭证类型", "docNo=凭证编号", "postDate=过账日期", "docDate=凭证日期", "dcInd=借/贷标识", "amountLocal=本币金额", "localCurrency=本币", "amount=以凭证货币计的金额", "currency=凭证货币",
      "buyerId=客户", "ref=分配", "settledDate=清帐日期", "clearDoc=清帐凭证"],
    ["300 | 90001 | INV | 2025-01-10 |  | 1000 | 2025-02-01 1000"]],
  ["SAP's table of open items", book`
    BUKRS | KUNNR | UMSKZ | AUGDT | AUGBL | ZUONR | BELNR | BUDAT | BLDAT | WAERS | XBLNR | BLART | SHKZG | DMBTR | WRBTR | SGTXT | ZFBDT | ZTERM
    1000 | 100234 | | | | A | 1800001 | 20250103 | 20250102 | EUR | R1 | RV | S | 110 | 100 | goods | 20250102 | N030`,
    ["buyerId=KUNNR", "specialGL=UMSKZ", "settledDate=AUGDT", "clearDoc=AUGBL", "ref=ZUONR", "docNo=BELNR", "postDate=BUDAT", "docDate=BLDAT", "currency=WAERS", "docType=BLART", "dcInd=SHKZG", "amountLocal=DMBTR", "amount=WRBTR",
      "text=SGTXT", "baseline=ZFBDT", "terms=ZTERM"],
    ["100234 | 1800001 | INV | 2025-01-02 | 2025-02-01 | 100"]],
  ["金蝶 K3 (K-k3)", book`
    单据编号 | 业务日期 | 到期日 | 客户 | 币别 | 价税合计 | 已核销金额 | 未核销金额
    AR1 | 2025-01-02 | 2025-02-01 | 华东 | 人民币 | 113 | 13 | 100`,
    ["docNo=单据编号", "docDate=业务日期", "dueDate=到期日", "buyerName=客户", "currency=币别", "amount=价税合计", "paid=已核销金额", "open=未核销金额"],
    ["华东 | AR1 | INV | 2025-01-02 | 2025-02-01 | 113 | undated 13"]],
  ["金蝶云星空", book`
    单据编号 | 单据状态 | 单据类型 | 业务日期 | 到期日 | 客户 | 币别 | 价税合计 | 税额 | 立账类型 | 销售员 | 销售部门 | 核销状态
    AR1 | 已审核 | 标准应收单 | 2025/1/2 | 2025/2/1 | 华东 | 人民币 | 113 | 13 | 财务应收 | 张三 | 一部 | 空`,
    ["docNo=单据编号", "status=单据状态", "docType=单据类型", "docDate=业务日期", "dueDate=到期日", "buyerName=客户", "currency=币别", "amount=价税合计", "tax=税额", "bookType=立账类型", "salesperson=销售员", "department=销售部门", "settlementStatus=核销状态"],
    ["华东 | AR1 | INV | 2025-01-02 | 2025-02-01 | 113"]],
  ["金蝶's field names", book`
    FBillNo | FDocumentStatus | FDATE | FENDDATE_H | FCUSTOMERID.FNumber | FCUSTOMERID.FName | FCURRENCYID | FALLAMOUNTFOR | FNOTWRITTENOFFAMOUNTFOR | FSetAccountType
    AR1 | C | 2025-01-02 | 2025-02-01 | C01 | 华东 | CNY | 113 | 113 | 3`,
    ["docNo=FBillNo", "status=FDocumentStatus", "docDate=FDATE", "dueDate=FENDDATE_H", "buyerId=FCUSTOMERID.FNumber", "buyerName=FCUSTOMERID.FName", "currency=FCURRENCYID", "amount=FALLAMOUNTFOR", "open=FNOTWRITTENOFFAMOUNTFOR", "bookType=FSetAccountType"],
    ["C01 | AR1 | INV | 2025-01-02 | 2025-02-01 | 113"]],
  ["用友 U8: document and local currency side by side", book`
    单据类型 | 单据号 | 单据日期 | 客户编码 | 客户 | 部门 | 业务员 | 币种 | 汇率 | 方向 | 原币金额 | 本币金额 | 原币余额 | 本币余额 | 摘要 | 到期日
    销售专用发票 | XS1 | 2025-01-02 | 0101 | 华东 | 一部 | 李四 | 美元 | 7.2 | 借 | 100 | 720 | 60 | 432 | 货款 | 2025-02-01`,
    ["docType=单据类型", "docNo=单据号", "docDate=单据日期", "buyerId=客户编码", "buyerName=客户", "department=部门", "salesperson=业务员", "currency=币种", "rate=汇率", "dcInd=方向", "amount=原币金额", "amountLocal=本币金额", "open=原币余额",
      "openLocal=本币余额", "text=摘要", "dueDate=到期日"],
    ["0101 | XS1 | INV | 2025-01-02 | 2025-02-01 | 100 | undated 40"]],
  ["Oracle EBS (K-ebs)", book`
    cust_name | cust_no | class | invnum | invoice_currency_code | trx_date | due_date | days_past_due | amt_due_original | amount_applied | amount_credited
    Acme | 17 | INV | 5001 | USD | 2025-03-01 | 2025-03-31 | 0 | 1000 | 300 | 100`,
    ["buyerName=cust_name", "buyerId=cust_no", "docType=class", "docNo=invnum", "currency=invoice_currency_code", "docDate=trx_date", "dueDate=due_date", "dpd=days_past_due", "amount=amt_due_original", "paid=amount_applied", "credited=amount_credited"],
    ["17 | 5001 | INV | 2025-03-01 | 2025-03-31 | 1000 | undated 400"]],
  ["Oracle's payment schedules", book`
    TRX_NUMBER | TRX_DATE | GL_DATE | DUE_DATE | AMOUNT_DUE_ORIGINAL | AMOUNT_DUE_REMAINING | CLASS | STATUS | INVOICE_CURRENCY_CODE | EXCHANGE_RATE | CUSTOMER_ID | TERMS_SEQUENCE_NUMBER | ACTUAL_DATE_CLOSED
    5001 | 2025-01-02 | 2025-01-03 | 2025-02-01 | 100 | 40 | INV | OP | USD | 1 | 77 | 1 |`,
    ["docNo=TRX_NUMBER", "docDate=TRX_DATE", "postDate=GL_DATE", "dueDate=DUE_DATE", "amount=AMOUNT_DUE_ORIGINAL", "open=AMOUNT_DUE_REMAINING", "docType=CLASS", "status=STATUS", "currency=INVOICE_CURRENCY_CODE", "rate=EXCHANGE_RATE", "buyerId=CUSTOMER_ID",
      "instalment=TERMS_SEQUENCE_NUMBER", "settledDate=ACTUAL_DATE_CLOSED"],
    ["77 | 5001 | INV | 2025-01-02 | 2025-02-01 | 100 | undated 60"]],
  ["Business Central, where Open is yes or no", book`
    Posting Date | Document Date | Document Type | Document No. | Customer No. | Customer Name | Currency Code | Amount | Amount (LCY) | Remaining Amount | Remaining Amt. (LCY) | Due Date | Pmt. Discount Date | Open | External Document No. | Closed at Date
    2025-01-03 | 2025-01-02 | Invoice | SI-1 | 10000 | Adatum | EUR | 100 | 110 | 40 | 44 | 2025-02-02 | 2025-01-12 | ${true} | PO1 |`,
    ["postDate=Posting Date", "docDate=Document Date", "docType=Document Type", "docNo=Document No.", "buyerId=Customer No.", "buyerName=Customer Name", "currency=Currency Code", "amount=Amount", "amountLocal=Amount (LCY)", "open=Remaining Amount",
      "openLocal=Remaining Amt. (LCY)", "dueDate=Due Date", "discountDate=Pmt. Discount Date", "settlementStatus=Open", "ref=External Document No.", "settledDate=Closed at Date"],
    ["10000 | SI-1 | INV | 2025-01-02 | 2025-02-02 | 100 | undated 60"]],
  ["Dynamics AX, whose plain Amount is in the books' currency", book`
    Customer account | Name | Date | Invoice | Amount in transaction currency | Amount | Currency | Due date
    C1 | Acme | 2025-01-02 | INV1 | 100 | 110 | EUR | 2025-02-01`,
    ["buyerId=Customer account", "buyerName=Name", "docDate=Date", "docNo=Invoice", "amount=Amount in transaction currency", "amountLocal=Amount", "currency=Currency", "dueDate=Due date"],
    ["C1 | INV1 | INV | 2025-01-02 | 2025-02-01 | 100"]],
  ["NetSuite, whose plain Amount is too, and whose Account is one for all", book`
    Type | Date | Document Number | Name | Account | Amount | Amount (Foreign Currency) | Amount Remaining | Amount Remaining (Foreign Currency) | Currency | Due Date/Receive By | Days Overdue | Status
    Invoice | 2025-01-02 | INV1 | Acme | Accounts Receivable | 110 | 100 | 110 | 100 | EUR | 2025-02-01 | 0 | Open
    Invoice | 2025-01-02 | INV2 | Beta | Accounts Receivable | 220 | 200 | 110 | 100 | EUR | 2025-02-01 | 0 | Open
    Invoice | 2025-01-02 | INV3 | Coda | Accounts Receivable | 330 | 300 | 330 | 300 | EUR | 2025-02-01 | 0 | Open`,
    ["docType=Type", "docDate=Date", "docNo=Document Number", "buyerName=Name", "accountCode=Account", "amountLocal=Amount", "amount=Amount (Foreign Currency)", "openLocal=Amount Remaining", "open=Amount Remaining (Foreign Currency)", "currency=Currency",
      "dueDate=Due Date/Receive By", "dpd=Days Overdue", "status=Status"],
    ["Acme | INV1 | INV | 2025-01-02 | 2025-02-01 | 100", "Beta | INV2 | INV | 2025-01-02 | 2025-02-01 | 200 | undated 100", "Coda | INV3 | INV | 2025-01-02 | 2025-02-01 | 300"]],
  ["Xero's invoice file", book`
    *ContactName | EmailAddress | *InvoiceNumber | Reference | *InvoiceDate | *DueDate | Total | TaxTotal | InvoiceAmountPaid | InvoiceAmountDue | Currency | Type | Status
    Acme | a@b.c | INV-1 | PO 1 | 2025-01-02 | 2025-02-01 | 120 | 20 | 20 | 100 | GBP | Sales invoice | Awaiting Payment`,
    ["buyerName=*ContactName", "docNo=*InvoiceNumber", "ref=Reference", "docDate=*InvoiceDate", "dueDate=*DueDate", "amount=Total", "tax=TaxTotal", "paid=InvoiceAmountPaid", "open=InvoiceAmountDue", "currency=Currency", "docType=Type", "status=Status"],
    ["Acme | INV-1 | INV | 2025-01-02 | 2025-02-01 | 120 | undated 20"]],
  ["a Xero report, where Reference is the invoice and Due is money", book`
    Date | Reference | DueDate | Contact | Total | Paid | Credited | Due
    2025-01-02 | INV-1 | 2025-02-01 | Acme | 120 | 20 | 0 | 100`,
    ["docDate=Date", "docNo=Reference", "dueDate=DueDate", "buyerName=Contact", "amount=Total", "paid=Paid", "credited=Credited", "open=Due"],
    ["Acme | INV-1 | INV | 2025-01-02 | 2025-02-01 | 120 | undated 20"]],
  ["QuickBooks", book`
    Num | Customer | Date | Due Date | Amount | Open Balance | P.O. #
    1041 | Alvarez | 11/18/2025 | 12/18/2025 | 1,284.50 | 1,284.50 |`,
    ["docNo=Num", "buyerName=Customer", "docDate=Date", "dueDate=Due Date", "amount=Amount", "open=Open Balance", "ref=P.O. #"],
    ["Alvarez | 1041 | INV | 2025-11-18 | 2025-12-18 | 1284.5"]],
  ["Sage 50", book`
    ACCOUNT_REF | NAME | DATE | INV_REF | DETAILS | NET_AMOUNT | TAX_AMOUNT | GROSS_AMOUNT | AMOUNT_PAID | OUTSTANDING | DUE_DATE
    ACM01 | Acme | 2025-01-02 | 1001 | Goods | 100 | 20 | 120 | 20 | 100 | 2025-02-01`,
    ["buyerId=ACCOUNT_REF", "buyerName=NAME", "docDate=DATE", "docNo=INV_REF", "text=DETAILS", "amountNet=NET_AMOUNT", "tax=TAX_AMOUNT", "amount=GROSS_AMOUNT", "paid=AMOUNT_PAID", "open=OUTSTANDING", "dueDate=DUE_DATE"],
    ["ACM01 | 1001 | INV | 2025-01-02 | 2025-02-01 | 120 | undated 20"]],
  ["Odoo: both of its amounts are in the company's currency", book`
    Number | Invoice Partner Display Name | Invoice/Bill Date | Due Date | Reference | Untaxed Amount Signed | Total Signed | Amount Due Signed | Payment Status | Status | Salesperson
    INV/2025/1 | Acme | 2025-01-02 | 2025-02-01 | | 100 | 120 | 60 | Partially Paid | Posted | Mitchell`,
    ["docNo=Number", "buyerName=Invoice Partner Display Name", "docDate=Invoice/Bill Date", "dueDate=Due Date", "ref=Reference", "amountNet=Untaxed Amount Signed", "amountLocal=Total Signed", "openLocal=Amount Due Signed", "settlementStatus=Payment Status",
      "status=Status", "salesperson=Salesperson"],
    ["Acme | INV/2025/1 | INV | 2025-01-02 | 2025-02-01 | 120 | undated 60"]],
  ["ERPNext, whose buckets are no amounts", book`
    Posting Date | Party Type | Party | Receivable Account | Customer Name | Cost Center | Voucher Type | Voucher No | Due Date | Invoiced Amount | Paid Amount | Credit Note | Outstanding Amount | Age (Days) | 0-30 | 31-60 | 61-90 | 91-120 | 121-Above | Currency | Customer LPO
    2025-01-02 | Customer | CUST-1 | Debtors - X | Acme | Main | Sales Invoice | SINV-1 | 2025-02-01 | 100 | 10 | 5 | 85 | 20 | 85 | 0 | 0 | 0 | 0 | EUR |`,
    ["postDate=Posting Date", "buyerId=Party", "buyerName=Customer Name", "department=Cost Center", "docType=Voucher Type", "docNo=Voucher No", "dueDate=Due Date", "amount=Invoiced Amount", "paid=Paid Amount", "credited=Credit Note",
      "open=Outstanding Amount", "dpd=Age (Days)", "currency=Currency", "ref=Customer LPO"],
    ["CUST-1 | SINV-1 | INV | 2025-01-02 | 2025-02-01 | 100 | undated 15"]],
  ["a plain list (K-csv)", book`
    Customer | Invoice # | Open Balance | Due Date | Invoice Date | Email
    Acme | 7 | 100 | 2025-02-01 | 2025-01-02 | a@b.c`,
    ["buyerName=Customer", "docNo=Invoice #", "open=Open Balance", "dueDate=Due Date", "docDate=Invoice Date"],
    ["Acme | 7 | INV | 2025-01-02 | 2025-02-01 | 100"]],
];

test.each(SYSTEMS)("%s", (_, grid, columns, lines) => {
  expect(taken(grid)).toEqual(columns);
  const reading = readLedger(grid);
  expect(linesIn(reading.ledger)).toEqual(lines);
  expect(doubtsIn(reading).filter((doubt) => !/^(?:ALL_OPEN|LOCAL_MONEY)/.test(doubt))).toEqual([]);
});

describe("what is in the books' own currency", () => {
  test("is not called by the document's: U8 with local money alone says no dollars", () => {
    const reading = readLedger(book`
      客户 | 单据号 | 单据日期 | 币种 | 本币金额 | 本币余额
      华东 | 1 | 2025-01-02 | 美元 | 720 | 432
      华东 | 2 | 2025-01-02 | 欧元 | 800 | 800`);
    expect([reading.ledger.currency, openIn(reading.ledger), doubtsIn(reading)]).toEqual(["XXX", 1232, ["LOCAL_MONEY 1 0"]]);
  });

  test("is taken to be the document's where that is one in all rows, and it is said", () => {
    const reading = readLedger(book`
      Number | Invoice Partner Display Name | Invoice Date | Total Signed | Amount Due Signed | Currency
      INV/1 | Acme | 2025-01-02 | 120 | 60 | EUR`);
    expect([reading.ledger.currency, openIn(reading.ledger), doubtsIn(reading)]).toEqual(["EUR", 60, ["LOCAL_AS_DOCUMENT 1 0"]]);
  });

  test("has its own currency's name where the sheet says it", () => {
    const { ledger } = readLedger(book`
      Customer | Document Number | Document Date | Document currency | Amount in local currency | Local Currency
      100 | 1 | 2025-01-02 | USD | 720 | CNY`);
    expect([ledger.currency, openIn(ledger)]).toEqual(["CNY", 720]);
  });
});

describe("headings are one, whatever their writing", () => {
  const of = (heading: string, cell: string | number): string => readHeadings([["Customer", "Invoice No", heading], ["A", 1, cell]], new Map()).columns.find(({ index }) => index === 2)?.field ?? "";

  test.each([
    ["Cust. Inv. Amt", 5, ""], // an amount of whom, of what: not guessed
    ["INVOICE_DATE", "2025-01-02", "docDate"], ["invoiceDate", "2025-01-02", "docDate"], ["Inv. Date", "2025-01-02", "docDate"], ["Date of Invoice", "2025-01-02", "docDate"], ["Invoice Date (UTC)", "2025-01-02", "docDate"],
    ["Ｉｎｖｏｉｃｅ　Ｄａｔｅ", "2025-01-02", "docDate"], ["Total Amount USD", 5, "amount"], ["Amount incl. VAT", 5, "amount"], ["Amount excl. VAT", 5, "amountNet"], ["Amount of tax", 5, "tax"], ["Amt.", 5, "amount"],
    ["發票日期", "2025-01-02", "docDate"], ["應收賬款餘額", 5, "open"], ["销售发票日期", "2025-01-02", "docDate"], ["单据到期日", "2025-02-01", "dueDate"], ["清帐日期", "2025-02-01", "settledDate"], ["未收金额（万元）", 5, "open"],
    ["Net Due Dt", "2025-02-01", "dueDate"], ["Outstandng Amount", 5, "open"], ["Invocie Date", "2025-01-02", "docDate"],
  ] as const)("%s", (heading, cell, field) => {
    expect(of(heading, cell)).toBe(field);
  });

  test.each([
    ["Payment date predicted", "2025-02-01"], ["Expected payment date", "2025-02-01"], ["预计回款日期差异", "2025-02-01"], ["下次收款日期", "2025-02-01"], ["Amount in words", "five"], ["Due Date Reminder", "2025-02-01"], ["Credit limit amount", 5],
    ["Vendor invoice date", "2025-01-02"], ["已收税金额", 5], ["Overdue amount", 5], ["Average days late", 5],
  ] as const)("%s is none of those that figures rest on", (heading, cell) => {
    expect(["", "dpd", "text", "tax"]).toContain(of(heading, cell));
  });
});
