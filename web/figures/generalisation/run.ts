import type { ReactiveControllerHost } from 'lit';
import { TrainingClient } from '../../engine/client/training-client.ts';
import type { Failure, Progress } from '../../engine/protocol/protocol.ts';
import type { Accuracy, CellExamples, ConfusionCell, RunData, RunFacts, RunOptions, TestExamination } from '../../engine/protocol/run-types.ts';
import { LargerParts } from '../learning/larger-parts.ts';
import { LearningRun, type Standing } from '../learning/learning-run.ts';
import { type State, settingsOf } from './state.ts';

/** The newest net that has come from the worker. It stays until a newer one comes, whatever happens to the run. */
export interface Snapshot {
  readonly parameters: Float32Array;
  readonly examination: TestExamination;
}

export interface RunHooks {
  /** There is something newer; `finished`: the run has come to where it ends. */
  news(finished: boolean): void;
}

/** Seconds of training in one request: the run can be stopped between two, and ends at exactly the iteration that was asked for. */
const atOnce = 0.1;
const fewestSteps = 20;

/** A run that goes as far as the state says. While it is not visible it holds no worker. */
export class Run {
  /** The reader has it learn. */
  playing = false;
  snapshot: Snapshot | undefined;
  /** Of the chosen cell of the confusion matrix, or of the one before until they come. */
  examples: CellExamples | undefined;
  accuracies: readonly Accuracy[] = [];

  #host: ReactiveControllerHost;
  #hooks: RunHooks;
  #run: LearningRun<'training', RunOptions, TrainingClient>;
  #client: TrainingClient;
  #larger: LargerParts;
  #key: string | undefined;
  #end = 0;
  #playNext = false;
  #cell: ConfusionCell = { label: 0, answer: 0 };

  constructor(host: ReactiveControllerHost, hooks: RunHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#run = new LearningRun((each) => new TrainingClient(each), {
      ready: (facts) => this.#ready(facts),
      progress: (progress) => this.#progress(progress),
      failed: () => {
        this.playing = false;
      },
      changed: () => host.requestUpdate(),
    });
    this.#client = this.#run.client;
    this.#larger = new LargerParts(this.#client, () => ({ parameters: true, examination: true, cell: this.#cell }));
  }

  get standing(): Standing {
    return this.#run.standing;
  }

  get facts(): RunFacts | undefined {
    return this.#run.facts;
  }

  get progress(): Progress | undefined {
    return this.#run.progress;
  }

  get failure(): Failure | undefined {
    return this.#run.failure;
  }

  get iteration(): number {
    return this.progress?.iteration ?? 0;
  }

  get finished(): boolean {
    return this.iteration >= this.#end || (this.progress?.stuck ?? false);
  }

  set visible(visible: boolean) {
    this.#client.visible = visible;
  }

  /** Makes the run that the state asks for, unless it is the one that stands. */
  follow(state: State, data: RunData): void {
    this.#end = state.iterations;
    this.#choose(state);
    const settings = settingsOf(state);
    const key = JSON.stringify(settings);
    if (key === this.#key) return;
    this.#key = key;
    this.playing = this.#playNext;
    this.#playNext = false;
    this.#run.make({ ...settings, data });
  }

  /** From the same initial weights again. */
  again(state: State, data: RunData): void {
    this.#key = undefined;
    this.follow(state, data);
  }

  /** The run that is made next learns as soon as it stands. */
  playNext(): void {
    this.#playNext = true;
  }

  play(): void {
    this.playing = true;
    this.#goOn();
    this.#host.requestUpdate();
  }

  /** Within a few steps. */
  pause(): void {
    this.playing = false;
    this.#host.requestUpdate();
  }

  /** After its worker was lost. */
  restart(): void {
    this.#run.restart();
  }

  dispose(): void {
    this.#run.dispose();
    this.#key = undefined;
    this.playing = false;
  }

  #choose({ label, answer }: ConfusionCell): void {
    if (label === this.#cell.label && answer === this.#cell.answer) return;
    this.#cell = { label, answer };
    this.#larger.ask();
    this.#client.refresh();
  }

  #goOn(): void {
    if (!this.playing || this.standing.kind !== 'ready' || !this.#client.visible || !this.progress || this.progress.busy || this.finished) return;
    this.#client.step(Math.min(Math.max(fewestSteps, Math.round(atOnce * this.progress.rate)), this.#end - this.iteration));
  }

  #ready({ iteration }: RunFacts): void {
    if (iteration === 0) this.accuracies = [];
    this.#larger.ask();
  }

  #progress(progress: Progress): void {
    this.accuracies = this.#client.accuracies;
    const now = performance.now();
    const { iteration, parameters, examination, cell } = progress;
    if (cell) this.examples = cell;
    if (parameters && examination) {
      this.snapshot = { parameters, examination };
      // What was on its way when another cell was chosen has not all that is wanted.
      const stale = cell !== undefined && (cell.label !== this.#cell.label || cell.answer !== this.#cell.answer);
      this.#larger.came(stale ? undefined : iteration, now);
    }
    const rests = !progress.busy && (!this.playing || this.finished);
    this.#larger.follow(iteration, rests, now);
    const ends = this.playing && rests && !this.#larger.behind(iteration);
    if (ends) this.playing = false;
    this.#goOn();
    this.#hooks.news(ends);
  }
}
