import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesUnder } from '../../../.scripts/files.mjs';
import { inRepository } from '../../../.scripts/root.mjs';

/** Where the page stands is kept by it while the language changes; a frame tells its own height. */
const other = ['web/draw/place.ts', 'web/page/switches.ts', 'web/embed/height.ts'];

it('placeIn alone turns an event into a place: in a scaled page, whatever else does it is wrong', () => {
  const sources = filesUnder('web').filter((file) => file.endsWith('.ts') && !other.includes(file));
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.filter((file) => /\b(offset|layer|page)[XY]\b|getBoundingClientRect/.test(readFileSync(inRepository(file), 'utf8')))).toEqual([]);
});
