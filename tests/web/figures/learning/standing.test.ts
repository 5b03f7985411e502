import { expect, it } from 'vitest';
import type { Standing } from '../../../../web/figures/learning/learning-run.ts';
import { standingLine, troubles } from '../../../../web/figures/learning/standing.ts';
import { learning } from '../../../../web/i18n/learning.ts';
import { progressOf } from '../../engine/progress.ts';

const words = { making: 'making', ready: 'ready', learning: 'learning', paused: 'paused' };
const failure = { name: 'Error', message: 'no memory' };

it.each<[string, Standing, { playing: boolean; begun: boolean }]>([
  ['making', { kind: 'waiting' }, { playing: false, begun: false }],
  ['making', { kind: 'making' }, { playing: true, begun: true }],
  ['ready', { kind: 'ready' }, { playing: false, begun: false }],
  ['learning', { kind: 'ready' }, { playing: true, begun: false }],
  ['paused', { kind: 'ready' }, { playing: false, begun: true }],
  ['', { kind: 'lost', failure, checkpoint: undefined }, { playing: true, begun: true }],
])('says “%s” of a run that stands so: %j, %j', (line, standing, how) => {
  expect(standingLine({ standing, ...how }, words)).toBe(line);
});

it('tells where a run diverged, and what could not be done', () => {
  expect(troubles(learning.en, { progress: progressOf(0, [1]), failure: undefined })).toEqual([]);
  const [diverged, failed] = troubles(learning.en, { progress: progressOf(0, [1], { divergedAt: 2 }), failure });
  expect(diverged).toContain('diverged at iteration 2');
  expect(failed).toBe('That could not be done: no memory.');
});
