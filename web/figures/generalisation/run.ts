import type { ReactiveControllerHost } from 'lit';
import { TrainingClient } from '../../engine/client/training-client.ts';
import type { Failure, Progress } from '../../engine/protocol/protocol.ts';
import type { Accuracy, CellExamples, ConfusionCell, RunData, RunFacts, TestExamination } from '../../engine/protocol/run-types.ts';
import { type State, settingsOf } from './state.ts';

export type Standing = { readonly kind: 'waiting' | 'making' | 'ready' } | { readonly kind: 'lost'; readonly iteration: number; readonly failure: Failure };

/** The newest net that has come from the worker. It stays until a newer one comes, whatever happens to the run. */
export interface Snapshot {
  readonly iteration: number;
  readonly hiddenSize: number;
  readonly parameters: Float32Array;
  readonly examination: TestExamination;
}

export interface RunHooks {
  /** There is something newer; `finished`: the run has come to where it ends. */
  news(finished: boolean): void;
}

const snapshotInterval = 200; // ms
/** Steps are asked for so many seconds at a time: the run can stop in between, and ends at the very iteration that was asked for. */
const atOnce = 0.1;
const fewestSteps = 20;

/** A run that goes as far as the state says. While it is not visible it holds no worker. */
export class Run {
  standing: Standing = { kind: 'waiting' };
  /** The reader has it learn. */
  playing = false;
  facts: RunFacts | undefined;
  progress: Progress | undefined;
  failure: Failure | undefined;
  snapshot: Snapshot | undefined;
  /** Of the chosen cell of the confusion matrix, or of the one before until they come. */
  examples: CellExamples | undefined;
  accuracies: readonly Accuracy[] = [];

  #host: ReactiveControllerHost;
  #hooks: RunHooks;
  #client: TrainingClient;
  #key: string | undefined;
  #end = 0;
  #snapshotAt = Number.NEGATIVE_INFINITY;
  #playNext = false;
  #cell: ConfusionCell = { label: 0, answer: 0 };
  #snapshotOf: number | undefined;

  constructor(host: ReactiveControllerHost, hooks: RunHooks) {
    this.#host = host;
    this.#hooks = hooks;
    this.#client = new TrainingClient({
      ready: (facts) => this.#ready(facts),
      progress: (progress) => this.#progress(progress),
      failed: (failure) => this.#failed(failure),
      lost: (failure, checkpoint) => this.#stand({ kind: 'lost', iteration: checkpoint?.iteration ?? 0, failure }),
    });
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
    this.failure = undefined;
    this.playing = this.#playNext;
    this.#playNext = false;
    this.#stand({ kind: 'making' });
    this.#client.create({ ...settings, data });
  }

  /** From the same first weights again. */
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
    this.#stand({ kind: 'making' });
    this.#client.restart();
  }

  dispose(): void {
    this.#client.dispose();
    this.#key = undefined;
    this.playing = false;
    this.standing = { kind: 'waiting' };
  }

  #choose({ label, answer }: ConfusionCell): void {
    if (label === this.#cell.label && answer === this.#cell.answer) return;
    this.#cell = { label, answer };
    this.#snapshotOf = undefined;
    this.#client.want = this.#larger;
    this.#client.refresh();
  }

  #goOn(): void {
    if (!this.playing || this.standing.kind !== 'ready' || !this.#client.visible || !this.progress || this.progress.busy || this.finished) return;
    this.#client.step(Math.min(Math.max(fewestSteps, Math.round(atOnce * this.progress.rate)), this.#end - this.iteration));
  }

  #ready(facts: RunFacts): void {
    this.facts = facts;
    this.#snapshotOf = undefined;
    // A run that comes back goes on where it was.
    if (facts.iteration === 0) {
      this.progress = undefined;
      this.accuracies = [];
    }
    this.#client.want = this.#larger;
    this.#stand({ kind: 'ready' });
  }

  #progress(progress: Progress): void {
    this.progress = progress;
    this.accuracies = this.#client.accuracies;
    const now = performance.now();
    const { parameters, examination, cell } = progress;
    if (cell) this.examples = cell;
    if (parameters && examination && this.facts) {
      this.snapshot = { iteration: progress.iteration, hiddenSize: this.facts.hiddenSize, parameters, examination };
      this.#snapshotAt = now;
      // What was on its way when another cell was chosen has not all that is wanted.
      const stale = cell !== undefined && (cell.label !== this.#cell.label || cell.answer !== this.#cell.answer);
      this.#snapshotOf = stale ? undefined : progress.iteration;
    }
    const rests = !progress.busy && (!this.playing || this.finished);
    const behind = this.#snapshotOf !== progress.iteration;
    const wanted = behind && (rests || now - this.#snapshotAt >= snapshotInterval);
    this.#client.want = wanted ? this.#larger : {};
    if (wanted && rests) this.#client.refresh();
    const ends = this.playing && rests && !behind;
    if (ends) this.playing = false;
    this.#goOn();
    this.#hooks.news(ends);
    this.#host.requestUpdate();
  }

  get #larger() {
    return { parameters: true, examination: true, cell: this.#cell };
  }

  #failed(failure: Failure): void {
    this.failure = failure;
    this.playing = false;
    if (this.standing.kind === 'making') this.standing = { kind: this.facts ? 'ready' : 'waiting' };
    this.#host.requestUpdate();
  }

  #stand(standing: Standing): void {
    this.standing = standing;
    this.#host.requestUpdate();
  }
}
