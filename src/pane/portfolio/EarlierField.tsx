import { Field, Input, Link, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import { isoDay, type Day } from "../../values/day";
import { usePane } from "../PaneContext";
import { defaultEarlier } from "./changeExhibits";
import { dayFrom } from "./DayField";

const useStyles = makeStyles({
  field: { paddingTop: tokens.spacingVerticalM, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  row: { display: "flex", alignItems: "center", columnGap: tokens.spacingHorizontalS, flexWrap: "wrap" },
  input: { width: "144px" },
});

/** The earlier day that the parts below compare with. */
export function EarlierField({ day, earlier, chosen, hint, onDay }: { readonly day: Day; readonly earlier: Day; readonly chosen: boolean; readonly hint?: string; readonly onDay: (day: Day | undefined) => void }) {
  const { words, format } = usePane();
  const styles = useStyles();
  const shown = isoDay(earlier);
  const [typed, type] = useState(shown);
  useEffect(() => type(shown), [shown]);
  const asked = dayFrom(typed);
  const wrong = typed === "" ? undefined : asked === undefined ? words.portfolio.badDay : asked >= day ? words.exhibits.notEarlier(format.day(day)) : undefined;
  const ask = (text: string): void => {
    type(text);
    const wished = dayFrom(text);
    if (wished !== undefined && wished < day) onDay(wished);
  };
  return (
    <Field className={styles.field} label={words.exhibits.earlier} hint={hint ?? words.exhibits.earlierHint} {...(wrong === undefined ? {} : { validationMessage: wrong })}>
      <div className={styles.row}>
        <Input type="date" className={styles.input} value={typed} onChange={(_, { value }) => ask(value)} aria-label={words.exhibits.earlier} />
        {chosen && <Link as="button" onClick={() => onDay(undefined)}>{words.portfolio.lastDay(format.day(defaultEarlier(day)))}</Link>}
      </div>
    </Field>
  );
}
