import { expect, it } from 'vitest';
import { GrowingFloats } from '../../../../web/engine/client/growing-floats.ts';

it('numbers that are appended come out again, and fewer after a truncation', () => {
  const floats = new GrowingFloats();
  for (let k = 0; k < 100; k++) floats.append(Float32Array.from({ length: 37 }, (_, i) => 37 * k + i));
  expect(floats.view()).toEqual(Float32Array.from({ length: 3700 }, (_, i) => i));
  floats.truncate(2);
  floats.append(Float32Array.of(9));
  expect(floats.view()).toEqual(Float32Array.of(0, 1, 9));
});
