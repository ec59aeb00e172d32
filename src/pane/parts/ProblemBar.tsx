import type { ReactNode } from "react";
import { usePane } from "../PaneContext";
import type { Problem } from "../problem";
import { problemText } from "../words";
import { Bar } from "./Bar";

/** Something did not work: what, why, and what to do about it. */
export function ProblemBar({ title, problem, onClose, children }: { readonly title?: string; readonly problem: Problem; readonly onClose?: ReactNode; readonly children?: ReactNode }) {
  const { words, session } = usePane();
  return (
    <Bar intent="error" role="alert" title={title} actions={children} onClose={onClose}>
      {problemText(problem, words, session.language)}
    </Bar>
  );
}
