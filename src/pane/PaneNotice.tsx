import { Button } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import type { Format } from "./format";
import { usePane } from "./PaneContext";
import { Bar } from "./parts/Bar";
import { ProblemBar } from "./parts/ProblemBar";
import { useSurface } from "./parts/useSurface";
import type { Language } from "../values/say";
import type { Problem } from "./problem";
import type { Notice } from "./session";
import { problemText, type Words } from "./words";

/** What the last action did, or why it did not. A connection is shown by the ledger's own view, wherever it is made. */
export function PaneNotice() {
  const surface = useSurface();
  const notice = useNotice();
  return notice === null ? null : <div className={surface.stays}>{notice}</div>;
}

/** Cells named one by one; more would fill the pane. */
const NAMED = 8;

function useNotice(): React.ReactElement | null {
  const { session, actions, words, format } = usePane();
  const { notice } = session;
  if (notice === undefined || (notice.kind === "connected" && session.view === "ledger")) return null;
  const close = <Button size="small" appearance="transparent" icon={<Dismiss16Regular />} aria-label={words.common.dismiss} onClick={actions.dismiss} />;
  if (notice.kind === "failed") return <ProblemBar title={words.problem.titles[notice.job]} problem={notice.problem} onClose={close} />;
  if (notice.kind === "stranger") return <Bar intent="warning" role="status" onClose={close}>{words.buyer.unknownAsked(notice.asked)}</Bar>;
  if (notice.kind === "restored" && notice.left.length > 0) return <Bar intent="warning" role="status" onClose={close}>{`${doneText(notice, words, format)} ${words.freeze.left(notice.left.slice(0, NAMED).join(words.common.list), words.freeze.keptSheet)}`}</Bar>;
  const left = notice.kind === "inserted" ? leftOut(notice, words, session.language) : notice.kind === "countries" ? notClassed(notice, words, format) : "";
  if (left !== "") return <Bar intent="warning" role="status" onClose={close}>{`${doneText(notice, words, format)} ${left}`}</Bar>;
  return <Bar intent="success" role="status" onClose={close}>{doneText(notice, words, format)}</Bar>;
}

/** What the host could not do besides: the formulas stand all the same. */
function leftOut({ undrawn, unpaged }: Extract<Notice, { readonly kind: "inserted" }>, words: Words, language: Language): string {
  const why = (problem: Problem, knowsNone: string): string => (problem.kind === "host" && problem.code === "unsupported" ? knowsNone : problemText(problem, words, language));
  const parts = [
    ...(undrawn === undefined ? [] : [words.exhibits.undrawn, why(undrawn, words.exhibits.drawsNone)]),
    ...(unpaged === undefined ? [] : [words.memo.unpaged, why(unpaged, words.memo.setsNone)]),
  ];
  return parts.join(" ");
}

/** What an import of country classes left as it was. */
function notClassed({ unlisted, kept, formulas, unread }: Extract<Notice, { readonly kind: "countries" }>, { countries, common }: Words, { count }: Format): string {
  const named = (list: readonly (string | number)[], say: (count: string, names: string) => string): string[] =>
    list.length === 0 ? [] : [say(count(list.length), [...list.slice(0, NAMED), ...(list.length > NAMED ? ["…"] : [])].join(common.list))];
  return [...named(unlisted, countries.unlisted), ...named(kept, countries.kept), ...named(formulas, countries.formulas), ...named(unread, countries.unread)].join(" ");
}

function doneText(notice: Exclude<Notice, { readonly kind: "failed" | "stranger" }>, words: Words, format: Format): string {
  switch (notice.kind) {
    case "connected":
      return words.connect.done(notice.name);
    case "inserted":
      return words.inserted(notice.sheet);
    case "formula":
      return words.formulaIn(notice.cell);
    case "template":
      return words.template.done(notice.sheet);
    case "policy":
      return words.policy.done(notice.sheet);
    case "terms":
      return words.terms.done(notice.sheet);
    case "frozen":
      return words.freeze.frozen(format.count(notice.cells), notice.cells, notice.sheet);
    case "restored":
      return words.freeze.restored(format.count(notice.cells), notice.cells);
    case "countries":
      return notice.classed === 0 ? words.countries.nothing : words.countries.done(format.count(notice.classed), notice.classed, notice.sheet);
    case "merged":
      return words.merge.done(format.count(notice.buyers), notice.parent, notice.sheet);
  }
}
