import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cameraBetween, Motion } from '../../../../web/figures/valleys/motion.ts';

const host = { addController: () => {}, removeController: () => {}, requestUpdate: () => {}, updateComplete: Promise.resolve(true) };

describe('what moves on the picture', () => {
  let frames: Map<number, FrameRequestCallback>;
  let now = 0;
  beforeEach(() => {
    frames = new Map();
    now = 0;
    let count = 0;
    vi.stubGlobal('performance', { now: () => now });
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => {
      frames.set(++count, callback);
      return count;
    });
    vi.stubGlobal('cancelAnimationFrame', (id: number) => frames.delete(id));
  });
  afterEach(() => vi.unstubAllGlobals());
  const pass = (milliseconds: number) => {
    now += milliseconds;
    const asked = [...frames.values()];
    frames.clear();
    for (const callback of asked) callback(now);
  };

  it('goes from its delay on for its time, is told when it has ended, and then asks for no frame', () => {
    const ended: string[] = [];
    const redraw = vi.fn();
    const motion = new Motion(host, redraw, (name) => ended.push(name));
    motion.begin('walk', 100, 50);
    expect(motion.share('walk')).toBeUndefined();
    pass(100);
    expect(motion.share('walk')).toBe(0.5);
    expect([motion.running, frames.size]).toEqual([true, 1]);
    pass(60);
    expect([motion.share('walk'), motion.running, frames.size]).toEqual([1, false, 0]);
    expect(ended).toEqual(['walk']);
    expect(redraw).toHaveBeenCalledTimes(2);
  });

  it('is at its end at once when it is finished', () => {
    const ended: string[] = [];
    const motion = new Motion(
      host,
      () => {},
      (name) => ended.push(name),
    );
    motion.begin('one', 100);
    motion.begin('other', 1000, 500);
    motion.finish();
    expect([motion.share('other'), motion.running, frames.size]).toEqual([1, false, 0]);
    expect(ended).toEqual(['one', 'other']);
  });
});

it('the eye goes the shorter way round', () => {
  expect(cameraBetween({ turn: 170, tilt: 90 }, { turn: -170, tilt: 40 }, 0.5)).toEqual({ turn: 180, tilt: 65 });
});
