import { buffersIn } from '../protocol/buffers.ts';
import type { CreateRequest, Failure, Origin, RunKind, RunKinds, RunReply, RunRequest } from '../protocol/protocol.ts';
import type { RunData } from '../protocol/run-types.ts';
import { Absence, type Command } from './absence.ts';
import type { Frames } from './frames.ts';
import { Pulls } from './pulls.ts';
import type { Memory, RunHooks } from './run-hooks.ts';
import type { RunLine } from './run-line.ts';

type Progress<K extends RunKind> = RunKinds[K]['progress'] & { readonly playing: boolean; readonly busy?: boolean; readonly stuck?: boolean };
type Checkpoint<K extends RunKind> = RunKinds[K]['checkpoint'];

interface Run<K extends RunKind, Options> {
  readonly id: number;
  readonly options: Options;
  readonly resumedFrom: Checkpoint<K> | undefined;
}

/**
 * The page's side of a run, a training or a race. It pulls what is new while something happens. While it is not `visible` the run rests, and leaves its worker; when
 * it is visible again it comes back as if it had never left.
 */
export abstract class RunClient<K extends RunKind, Options> {
  /** Which of the larger parts come with each progress. */
  want: Omit<RunKinds[K]['want'], 'save'> = {} as RunKinds[K]['want'];

  /** A run that rests comes back into a worker when it is seen again, not only when something is asked of it. */
  protected readonly comesBack: boolean = true;

  #hooks: RunHooks<K>;
  #line: RunLine;
  #pulls: Pulls;

  #run: Run<K, Options> | undefined;
  #pending: Run<K, Options> | undefined;
  #lostRun: Omit<Run<K, Options>, 'id'> | undefined;
  #playing = false;
  #visible = true;
  /** Something was asked of the run after the open pull: its answer does not know of it. */
  #commanded = false;

  #absence = new Absence<K, Options>();
  #memory: Memory<K> | undefined;

  constructor(hooks: RunHooks<K>, line: RunLine, frames?: Frames) {
    this.#hooks = hooks;
    this.#line = line;
    this.#pulls = new Pulls({ pull: (save) => this.#pull(save), late: (seconds) => line.late(seconds) }, frames);
  }

  /** The request that makes a run in its worker. */
  protected abstract creation(run: number, options: Options, origin: Origin<K> | undefined, numberOf: (content: RunData) => number): CreateRequest;
  /** For a run that is new, or goes on from a checkpoint. */
  protected abstract remember(resumedFrom: Checkpoint<K> | undefined): Memory<K>;
  /** The run is being made again: it is told again what it was told since its checkpoint. */
  protected restarted(): void {}

  /** The reader has it play, though it rests while it is not visible. */
  get playing(): boolean {
    return this.#playing;
  }

  /** The number by which both workers know the run; undefined while it is in none. */
  get run(): number | undefined {
    return this.#absence.moving ? undefined : this.#run?.id;
  }

  get line(): RunLine {
    return this.#line;
  }

  get visible(): boolean {
    return this.#visible;
  }

  set visible(visible: boolean) {
    if (visible === this.#visible) return;
    this.#visible = visible;
    this.#pulls.shown = visible;
    this.#comeBackIfNeeded();
    if (this.#playing) this.sendPlaying();
    if (visible) this.refresh();
    else this.#askToLeave();
  }

  /** Begins another run, not playing. The one before goes when the new one is ready; if that fails, it stays. */
  create(options: Options): void {
    this.pause();
    this.#begin(options);
  }

  play(): void {
    this.#setPlaying(true);
  }

  pause(): void {
    this.#setPlaying(false);
  }

  /** Something was asked for after the progress that has come was. */
  get due(): boolean {
    return this.#pulls.due;
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
    this.restarted();
    if (this.#playing) this.sendPlaying();
  }

  dispose(): void {
    this.#release(this.#pending);
    this.#release(this.#run);
    this.#pending = undefined;
    this.#run = undefined;
    this.#lostRun = undefined;
    this.#playing = false;
    this.#absence.forget();
    this.#pulls.stop();
  }

  #begin(options: Options, resumeFrom?: Checkpoint<K>): void {
    const before = this.#pending;
    this.#pending = { id: this.#line.newRun(), options, resumedFrom: resumeFrom };
    this.#enter(this.#pending, resumeFrom && { checkpoint: resumeFrom });
    this.#release(before);
  }

  #enter(run: Run<K, Options>, origin: Origin<K> | undefined): void {
    // A run is answered as one of its kind.
    const member = { reply: (reply: object) => this.#reply(run, reply as RunReply<K>), lost: (failure: Failure) => this.#lost(run, failure) };
    const transfer = origin && 'packed' in origin ? buffersIn(origin.packed) : [];
    this.#line.enter(run.id, member, (numberOf) => this.creation(run.id, run.options, origin, numberOf), transfer);
  }

  #release(run: Run<K, Options> | undefined): void {
    if (run) this.#line.drop(run.id);
  }

  /** Sends to the run that is being made, if there is one: the worker takes messages in order. Else to the present run. */
  protected command(command: Command): void {
    this.#commanded = true;
    if (this.#visible) this.#comeBack();
    const run = this.#pending ?? (this.#absence.moving === 'out' ? undefined : this.#run);
    if (run) this.#line.send(command(run.id));
    else if (this.#run || this.#absence.isAway) this.#absence.owe(command);
    this.refresh();
  }

  #setPlaying(playing: boolean): void {
    if (playing === this.#playing) return;
    this.#playing = playing;
    if (!playing) this.#pulls.saveNext();
    if (this.#visible) this.sendPlaying();
  }

  protected sendPlaying(): void {
    this.command((run) => (this.#playing && this.#visible ? this.playRequest(run) : { type: 'pause', run }));
  }

  protected playRequest(run: number): Extract<RunRequest, { type: 'play' }> {
    return { type: 'play', run };
  }

  /** There are no frames to wait for while it is not visible. */
  #askToLeave(): void {
    if (this.#visible || this.#pending || !this.#run || this.#absence.moving || this.#pulls.open) return;
    this.#pulls.saveNext();
    this.#pulls.ask();
  }

  #left(run: Run<K, Options>, packed: RunKinds[K]['packed']): void {
    this.#absence.begin({ options: run.options, packed });
    this.#run = undefined;
    try {
      this.#hooks.left?.();
    } finally {
      // Before it goes, so that a worker that is needed at once stays.
      this.#comeBackIfNeeded();
      this.#release(run);
    }
  }

  #comeBackIfNeeded(): void {
    if (this.#visible && (this.comesBack || this.#playing)) this.#comeBack();
  }

  #comeBack(): void {
    const away = this.#pending ? undefined : this.#absence.end();
    if (!away) return;
    this.#run = { id: this.#line.newRun(), options: away.options, resumedFrom: undefined };
    this.#enter(this.#run, { packed: away.packed });
    this.#giveOwed();
  }

  #giveOwed(): void {
    for (const command of this.#absence.takeOwed()) this.command(command);
  }

  #pull(save: boolean): void {
    this.#commanded = false;
    if (this.#run) this.#line.send({ type: 'pull', run: this.#run.id, want: { ...this.want, save } as RunKinds[K]['want'] });
  }

  #reply(run: Run<K, Options>, reply: RunReply<K>): void {
    switch (reply.type) {
      case 'ready':
        this.#ready(run, reply.facts);
        break;
      case 'progress':
        if (run === this.#run) this.#progress(run, reply.progress);
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

  #ready(run: Run<K, Options>, facts: RunKinds[K]['facts']): void {
    const isNew = run !== this.#run;
    if (isNew) {
      this.#pending = undefined;
      this.#release(this.#run);
      this.#run = run;
      this.#absence.forget();
      this.#pulls.stop();
      this.#memory = this.remember(run.resumedFrom);
    }
    this.#absence.moving = undefined;
    this.#pulls.request();
    // What a hook throws is the figure's fault: the run goes on.
    try {
      if (isNew) this.#hooks.ready?.(facts);
    } finally {
      this.#askToLeave();
    }
  }

  #progress(run: Run<K, Options>, progress: Progress<K>): void {
    this.#memory?.take(progress);
    if (progress.stuck && !this.#commanded) this.#playing = false;
    try {
      this.#hooks.progress(progress);
    } finally {
      this.#goOn(run, progress);
    }
  }

  #goOn(run: Run<K, Options>, { busy, playing }: Progress<K>): void {
    if (busy || (this.#playing && this.#visible)) this.#pulls.request();
    const rests = !busy && !playing && !this.#pulls.due;
    this.#pulls.answered();
    if (this.#visible || this.#pending) return;
    if (!rests) {
      this.#askToLeave();
      return;
    }
    this.#absence.moving = 'out';
    this.#line.send({ type: 'leave', run: run.id });
  }

  #failed(run: Run<K, Options>, failure: Failure, request: RunRequest['type']): void {
    if (request === 'create' && run === this.#run) {
      this.#release(run);
      this.#lost(run, failure);
      return;
    }
    if (run === this.#pending) {
      this.#pending = undefined;
      this.#playing = false;
      this.#release(run);
      this.#comeBackIfNeeded();
    }
    if (request === 'pull') this.#pulls.answered();
    if (request === 'leave') {
      this.#absence.moving = undefined;
      this.#giveOwed();
    }
    this.#hooks.failed(failure, request);
  }

  #lost(run: Run<K, Options>, failure: Failure): void {
    // The run that was being made takes the place of the one before also when both are lost.
    if (run === this.#run && this.#pending) {
      this.#run = undefined;
      return;
    }
    const resumedFrom = run === this.#pending ? run.resumedFrom : this.#memory?.checkpoint();
    this.#pending = undefined;
    this.#run = undefined;
    this.#lostRun = { options: run.options, resumedFrom };
    this.#absence.forget();
    this.#pulls.stop();
    this.#hooks.lost(failure, resumedFrom);
  }
}
