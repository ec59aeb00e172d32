import { makeStyles, tokens } from "@fluentui/react-components";
import { useRef } from "react";

const useStyles = makeStyles({
  handle: {
    width: "6px",
    flexShrink: 0,
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    ":hover": { backgroundColor: tokens.colorBrandBackground2 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
});

/** Narrowest and widest pane, pixels: 320 is what Excel's own narrowest pane gives. */
export const NARROWEST = 320;
export const WIDEST = 760;
const STEP = 16;

export function within(width: number): number {
  return Math.round(Math.min(WIDEST, Math.max(NARROWEST, width)));
}

export interface SplitterProps {
  readonly width: number;
  readonly label: string;
  readonly change: (width: number) => void;
  /** while dragging, the frame must not swallow the pointer */
  readonly dragging: (on: boolean) => void;
}

/** The edge between sheet and pane: by pointer, or by the arrow keys. */
export function Splitter({ width, label, change, dragging }: SplitterProps): React.JSX.Element {
  const styles = useStyles();
  const from = useRef<{ x: number; width: number } | undefined>(undefined);
  const stop = (): void => {
    from.current = undefined;
    dragging(false);
  };
  return (
    <div
      className={styles.handle}
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={NARROWEST}
      aria-valuemax={WIDEST}
      tabIndex={0}
      onPointerDown={(event) => {
        from.current = { x: event.clientX, width };
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging(true);
      }}
      onPointerMove={(event) => {
        if (from.current !== undefined) change(within(from.current.width + from.current.x - event.clientX));
      }}
      onPointerUp={stop}
      onPointerCancel={stop}
      onKeyDown={(event) => {
        if (event.key === "ArrowLeft") change(within(width + STEP));
        if (event.key === "ArrowRight") change(within(width - STEP));
      }}
    />
  );
}
