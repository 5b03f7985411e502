import type { CreateRequest, Origin, RunRequest } from '../protocol/protocol.ts';
import type { Accuracy, Checkpoint, RunData, RunOptions } from '../protocol/run-types.ts';
import { ClientHistory } from './client-history.ts';
import type { Frames } from './frames.ts';
import { RunClient } from './run-client.ts';
import type { RunHooks } from './run-hooks.ts';
import { pageTraining, type RunLine } from './run-line.ts';

/** The page's side of a training: what can be asked of it beside playing, and its curves. */
export class TrainingClient extends RunClient<'training', RunOptions> {
  #history = new ClientHistory();
  /** Set since the run was created; undefined while it is that of its options. */
  #learningRate: number | undefined;
  #until: number | undefined;

  constructor(hooks: RunHooks<'training'>, line: RunLine = pageTraining, frames?: Frames) {
    super(hooks, line, frames);
  }

  /** Losses of iterations 1 … furthest; valid until the next progress. */
  get losses(): Float32Array {
    return this.#history.losses;
  }

  get accuracies(): readonly Accuracy[] {
    return this.#history.accuracies;
  }

  override create(options: RunOptions): void {
    this.#learningRate = undefined;
    super.create(options);
  }

  /** Up to an iteration, where it rests and still plays: another call lets it go on. Without one it has no end. */
  override play(until?: number): void {
    const another = until !== this.#until;
    this.#until = until;
    if (this.playing && another) this.sendPlaying();
    else super.play();
  }

  /** Runs `iterations` more. */
  step(iterations = 1): void {
    this.command((run) => ({ type: 'step', run, iterations }));
  }

  /** Acts from the next update on. */
  setLearningRate(value: number): void {
    this.#learningRate = value;
    this.command((run) => ({ type: 'learning-rate', run, value }));
  }

  /** Back to what the net was after `iteration`, or forward again up to the furthest. A run that goes on from there takes its way anew. */
  rewind(iteration: number): void {
    this.pause();
    this.command((run) => ({ type: 'rewind', run, iteration }));
  }

  protected override playRequest(run: number): Extract<RunRequest, { type: 'play' }> {
    return { type: 'play', run, ...(this.#until !== undefined && { until: this.#until }) };
  }

  protected override restarted(): void {
    // It may be newer than the checkpoint.
    if (this.#learningRate !== undefined) this.setLearningRate(this.#learningRate);
  }

  protected override creation(run: number, { data, ...settings }: RunOptions, origin: Origin | undefined, numberOf: (content: RunData) => number): CreateRequest {
    return { type: 'create', kind: 'training', run, data: numberOf(data), settings, ...(origin && { origin }) };
  }

  protected override remember(resumedFrom: Checkpoint | undefined): ClientHistory {
    this.#history = new ClientHistory(resumedFrom);
    return this.#history;
  }
}
