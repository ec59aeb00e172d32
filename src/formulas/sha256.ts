import { sha256 } from "@noble/hashes/sha2.js";

/** SHA-256 of a text as UTF-8, 64 hexadecimal digits. */
export function sha256Of(text: string): string {
  return hex(sha256(utf8(text)));
}

/** Of lines one after another, without one long text of them. */
export function sha256OfLines(lines: Iterable<string>): string {
  const hash = sha256.create();
  for (const line of lines) hash.update(utf8(line));
  return hex(hash.digest());
}

function hex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += (byte < 16 ? "0" : "") + byte.toString(16);
  return text;
}

/** Functions run where there may be no TextEncoder. A half of a surrogate pair counts as U+FFFD, as there. */
export function utf8(text: string): Uint8Array {
  const { length } = text;
  let bytes = new Uint8Array(length);
  let to = 0;
  for (let at = 0; at < length; at++) {
    let code = text.charCodeAt(at);
    if (code < 0x80) {
      bytes[to++] = code;
      continue;
    }
    if (bytes.length < to + (length - at) * 3) { // none takes more than three bytes a unit
      const larger = new Uint8Array(to + (length - at) * 3);
      larger.set(bytes.subarray(0, to));
      bytes = larger;
    }
    if (code >= 0xd800 && code <= 0xdfff) {
      const next = code < 0xdc00 ? text.charCodeAt(at + 1) : 0;
      if (next >= 0xdc00 && next <= 0xdfff) {
        code = 0x10000 + ((code - 0xd800) << 10) + (next - 0xdc00);
        at++;
        bytes[to++] = 0xf0 | (code >> 18);
        bytes[to++] = 0x80 | ((code >> 12) & 63);
        bytes[to++] = 0x80 | ((code >> 6) & 63);
        bytes[to++] = 0x80 | (code & 63);
        continue;
      }
      code = 0xfffd;
    }
    if (code < 0x800) bytes[to++] = 0xc0 | (code >> 6);
    else {
      bytes[to++] = 0xe0 | (code >> 12);
      bytes[to++] = 0x80 | ((code >> 6) & 63);
    }
    bytes[to++] = 0x80 | (code & 63);
  }
  return bytes.subarray(0, to);
}
