import { Field, Input, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { dayIfReal, isoDay, type Day } from "../../values/day";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  input: { width: "144px" },
});

/** The day of every figure below; empty means the ledger's own last day. */
export function DayField({ opened }: { readonly opened: Opened }) {
  const { session, actions, words, format } = usePane();
  const styles = useStyles();
  const own = opened.asOf ?? opened.reading.ledger.lastDay;
  const shown = isoDay(session.day ?? own);
  const [typed, type] = useState(shown);
  useEffect(() => type(shown), [shown]);
  const wrong = typed !== "" && dayFrom(typed) === undefined;
  const ask = (text: string): void => {
    type(text);
    const day = dayFrom(text);
    if (day !== undefined) actions.askDay(day === own ? undefined : day);
  };
  return (
    <Field label={words.portfolio.day} hint={session.day === undefined ? words.portfolio.isLastDay : words.portfolio.dayHint} {...(wrong ? { validationMessage: words.portfolio.badDay } : {})}>
      <div className={styles.row}>
        <Input type="date" className={styles.input} value={typed} onChange={(_, { value }) => ask(value)} aria-label={words.portfolio.day} />
        {session.day !== undefined && <Link as="button" onClick={() => actions.askDay(undefined)}>{words.portfolio.lastDay(format.day(own))}</Link>}
      </div>
    </Field>
  );
}

/** While a year is being typed it passes through 0002 and 0020: days before 1990 are not asked for. */
export function dayFrom(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null || Number(parts[1]) < 1990 || Number(parts[1]) > 2200) return undefined;
  return dayIfReal(Number(parts[1]), Number(parts[2]), Number(parts[3]));
}
