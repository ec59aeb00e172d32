import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { DocumentArrowUp20Regular } from "@fluentui/react-icons";
import { useRef, useState } from "react";
import { useSurface } from "../parts/useSurface";
import { usePane } from "../PaneContext";
import { bankWords } from "./words";

/** Beyond this no pack is read: 100,000 invoices make about 30 megabytes. */
export const LARGEST_FILE = 200_000_000;

const useStyles = makeStyles({
  zone: { display: "flex", flexWrap: "wrap", alignItems: "center", columnGap: tokens.spacingHorizontalS, rowGap: tokens.spacingVerticalXS, padding: tokens.spacingHorizontalM, border: `1px dashed ${tokens.colorNeutralStroke1}`, borderRadius: tokens.borderRadiusMedium },
  over: { backgroundColor: tokens.colorBrandBackground2, border: `1px dashed ${tokens.colorBrandStroke1}` },
});

/** One file, by a button or dropped. */
export function FileField({ label, disabled = false, onFile }: { readonly label: string; readonly disabled?: boolean; readonly onFile: (file: File) => void }) {
  const { session } = usePane();
  const styles = useStyles();
  const surface = useSurface();
  const { verify } = bankWords(session.language);
  const input = useRef<HTMLInputElement>(null);
  const [isOver, over] = useState(false);
  const take = (file: File | undefined): void => {
    if (file !== undefined && !disabled) onFile(file);
  };
  return (
    <div
      className={mergeClasses(styles.zone, isOver && styles.over)}
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        over(true);
      }}
      onDragLeave={() => over(false)}
      onDrop={(event) => {
        event.preventDefault();
        over(false);
        take(event.dataTransfer.files[0]);
      }}
    >
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept=".xlsx"
        onChange={(event) => {
          take(event.target.files?.[0]);
          event.target.value = ""; // the same file may be chosen again
        }}
      />
      <Button icon={<DocumentArrowUp20Regular />} disabledFocusable={disabled} onClick={() => input.current?.click()}>{verify.choose}</Button>
      <span className={surface.note}>{verify.drop}</span>
    </div>
  );
}
