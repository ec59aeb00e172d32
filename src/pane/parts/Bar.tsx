import { makeStyles, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle, tokens, type MessageBarIntent } from "@fluentui/react-components";
import type { ReactNode } from "react";

const useStyles = makeStyles({
  title: { display: "block" },
  actions: { flexWrap: "wrap", justifyContent: "flex-start", rowGap: tokens.spacingVerticalXS, "& button": { maxWidth: "100%", flexShrink: 0 } },
});

/** A message in its place: what it is about, what to know, and what can be done, one under the other in a narrow pane. */
export function Bar({ intent, title, role, children, actions, onClose }: {
  readonly intent: MessageBarIntent;
  readonly title?: string | undefined;
  readonly role?: "alert" | "status";
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** a button at the bar's end */
  readonly onClose?: ReactNode;
}) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline" {...(role === undefined ? {} : { role })}>
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle className={styles.title}>{title}</MessageBarTitle>}
        {children}
      </MessageBarBody>
      {(actions !== undefined || onClose !== undefined) && (
        <MessageBarActions className={styles.actions} {...(onClose === undefined ? {} : { containerAction: onClose as React.JSX.Element })}>
          {actions}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
