/** The triggers of methods.md H1 that a ledger alone, with the facts about its buyers, can raise. */
export const TRIGGERS = ["T1", "T2", "T4", "T5", "T6", "T7", "T8", "T12", "T13"] as const;
export type TriggerCode = (typeof TRIGGERS)[number];
export type Level = "watch" | "alert";

/** Above which a figure is worth a look, and above which it is urgent [DESIGN]. */
export const THRESHOLDS: Readonly<Record<Exclude<TriggerCode, "T12" | "T13">, { readonly watch: number; readonly alert: number }>> = {
  T1: { watch: 5, alert: 15 }, // days beyond terms of the last quarter above those of the year
  T2: { watch: 15, alert: 45 }, // days past due of an undisputed open invoice, more than any of its own last year
  T4: { watch: 0.9, alert: 1 }, // of the limit; above it only where it has been for more than `overDays`
  T5: { watch: 1.5, alert: 2 }, // sales of the last quarter against the mean of the quarters before; urgent only where it pays later too
  T6: { watch: 1, alert: 3 }, // payments in part or in round sums in 90 days: 2, and 4
  T7: { watch: 2, alert: 4 }, // disputed share of the last quarter's invoices against its own year before
  T8: { watch: 0.02, alert: 0.05 }, // short-paid share of the invoices paid in the last quarter
};

export const WATCH = {
  quarter: 91, // days
  year: 365,
  enough: 3, // payments and overdue items of a year, below which days beyond terms say little (as for the payment index)
  overDays: 5, // days above the limit that are no lag of booking
  quarters: 4, // whose mean an order spike is held against
  fewestQuarters: 2, // of buying before: a new buyer grows by itself
  partDays: 90,
  part: 0.1, // of an invoice still open after a payment: less is a short pay, not a part
  rest: 0.001, // of an invoice: a residue below is rounding
  roundSum: 1000, // currency units: money on account in such steps pays no invoice in particular
  fewestDisputed: 2, // one objection is no trend
  fewestInvoices: 8, // of the year before, or there is no rate of its own
  dormant: 180, // days without a sale
  lately: 30, // days within which it came back
  large: 1.5, // times its mean invoice
  weights: { watch: 0.15, alert: 0.35 }, // of a trigger in the composite index (H4)
  readings: 6, // month-ends that the state is made of
} as const;

/** Watch-list states and where they are entered and left (H5): up at once, down one step after two readings in a row. */
export const STATES = ["normal", "watch", "alert"] as const;
export type State = (typeof STATES)[number];
export const HYSTERESIS = { watch: 60, alert: 70, calmFromAlert: 60, calmFromWatch: 50, readings: 2 } as const;
