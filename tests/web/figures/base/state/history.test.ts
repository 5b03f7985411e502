import { expect, test } from 'vitest';
import { History } from '../../../../../web/figures/base/state/history.ts';

test('each state in which a figure rested is taken back, the last first, and the first stays', () => {
  const history = new History({});
  history.rested({ start: '1,2' });
  history.rested({ start: '1,2', rate: '0.5' });
  expect(history.undo({ start: '1,2', rate: '0.5' })).toEqual({ start: '1,2' });
  expect(history.undo({ start: '1,2' })).toEqual({});
  expect(history.canUndo({})).toBe(false);
  expect(history.undo({})).toBeUndefined();
});

test('what has not come to rest goes back to where it began, whatever it passed', () => {
  const history = new History({ start: '1,2' });
  expect(history.canUndo({ start: '3,4' })).toBe(true);
  expect(history.undo({ start: '3,4' })).toEqual({ start: '1,2' });
  expect(history.canUndo({ start: '1,2' })).toBe(false);
});

test('resting twice in one state is one step', () => {
  const history = new History({});
  for (let times = 0; times < 3; times++) history.rested({ h: '0.1' });
  expect(history.undo({ h: '0.1' })).toEqual({});
  expect(history.canUndo({})).toBe(false);
});

test('a hundred states are kept', () => {
  const history = new History({});
  for (let step = 1; step <= 150; step++) history.rested({ step: String(step) });
  let undone = 0;
  for (let now: Readonly<Record<string, string>> | undefined = { step: '150' }; now; undone++) now = history.undo(now);
  expect(undone - 1).toBe(100);
});
