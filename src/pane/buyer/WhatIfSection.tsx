import { WHATIF } from "../../credit/policy";
import { whatIf, type Graded, type WhatIf } from "../../credit/whatIf";
import { isoDay } from "../../values/day";
import { say } from "../../values/say";
import type { JudgedBook } from "../buyerFigures";
import { RowLink } from "../parts/RowLink";
import { Section } from "../parts/Section";
import { useFigures } from "../parts/useFigures";
import { useSurface } from "../parts/useSurface";
import { Working } from "../parts/Working";
import { usePane } from "../PaneContext";
import type { Opened } from "../source";

/** The fewest open invoices whose payment lifts the grade, each leading to its row; and what would lower it. */
export function WhatIfSection({ book, buyer }: { readonly book: JudgedBook; readonly buyer: number }) {
  const { words } = usePane();
  const { ledger, policy } = book.opened.reading;
  const told = useFigures(() => whatIf(ledger, book.day, policy)(buyer), [book, buyer]);
  if (told.status === "busy") return <Working what={words.working.counting} />;
  if (told.status === "failed" || !told.value.known) return null; // why there is no score stands where it would stand
  return (
    <Section title={words.file.whatIf}>
      <Lift opened={book.opened} found={told.value.value} />
      <Lowers found={told.value.value} />
    </Section>
  );
}

function Lift({ opened, found }: { readonly opened: Opened; readonly found: WhatIf }) {
  const { session, words, format } = usePane();
  const surface = useSurface();
  const { now, pay, then } = found;
  if (then === undefined) return <p className={surface.text}>{say({ code: now.grade === "A" ? "whatIf.best" : "whatIf.nothing" }, session.language)}</p>;
  const amount = format.money(pay.reduce((sum, { open }) => sum + open, 0));
  return (
    <table className={surface.table}>
      <caption className={surface.text} style={{ textAlign: "start" }}>{words.common.pair(words.file.pay, words.file.payThen(then.grade, format.score(then.score), amount))}</caption>
      <thead>
        <tr>
          <th scope="col">{words.file.invoice}</th>
          <th scope="col" className={surface.right}>{words.file.daysOverdue}</th>
          <th scope="col" className={surface.right}>{words.file.open}</th>
        </tr>
      </thead>
      <tbody>
        {pay.map(({ document, daysOverdue, open }) => (
          <tr key={document}>
            <th scope="row"><RowLink opened={opened} document={document} /></th>
            <td className={surface.right}>{format.count(daysOverdue)}</td>
            <td className={surface.right}>{format.money(open)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Lowers({ found }: { readonly found: WhatIf }) {
  const { session, words, format } = usePane();
  const surface = useSurface();
  const { now, unpaid, late } = found;
  const told = (code: string, values: Readonly<Record<string, string | number>>, then?: Graded): string => {
    const what = say({ code, with: values }, session.language);
    return then === undefined ? what : words.file.toGrade(what, then.grade, format.score(then.score));
  };
  const lines =
    now.grade === "E"
      ? [told("whatIf.worst", {})]
      : [
          unpaid === undefined ? told("whatIf.notUnpaid", { days: WHATIF.daysAhead }) : told("whatIf.unpaid", { day: isoDay(unpaid.day) }, unpaid),
          late === undefined ? told("whatIf.notLate", { count: WHATIF.mostLate }) : told("whatIf.late", { count: late.count }, late),
        ];
  return (
    <div className={surface.tight}>
      <p className={surface.note}>{words.file.lowers}</p>
      {lines.map((line) => <p key={line} className={surface.text}>{line}</p>)}
    </div>
  );
}
