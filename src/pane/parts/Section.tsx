import { makeStyles, tokens, typographyStyles } from "@fluentui/react-components";
import { useId, type ReactNode } from "react";
import { useSurface } from "./useSurface";

const useStyles = makeStyles({
  section: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, paddingTop: tokens.spacingVerticalM, borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  title: { ...typographyStyles.body1Strong, margin: 0 },
});

/** A part of a view under its heading. `aside` stands at the heading's end. */
export function Section({ title, note, aside, children }: { readonly title: string; readonly note?: string | undefined; readonly aside?: ReactNode; readonly children: ReactNode }) {
  const styles = useStyles();
  const surface = useSurface();
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={surface.tight}>
        <div className={surface.spread}>
          <h2 id={id} className={styles.title}>{title}</h2>
          {aside}
        </div>
        {note !== undefined && <p className={surface.note}>{note}</p>}
      </div>
      {children}
    </section>
  );
}
