import { Button } from "@fluentui/react-components";
import { ChevronLeft16Regular, ChevronRight16Regular } from "@fluentui/react-icons";
import { useSurface } from "./useSurface";
import { usePane } from "../PaneContext";

/** A long list a page at a time, so that ten thousand lines are drawn as fast as ten. Nothing where one page holds all. */
export function Pager({ from, size, of, onFrom }: { readonly from: number; readonly size: number; readonly of: number; readonly onFrom: (from: number) => void }) {
  const { words, format } = usePane();
  const surface = useSurface();
  if (of <= size) return null;
  return (
    <div className={surface.row}>
      <Button size="small" appearance="subtle" icon={<ChevronLeft16Regular />} aria-label={words.common.earlier} disabledFocusable={from === 0} onClick={() => onFrom(Math.max(0, from - size))} />
      <span className={surface.note} role="status">{words.common.page(format.count(from + 1), format.count(Math.min(of, from + size)), format.count(of))}</span>
      <Button size="small" appearance="subtle" icon={<ChevronRight16Regular />} aria-label={words.common.later} disabledFocusable={from + size >= of} onClick={() => onFrom(from + size)} />
    </div>
  );
}
