import type { Failure } from './protocol.ts';
import type { RaceProgress, RaceSetup } from './race-protocol.ts';
import { pageSurfaces, type SurfaceLine, type SurfaceWorkerReply } from './surface-line.ts';
import { animationFrames, type Frames } from './training-client.ts';
import { pageTraining } from './training-line.ts';

export interface RaceHooks {
  /** At most once per animation frame. */
  progress(progress: RaceProgress): void;
  failed(failure: Failure): void;
  /** The worker is gone, and the race with it; the next begin() starts another. */
  lost(failure: Failure): void;
}

/** The page's side of a race, in the worker of the surfaces. It pulls once per animation frame, and never with more than one pull on its way. */
export class RaceClient {
  #hooks: RaceHooks;
  #line: SurfaceLine;
  #frames: Frames;
  #newRun: () => number;
  #run: number | undefined;
  #frame: number | undefined;
  #awaited = false;
  /** A frame came while an answer was awaited, which may not know of the last command. */
  #owed = false;

  /** All runs of a page have different numbers, races too. */
  constructor(hooks: RaceHooks, line: SurfaceLine = pageSurfaces, frames: Frames = animationFrames, newRun: () => number = () => pageTraining.newRun()) {
    this.#hooks = hooks;
    this.#line = line;
    this.#frames = frames;
    this.#newRun = newRun;
  }

  /** A race from the beginning, not yet started. The one before, if any, is dropped. */
  begin(setup: RaceSetup): void {
    this.dispose();
    const run = this.#newRun();
    this.#run = run;
    this.#line.join(run, { reply: (reply) => this.#reply(reply), lost: (failure) => this.#lost(failure) });
    this.#line.send({ type: 'race', run, setup });
  }

  start(): void {
    if (this.#run === undefined) return;
    this.#line.send({ type: 'race-start', run: this.#run });
    this.#requestFrame();
  }

  /** One more pull tells what was done until then. */
  pause(): void {
    if (this.#run === undefined) return;
    this.#line.send({ type: 'race-pause', run: this.#run });
    this.#requestFrame();
  }

  /** Drops the race; the worker ends, unless others use it. */
  dispose(): void {
    const run = this.#run;
    this.#forget();
    if (run === undefined) return;
    if (this.#line.running) this.#line.send({ type: 'race-drop', run });
    this.#line.leave(run);
  }

  #requestFrame(): void {
    this.#frame ??= this.#frames.request(() => {
      this.#frame = undefined;
      if (this.#run === undefined) return;
      this.#owed = this.#awaited;
      if (this.#awaited) return;
      this.#awaited = true;
      this.#line.send({ type: 'race-pull', run: this.#run, picture: true });
    });
  }

  #reply(reply: SurfaceWorkerReply): void {
    if (reply.type === 'failed') this.#hooks.failed(reply.failure);
    if (reply.type !== 'race-progress') return;
    this.#awaited = false;
    this.#hooks.progress(reply.progress);
    if (reply.progress.running || this.#owed) this.#requestFrame();
  }

  #lost(failure: Failure): void {
    this.#forget();
    this.#hooks.lost(failure);
  }

  #forget(): void {
    if (this.#frame !== undefined) this.#frames.cancel(this.#frame);
    this.#frame = undefined;
    this.#awaited = false;
    this.#owed = false;
    this.#run = undefined;
  }
}
