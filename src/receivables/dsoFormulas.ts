import type { Figure } from "./figure";

/** What a month sold and how many days it had; lists run latest first. */
export interface MonthSales {
  readonly sales: ArrayLike<number>;
  readonly days: ArrayLike<number>;
}

/**
 * DSO by the balance method: receivable / credit sales x days. The receivable may be the closing one or the mean of
 * opening and closing (`averageReceivable`); both are in use. Any one money unit for both.
 */
export function balanceDso(receivable: number, sales: number, days: number): Figure {
  if (sales <= 0) return { code: "NO_SALES" };
  if (receivable < 0) return { code: "NEGATIVE_BASE" };
  return (receivable / sales) * days;
}

export function averageReceivable(opening: number, closing: number): number {
  return (opening + closing) / 2;
}

/** Best possible DSO: only what is not past due / credit sales x days (Credit Research Foundation). */
export function bestDso(notDue: number, sales: number, days: number): Figure {
  return balanceDso(notDue, sales, days);
}

/** Average days delinquent: DSO less best possible DSO. Below 0 where unapplied credits outweigh what is overdue. */
export function delinquentDso(receivable: number, notDue: number, sales: number, days: number): Figure {
  const whole = balanceDso(receivable, sales, days);
  return typeof whole === "number" ? whole - (notDue / sales) * days : whole;
}

/**
 * DSO by countback (exhaustion): months are used up latest first, each counting its days, until the receivable is; the
 * last month counts in proportion. A month without sales counts its days (a quiet season does not end the count), or
 * stops it, as one consolidation package does. A receivable older than the history: the days so far are a lower bound.
 */
export function countback(receivable: number, months: MonthSales, zeroMonth: "count" | "stop" = "count"): Figure {
  if (receivable < 0) return { code: "NEGATIVE_BASE" };
  let rest = receivable;
  let days = 0;
  for (let m = 0; m < months.sales.length; m++) {
    if (rest <= 0) return days;
    const sales = months.sales[m]!;
    if (sales <= 0) {
      if (zeroMonth === "stop") return { code: "STOPPED", with: { days } };
      days += months.days[m]!;
    } else if (sales >= rest) {
      return days + (rest / sales) * months.days[m]!;
    } else {
      rest -= sales;
      days += months.days[m]!;
    }
  }
  return rest <= 0 ? days : { code: "HISTORY_EXHAUSTED", with: { days } };
}

/**
 * True DSO: each open invoice's age times its share of its own month's credit sales; `openDays` is open money x age by month of
 * issue, so that the sum is the same in any order. Months without sales are left out.
 */
export function trueDso(months: Pick<MonthSales, "sales"> & { readonly openDays: ArrayLike<number> }): number {
  let days = 0;
  for (let m = 0; m < months.sales.length; m++) if (months.sales[m]! > 0) days += months.openDays[m]! / months.sales[m]!;
  return days;
}

/** Sales-weighted DSO: for each month, what is still open of it / its credit sales x its days. Months without sales are left out. */
export function weightedDso(months: MonthSales & { readonly open: ArrayLike<number> }): number {
  let days = 0;
  for (let m = 0; m < months.sales.length; m++) {
    if (months.sales[m]! > 0) days += (months.open[m]! / months.sales[m]!) * months.days[m]!;
  }
  return days;
}
