import { Button, Field, Select } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { layoutOf } from "../buyersRange";
import type { Block } from "../host";
import { usePane } from "../PaneContext";
import { JobProgress } from "../parts/JobProgress";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import type { Opened } from "../source";

/** The public list of country classes, where the workbook has it, into the facts about buyers; else where to get it. */
export function CountryClasses({ opened }: { readonly opened: Opened }) {
  const { session, actions, words } = usePane();
  const surface = useSurface();
  const [wished, wish] = useState("");
  const { buyersBlock } = opened;
  const named = useMemo(() => namesCountries(buyersBlock), [buyersBlock]);
  if (session.search.status !== "found") return null;
  const lists = session.search.candidates.filter(({ role }) => role === "countries").map(({ area }) => area.reference);
  const list = lists.includes(wished) ? wished : lists[0];
  if (list === undefined && !named) return null;
  if (list === undefined) {
    return (
      <Section title={words.countries.title} note={words.countries.none}>
        <div className={surface.row}><Button size="small" onClick={() => void actions.look()}>{words.ledger.searchAgain}</Button></div>
      </Section>
    );
  }
  if (!named) return <Section title={words.countries.title} note={words.countries.noCountry}>{null}</Section>;
  return (
    <Section title={words.countries.title} note={words.countries.note}>
      <Field label={words.countries.list}>
        <Select style={{ minWidth: 0 }} value={list} onChange={(_, { value }) => wish(value)}>
          {lists.map((reference) => <option key={reference} value={reference}>{reference.replace(/\[#All\]$/i, "")}</option>)}
        </Select>
      </Field>
      <div className={surface.row}>
        <Button disabledFocusable={session.job !== undefined} onClick={() => void actions.countryClasses(list)}>{words.countries.write}</Button>
        <TakeAll list={list} />
        {session.job === "countries" && <JobProgress />}
      </div>
    </Section>
  );
}

/** Once it has been said whose cells say otherwise: the list's class for them too. */
function TakeAll({ list }: { readonly list: string }) {
  const { session: { notice, job }, actions, words, format } = usePane();
  if (notice?.kind !== "countries" || notice.list !== list || notice.kept.length === 0) return null;
  return <Button disabledFocusable={job !== undefined} onClick={() => void actions.countryClasses(list, true)}>{words.countries.over(format.count(notice.kept.length), notice.kept.length)}</Button>;
}

/** Whether the facts about buyers say their countries. */
function namesCountries(block: Block | undefined): boolean {
  return block !== undefined && layoutOf(block.grid, "", "").country >= 0;
}
