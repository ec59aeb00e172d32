import { useRef, useState } from "react";
import { LARGEST_FILE } from "./FileField";

export type FileState<T> =
  | { readonly status: "none" }
  | { readonly status: "busy" | "unreadable" | "tooLarge"; readonly name: string }
  | { readonly status: "ready"; readonly name: string; readonly value: T };

/** What a chosen file comes to. Of two that were chosen the later one is told, however long the first takes. */
export function useFile<T>(read: (bytes: Uint8Array) => Promise<T>): { readonly state: FileState<T>; look(file: File): Promise<void> } {
  const [state, set] = useState<FileState<T>>({ status: "none" });
  const turn = useRef(0);
  const look = async (file: File): Promise<void> => {
    const mine = ++turn.current;
    const { name } = file;
    const tell = (now: FileState<T>): void => {
      if (turn.current === mine) set(now);
    };
    if (file.size > LARGEST_FILE) return tell({ status: "tooLarge", name });
    tell({ status: "busy", name });
    await new Promise((go) => setTimeout(go, 0)); // the words are seen before the work begins
    try {
      tell({ status: "ready", name, value: await read(new Uint8Array(await file.arrayBuffer())) });
    } catch {
      tell({ status: "unreadable", name });
    }
  };
  return { state, look };
}
