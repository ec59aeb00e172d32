import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { useSurface } from "./useSurface";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", alignItems: "flex-start", rowGap: tokens.spacingVerticalS, paddingBlock: tokens.spacingVerticalL },
  icon: { fontSize: "32px", lineHeight: 1, color: tokens.colorBrandForeground1 },
  title: { ...typographyStyles.subtitle2, margin: 0 },
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS, paddingTop: tokens.spacingVerticalXS },
});

/** A view with nothing to show yet: what it would show, and what to do. */
export function Empty({ icon, title, body, children }: { readonly icon: ReactElement; readonly title: string; readonly body: string; readonly children?: ReactNode }) {
  const styles = useStyles();
  const surface = useSurface();
  return (
    <div className={styles.root}>
      <span className={styles.icon} aria-hidden>{icon}</span>
      <h2 className={styles.title}>{title}</h2>
      <p className={surface.text}>{body}</p>
      {children !== undefined && <div className={styles.actions}>{children}</div>}
    </div>
  );
}
