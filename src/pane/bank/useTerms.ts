import { useCallback, useEffect, useMemo, useState } from "react";
import type { LenderTerms } from "../../bank/lenderTerms";
import { looksLikeTerms, readTerms } from "../../bank/readTerms";
import { Refusal } from "../../values/answer";
import type { Area, Block, Place } from "../host";
import { usePane } from "../PaneContext";
import { problemOf, type Problem } from "../problem";
import type { Session } from "../session";

export type TermsState =
  | { readonly status: "none" }
  | { readonly status: "busy" }
  /** `place`: the row that is meant, where the refusal names one */
  | { readonly status: "failed"; readonly problem: Problem; readonly place: Place | undefined }
  | { readonly status: "ready"; readonly terms: LenderTerms; readonly area: Area };

export interface TermsAtHand {
  readonly state: TermsState;
  readonly area: Area | undefined;
  /** ranges with the headings of terms first */
  readonly likely: readonly Area[];
  readonly others: readonly Area[];
  choose(reference: string): void;
}

/** Quiet after the last edit of the terms' sheet. */
const AFTER_EDIT = 300;

/** The lender's terms of this workbook: the range that was chosen before, else the first that has their headings; read again when its sheet is edited. */
export function useTerms(exponent: number): TermsAtHand {
  const { session, actions } = usePane();
  const { likely, others } = useMemo(() => rangesOf(session.search), [session.search]);
  const [chosen, keep] = useState<string | undefined>(undefined);
  useEffect(() => {
    let isWanted = true;
    actions.termsRange().then((kept) => isWanted && keep((now) => now ?? kept), () => isWanted && keep((now) => now ?? ""));
    return () => {
      isWanted = false;
    };
  }, [actions]);
  const choose = useCallback((reference: string) => {
    keep(reference);
    void actions.keepTermsRange(reference);
  }, [actions]);
  const area = chosen === undefined ? undefined : areaOf(chosen, likely, others);
  return { area, likely, others, choose, state: useReading(area, chosen !== undefined, exponent) };
}

function rangesOf(search: Session["search"]): { readonly likely: readonly Area[]; readonly others: readonly Area[] } {
  if (search.status !== "found") return { likely: [], others: [] };
  const areas = search.candidates.map(({ area }) => area).filter(({ rows }) => rows > 1);
  return { likely: areas.filter(({ head }) => looksLikeTerms(head)), others: areas.filter(({ head }) => !looksLikeTerms(head)) };
}

/** A range without a table is called otherwise once it has grown: then it is the one of the same sheet. */
function areaOf(chosen: string, likely: readonly Area[], others: readonly Area[]): Area | undefined {
  if (chosen === "") return likely[0];
  const sheetOf = (reference: string): string => reference.slice(0, Math.max(0, reference.lastIndexOf("!")));
  const all = [...likely, ...others];
  return all.find(({ reference }) => reference === chosen) ?? all.find(({ reference }) => sheetOf(chosen) !== "" && sheetOf(reference) === sheetOf(chosen)) ?? likely[0];
}

interface Kept {
  readonly key: string;
  readonly state: TermsState;
}

function useReading(area: Area | undefined, isKnown: boolean, exponent: number): TermsState {
  const { actions } = usePane();
  const [edits, edited] = useState(0);
  const [kept, keep] = useState<Kept>({ key: "", state: { status: "none" } });
  const reference = area?.reference ?? "";
  const sheet = area?.place.sheet;
  const key = JSON.stringify([reference, exponent]);
  useEffect(() => {
    if (sheet === undefined) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = actions.onEdit((one) => {
      if (one !== sheet) return;
      clearTimeout(timer);
      timer = setTimeout(() => edited((count) => count + 1), AFTER_EDIT);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [actions, sheet]);
  useEffect(() => {
    if (area === undefined) return undefined;
    let isWanted = true;
    const done = (state: TermsState): void => {
      if (isWanted) keep({ key, state });
    };
    actions.cells(reference).then((block) => done(read(block, area, exponent)), (error: unknown) => done({ status: "failed", problem: problemOf(error), place: undefined }));
    return () => {
      isWanted = false;
    };
  }, [actions, key, edits]);
  if (!isKnown) return { status: "busy" };
  if (area === undefined) return { status: "none" };
  return kept.key === key ? kept.state : { status: "busy" };
}

function read({ grid, place }: Block, area: Area, exponent: number): TermsState {
  try {
    return { status: "ready", terms: readTerms(grid, exponent), area };
  } catch (error) {
    const row = error instanceof Refusal ? error.reason.with?.["row"] : undefined;
    return { status: "failed", problem: problemOf(error), place: typeof row === "number" ? { ...place, row: place.row + row - 1 } : undefined };
  }
}
