import { describe, expect, it } from 'vitest';
import type { LaneProgress, RaceProgress } from '../../../../web/engine/protocol/race-types.ts';
import { answerOf, durationOf } from '../../../../web/figures/race/lanes.ts';
import { measureOf } from '../../../../web/figures/race/measure.ts';
import { guessTask } from '../../../../web/figures/race/tasks.ts';
import { race } from '../../../../web/i18n/race.ts';

const parameterCount = 39_760;
const day = 86_400;

function lane(milliseconds: number, gradients: number, parameters: number): LaneProgress {
  return { milliseconds, gradients, parameters, rate: (gradients + parameters / parameterCount) / (milliseconds / 1000) };
}

/** As on a shared core: 1.8 ms a parameter by the naive way. */
function progressed(naiveMilliseconds: number, parameters = Math.round(naiveMilliseconds / 1.8)): RaceProgress {
  return {
    parameterCount,
    playing: true,
    lanes: { naive: lane(naiveMilliseconds, 0, parameters), incremental: lane(1000, 90, 0), backprop: lane(1000, 800, 0) },
  };
}

const measured = measureOf(progressed(1000));
const task = guessTask({ text: (seconds) => durationOf(race.en, seconds), ready: () => true, start: () => undefined, measured: () => measured });
const judged = (guess: number, peeked = false) => task.judge(measured ? [{ guess, peeked, ...measured }] : []);

describe('what the naive way takes', () => {
  it('is known once the race has run for 3 s and it has done 20 parameters', () => {
    expect(measureOf(undefined)).toBeUndefined();
    expect(measureOf(progressed(900))).toBeUndefined();
    expect(measureOf(progressed(2000, 19))).toBeUndefined();
    expect(measured?.gradient).toBeCloseTo(71.6, 0);
    expect((measured?.training ?? 0) / day).toBeCloseTo(8.3, 1);
  });
});

describe('a guess', () => {
  it('is none with the table open, which is said at once', () => {
    expect(judged(8 * day, true)).toEqual({ kind: 'near', hint: 'peeked', atOnce: true });
  });

  it('is found within a factor of 2, to either side', () => {
    expect(judged(8 * day)).toEqual({ kind: 'found', numbers: ['8 days', '8.3 days', '72 s'] });
    for (const guess of [4.2 * day, 16.4 * day]) expect(judged(guess)).toMatchObject({ kind: 'found' });
  });

  it('is not found beyond that, and one is told what a single gradient takes', () => {
    for (const guess of [3600, 4 * day, 17 * day]) expect(judged(guess)).toEqual({ kind: 'near', hint: 'multiply', numbers: ['72 s'] });
  });
});

it('the answer keeps what the training takes to itself until it is guessed', () => {
  expect(answerOf(race.en, progressed(1000), 3600)).toBe('Here, one gradient takes the naive way 72 s, backpropagation 1.3 ms.');
  expect(answerOf(race.en, progressed(1000), 8 * day)).toBe('10,000 naive gradients: 8.3 days. You guessed 8 days.');
  expect(answerOf(race.en, undefined, 8 * day)).toBe('Guess, then start.');
});

it('a time is told in the unit that suits it, up to years', () => {
  expect([0.0012, 72, 3600, day, 10 * 365.25 * day].map((seconds) => durationOf(race.en, seconds))).toEqual(['1.2 ms', '72 s', '60 min', '24 hours', '10 years']);
});
