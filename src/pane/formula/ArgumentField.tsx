import { Combobox, Dropdown, Field, Input, makeStyles, Option } from "@fluentui/react-components";
import { buyerName, buyerNumber, buyersMatching } from "../findBuyers";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";
import { argumentText } from "./call";
import { kindOf, wordsIn, type Parameter } from "./signatures";
import { formulaWords } from "./words";

const MOST_OPTIONS = 30;

const useStyles = makeStyles({
  wide: { width: "100%", minWidth: 0, "& input": { minWidth: 0 } },
  listbox: { maxHeight: "320px" },
});

interface Asked {
  readonly parameter: Parameter;
  readonly value: string;
  readonly opened: Opened;
  /** ledgers that may be named */
  readonly ledgers: readonly string[];
  readonly onValue: (value: string) => void;
}

/** One argument, asked for as what it is. */
export function ArgumentField(asked: Asked) {
  const { session } = usePane();
  const { language } = session;
  const words = formulaWords(language);
  const { parameter, value } = asked;
  const own = language === "zh" ? parameter.label : parameter.name;
  const isWrong = argumentText(parameter, value) === undefined;
  return (
    <Field label={parameter.optional === true ? words.optional(own) : own} required={parameter.optional !== true} hint={parameter[language]} {...(isWrong ? { validationMessage: words.notThis } : {})}>
      <Control {...asked} />
    </Field>
  );
}

function Control({ parameter, value, opened, ledgers, onValue }: Asked) {
  const { session } = usePane();
  const styles = useStyles();
  const words = formulaWords(session.language);
  switch (kindOf(parameter)) {
    case "day":
      return <Input type="date" value={value} onChange={(_, data) => onValue(data.value)} />;
    case "flag":
      return <Choice value={value} options={["TRUE"]} onValue={onValue} />;
    case "word":
      return <Choice value={value} options={wordsIn(parameter)} onValue={onValue} />;
    case "ledger":
      return <Free value={value} options={ledgers.map((name) => [name, name])} hint={words.rangeHint} onValue={onValue} />;
    case "measure":
      return <Free value={value} options={wordsIn(parameter).map((word) => [word, word])} hint={words.cellHint} onValue={onValue} />;
    case "buyer": {
      const { buyers } = opened.reading.ledger;
      const options = buyersMatching(buyers, value).slice(0, MOST_OPTIONS).map((at): readonly [string, string] => {
        const number = buyerNumber(buyers, at);
        return [buyers.id[at] || buyerName(buyers, at), number === "" ? buyerName(buyers, at) : `${buyerName(buyers, at)} (${number})`];
      });
      return <Free value={value} options={options} hint={words.cellHint} onValue={onValue} />;
    }
    case "range":
      return <Input className={styles.wide} value={value} placeholder={words.rangeHint} onChange={(_, data) => onValue(data.value)} />;
    case "days":
      return <Input className={styles.wide} value={value} onChange={(_, data) => onValue(data.value)} />;
  }
}

/** One of a few words, or none. */
function Choice({ value, options, onValue }: { readonly value: string; readonly options: readonly string[]; readonly onValue: (value: string) => void }) {
  const { session } = usePane();
  const words = formulaWords(session.language);
  return (
    <Dropdown className={useStyles().wide} value={value || words.leftOut} selectedOptions={[value]} onOptionSelect={(_, { optionValue }) => onValue(optionValue ?? "")}>
      <Option value="" text={words.leftOut}>{words.leftOut}</Option>
      {options.map((word) => <Option key={word} value={word}>{word}</Option>)}
    </Dropdown>
  );
}

/** A text, with those that are known offered. */
function Free({ value, options, hint, onValue }: { readonly value: string; readonly options: readonly (readonly [value: string, text: string])[]; readonly hint: string; readonly onValue: (value: string) => void }) {
  const styles = useStyles();
  return (
    <Combobox
      freeform
      className={styles.wide}
      listbox={{ className: styles.listbox }}
      placeholder={hint}
      value={value}
      selectedOptions={[value]}
      onChange={(event) => onValue(event.target.value)}
      onOptionSelect={(_, { optionValue }) => {
        if (optionValue !== undefined) onValue(optionValue);
      }}
    >
      {options.map(([own, text]) => <Option key={own} value={own} text={own}>{text}</Option>)}
    </Combobox>
  );
}
