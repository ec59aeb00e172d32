import { Button, Combobox, Field, Input, makeStyles, Option, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { insureChoice, type InsuranceOffer, type InsureChoice } from "../../bank/insureChoice";
import type { Ledger } from "../../ledger/ledger";
import type { Answer } from "../../values/answer";
import { say } from "../../values/say";
import { buyerName, buyersMatching } from "../findBuyers";
import { Bar } from "../parts/Bar";
import { ProblemBar } from "../parts/ProblemBar";
import { Section } from "../parts/Section";
import { Tile, Tiles } from "../parts/Told";
import { useFigures } from "../parts/useFigures";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { firstOffers, newOffer, offerIn, type OfferForm } from "./insureOffers";
import type { LentOn } from "./lentOn";
import { OfferRow } from "./OfferRow";
import { sumTyped } from "./packAsked";
import { bankWords } from "./words";

/** Options shown at once: a book may have tens of thousands of buyers. */
const MOST_OPTIONS = 30;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS },
  wide: { width: "100%", minWidth: 0, "& input": { minWidth: 0 } },
});

interface Asked {
  readonly offers: readonly InsuranceOffer[];
  readonly budget: number | undefined;
}

/** Which buyers to insure: candidates from the buyers range or by hand, and the choice with its bound. */
export function InsureSection({ lent }: { readonly lent: LentOn }) {
  const { session } = usePane();
  const surface = useSurface();
  const { insure } = bankWords(session.language);
  if (!lent.terms.has("countInsured")) {
    return (
      <Section title={insure.title} note={insure.note}>
        <p className={surface.text}>{insure.needs}</p>
      </Section>
    );
  }
  return <Offers key={lent.opened.source.call.invoices} lent={lent} />;
}

function Offers({ lent }: { readonly lent: LentOn }) {
  const { session, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { insure } = bankWords(session.language);
  const { position: { openByBuyer, ledger: { buyers, exponent } } } = lent.base.eligibility;
  const [forms, change] = useState(() => firstOffers(lent.base));
  const [budgetText, type] = useState("");
  const [asked, ask] = useState<Asked | undefined>(undefined);
  const budget = sumTyped(budgetText, exponent);
  const read = forms.map((form) => offerIn(form, exponent));
  const bad = forms.find((_, at) => read[at] === undefined);
  const mayRun = forms.length > 0 && bad === undefined && !Number.isNaN(budget);
  return (
    <Section title={insure.title} note={insure.note}>
      <p className={surface.note}>{insure.fromFacts}</p>
      <ul className={styles.list}>
        {forms.map((form) => (
          <OfferRow key={form.buyer} offer={form} name={buyerName(buyers, form.buyer)} owes={format.money(openByBuyer[form.buyer] ?? 0)} onOffer={(now) => change(forms.map((one) => (one === form ? now : one)))} onRemove={() => change(forms.filter((one) => one !== form))} />
        ))}
      </ul>
      <AddBuyer lent={lent} forms={forms} onAdd={(form) => change([...forms, form])} />
      <Field label={insure.budget} hint={insure.budgetHint} {...(Number.isNaN(budget) ? { validationMessage: insure.budgetBad } : {})}>
        <Input value={budgetText} inputMode="decimal" onChange={(_, { value }) => type(value)} />
      </Field>
      {bad !== undefined && <Bar intent="warning" role="status">{insure.bad(buyerName(buyers, bad.buyer))}</Bar>}
      <div className={surface.row}>
        <Button appearance="primary" disabledFocusable={!mayRun} onClick={() => ask({ offers: read.filter((one) => one !== undefined), budget })}>{insure.run}</Button>
      </div>
      {asked !== undefined && <Chosen lent={lent} asked={asked} />}
    </Section>
  );
}

function AddBuyer({ lent, forms, onAdd }: { readonly lent: LentOn; readonly forms: readonly OfferForm[]; readonly onAdd: (form: OfferForm) => void }) {
  const { session } = usePane();
  const styles = useStyles();
  const { insure } = bankWords(session.language);
  const { position: { openByBuyer, ledger: { buyers, exponent } } } = lent.base.eligibility;
  const [typed, type] = useState("");
  const matching = useMemo(() => buyersMatching(buyers, typed).filter((b) => openByBuyer[b]! > 0 && !forms.some(({ buyer }) => buyer === b)).slice(0, MOST_OPTIONS), [buyers, typed, forms, openByBuyer]);
  return (
    <Field label={insure.add}>
      <Combobox
        className={styles.wide}
        placeholder={insure.addHint}
        value={typed}
        selectedOptions={[]}
        onChange={(event) => type(event.target.value)}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === undefined) return;
          type("");
          onAdd(newOffer(Number(optionValue), openByBuyer[Number(optionValue)]!, exponent));
        }}
      >
        {matching.map((b) => <Option key={b} value={String(b)}>{buyerName(buyers, b)}</Option>)}
      </Combobox>
    </Field>
  );
}

function Chosen({ lent: { terms, base }, asked }: { readonly lent: LentOn; readonly asked: Asked }) {
  const { words } = usePane();
  const { position } = base.eligibility;
  const figures = useFigures(() => insureChoice(position, terms, asked.offers, asked.budget), [position, terms, asked]);
  if (figures.status === "busy") return <Working what={words.working.counting} />;
  if (figures.status === "failed") return <ProblemBar problem={figures.problem} />;
  return <Choice answer={figures.value} offers={asked.offers} ledger={position.ledger} />;
}

function Choice({ answer, offers, ledger: { buyers } }: { readonly answer: Answer<InsureChoice>; readonly offers: readonly InsuranceOffer[]; readonly ledger: Ledger }) {
  const { session, format } = usePane();
  const surface = useSurface();
  const { insure } = bankWords(session.language);
  if (!answer.known) return <p className={surface.text}>{say(answer.reason, session.language)}</p>;
  const { chosen, gain, premium, exact, bound } = answer.value;
  if (chosen.length === 0) return <p className={surface.text} role="status">{insure.none}</p>;
  return (
    <div className={surface.tight} role="group" aria-label={insure.chosen}>
      <Tiles>
        <Tile label={insure.gain} value={format.money(gain)} {...(premium > 0 ? { note: insure.per(format.days(gain / premium)) } : {})} />
        <Tile label={insure.premium} value={format.money(premium)} />
      </Tiles>
      <table className={surface.table}>
        <thead>
          <tr>
            <th scope="col">{insure.chosen}</th>
            <th scope="col" className={surface.right}>{insure.limit}</th>
            <th scope="col" className={surface.right}>{insure.premium}</th>
          </tr>
        </thead>
        <tbody>
          {chosen.map((at) => {
            const offer = offers[at]!;
            return (
              <tr key={at}>
                <th scope="row">{buyerName(buyers, offer.buyer)}</th>
                <td className={surface.right}>{format.money(offer.limit)}</td>
                <td className={surface.right}>{format.money(offer.premium)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={surface.note} role="status">{exact ? insure.exact : insure.bound(format.money(bound))}</p>
    </div>
  );
}
