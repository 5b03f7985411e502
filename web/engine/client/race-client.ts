import type { Failure } from '../protocol/protocol.ts';
import type { RaceProgress, RaceSave, RaceSetup, SurfaceWorkerReply } from '../protocol/race-protocol.ts';
import type { Frames } from './frames.ts';
import { Pulls } from './pulls.ts';
import { pageSurfaces, type SurfaceLine } from './surface-line.ts';
import { pageTraining } from './training-line.ts';

export interface RaceHooks {
  /** At most once per animation frame. */
  progress(progress: RaceProgress): void;
  failed(failure: Failure): void;
  /** The worker is gone. start() goes on in another, from what was saved last. */
  lost(failure: Failure): void;
}

/**
 * The page's side of a race, in the worker of the surfaces. While it is not `visible` the race rests, and leaves the worker; when it is visible
 * again it goes on from where it was.
 */
export class RaceClient {
  #hooks: RaceHooks;
  #line: SurfaceLine;
  #pulls: Pulls;
  #newRun: () => number;

  #setup: RaceSetup | undefined;
  #save: RaceSave | undefined;
  /** By which the worker knows the race; undefined while it is in none. */
  #run: number | undefined;
  #going = false;
  #visible = true;

  /** All runs of a page have different numbers, races too. */
  constructor(hooks: RaceHooks, line: SurfaceLine = pageSurfaces, frames?: Frames, newRun: () => number = () => pageTraining.newRun()) {
    this.#hooks = hooks;
    this.#line = line;
    this.#newRun = newRun;
    this.#pulls = new Pulls({ pull: (save) => this.#pull(save), late: (seconds) => line.late(seconds) }, frames);
  }

  /** There is a race, in a worker or out of it. */
  get begun(): boolean {
    return this.#setup !== undefined;
  }

  /** The reader has it run, though it rests while it is not visible. */
  get going(): boolean {
    return this.#going;
  }

  set visible(visible: boolean) {
    if (visible === this.#visible) return;
    this.#visible = visible;
    this.#pulls.shown = visible;
    if (!visible) this.#askToLeave();
    else if (this.#run !== undefined) this.#obey();
    else if (this.#going) this.#enter();
  }

  /** A race from the beginning, not yet started. The one before, if any, is dropped. */
  begin(setup: RaceSetup): void {
    this.dispose();
    this.#setup = setup;
  }

  start(): void {
    if (!this.#setup) return;
    this.#going = true;
    if (!this.#visible) return;
    if (this.#run === undefined) this.#enter();
    else this.#obey();
  }

  /** One more pull tells what was done until then. */
  pause(): void {
    this.#going = false;
    this.#obey();
  }

  /** Drops the race; the worker ends, unless others use it. */
  dispose(): void {
    this.#leave();
    this.#setup = undefined;
    this.#save = undefined;
    this.#going = false;
  }

  #enter(): void {
    if (!this.#setup) return;
    const run = this.#newRun();
    this.#run = run;
    this.#line.join(run, { reply: (reply) => this.#reply(reply), lost: (failure) => this.#lost(failure) });
    this.#line.send({ type: 'race', run, setup: this.#setup, ...(this.#save && { resumeFrom: this.#save }) });
    this.#obey();
  }

  /** The worker learns whether the race is to run. */
  #obey(): void {
    if (this.#run === undefined) return;
    this.#line.send({ type: this.#going && this.#visible ? 'race-start' : 'race-pause', run: this.#run });
    this.#pulls.request();
  }

  /** There are no frames to wait for while it is not visible. */
  #askToLeave(): void {
    if (this.#run === undefined) return;
    this.#obey();
    this.#pulls.saveNext();
    if (!this.#pulls.open) this.#pulls.ask();
  }

  #leave(): void {
    const run = this.#run;
    this.#run = undefined;
    this.#pulls.stop();
    if (run === undefined) return;
    if (this.#line.running) this.#line.send({ type: 'race-drop', run });
    this.#line.leave(run);
  }

  #pull(save: boolean): void {
    if (this.#run !== undefined) this.#line.send({ type: 'race-pull', run: this.#run, picture: true, save });
  }

  #reply(reply: SurfaceWorkerReply): void {
    if (reply.type === 'failed') {
      this.dispose();
      this.#hooks.failed(reply.failure);
    }
    if (reply.type === 'race-progress') this.#progress(reply.progress);
  }

  #progress(progress: RaceProgress): void {
    if (progress.save) this.#save = progress.save;
    if (progress.running && this.#visible) this.#pulls.request();
    this.#pulls.answered();
    // What a hook throws is the figure's fault: the race goes on.
    try {
      this.#hooks.progress(progress);
    } finally {
      if (!this.#visible) {
        if (progress.save && !progress.running) this.#leave();
        else this.#askToLeave();
      }
    }
  }

  #lost(failure: Failure): void {
    this.#run = undefined;
    this.#going = false;
    this.#pulls.stop();
    this.#hooks.lost(failure);
  }
}
