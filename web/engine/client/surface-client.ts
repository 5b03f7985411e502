import type { PlaneChoice } from '../api/api-planes.ts';
import type { Failure, Surface, WorkerReply } from '../protocol/protocol.ts';
import type { Frames } from './frames.ts';
import { pageSurfaces, type RunLine } from './run-line.ts';
import type { TrainingClient } from './training-client.ts';
import { Watch } from './watch.ts';

export interface SurfaceHooks {
  surface(surface: Surface): void;
  failed(failure: Failure): void;
  /** The surface worker is gone; the next request starts another. */
  lost(failure: Failure): void;
}

/** The page's side of the loss surface around a run. */
export class SurfaceClient {
  #training: TrainingClient;
  #hooks: SurfaceHooks;
  #line: RunLine;
  #watch: Watch;
  /** The run to which the open request belongs. */
  #asked: number | undefined;
  #joined: number | undefined;

  constructor(training: TrainingClient, hooks: SurfaceHooks, line: RunLine = pageSurfaces, frames?: Frames) {
    this.#training = training;
    this.#hooks = hooks;
    this.#line = line;
    this.#watch = new Watch((seconds) => line.late(seconds), frames);
  }

  /**
   * Asks for the surface around the run as it is now, columns × rows points on the plane through its path unless another is given; `hold`: on the ground that was drawn last while the run is on it. False, and nothing is asked, while an answer is awaited
   * or no run stands: ask again at the next progress.
   */
  request(columns: number, rows: number, plane?: PlaneChoice, hold = false): boolean {
    const run = this.#training.run;
    if (run === undefined || run === this.#asked) return false;
    this.#follow(run);
    this.#asked = run;
    this.#line.connect(this.#training.line);
    this.#watch.begin();
    this.#line.send({ type: 'surface', run, columns, rows, ...(plane && { plane }), ...(hold && { hold }) });
    return true;
  }

  dispose(): void {
    this.#follow(undefined);
  }

  #follow(run: number | undefined): void {
    const before = this.#joined;
    if (run === before) return;
    this.#joined = run;
    this.#answered();
    if (run !== undefined) this.#line.join(run, { reply: (reply) => this.#reply(run, reply), lost: (failure) => this.#lost(failure) });
    if (before !== undefined) this.#line.drop(before);
  }

  #reply(run: number, reply: WorkerReply): void {
    if (run !== this.#asked) return;
    this.#answered();
    if (reply.type === 'surface') this.#hooks.surface(reply.surface);
    else if (reply.type === 'failed') this.#hooks.failed(reply.failure);
  }

  #answered(): void {
    this.#asked = undefined;
    this.#watch.end();
  }

  #lost(failure: Failure): void {
    this.#answered();
    this.#joined = undefined;
    this.#hooks.lost(failure);
  }
}
