import { useState } from "react";
import type { MovedLine, RebilledLine, TapeLine } from "../../bank/comparePacks";
import { NO_DAY, type Day } from "../../values/day";
import { Bar } from "../parts/Bar";
import { Pager } from "../parts/Pager";
import { RowLink } from "../parts/RowLink";
import { Section } from "../parts/Section";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import { againstPack, type AgainstPack } from "./againstPack";
import { FileField, LARGEST_FILE } from "./FileField";
import type { LentOn } from "./lentOn";
import { useFile } from "./useFile";
import { bankWords } from "./words";

const PAGE = 20;

/** Last month's pack against the ledger as it is now: invoices told otherwise, each with the way to its row. */
export function CompareSection({ lent }: { readonly lent: LentOn }) {
  const { session, format } = usePane();
  const { compare: own, verify } = bankWords(session.language);
  const { state, look } = useFile((bytes) => againstPack(bytes, lent));
  const refused = state.status === "tooLarge" ? verify.tooLarge(format.count(LARGEST_FILE / 1_000_000)) : state.status === "unreadable" ? verify.unreadable : state.status === "ready" && typeof state.value === "string" ? own[state.value] : undefined;
  return (
    <Section title={own.title} note={own.note}>
      <FileField label={own.file} disabled={state.status === "busy"} onFile={(file) => void look(file)} />
      {state.status === "busy" && <Working what={verify.reading(state.name)} />}
      {refused !== undefined && <Bar intent="error" role="alert">{refused}</Bar>}
      {state.status === "ready" && typeof state.value === "object" && <Differences lent={lent} against={state.value} />}
    </Section>
  );
}

function Differences({ lent, against: { asOf, found, documentOf } }: { readonly lent: LentOn; readonly against: AgainstPack }) {
  const { session, format } = usePane();
  const surface = useSurface();
  const { compare: own } = bankWords(session.language);
  const { reaged, movedDue, rebilled, clusters } = found;
  const nothing = reaged.length + movedDue.length + rebilled.length + clusters.length === 0;
  const dayText = (day: Day): string => (day === NO_DAY ? "\u2013" : format.day(day));
  const link = (line: TapeLine) => <RowLink opened={lent.opened} document={documentOf.get(line)!} />;
  const moved = (title: string, lines: readonly MovedLine[], day: "issued" | "due") => (
    <Lines title={title} headings={[own.invoice, own.buyer, own.was, own.now]} rows={lines} cells={({ before, now }) => [link(now), now.buyer, dayText(before[day]), dayText(now[day])]} />
  );
  return (
    <>
      {asOf !== undefined && <p className={surface.note}>{own.asOf(format.day(asOf as Day))}</p>}
      {nothing && <p className={surface.text} role="status">{own.nothing}</p>}
      {moved(own.reaged, reaged, "issued")}
      {moved(own.movedDue, movedDue, "due")}
      <Lines title={own.rebilled} headings={[own.now, own.was, own.buyer, own.open]} rows={rebilled} cells={({ gone, anew }: RebilledLine) => [link(anew), gone.number, anew.buyer, format.money(anew.open)]} />
      {clusters.length > 0 && (
        <div className={surface.tight}>
          <h3 className={surface.strong} style={{ margin: 0, fontSize: "inherit" }}>{own.clusters}</h3>
          {clusters.map(({ monthEnd, last, share }) => <p key={monthEnd} className={surface.text}>{own.cluster(format.day(monthEnd), format.money(last), format.share(share))}</p>)}
        </div>
      )}
    </>
  );
}

function Lines<Row>({ title, headings, rows, cells }: { readonly title: string; readonly headings: readonly string[]; readonly rows: readonly Row[]; readonly cells: (row: Row) => readonly React.ReactNode[] }) {
  const { format } = usePane();
  const surface = useSurface();
  const [from, start] = useState(0);
  if (rows.length === 0) return null;
  return (
    <div className={surface.tight} role="group" aria-label={title}>
      <h3 className={surface.strong} style={{ margin: 0, fontSize: "inherit" }}>{`${title} (${format.count(rows.length)})`}</h3>
      <table className={surface.table}>
        <thead>
          <tr>{headings.map((heading) => <th key={heading} scope="col">{heading}</th>)}</tr>
        </thead>
        <tbody>
          {rows.slice(from, from + PAGE).map((row, at) => (
            <tr key={at}>{cells(row).map((cell, column) => <td key={column}>{cell}</td>)}</tr>
          ))}
        </tbody>
      </table>
      <Pager from={from} size={PAGE} of={rows.length} onFrom={start} />
    </div>
  );
}
