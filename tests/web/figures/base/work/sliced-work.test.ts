import type { ReactiveController } from 'lit';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SlicedWork, type Work } from '../../../../../web/figures/base/work/sliced-work.ts';

/** A figure whose frames come when the test says so. */
class Host {
  visible = true;
  updateComplete = Promise.resolve(true);
  updates = 0;
  addController(_: ReactiveController): void {}
  removeController(_: ReactiveController): void {}
  requestUpdate(): void {
    this.updates++;
  }
}

let frames: ((now: number) => void)[] = [];
let now = 1000;

function frame(): void {
  const due = frames;
  frames = [];
  for (const each of due) each(now);
}

/** `steps` steps of 5 ms. */
function* counting(steps: number, released?: () => void): Work<string> {
  try {
    for (let step = 0; step < steps; step++) {
      now += 5;
      yield step / steps;
    }
    return `${steps} steps`;
  } finally {
    released?.();
  }
}

beforeEach(() => {
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (callback: (now: number) => void) => frames.push(callback));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
  vi.stubGlobal('performance', { now: () => now });
  // The hand that a test moved has come to rest.
  now += 1000;
});

/** What the page's reader does; heard once and for all, as on a page. */
const hand = new EventTarget();
vi.stubGlobal('addEventListener', hand.addEventListener.bind(hand));

describe('work in slices', () => {
  it('takes as many frames as it needs, and is then kept', () => {
    const host = new Host();
    const work = new SlicedWork<string>(host);
    const make = vi.fn(() => counting(6));
    expect(work.of('a', make)).toBeUndefined();
    frame();
    expect(work.share).toBeGreaterThan(0);
    expect(work.of('a', make)).toBeUndefined();
    for (let i = 0; i < 5; i++) frame();
    expect(work.of('a', make)).toBe('6 steps');
    expect(work.share).toBeUndefined();
    expect(make).toHaveBeenCalledTimes(1);
    expect(frames).toEqual([]);
    expect(host.updates).toBe(2);
  });

  it('tells of its share ten times a second, not at every slice, and at once that it is done', () => {
    const host = new Host();
    const work = new SlicedWork<string>(host);
    work.of('a', () => counting(62));
    // Each of two steps, of 10 ms.
    for (let i = 0; i < 30; i++) frame();
    expect(host.updates).toBe(3);
    for (let i = 0; i < 2; i++) frame();
    expect(work.of('a', () => counting(62))).toBe('62 steps');
    expect(host.updates).toBe(5);
  });

  it('gives what was made last until the new is there, and ends what is in vain', () => {
    const work = new SlicedWork<string>(new Host());
    const released = vi.fn();
    work.of('a', () => counting(1));
    frame();
    work.of('b', () => counting(100, released));
    frame();
    expect(work.of('b', () => counting(100))).toBe('1 steps');
    work.of('c', () => counting(2));
    expect(released).toHaveBeenCalledTimes(1);
    for (let i = 0; i < 3; i++) frame();
    expect(work.of('c', () => counting(2))).toBe('2 steps');
  });

  it('rests while its figure is not seen, and goes on when it is asked for again', () => {
    const host = new Host();
    const work = new SlicedWork<string>(host);
    work.of('a', () => counting(4));
    host.visible = false;
    frame();
    expect(frames).toEqual([]);
    host.visible = true;
    work.of('a', () => counting(4));
    for (let i = 0; i < 4; i++) frame();
    expect(work.of('a', () => counting(4))).toBe('4 steps');
  });

  it('throws what the work threw to whoever asks for it', () => {
    const work = new SlicedWork<string>(new Host());
    // biome-ignore lint/correctness/useYield: it fails before it comes to that.
    const failing = function* (): Work<string> {
      throw new RangeError('too large');
    };
    work.of('a', failing);
    frame();
    expect(() => work.of('a', failing)).toThrow('too large');
    work.of('b', () => counting(1));
    frame();
    expect(work.of('b', () => counting(1))).toBe('1 steps');
  });

  it('leaves the frames to the hand of the reader while it moves, but for four a second', () => {
    const steps = vi.fn();
    const work = new SlicedWork<string>(new Host());
    work.of('a', function* () {
      for (let step = 0; step < 100; step++) {
        steps();
        now += 10;
        yield step / 100;
      }
      return 'done';
    });
    for (let i = 0; i < 60; i++) {
      hand.dispatchEvent(new Event('keydown'));
      now += 16;
      frame();
    }
    expect(steps).toHaveBeenCalledTimes(3);
    now += 100;
    for (let i = 0; i < 5; i++) frame();
    expect(steps).toHaveBeenCalledTimes(8);
  });
});
