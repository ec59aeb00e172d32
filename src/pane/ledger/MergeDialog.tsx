import { Button, Checkbox, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle, Field, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { buyerName, buyerNumber } from "../findBuyers";
import { keyOfBuyer, mergePlan, type Merge, type MergePlan } from "../mergeBuyers";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { problemOf, type Problem } from "../problem";
import type { Opened } from "../source";
import { problemText, type Words } from "../words";

const useStyles = makeStyles({
  content: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalM },
  surface: { width: "min(480px, calc(100vw - 24px))", boxSizing: "border-box", padding: tokens.spacingHorizontalL },
  members: { display: "flex", flexDirection: "column", border: 0, margin: 0, padding: 0, minWidth: 0 },
  label: { overflowWrap: "anywhere" },
  does: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalXXS, overflowWrap: "anywhere" },
});

/** Asks before buyers are merged, and says each thing that will be written. */
export function MergeDialog({ opened, members, onClose }: { readonly opened: Opened; readonly members: readonly number[]; readonly onClose: () => void }) {
  const { actions, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { buyers } = opened.reading.ledger;
  const documents = useMemo(() => countsOf(opened, members), [opened, members]);
  const [left, leave] = useState<ReadonlySet<number>>(new Set());
  const merged = members.filter((buyer) => !left.has(buyer));
  const [wished, wish] = useState<number>(mostUsed(members, documents));
  const parent = merged.includes(wished) ? wished : mostUsed(merged, documents);
  const planned = usePlan(opened, { members: merged, parent });
  const ready = merged.length > 1 && "plan" in planned;
  const toggle = (buyer: number, on: boolean): void => leave(new Set(on ? [...left].filter((one) => one !== buyer) : [...left, buyer]));
  return (
    <Dialog open onOpenChange={(_, { open }) => (open ? undefined : onClose())}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{words.merge.title(format.count(merged.length))}</DialogTitle>
          <DialogContent className={styles.content}>
            <fieldset className={styles.members}>
              <legend className={surface.strong}>{words.merge.members}</legend>
              {members.map((buyer) => (
                <Checkbox
                  key={buyer}
                  checked={!left.has(buyer)}
                  onChange={(_, { checked }) => toggle(buyer, checked === true)}
                  label={<span className={styles.label}>{nameWithNumber(opened, buyer)} <span className={surface.note}>{words.merge.buyer(format.count(documents.get(buyer) ?? 0), documents.get(buyer) ?? 0)}</span></span>}
                />
              ))}
            </fieldset>
            {merged.length > 1 && (
              <Field label={words.merge.parent}>
                <Select style={{ minWidth: 0 }} value={String(parent)} onChange={(_, { value }) => wish(Number(value))}>
                  {merged.map((buyer) => <option key={buyer} value={String(buyer)}>{nameWithNumber(opened, buyer)}</option>)}
                </Select>
              </Field>
            )}
            {merged.length > 1 && <Does planned={planned} opened={opened} merged={merged} parent={parent} />}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={onClose}>{words.common.cancel}</Button>
            <Button
              appearance="primary"
              disabled={!ready}
              onClick={() => {
                onClose();
                void actions.merge({ members: merged, parent });
              }}
            >
              {words.merge.action}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );

  function nameWithNumber({ reading }: Opened, buyer: number): string {
    const number = buyerNumber(reading.ledger.buyers, buyer);
    return number === "" ? buyerName(buyers, buyer) : `${buyerName(buyers, buyer)} (${number})`;
  }
}

type Planned = { readonly plan: MergePlan } | { readonly problem: Problem };

function usePlan(opened: Opened, merge: Merge): Planned {
  const { session, words } = usePane();
  const taken = session.search.status === "found" ? session.search.candidates.map(({ area }) => area.table) : [];
  if (merge.members.length < 2) return { problem: { kind: "unexpected", detail: "" } };
  try {
    return { plan: mergePlan(opened.reading.ledger.buyers, merge, opened.source.call.buyers, opened.buyersBlock, taken, words) };
  } catch (error) {
    return { problem: problemOf(error) };
  }
}

function Does({ planned, opened, merged, parent }: { readonly planned: Planned; readonly opened: Opened; readonly merged: readonly number[]; readonly parent: number }) {
  const { session, words, format } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  if ("problem" in planned) return <p className={surface.text} role="alert">{problemText(planned.problem, words, session.language)}</p>;
  return (
    <div>
      <div className={surface.strong}>{words.merge.does}</div>
      <ul className={styles.does}>
        {steps(planned.plan, opened, merged.length - 1, parent, words, format.count).map((step) => <li key={step}>{step}</li>)}
      </ul>
    </div>
  );
}

function steps(plan: MergePlan, opened: Opened, children: number, parent: number, words: Words, count: (number: number) => string): string[] {
  const { merge } = words;
  const { buyers } = opened.reading.ledger;
  if (plan.write.kind === "sheet") return [merge.newSheet(plan.write.plan.sheet, count(plan.addedRows), plan.addedRows), merge.policy];
  return [
    merge.writes(keyOfBuyer(buyers, parent), count(children), opened.source.call.buyers, children),
    ...(plan.addedColumn ? [merge.addsColumn] : []),
    ...(plan.addedRows > 0 ? [merge.addsRows(count(plan.addedRows), plan.addedRows)] : []),
    ...plan.replaced.map(({ buyer, parent: was }) => merge.replaces(buyer, was)),
    merge.policy,
  ];
}

function countsOf({ reading }: Opened, members: readonly number[]): ReadonlyMap<number, number> {
  const counts = new Map(members.map((buyer) => [buyer, 0]));
  const { buyer, count } = reading.ledger.documents;
  for (let i = 0; i < count; i++) {
    const known = counts.get(buyer[i]!);
    if (known !== undefined) counts.set(buyer[i]!, known + 1);
  }
  return counts;
}

/** The one with most documents stands for all, until the user says otherwise. */
function mostUsed(members: readonly number[], documents: ReadonlyMap<number, number>): number {
  return [...members].sort((a, b) => (documents.get(b) ?? 0) - (documents.get(a) ?? 0) || a - b)[0] ?? -1;
}
