import { expect, it } from 'vitest';
import { plural } from '../../../web/i18n/plural.ts';

it.each([
  [0, 'step', '0 steps'],
  [1, 'step', '1 step'],
  [1000, 'step', '1,000 steps'],
  ['1', 'iteration', '1 iteration'],
  ['10,000', 'iteration', '10,000 iterations'],
])('%s %s is written %s', (count, word, text) => expect(plural(count, word)).toBe(text));

it('a word with a plural of its own has it', () =>
  expect([plural(1, 'mini-batch', 'mini-batches'), plural(2, 'mini-batch', 'mini-batches')]).toEqual(['1 mini-batch', '2 mini-batches']));
