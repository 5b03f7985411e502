import type { ReactiveControllerHost } from 'lit';
import { LossHistory } from '../../draw/loss-history.ts';
import type { Grid } from '../../engine/api/api.ts';
import type { SavedNet } from '../../engine/api/net-file.ts';
import { TrainingClient } from '../../engine/client/training-client.ts';
import { DownloadError, type DownloadProblem, type DownloadProgress } from '../../engine/data/digits-download.ts';
import type { Failure, PhaseReport, Progress } from '../../engine/protocol/protocol.ts';
import type { Accuracy, Answer, RunFacts } from '../../engine/protocol/run-types.ts';
import { DataSource, type Missing, type OwnImages } from './data-source.ts';
import { gridOf } from './decision.ts';
import { runKey, type State, settingsOf, weightsKey } from './state.ts';
import { SurfaceFeed } from './surface-feed.ts';

export type Standing =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'downloading'; readonly progress: DownloadProgress | undefined }
  | { readonly kind: 'download-failed'; readonly problem: DownloadProblem }
  /** The reader has yet to give them. */
  | { readonly kind: 'no-data'; readonly missing: Missing }
  | { readonly kind: 'making' }
  | { readonly kind: 'ready' }
  | { readonly kind: 'lost'; readonly iteration: number; readonly failure: Failure };

/** Which pictures have something new. */
export interface News {
  readonly losses?: boolean;
  readonly accuracies?: boolean;
  readonly weights?: boolean;
  readonly answers?: boolean;
  readonly surface?: boolean;
  readonly phase?: boolean;
}

const weightsInterval = 200; // ms

/** What the figure knows of its run. It keeps the last of everything until something newer comes, so that no picture goes blank. */
export class Run {
  standing: Standing = { kind: 'waiting' };
  facts: RunFacts | undefined;
  progress: Progress | undefined;
  failure: Failure | undefined;
  readonly history = new LossHistory();
  weights: Float32Array | undefined;
  answers: readonly Answer[] = [];
  /** For each point of `grid`, the probability of each class, where the data are points of the plane. */
  decision: Float32Array | undefined;
  grid: Grid | undefined;
  /** What the phases of the iteration at work have done, in order; empty unless it is gone through phase by phase. */
  reports: readonly PhaseReport[] = [];
  /** To where the reader has it go back, until it is there. */
  target: number | undefined;

  readonly surfaces: SurfaceFeed;

  #host: ReactiveControllerHost;
  #news: (news: News) => void;
  #client: TrainingClient;
  #key: string | undefined;
  #source = new DataSource((progress) => this.#stand({ kind: 'downloading', progress }));
  #opened: { readonly net: SavedNet; readonly of?: string } | undefined;
  #wanting: PromiseWithResolvers<Float32Array>[] = [];
  #rate: number | undefined;
  #weightsAt = Number.NEGATIVE_INFINITY;
  #weightsOf = -1;

  constructor(host: ReactiveControllerHost, news: (news: News) => void) {
    this.#host = host;
    this.#news = news;
    this.#client = new TrainingClient({
      ready: (facts) => this.#ready(facts),
      progress: (progress) => this.#progress(progress),
      phase: (report) => this.#phase(report),
      left: () => this.surfaces.dispose(),
      failed: (failure) => this.#failed(failure),
      lost: (failure, checkpoint) => this.#lost(failure, checkpoint?.iteration ?? 0),
    });
    this.surfaces = new SurfaceFeed(this.#client, {
      surface: () => {
        this.#news({ surface: true });
        host.requestUpdate();
      },
      failed: (failure) => this.#failed(failure),
    });
  }

  get losses(): Float32Array {
    return this.#client.losses;
  }

  get accuracies() {
    return this.#client.accuracies;
  }

  /** Smoothed, where the run is now. */
  get lossNow(): number | undefined {
    return this.progress && this.history.smoothedAt(this.progress.iteration);
  }

  /** The last that was measured before where the run is now. */
  get accuracyNow(): Accuracy | undefined {
    const { progress } = this;
    return progress && this.accuracies.findLast(({ iteration }) => iteration <= progress.iteration);
  }

  /** Where the data are images. */
  get imageShape(): RunFacts['imageShape'] {
    return this.facts?.imageShape;
  }

  /** The reader's images, if there are any. */
  get ownImages(): OwnImages | undefined {
    return this.#source.images;
  }

  get playing(): boolean {
    return this.#client.playing;
  }

  set visible(visible: boolean) {
    this.#client.visible = visible;
  }

  /** Makes the run that the state asks for, unless it is the one that stands; a changed learning rate goes to the run that stands. */
  follow(state: State): void {
    if (this.surfaces.choose(state.plane)) this.failure = undefined;
    const key = runKey(state);
    if (key !== this.#key) {
      this.#key = key;
      this.#rate = state.learningRate;
      void this.#make(state);
    } else if (state.learningRate !== this.#rate) {
      this.#rate = state.learningRate;
      this.#client.setLearningRate(state.learningRate);
    }
  }

  /** From the same first weights again. */
  again(state: State): void {
    this.#key = undefined;
    this.follow(state);
  }

  play(): void {
    this.#client.play();
    this.#host.requestUpdate();
  }

  pause(): void {
    this.#client.pause();
    this.#host.requestUpdate();
  }

  step(iterations = 1): void {
    this.reports = [];
    this.#client.pause();
    this.#client.step(iterations);
    this.#host.requestUpdate();
  }

  /** The next of the four phases alone. */
  phase(): void {
    this.#client.pause();
    this.#client.phase();
    this.#host.requestUpdate();
  }

  /** Back to an iteration, or forward again. */
  rewind(iteration: number): void {
    this.target = iteration;
    this.reports = [];
    this.#client.rewind(iteration);
    this.#host.requestUpdate();
  }

  /** Of the net as it is. Rejects where none stands, or its worker is lost. */
  parameters(): Promise<Float32Array> {
    const wanting = Promise.withResolvers<Float32Array>();
    if (this.standing.kind === 'ready') {
      this.#wanting.push(wanting);
      this.#client.want = { ...this.#client.want, parameters: true };
      this.#client.refresh();
    } else {
      wanting.reject(new Error(`there is no net to ask: ${this.standing.kind}`));
    }
    return wanting.promise;
  }

  /** Images of the reader's, for states whose data are `files`. */
  takeImages(images: OwnImages): void {
    this.#source.takeImages(images);
    this.forgetOpened();
    this.#key = undefined;
  }

  /** The next run begins with these parameters, and so do those after it whose net would begin with the same weights. */
  open(net: SavedNet): void {
    this.#opened = { net };
    this.#key = undefined;
  }

  /** The run began with a net that was opened, or will. */
  get opened(): boolean {
    return this.#opened !== undefined;
  }

  /** A net that was opened is no more begun with. */
  forgetOpened(): void {
    this.#opened = undefined;
  }

  restart(): void {
    this.#stand({ kind: 'making' });
    this.#client.restart();
  }

  dispose(): void {
    this.#askInVain('the figure has left the page');
    this.#client.dispose();
    this.surfaces.dispose();
    this.#key = undefined;
    this.standing = { kind: 'waiting' };
  }

  async #make(state: State): Promise<void> {
    const key = this.#key;
    this.failure = undefined;
    try {
      if (state.data === 'digits') this.#stand({ kind: 'downloading', progress: undefined });
      const data = await this.#source.load(state);
      if (key !== this.#key) return;
      if ('missing' in data) {
        this.#client.pause();
        this.#stand({ kind: 'no-data', missing: data.missing });
        return;
      }
      this.#stand({ kind: 'making' });
      const parameters = this.#openedFor(state);
      this.#client.create({ ...settingsOf(state), data, ...(parameters && { parameters }) });
    } catch (error) {
      if (key !== this.#key) return;
      if (!(error instanceof DownloadError)) throw error;
      this.#stand({ kind: 'download-failed', problem: error.problem });
    }
  }

  #openedFor(state: State): Float32Array | undefined {
    const of = weightsKey(state);
    if (this.#opened && (this.#opened.of ?? of) !== of) this.#opened = undefined;
    if (this.#opened) this.#opened = { net: this.#opened.net, of };
    return this.#opened?.net.parameters;
  }

  #ready(facts: RunFacts): void {
    this.facts = facts;
    // What the run before has left is shown until there is something newer, if it can be.
    if (this.weights?.length !== facts.inputSize * facts.hiddenSize) this.weights = undefined;
    if (this.answers.some(({ inputs, probabilities }) => inputs.length !== facts.inputSize || probabilities.length !== facts.classes)) this.answers = [];
    this.progress = undefined;
    this.history.update(this.#client.losses, 0);
    this.#weightsOf = -1;
    this.surfaces.restart();
    this.reports = [];
    this.target = undefined;
    this.decision = undefined;
    this.grid = facts.points && gridOf(facts.points.train.inputs, facts.points.test.inputs);
    this.#client.want = this.#larger;
    this.#stand({ kind: 'ready' });
    this.#news({ phase: true, weights: true });
  }

  #progress(progress: Progress): void {
    this.progress = progress;
    if (!progress.busy) this.target = undefined;
    if (progress.playing) this.reports = [];
    const now = performance.now();
    this.history.update(this.#client.losses, progress.from);
    if (progress.weights) {
      this.weights = progress.weights;
      this.#weightsAt = now;
      this.#weightsOf = progress.iteration;
    }
    if (progress.answers) this.answers = progress.answers;
    if (progress.decision) this.decision = progress.decision;
    if (progress.parameters) for (const { resolve } of this.#wanting.splice(0)) resolve(progress.parameters);
    this.#news({
      losses: true,
      accuracies: progress.accuracies.length > 0 || progress.losses.length === 0,
      weights: progress.weights !== undefined,
      answers: progress.answers !== undefined,
    });
    this.#askForMore(progress, now);
    this.surfaces.follow(progress, now);
    this.#host.requestUpdate();
  }

  /** The larger parts come a few times a second while the run goes on, and once more when it rests. */
  #askForMore(progress: Progress, now: number): void {
    const goesOn = progress.playing || progress.busy;
    const wanted = progress.iteration !== this.#weightsOf && (!goesOn || now - this.#weightsAt >= weightsInterval);
    this.#client.want = { ...(wanted && this.#larger), ...(this.#wanting.length > 0 && { parameters: true }) };
    if (wanted && !goesOn) this.#client.refresh();
  }

  get #larger() {
    return { weights: true, answers: true, ...(this.grid && { decision: this.grid }) };
  }

  #phase(report: PhaseReport): void {
    this.reports = report.phase === 'mini-batch' ? [report] : [...this.reports, report];
    this.#news({ phase: true });
    this.#host.requestUpdate();
  }

  #lost(failure: Failure, iteration: number): void {
    this.#askInVain(failure.message);
    this.#stand({ kind: 'lost', iteration, failure });
  }

  /** Who waits for the parameters does not get them. */
  #askInVain(why: string): void {
    for (const { reject } of this.#wanting.splice(0)) reject(new Error(why));
  }

  #failed(failure: Failure): void {
    this.failure = failure;
    if (this.standing.kind === 'making') this.standing = { kind: this.facts ? 'ready' : 'waiting' };
    this.#host.requestUpdate();
  }

  #stand(standing: Standing): void {
    this.standing = standing;
    this.#host.requestUpdate();
  }
}
