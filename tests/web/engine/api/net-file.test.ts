import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { jsonOf, netArrays, netOfJson, netOfNpz, npzOf } from '../../../../web/engine/api/net-file.ts';
import { npyOfNumbers, npyOfText } from '../../../../web/engine/api/npy.ts';
import { problemOf } from '../problem.ts';

const sizes = { inputSize: 2, hiddenSize: 3, outputSize: 2 };
const parameters = Float32Array.from({ length: 6 + 3 + 6 + 2 }, (_, i) => i + 0.5);
const arrays = netArrays(sizes, parameters);
const notes = { activation: 'tanh', classes: ['setosa', 'versicolor, wild'] } as const;
const saved = { ...sizes, activation: 'tanh', parameters, classes: ['setosa', 'versicolor, wild'] };

describe('a net as a file', () => {
  it('has the four arrays of the parameters, in order', () => {
    expect(arrays.map(({ name, shape }) => [name, shape])).toEqual([
      ['W1', [2, 3]],
      ['b1', [3]],
      ['W2', [3, 2]],
      ['b2', [2]],
    ]);
    expect(arrays.map(({ values }) => values[0])).toEqual([0.5, 6.5, 9.5, 15.5]);
  });

  it('is nested rows in JSON', () => {
    expect(JSON.parse(jsonOf(arrays, notes))).toMatchObject({
      activation: 'tanh',
      classes: ['setosa', 'versicolor, wild'],
      W1: [
        [0.5, 1.5, 2.5],
        [3.5, 4.5, 5.5],
      ],
      b2: [15.5, 16.5],
    });
  });

  it('begins its values at a multiple of 64 bytes in NumPy’s format', () => {
    for (const array of arrays) {
      const bytes = npyOfNumbers(array);
      const start = bytes.length - 4 * array.values.length;
      expect(start % 64).toBe(0);
      const header = new TextDecoder('latin1').decode(bytes.subarray(0, start));
      expect(header.startsWith('\x93NUMPY\x01\x00')).toBe(true);
      expect(header.endsWith('\n')).toBe(true);
      expect(new DataView(bytes.buffer).getUint16(8, true)).toBe(start - 10);
      expect(new DataView(bytes.buffer).getFloat32(start, true)).toBe(array.values[0]);
    }
    expect(new TextDecoder('latin1').decode(npyOfNumbers(arrays[1] as never))).toContain("'shape': (3,)");
  });

  it('packs one .npy for each array, beside its activation and its classes', () => {
    expect(Object.keys(unzipSync(npzOf(arrays, notes)))).toEqual(['W1.npy', 'b1.npy', 'W2.npy', 'b2.npy', 'activation.npy', 'classes.npy']);
  });

  it('is read back as it was written, from both forms', () => {
    expect(netOfJson(jsonOf(arrays, notes), 'net.json')).toEqual(saved);
    expect(netOfNpz(npzOf(arrays, notes), 'net.npz')).toEqual(saved);
  });

  it('is read as NumPy saves it: in float64, column by column, without a word on its activation', () => {
    const columnMajor = (rows: number, columns: number, values: Float32Array) => {
      const text = `{'descr': '<f8', 'fortran_order': True, 'shape': (${rows}, ${columns}), }`;
      const bytes = new Uint8Array(128 + 8 * values.length);
      bytes.set([0x93, ...new TextEncoder().encode('NUMPY'), 1, 0, 118, 0]);
      bytes.set(new TextEncoder().encode(`${text.padEnd(117)}\n`), 10);
      const view = new DataView(bytes.buffer);
      values.forEach((value, i) => {
        view.setFloat64(128 + 8 * ((i % columns) * rows + Math.floor(i / columns)), value, true);
      });
      return bytes;
    };
    const [W1, b1, W2, b2] = arrays as [(typeof arrays)[0], (typeof arrays)[0], (typeof arrays)[0], (typeof arrays)[0]];
    const files = { 'W1.npy': columnMajor(2, 3, W1.values), 'b1.npy': npyOfNumbers(b1), 'W2.npy': columnMajor(3, 2, W2.values), 'b2.npy': npyOfNumbers(b2) };
    expect(netOfNpz(zipSync(files, { level: 0 }), 'net.npz')).toEqual({ ...sizes, activation: undefined, parameters });
    expect(netOfNpz(zipSync(files, { level: 0 }), 'net.npz', 'relu')).toEqual({ ...sizes, activation: 'relu', parameters });
  });

  it('is read as Save wrote it at first: JSON without classes, npz of the four arrays alone', () => {
    const json = JSON.stringify({ activation: 'tanh', output: 'softmax', ...JSON.parse(jsonOf(arrays, { activation: 'tanh' })) });
    expect(netOfJson(json, 'training-net.json')).toEqual({ ...sizes, activation: 'tanh', parameters });
    const npz = zipSync(Object.fromEntries(arrays.map((array) => [`${array.name}.npy`, npyOfNumbers(array)])));
    expect(netOfNpz(npz, 'training-net.npz')).toEqual({ ...sizes, activation: undefined, parameters });
  });

  it('may name its activation and its output in other letters', () => {
    const renamed = (activation: string) => JSON.stringify({ ...JSON.parse(jsonOf(arrays, notes)), activation, output: 'Softmax' });
    expect(['ReLU', 'Tanh', 'SIGMOID'].map((name) => netOfJson(renamed(name), 'net.json').activation)).toEqual(['relu', 'tanh', 'sigmoid']);
    expect(netOfNpz(zipSync({ ...unzipSync(npzOf(arrays, notes)), 'activation.npy': npyOfText('ReLU') }), 'net.npz').activation).toBe('relu');
  });

  it('is not made of numbers that are none', () => {
    const broken = Float32Array.from(parameters);
    broken[7] = Number.NaN;
    expect(() => netArrays(sizes, broken)).toThrow('b1[1] is NaN; allowed is a finite number');
  });
});

describe('a file that is no net is refused with what is wrong:', () => {
  const json = (changes: object) => JSON.stringify({ ...JSON.parse(jsonOf(arrays, notes)), ...changes });
  it.each([
    ['', { code: 'damaged net' }],
    ['[1, 2]', { code: 'damaged net' }],
    ['{"a": 1}', { code: 'array missing', array: 'W1' }],
    [json({ b1: undefined }), { code: 'array missing', array: 'b1' }],
    [json({ b1: [1, 2] }), { code: 'array shape', array: 'b1', expected: '(3)', found: '(2)' }],
    [json({ W1: [] }), { code: 'array shape', array: 'W1' }],
    [json({ W1: [[1, 2], [3]] }), { code: 'array shape', array: 'W1' }],
    [json({ W2: [1, 2, 3] }), { code: 'array shape', array: 'W2' }],
    [json({ b2: ['1', 2] }), { code: 'array value', array: 'b2' }],
    [json({ b2: [1e39, 2] }), { code: 'array value', array: 'b2' }],
    [json({ b2: [null, 2] }), { code: 'array value', array: 'b2' }],
    [json({ activation: 'softplus' }), { code: 'activation', found: 'softplus' }],
    [json({ activation: { length: 1e9 } }), { code: 'activation' }],
    [json({ activation: undefined }), { code: 'no activation' }],
    [json({ activation: undefined, activaton: 'tanh' }), { code: 'no activation' }],
    [json({ activation: null }), { code: 'activation', found: 'null' }],
    [json({ activation: ' tanh' }), { code: 'activation', found: ' tanh' }],
    [json({ output: 'linear' }), { code: 'output', found: 'linear' }],
    [json({ output: null }), { code: 'output', found: 'null' }],
    [json({ classes: ['setosa'] }), { code: 'class names', expected: 2, found: '["setosa"]' }],
    [json({ classes: [1, 2] }), { code: 'class names', expected: 2 }],
    [json({ pixelScale: '255' }), { code: 'pixel scale', found: '255' }],
    [json({ pixelScale: 0.5 }), { code: 'pixel scale', found: '0.5' }],
  ])('JSON %#', (text, problem) => expect(problemOf(() => netOfJson(text, 'net.json'))).toMatchObject({ file: 'net.json', ...problem }));

  const packed = (changes: Record<string, Uint8Array>) => zipSync({ ...unzipSync(npzOf(arrays, notes)), ...changes });
  const without = (name: string) => zipSync(Object.fromEntries(Object.entries(unzipSync(npzOf(arrays, notes))).filter(([each]) => each !== name)));
  it.each([
    [new Uint8Array(3), { code: 'damaged net' }],
    [new Uint8Array(70_000), { code: 'damaged net' }],
    [zipSync({ 'other.npy': npyOfText('x') }), { code: 'array missing', array: 'W1' }],
    [packed({ 'b1.npy': npyOfText(['a', 'b', 'c']) }), { code: 'array type', array: 'b1', found: '<U1' }],
    [packed({ 'b1.npy': npyOfNumbers({ shape: [2], values: new Float32Array(2) }) }), { code: 'array shape', array: 'b1' }],
    [packed({ 'b1.npy': npyOfNumbers({ shape: [1e9, 1e9], values: new Float32Array(2) }) }), { code: 'damaged net' }],
    [packed({ 'b1.npy': npyOfNumbers({ shape: [3], values: Float32Array.of(1, Number.NaN, 2) }) }), { code: 'array value', array: 'b1' }],
    [packed({ 'b1.npy': new Uint8Array(5) }), { code: 'damaged net' }],
    // What it says of its activation and cannot be read is not the default.
    [packed({ 'activation.npy': npyOfNumbers({ shape: [1], values: Float32Array.of(1) }) }), { code: 'activation', found: '<f4' }],
    [packed({ 'activation.npy': npyOfText(['relu', 'tanh']) }), { code: 'activation', found: 'relu, tanh' }],
    [without('activation.npy'), { code: 'no activation' }],
    [packed({ 'output.npy': npyOfText('linear') }), { code: 'output', found: 'linear' }],
    [packed({ 'classes.npy': npyOfText(['a', 'b', 'c']) }), { code: 'class names', expected: 2, found: '["a","b","c"]' }],
    [packed({ 'classes.npy': npyOfNumbers({ shape: [2], values: Float32Array.of(1, 2) }) }), { code: 'class names', found: '<f4' }],
    [packed({ 'pixel_scale.npy': npyOfNumbers({ shape: [1], values: Float32Array.of(-1) }) }), { code: 'pixel scale', found: '-1' }],
    [packed({ 'pixel_scale.npy': npyOfText('255') }), { code: 'pixel scale', found: '<U3' }],
    [zipSync(Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`${i}.npy`, new Uint8Array(1)]))), { code: 'damaged net' }],
  ])('npz %#', (bytes, problem) => expect(problemOf(() => netOfNpz(bytes, 'net.npz'))).toMatchObject({ file: 'net.npz', ...problem }));

  it('an npz in which a byte of a weight has changed', () => {
    const bytes = zipSync(unzipSync(npzOf(arrays, notes)), { level: 0 });
    const at = bytes.findIndex((_, i) => new DataView(bytes.buffer).getFloat32(Math.min(i, bytes.length - 4), true) === 4.5);
    bytes[at] = (bytes[at] as number) ^ 1;
    expect(problemOf(() => netOfNpz(bytes, 'net.npz'))).toEqual({ code: 'damaged net', file: 'net.npz' });
  });

  it.each([
    ['activatiom.npy', 'of which its directory has another name than the entry'],
    ['W1.npy', 'in which two entries have one name'],
  ])('an npz with %s, %s', (name) => {
    const bytes = npzOf(arrays, { activation: 'tanh' });
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
    if (name === 'W1.npy') {
      for (let at = text.indexOf('W2.npy'); at >= 0; at = text.indexOf('W2.npy', at + 1)) bytes.set(new TextEncoder().encode(name), at);
    } else {
      bytes.set(new TextEncoder().encode(name), text.lastIndexOf('activation.npy'));
    }
    expect(problemOf(() => netOfNpz(bytes, 'net.npz'))).toEqual({ code: 'damaged net', file: 'net.npz' });
  });

  it('an npz whose directory says that little comes out of much', () => {
    const bytes = npzOf(arrays, notes);
    // The size of W1 in the first entry of the directory.
    const directory = bytes.findIndex((_, i) => bytes[i] === 0x50 && bytes[i + 1] === 0x4b && bytes[i + 2] === 1 && bytes[i + 3] === 2);
    new DataView(bytes.buffer).setUint32(directory + 24, 0xfffffff0, true);
    expect(problemOf(() => netOfNpz(bytes, 'net.npz'))).toEqual({ code: 'damaged net', file: 'net.npz' });
  });
});
