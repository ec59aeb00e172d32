import { useEffect, useState } from "react";

/** The width to draw in: the pane can be dragged wider. */
export function useWidth(root: { readonly current: HTMLElement | null }): number {
  const [width, measure] = useState(0);
  useEffect(() => {
    const element = root.current;
    if (element === null) return undefined;
    measure(element.clientWidth);
    if (typeof ResizeObserver === "undefined") return undefined;
    const observer = new ResizeObserver(() => measure(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [root]);
  return width;
}
