import type { Status } from "../credit/score";

/** Always English: formulas filter by it. The sentence beside it follows the policy's language. */
const WORDS: Readonly<Record<Status, string>> = {
  undated: "no paid invoices",
  insufficient: "insufficient history",
  provisional: "provisional",
  thin: "thin",
  some: "some",
  normal: "normal",
};

export function statusWord(status: Status): string {
  return WORDS[status];
}
