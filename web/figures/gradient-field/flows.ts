import type { ReactiveControllerHost } from 'lit';
import type { Point } from '../base/state/reading.ts';
import { FrameLoop } from '../base/work/frame-loop.ts';

const pointsPerSecond = 160;

export interface FlowsOptions {
  /** Of the line from a place; undefined where there is none (any more). */
  readonly points: (place: string) => number | undefined;
  readonly redraw: () => void;
  /** All have come to rest. */
  readonly arrived: () => void;
}

/** How far each dropped point has flowed. Those that the reader has just dropped flow on; the others are at their end. */
export class Flows {
  #options: FlowsOptions;
  #loop: FrameLoop;
  /** Points of the line passed, by place. */
  #passed = new Map<string, number>();

  constructor(host: ReactiveControllerHost, options: FlowsOptions) {
    this.#options = options;
    this.#loop = new FrameLoop(host, (milliseconds) => this.#flow((milliseconds / 1000) * pointsPerSecond));
  }

  get running(): boolean {
    return this.#loop.running;
  }

  drop(at: Point): void {
    this.#passed.set(String(at), 0);
    this.#loop.start();
  }

  /** How many of a line's `points` are passed. */
  shown(from: Point, points: number): number {
    return Math.min(points, Math.max(1, Math.floor(this.#passed.get(String(from)) ?? points)));
  }

  /** All at their end. */
  finish(): void {
    this.#passed.clear();
    this.#loop.stop();
  }

  #flow(by: number): void {
    for (const [place, passed] of this.#passed) {
      if (passed + by < (this.#options.points(place) ?? 0)) this.#passed.set(place, passed + by);
      else this.#passed.delete(place);
    }
    const over = this.#passed.size === 0;
    if (over) this.#loop.stop();
    this.#options.redraw();
    if (over) this.#options.arrived();
  }
}
