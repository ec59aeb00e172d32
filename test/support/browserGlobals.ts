import { Blob } from "node:buffer";
import { webcrypto } from "node:crypto";
import { CompressionStream, DecompressionStream, ReadableStream, TransformStream, WritableStream } from "node:stream/web";
import { TextDecoder, TextEncoder } from "node:util";

/** What every browser has and jsdom lacks: files are packed, unpacked and signed with it. To be imported before what needs it. */
for (const [name, value] of Object.entries({ Blob, CompressionStream, DecompressionStream, ReadableStream, TransformStream, WritableStream, TextDecoder, TextEncoder, crypto: webcrypto })) {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
