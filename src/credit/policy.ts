/** Numbers of the score and the limit, each with where it comes from. What users may change stands in the ledger's Policy. */
export const SCORE = {
  base: 500, // points of the book's average buyer
  pointsPerLogOdds: 20 / Math.LN2, // 20 points double the odds
  recentDays: 365, // the book's rate now goes by outcomes of the last year
  recentPrior: 5, // outcomes at the rate of all time mixed into it
  rateBound: 0.001, // a book's late rate said by the user is never quite 0 or 1: log-odds need a rate between
  writtenOff: 0.5, // share of an invoice written off from which it counts as never paid: late for good, and open no more
  indexBound: 3.5, // log-odds against the book; beyond it the data told nothing apart
  nearMissUpTo: 30, // days: steps for near misses help up to here, and are a coin toss above
  nearMissDays: 10, // how near the limit a miss is near
  justLate: 0.875, // counts of an invoice paid 1 to 10 days past the limit
  justGood: 0.125, // and of one paid less than 10 days before it
  overdueShort: { days: 15, x: 0.1 }, // overdue now by 1 to 15 days
  overdueLong: 0.35, // by 16 days and more
  thinBelow: 5, // known outcomes
  someBelow: 12,
  pointsGrid: 2 ** 32, // points are whole multiples of 2^-32, so that they add up bit for bit in any order
} as const;

/** How much of the book is mixed into a buyer's own record, in outcomes. */
export const LATE_INDEX = {
  weight: 2, // empirical Bayes gave 1.1 to 1.4 on two real ledgers, and 2 loses nothing
  smallRate: 0.04, // below this book rate a weight of 2 brings almost no late invoice: one late of one would cost 83 points
  leastWeight: 1, // an estimated weight is held from here
  mostWeight: 5, // to here, which also stands where the book is too small for an estimate
  leastBuyers: 30, // buyers that an estimate needs
  leastOutcomes: 2, // with so many known outcomes each
} as const;

export const GRADING = {
  deadBand: 0.15, // in x: with the grade before, a letter changes only past its edge by this; halves the changes from month to month
} as const;

export const CALIBRATION = {
  windows: [182, 365, 730], // days; half a year halves the error of the mean against a year, longer only where it must
  enough: 10, // outcomes of the rarer class: below, the mean is off by 10 points and more
  slopeFrom: 100, // below, a free slope is worse than none
  interceptSpread: 0.5, // standard deviation of the intercept's prior around 0
  slopeSpread: 0.25, // of the slope's prior around 1
  quarter: 91, // days of the last closed quarter
  moved: 0.05, // predicted and observed differ by more: the book has moved
} as const;

export const BACKTEST = {
  months: 12, // whose outcomes are tested
  enough: 10, // outcomes of the rarer class: with fewer there is nothing to rank
  buyers: 10, // with fewer, drawing buyers again tells nothing of others
  resamples: 400, // intervals move by less than a tenth of their width
  seed: 20_251_130, // the same draws on every machine
  tail: 0.025, // of the draws at either end left out: 95 %
  pastRateWeight: 5, // outcomes at the book's share mixed into the plain past late rate, as it was measured
  slopeGrid: 256, // log-odds are taken on a grid of 1/256 for the slope: moves it by a millionth
} as const;

export const WHATIF = {
  daysAhead: 180, // within which a grade that falls by waiting is foretold
  mostLate: 100, // further late invoices that are tried
  mostPending: 12, // pending invoices of either kind that are tried apart from paying all that is overdue
} as const;

export const LIMIT = {
  window: 365, // days of sales and of payment history
  paidWithin: 15, // days past due by which an invoice counts as paid in order
  concentrationFrom: 10, // buyers: in a smaller book every buyer is a large share
  digits: 2, // significant digits of a limit
} as const;
