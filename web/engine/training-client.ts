import { ClientHistory } from './client-history.ts';
import type { Accuracy, Checkpoint, Failure, PhaseReport, Progress, RunFacts, RunOptions, TrainingReply, TrainingRequest, Want } from './protocol.ts';
import { pageTraining, type TrainingLine } from './training-line.ts';

export interface TrainingHooks {
  /** A run stands: the one created last, or the one that restart() brought back. It replaces the run before. */
  ready(facts: RunFacts): void;
  /** At most once per animation frame. `client.losses` and `client.accuracies` hold the whole history. */
  progress(progress: Progress): void;
  phase?(report: PhaseReport): void;
  /** The request was not carried out. A run that was there before is as it was. */
  failed(failure: Failure, request: TrainingRequest['type']): void;
  /** The worker is gone. restart() goes on after `iteration`. */
  lost(failure: Failure, iteration: number): void;
}

/** Animation frames; a test gives its own. */
export interface Frames {
  request(callback: (now: number) => void): number;
  cancel(handle: number): void;
}

export const animationFrames: Frames = {
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

const saveInterval = 2000; // ms
/** Time in shown frames without an answer to a pull after which the worker is taken for dead. */
const patience = 8000; // ms
/** What one frame may count towards it: a machine that slept does not make the worker late. */
const longestFrame = 100; // ms

interface Run {
  readonly id: number;
  readonly options: RunOptions;
  readonly resumeFrom: Checkpoint | undefined;
}

/**
 * The page's side of a run. It pulls what is new once per animation frame while something happens, never with more than one pull
 * open. While it is not `visible` it asks for nothing and the run rests.
 */
export class TrainingClient {
  /** Which of the larger parts come with each progress. */
  want: Omit<Want, 'save'> = {};
  /**
   * While it is not visible, the run leaves the worker, and goes on bit for bit when it is visible again; of its way it keeps the curves, but
   * not what a rewind or a surface needs. A run that has diverged stays.
   */
  leavesWhenHidden = false;

  #hooks: TrainingHooks;
  #line: TrainingLine;
  #frames: Frames;
  #frame: number | undefined;
  #lastFrame = 0;

  #run: Run | undefined;
  #pending: Run | undefined;
  #lostRun: Pick<Run, 'options' | 'resumeFrom'> | undefined;
  #leftRun: Pick<Run, 'options' | 'resumeFrom'> | undefined;
  #playing = false;
  #visible = true;

  #pullOpen = false;
  #waited = 0;
  #dirty = false;
  #busy = false;

  #history = new ClientHistory();
  #saveDue = false;
  #savedAt = Number.NEGATIVE_INFINITY;

  constructor(hooks: TrainingHooks, line: TrainingLine = pageTraining, frames: Frames = animationFrames) {
    this.#hooks = hooks;
    this.#line = line;
    this.#frames = frames;
  }

  /** Losses of iterations 1 … furthest; valid until the next progress. */
  get losses(): Float32Array {
    return this.#history.losses;
  }

  get accuracies(): readonly Accuracy[] {
    return this.#history.accuracies;
  }

  /** The reader has it play, though it rests while it is not visible. */
  get playing(): boolean {
    return this.#playing;
  }

  /** The number by which both workers know the run; undefined before it is ready. */
  get run(): number | undefined {
    return this.#run?.id;
  }

  get line(): TrainingLine {
    return this.#line;
  }

  get visible(): boolean {
    return this.#visible;
  }

  set visible(visible: boolean) {
    if (visible === this.#visible) return;
    this.#visible = visible;
    const left = this.#leftRun;
    if (visible && left) this.#begin(left.options, left.resumeFrom);
    if (this.#playing) this.#sendPlaying();
    if (visible) this.#changed();
    else this.#askToLeave();
  }

  /** Begins another run, not playing. The one before goes when the new one is ready; if that fails, it stays. */
  create(options: RunOptions): void {
    this.pause();
    this.#begin(options);
  }

  play(): void {
    this.#setPlaying(true);
  }

  pause(): void {
    this.#setPlaying(false);
  }

  /** So many iterations more. */
  step(iterations = 1): void {
    this.#command((run) => ({ type: 'step', run, iterations }));
  }

  /** The next phase of the iteration alone; hooks.phase tells what it did. */
  phase(): void {
    this.#command((run) => ({ type: 'phase', run }));
  }

  /** Acts from the next update on. */
  setLearningRate(value: number): void {
    this.#command((run) => ({ type: 'learning-rate', run, value }));
  }

  /** Back to what the net was after `iteration`, or forward again up to the furthest. A run that goes on from there takes its way anew. */
  rewind(iteration: number): void {
    this.pause();
    this.#command((run) => ({ type: 'rewind', run, iteration }));
  }

  /** One more progress, although nothing happens: `want` is another. */
  refresh(): void {
    this.#changed();
  }

  /** After the worker was lost: another worker, and the run from the last checkpoint on; it plays if it played. */
  restart(): void {
    const lost = this.#lostRun;
    if (!lost) return;
    this.#lostRun = undefined;
    this.#begin(lost.options, lost.resumeFrom);
    if (this.#playing) this.#sendPlaying();
  }

  dispose(): void {
    this.#release(this.#pending);
    this.#release(this.#run);
    this.#pending = undefined;
    this.#run = undefined;
    this.#lostRun = undefined;
    this.#leftRun = undefined;
    if (this.#frame !== undefined) this.#frames.cancel(this.#frame);
    this.#frame = undefined;
  }

  #begin(options: RunOptions, resumeFrom?: Checkpoint): void {
    const before = this.#pending;
    this.#leftRun = undefined;
    const run = { id: this.#line.newRun(), options, resumeFrom };
    this.#pending = run;
    this.#line.join(run.id, { reply: (reply) => this.#reply(run, reply), lost: (failure) => this.#lost(run, failure) });
    const { data: content, ...settings } = options;
    const data = this.#line.useData(content);
    this.#line.send({ type: 'create', run: run.id, data, settings, ...(resumeFrom && { resumeFrom }) });
    this.#release(before);
  }

  #release(run: Run | undefined): void {
    if (!run) return;
    if (this.#line.running) this.#line.send({ type: 'drop', run: run.id });
    this.#line.releaseData(run.options.data);
    this.#line.leave(run.id);
  }

  /** There are no frames to wait for while it is not visible. */
  #askToLeave(): void {
    if (!this.#leavesNow || !this.#run || this.#pullOpen) return;
    this.#saveDue = true;
    this.#pull(this.#run, this.#lastFrame);
  }

  #leave(run: Run, { playing, busy, save, divergedAt }: Progress): void {
    if (divergedAt !== undefined) return;
    if (!save || playing || busy) {
      this.#askToLeave();
      return;
    }
    this.#leftRun = { options: run.options, resumeFrom: this.#history.checkpoint() };
    this.#release(run);
    this.#run = undefined;
  }

  /** To the run that is being made, if there is one: the worker takes messages in order. */
  #command(request: (run: number) => TrainingRequest): void {
    const run = this.#pending ?? this.#run;
    if (!run) return;
    this.#line.send(request(run.id));
    this.#changed();
  }

  #setPlaying(playing: boolean): void {
    if (playing === this.#playing) return;
    this.#playing = playing;
    if (!playing) this.#saveDue = true;
    if (this.#visible) this.#sendPlaying();
  }

  #sendPlaying(): void {
    this.#command((run) => ({ type: this.#playing && this.#visible ? 'play' : 'pause', run }));
  }

  #changed(): void {
    this.#dirty = true;
    this.#requestFrame();
  }

  #requestFrame(): void {
    if (this.#frame === undefined && this.#run && this.#visible) this.#frame = this.#frames.request(this.#atFrame);
  }

  #atFrame = (now: number): void => {
    this.#frame = undefined;
    if (!this.#run || !this.#visible) return;
    if (this.#pullOpen) this.#wait(now);
    else if (this.#dirty || this.#busy || this.#playing) this.#pull(this.#run, now);
    this.#lastFrame = now;
    if (this.#pullOpen) this.#requestFrame();
  };

  #pull(run: Run, now: number): void {
    const save = this.#saveDue || now - this.#savedAt >= saveInterval;
    if (save) this.#savedAt = now;
    this.#saveDue = false;
    this.#dirty = false;
    this.#pullOpen = true;
    this.#waited = 0;
    this.#line.send({ type: 'pull', run: run.id, want: { ...this.want, save } });
  }

  #wait(now: number): void {
    this.#waited += Math.min(now - this.#lastFrame, longestFrame);
    if (this.#waited >= patience) this.#line.giveUp({ name: 'TimeoutError', message: `the worker has not answered for ${patience / 1000} seconds` });
  }

  #reply(run: Run, reply: TrainingReply): void {
    switch (reply.type) {
      case 'ready':
        this.#ready(run, reply.facts);
        break;
      case 'progress':
        if (run === this.#run) this.#progress(run, reply.progress);
        break;
      case 'phase':
        if (run === this.#run) this.#hooks.phase?.(reply.report);
        break;
      case 'failed':
        this.#failed(run, reply.failure, reply.request);
        break;
      case 'aborted':
        break;
    }
  }

  #ready(run: Run, facts: RunFacts): void {
    this.#pending = undefined;
    this.#release(this.#run);
    this.#run = run;
    this.#history = new ClientHistory(run.resumeFrom);
    this.#pullOpen = false;
    this.#busy = false;
    this.#hooks.ready(facts);
    this.#changed();
    this.#askToLeave();
  }

  #progress(run: Run, progress: Progress): void {
    this.#pullOpen = false;
    this.#busy = progress.busy;
    this.#history.take(progress);
    if (progress.divergedAt !== undefined && !progress.busy) this.#playing = false;
    this.#hooks.progress(progress);
    if (this.#leavesNow) this.#leave(run, progress);
    else if (this.#dirty || this.#busy || this.#playing) this.#requestFrame();
  }

  get #leavesNow(): boolean {
    return this.leavesWhenHidden && !this.#visible && !this.#pending;
  }

  #failed(run: Run, failure: Failure, request: TrainingRequest['type']): void {
    if (run === this.#pending) {
      this.#pending = undefined;
      this.#playing = false;
      this.#release(run);
    }
    if (request === 'pull') this.#pullOpen = false;
    this.#hooks.failed(failure, request);
  }

  #lost(run: Run, failure: Failure): void {
    // The run that was being made takes the place of the one before also when both are lost.
    if (run === this.#run && this.#pending) {
      this.#run = undefined;
      return;
    }
    const resumeFrom = run === this.#pending ? run.resumeFrom : this.#history.checkpoint();
    this.#pending = undefined;
    this.#run = undefined;
    this.#lostRun = { options: run.options, resumeFrom };
    this.#pullOpen = false;
    this.#hooks.lost(failure, resumeFrom?.iteration ?? 0);
  }
}
