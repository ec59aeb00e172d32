import { Button } from "@fluentui/react-components";
import { fieldsIn } from "../choices";
import { Section } from "../parts/Section";
import { usePane } from "../PaneContext";
import type { Problem } from "../problem";
import { changed, type Source } from "../source";
import { ColumnChoices } from "./ColumnChoices";
import { readsAs } from "./DateOrderRow";

/** What can be done about a ledger that could not be read, one button each. */
export function Remedies({ source, problem }: { readonly source: Source; readonly problem: Problem }) {
  const { actions, words } = usePane();
  if (problem.kind === "headless") {
    return <Button size="small" appearance="primary" onClick={() => void actions.openReference(`${problem.table}[#All]`)}>{words.problem.useAll(problem.table)}</Button>;
  }
  if (problem.kind !== "reason") return null;
  const { place } = problem;
  return (
    <>
      <Answers problem={problem} />
      <WithoutRange source={source} code={problem.reason.code} />
      {place !== undefined && <Button size="small" onClick={() => void actions.goTo(place)}>{words.problem.showCell}</Button>}
      {source.choices.size > 0 && <Button size="small" onClick={() => void actions.reset()}>{words.ledger.forget}</Button>}
    </>
  );
}

type Refused = Extract<Problem, { readonly kind: "reason" }>;

/** A question with two answers is answered by a button each. */
function Answers({ problem: { reason } }: { readonly problem: Refused }) {
  const { actions, words, format } = usePane();
  const { code, with: values } = reason;
  const found = String(values?.["found"] ?? "");
  const choices: readonly (readonly [key: string, value: string, label: string])[] =
    code === "DATE_ORDER" || code === "DATE_YEARS"
      ? (code === "DATE_YEARS" ? (["dmy", "mdy", "ymd"] as const) : (["dmy", "mdy"] as const)).map((order) => {
          const day = readsAs(found, order);
          return ["dateOrder", order, day === undefined ? words.problem.orders[order] : words.common.pair(words.problem.orders[order], words.ledger.dateReads(found, format.day(day)))] as const;
        })
      : code === "TWO_AMOUNTS" || code === "TWO_COLUMNS"
        ? [values?.["first"], values?.["second"]].map((heading) => [`field.${String(values?.["field"] ?? "amount")}`, String(heading), String(heading)] as const)
        : [];
  return choices.map(([key, value, label]) => <Button key={value} size="small" onClick={() => void actions.settle(key, value)}>{label}</Button>);
}

/** Receipts or facts about buyers that were taken along, and cannot be read. */
function WithoutRange({ source, code }: { readonly source: Source; readonly code: string }) {
  const { actions, words } = usePane();
  const role = code === "RECEIPT_COLUMNS" ? "payments" : code === "BUYER_COLUMNS" ? "buyers" : undefined;
  if (role === undefined) return null;
  return (
    <Button size="small" onClick={() => void actions.open(changed(source, { call: { ...source.call, [role]: "" } }))}>
      {role === "payments" ? words.problem.withoutPayments : words.problem.withoutBuyers}
    </Button>
  );
}

/** The columns of a sheet that could not be read: the user may know better which is which. */
export function ColumnsOfProblem({ source, problem }: { readonly source: Source; readonly problem: Problem }) {
  const { words } = usePane();
  if (problem.kind !== "reason" || problem.sheet === undefined) return null;
  return (
    <Section title={words.problem.chooseColumns}>
      <ColumnChoices sheet={problem.sheet} settled={fieldsIn(source.choices)} dateOrder={source.choices.get("dateOrder")} asks={askedFor(problem)} />
    </Section>
  );
}

/** The field, or the order of dates, that the refusal asks for. */
function askedFor({ reason: { code, with: values } }: Refused): string | undefined {
  if (code === "DATE_ORDER" || code === "DATE_YEARS") return "dateOrder";
  return code === "TWO_AMOUNTS" || code === "TWO_COLUMNS" ? String(values?.["field"] ?? "amount") : undefined;
}
