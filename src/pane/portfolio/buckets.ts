import type { Words } from "../words";

/** A heading of the ageing in the reader's language; spans such as `31-60` are the same in both. */
export function bucketName(heading: string, words: Words): string {
  const over = /^Over (\d+)$/.exec(heading);
  if (over !== null) return words.portfolio.buckets.over(over[1]!);
  switch (heading) {
    case "Not due":
      return words.portfolio.buckets.notDue;
    case "No due date":
      return words.portfolio.buckets.noDueDate;
    case "Unapplied":
      return words.portfolio.buckets.unapplied;
    case "Total":
      return words.common.total;
    default:
      return heading.replace("-", "\u2013");
  }
}

export interface Bucket {
  readonly heading: string;
  readonly minor: number;
  /** 0 not due, then 1, 2, 3... the later the larger; -1 where age does not apply */
  readonly age: number;
}

/** The buckets of a row of the ageing without its total; those without an age only where they hold something. */
export function bucketsOf(headings: readonly string[], row: ArrayLike<number>): Bucket[] {
  return headings.slice(0, -1).flatMap((heading, at): Bucket[] => {
    const ageless = heading === "No due date" || heading === "Unapplied";
    return ageless && row[at] === 0 ? [] : [{ heading, minor: row[at]!, age: ageless ? -1 : at }];
  });
}
