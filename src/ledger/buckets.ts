import type { Cell } from "../values/cell";

const LONGEST = 40;

/** `1-30`, `31 - 60 days`, `1-3个月`, `1-2年`, `91-Above` */
const RANGE = /^(?:days?\s*)?\d{1,3}\s*(?:-|~|to|至|到)\s*(?:\d{1,3}|above|over|up)\s*(?:d|days?|months?|mths?|years?|天|日|个月|月|年)?(?:\s*(?:past due|overdue|old|以内|内|\(含\)))?$/;
/** `> 90`, `90+`, `Over 90 days`, `90天以上`, `< 1 Month`, `1年以内`, `2 Months` */
const OPEN = /^(?:(?:>=?|<=?|over|above|under|more than|less than|大于|超过|小于)\s*\d{1,4}\s*(?:d|days?|months?|years?|天|日|个月|月|年)?|\d{1,4}\s*(?:d|days?|months?|years?|天|日|个月|月|年)?\s*(?:\+|and over|and above|or more|plus|以上|以内|以下|之内)|\d{1,2}\s*(?:months?|years?|个月))$/;

/** A heading that is a bucket of age: its column holds money by age, not the age. */
export function isBucket(cell: Cell): boolean {
  if (typeof cell !== "string" || cell.length > LONGEST || !/\d/.test(cell)) return false;
  const text = cell.normalize("NFKC").toLowerCase().replace(/[–—−－]/g, "-").replace(/^(?:逾期|账龄|过期|超期|overdue|past due|aged)\s*/, "").trim();
  return RANGE.test(text) || OPEN.test(text);
}
