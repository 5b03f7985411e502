import { Z_BUF_ERROR, Z_NO_FLUSH, Z_OK, Z_STREAM_END, ZStream, zlibInflate, zlibInflateInit2, zlibInflateReset } from 'pako';
import { isGzip } from './gzip.ts';

// gzip as `gzip -d` takes it: several members one after the other (split and cat, bgzip), padded or with something else behind.
// A browser's DecompressionStream refuses all of these.

/** More comes out than is allowed. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

const gzipOnly = 31; // the window of zlib, and 16 for a header of gzip
const chunk = 1 << 18;
/** Bytes between two breaths. */
const breath = 1 << 23;

/**
 * Unpacks all members, their checksums verified. It stops as soon as more than `most` bytes have come out: rejects with TooLarge. Rejects with
 * a TypeError if the bytes are cut short or damaged.
 */
export async function unpack(bytes: Uint8Array, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  let breathed = 0;
  for (const part of members(bytes)) {
    size += part.length;
    if (size > most) throw new TooLarge();
    parts.push(part);
    if (size - breathed < breath) continue;
    breathed = size;
    await new Promise((resolve) => setTimeout(resolve));
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

function* members(bytes: Uint8Array): Generator<Uint8Array<ArrayBuffer>> {
  const stream = new ZStream();
  zlibInflateInit2(stream, gzipOnly);
  stream.input = bytes;
  stream.next_in = 0;
  stream.avail_in = bytes.length;
  stream.avail_out = 0;
  for (;;) {
    // One buffer until it is full: a file may have a member for each byte.
    if (stream.avail_out === 0) {
      stream.output = new Uint8Array(chunk);
      stream.next_out = 0;
      stream.avail_out = chunk;
    }
    const status = zlibInflate(stream, Z_NO_FLUSH);
    const ends = status === Z_STREAM_END;
    // Zeros or anything else that is no further member is padding.
    const last = ends && !isGzip(bytes.subarray(stream.next_in));
    if (stream.avail_out === 0 || last) yield stream.output.subarray(0, stream.next_out);
    if (last) return;
    if (ends) zlibInflateReset(stream);
    else if ((status !== Z_OK && status !== Z_BUF_ERROR) || (stream.avail_in === 0 && stream.avail_out > 0)) throw new TypeError('the gzip data are damaged or cut short');
  }
}
