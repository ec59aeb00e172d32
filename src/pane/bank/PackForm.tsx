import { Checkbox, Field, Input, makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { PAPERS } from "../../bank/pack/choices";
import { Fold } from "../parts/Fold";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { amountTyped, sumTyped, type PackForm } from "./packAsked";
import { bankWords } from "./words";

const useStyles = makeStyles({
  grid: { display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(200px, 1fr))", columnGap: tokens.spacingHorizontalM, rowGap: tokens.spacingVerticalS },
  options: { display: "flex", flexDirection: "column" },
});

/** What leaves, and in which words. */
export function PackFormFields({ form, exponent, notes, onForm }: { readonly form: PackForm; readonly exponent: number; readonly notes: number; readonly onForm: (form: PackForm) => void }) {
  const { session, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { pack } = bankWords(session.language);
  const change = (part: Partial<PackForm>): void => onForm({ ...form, ...part });
  const wrong = (minor: number | undefined) => (Number.isNaN(minor) ? { validationMessage: pack.noAmount } : {});
  return (
    <div className={surface.tight}>
      <Field label={pack.names}>
        <RadioGroup layout="horizontal" value={form.anonymous ? "coded" : "named"} onChange={(_, { value }) => change({ anonymous: value === "coded" })}>
          <Radio value="named" label={pack.named} />
          <Radio value="coded" label={pack.coded} />
        </RadioGroup>
      </Field>
      <Field label={pack.language}>
        <RadioGroup layout="horizontal" value={form.language} onChange={(_, { value }) => change({ language: value as PackForm["language"] })}>
          {(["en", "zh", "both"] as const).map((language) => <Radio key={language} value={language} label={{ children: pack.languages[language], style: { whiteSpace: "nowrap" } }} />)}
        </RadioGroup>
      </Field>
      <div className={styles.grid}>
        <Field label={pack.control} hint={pack.controlHint} {...wrong(amountTyped(form.control, exponent))}>
          <Input value={form.control} inputMode="decimal" onChange={(_, { value }) => change({ control: value })} />
        </Field>
        <Field label={pack.groupBelow} hint={pack.groupHint} {...wrong(sumTyped(form.groupBelow, exponent))}>
          <Input value={form.groupBelow} inputMode="decimal" onChange={(_, { value }) => change({ groupBelow: value })} />
        </Field>
      </div>
      <Field label={pack.paper}>
        <RadioGroup layout="horizontal" value={form.paper} onChange={(_, { value }) => change({ paper: value as PackForm["paper"] })}>
          {PAPERS.map((paper) => <Radio key={paper} value={paper} label={pack.papers[paper]} />)}
        </RadioGroup>
      </Field>
      <div className={styles.options}>
        <Checkbox checked={form.numbers} label={pack.numbers} onChange={(_, { checked }) => change({ numbers: checked === true })} />
        <Checkbox checked={form.printInvoices} label={pack.printInvoices} onChange={(_, { checked }) => change({ printInvoices: checked === true })} />
        <Checkbox checked={form.scores} label={pack.scores} onChange={(_, { checked }) => change({ scores: checked === true })} />
        {notes > 0 && <Checkbox checked={form.notes} label={pack.notes(format.count(notes))} onChange={(_, { checked }) => change({ notes: checked === true })} />}
      </div>
      <Fold title={`${pack.borrower}, ${pack.lender}`}>
        <div className={styles.grid}>
          <Field label={pack.borrower}><Input value={form.borrower} onChange={(_, { value }) => change({ borrower: value })} /></Field>
          <Field label={pack.lender}><Input value={form.lender} onChange={(_, { value }) => change({ lender: value })} /></Field>
        </div>
      </Fold>
      <p className={surface.note}>{pack.kept}</p>
    </div>
  );
}
