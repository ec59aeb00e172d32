import type { Ledger } from "../ledger/ledger";
import type { Override as Effect, Policy } from "../ledger/policy";
import type { Reason } from "../values/answer";
import type { BuyerScore, Grade } from "./score";

/** A fact that the points do not know, and what the policy makes of it. */
export interface Override {
  readonly code: "insolvent" | "legal" | "longOverdue";
  /** what was found */
  readonly finding: Reason;
  readonly effect: Exclude<Effect, "off">;
}

/** What a `buyers` range says for no: anything else in the columns of insolvencies and legal flags is a yes. */
const NO = new Set(["", "no", "n", "false", "0", "否", "无"]);

/** Insolvency, a legal flag and long overdue invoices of a buyer, as the policy wants them (methods.md B4). They carry no points. */
export function overridesOf({ buyers }: Ledger, { override }: Policy, { buyer, daysOverdue }: Pick<BuyerScore, "buyer" | "daysOverdue">): Override[] {
  const facts = buyers.facts[buyer];
  const flagged = (fact: string): boolean => facts !== undefined && !NO.has(String(facts.get(fact) ?? "").slice(0, 100).normalize("NFKC").trim().toLowerCase());
  const found: Override[] = [];
  const add = (code: Override["code"], effect: Effect, values?: Reason["with"]): void => {
    if (effect !== "off") found.push({ code, effect, finding: values === undefined ? { code: `finding.${code}` } : { code: `finding.${code}`, with: values } });
  };
  if (flagged("insolvent")) add("insolvent", override.insolvent);
  if (flagged("legalFlag")) add("legal", override.legalFlag);
  if (daysOverdue > override.overdueDays) add("longOverdue", override.overdue, { days: daysOverdue });
  return found;
}

/** The best grade that the overrides leave to a limit; undefined = they bound nothing. */
export function heldTo(overrides: readonly Override[]): Grade | undefined {
  return overrides.reduce<Grade | undefined>((worst, { effect }) => (effect !== "note" && (worst === undefined || effect > worst) ? effect : worst), undefined);
}

const KEYS = { insolvent: "override.insolvent", legal: "override.legalFlag", longOverdue: "override.overdue" } as const;

/** What the policy makes of it for the limit, and the key that says so. */
export function effectReason({ code, effect }: Override): Reason {
  const key = KEYS[code];
  return effect === "note" ? { code: "override.none", with: { key } } : { code: effect === "E" ? "override.stop" : "override.held", with: { grade: effect, key } };
}
