import { unzipSync, ZipPassThrough, zipSync } from 'fflate';
import type { ActivationName } from './api.ts';
import { FileError } from './file-problem.ts';
import { npyHeader, npyNumbers, npyOfNumbers, npyOfText, npyText } from './npy.ts';
import { outOfRange } from './refusal.ts';

// A net as a file: JSON with its matrices as arrays of rows, or an npz, which numpy.load reads.

export interface SavedNet {
  readonly inputSize: number;
  readonly hiddenSize: number;
  readonly outputSize: number;
  /** undefined where the file does not say: an npz of the four arrays alone, such as Save wrote at first, and as NumPy may. */
  readonly activation: ActivationName | undefined;
  /** W1 (input × hidden), b1, W2 (hidden × output), b2. */
  readonly parameters: Float32Array;
  /** What its classes are called, where the file says so. */
  readonly classes?: readonly string[];
  /** The net takes pixel / scale, where the file says so. */
  readonly pixelScale?: number;
}

/** One array of a net; a matrix is row-major. */
export interface NetArray {
  readonly name: 'W1' | 'b1' | 'W2' | 'b2';
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** What goes into the file beside the parameters. */
export interface NetNotes {
  readonly activation: ActivationName;
  readonly classes?: readonly string[];
  /** Centre and spread of each input: the net takes (value − centre) / spread. */
  readonly inputScales?: readonly number[];
  /** The net takes pixel / scale. */
  readonly pixelScale?: number;
}

export const activations: readonly ActivationName[] = ['sigmoid', 'relu', 'tanh'];
/** Bytes of all that is read: what the engine takes, 50,000,000 parameters, in float64, and some for headers and names. */
const largestContent = 400_100_000;
const mostEntries = 64;

/** The parameters of a net (W1, b1, W2, b2 one after the other) as its four arrays. Throws RangeError for one that is not finite, which no file can hold in numbers. */
export function netArrays({ inputSize, hiddenSize, outputSize }: Pick<SavedNet, 'inputSize' | 'hiddenSize' | 'outputSize'>, parameters: Float32Array): NetArray[] {
  const shapes = [
    { name: 'W1', shape: [inputSize, hiddenSize] },
    { name: 'b1', shape: [hiddenSize] },
    { name: 'W2', shape: [hiddenSize, outputSize] },
    { name: 'b2', shape: [outputSize] },
  ] as const;
  let begin = 0;
  return shapes.map(({ name, shape }) => {
    const end = begin + shape.reduce<number>((size, count) => size * count, 1);
    const values = parameters.subarray(begin, end);
    begin = end;
    const broken = values.findIndex((value) => !Number.isFinite(value));
    if (broken >= 0) throw outOfRange(`${name}[${broken}]`, values[broken], 'a finite number');
    return { name, shape, values };
  });
}

export function npzOf(arrays: readonly NetArray[], { activation, classes, inputScales, pixelScale }: NetNotes): Uint8Array<ArrayBuffer> {
  return zipSync({
    ...Object.fromEntries(arrays.map((array) => [`${array.name}.npy`, npyOfNumbers(array)])),
    'activation.npy': npyOfText(activation),
    ...(classes && { 'classes.npy': npyOfText(classes) }),
    ...(inputScales && inputScales.length > 0 && { 'input_scales.npy': npyOfNumbers({ shape: [inputScales.length / 2, 2], values: Float64Array.from(inputScales) }) }),
    ...(pixelScale !== undefined && { 'pixel_scale.npy': npyOfNumbers({ shape: [1], values: Float64Array.of(pixelScale) }) }),
  }) as Uint8Array<ArrayBuffer>;
}

export function jsonOf(arrays: readonly NetArray[], notes: NetNotes): string {
  const nested = ({ shape, values }: NetArray): unknown => {
    const [rows = 0, columns] = shape;
    return columns === undefined ? [...values] : Array.from({ length: rows }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)]);
  };
  return JSON.stringify({ ...notes, output: 'softmax', ...Object.fromEntries(arrays.map((array) => [array.name, nested(array)])) });
}

/** `otherwise`: the activation of a file that does not say it. Throws FileError. */
export function netOfJson(text: string, file: string, otherwise?: ActivationName): SavedNet {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new FileError({ code: 'damaged net', file });
  }
  if (typeof given !== 'object' || given === null || Array.isArray(given)) throw new FileError({ code: 'damaged net', file });
  const entries = new Map(Object.entries(given));
  const array = (name: NetArray['name']): NetArray => {
    if (!entries.has(name)) throw new FileError({ code: 'array missing', file, array: name });
    const rows: unknown = entries.get(name);
    const matrix = Array.isArray(rows) && Array.isArray(rows[0]);
    const columns = matrix ? (rows[0] as unknown[]).length : 0;
    const level = Array.isArray(rows) && rows.every((row) => (matrix ? Array.isArray(row) && row.length === columns : !Array.isArray(row)));
    if (!level) throw new FileError({ code: 'array shape', file, array: name, expected: name.startsWith('W') ? '[…, …]' : '[…]', found: '?' });
    const values = (matrix ? rows.flat() : rows) as unknown[];
    if (!values.every((value) => typeof value === 'number')) throw new FileError({ code: 'array value', file, array: name });
    return { name, shape: matrix ? [rows.length, columns] : [rows.length], values: Float32Array.from(values as number[]) };
  };
  const notes = {
    activation: entries.has('activation') ? entries.get('activation') : otherwise,
    output: entries.get('output'),
    classes: entries.get('classes'),
    pixelScale: entries.get('pixelScale'),
  };
  return netOf(array, notes, true, file);
}

/** As above, but an npz of the four arrays alone need not say it. */
export function netOfNpz(bytes: Uint8Array, file: string, otherwise?: ActivationName): SavedNet {
  const { entries, others } = unzipped(bytes, file);
  const entry = (name: string) => {
    const found = entries.get(`${name}.npy`);
    if (!found) return undefined;
    const header = npyHeader(found);
    if (!header) throw new FileError({ code: 'damaged net', file });
    return { found, header };
  };
  const array = (name: NetArray['name']): NetArray => {
    const read = entry(name);
    if (!read) throw new FileError({ code: 'array missing', file, array: name });
    const { found, header } = read;
    if (!/^[<>]f[48]$/.test(header.type)) throw new FileError({ code: 'array type', file, array: name, found: header.type });
    const values = npyNumbers(found, header);
    if (!values) throw new FileError({ code: 'damaged net', file });
    return { name, shape: header.shape, values };
  };
  const texts = (name: string) => {
    const read = entry(name);
    return read && (npyText(read.found, read.header) ?? read.header.type);
  };
  const scale = entry('pixel_scale');
  const notes = {
    activation: oneWord(texts('activation')) ?? otherwise,
    output: oneWord(texts('output')),
    classes: texts('classes'),
    pixelScale: scale && (onlyNumber(npyNumbers(scale.found, scale.header)) ?? scale.header.type),
  };
  return netOf(array, notes, others || entries.size > 4, file);
}

const oneWord = (texts: readonly string[] | string | undefined) => (typeof texts === 'string' ? texts : texts?.join(', '));
const onlyNumber = (numbers: Float32Array | undefined) => (numbers?.length === 1 ? numbers[0] : undefined);

/** As they stand in the file; undefined where they do not. What is there and cannot be read must not become a default. */
interface ReadNotes {
  readonly activation: unknown;
  readonly output: unknown;
  readonly classes: unknown;
  readonly pixelScale: unknown;
}

function netOf(array: (name: NetArray['name']) => NetArray, { activation, output, classes, pixelScale }: ReadNotes, saysActivation: boolean, file: string): SavedNet {
  const all = (['W1', 'b1', 'W2', 'b2'] as const).map(array);
  const [W1, , W2] = all as [NetArray, NetArray, NetArray, NetArray];
  const [inputSize = 0, hiddenSize = 0] = W1.shape;
  const outputSize = W2.shape[1] ?? 0;
  const expected = netArrays({ inputSize, hiddenSize, outputSize }, new Float32Array());
  for (const [i, { name, shape, values }] of all.entries()) {
    const wanted = expected[i]?.shape ?? [];
    const fits = shape.length === wanted.length && shape.every((size, axis) => size === wanted[axis] && size > 0);
    if (!fits) throw new FileError({ code: 'array shape', file, array: name, expected: shown(wanted.map((size) => size || '…')), found: shown(shape) });
    if (!values.every(Number.isFinite)) throw new FileError({ code: 'array value', file, array: name });
  }
  const known = activations.find((each) => isNamed(activation, each));
  if (activation === undefined && saysActivation) throw new FileError({ code: 'no activation', file });
  if (activation !== undefined && !known) throw new FileError({ code: 'activation', file, found: said(activation) });
  if (output !== undefined && !isNamed(output, 'softmax')) throw new FileError({ code: 'output', file, found: said(output) });
  const named = classNames(classes);
  if (classes !== undefined && named?.length !== outputSize) throw new FileError({ code: 'class names', file, expected: outputSize, found: said(classes) });
  const scale = typeof pixelScale === 'number' && Number.isInteger(pixelScale) && pixelScale >= 1 && pixelScale <= 255 ? pixelScale : undefined;
  if (pixelScale !== undefined && scale === undefined) throw new FileError({ code: 'pixel scale', file, found: said(pixelScale) });
  const parameters = new Float32Array(all.reduce((size, { values }) => size + values.length, 0));
  let at = 0;
  for (const { values } of all) {
    parameters.set(values, at);
    at += values.length;
  }
  return {
    inputSize,
    hiddenSize,
    outputSize,
    activation: known,
    parameters,
    ...(named && { classes: named }),
    ...(scale !== undefined && { pixelScale: scale }),
  };
}

/** PyTorch's people write ReLU. */
const isNamed = (given: unknown, name: string) => typeof given === 'string' && given.toLowerCase() === name;

function classNames(given: unknown): readonly string[] | undefined {
  return Array.isArray(given) && given.every((each) => typeof each === 'string') ? given : undefined;
}

const said = (given: unknown) => (typeof given === 'string' ? given : (JSON.stringify(given) ?? '')).slice(0, 40);

const shown = (shape: readonly (number | string)[]) => `(${shape.join(', ')})`;

/** The arrays that are read, and whether there are others; checksums and names verified: fflate does not look at these. */
function unzipped(bytes: Uint8Array, file: string): { readonly entries: Map<string, Uint8Array>; readonly others: boolean } {
  let [count, total, others] = [0, 0, false];
  try {
    const wanted = /^(W1|b1|W2|b2|activation|output|classes|pixel_scale)\.npy$/;
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        if (++count > mostEntries) throw new TypeError('too many entries');
        if (!wanted.test(name)) {
          others = true;
          return false;
        }
        total += originalSize;
        // Stored or deflated, so much cannot become less.
        if (total > largestContent || size > originalSize + 1000) throw new TypeError(`${name} is too large`);
        return true;
      },
    });
    const sums = checksums(bytes, mostEntries);
    for (const [name, content] of Object.entries(files)) if (sums.get(name) !== crc32(content)) throw new TypeError(`${name} is damaged`);
    return { entries: new Map(Object.entries(files)), others };
  } catch {
    throw new FileError({ code: 'damaged net', file });
  }
}

/**
 * CRC-32 of each entry, as the directory at the end of a ZIP file has it (APPNOTE 4.3.12). Throws where an entry itself has another name than
 * there, or two have one.
 */
function checksums(bytes: Uint8Array, most: number): Map<string, number> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (view.getUint32(end, true) !== 0x06054b50) end--;
  const sums = new Map<string, number>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < Math.min(most, view.getUint16(end + 8, true)); i++) {
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const text = (begin: number, length: number) => new TextDecoder().decode(bytes.subarray(begin, begin + length));
    const name = text(at + 46, lengths[0] ?? 0);
    const entry = view.getUint32(at + 42, true);
    if (sums.has(name) || text(entry + 30, view.getUint16(entry + 26, true)) !== name) throw new TypeError(`${name} is not the name of one entry`);
    sums.set(name, view.getUint32(at + 16, true));
    at += 46 + lengths.reduce((sum, length) => sum + length, 0);
  }
  return sums;
}

/** As fflate reckons it for what it packs. */
function crc32(bytes: Uint8Array<ArrayBuffer>): number {
  const sum = new ZipPassThrough('');
  sum.ondata = () => undefined;
  sum.push(bytes, true);
  return sum.crc >>> 0;
}
