import { useCallback, useRef, useState } from "react";
import type { PackDocument } from "../../bank/pack/document";
import type { SealedPack } from "../../bank/pack/seal";
import type { Verification } from "../../pack/findings";
import { verifyPack } from "../../pack/verifyPack";
import { problemOf, type Problem } from "../problem";
import { WrongPassphrase } from "./packKey";

export const FILE_STEPS = ["seal", "file", "check"] as const;
export type FileStep = (typeof FILE_STEPS)[number];

export interface PackFile {
  readonly bytes: Uint8Array;
  readonly seal: string;
  readonly found: Verification;
}

export type PackFileState =
  | { readonly status: "idle" }
  | { readonly status: "busy"; readonly step: FileStep }
  | { readonly status: "stopped" }
  /** the passphrase does not open the key */
  | { readonly status: "locked" }
  | { readonly status: "failed"; readonly problem: Problem }
  | { readonly status: "ready"; readonly file: PackFile };

/** The page draws between two steps, and a click on Stop is heard. */
const turn = (): Promise<void> => new Promise((go) => setTimeout(go, 0));

/** A pack sealed, written and read back against its own seal. Another document forgets the file of the one before. */
export function usePackFile(document: PackDocument | undefined): { readonly state: PackFileState; make(sign?: (pack: SealedPack) => Promise<SealedPack>): Promise<PackFile | undefined>; stop(): void } {
  const [kept, keep] = useState<{ readonly of: PackDocument | undefined; readonly state: PackFileState }>({ of: undefined, state: { status: "idle" } });
  const running = useRef(new AbortController());
  const make = useCallback(async (sign: (pack: SealedPack) => Promise<SealedPack> = (pack) => Promise.resolve(pack)) => {
    if (document === undefined) return undefined;
    running.current = new AbortController();
    const { signal } = running.current;
    const tell = (state: PackFileState): void => keep({ of: document, state });
    const step = async (name: FileStep): Promise<void> => {
      tell({ status: "busy", step: name });
      await turn();
      signal.throwIfAborted();
    };
    try {
      await step("seal");
      const { sealedPack, writeSealed } = await import("../../pack/writePack"); // the writer of files is large: not before somebody wants one
      const pack = await sign(sealedPack(document));
      await step("file");
      const bytes = await writeSealed(pack);
      await step("check");
      const found = await verifyPack(bytes, pack.seal);
      signal.throwIfAborted();
      const file = { bytes, seal: pack.seal, found };
      tell({ status: "ready", file });
      return file;
    } catch (error) {
      tell(signal.aborted ? { status: "stopped" } : error instanceof WrongPassphrase ? { status: "locked" } : { status: "failed", problem: problemOf(error) });
      return undefined;
    }
  }, [document]);
  const stop = useCallback(() => running.current.abort(), []);
  return { state: kept.of === document ? kept.state : { status: "idle" }, make, stop };
}
