import type { Issue, IssueKind } from "./issue";
import type { Reading } from "./reading";

/** Doubts counted by kind, most money first, then most rows, then by code. */
export function issueKinds(reading: Pick<Reading, "issues">): IssueKind[] {
  const kinds = new Map<string, Counted>();
  for (const issue of reading.issues) countIn(kinds, issue);
  return [...kinds]
    .map(([code, { rows, more, firstRow, amounts }]) => ({ code, rows: rows.size + more, firstRow, amounts: [...amounts].map(([currency, minor]) => ({ currency, minor })) }))
    .sort((a, b) => largest(b) - largest(a) || b.rows - a.rows || (a.code < b.code ? -1 : 1));
}

interface Counted {
  readonly rows: Set<number>;
  /** rows that stand for others, beyond the first of each */
  more: number;
  firstRow: number;
  readonly amounts: Map<string, number>;
}

function countIn(kinds: Map<string, Counted>, { code, row, amount, currency, rows = 1 }: Issue): void {
  let kind = kinds.get(code);
  if (kind === undefined) kinds.set(code, (kind = { rows: new Set(), more: 0, firstRow: row, amounts: new Map() }));
  kind.rows.add(row);
  kind.more += rows - 1;
  kind.firstRow = Math.min(kind.firstRow, row);
  if (amount !== 0) kind.amounts.set(currency, (kind.amounts.get(currency) ?? 0) + amount);
}

function largest(kind: IssueKind): number {
  return kind.amounts.reduce((most, { minor }) => Math.max(most, Math.abs(minor)), 0);
}
