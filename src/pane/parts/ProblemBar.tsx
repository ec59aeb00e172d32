import { MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from "@fluentui/react-components";
import type { ReactNode } from "react";
import { usePane } from "../PaneContext";
import type { Problem } from "../problem";
import { problemText } from "../words";

/** Something did not work: what, why, and what to do about it. */
export function ProblemBar({ title, problem, children }: { readonly title?: string; readonly problem: Problem; readonly children?: ReactNode }) {
  const { words, session } = usePane();
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} {problemText(problem, words, session.language)}
      </MessageBarBody>
      {children !== undefined && <MessageBarActions>{children}</MessageBarActions>}
    </MessageBar>
  );
}
