/**
 * The answers of the 25 traps, worked out by hand from the lines that stand in them, in the order of their figures. Nothing
 * here was asked of the add-in: whoever changes a line works its figures out again. The day is 31 March 2026 unless said.
 */
export const ANSWERS: ReadonlyMap<number, readonly (number | string)[]> = new Map<number, readonly (number | string)[]>([
  [1, [
    1000 + 400, // by due date: D-101 due 6 March, 31 - 6 = 25 days; D-103 due 2 March, 29 days
    600, // D-102 due 11 April
    600, // by document date: D-102 of 10 February, 18 + 31 = 49 days
    400, // D-103 of 15 January, 16 + 28 + 31 = 75 days
    1000, // D-101 of 20 December, 11 + 31 + 28 + 31 = 101 days
    1000 + 600 + 400,
    "Net Due Date", // by the baseline date D-101 would be 26 + 28 + 31 = 85 days late
  ]],
  [2, [
    500 + 300 + 200 + 50, // all four
    500 + 300, // I-201 due 30 April; I-202 due on the day itself, 0 days late
    200, // I-203 due 30 March, 1 day
    50, // I-204 has no due date
  ]],
  [3, [
    700 + 450, // 31 December: I-301 was paid on 15 January; I-302 on 30 December; I-303 never; I-304 was issued on 8 January
    700, // I-301 due 10 December, 21 days
    450, // I-303 due 19 January
    450 + 900, // 31 January: I-301 paid by now, I-304 issued by now
  ]],
  [4, [
    -120 - 300 - 80, // C-403, R-404 and R-405 settle nothing
    1000, // I-401 due 28 February, 31 days
    1000 + 500 - 120 - 300 - 80,
    -80, // Baltic has R-405 alone
  ]],
  [5, [
    925.4 - 650 - 275.4, // the draft I-504 is all of it
    400 + 350 - 100, // what is posted: I-501, I-502, R-503
    275.4, // 925.40 - 650.00
    275.4, // I-504
  ]],
  [6, [
    1000 + 500, // euros: I-601, I-602
    800, // dollars without a rate: I-603
    (1000 + 500) * 1.1 + 800, // 1,650.00 + 800.00 dollars
    1, // two currencies and no choice: refused
  ]],
  [7, [
    300 + 200 + 125, // Nord Logistics and Nord Retail
    300, // I-701 due 15 March, 16 days
    200, // I-702 due 20 February, 8 + 31 = 39 days
    2, // the group, Anker
  ]],
  [8, [
    3200, // I-806 due 22 September, 8 + 31 + 30 + 31 + 31 + 28 + 31 = 190 days
    100, // I-801 due 21 March, 10 days
    200, // I-802 due 11 March, 20 days
    400, // I-803 due 19 February, 9 + 31 = 40 days
    800, // I-804 due 20 January, 11 + 28 + 31 = 70 days
    1600, // I-805 due 21 December, 10 + 31 + 28 + 31 = 100 days
    100 + 200 + 400 + 800 + 1600 + 3200,
  ]],
  [9, [
    100 + 150 + 75, // Cobalt in small letters, capitals between blanks, and full width
    250, // __proto__
    310, // constructor
    3,
  ]],
  [10, [
    1000 - (1200 - 1000), // second instalment, due 15 March, 16 days: what the first left of 1,200.00 came off it
    1000 - 1000, // first instalment, due 15 February: paid in full
    1000, // third, due 15 April
    3 * 1000 - 1200,
  ]],
  [11, [
    900 + 400 - 150, // the cheque of 900.00 is dated 15 April
    900, // I-1101 due 20 March, 11 days
    900 - 900 + 400 - 150, // 15 April
  ]],
  [12, [
    600 + 250 - 100, // Anker
    600, // I-1201 due 10 February, 18 + 31 = 49 days
    250, // I-1202 due 5 April
    -100, // R-1203
    310, // Baltic
    750 + 310,
  ]],
  [13, [
    700 + 300 + 450, // both invoices and the order
    700 + 300,
    1450 - 1200, // over the limit with the order
    0, // 1,000.00 is below 1,200.00
  ]],
  [14, [
    400, // I-1401 due 1 March, 30 days
    5000 - 400 - 500,
    0, // I-1403 due 9 April
    5000 - 4800,
  ]],
  [15, [
    700 + 600 + 90, // Logistics and Retail below Holding, Holding below Group
    1390 - 1000,
    90, // I-1503 due 26 March, 5 days
  ]],
  [16, [
    10000 * 0.9, // the smaller of 12,000 and the insured limit, 90 % of it
    8000 + 4000,
    12000 - 9000,
    10000, // need 12,000 / 31 x 30 x 1.2 = 13,935; a month's 12,000 / 31 x 365 / 12 = 11,774; the insurer's 10,000 is the least
  ]],
  [17, [
    100 + 200 + 400, // I-1701 1 day, I-1702 31 days, I-1703 31 + 28 + 31 = 90 days; I-1704 is due 19 April; R-1705 is not netted
    60, // I-1706 due 22 March, 9 days
    400, // I-1703
    100 + 200 + 400 + 800 - 50,
  ]],
  [18, [
    (120 + 80 + 65.5) * 1000, // thousands; in Chinese (12 + 8 + 6.55) x 10,000
    120 * 1000, // I-1801 due 4 March, 27 days
    2, // Anker, Baltic
  ]],
  [19, [
    1000 - 1000 + 12.5,
    12.5, // F-1902 due 10 March, 21 days
    (12.5 / 1000) * 90, // sales of the 90 days since 1 January: I-1901 alone
  ]],
  [20, [
    1000 - 400, // C-2002 names I-2001; I-2003 is cancelled
    1000 - 400, // I-2001 due 1 March, 30 days
    -400 + 400,
    1000, // 9 March: C-2002 is of the 10th
  ]],
  [21, [
    300 + 220, // Mei: I-2101, I-2103
    300, // I-2101 due 14 March, 17 days
    450 + 80, // Tom: I-2102, I-2104
    520 + 530,
  ]],
  [22, [
    1000 + 1250 + 300.5 + 75.25 - 450,
    1000 + 300.5, // I-2201 due 1 February, 27 + 31 = 58 days; I-2203 due 4 February, 24 + 31 = 55 days
    1250, // I-2202 due 12 March, 19 days
    75.25, // I-2204 due 4 April
    -450,
  ]],
  [23, [
    1000 - 300 - 200, // I-2301 due 15 January, 16 + 28 + 31 = 75 days
    500 - 100, // I-2302 due 20 March, 11 days
    1000 - 300, // 28 February: I-2301, 16 + 28 = 44 days; the 200.00 came on 10 March
  ]],
  [24, [
    500 + 300, // I-2401, I-2404
    500 + 200 + 150, // P-2401 provisional, I-2402 draft, I-2403 cancelled
    3,
  ]],
  [25, [
    // late by 20 days is late in full, paid 20 days early is in time in full; the book: 5 late of 10, (5 + 5 x 6/12) / (10 + 5) = 1/2, odds 1
    500 - 20, // Anker 3 of 4: (3 + 2 x 1/2) / (4 + 2) = 2/3, odds 2: twice the book's, 20 points less
    500 - 20,
    500 + 20, // Baltic 1 of 4: (1 + 1) / (4 + 2) = 1/3, odds 1/2
    500, // Corvid 1 of 2: (1 + 1) / (2 + 2) = 1/2, odds 1
  ]],
]);
