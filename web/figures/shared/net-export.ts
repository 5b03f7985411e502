import { zipSync } from 'fflate';
import type { ActivationName } from '../../engine/api.ts';
import type { RunFacts } from '../../engine/run-types.ts';
import type { SharedStrings } from '../../i18n/shared.ts';
import type { FigureExport } from './export.ts';

/** One array of a net; a matrix is row-major. */
export interface NetArray {
  readonly name: 'W1' | 'b1' | 'W2' | 'b2';
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** The parameters of a net (W1, b1, W2, b2 one after the other) as its four arrays. */
export function netArrays({ inputSize, hiddenSize, classes }: Pick<RunFacts, 'inputSize' | 'hiddenSize' | 'classes'>, parameters: Float32Array): NetArray[] {
  const shapes = [
    { name: 'W1', shape: [inputSize, hiddenSize] },
    { name: 'b1', shape: [hiddenSize] },
    { name: 'W2', shape: [hiddenSize, classes] },
    { name: 'b2', shape: [classes] },
  ] as const;
  let begin = 0;
  return shapes.map(({ name, shape }) => {
    const end = begin + shape.reduce<number>((size, count) => size * count, 1);
    const values = parameters.subarray(begin, end);
    begin = end;
    return { name, shape, values };
  });
}

/** Float32, little-endian, C order, version 1.0 (https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html). */
export function npyOf({ shape, values }: NetArray): Uint8Array {
  const tuple = shape.length === 1 ? `(${shape[0]},)` : `(${shape.join(', ')})`;
  const description = `{'descr': '<f4', 'fortran_order': False, 'shape': ${tuple}, }`;
  // Magic, version and length of the header are 10 bytes; the values begin at a multiple of 64.
  const start = Math.ceil((10 + description.length + 1) / 64) * 64;
  const header = `${description.padEnd(start - 11)}\n`;
  const bytes = new Uint8Array(start + 4 * values.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0]);
  view.setUint16(8, header.length, true);
  bytes.set(new TextEncoder().encode(header), 10);
  values.forEach((value, i) => {
    view.setFloat32(start + 4 * i, value, true);
  });
  return bytes;
}

/** What numpy.load reads. */
export function npzOf(arrays: readonly NetArray[]): Uint8Array<ArrayBuffer> {
  return zipSync(Object.fromEntries(arrays.map((array) => [`${array.name}.npy`, npyOf(array)]))) as Uint8Array<ArrayBuffer>;
}

export function jsonOf(arrays: readonly NetArray[], activation: ActivationName): string {
  const nested = ({ shape, values }: NetArray): unknown => {
    const [rows = 0, columns] = shape;
    return columns === undefined ? [...values] : Array.from({ length: rows }, (_, row) => [...values.subarray(row * columns, (row + 1) * columns)]);
  };
  return JSON.stringify({ activation, output: 'softmax', ...Object.fromEntries(arrays.map((array) => [array.name, nested(array)])) });
}

export interface NetSource {
  readonly facts: RunFacts | undefined;
  parameters(): Promise<Float32Array>;
}

/** As `<figure>-net.json` and `.npz`. */
export function netExports(net: NetSource, activation: ActivationName, figure: string, labels: SharedStrings['netFiles']): FigureExport[] {
  const { facts } = net;
  if (!facts) return [];
  const arrays = async () => netArrays(facts, await net.parameters());
  return [
    { id: 'net-json', label: labels.json, filename: `${figure}-net.json`, blob: async () => new Blob([jsonOf(await arrays(), activation)], { type: 'application/json' }) },
    { id: 'net-npz', label: labels.npz, filename: `${figure}-net.npz`, blob: async () => new Blob([npzOf(await arrays())], { type: 'application/zip' }) },
  ];
}
