import type { SealedPack } from "../../bank/pack/seal";
import { signedPack } from "../../bank/pack/seal";
import { signSeal, unlockKey, type LockedKey } from "../../pack/signature";

/** A locked key as this machine keeps it; undefined for what is none, whoever wrote it there. */
export function keyIn(text: string): LockedKey | undefined {
  try {
    const key = JSON.parse(text) as Partial<Record<keyof LockedKey, unknown>> | null;
    const isKey = typeof key?.rounds === "number" && [key.publicKey, key.salt, key.iv, key.locked].every((one) => typeof one === "string" && one.length <= MOST);
    return isKey ? (key as LockedKey) : undefined;
  } catch {
    return undefined;
  }
}

const MOST = 2_000;

/** The passphrase does not open the key. */
export class WrongPassphrase extends Error {}

/** Signed where a passphrase is given and a key is kept; else as it is. */
export async function signed(pack: SealedPack, kept: string, passphrase: string): Promise<SealedPack> {
  const locked = keyIn(kept);
  if (locked === undefined || passphrase === "") return pack;
  const key = await unlockKey(globalThis.crypto, locked, passphrase);
  if (key === undefined) throw new WrongPassphrase();
  return signedPack(pack, await signSeal(globalThis.crypto, key, pack.seal));
}
