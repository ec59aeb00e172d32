-- The measures of methods.md part A and of functions.md, in another hand than src/receivables.
-- In: docs(book, doc, buyer, kind, issued, due, amount), setl(book, doc, day, kind, amount), parents(book, buyer, parent),
--     asked(book, day, since, trend), whos(book, who); '*' is the whole book. Money is whole minor units, debit +, credit -;
--     a settlement has the sign of its document. since: the day after whose end a period begins.
-- Out: figures, spread, forward, rolls. NULL = it cannot be told.

CREATE OR REPLACE MACRO month_end_before(d) AS date_trunc('month', d)::DATE - 1;

CREATE OR REPLACE MACRO last_month_end(d) AS CASE WHEN last_day(d) = d THEN d ELSE month_end_before(d) END;

-- methods.md A8: straight lines through (-30,100) (-20,90) (0,80) (15,70) (22,60) (30,50) (60,40) (90,30) (120,20), from 1 to 100
CREATE OR REPLACE MACRO points(d) AS greatest(1.0::DOUBLE, least(100.0::DOUBLE, CASE
  WHEN d <= -20 THEN 70 - d
  WHEN d <= 0 THEN 80 - d / 2
  WHEN d <= 15 THEN 80 - d * 10 / 15
  WHEN d <= 22 THEN 70 - (d - 15) * 10 / 7
  WHEN d <= 30 THEN 60 - (d - 22) * 10 / 8
  ELSE 50 - (d - 30) / 3 END));

CREATE OR REPLACE TEMP TABLE firsts AS SELECT book, min(issued) AS first FROM docs GROUP BY book;

-- The days whose figures are compared: those asked, and the month-ends of a trend that ends with the day marked so.
CREATE OR REPLACE TEMP TABLE main AS
  SELECT book, day, since FROM asked
  UNION
  SELECT e.book, e.day, NULL FROM (SELECT book, last_day((date_trunc('month', day) - to_months(k::INTEGER))::DATE) AS day FROM asked, range(1, 13) r(k) WHERE trend) e ANTI JOIN asked USING (book, day);

-- Every day whose balance somebody needs.
CREATE OR REPLACE TEMP TABLE days AS
  SELECT book, day FROM main
  UNION SELECT book, since FROM asked
  UNION SELECT book, month_end_before(day) FROM main
  UNION SELECT book, day - w FROM asked, (VALUES (90), (365)) v(w)
  UNION SELECT book, last_day((date_trunc('month', day) - to_months(k::INTEGER))::DATE) FROM asked, range(1, 14) r(k);

CREATE OR REPLACE TEMP TABLE bal AS
  SELECT a.book, a.day, d.doc, any_value(d.buyer) AS buyer, any_value(d.kind) AS kind, any_value(d.issued) AS issued, any_value(d.due) AS due,
    any_value(d.amount) AS amount, any_value(d.amount) - coalesce(sum(s.amount), 0)::BIGINT AS open
  FROM days a
  JOIN docs d ON d.book = a.book AND d.issued <= a.day
  LEFT JOIN setl s ON s.book = d.book AND s.doc = d.doc AND s.day <= a.day
  GROUP BY a.book, a.day, d.doc;

-- Each document under its buyer and under the book.
CREATE OR REPLACE TEMP VIEW both_of AS SELECT d.book, d.doc, w.who FROM docs d JOIN whos w ON w.book = d.book AND w.who IN (d.buyer, '*');

CREATE OR REPLACE TEMP TABLE stocks AS
  SELECT b.book, b.day, w.who,
    sum(open)::BIGINT AS net,
    coalesce(sum(open) FILTER (open > 0), 0)::BIGINT AS debits,
    coalesce(sum(open) FILTER (open > 0 AND due >= day), 0)::BIGINT AS not_due,
    coalesce(sum(open) FILTER (open > 0 AND due < day), 0)::BIGINT AS overdue,
    coalesce(sum(open) FILTER (open > 0 AND due IS NULL), 0)::BIGINT AS no_due,
    coalesce(sum(open) FILTER (open < 0), 0)::BIGINT AS unapplied,
    coalesce(sum(open) FILTER (open > 0 AND day - due BETWEEN 1 AND 30), 0)::BIGINT AS d30,
    coalesce(sum(open) FILTER (open > 0 AND day - due BETWEEN 31 AND 60), 0)::BIGINT AS d60,
    coalesce(sum(open) FILTER (open > 0 AND day - due BETWEEN 61 AND 90), 0)::BIGINT AS d90,
    coalesce(sum(open) FILTER (open > 0 AND day - due > 90), 0)::BIGINT AS d91,
    coalesce(sum(open) FILTER (open > 0 AND day - issued <= 30), 0)::BIGINT AS i30,
    coalesce(sum(open) FILTER (open > 0 AND day - issued BETWEEN 31 AND 60), 0)::BIGINT AS i60,
    coalesce(sum(open) FILTER (open > 0 AND day - issued BETWEEN 61 AND 90), 0)::BIGINT AS i90,
    coalesce(sum(open) FILTER (open > 0 AND day - issued > 90), 0)::BIGINT AS i91,
    sum(open)::BIGINT - coalesce(sum(open) FILTER (kind = 'RET'), 0)::BIGINT AS receivable,
    coalesce(sum(open) FILTER (open > 0 AND due >= day AND kind <> 'RET'), 0)::BIGINT AS current_part,
    coalesce(sum(open * (day - due)) FILTER (open > 0 AND due < day), 0)::DOUBLE AS overdue_days,
    coalesce(sum(open * points(day - due)) FILTER (open > 0 AND due < day), 0)::DOUBLE AS overdue_points
  FROM bal b JOIN both_of w ON w.book = b.book AND w.doc = b.doc
  GROUP BY b.book, b.day, w.who;

-- Nothing issued yet is nothing open.
CREATE OR REPLACE TEMP TABLE receivables AS
  SELECT d.book, d.day, w.who, coalesce(s.receivable, 0) AS receivable
  FROM days d JOIN whos w USING (book) LEFT JOIN stocks s USING (book, day, who);

-- Windows (day - w, day]: the two usual ones, the period asked for, and the month so far.
CREATE OR REPLACE TEMP TABLE wins AS
  SELECT book, day, w FROM main, (VALUES (90), (365)) v(w)
  UNION SELECT book, day, (day - since)::INTEGER FROM main WHERE since IS NOT NULL
  UNION SELECT book, day, (day - month_end_before(day))::INTEGER FROM main;

-- Corrected bills: the same buyer is invoiced the same amount within five days, after the credit, or on its day when an older
-- invoice of that amount is there. The books have each such amount once: which invoice answers which credit is not asked here.
CREATE OR REPLACE TEMP TABLE corrected AS
  WITH bills AS (SELECT book, buyer, amount, issued, min(issued) OVER (PARTITION BY book, buyer, amount) AS oldest FROM docs WHERE kind IN ('INV', 'DN'))
  SELECT c.book, c.doc, min(n.issued) AS anew
  FROM docs c JOIN bills n ON n.book = c.book AND n.buyer = c.buyer AND n.amount = -c.amount AND n.issued BETWEEN c.issued AND c.issued + 5
  WHERE c.kind = 'CN' AND (n.issued > c.issued OR n.oldest < c.issued)
  GROUP BY c.book, c.doc;

CREATE OR REPLACE TEMP TABLE sold AS
  SELECT v.book, v.day, v.w, b.who,
    coalesce(sum(amount) FILTER (kind IN ('INV', 'DN', 'CN')), 0)::BIGINT AS sales,
    coalesce(sum(amount) FILTER (kind IN ('INV', 'DN')), 0)::BIGINT AS gross,
    coalesce(sum(-amount) FILTER (kind = 'CN'), 0)::BIGINT AS credit_notes,
    coalesce(sum(-amount) FILTER (kind IN ('PMT', 'UNAP', 'PRE', 'REFUND')), 0)::BIGINT AS cash,
    coalesce(sum(-amount) FILTER (kind = 'WO'), 0)::BIGINT AS lost,
    coalesce(sum(-amount) FILTER (kind = 'CN' AND n.anew <= v.day), 0)::BIGINT AS rebilled
  FROM wins v JOIN docs d ON d.book = v.book AND d.issued <= v.day AND d.issued > v.day - v.w
  JOIN both_of b ON b.book = d.book AND b.doc = d.doc
  LEFT JOIN corrected n ON n.book = d.book AND n.doc = d.doc
  GROUP BY v.book, v.day, v.w, b.who;

-- Settlements in the order of their days, with what came before them.
CREATE OR REPLACE TEMP TABLE walk AS
  SELECT s.book, s.doc, s.day, s.kind, s.amount, d.issued, d.due, d.amount AS owed, d.kind AS of_kind,
    sum(s.amount) OVER before_it + s.amount AS gone,
    coalesce(sum(s.amount) FILTER (s.kind = 'writeOff') OVER before_it, 0) AS written_before
  FROM (SELECT book, doc, day, kind, sum(amount)::BIGINT AS amount, min(place) AS place FROM setl GROUP BY ALL) s JOIN docs d USING (book, doc)
  WINDOW before_it AS (PARTITION BY s.book, s.doc ORDER BY s.day, s.place ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING);

UPDATE walk SET gone = amount WHERE gone IS NULL;

-- Paid after all on what had been written off: what exceeds the claim, up to what was written off.
CREATE OR REPLACE TEMP TABLE back AS
  SELECT book, doc, day, CASE WHEN kind = 'payment' AND owed > 0
    THEN greatest(0, least(written_before, gone - owed) - least(written_before, greatest(0, gone - amount - owed))) ELSE 0 END AS recovered
  FROM walk;

CREATE OR REPLACE TEMP TABLE paid AS
  SELECT v.book, v.day, v.w, b.who,
    sum(s.amount)::BIGINT AS received,
    sum(s.amount * (s.day - d.issued))::DOUBLE AS money_days,
    coalesce(sum(s.amount) FILTER (d.due IS NOT NULL), 0)::BIGINT AS timed,
    coalesce(sum(s.amount * greatest(0, s.day - d.due)), 0)::DOUBLE AS late_days,
    coalesce(sum(s.amount * (s.day - d.due)), 0)::DOUBLE AS signed_days,
    coalesce(sum(s.amount) FILTER (d.due IS NOT NULL AND s.amount > 0), 0)::BIGINT AS judged,
    coalesce(sum(s.amount * points(s.day - d.due)) FILTER (d.due IS NOT NULL AND s.amount > 0), 0)::DOUBLE AS judged_points
  FROM wins v JOIN setl s ON s.book = v.book AND s.kind = 'payment' AND s.day <= v.day AND s.day > v.day - v.w
  JOIN docs d ON d.book = s.book AND d.doc = s.doc AND d.amount > 0 AND d.issued <= v.day
  JOIN both_of b ON b.book = d.book AND b.doc = d.doc
  GROUP BY v.book, v.day, v.w, b.who;

-- Invoices that say how a buyer pays: paid in the window, or open and past due.
CREATE OR REPLACE TEMP TABLE experiences AS
  SELECT book, day, w, who, count(*) AS invoices FROM (
    SELECT v.book, v.day, v.w, b.who, d.doc FROM wins v JOIN setl s ON s.book = v.book AND s.kind = 'payment' AND s.amount > 0 AND s.day <= v.day AND s.day > v.day - v.w
      JOIN docs d ON d.book = s.book AND d.doc = s.doc AND d.amount > 0 AND d.due IS NOT NULL AND d.issued <= v.day JOIN both_of b ON b.book = d.book AND b.doc = d.doc
    UNION
    SELECT v.book, v.day, v.w, b.who, l.doc FROM wins v JOIN bal l ON l.book = v.book AND l.day = v.day AND l.open > 0 AND l.due < l.day JOIN both_of b ON b.book = l.book AND b.doc = l.doc)
  GROUP BY book, day, w, who;

-- Invoices closed in the window by payments and without a write-off: the day on which nothing was left for the last time. Paid
-- before it was issued counts below 0, as in the weighted mean.
CREATE OR REPLACE TEMP TABLE closings AS
  WITH steps AS (
    SELECT s.book, s.doc, s.day, sum(s.amount) AS amount, any_value(d.amount) AS owed FROM setl s JOIN docs d USING (book, doc) WHERE d.amount > 0 GROUP BY ALL),
  run AS (SELECT *, owed - sum(amount) OVER (PARTITION BY book, doc ORDER BY day) AS rest FROM steps),
  crossed AS (SELECT * FROM run WHERE rest <= 0 AND rest + amount > 0),
  closed AS (
    SELECT l.book, l.day, l.doc, l.issued, max(c.day) AS closed FROM bal l JOIN crossed c ON c.book = l.book AND c.doc = l.doc AND c.day <= l.day
    WHERE l.open <= 0 AND EXISTS (FROM setl s WHERE s.book = l.book AND s.doc = l.doc AND s.kind = 'payment' AND s.day <= l.day)
      AND NOT EXISTS (FROM setl s WHERE s.book = l.book AND s.doc = l.doc AND s.kind = 'writeOff' AND s.day <= l.day)
    GROUP BY ALL)
  SELECT v.book, v.day, v.w, b.who, avg(c.closed - c.issued) AS days
  FROM wins v JOIN closed c ON c.book = v.book AND c.day = v.day AND c.closed > v.day - v.w JOIN both_of b ON b.book = c.book AND b.doc = c.doc
  GROUP BY v.book, v.day, v.w, b.who;

-- What took money off and was no payment. A rest of at most a tenth written off of what was otherwise paid is a short payment let go.
CREATE OR REPLACE TEMP TABLE off AS
  WITH lots AS (
    SELECT a.book, a.day, s.doc, coalesce(sum(s.amount) FILTER (s.kind = 'payment'), 0) > 0
        AND coalesce(sum(s.amount) FILTER (s.kind = 'writeOff'), 0) <= 0.1 * any_value(d.amount) AS short
    FROM (SELECT book, day FROM main) a JOIN setl s ON s.book = a.book AND s.day <= a.day JOIN docs d ON d.book = s.book AND d.doc = s.doc
    GROUP BY a.book, a.day, s.doc)
  SELECT v.book, v.day, v.w, b.who,
    coalesce(sum(s.amount) FILTER (s.kind = 'credit'), 0)::BIGINT AS credited,
    coalesce(sum(s.amount) FILTER (s.kind = 'payment'), 0)::BIGINT AS cash,
    coalesce(sum(s.amount) FILTER (s.kind = 'writeOff' AND l.short), 0)::BIGINT AS short_paid,
    coalesce(sum(s.amount) FILTER (s.kind = 'writeOff' AND NOT l.short), 0)::BIGINT AS lost
  FROM wins v JOIN setl s ON s.book = v.book AND s.day <= v.day AND s.day > v.day - v.w
  JOIN lots l ON l.book = v.book AND l.day = v.day AND l.doc = s.doc JOIN both_of b ON b.book = s.book AND b.doc = s.doc
  GROUP BY v.book, v.day, v.w, b.who;

CREATE OR REPLACE TEMP TABLE returned AS
  SELECT v.book, v.day, v.w, b.who, sum(r.recovered)::BIGINT AS recovered
  FROM wins v JOIN back r ON r.book = v.book AND r.day <= v.day AND r.day > v.day - v.w JOIN both_of b ON b.book = r.book AND b.doc = r.doc
  GROUP BY v.book, v.day, v.w, b.who;

-- Calendar months back to the ledger's first, 0 = the day's own, of which only the days so far count.
CREATE OR REPLACE TEMP TABLE months AS
  WITH line AS (
    SELECT m.book, m.day, w.who, k, (date_trunc('month', m.day) - to_months(k::INTEGER))::DATE AS month
    FROM main m JOIN firsts f USING (book) JOIN whos w USING (book), range(0, 600) r(k) WHERE k <= datediff('month', f.first, m.day)),
  made AS (
    SELECT l.book, l.day, b.who, date_trunc('month', l.issued)::DATE AS month,
      coalesce(sum(l.amount) FILTER (l.kind IN ('INV', 'DN', 'CN')), 0)::BIGINT AS sales,
      coalesce(sum(l.open) FILTER (l.open > 0 AND l.kind IN ('INV', 'DN')), 0)::BIGINT AS open,
      coalesce(sum(l.open * (l.day - l.issued)) FILTER (l.open > 0 AND l.kind IN ('INV', 'DN')), 0)::DOUBLE AS open_days
    FROM bal l JOIN main m ON m.book = l.book AND m.day = l.day JOIN both_of b ON b.book = l.book AND b.doc = l.doc GROUP BY ALL)
  SELECT l.*, coalesce(x.sales, 0) AS sales, coalesce(x.open, 0) AS open, coalesce(x.open_days, 0) AS open_days,
    CASE WHEN k = 0 THEN l.day - l.month + 1 ELSE last_day(l.month) - l.month + 1 END AS length
  FROM line l LEFT JOIN made x USING (book, day, who, month);

-- Without a month that sold anything nothing can be told, nor where all that is open is of months without sales: no silent zero.
CREATE OR REPLACE TEMP TABLE by_month AS
  WITH rest AS (
    SELECT m.*, r.receivable, r.receivable - coalesce(sum(greatest(sales, 0)) OVER (PARTITION BY m.book, m.day, m.who ORDER BY k ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS rest
    FROM months m JOIN receivables r USING (book, day, who))
  SELECT book, day, who,
    CASE WHEN any_value(receivable) <= sum(greatest(sales, 0)) THEN sum(CASE WHEN rest <= 0 THEN 0 WHEN sales <= 0 OR sales < rest THEN length ELSE rest / sales * length END) END AS countback,
    coalesce(sum(open_days / sales) FILTER (sales > 0), 0) AS true_days,
    coalesce(sum(open / sales * length) FILTER (sales > 0), 0) AS weighted_days,
    sum(open) > 0 AND coalesce(sum(open) FILTER (sales > 0), 0) = 0 AS all_left_out,
    count(*) FILTER (sales > 0) AS months_sold
  FROM rest GROUP BY book, day, who;

-- Mean of the day and the twelve month-ends before it.
CREATE OR REPLACE TEMP TABLE thirteen AS
  WITH ends AS (SELECT book, day, CASE k WHEN 0 THEN day ELSE last_day((date_trunc('month', day) - to_months(k::INTEGER))::DATE) END AS at FROM asked, range(0, 13) r(k))
  SELECT e.book, e.day, r.who, avg(r.receivable) AS mean, last_day((date_trunc('month', e.day) - INTERVAL 12 MONTH)::DATE) AS begun
  FROM ends e JOIN receivables r ON r.book = e.book AND r.day = e.at
  GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE year_sold AS
  SELECT t.book, t.day, t.who, coalesce(sum(d.amount), 0)::BIGINT AS sales
  FROM thirteen t LEFT JOIN docs d ON d.book = t.book AND d.kind IN ('INV', 'DN', 'CN') AND t.who IN (d.buyer, '*') AND d.issued <= t.day AND d.issued > t.begun
  GROUP BY ALL;

-- All flows of a window in one line.
CREATE OR REPLACE TEMP TABLE flows AS
  SELECT v.book, v.day, v.w, k.who, coalesce(s.sales, 0) AS sales, coalesce(s.gross, 0) AS gross,
    coalesce(s.credit_notes, 0) + coalesce(o.credited, 0) AS credits, coalesce(s.rebilled, 0) AS rebilled, coalesce(o.short_paid, 0) AS short_paid,
    coalesce(s.lost, 0) + coalesce(o.lost, 0) AS lost, coalesce(r.recovered, 0) AS recovered, coalesce(s.cash, 0) + coalesce(o.cash, 0) AS cash,
    coalesce(p.received, 0) AS received, p.money_days, coalesce(p.timed, 0) AS timed, coalesce(p.late_days, 0) AS late_days, coalesce(p.signed_days, 0) AS signed_days,
    coalesce(p.judged, 0) AS judged, coalesce(p.judged_points, 0) AS judged_points, coalesce(e.invoices, 0) AS invoices, c.days AS closed_days
  FROM wins v JOIN whos k USING (book)
  LEFT JOIN sold s USING (book, day, w, who) LEFT JOIN off o USING (book, day, w, who) LEFT JOIN returned r USING (book, day, w, who)
  LEFT JOIN paid p USING (book, day, w, who) LEFT JOIN experiences e USING (book, day, w, who) LEFT JOIN closings c USING (book, day, w, who);

-- Debits issued in the window and still open.
CREATE OR REPLACE TEMP TABLE young AS
  SELECT l.book, l.day, b.who, sum(l.open) AS debits, coalesce(sum(l.open) FILTER (l.due >= l.day), 0) AS not_due, coalesce(sum(l.open) FILTER (l.due < l.day), 0) AS overdue
  FROM bal l JOIN both_of b ON b.book = l.book AND b.doc = l.doc WHERE l.open > 0 AND l.issued > l.day - 90 GROUP BY ALL;

CREATE OR REPLACE TEMP TABLE figures AS
  SELECT m.book, m.day, k.who,
    coalesce(s.net, 0) AS "open",
    coalesce(s.overdue, 0) AS "overdue",
    coalesce(s.not_due, 0) AS "aging Not due",
    coalesce(s.d30, 0) AS "aging 1-30",
    coalesce(s.d60, 0) AS "aging 31-60",
    coalesce(s.d90, 0) AS "aging 61-90",
    coalesce(s.d91, 0) AS "aging Over 90",
    coalesce(s.no_due, 0) AS "aging No due date",
    coalesce(s.unapplied, 0) AS "aging Unapplied",
    coalesce(s.net, 0) AS "aging Total",
    coalesce(s.i30, 0) AS "issued 0-30",
    coalesce(s.i60, 0) AS "issued 31-60",
    coalesce(s.i90, 0) AS "issued 61-90",
    coalesce(s.i91, 0) AS "issued Over 90",
    coalesce(s.unapplied, 0) AS "issued Unapplied",
    coalesce(s.net, 0) AS "issued Total",
    CASE WHEN q.sales > 0 AND r.receivable >= 0 THEN r.receivable / q.sales * 90 END AS "dso.balance",
    CASE WHEN q.sales > 0 THEN coalesce(s.current_part, 0) / q.sales * 90 END AS "dso.best",
    CASE WHEN q.sales > 0 AND r.receivable >= 0 THEN (r.receivable - coalesce(s.current_part, 0)) / q.sales * 90 END AS "dso.delinquent",
    CASE WHEN r.receivable >= 0 AND b.months_sold > 0 THEN b.countback END AS "dso.countback",
    CASE WHEN b.months_sold > 0 AND NOT b.all_left_out THEN b.true_days END AS "dso.true",
    CASE WHEN b.months_sold > 0 AND NOT b.all_left_out THEN b.weighted_days END AS "dso.weighted",
    CASE WHEN y.received > 0 THEN y.money_days / y.received END AS "daysToPay.weighted",
    y.closed_days AS "daysToPay.simple",
    CASE WHEN y.timed + coalesce(s.overdue, 0) > 0 THEN (y.late_days + coalesce(s.overdue_days, 0)) / (y.timed + coalesce(s.overdue, 0)) END AS "dbt.beyond",
    CASE WHEN y.timed + coalesce(s.overdue, 0) > 0 THEN (y.signed_days + coalesce(s.overdue_days, 0)) / (y.timed + coalesce(s.overdue, 0)) END AS "dbt.signed",
    CASE WHEN y.timed > 0 THEN y.late_days / y.timed END AS "dbt.paid",
    CASE WHEN y.timed > 0 THEN y.signed_days / y.timed END AS "dbt.paidSigned",
    CASE WHEN s.debits > 0 THEN (15 * s.d30 + 45 * s.d60 + 75 * s.d90 + 105 * s.d91) / s.debits END AS "dbt.buckets",
    CASE WHEN y.invoices >= 3 THEN (y.judged_points + coalesce(s.overdue_points, 0)) / (y.judged + coalesce(s.overdue, 0)) END AS "payIndex",
    CASE WHEN m.since >= f.first AND g.receivable + p.sales - coalesce(s.current_part, 0) > 0
      THEN (g.receivable + p.sales - r.receivable) / (g.receivable + p.sales - coalesce(s.current_part, 0)) END AS "cei.total",
    CASE WHEN m.since >= f.first AND g.receivable + p.sales / n.months - coalesce(s.current_part, 0) > 0
      THEN (g.receivable + p.sales / n.months - r.receivable) / (g.receivable + p.sales / n.months - coalesce(s.current_part, 0)) END AS "cei.monthly",
    CASE WHEN m.since >= f.first AND g.receivable + p.gross - coalesce(s.current_part, 0) > 0
      THEN (g.receivable + p.gross - r.receivable - p.credits - p.short_paid - p.lost) / (g.receivable + p.gross - coalesce(s.current_part, 0)) END AS "cei.cashOnly",
    CASE WHEN month_end_before(m.day) >= f.first AND h.receivable + u.sales - coalesce(s.current_part, 0) > 0
      THEN (h.receivable + u.sales - r.receivable) / (h.receivable + u.sales - coalesce(s.current_part, 0)) END AS "cei.ofMonth",
    CASE WHEN y.sales > 0 AND m.day - 365 >= f.first AND a.receivable + r.receivable > 0 THEN y.sales / ((a.receivable + r.receivable) / 2) END AS "turnover.ends",
    CASE WHEN z.sales > 0 AND t.begun >= f.first AND t.mean > 0 THEN z.sales / t.mean END AS "turnover.months",
    CASE WHEN y.gross > 0 THEN (y.credits - y.rebilled + y.short_paid) / y.gross END AS "dilution.sales",
    CASE WHEN y.cash > 0 THEN (y.credits - y.rebilled + y.short_paid) / y.cash END AS "dilution.collections",
    CASE WHEN y.sales > 0 THEN (y.lost - y.recovered) / y.sales END AS "badDebt",
    CASE WHEN s.debits > 0 THEN s.not_due / s.debits END AS "share.current",
    CASE WHEN s.debits > 0 THEN s.overdue / s.debits END AS "share.overdue",
    CASE WHEN x.debits > 0 THEN x.not_due / x.debits END AS "share.current, 90 days",
    CASE WHEN x.debits > 0 THEN x.overdue / x.debits END AS "share.overdue, 90 days"
  FROM main m JOIN firsts f USING (book) JOIN whos k USING (book)
  JOIN receivables r USING (book, day, who)
  JOIN flows q ON q.book = m.book AND q.day = m.day AND q.who = k.who AND q.w = 90
  JOIN flows y ON y.book = m.book AND y.day = m.day AND y.who = k.who AND y.w = 365
  JOIN flows u ON u.book = m.book AND u.day = m.day AND u.who = k.who AND u.w = m.day - month_end_before(m.day)
  JOIN receivables h ON h.book = m.book AND h.day = month_end_before(m.day) AND h.who = k.who
  LEFT JOIN flows p ON p.book = m.book AND p.day = m.day AND p.who = k.who AND p.w = m.day - m.since
  LEFT JOIN receivables g ON g.book = m.book AND g.day = m.since AND g.who = k.who
  LEFT JOIN receivables a ON a.book = m.book AND a.day = m.day - 365 AND a.who = k.who
  LEFT JOIN (SELECT book, day, datediff('month', since + 1, day) + 1 AS months FROM asked) n ON n.book = m.book AND n.day = m.day
  LEFT JOIN stocks s ON s.book = m.book AND s.day = m.day AND s.who = k.who
  LEFT JOIN by_month b ON b.book = m.book AND b.day = m.day AND b.who = k.who
  LEFT JOIN young x ON x.book = m.book AND x.day = m.day AND x.who = k.who
  LEFT JOIN thirteen t ON t.book = m.book AND t.day = m.day AND t.who = k.who
  LEFT JOIN year_sold z ON z.book = m.book AND z.day = m.day AND z.who = k.who;

-- Concentration by ultimate parent and by buyer, of positive net balances.
CREATE OR REPLACE TEMP TABLE spread AS
  WITH RECURSIVE up AS (
    SELECT DISTINCT book, buyer, buyer AS top, 0 AS step FROM docs
    UNION ALL
    SELECT u.book, u.buyer, p.parent, step + 1 FROM up u JOIN parents p ON p.book = u.book AND p.buyer = u.top WHERE step < 20),
  tops AS (SELECT book, buyer, arg_max(top, step) AS top FROM up GROUP BY book, buyer),
  grouped AS (
    SELECT l.book, l.day, v.by_what, CASE WHEN v.by_what = 'parent' THEN t.top ELSE l.buyer END AS grp, sum(l.open) AS net
    FROM bal l JOIN main m ON m.book = l.book AND m.day = l.day JOIN tops t ON t.book = l.book AND t.buyer = l.buyer, (VALUES ('parent'), ('buyer')) v(by_what) GROUP BY ALL),
  ranked AS (SELECT *, net / sum(net) OVER g AS share, row_number() OVER (g ORDER BY net DESC) AS place FROM grouped WHERE net > 0 WINDOW g AS (PARTITION BY book, day, by_what)),
  summed AS (SELECT book, day, by_what, sum(share) FILTER (place <= 10) AS top10, sum(share) FILTER (place <= 3) AS top3, sum(share * share) AS hhi, count(*) AS n FROM ranked GROUP BY ALL)
  SELECT m.book, m.day, v.by_what, top10 AS "topShare 10", top3 AS "topShare 3", hhi AS "hhi", 1 / hhi AS "hhi.effective", CASE WHEN n > 1 THEN (hhi - 1 / n) / (1 - 1 / n) WHEN n = 1 THEN 1 END AS "hhi.normalised"
  FROM main m CROSS JOIN (VALUES ('parent'), ('buyer')) v(by_what) LEFT JOIN summed s ON s.book = m.book AND s.day = m.day AND s.by_what = v.by_what;

-- From the end of `since` to the end of the day: what was issued, and what took it off on its own day or when its document was issued.
CREATE OR REPLACE TEMP TABLE forward AS
  WITH moved AS (
    SELECT a.book, a.day, d.doc, CASE WHEN d.kind = 'CN' THEN 'credits' WHEN d.kind IN ('PMT', 'UNAP', 'PRE', 'REFUND') THEN 'receipts' WHEN d.kind = 'WO' THEN 'writeOffs' ELSE 'invoices' END AS line, d.amount
    FROM asked a JOIN docs d ON d.book = a.book AND d.issued > a.since AND d.issued <= a.day
    UNION ALL
    SELECT a.book, a.day, d.doc, CASE s.kind WHEN 'payment' THEN 'receipts' WHEN 'credit' THEN 'credits' ELSE 'writeOffs' END, -s.amount
    FROM asked a JOIN setl s ON s.book = a.book JOIN docs d ON d.book = s.book AND d.doc = s.doc WHERE greatest(s.day, d.issued) > a.since AND greatest(s.day, d.issued) <= a.day),
  lines AS (
    SELECT m.book, m.day, b.who, coalesce(sum(amount) FILTER (line = 'invoices'), 0)::BIGINT AS invoices, coalesce(sum(amount) FILTER (line = 'receipts'), 0)::BIGINT AS receipts,
      coalesce(sum(amount) FILTER (line = 'credits'), 0)::BIGINT AS credits, coalesce(sum(amount) FILTER (line = 'writeOffs'), 0)::BIGINT AS write_offs
    FROM moved m JOIN both_of b ON b.book = m.book AND b.doc = m.doc GROUP BY ALL)
  SELECT a.book, a.day, w.who, coalesce(o.net, 0) AS opening, coalesce(l.invoices, 0) AS invoices, coalesce(l.receipts, 0) AS receipts, coalesce(l.credits, 0) AS credits,
    coalesce(l.write_offs, 0) AS "writeOffs", coalesce(c.net, 0) AS closing
  FROM asked a JOIN whos w USING (book) LEFT JOIN lines l USING (book, day, who)
  LEFT JOIN stocks o ON o.book = a.book AND o.day = a.since AND o.who = w.who LEFT JOIN stocks c ON c.book = a.book AND c.day = a.day AND c.who = w.who;

-- Roll rates of twelve whole months: the next bucket at a month's end against the bucket at its beginning, written off counts as migrated.
CREATE OR REPLACE TEMP TABLE rolls AS
  WITH ends AS (
    SELECT a.book, a.day, last_day((date_trunc('month', last_month_end(a.day)) - to_months(k::INTEGER))::DATE) AS begins, last_day((date_trunc('month', last_month_end(a.day)) - to_months((k - 1)::INTEGER))::DATE) AS ends
    FROM asked a, range(1, 13) r(k)),
  placed AS (
    SELECT book, day, doc, open, CASE WHEN due >= day THEN 0 WHEN day - due <= 30 THEN 1 WHEN day - due <= 60 THEN 2 WHEN day - due <= 90 THEN 3 ELSE 4 END AS bucket FROM bal WHERE open > 0 AND due IS NOT NULL),
  begun AS (SELECT e.book, e.day, p.bucket, sum(p.open) AS balance FROM ends e JOIN placed p ON p.book = e.book AND p.day = e.begins GROUP BY ALL),
  ended AS (SELECT e.book, e.day, p.bucket, sum(p.open) AS balance FROM ends e JOIN placed p ON p.book = e.book AND p.day = e.ends GROUP BY ALL),
  gone AS (
    SELECT e.book, e.day, p.bucket, sum(s.amount) AS lost FROM ends e JOIN placed p ON p.book = e.book AND p.day = e.begins
    JOIN setl s ON s.book = e.book AND s.doc = p.doc AND s.kind = 'writeOff' AND s.day > e.begins AND s.day <= e.ends GROUP BY ALL),
  rates AS (
    SELECT a.book, a.day, k, coalesce(b.balance, 0)::BIGINT AS balance, (coalesce(n.balance, 0) + coalesce(g.lost, 0))::BIGINT AS migrated
    FROM asked a CROSS JOIN range(0, 4) r(k)
    LEFT JOIN begun b ON b.book = a.book AND b.day = a.day AND b.bucket = k LEFT JOIN ended n ON n.book = a.book AND n.day = a.day AND n.bucket = k + 1
    LEFT JOIN gone g ON g.book = a.book AND g.day = a.day AND g.bucket = k)
  SELECT book, day, k, balance, migrated, CASE WHEN balance > 0 THEN migrated / balance END AS rate,
    CASE WHEN min(balance) OVER onwards > 0 THEN product(migrated / nullif(balance, 0)) OVER onwards END AS loss,
    sum(balance) OVER (PARTITION BY book, day) > 0 AS told
  FROM rates WINDOW onwards AS (PARTITION BY book, day ORDER BY k ROWS BETWEEN CURRENT ROW AND UNBOUNDED FOLLOWING);
