import { expect, it } from 'vitest';
import { remAsPixels } from '../../../../../web/figures/base/surroundings/text-size.ts';

it('a rem of a figure on another page is the reader’s own text size, wherever it stands', () => {
  expect(remAsPixels('figure { margin: -0.6rem 1rem; inline-size: min(42rem, 100vw - .5rem) }', 16)).toBe('figure { margin: -9.6px 16px; inline-size: min(672px, 100vw - 8px) }');
  expect(remAsPixels('@container (min-width: 46rem) { .a1rem { gap: 1em } }', 20)).toBe('@container (min-width: 920px) { .a1rem { gap: 1em } }');
});
