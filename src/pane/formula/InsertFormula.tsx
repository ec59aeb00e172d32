import { Button } from "@fluentui/react-components";
import { MathFormula20Regular } from "@fluentui/react-icons";
import { useEffect, useState } from "react";
import type { Told } from "../../formulas/told";
import { isBlank } from "../../values/cell";
import { blockReference, columnLetters } from "../ledgerFormula";
import { Bar } from "../parts/Bar";
import { JobProgress } from "../parts/JobProgress";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { covers } from "./evaluate";
import { addressOf } from "./SelectedFormula";
import { formulaWords } from "./words";

/** What stands where the answer would: its own cell, and how many others. */
interface Taken {
  readonly key: string;
  readonly own: boolean;
  readonly others: number;
  readonly first: string;
}

/** The formula into the selected cell; said first what its answer would cover. */
export function InsertFormula({ formula, cells }: { readonly formula: string; readonly cells: readonly (readonly Told[])[] }) {
  const { session, actions, format } = usePane();
  const surface = useSurface();
  const words = formulaWords(session.language);
  const { selection } = session;
  const taken = useTaken(cells);
  if (selection === undefined) return <p className={surface.note}>{words.insertNowhere}</p>;
  const cell = addressOf(selection);
  const insert = (): void => void actions.insertFormula(formula, selection.place, cell);
  const isBusy = session.job !== undefined;
  const isFree = taken !== undefined && !taken.own && taken.others === 0;
  if (taken === undefined || isFree) {
    return (
      <div className={surface.row}>
        <Button appearance="primary" icon={<MathFormula20Regular />} disabledFocusable={isBusy || taken === undefined} onClick={insert}>{words.insert(cell)}</Button>
        <JobProgress />
      </div>
    );
  }
  return (
    <Bar intent="warning" role="status" actions={<Button size="small" disabledFocusable={isBusy} onClick={insert}>{words.anyway}</Button>}>
      {taken.others > 0 ? words.covers(format.count(taken.others), taken.first) : words.coversOwn(cell)}
    </Bar>
  );
}

function useTaken(cells: readonly (readonly Told[])[]): Taken | undefined {
  const { session, actions } = usePane();
  const { selection } = session;
  const [kept, keep] = useState<Taken | undefined>(undefined);
  const block = selection === undefined ? undefined : covers(selection.place, cells);
  const reference = selection === undefined || block === undefined ? "" : blockReference(selection.place.sheet, block);
  const key = `${reference} ${String(selection?.value)} ${session.job ?? ""}`;
  useEffect(() => {
    if (block === undefined) return undefined;
    let isWanted = true;
    const told = (found: Omit<Taken, "key">): void => void (isWanted && keep({ key, ...found }));
    actions.cells(reference).then(({ grid }) => told(takenIn(grid, block)), () => told({ own: false, others: 0, first: "" }));
    return () => {
      isWanted = false;
    };
  }, [key, selection, actions]);
  return kept?.key === key ? kept : undefined;
}

function takenIn(grid: readonly (readonly unknown[])[], block: { readonly row: number; readonly column: number }): Omit<Taken, "key"> {
  let others = 0;
  let first = "";
  grid.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (isBlank(cell as never) || (r === 0 && c === 0)) return;
      others++;
      if (first === "") first = `${columnLetters(block.column + c)}${String(block.row + r + 1)}`;
    });
  });
  return { own: !isBlank(grid[0]?.[0] as never), others, first };
}
