import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { jsonOf, netArrays, npyOf, npzOf } from '../../../../web/figures/shared/net-export.ts';

const sizes = { inputSize: 2, hiddenSize: 3, classes: 2 };
const parameters = Float32Array.from({ length: 6 + 3 + 6 + 2 }, (_, i) => i + 0.5);

describe('a net as a file', () => {
  it('has the four arrays of the parameters, in order', () => {
    const arrays = netArrays(sizes, parameters);
    expect(arrays.map(({ name, shape }) => [name, shape])).toEqual([
      ['W1', [2, 3]],
      ['b1', [3]],
      ['W2', [3, 2]],
      ['b2', [2]],
    ]);
    expect(arrays.map(({ values }) => values[0])).toEqual([0.5, 6.5, 9.5, 15.5]);
  });

  it('is nested rows in JSON', () => {
    expect(JSON.parse(jsonOf(netArrays(sizes, parameters), 'tanh'))).toMatchObject({
      activation: 'tanh',
      W1: [
        [0.5, 1.5, 2.5],
        [3.5, 4.5, 5.5],
      ],
      b2: [15.5, 16.5],
    });
  });

  it('begins its values at a multiple of 64 bytes in NumPy’s format', () => {
    for (const array of netArrays(sizes, parameters)) {
      const bytes = npyOf(array);
      const start = bytes.length - 4 * array.values.length;
      expect(start % 64).toBe(0);
      const header = new TextDecoder('latin1').decode(bytes.subarray(0, start));
      expect(header.startsWith('\x93NUMPY\x01\x00')).toBe(true);
      expect(header.endsWith('\n')).toBe(true);
      expect(new DataView(bytes.buffer).getUint16(8, true)).toBe(start - 10);
      expect(new DataView(bytes.buffer).getFloat32(start, true)).toBe(array.values[0]);
    }
    expect(new TextDecoder('latin1').decode(npyOf(netArrays(sizes, parameters)[1] as never))).toContain("'shape': (3,)");
  });

  it('packs one .npy for each array', () => {
    expect(Object.keys(unzipSync(npzOf(netArrays(sizes, parameters))))).toEqual(['W1.npy', 'b1.npy', 'W2.npy', 'b2.npy']);
  });
});
