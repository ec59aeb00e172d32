import { Button } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import type { Day } from "../../values/day";
import { canBeConnected } from "../connecting";
import { DEFAULT_NAME } from "../jobs";
import { freeName } from "../ledgerFormula";
import { Bar } from "../parts/Bar";
import { JobProgress } from "../parts/JobProgress";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { LARGEST_PAYLOAD } from "../payload";
import { usePane } from "../PaneContext";
import { isConnected, type Opened } from "../source";
import { defaultEarlier } from "./changeExhibits";
import { EarlierField } from "./EarlierField";
import type { BookOn } from "./exhibit";
import { EXHIBITS, type ExhibitName } from "./exhibits";
import { ExhibitSection } from "./ExhibitSection";
import { useExhibits } from "./useExhibits";

/** All exhibits of the book, as they are worked out; those that compare two days follow the field of the earlier one. */
export function ExhibitList({ opened, day, largest }: { readonly opened: Opened; readonly day: Day; readonly largest: React.ReactNode }) {
  const { session, words, format } = usePane();
  const surface = useSurface();
  const [chosen, choose] = useState<Day | undefined>(undefined);
  const earlier = chosen !== undefined && chosen < day ? chosen : defaultEarlier(day);
  const book: BookOn = useMemo(() => ({ opened, day, earlier }), [opened, day, earlier]);
  const { made, status, stop, goOn } = useExhibits(book, { words, language: session.language, dayText: format.day });
  const section = (name: ExhibitName): React.ReactNode => {
    const one = made.get(name);
    return one !== undefined && <ExhibitSection key={name} name={name} made={one} book={book} table={name === "aging"} />;
  };
  return (
    <>
      {session.job === "insert" && (
        <div className={surface.stays}>
          <JobProgress />
        </div>
      )}
      {section("trend")}
      {section("aging")}
      {largest}
      {section("dso")}
      {section("concentration")}
      {section("rolls")}
      {made.has("rolls") && <EarlierField day={day} earlier={earlier} chosen={chosen !== undefined} onDay={choose} />}
      {section("changed")}
      {section("dsoChange")}
      {status === "busy" && <Working what={words.working.counting} done={made.size} of={EXHIBITS.length} step="parts" onStop={stop} />}
      {status === "stopped" && (
        <Bar intent="info" role="status" actions={<Button size="small" onClick={goOn}>{words.exhibits.goOn}</Button>}>
          {words.exhibits.stopped(format.count(made.size), format.count(EXHIBITS.length))}
        </Bar>
      )}
      {status === "done" && <Insertable opened={opened} className={surface.note} />}
    </>
  );
}

/** What inserting does besides, or why it cannot be done. */
function Insertable({ opened, className }: { readonly opened: Opened; readonly className: string }) {
  const { session, words, format } = usePane();
  if (isConnected(opened.source)) return <p className={className}>{words.buyer.insertNote}</p>;
  if (!canBeConnected(opened, LARGEST_PAYLOAD)) return <p className={className}>{words.connect.tooBig(format.megabytes(opened.bytes), format.count(opened.rows), format.count(opened.fit))}</p>;
  const next = freeName(DEFAULT_NAME, session.search.status === "found" ? session.search.ledgers.map(({ name }) => name) : []);
  return <p className={className}>{`${words.exhibits.insertNote} ${words.exhibits.insertConnects(next)}`}</p>;
}
