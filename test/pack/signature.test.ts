import { webcrypto } from "node:crypto";
import { isSignedBy, keyPrint, lockKey, makeSigningKey, signSeal, unlockKey, type HostCrypto } from "../../src/pack/signature";

const crypto = webcrypto as unknown as HostCrypto;
const SEAL = "a".repeat(64);

test("what a key signed, its public half confirms; another seal or key does not", async () => {
  const [key, other] = await Promise.all([makeSigningKey(crypto), makeSigningKey(crypto)]);
  const signed = await signSeal(crypto, key, SEAL);
  expect(await isSignedBy(crypto, signed, SEAL)).toBe(true);
  expect(await isSignedBy(crypto, signed, "b".repeat(64))).toBe(false);
  expect(await isSignedBy(crypto, { ...signed, publicKey: other.publicKey }, SEAL)).toBe(false);
  expect(await isSignedBy(crypto, { signature: "no", publicKey: "key" }, SEAL)).toBe(false);
  expect(keyPrint(key.publicKey)).toMatch(/^(?:[0-9a-f]{4} ){3}[0-9a-f]{4}$/);
});

test("a private key is kept only locked, and opens to its passphrase alone", async () => {
  const key = await makeSigningKey(crypto);
  const locked = await lockKey(crypto, key, "correct horse");
  expect(JSON.stringify(locked)).not.toContain((await crypto.subtle.exportKey("jwk", key.privateKey)).d);
  expect(await unlockKey(crypto, locked, "correct horses")).toBeUndefined();
  expect(await unlockKey(crypto, { ...locked, rounds: 1 }, "correct horse")).toBeUndefined(); // whoever weakens it gets nothing
  const opened = await unlockKey(crypto, locked, "correct horse");
  expect(await isSignedBy(crypto, await signSeal(crypto, opened!, SEAL), SEAL)).toBe(true);
  await expect(crypto.subtle.exportKey("pkcs8", opened!.privateKey)).rejects.toThrow(); // not to be taken out again
  await expect(lockKey(crypto, key, "short")).rejects.toThrow("at least 8");
});
