import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { HeldLedger } from "../../formulas/book";
import type { Selection } from "../host";
import { cellAddress } from "../ledgerFormula";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { callIn, type Call } from "./call";
import type { Outcome } from "./evaluate";
import { factsText, METHOD_SENTENCES } from "./methods";
import { RowsBehind } from "./RowsBehind";
import { signatureOf } from "./signatures";
import { useOutcome } from "./useOutcome";
import { ValueShown } from "./ValueShown";
import { formulaWords } from "./words";

const useStyles = makeStyles({
  code: { fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere", margin: 0, padding: tokens.spacingHorizontalS, backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  facts: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS, margin: 0, "& dt": { color: tokens.colorNeutralForeground3, fontSize: tokens.fontSizeBase200 }, "& dd": { margin: 0, overflowWrap: "anywhere" } },
});

/** The formula of the selected cell, as it was read: undefined while it is asked for. */
interface Read {
  readonly cell: string;
  readonly formula: string;
}

/** A selected cell that holds one of our formulas: its method, what it rests on, and its rows. */
export function SelectedFormula({ opened }: { readonly opened: Opened }) {
  const { session, actions } = usePane();
  const surface = useSurface();
  const words = formulaWords(session.language);
  const { selection } = session;
  const [read, keep] = useState<Read | undefined>(undefined);
  const cell = selection === undefined ? "" : addressOf(selection);
  useEffect(() => {
    if (cell === "") return undefined;
    let isWanted = true;
    const told = (formula: string): void => void (isWanted && keep({ cell, formula }));
    actions.cells(cell).then(({ formula }) => told(formula), () => told(""));
    return () => {
      isWanted = false;
    };
  }, [selection, cell, opened, actions]);
  const formula = read?.cell === cell ? read.formula : undefined;
  const call = formula === undefined ? undefined : callIn(formula);
  return (
    <Section title={words.explain} note={words.explainNote} aside={cell === "" ? undefined : <span className={surface.note}>{cell}</span>}>
      {cell === "" && <p className={surface.text}>{words.selectTitle}</p>}
      {cell !== "" && formula !== undefined && call === undefined && <p className={surface.text}>{formula === "" && session.selection?.value === undefined ? words.selectTitle : words.notOurs(cell)}</p>}
      {call !== undefined && <Explained opened={opened} call={call} formula={formula!} sheet={selection!.place.sheet} />}
    </Section>
  );
}

export function addressOf({ place }: Selection): string {
  return cellAddress(place.sheet, place.row, place.column);
}

function Explained({ opened, call, formula, sheet }: { readonly opened: Opened; readonly call: Call; readonly formula: string; readonly sheet: string }) {
  const { session } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const words = formulaWords(session.language);
  const outcome = useOutcome(call, opened, sheet);
  return (
    <>
      <p className={styles.code}>{formula}</p>
      {!call.alone && <p className={surface.note}>{words.part}</p>}
      <ValueShown outcome={outcome} />
      {(outcome?.status === "told" || outcome?.status === "refused") && <Facts call={call} outcome={outcome} opened={opened} />}
      {outcome?.status === "told" && <RowsBehind id={call.id} values={outcome.values} opened={opened} />}
    </>
  );
}

function Facts({ call, outcome, opened }: { readonly call: Call; readonly outcome: Extract<Outcome, { readonly status: "told" | "refused" }>; readonly opened: Opened }) {
  const { session, format } = usePane();
  const styles = useStyles();
  const { language } = session;
  const words = formulaWords(language);
  const signature = signatureOf(call.id)!;
  const basis = outcome.status === "told" ? outcome.basis : undefined;
  const sentence = basis !== undefined && Object.hasOwn(METHOD_SENTENCES, basis.method) ? METHOD_SENTENCES[basis.method]![language] : signature[language];
  const inputs = signature.parameters.flatMap((one, at) => {
    const text = call.args[at] ?? "";
    if (text !== "") return [`${language === "zh" ? one.label : one.name}: ${text}`];
    return [];
  });
  const own = outcome.values[0] instanceof HeldLedger && basis === undefined ? words.basisDay(format.day(opened.asOf ?? opened.reading.ledger.lastDay)) : undefined;
  const isDated = signature.parameters.some((one, at) => one.name === "asOf" && (call.args[at] ?? "") === "");
  const rests = basis === undefined ? (isDated ? own : undefined) : basis.facts.length === 0 ? words.basisDay(format.day(basis.day)) : words.basisOn(format.day(basis.day), factsText(basis, language));
  return (
    <dl className={styles.facts}>
      <div><dt>{words.method}</dt><dd>{sentence}</dd></div>
      {rests !== undefined && <div><dt>{words.basis}</dt><dd>{rests}</dd></div>}
      {inputs.length > 0 && <div><dt>{words.inputs}</dt>{inputs.map((one) => <dd key={one}>{one}</dd>)}</div>}
    </dl>
  );
}
