import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { generatedParts, withPart } from '../../.scripts/readme.mjs';

const root = join(import.meta.dirname, '../..');

it('a generated part of the README takes the place of the one before, and of nothing else', () => {
  const once = withPart('before\n<!-- sizes -->\nold\n<!-- /sizes -->\nafter\n', 'sizes', 'new');
  expect(once).toBe('before\n<!-- sizes -->\n\nnew\n\n<!-- /sizes -->\nafter\n');
  expect(withPart(once, 'sizes', 'new')).toBe(once);
});

it('a part that has no place in the README is refused by name', () => {
  expect(() => withPart('text', 'sizes', 'new')).toThrow(/no place for sizes/);
});

it.each(Object.entries(generatedParts))('%s has its place in %s', (name, file) => {
  expect(withPart(readFileSync(join(root, file), 'utf8'), name, 'new')).toContain(`<!-- ${name} -->\n\nnew\n\n<!-- /${name} -->`);
});

it('the README at the top is short', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThan(130);
});
