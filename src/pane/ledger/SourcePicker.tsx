import { Link, makeStyles, Radio, RadioGroup, tokens, typographyStyles } from "@fluentui/react-components";
import { useId } from "react";
import { sourceOfCandidate, sourceOfNamed } from "../candidates";
import type { Candidate } from "../candidates";
import { Fold } from "../parts/Fold";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { sourceOf } from "../session";

const useStyles = makeStyles({
  title: { ...typographyStyles.body1Strong, margin: 0 },
  list: { listStyle: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXS },
  label: { display: "flex", flexDirection: "column", overflowWrap: "anywhere" },
});

/** Connected ledgers first, then what looks like one; what does not is listed with what it lacks. */
export function SourcePicker() {
  const { session, actions, words } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const id = useId();
  if (session.search.status !== "found") return null;
  const { candidates, ledgers } = session.search;
  const found = candidates.filter(({ role }) => role === "ledger");
  const seen = candidates.filter(({ role, area }) => role === "other" && area.rows > 1);
  const source = sourceOf(session);
  const chosen = source === undefined ? "" : source.name !== "" ? `name:${source.name}` : `area:${source.call.invoices}`;
  const choose = (value: string): void => {
    const named = ledgers.find(({ name }) => value === `name:${name}`);
    const candidate = found.find(({ area }) => value === `area:${area.reference}`);
    const next = named === undefined ? candidate && sourceOfCandidate(candidate, candidates) : sourceOfNamed(named);
    if (next !== undefined) void actions.open(next);
  };
  return (
    <>
      {ledgers.length + found.length > 0 && (
        <div className={surface.tight}>
          <h3 id={id} className={styles.title}>{words.ledger.pick}</h3>
          <RadioGroup aria-labelledby={id} value={chosen} onChange={(_, { value }) => choose(value)}>
            {ledgers.map((named) => (
              <Radio key={`name:${named.name}`} value={`name:${named.name}`} disabled={sourceOfNamed(named) === undefined} label={<Choice name={named.name} note={words.connect.done(named.name)} />} />
            ))}
            {found.map((candidate) => <Radio key={candidate.area.reference} value={`area:${candidate.area.reference}`} label={<AreaChoice candidate={candidate} />} />)}
          </RadioGroup>
        </div>
      )}
      {seen.length > 0 && (
        <Fold title={words.ledger.seen(String(seen.length))} open={ledgers.length + found.length === 0}>
          <ul className={styles.list}>
            {seen.map((candidate) => (
              <li key={candidate.area.reference} className={surface.note}>
                {words.common.pair(candidate.area.reference, words.ledger.lacking(candidate.lacks.map((lack) => words.ledger.lacks[lack]).join(words.common.comma)))}{" "}
                {candidate.lacks.length === 1 && <Link as="button" inline className={surface.note} onClick={() => void actions.openReference(candidate.area.reference)}>{words.ledger.chooseHeadings}</Link>}
              </li>
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

function AreaChoice({ candidate: { area } }: { readonly candidate: Candidate }) {
  const { words, format } = usePane();
  const rows = words.ledger.rows(format.count(area.rows - 1), area.rows - 1);
  return <Choice name={area.table === "" ? area.reference : words.ledger.table(area.table)} note={area.table === "" ? rows : `${words.ledger.onSheet(area.place.sheet)} · ${rows}`} />;
}

function Choice({ name, note }: { readonly name: string; readonly note: string }) {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <span className={styles.label}>
      <span>{name}</span>
      <span className={surface.note}>{note}</span>
    </span>
  );
}
