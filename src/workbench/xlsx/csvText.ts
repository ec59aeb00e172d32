import { FileRefused } from "./fileRefused";

/**
 * The text of a file, whoever wrote it: by its mark (UTF-8, UTF-16); UTF-16 without one by its zero bytes; else UTF-8; else
 * GB18030, as Chinese Excel writes; else Windows-1252, as western Excel does. Each is tried strictly, so that a wrong guess is not shown.
 */
export function textOf(bytes: Uint8Array, name: string): string {
  if (bytes.length === 0) throw new FileRefused("empty", { name });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const zeros = zeroBytes(bytes.subarray(0, 4096));
  if (zeros.even + zeros.odd > 0) return unmarked(bytes, zeros, name);
  return strictly("utf-8", bytes) ?? strictly("gb18030", bytes) ?? new TextDecoder("windows-1252").decode(bytes);
}

function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

interface Zeros {
  readonly even: number;
  readonly odd: number;
}

function zeroBytes(bytes: Uint8Array): Zeros {
  let even = 0;
  let odd = 0;
  bytes.forEach((byte, at) => {
    if (byte !== 0) return;
    if (at % 2 === 0) even++;
    else odd++;
  });
  return { even, odd };
}

/** In UTF-16 the digits and commas of a table have their zero always on one side; in a picture or a program it is on both. */
function unmarked(bytes: Uint8Array, { even, odd }: Zeros, name: string): string {
  const encoding = even === 0 ? "utf-16le" : odd === 0 ? "utf-16be" : undefined;
  const text = encoding === undefined || even + odd < Math.min(bytes.length, 4096) / 8 ? undefined : strictly(encoding, bytes);
  if (text === undefined) throw new FileRefused("notText", { name });
  return text;
}
