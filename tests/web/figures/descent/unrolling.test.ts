import type { ReactiveController } from 'lit';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Unrolling } from '../../../../web/figures/descent/unrolling.ts';

const host = { addController: (_: ReactiveController) => {}, removeController: () => {}, requestUpdate: () => {}, updateComplete: Promise.resolve(true) };

/** Sixty frames a second, which Node does not have. */
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('requestAnimationFrame', (next: (now: number) => void) => setTimeout(() => next(performance.now()), 1000 / 60));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('the first walk is seen from its start to its end within 1.5 seconds', () => {
  const drawn: number[] = [];
  const unrolling: Unrolling = new Unrolling(host, () => drawn.push(unrolling.stepOf(20)));
  unrolling.meet('bowl', false);
  expect(unrolling.stepOf(20)).toBe(0);
  vi.advanceTimersByTime(1500);
  expect(drawn.at(-1)).toBe(20);
  expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
  expect(new Set(drawn).size).toBeGreaterThan(15);
  expect(unrolling.running).toBe(false);
});

it('another one is whole while the hand moves, and is played once that rests', () => {
  const unrolling = new Unrolling(host, () => {});
  unrolling.meet('0', false);
  vi.advanceTimersByTime(2000);
  for (let move = 1; move < 10; move++) {
    unrolling.meet(String(move), false);
    vi.advanceTimersByTime(50);
    expect(unrolling.stepOf(20)).toBe(20);
  }
  vi.advanceTimersByTime(300);
  expect(unrolling.stepOf(20)).toBeLessThan(20);
  vi.advanceTimersByTime(1500);
  expect(unrolling.stepOf(20)).toBe(20);
});

it('with reduced motion it is at its end at once, and stays there', () => {
  const unrolling = new Unrolling(host, () => {});
  unrolling.meet('bowl', true);
  unrolling.meet('valley', true);
  vi.advanceTimersByTime(400);
  expect(unrolling.stepOf(20)).toBe(20);
});
