import type { ReactiveControllerHost } from 'lit';
import type { Camera } from '../../draw/relief-projection.ts';
import { FrameLoop } from '../base/work/frame-loop.ts';

interface Run {
  readonly delay: number;
  readonly length: number;
  /** Milliseconds since it was begun. */
  passed: number;
}

/** What moves on the picture, each thing for a time and by a name. Where nothing moves, no frame is asked for. */
export class Motion {
  #runs = new Map<string, Run>();
  #loop: FrameLoop;
  #ended: (name: string) => void;

  /** `ended` hears of each that has come to its end. */
  constructor(host: ReactiveControllerHost, redraw: () => void, ended: (name: string) => void = () => {}) {
    this.#ended = ended;
    this.#loop = new FrameLoop(host, (milliseconds) => {
      const over: string[] = [];
      for (const [name, run] of this.#runs) {
        run.passed += milliseconds;
        if (run.passed >= run.delay + run.length) over.push(name);
      }
      for (const name of over) this.#runs.delete(name);
      if (this.#runs.size === 0) this.#loop.stop();
      redraw();
      for (const name of over) this.#ended(name);
    });
  }

  get running(): boolean {
    return this.#runs.size > 0;
  }

  begin(name: string, length: number, delay = 0): void {
    this.#runs.set(name, { delay, length, passed: 0 });
    this.#loop.start();
  }

  isRunning(name: string): boolean {
    return this.#runs.has(name);
  }

  /** 0 … 1; 1 for what does not move, undefined for what has not begun. */
  share(name: string): number | undefined {
    const run = this.#runs.get(name);
    if (!run) return 1;
    return run.passed < run.delay ? undefined : (run.passed - run.delay) / run.length;
  }

  /** When all of it has come to its end. */
  get over(): Promise<void> {
    return this.#loop.stopped;
  }

  /** All of it is at its end. */
  finish(): void {
    const names = [...this.#runs.keys()];
    this.#runs.clear();
    this.#loop.stop();
    for (const name of names) this.#ended(name);
  }
}

export const eased = (share: number) => share * share * (3 - 2 * share);

/** On the shorter way round. */
export function cameraBetween(from: Camera, to: Camera, share: number): Camera {
  const round = to.turn - from.turn;
  const turn = round - 360 * Math.round(round / 360);
  return { turn: from.turn + share * turn, tilt: from.tilt + share * (to.tilt - from.tilt) };
}
