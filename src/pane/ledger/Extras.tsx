import { Checkbox, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { Candidate } from "../candidates";
import { usePane } from "../PaneContext";
import { changed, type Opened } from "../source";

const useStyles = makeStyles({
  pair: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(136px, 1fr))", gap: tokens.spacingHorizontalM, "&:empty": { display: "none" } },
});

/** Receipts and facts about buyers, offered where the workbook seems to have them, or the ledger already reads some. */
export function Extras({ opened }: { readonly opened: Opened }) {
  const { words } = usePane();
  return (
    <>
      <div className={useStyles().pair}>
        <Extra opened={opened} role="payments" label={words.ledger.payments} />
        <Extra opened={opened} role="buyers" label={words.ledger.buyers} />
      </div>
      <RollUp opened={opened} />
    </>
  );
}

/** Where some buyer has a parent: whether figures are the parent's. */
function RollUp({ opened }: { readonly opened: Opened }) {
  const { actions, words } = usePane();
  const { ledger, policy } = opened.reading;
  const rolled = policy.rollUp === "parent";
  if (!rolled && !ledger.buyers.facts.some((facts) => facts?.get("parent") !== undefined)) return null;
  return <Checkbox checked={rolled} label={words.ledger.rollUp} onChange={(_, { checked }) => void actions.settle("rollUp", checked === true ? "parent" : "")} />;
}

function Extra({ opened, role, label }: { readonly opened: Opened; readonly role: "payments" | "buyers"; readonly label: string }) {
  const { session, actions, words } = usePane();
  const { call } = opened.source;
  const chosen = call[role];
  const found = offered(session.search.status === "found" ? session.search.candidates : [], role);
  const options = chosen === "" || found.includes(chosen) ? found : [chosen, ...found];
  if (options.length === 0) return null;
  const choose = (reference: string): void => {
    void actions.open(changed(opened.source, { call: { ...call, [role]: reference } }));
  };
  return (
    <Field label={label}>
      <Select style={{ minWidth: 0 }} value={chosen} onChange={(_, { value }) => choose(value)}>
        <option value="">{words.ledger.none}</option>
        {options.map((reference) => <option key={reference} value={reference}>{reference.replace(/\[#All\]$/i, "")}</option>)}
      </Select>
    </Field>
  );
}

function offered(candidates: readonly Candidate[], role: Candidate["role"]): string[] {
  return candidates.filter((one) => one.role === role).map(({ area }) => area.reference);
}
