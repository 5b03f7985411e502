import { expect, it } from 'vitest';
import { withPart } from '../../.scripts/readme.mjs';

it('a generated part of the README takes the place of the one before, and of nothing else', () => {
  const once = withPart('before\n<!-- sizes -->\nold\n<!-- /sizes -->\nafter\n', 'sizes', 'new');
  expect(once).toBe('before\n<!-- sizes -->\n\nnew\n\n<!-- /sizes -->\nafter\n');
  expect(withPart(once, 'sizes', 'new')).toBe(once);
});

it('a part that has no place in the README is refused by name', () => {
  expect(() => withPart('text', 'sizes', 'new')).toThrow(/no place for sizes/);
});
