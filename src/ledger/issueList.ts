import type { Currency } from "../values/currency";
import { NO_CURRENCY } from "../values/currency";
import type { Issue } from "./issue";
import { shown } from "./columns";
import type { Cell } from "../values/cell";

/** Doubts as they are met, in the order of the sheet. */
export class IssueList {
  list: Issue[] = [];

  /** `row` from 1, `column` from 0 or -1; money in minor units of `currency`; `rows` where one doubt stands for several */
  add(code: string, row: number, column: number, found: Cell, amount = 0, currency: Currency = NO_CURRENCY, rows = 1): void {
    const issue = { code, row, column, found: shown(found), amount: Number.isFinite(amount) ? amount : 0, currency };
    this.list.push(rows === 1 ? issue : { ...issue, rows });
  }

  /** What these rows say counts elsewhere, and so do their doubts. */
  drop(rows: ReadonlySet<number>): void {
    this.list = this.list.filter(({ row }) => !rows.has(row));
  }
}
