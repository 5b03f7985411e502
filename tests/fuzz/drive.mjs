import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

// Runs a fuzz target that is written in TypeScript, for `npm run fuzz`:
//
//   node tests/fuzz/drive.mjs MODULE SECONDS FINDINGS CORPUS
//
// A target is a file tests/fuzz/<name>.fuzz.ts that exports
//
//   fuzz(bytes: Uint8Array<ArrayBuffer>): void    throws what is not a refusal: a promise that is broken
//   tokens?: readonly string[]                    pieces that its inputs are made of
//
// and its first inputs lie in tests/fuzz/corpus/<name>. There is no feedback from the code: inputs are those of the corpus, changed a
// few times each. What throws, or takes longer than ten seconds, is written to FINDINGS.

const longest = 4096;
const slowest = 10_000;
const mostFindings = 10;

const [modulePath = '', seconds = '1', findings = '', corpus = ''] = process.argv.slice(2);
/** @type {{ fuzz: (bytes: Uint8Array) => void, tokens?: readonly string[] }} */
const { fuzz, tokens = [] } = await import(pathToFileURL(modulePath).href);
const words = tokens.map((token) => Buffer.from(token));
const seeds = existsSync(corpus) ? readdirSync(corpus).map((file) => readFileSync(`${corpus}/${file}`)) : [];
if (seeds.length === 0) seeds.push(Buffer.alloc(0));

// xorshift32: fast, and a run can be had again by its seed.
const seed = Number(process.env.SEED ?? Date.now() % 2 ** 31) || 1;
let state = seed;
/** @param {number} bound */
function below(bound) {
  state ^= state << 13;
  state ^= state >>> 17;
  state ^= state << 5;
  return (state >>> 0) % bound;
}

const edges = [0, 1, 9, 10, 13, 31, 32, 34, 44, 45, 46, 48, 57, 59, 101, 127, 128, 239, 254, 255];
/** @type {readonly ((bytes: Buffer) => Buffer)[]} */
const changes = [
  (bytes) => {
    if (bytes.length > 0) bytes[below(bytes.length)] ^= 1 << below(8);
    return bytes;
  },
  (bytes) => {
    if (bytes.length > 0) bytes[below(bytes.length)] = edges[below(edges.length)] ?? 0;
    return bytes;
  },
  (bytes) => {
    if (bytes.length > 0) bytes[below(bytes.length)] = below(256);
    return bytes;
  },
  (bytes) => {
    const at = below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + below(8))]);
  },
  (bytes) => {
    const at = below(bytes.length + 1);
    const from = below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(from, from + 1 + below(32)), bytes.subarray(at)]);
  },
  (bytes) => {
    const word = words.length > 0 ? words[below(words.length)] : Buffer.from([below(256)]);
    const at = below(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), word ?? Buffer.alloc(0), bytes.subarray(at)]);
  },
  (bytes) => {
    const other = seeds[below(seeds.length)] ?? bytes;
    return Buffer.concat([bytes.subarray(0, below(bytes.length + 1)), other.subarray(below(other.length + 1))]);
  },
];

function nextInput() {
  let bytes = Buffer.from(seeds[below(seeds.length)] ?? []);
  for (let left = 1 + below(6); left > 0; --left) bytes = changes[below(changes.length)]?.(bytes) ?? bytes;
  // A buffer of its own: what reads beyond a view must not find the next one.
  return new Uint8Array(bytes.subarray(0, longest));
}

let executions = 0;
let found = 0;
/**
 * @param {Uint8Array} bytes
 * @param {string} what
 */
function keep(bytes, what) {
  const file = `${findings}/${what}-${createHash('sha1').update(bytes).digest('hex')}`;
  writeFileSync(file, bytes);
  console.log(`finding: ${file}`);
  ++found;
}

/** @param {Uint8Array} bytes */
function execute(bytes) {
  const started = performance.now();
  ++executions;
  try {
    fuzz(bytes.slice());
  } catch (error) {
    console.log(error);
    keep(bytes, 'broken');
  }
  if (performance.now() - started > slowest) keep(bytes, 'slow');
}

console.log(`seed: ${seed}`);
const end = performance.now() + Number(seconds) * 1000;
for (const bytes of seeds) execute(new Uint8Array(bytes));
while (found < mostFindings && performance.now() < end) execute(nextInput());
console.log(`executions: ${executions}`);
process.exitCode = found > 0 ? 1 : 0;
