/** The ranges that a reading is made of. */
export type IssueRange = "invoices" | "payments" | "buyers";

/** The range whose rows and columns a doubt counts: receipts and facts about buyers have their own. */
export function issueRange(code: string): IssueRange {
  if (code.startsWith("RECEIPT_")) return "payments";
  return code === "BUYER_FACT" ? "buyers" : "invoices";
}
