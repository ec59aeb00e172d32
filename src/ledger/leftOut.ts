import type { Cell } from "../values/cell";
import { textOf } from "./cellText";
import { isCreditSide, kindOf, saysYes } from "./kinds";
import { BILL } from "./ledger";
import type { Plan } from "./plan";
import type { Policy } from "./policy";

/** A row that is a document, but no receivable: why, and which of its cells says so. */
export interface LeftOut {
  readonly code: "NOT_POSTED" | "PROVISIONAL" | "BANK_BILL";
  readonly column: number;
}

const LONGEST_WORD = 40;

/** Not in the books, or no longer: words of Odoo, ERPNext, Xero, SAP (parked), 用友 and 金蝶. `Submitted` is left in: in ERPNext it means posted. */
const NOT_POSTED = new Set(
  ("draft drafts unapproved unposted notposted parked void voided cancel canceled cancelled deleted rejected reversed awaitingapproval pendingapproval " +
    "草稿 暂存 创建 保存 自由 自由态 未生效 未提交 审批中 审批不通过 未审核 未过账 未记账 未确认 审核中 重新审核 作废 已作废 取消 已取消 删除 已删除 撤销 已撤销 已冲销 已关闭作废").split(" "),
);

const WRITTEN_OFF = /^\s*(?:bad debt|written[\s-]*off|write[\s-]*off|坏账|已核销坏账|坏账核销)\s*$/i;

/** 暂估应收: the goods are out, the invoice is not; the invoice later stands beside it (金蝶 立账类型). */
const PROVISIONAL = /暂估|provisional|estimated/i;
const FINANCIAL = /财务|业务|financial|invoiced/i;

/** 银行承兑汇票: the bank owes, not the buyer. A 商业承兑汇票 stays the drawer's debt until it is paid (methods.md 0.4). */
const BANK_BILL = /银行承兑|银承|bank(?:er'?s?)?\s*(?:acceptance|draft|bill)/i;

/** Beside these words of Xero and Sage, `Submitted` waits for approval; in ERPNext, which has none of them, it is posted. */
const APPROVING = /^\s*(?:authori[sz]ed|approved|posted)\s*$/i;
const SUBMITTED = /^\s*submitted\s*$/i;

/** Does a sheet's status column speak of approval, so that what was only submitted is not in the books? */
export function speaksOfApproval(text: string): boolean {
  return APPROVING.test(text.slice(0, LONGEST_WORD));
}

/** Does a status cell say that the row is not in the books? */
export function isNotPosted(text: string, submittedOut: boolean): boolean {
  if (text.length > LONGEST_WORD) return false;
  const own = text.slice(text.lastIndexOf(":") + 1); // NetSuite: Invoice : Voided
  return NOT_POSTED.has(own.normalize("NFKC").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "")) || (submittedOut && SUBMITTED.test(own));
}

/** A column that flags cancelled documents: 作废标志, Voided. */
export function isVoided(cell: Cell): boolean {
  return cell === true || saysYes(textOf(cell)) || isNotPosted(textOf(cell), false);
}

/** Does a status cell say that what settled the row was a write-off? */
export function isWrittenOff(text: string): boolean {
  return text.length <= LONGEST_WORD && WRITTEN_OFF.test(text);
}

export function isProvisional(text: string): boolean {
  return text.length <= LONGEST_WORD && PROVISIONAL.test(text);
}

export function isFinancial(text: string): boolean {
  return text.length <= LONGEST_WORD && FINANCIAL.test(text);
}

export function isBankBill(text: string): boolean {
  return text.length <= LONGEST_WORD && kindOf(text) === BILL && BANK_BILL.test(text);
}

/**
 * Why the row is left out, or undefined. Provisional rows count where the sheet has no others (`plan.provisionalOut` is false). A
 * bank's bill on the credit side is no asset: with it the buyer has paid.
 */
export function leftOut(cells: readonly Cell[], plan: Plan, policy: Policy, amount: number): LeftOut | undefined {
  const { status, voided, bookType, type, side, provisionalOut } = plan;
  const isCredit = amount < 0 || (side >= 0 && isCreditSide(textOf(cells[side])));
  if (status >= 0 && isNotPosted(textOf(cells[status]), plan.submittedOut)) return { code: "NOT_POSTED", column: status };
  if (voided >= 0 && isVoided(cells[voided])) return { code: "NOT_POSTED", column: voided };
  if (provisionalOut && isProvisional(textOf(cells[bookType]))) return { code: "PROVISIONAL", column: bookType };
  if (type >= 0 && !isCredit && policy.bankBills === "out" && isBankBill(textOf(cells[type]))) return { code: "BANK_BILL", column: type };
  return undefined;
}
