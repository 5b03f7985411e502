import type { ReactiveControllerHost } from 'lit';
import type { Point } from '../base/state/reading.ts';
import { FrameLoop } from '../base/work/frame-loop.ts';

const pointsPerSecond = 160;

/** How far each dropped point has flowed. Those that the reader has just dropped flow on; the others are at their end. */
export class Flows {
  #loop: FrameLoop;
  /** Points of the line passed, by place. */
  #passed = new Map<string, number>();

  constructor(host: ReactiveControllerHost, redraw: () => void) {
    this.#loop = new FrameLoop(host, (milliseconds) => {
      for (const [place, passed] of this.#passed) this.#passed.set(place, passed + (milliseconds / 1000) * pointsPerSecond);
      redraw();
    });
  }

  drop(at: Point): void {
    this.#passed.set(String(at), 0);
    this.#loop.start();
  }

  /** Of the `points` of a line, those that are passed; once it has passed all, the point rests. */
  shown(from: Point, points: number): number {
    const passed = this.#passed.get(String(from));
    if (passed === undefined) return points;
    if (passed < points) return Math.max(1, Math.floor(passed));
    this.#rest(String(from));
    return points;
  }

  /** All at their end. */
  finish(): void {
    this.#passed.clear();
    this.#loop.stop();
  }

  #rest(place: string): void {
    this.#passed.delete(place);
    if (this.#passed.size === 0) this.#loop.stop();
  }
}
