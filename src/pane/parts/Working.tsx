import { Button, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useId } from "react";
import { usePane } from "../PaneContext";
import type { JobStep } from "../session";
import { useSurface } from "./useSurface";

const useStyles = makeStyles({
  root: { display: "flex", flexDirection: "column", rowGap: tokens.spacingVerticalS, paddingBlock: tokens.spacingVerticalS },
});

/** Long work: what is going on, how far it is, and how to stop it. */
export function Working({ what, done, of, step = "rows", onStop }: { readonly what: string; readonly done?: number; readonly of?: number; readonly step?: JobStep; readonly onStop?: () => void }) {
  const styles = useStyles();
  const surface = useSurface();
  const { words, format } = usePane();
  const id = useId();
  const counted = done !== undefined && of !== undefined && of > 0;
  return (
    <div className={styles.root} role="status">
      <div className={surface.spread}>
        <span id={id} className={surface.text}>{what}</span>
        {onStop !== undefined && <Button size="small" onClick={onStop}>{words.common.stop}</Button>}
      </div>
      <ProgressBar aria-labelledby={id} {...(counted ? { value: done / of } : {})} />
      {counted && <span className={surface.note}>{words.working[step](format.count(done), format.count(of))}</span>}
    </div>
  );
}
