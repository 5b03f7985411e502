import type { PlaneChoice } from '../../engine/api/api.ts';
import { SurfaceClient } from '../../engine/client/surface-client.ts';
import type { TrainingClient } from '../../engine/client/training-client.ts';
import type { Failure, Progress, Surface } from '../../engine/protocol/protocol.ts';
import { Throttle } from '../learning/throttle.ts';

const points = 31;
const interval = 150; // ms

export interface SurfaceFeedHooks {
  surface(): void;
  failed(failure: Failure): void;
}

/** The loss around the run: asked for a few times a second while the run goes on, and once more when it rests or another plane is chosen. */
export class SurfaceFeed {
  /** The last that came; it stays until there is a newer one. */
  surface: Surface | undefined;
  /** The plane on which it is drawn. */
  shownPlane: PlaneChoice = { kind: 'path' };

  #training: TrainingClient;
  #surfaces: SurfaceClient;
  #plane: PlaneChoice = this.shownPlane;
  #askedPlane: PlaneChoice | undefined;
  #throttle = new Throttle(interval);
  #iteration = -1;
  #progress: Progress | undefined;
  /** Workers that have died since the last surface. */
  #losses = 0;

  constructor(training: TrainingClient, { surface: came, failed }: SurfaceFeedHooks) {
    this.#training = training;
    this.#surfaces = new SurfaceClient(training, {
      surface: (surface) => {
        this.#take(surface);
        came();
      },
      failed,
      lost: (failure) => this.#lost(failure, failed),
    });
  }

  /** True if it is another plane than before. */
  choose(plane: PlaneChoice): boolean {
    if (JSON.stringify(plane) === JSON.stringify(this.#plane)) return false;
    this.#plane = plane;
    this.#losses = 0;
    this.#training.refresh();
    return true;
  }

  /** Another run: what is shown is of the one before. */
  restart(): void {
    this.#iteration = -1;
    this.#askedPlane = undefined;
    this.#progress = undefined;
    this.#losses = 0;
  }

  follow(progress: Progress, now: number): void {
    this.#progress = progress;
    if (this.#isOld(progress) && this.#throttle.due(rests(progress), now)) this.#ask(now);
  }

  dispose(): void {
    this.#surfaces.dispose();
  }

  #isOld({ iteration }: Progress): boolean {
    return iteration !== this.#iteration || this.#plane !== this.#askedPlane;
  }

  /** Another worker may do better, once: after the second the reader is told, and another plane or another run begins anew. */
  #lost(failure: Failure, failed: (failure: Failure) => void): void {
    this.#losses++;
    if (this.#givenUp) failed(failure);
    else this.#ask(performance.now());
  }

  get #givenUp(): boolean {
    return this.#losses > 1;
  }

  #ask(now: number): void {
    if (this.#givenUp || !this.#surfaces.request(points, points, this.#plane, true)) return;
    this.#throttle.happened(now);
    this.#askedPlane = this.#plane;
  }

  #take(surface: Surface): void {
    this.surface = surface;
    this.#losses = 0;
    this.shownPlane = this.#askedPlane ?? this.#plane;
    this.#iteration = surface.iteration;
    const progress = this.#progress;
    if (progress && rests(progress) && this.#isOld(progress)) this.#ask(performance.now());
  }
}

const rests = ({ playing, busy }: Progress): boolean => !playing && !busy;
