import { Combobox, Field, Link, makeStyles, Option, OptionGroup, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { isConnected, type Opened } from "../source";
import { ArgumentField } from "./ArgumentField";
import { argumentText, formulaOf, missing, type Call } from "./call";
import { InsertFormula } from "./InsertFormula";
import { GROUPS, signatureOf, signaturesMatching, type Signature } from "./signatures";
import { useOutcome } from "./useOutcome";
import { ValueShown } from "./ValueShown";
import { formulaWords } from "./words";

const useStyles = makeStyles({
  combobox: { width: "100%", minWidth: 0, "& input": { minWidth: 0 } },
  listbox: { maxHeight: "360px" },
  option: { display: "flex", flexDirection: "column", minWidth: 0, overflowWrap: "anywhere" },
  code: { display: "block", fontFamily: tokens.fontFamilyMonospace, fontSize: tokens.fontSizeBase200, overflowWrap: "anywhere", padding: tokens.spacingHorizontalS, backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  label: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
});

/** A formula put together: its function, its arguments, its value, and into which cell. */
export function Builder({ opened }: { readonly opened: Opened }) {
  const { session } = usePane();
  const surface = useSurface();
  const words = formulaWords(session.language);
  const [id, choose] = useState("DSO");
  const [fields, fill] = useState<Readonly<Record<string, string>>>({});
  const ledgers = useMemo(() => ledgersOf(opened, session.search.status === "found" ? session.search.ledgers.map(({ name }) => name) : []), [opened, session.search]);
  const signature = signatureOf(id)!;
  const valueOf = (name: string): string => fields[name] ?? (name === "ledger" ? (ledgers[0] ?? "") : "");
  const texts = signature.parameters.map((one) => argumentText(one, valueOf(one.name)));
  const isWritten = texts.every((text) => text !== undefined);
  const args = texts.map((text) => text ?? "");
  return (
    <Section title={words.builder} note={words.builderNote}>
      <FunctionPicker id={id} onChoose={choose} />
      <p className={surface.text}>{signature[session.language]}</p>
      <Link href={session.language === "zh" ? `docs/zh-cn/${id}.html` : `docs/${id}.html`} target="_blank" rel="noreferrer">{words.help(id)}</Link>
      {signature.parameters.map((one) => (
        <ArgumentField key={one.name} parameter={one} value={valueOf(one.name)} opened={opened} ledgers={ledgers} onValue={(value) => fill((before) => ({ ...before, [one.name]: value }))} />
      ))}
      {isWritten && <Written signature={signature} args={args} opened={opened} />}
    </Section>
  );
}

/** Connected ledgers, the open one first; where none is connected, the range itself. */
function ledgersOf(opened: Opened, connected: readonly string[]): readonly string[] {
  const own = isConnected(opened.source) ? opened.source.name : "";
  return [...new Set([own, ...connected, opened.call.invoices])].filter((one) => one !== "");
}

function FunctionPicker({ id, onChoose }: { readonly id: string; readonly onChoose: (id: string) => void }) {
  const { session } = usePane();
  const { language } = session;
  const styles = useStyles();
  const surface = useSurface();
  const words = formulaWords(language);
  const [typed, type] = useState<string | undefined>(undefined);
  const matching = signaturesMatching(typed ?? "", language);
  return (
    <Field label={words.pick}>
      <Combobox
        className={styles.combobox}
        listbox={{ className: styles.listbox }}
        placeholder={words.pickHint}
        value={typed ?? `AR.${id}`}
        selectedOptions={[id]}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => type(undefined)}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue === undefined || signatureOf(optionValue) === undefined) return; // typing takes the choice back: what is typed stays
          type(undefined);
          onChoose(optionValue);
        }}
      >
        {GROUPS.map((group) => {
          const own = matching.filter((one) => one.group === group);
          return own.length === 0 ? null : (
            <OptionGroup key={group} label={words.groups[group]}>
              {own.map((one) => (
                <Option key={one.id} value={one.id} text={`AR.${one.id}`}>
                  <span className={styles.option}>
                    <span>AR.{one.id}</span>
                    <span className={surface.note}>{one[language]}</span>
                  </span>
                </Option>
              ))}
            </OptionGroup>
          );
        })}
        {matching.length === 0 && <Option disabled value="" text={words.noFunction}>{words.noFunction}</Option>}
      </Combobox>
    </Field>
  );
}

function Written({ signature, args, opened }: { readonly signature: Signature; readonly args: readonly string[]; readonly opened: Opened }) {
  const { session } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const words = formulaWords(session.language);
  const given = signature.parameters[0]?.repeating === true ? (args[0] ?? "").split(",").map((part) => part.trim()) : args;
  const call: Call = { id: signature.id, args: given, alone: true };
  const formula = formulaOf(signature.id, given);
  const needed = missing(signature, given);
  const outcome = useOutcome(needed === undefined ? call : undefined, opened, session.selection?.place.sheet ?? opened.place.sheet);
  return (
    <>
      <div className={surface.tight}>
        <h3 className={styles.label}>{words.formula}</h3>
        <code className={styles.code}>{formula}</code>
      </div>
      <div className={surface.tight} aria-live="polite">
        <h3 className={styles.label}>{words.value}</h3>
        {needed === undefined ? <ValueShown outcome={outcome} /> : <p className={surface.note}>{words.needs(session.language === "zh" ? needed.label : needed.name)}</p>}
      </div>
      {needed === undefined && outcome !== undefined && <InsertFormula formula={formula} cells={outcome.status === "told" ? outcome.cells : [[""]]} />}
    </>
  );
}
