// Arrays as numpy.save writes them (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html).

/** Matrices are row-major. */
interface NumberArray {
  readonly shape: readonly number[];
  readonly values: Float32Array | Float64Array;
}

/** Float32 or float64 as the values are, little-endian, C order, version 1.0. */
export function npyOfNumbers({ shape, values }: NumberArray): Uint8Array {
  const each = values.BYTES_PER_ELEMENT;
  const bytes = new Uint8Array(each * values.length);
  const view = new DataView(bytes.buffer);
  values.forEach((value, i) => {
    if (each === 4) view.setFloat32(4 * i, value, true);
    else view.setFloat64(8 * i, value, true);
  });
  return npy(`<f${each}`, shape, bytes);
}

/** An array of strings, or one string. */
export function npyOfText(text: string | readonly string[]): Uint8Array {
  const all = (typeof text === 'string' ? [text] : text).map((each) => Array.from(each, (character) => character.codePointAt(0) as number));
  const longest = Math.max(1, ...all.map(({ length }) => length));
  const bytes = new Uint8Array(4 * longest * all.length);
  const view = new DataView(bytes.buffer);
  for (const [i, characters] of all.entries()) for (const [k, code] of characters.entries()) view.setUint32(4 * (i * longest + k), code, true);
  return npy(`<U${longest}`, typeof text === 'string' ? [] : [text.length], bytes);
}

function npy(type: string, shape: readonly number[], values: Uint8Array): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const description = `{'descr': '${type}', 'fortran_order': False, 'shape': ${tuple}, }`;
  // Magic, version and length of the header are 10 bytes; the values begin at a multiple of 64.
  const start = Math.ceil((10 + description.length + 1) / 64) * 64;
  const header = `${description.padEnd(start - 11)}\n`;
  const bytes = new Uint8Array(start + values.length);
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0]);
  new DataView(bytes.buffer).setUint16(8, header.length, true);
  bytes.set(new TextEncoder().encode(header), 10);
  bytes.set(values, start);
  return bytes;
}

export interface NpyHeader {
  /** As NumPy writes it: '<f4'. */
  readonly type: string;
  readonly columnMajor: boolean;
  readonly shape: readonly number[];
  /** Bytes before the values. */
  readonly length: number;
}

/** undefined for bytes that are no such file. */
export function npyHeader(bytes: Uint8Array): NpyHeader | undefined {
  if (bytes.length < 12 || bytes[0] !== 0x93 || new TextDecoder().decode(bytes.subarray(1, 6)) !== 'NUMPY') return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [begin, size] = bytes[6] === 1 ? [10, view.getUint16(8, true)] : [12, view.getUint32(8, true)];
  if (begin + size > bytes.length || size > 10_000) return undefined;
  const text = new TextDecoder('latin1').decode(bytes.subarray(begin, begin + size));
  const type = /'descr'\s*:\s*'([^']*)'/.exec(text)?.[1];
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const shape = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(text)?.[1];
  if (type === undefined || order === undefined || shape === undefined) return undefined;
  const sizes = shape.split(',').flatMap((each) => (each.trim() === '' ? [] : [Number(each)]));
  return sizes.every(Number.isSafeInteger) ? { type, columnMajor: order === 'True', shape: sizes, length: begin + size } : undefined;
}

/** Numbers of float32 or float64, row-major; undefined where there are not as many bytes as the shape says, or they are of another type. */
export function npyNumbers(bytes: Uint8Array, { type, columnMajor, shape, length }: NpyHeader): Float32Array | undefined {
  const size = /^[<>]f([48])$/.exec(type)?.[1];
  if (!size) return undefined;
  const each = Number(size);
  const count = shape.reduce((product, axis) => product * axis, 1);
  if (bytes.length - length !== each * count) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + length);
  const little = type.startsWith('<');
  const at = (i: number) => (each === 4 ? view.getFloat32(4 * i, little) : view.getFloat64(8 * i, little));
  const [rows = 1, columns = 1] = shape;
  if (!columnMajor || shape.length !== 2) return Float32Array.from({ length: count }, (_, i) => at(i));
  return Float32Array.from({ length: count }, (_, i) => at((i % columns) * rows + Math.floor(i / columns)));
}

/** Characters of one string: more cannot be arguments of a call. */
const longestText = 10_000;

/** Strings, or one; undefined as above. */
export function npyText(bytes: Uint8Array, { type, shape, length }: NpyHeader): string[] | undefined {
  const longest = Number(/^<U(\d+)$/.exec(type)?.[1]);
  const count = shape.reduce((product, axis) => product * axis, 1);
  if (!(longest > 0 && longest <= longestText) || shape.length > 1 || bytes.length - length !== 4 * longest * count) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset + length);
  const codes = (i: number) => Array.from({ length: longest }, (_, k) => view.getUint32(4 * (i * longest + k), true)).filter((code) => code !== 0);
  const all = Array.from({ length: count }, (_, i) => codes(i));
  return all.flat().every((code) => code <= 0x10ffff) ? all.map((each) => String.fromCodePoint(...each)) : undefined;
}
