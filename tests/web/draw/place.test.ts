import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { filesUnder } from '../../../.scripts/files.mjs';
import { inRepository } from '../../../.scripts/root.mjs';

it('placeIn alone turns an event into a place: in a scaled page, whatever else does it is wrong', () => {
  const sources = filesUnder('web').filter((file) => file.endsWith('.ts') && file !== 'web/draw/place.ts');
  expect(sources.length).toBeGreaterThan(200);
  expect(sources.filter((file) => turnsEvents(file, readFileSync(inRepository(file), 'utf8')))).toEqual([]);
});

it('what is measured by the page itself is no such place, unless it is taken from that of an event', () => {
  const box = 'const { top } = element.getBoundingClientRect();';
  expect(turnsEvents('web/page/fit.ts', box)).toBe(false);
  expect(turnsEvents('web/page/pen.ts', `${box} const y = event.clientY - top;`)).toBe(true);
  expect(turnsEvents('web/page/pen.ts', 'const y = event.offsetY;')).toBe(true);
  expect(turnsEvents('web/figures/loss/drag.ts', box)).toBe(true);
});

/** In a figure, which hears of events in many files, a box is that of `seenBox`. The page around measures boxes, and may where it hears of no event's place. */
function turnsEvents(file: string, source: string): boolean {
  if (/\b(offset|layer|page)[XY]\b/.test(source)) return true;
  return /getBoundingClientRect/.test(source) && (/^web\/(draw|figures)\//.test(file) || /\bclient[XY]\b/.test(source));
}
