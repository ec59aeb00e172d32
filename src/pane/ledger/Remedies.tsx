import { Button, Field, Select } from "@fluentui/react-components";
import { usePane } from "../PaneContext";
import type { Problem } from "../problem";
import type { Source } from "../source";
import { fieldName } from "../words";

/** What can be done about a ledger that could not be read, one button each. */
export function Remedies({ source, problem }: { readonly source: Source; readonly problem: Problem }) {
  const { actions, words } = usePane();
  if (problem.kind === "headless") {
    return <Button size="small" appearance="primary" onClick={() => void actions.openReference(`${problem.table}[#All]`)}>{words.problem.useAll(problem.table)}</Button>;
  }
  if (problem.kind !== "reason") return null;
  const { code, with: values } = problem.reason;
  const choices: readonly (readonly [key: string, value: string, label: string])[] =
    code === "DATE_ORDER" || code === "DATE_YEARS"
      ? (code === "DATE_YEARS" ? (["dmy", "mdy", "ymd"] as const) : (["dmy", "mdy"] as const)).map((order) => ["dateOrder", order, words.problem.orders[order]] as const)
      : code === "TWO_AMOUNTS"
        ? [values?.["first"], values?.["second"]].map((heading) => ["field.amount", String(heading), String(heading)] as const)
        : [];
  return (
    <>
      {choices.map(([key, value, label]) => <Button key={value} size="small" onClick={() => void actions.settle(key, value)}>{label}</Button>)}
      {source.choices.size > 0 && <Button size="small" onClick={() => void actions.open({ ...source, choices: new Map() })}>{words.ledger.forget}</Button>}
    </>
  );
}

/** Fields that a ledger cannot do without, in the order in which they are asked for. */
const NEEDED = ["buyerId", "docDate", "amount", "open"] as const;

/** A heading row was found but something is missing in it: the user may know better which heading says it. */
export function MissingHeadings({ source, problem }: { readonly source: Source; readonly problem: Problem }) {
  const { actions, words } = usePane();
  if (problem.kind !== "reason" || problem.headings.length === 0) return null;
  return (
    <>
      {NEEDED.map((field) => (
        <Field key={field} size="small" label={words.problem.chooseHeading(fieldName(field, words))}>
          <Select value={source.choices.get(`field.${field}`) ?? ""} onChange={(_, { value }) => void actions.settle(`field.${field}`, value)}>
            <option value="">{words.ledger.notUsed}</option>
            {problem.headings.map((heading) => <option key={heading} value={heading}>{heading}</option>)}
          </Select>
        </Field>
      ))}
    </>
  );
}
