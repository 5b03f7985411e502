import type { Failure, PhaseReport, Progress, TrainingReply, TrainingRequest, Want } from '../protocol/protocol.ts';
import type { Accuracy, Checkpoint, Origin, PackedRun, RunFacts, RunOptions } from '../protocol/run-types.ts';
import { ClientHistory } from './client-history.ts';
import type { Frames } from './frames.ts';
import { Pulls } from './pulls.ts';
import { pageTraining, type TrainingLine } from './training-line.ts';

export interface TrainingHooks {
  /** A run stands: the one created last, or the one that restart() brought back. It replaces the run before. */
  ready(facts: RunFacts): void;
  /** At most once per animation frame. `client.losses` and `client.accuracies` hold the whole history. */
  progress(progress: Progress): void;
  phase?(report: PhaseReport): void;
  /** The run has left its worker, because nobody sees it; it comes back by itself. */
  left?(): void;
  /** The request was not carried out. A run that was there before is as it was. */
  failed(failure: Failure, request: TrainingRequest['type']): void;
  /** The worker is gone. restart() goes on after `iteration`. */
  lost(failure: Failure, iteration: number): void;
}

interface Run {
  readonly id: number;
  readonly options: RunOptions;
  readonly resumedFrom: Checkpoint | undefined;
}

/** A run that is in no worker. */
interface Away {
  readonly options: RunOptions;
  readonly packed: PackedRun;
}

type Command = (run: number) => TrainingRequest;

/**
 * The page's side of a run. It pulls what is new while something happens. While it is not `visible` the run rests, and leaves its worker; when
 * it is visible again it comes back as if it had never left.
 */
export class TrainingClient {
  /** Which of the larger parts come with each progress. */
  want: Omit<Want, 'save'> = {};

  #hooks: TrainingHooks;
  #line: TrainingLine;
  #pulls: Pulls;

  #run: Run | undefined;
  #pending: Run | undefined;
  #lostRun: Omit<Run, 'id'> | undefined;
  /** Set since the run was created; undefined while it is that of its options. */
  #learningRate: number | undefined;
  #playing = false;
  #visible = true;
  /** Something was asked of the run after the open pull: its answer does not know of it. */
  #commanded = false;

  /** The run is on its way out of the worker, or back into one. */
  #moving: 'out' | 'in' | undefined;
  #away: Away | undefined;
  /** What was asked of a run while it was in no worker. */
  #owed: Command[] = [];

  #history = new ClientHistory();

  constructor(hooks: TrainingHooks, line: TrainingLine = pageTraining, frames?: Frames) {
    this.#hooks = hooks;
    this.#line = line;
    this.#pulls = new Pulls({ pull: (save) => this.#pull(save), late: (seconds) => line.late(seconds) }, frames);
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

  /** The number by which both workers know the run; undefined while it is in none. */
  get run(): number | undefined {
    return this.#moving ? undefined : this.#run?.id;
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
    this.#pulls.shown = visible;
    if (visible) this.#comeBack();
    if (this.#playing) this.#sendPlaying();
    if (visible) this.refresh();
    else this.#askToLeave();
  }

  /** Begins another run, not playing. The one before goes when the new one is ready; if that fails, it stays. */
  create(options: RunOptions): void {
    this.pause();
    this.#learningRate = undefined;
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
    this.#learningRate = value;
    this.#command((run) => ({ type: 'learning-rate', run, value }));
  }

  /** Back to what the net was after `iteration`, or forward again up to the furthest. A run that goes on from there takes its way anew. */
  rewind(iteration: number): void {
    this.pause();
    this.#command((run) => ({ type: 'rewind', run, iteration }));
  }

  /** One more progress, although nothing happens: `want` is another. */
  refresh(): void {
    if (this.run !== undefined) this.#pulls.request();
  }

  /** After the worker was lost: another worker, and the run from the last checkpoint on; it plays if it played. */
  restart(): void {
    const lost = this.#lostRun;
    if (!lost) return;
    this.#lostRun = undefined;
    this.#begin(lost.options, lost.resumedFrom);
    // It may be newer than the checkpoint.
    if (this.#learningRate !== undefined) this.setLearningRate(this.#learningRate);
    if (this.#playing) this.#sendPlaying();
  }

  dispose(): void {
    this.#release(this.#pending);
    this.#release(this.#run);
    this.#pending = undefined;
    this.#run = undefined;
    this.#lostRun = undefined;
    this.#forgetAway();
    this.#pulls.stop();
  }

  #begin(options: RunOptions, resumeFrom?: Checkpoint): void {
    const before = this.#pending;
    this.#pending = { id: this.#line.newRun(), options, resumedFrom: resumeFrom };
    this.#enter(this.#pending, resumeFrom && { checkpoint: resumeFrom });
    this.#release(before);
  }

  #enter(run: Run, origin: Origin | undefined): void {
    this.#line.enter(run.id, run.options, origin, { reply: (reply) => this.#reply(run, reply), lost: (failure) => this.#lost(run, failure) });
  }

  #release(run: Run | undefined): void {
    if (run) this.#line.drop(run.id, run.options);
  }

  /** Of the run that is being made, if there is one: the worker takes messages in order. */
  #command(command: Command): void {
    this.#commanded = true;
    const run = this.#pending ?? (this.#moving === 'out' ? undefined : this.#run);
    if (run) this.#line.send(command(run.id));
    else if (this.#run || this.#away) this.#owed.push(command);
    this.refresh();
  }

  #setPlaying(playing: boolean): void {
    if (playing === this.#playing) return;
    this.#playing = playing;
    if (!playing) this.#pulls.saveNext();
    if (this.#visible) this.#sendPlaying();
  }

  #sendPlaying(): void {
    this.#command((run) => ({ type: this.#playing && this.#visible ? 'play' : 'pause', run }));
  }

  /** There are no frames to wait for while it is not visible. */
  #askToLeave(): void {
    if (this.#visible || this.#pending || !this.#run || this.#moving || this.#pulls.open) return;
    this.#pulls.saveNext();
    this.#pulls.ask();
  }

  #left(run: Run, packed: PackedRun): void {
    this.#moving = undefined;
    this.#away = { options: run.options, packed };
    this.#run = undefined;
    try {
      this.#hooks.left?.();
    } finally {
      // Before it goes, so that a worker that is needed at once stays.
      if (this.#visible) this.#comeBack();
      this.#release(run);
    }
  }

  #comeBack(): void {
    const away = this.#away;
    if (!away || this.#pending) return;
    this.#away = undefined;
    this.#moving = 'in';
    this.#run = { id: this.#line.newRun(), options: away.options, resumedFrom: undefined };
    this.#enter(this.#run, { packed: away.packed });
    this.#giveOwed();
  }

  #giveOwed(): void {
    for (const command of this.#owed.splice(0)) this.#command(command);
  }

  #forgetAway(): void {
    this.#moving = undefined;
    this.#away = undefined;
    this.#owed = [];
  }

  #pull(save: boolean): void {
    this.#commanded = false;
    if (this.#run) this.#line.send({ type: 'pull', run: this.#run.id, want: { ...this.want, save } });
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
      case 'left':
        if (run === this.#run) this.#left(run, reply.packed);
        break;
      case 'failed':
        this.#failed(run, reply.failure, reply.request);
        break;
      case 'aborted':
        break;
    }
  }

  #ready(run: Run, facts: RunFacts): void {
    const isNew = run !== this.#run;
    if (isNew) {
      this.#pending = undefined;
      this.#release(this.#run);
      this.#run = run;
      this.#owed = [];
      this.#away = undefined;
      this.#pulls.stop();
      this.#history = new ClientHistory(run.resumedFrom);
    }
    this.#moving = undefined;
    this.#pulls.request();
    // What a hook throws is the figure's fault: the run goes on.
    try {
      if (isNew) this.#hooks.ready(facts);
    } finally {
      this.#askToLeave();
    }
  }

  #progress(run: Run, progress: Progress): void {
    this.#history.take(progress);
    if (progress.stuck && !this.#commanded) this.#playing = false;
    try {
      this.#hooks.progress(progress);
    } finally {
      this.#goOn(run, progress);
    }
  }

  #goOn(run: Run, { busy, playing }: Progress): void {
    if (busy || (this.#playing && this.#visible)) this.#pulls.request();
    const rests = !busy && !playing && !this.#pulls.due;
    this.#pulls.answered();
    if (this.#visible || this.#pending) return;
    if (!rests) {
      this.#askToLeave();
      return;
    }
    this.#moving = 'out';
    this.#line.send({ type: 'leave', run: run.id });
  }

  #failed(run: Run, failure: Failure, request: TrainingRequest['type']): void {
    if (request === 'create' && run === this.#run) {
      this.#release(run);
      this.#lost(run, failure);
      return;
    }
    if (run === this.#pending) {
      this.#pending = undefined;
      this.#playing = false;
      this.#release(run);
      if (this.#visible) this.#comeBack();
    }
    if (request === 'pull') this.#pulls.answered();
    if (request === 'leave') {
      this.#moving = undefined;
      this.#giveOwed();
    }
    this.#hooks.failed(failure, request);
  }

  #lost(run: Run, failure: Failure): void {
    // The run that was being made takes the place of the one before also when both are lost.
    if (run === this.#run && this.#pending) {
      this.#run = undefined;
      return;
    }
    const resumedFrom = run === this.#pending ? run.resumedFrom : this.#history.checkpoint();
    this.#pending = undefined;
    this.#run = undefined;
    this.#lostRun = { options: run.options, resumedFrom };
    this.#forgetAway();
    this.#pulls.stop();
    this.#hooks.lost(failure, resumedFrom?.iteration ?? 0);
  }
}
