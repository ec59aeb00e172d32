import { aging } from "../formulas/aging";
import { assessment } from "../formulas/assess";
import { backTestTable } from "../formulas/backTest";
import { borrowingBaseTable, eligibleTable } from "../formulas/bank";
import { buyersTable } from "../formulas/buyers";
import { cashRatioFigure } from "../formulas/cashRatio";
import { columnsTable } from "../formulas/columns";
import { hhiFigure, topShareFigure } from "../formulas/concentration";
import { creditGrade } from "../formulas/creditGrade";
import { creditLimit } from "../formulas/creditLimit";
import { creditScore } from "../formulas/creditScore";
import { dbtFigure } from "../formulas/daysBeyondTerms";
import { creditTerms, discountCostFigure } from "../formulas/creditTerms";
import { daysToPayFigure } from "../formulas/daysToPay";
import { dilutionFigure } from "../formulas/dilution";
import { dsoFigure } from "../formulas/dso";
import { dsoChangeTable } from "../formulas/dsoChange";
import { ceiFigure } from "../formulas/effectiveness";
import { explanation } from "../formulas/explain";
import { issuesTable } from "../formulas/issues";
import { lateOdds } from "../formulas/lateOdds";
import { joinedText } from "../formulas/join";
import { ledgerText } from "../formulas/ledger";
import { expectedLossTable, provisionTable } from "../formulas/loss";
import { limitReasonsTable } from "../formulas/limitReasons";
import { payIndexFigure } from "../formulas/paymentIndex";
import { reconciliation } from "../formulas/reconcile";
import { rollForwardTable } from "../formulas/rollForward";
import { rollRatesTable } from "../formulas/rollRates";
import { scoreReasons } from "../formulas/scoreReasons";
import { sealOfLedger } from "../formulas/seal";
import { currentShareFigure, overdueShareFigure } from "../formulas/shares";
import { trendTable } from "../formulas/trend";
import { turnoverFigure } from "../formulas/turnover";
import { version } from "../formulas/version";
import { whatIfTable } from "../formulas/whatIf";
import { zScore } from "../formulas/zScore";
import { inCell, inCells } from "./cellError";

/*
 * The public contract. Names, order and kinds never change once released: workbooks hold them. A new argument is optional
 * and goes last. A ledger is declared as a range, so that a range and a text from AR.LEDGER both arrive (the text as a 1 x 1).
 * A repeating parameter arrives as one list; Excel counts on from a name that ends in a number.
 */

/**
 * The release of Open Account that calculates in this workbook.
 * @customfunction VERSION VERSION
 * @returns The release, such as 0.1.0
 */
export function VERSION(): string {
  return inCell(() => version());
}

/**
 * Reads a receivables ledger once and answers a short text that stands for it. Give that text (or a name for its cell) to the other AR functions in place of the range.
 * @customfunction LEDGER LEDGER
 * @param invoices The ledger with its heading row, such as Invoices[#All]: a row an invoice, with buyer, date and amount. A text from AR.LEDGER may stand here to add to it
 * @param [asOf] The day as of which everything is told. Left out: the ledger's own last day, never today
 * @param [payments] Receipts by invoice number, with heading row: invoice, date, amount
 * @param [buyers] Facts about buyers, with heading row: buyer, country, credit limit, insured limit and the like
 * @param [policy] Your own rules in two columns, with the heading row key, value
 * @returns A short text that names the reading
 */
export function LEDGER(invoices: unknown[][], asOf?: unknown, payments?: unknown[][], buyers?: unknown[][], policy?: unknown[][]): string {
  return inCell(() => ledgerText(invoices, asOf, payments, buyers, policy));
}

/**
 * Reads several blocks of one book as one ledger and answers a short text that stands for it: for ledgers larger than one argument may be, or on several sheets. A document that stands in two blocks counts once.
 * @customfunction JOIN JOIN
 * @param ledger1 Blocks of the same book: each a cell with AR.LEDGER over the headings and some of the rows, or a range with its heading row
 * @returns A short text that names the joined reading
 */
export function JOIN(ledger1: unknown[][][]): string {
  return inCell(() => joinedText(ledger1));
}

/**
 * Every buyer with what is open, what of it is overdue, and how many invoices are open, the largest first.
 * @customfunction BUYERS BUYERS
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns A table: Buyer, Name, Open, Overdue, Invoices
 */
export function BUYERS(ledger: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => buyersTable(ledger, asOf));
}

/**
 * What was doubtful in the sheet, how much money it concerns, and what was done about it.
 * @customfunction ISSUES ISSUES
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [detail] TRUE for a line a cell; left out, a line a kind of doubt
 * @returns A table of doubts with their rows and money
 */
export function ISSUES(ledger: unknown[][], detail?: unknown): unknown[][] {
  return inCells(() => issuesTable(ledger, detail));
}

/**
 * Which heading of the sheet was taken for what, and how sure that is. The policy key field.NAME settles a column otherwise.
 * @customfunction COLUMNS COLUMNS
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @returns A table: Field, Heading, How sure (0 to 1)
 */
export function COLUMNS(ledger: unknown[][]): unknown[][] {
  return inCells(() => columnsTable(ledger));
}

/**
 * The ageing of what is outstanding. Every row adds up to its total, and the total is what is outstanding.
 * @customfunction AGING AGING
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, a range of them, or "*" for a row a buyer. Left out: all buyers in one row
 * @param [basis] "due" counts days past the due date (the default), "invoice" counts days since the invoice date
 * @param [edges] The upper ends of the buckets in days, in a row. Left out: 30, 60, 90
 * @returns A table: Buyer, the buckets, No due date, Unapplied, Total
 */
export function AGING(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][], basis?: unknown, edges?: unknown[][]): unknown[][] {
  return inCells(() => aging(ledger, asOf, buyer, basis, edges));
}

/**
 * Days sales outstanding: how many days of credit sales are still to be collected.
 * @customfunction DSO DSO
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out: the whole ledger
 * @param [window] For balance, best and delinquent: the days of sales that count, ending with the day. Left out: 90
 * @param [method] "balance" (the default), "best", "delinquent", "countback", "true" or "weighted"
 * @returns Days
 */
export function DSO(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][], window?: unknown, method?: unknown): unknown[][] {
  return inCells(() => dsoFigure(ledger, asOf, buyer, window, method));
}

/**
 * Days from invoice to payment, weighted by money: how long buyers take to pay.
 * @customfunction DAYSTOPAY DAYSTOPAY
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out: the whole ledger
 * @param [window] The days of payments that count, ending with the day. Left out: 365
 * @param [method] "weighted" by the money of each payment (the default), or "simple": the plain mean of invoices paid in full
 * @returns Days
 */
export function DAYSTOPAY(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][], window?: unknown, method?: unknown): unknown[][] {
  return inCells(() => daysToPayFigure(ledger, asOf, buyer, window, method));
}

/**
 * Days beyond terms, weighted by money. Paid early counts as 0, and what is open and overdue counts with its days so far.
 * @customfunction DBT DBT
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out: the whole ledger
 * @param [window] The days of payments that count, ending with the day. Left out: 365
 * @param [method] "beyond" (the default), "signed" with early payments below 0, "paid" or "paidSigned" without what is open, "buckets" from the ageing alone
 * @returns Days
 */
export function DBT(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][], window?: unknown, method?: unknown): unknown[][] {
  return inCells(() => dbtFigure(ledger, asOf, buyer, window, method));
}

/**
 * Payment index from 1 to 100, weighted by money: 80 is on terms, 50 is 30 days late. One supplier's view; at least three invoices paid or past due.
 * @customfunction PAYINDEX PAYINDEX
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out: the whole ledger
 * @param [window] The days of payments that count, ending with the day. Left out: 365
 * @returns Points
 */
export function PAYINDEX(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][], window?: unknown): unknown[][] {
  return inCells(() => payIndexFigure(ledger, asOf, buyer, window));
}

/**
 * Collection effectiveness index: of what could be collected in a period, the fraction that was.
 * @customfunction CEI CEI
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param from The period begins after the end of this day
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [variant] "total" sales of the period (the default), "monthly" average sales, or "cashOnly": credit notes and write-offs collect nothing
 * @returns A fraction
 */
export function CEI(ledger: unknown[][], from: unknown, asOf?: unknown, variant?: unknown): number {
  return inCell(() => ceiFigure(ledger, from, asOf, variant));
}

/**
 * Receivables turnover: how many times in the window credit sales turned the mean receivable over.
 * @customfunction TURNOVER TURNOVER
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out: the whole ledger
 * @param [window] The days of sales that count, ending with the day. Left out: 365
 * @param [method] The mean receivable of "ends", before the window and at its end (the default), or of "months": the day and the twelve month-ends before
 * @returns Times
 */
export function TURNOVER(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][], window?: unknown, method?: unknown): unknown[][] {
  return inCells(() => turnoverFigure(ledger, asOf, buyer, window, method));
}

/**
 * Dilution: credit notes and short payments let go, as a fraction of gross sales. Bad debt and bills corrected within 5 days are left out.
 * @customfunction DILUTION DILUTION
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out: the whole ledger
 * @param [window] The days that count, ending with the day. Left out: 365
 * @param [method] Held against gross "sales" (the default) or "collections"
 * @returns A fraction
 */
export function DILUTION(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][], window?: unknown, method?: unknown): unknown[][] {
  return inCells(() => dilutionFigure(ledger, asOf, buyer, window, method));
}

/**
 * Percent current: the fraction of open invoices that is not past due.
 * @customfunction CURRENTSHARE CURRENTSHARE
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out: the whole ledger
 * @param [window] Only invoices issued in so many days, ending with the day. Left out: all that are open
 * @returns A fraction
 */
export function CURRENTSHARE(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][], window?: unknown): unknown[][] {
  return inCells(() => currentShareFigure(ledger, asOf, buyer, window));
}

/**
 * The fraction of open invoices that is past due.
 * @customfunction OVERDUESHARE OVERDUESHARE
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out: the whole ledger
 * @param [window] Only invoices issued in so many days, ending with the day. Left out: all that are open
 * @returns A fraction
 */
export function OVERDUESHARE(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][], window?: unknown): unknown[][] {
  return inCells(() => overdueShareFigure(ledger, asOf, buyer, window));
}

/**
 * The fraction of the open balance that the largest buyers hold; buyers of one parent count as one.
 * @customfunction TOPSHARE TOPSHARE
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [n] How many of the largest. Left out: 10
 * @returns A fraction
 */
export function TOPSHARE(ledger: unknown[][], asOf?: unknown, n?: unknown): number {
  return inCell(() => topShareFigure(ledger, asOf, n));
}

/**
 * Concentration of the open balance: the sum of squared shares, 0 to 1; buyers of one parent count as one.
 * @customfunction HHI HHI
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [method] "hhi" (the default), "effective": as many equal buyers, or "normalised": 0 spread evenly, 1 in one hand
 * @returns A fraction
 */
export function HHI(ledger: unknown[][], asOf?: unknown, method?: unknown): number {
  return inCell(() => hhiFigure(ledger, asOf, method));
}

/**
 * Cash ratio of a buyer or of the firm: cash and marketable securities against current liabilities.
 * @customfunction CASHRATIO CASHRATIO
 * @param cash Cash and its equivalents
 * @param securities Marketable securities; blank or 0 where there are none
 * @param currentLiabilities Current liabilities
 * @returns A ratio
 */
export function CASHRATIO(cash: unknown, securities: unknown, currentLiabilities: unknown): number {
  return inCell(() => cashRatioFigure(cash, securities, currentLiabilities));
}

/**
 * How much of each ageing bucket is in the next one a month later, and what share of it is lost in the end. Written off counts as migrated.
 * @customfunction ROLLRATES ROLLRATES
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day: the whole months that have ended by then count. Left out: the ledger's own last day
 * @param [months] How many months, from 1 to 120. Left out: 12
 * @returns A table: Bucket, Next bucket, Balance, Migrated, Written off, Roll rate, Loss rate, Note
 */
export function ROLLRATES(ledger: unknown[][], asOf?: unknown, months?: unknown): unknown[][] {
  return inCells(() => rollRatesTable(ledger, asOf, months));
}

/**
 * A measure at the ends of the last months, each figure as it stood on that day. A month that cannot be told is #N/A.
 * @customfunction TREND TREND
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param measure Such as "open", "overdue", "1-30", "over 90", "dso", "dso.countback", "dbt", "cei", "payindex"; for one buyer "dso:BUYER" or "score:BUYER"
 * @param [asOf] The day, which is the last point. Left out: the ledger's own last day
 * @param [months] How many points, from 1 to 120. Left out: 12
 * @returns A table: Month end, Value
 */
export function TREND(ledger: unknown[][], measure: unknown, asOf?: unknown, months?: unknown): unknown[][] {
  return inCells(() => trendTable(ledger, measure, asOf, months));
}

/**
 * What came and went between the ends of two days: the opening balance and the lines add up to the closing balance, to the cent.
 * @customfunction ROLLFORWARD ROLLFORWARD
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param from The day at whose end the period begins
 * @param [asOf] The day at whose end it ends. Left out: the ledger's own last day
 * @returns A table: Line, Amount
 */
export function ROLLFORWARD(ledger: unknown[][], from: unknown, asOf?: unknown): unknown[][] {
  return inCells(() => rollForwardTable(ledger, from, asOf));
}

/**
 * Why days sales outstanding changed between two days: sales timing, terms mix, lateness, disputes and the rest, which add up exactly.
 * @customfunction DSOCHANGE DSOCHANGE
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param from The earlier day
 * @param [asOf] The later day. Left out: the ledger's own last day
 * @param [window] The days of sales and payments that count, ending with each day. Left out: 90
 * @returns A table: Part, Days
 */
export function DSOCHANGE(ledger: unknown[][], from: unknown, asOf?: unknown, window?: unknown): unknown[][] {
  return inCells(() => dsoChangeTable(ledger, from, asOf, window));
}

/**
 * The documents behind a figure, each with its days, its money and its share of the figure, the largest first. The shares add up to 1.
 * @customfunction EXPLAIN EXPLAIN
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param measure Such as "open", "overdue", "1-30", "dso", "dso.best", "daystopay", "dbt", "payindex", "cei", "dilution", "hhi"; "score" of a buyer
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out: the whole ledger
 * @returns A table: Invoice, Buyer, Days, Amount, Share
 */
export function EXPLAIN(ledger: unknown[][], measure: unknown, asOf?: unknown, buyer?: unknown[][]): unknown[][] {
  return inCells(() => explanation(ledger, measure, asOf, buyer));
}

/**
 * The ledger's open balance against the general ledger: the difference, and what it is made of. Control = Ledger + the causes + Unexplained.
 * @customfunction RECONCILE RECONCILE
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param control The balance in the general ledger: one number, or two columns, buyer and balance
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns A table: Cause, Documents, Amount; the last row, Unexplained, is 0.00 when all is found
 */
export function RECONCILE(ledger: unknown[][], control: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => reconciliation(ledger, control, asOf));
}

/**
 * Points for paying on time, judged from the ledger itself: 500 is the book's average buyer, and 20 points more double the odds of being paid on time.
 * @customfunction CREDITSCORE CREDITSCORE
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param buyer A buyer's number or name, or a range of them
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns Points
 */
export function CREDITSCORE(ledger: unknown[][], buyer: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => creditScore(ledger, buyer, asOf));
}

/**
 * The buyer's grade against the book, from A (pays best) to E.
 * @customfunction CREDITGRADE CREDITGRADE
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param buyer A buyer's number or name, or a range of them
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns A, B, C, D or E
 */
export function CREDITGRADE(ledger: unknown[][], buyer: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => creditGrade(ledger, buyer, asOf));
}

/**
 * How likely an invoice to this buyer is paid late, calibrated by the ledger's own outcomes. It is not a probability of default.
 * @customfunction LATEODDS LATEODDS
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param buyer A buyer's number or name, or a range of them
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns A probability between 0 and 1
 */
export function LATEODDS(ledger: unknown[][], buyer: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => lateOdds(ledger, buyer, asOf));
}

/**
 * Why a buyer has its score: each reason with what was found and its points. The points add up to the score exactly.
 * @customfunction SCOREREASONS SCOREREASONS
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param buyer A buyer's number or name, or a range of them
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns A table: Reason, Finding, Points, What would change it
 */
export function SCOREREASONS(ledger: unknown[][], buyer: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => scoreReasons(ledger, buyer, asOf));
}

/**
 * A credit limit for a buyer: the least of what it needs, what its record carries, and your own exposure rule.
 * @customfunction CREDITLIMIT CREDITLIMIT
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param buyer A buyer's number or name, or a range of them
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns Money, in the ledger's currency
 */
export function CREDITLIMIT(ledger: unknown[][], buyer: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => creditLimit(ledger, buyer, asOf));
}

/**
 * The whole judgement, a row a buyer: score, grade, odds of paying late, what is open and overdue, limit and main reason, the worst first.
 * @customfunction ASSESS ASSESS
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out or "*": every buyer
 * @returns A table: Buyer, Score, Grade, Late odds, Open, Overdue, Days beyond terms, Limit, Used, Status, Main reason
 */
export function ASSESS(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][]): unknown[][] {
  return inCells(() => assessment(ledger, asOf, buyer));
}

/**
 * What would move a buyer's grade: the fewest open invoices whose payment lifts it, none of which can be left out, and what would lower it.
 * @customfunction WHATIF WHATIF
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param buyer A buyer's number or name, or a range of them
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns A table: Step, Invoice, Days past due, Amount, Grade, Score, Finding
 */
export function WHATIF(ledger: unknown[][], buyer: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => whatIfTable(ledger, buyer, asOf));
}

/**
 * The score tried on your own ledger: each invoice judged the day before it was issued, beside the plain past late rate, with the sentence that is true. From and To are the 95 % interval of the difference.
 * @customfunction BACKTEST BACKTEST
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [months] The months whose outcomes are tested, from 1 to 120. Left out: 12
 * @returns A table: Measure, Score, Past late rate, Difference, From, To
 */
export function BACKTEST(ledger: unknown[][], asOf?: unknown, months?: unknown): unknown[][] {
  return inCells(() => backTestTable(ledger, asOf, months));
}

/**
 * The longest days of credit whose cost your margin carries: money laid out and loss to expect by the buyer's grade. At most 90.
 * @customfunction TERMS TERMS
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER; its policy gives margin, costOfMoney and pd.A to pd.E
 * @param buyer A buyer's number or name, or a range of them
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns Days
 */
export function TERMS(ledger: unknown[][], buyer: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => creditTerms(ledger, buyer, asOf));
}

/**
 * What a cash discount costs a year: 2 % within 10 days, net 30, is 44.6 %.
 * @customfunction DISCOUNTCOST DISCOUNTCOST
 * @param discount The discount as a fraction, such as 0.02
 * @param discountDays Days within which it may be taken
 * @param netDays Days within which payment in full is due
 * @param [method] "effective", compounded over 365 days (the default), or "simple"
 * @returns A fraction a year
 */
export function DISCOUNTCOST(discount: unknown, discountDays: unknown, netDays: unknown, method?: unknown): number {
  return inCell(() => discountCostFigure(discount, discountDays, netDays, method));
}

/**
 * Altman's Z of a firm's accounts, or its zone. A zone is no probability of default; not for banks and insurers.
 * @customfunction ZSCORE ZSCORE
 * @param model "Z''" (the default), "Z" for listed and "Z'" for private manufacturers, "Z''EM" for emerging markets
 * @param ratios X1 to X5 in one row or column: working capital, retained earnings, EBIT by total assets; equity by total liabilities; sales by total assets. Z'' needs four
 * @param [answer] "score" (the default), or "zone": safe, grey or distress
 * @returns A score, or a word
 */
export function ZSCORE(model: unknown, ratios: unknown[][], answer?: unknown): unknown {
  return inCell(() => zScore(model, ratios, answer));
}

/**
 * The loss to expect in a year, a row a buyer: your own default probabilities by grade x loss given default x what is open and not insured.
 * @customfunction EXPECTEDLOSS EXPECTEDLOSS
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER; its policy gives pd.A to pd.E and lgd
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [buyer] A buyer's number or name, or a range of them. Left out or "*": every buyer that owes
 * @returns A table: Buyer, Grade, PD, LGD, Exposure, Insured, Retained, Expected loss
 */
export function EXPECTEDLOSS(ledger: unknown[][], asOf?: unknown, buyer?: unknown[][]): unknown[][] {
  return inCells(() => expectedLossTable(ledger, asOf, buyer));
}

/**
 * The provision matrix by days past due: what is open, the share taken as lost, and the allowance. Adds up to the cent.
 * @customfunction PROVISION PROVISION
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @param [rates] A fraction for each bucket, Not due first. Left out: the losses of the ledger's own roll rates of twelve months
 * @returns A table: Bucket, Open, Rate, Allowance, the last row the total; beside it Insured and Basis where cover, scenarios, a standard or a doubt is to be told
 */
export function PROVISION(ledger: unknown[][], asOf?: unknown, rates?: unknown[][]): unknown[][] {
  return inCells(() => provisionTable(ledger, asOf, rates));
}

/**
 * Why a buyer has its limit: every method side by side, which decided, insured and uninsured part, exposure, group, approval and review.
 * @customfunction LIMITREASONS LIMITREASONS
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param buyer A buyer's number or name, or a range of them
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns A table: Method, Amount, Basis, Used
 */
export function LIMITREASONS(ledger: unknown[][], buyer: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => limitReasonsTable(ledger, buyer, asOf));
}

/**
 * The borrowing base: gross receivables, what each rule of the lender takes out, what is eligible, and on to what may be drawn. Gross less every rule is eligible, to the cent.
 * @customfunction BORROWINGBASE BORROWINGBASE
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER; its buyers range says who is affiliate, foreign, government, insured
 * @param terms The lender's terms: a range with the headings rule, on, value, source
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns A table: Line, Amount
 */
export function BORROWINGBASE(ledger: unknown[][], terms: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => borrowingBaseTable(ledger, terms, asOf));
}

/**
 * What a lender lends on, document by document: eligible, ineligible and the rule. A document that two rules take a part of has a row for each.
 * @customfunction ELIGIBLE ELIGIBLE
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER; its buyers range says who is affiliate, foreign, government, insured
 * @param terms The lender's terms: a range with the headings rule, on, value, source
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns A table: Invoice, Buyer, Open, Eligible, Ineligible, Rule
 */
export function ELIGIBLE(ledger: unknown[][], terms: unknown[][], asOf?: unknown): unknown[][] {
  return inCells(() => eligibleTable(ledger, terms, asOf));
}

/**
 * The fingerprint of what is open on a day, with its policy and method: a bank pack made of the same ledger carries the same one.
 * @customfunction SEAL SEAL
 * @param ledger The ledger: a range with its heading row, or the text from AR.LEDGER
 * @param [asOf] The day. Left out: the ledger's own last day
 * @returns 64 hexadecimal digits (SHA-256)
 */
export function SEAL(ledger: unknown[][], asOf?: unknown): string {
  return inCell(() => sealOfLedger(ledger, asOf));
}
