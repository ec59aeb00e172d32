import { sha256Of } from "../values/sha256";

/** What the host lends: its Web Crypto. */
export type HostCrypto = Pick<Crypto, "subtle" | "getRandomValues">;

/** A seal signed: base64 of an ECDSA P-256 signature (r and s, 64 bytes) and of the public key (SPKI). */
export interface PackSignature {
  readonly signature: string;
  readonly publicKey: string;
}

/** Only so is a private key ever kept: AES-GCM under a key that PBKDF2 makes of a passphrase. Base64 but for the number of rounds. */
export interface LockedKey {
  readonly publicKey: string;
  readonly rounds: number;
  readonly salt: string;
  readonly iv: string;
  readonly locked: string;
}

export interface SigningKey {
  readonly privateKey: CryptoKey;
  readonly publicKey: string;
}

const CURVE = { name: "ECDSA", namedCurve: "P-256" } as const;
const SIGNING = { name: "ECDSA", hash: "SHA-256" } as const;

/** PBKDF2-HMAC-SHA-256, as OWASP's password storage page asks for it. */
const ROUNDS = 600_000;
const FEWEST_ROUNDS = 100_000, MOST_ROUNDS = 10_000_000;
export const SHORTEST_PASSPHRASE = 8;

/** A new pair; the private key leaves this only locked. */
export async function makeSigningKey({ subtle }: HostCrypto): Promise<SigningKey> {
  const { privateKey, publicKey } = await subtle.generateKey(CURVE, true, ["sign", "verify"]);
  return { privateKey, publicKey: toBase64(new Uint8Array(await subtle.exportKey("spki", publicKey))) };
}

/** Refuses a passphrase of fewer than eight characters. */
export async function lockKey(crypto: HostCrypto, { privateKey, publicKey }: SigningKey, passphrase: string): Promise<LockedKey> {
  if (passphrase.length < SHORTEST_PASSPHRASE) throw new RangeError(`A passphrase has at least ${SHORTEST_PASSPHRASE} characters.`);
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await wrappingKey(crypto, passphrase, salt, ROUNDS);
  const locked = await crypto.subtle.wrapKey("pkcs8", privateKey, key, { name: "AES-GCM", iv });
  return { publicKey, rounds: ROUNDS, salt: toBase64(salt), iv: toBase64(iv), locked: toBase64(new Uint8Array(locked)) };
}

/** Undefined: the passphrase does not open it, or it is no locked key. The key that comes out cannot be taken out again. */
export async function unlockKey(crypto: HostCrypto, { publicKey, rounds, salt, iv, locked }: LockedKey, passphrase: string): Promise<SigningKey | undefined> {
  if (!(rounds >= FEWEST_ROUNDS && rounds <= MOST_ROUNDS)) return undefined;
  try {
    const key = await wrappingKey(crypto, passphrase, fromBase64(salt), rounds);
    const privateKey = await crypto.subtle.unwrapKey("pkcs8", fromBase64(locked), key, { name: "AES-GCM", iv: fromBase64(iv) }, CURVE, false, ["sign"]);
    return { privateKey, publicKey };
  } catch {
    return undefined;
  }
}

export async function signSeal({ subtle }: HostCrypto, { privateKey, publicKey }: SigningKey, seal: string): Promise<PackSignature> {
  return { publicKey, signature: toBase64(new Uint8Array(await subtle.sign(SIGNING, privateKey, signedText(seal)))) };
}

export async function isSignedBy({ subtle }: HostCrypto, { signature, publicKey }: PackSignature, seal: string): Promise<boolean> {
  try {
    const key = await subtle.importKey("spki", fromBase64(publicKey), CURVE, false, ["verify"]);
    return await subtle.verify(SIGNING, key, fromBase64(signature), signedText(seal));
  } catch {
    return false;
  }
}

/** Sixteen digits of a public key to read out on the telephone. */
export function keyPrint(publicKey: string): string {
  return sha256Of(publicKey).slice(0, 16).replace(/(.{4})(?=.)/g, "$1 ");
}

function signedText(seal: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(`open account pack ${seal}`, (one) => one.charCodeAt(0));
}

async function wrappingKey({ subtle }: HostCrypto, passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const secret = await subtle.importKey("raw", new TextEncoder().encode(passphrase.normalize("NFC")), "PBKDF2", false, ["deriveKey"]);
  return subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, secret, { name: "AES-GCM", length: 256 }, false, ["wrapKey", "unwrapKey"]);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (one) => one.charCodeAt(0));
}
