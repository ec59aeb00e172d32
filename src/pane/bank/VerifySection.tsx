import { Field, Input, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import { isFormatOnly, type Verification } from "../../pack/findings";
import { findingSentence, verdict } from "../../pack/findingWords";
import { verifyPack } from "../../pack/verifyPack";
import type { Day } from "../../values/day";
import { Bar } from "../parts/Bar";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { FileField, LARGEST_FILE } from "./FileField";
import { useFile } from "./useFile";
import { bankWords } from "./words";

const SHOWN = 50;

const useStyles = makeStyles({
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalXL, overflowWrap: "anywhere" },
  seal: { fontFamily: tokens.fontFamilyMonospace },
});

/** A pack held against its own seal: the verdict, and what differs in words. */
export function VerifySection() {
  const { session, format } = usePane();
  const { verify: own } = bankWords(session.language);
  const [expected, expect] = useState("");
  const { state, look } = useFile((bytes) => {
    const seal = expected.replace(/\s/g, "");
    return verifyPack(bytes, seal === "" ? undefined : seal);
  });
  return (
    <Section title={own.title} note={own.note}>
      <Field label={own.expected} hint={own.expectedHint}>
        <Input value={expected} onChange={(_, { value }) => expect(value)} />
      </Field>
      <FileField label={own.title} disabled={state.status === "busy"} onFile={(file) => void look(file)} />
      {state.status === "busy" && <Working what={own.reading(state.name)} />}
      {state.status === "unreadable" && <Bar intent="error" role="alert" title={state.name}>{own.unreadable}</Bar>}
      {state.status === "tooLarge" && <Bar intent="error" role="alert" title={state.name}>{own.tooLarge(format.count(LARGEST_FILE / 1_000_000))}</Bar>}
      {state.status === "ready" && <Found name={state.name} found={state.value} />}
    </Section>
  );
}

function Found({ name, found }: { readonly name: string; readonly found: Verification }) {
  const { session, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { verify: own } = bankWords(session.language);
  const { isPack, isIntact, findings } = found;
  const mark = !isPack ? "noPack" : isIntact ? "intact" : findings.every(isFormatOnly) ? "format" : "differs";
  return (
    <>
      <Bar intent={mark === "intact" ? "success" : mark === "format" ? "warning" : "error"} role="status" title={`${name}: ${own.marks[mark]}`}>{verdict(found, session.language)}</Bar>
      {findings.length > 0 && (
        <ol className={styles.list} aria-label={own.findings}>
          {findings.slice(0, SHOWN).map((finding, at) => <li key={at} className={surface.text}>{findingSentence(finding, session.language)}</li>)}
        </ol>
      )}
      {findings.length > SHOWN && <p className={surface.note}>{own.more(format.count(findings.length - SHOWN))}</p>}
      {isPack && <Facts found={found} />}
    </>
  );
}

function Facts({ found: { seal, ledgerSeal, asOf, recalculated, checks, signature, signedBy } }: { readonly found: Verification }) {
  const { session, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { facts, signatures } = bankWords(session.language).verify;
  const rows: readonly (readonly [label: string, text: string, isSeal?: true])[] = [
    [facts.seal, seal, true], [facts.ledgerSeal, ledgerSeal, true], [facts.asOf, asOf > 0 ? format.day(asOf as Day) : ""], [facts.formulas, format.count(recalculated)],
    [facts.checks, `${format.count(checks.ok)} / ${format.count(checks.differs)}`], [facts.signature, `${signatures[signature]}${signedBy === "" ? "" : ` ${signedBy}`}`],
  ];
  return (
    <table className={surface.table}>
      <tbody>
        {rows.map(([label, text, isSeal]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td className={isSeal === true ? styles.seal : ""}>{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
