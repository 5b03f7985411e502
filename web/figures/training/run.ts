import type { ReactiveControllerHost } from 'lit';
import { LossHistory } from '../../draw/loss-history.ts';
import type { Grid } from '../../engine/api/api.ts';
import type { SavedNet } from '../../engine/api/net-file.ts';
import { TrainingClient } from '../../engine/client/training-client.ts';
import { DownloadError } from '../../engine/data/digits-download.ts';
import type { Failure, Progress, Want } from '../../engine/protocol/protocol.ts';
import type { Accuracy, Answer, RunFacts, RunOptions } from '../../engine/protocol/run-types.ts';
import { iterationsAfter } from '../learning/gathering-pace.ts';
import { LargerParts } from '../learning/larger-parts.ts';
import { LearningRun, type Standing } from '../learning/learning-run.ts';
import { DataSource, type DataStanding, type OwnImages } from './data-source.ts';
import { gridOf } from './decision.ts';
import { OpenedNet } from './opened-net.ts';
import { lastIteration, type RunRecord } from './records.ts';
import { Requests } from './requests.ts';
import { runKey, type State, settingsOf } from './state.ts';
import { SurfaceFeed } from './surface-feed.ts';

/** Which pictures have something new. */
export interface News {
  readonly losses?: boolean;
  readonly accuracies?: boolean;
  readonly weights?: boolean;
  readonly answers?: boolean;
  readonly surface?: boolean;
}

/** What the figure knows of its run. It keeps the last of everything until something newer comes, so that no picture goes blank. */
export class Run {
  readonly history = new LossHistory();
  weights: Float32Array | undefined;
  answers: readonly Answer[] = [];
  /** For each point of `grid`, the probability of each class, where the data are points of the plane. */
  decision: Float32Array | undefined;
  grid: Grid | undefined;
  /** The probability of each digit for the reader's drawing. */
  reading: Float32Array | undefined;
  /** To where the reader has it go back, until it is there. */
  target: number | undefined;

  readonly surfaces: SurfaceFeed;

  #host: ReactiveControllerHost;
  #news: (news: News) => void;
  #run: LearningRun<'training', RunOptions, TrainingClient>;
  #client: TrainingClient;
  #larger: LargerParts;
  #key: string | undefined;
  #data: DataStanding | undefined;
  #source = new DataSource((progress) => this.#stand({ kind: 'downloading', progress }));
  #opened = new OpenedNet();
  #parameters = new Requests<Float32Array>();
  #rate: number | undefined;
  #drawing: Want['reading'];
  #fullSpeed = false;
  /** From where, and since when, it gathers pace. */
  #from = { iteration: 0, time: 0 };
  #playNext = false;
  /** How the run that stands has begun; undefined before the first. */
  #begun: Pick<RunRecord, 'of' | 'rate' | 'steady'> | undefined;
  /** How the run begins that is being made. */
  #begins: Pick<RunRecord, 'of' | 'rate' | 'steady'> | undefined;
  /** Of the run before, when another one is ready. */
  #accuracies: readonly Accuracy[] = [];
  #newRun: (before: Omit<RunRecord, 'shown'> | undefined) => void;

  /** `newRun`: another run has taken the place of `before`, which is undefined where that had no iteration. */
  constructor(host: ReactiveControllerHost, news: (news: News) => void, newRun: (before: Omit<RunRecord, 'shown'> | undefined) => void) {
    this.#host = host;
    this.#news = news;
    this.#newRun = newRun;
    this.#run = new LearningRun((hooks) => new TrainingClient(hooks), {
      ready: (facts) => this.#ready(facts),
      progress: (progress) => this.#progress(progress),
      left: () => this.surfaces.dispose(),
      lost: ({ message }) => {
        this.#data = undefined;
        this.#parameters.refuse(message);
      },
      changed: () => host.requestUpdate(),
    });
    this.#client = this.#run.client;
    this.#larger = new LargerParts(this.#client, () => ({
      weights: true,
      answers: true,
      ...(this.grid && { decision: this.grid }),
      ...(this.#drawing && { reading: this.#drawing }),
    }));
    this.surfaces = new SurfaceFeed(this.#client, {
      surface: () => {
        this.#news({ surface: true });
        host.requestUpdate();
      },
      failed: (failure) => {
        this.#run.failure = failure;
        host.requestUpdate();
      },
    });
  }

  get standing(): Standing | DataStanding {
    return this.#data ?? this.#run.standing;
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

  /** It has come to where a run ends. */
  get atEnd(): boolean {
    return (this.progress?.iteration ?? 0) >= lastIteration;
  }

  /** Equal for runs that differ in the rate alone. */
  get of(): string | undefined {
    return this.#begun?.of;
  }

  /** As it is compared with others; undefined before its first iteration. */
  get record(): Omit<RunRecord, 'shown'> | undefined {
    if (!this.#begun || this.history.length === 0) return undefined;
    return { ...this.#begun, over: !this.playing, iterations: this.history.length, losses: this.history.series(), accuracies: this.accuracies };
  }

  set fullSpeed(full: boolean) {
    if (full === this.#fullSpeed) return;
    this.#fullSpeed = full;
    this.#gatherFrom();
    if (this.playing) this.#goOn();
  }

  /** What is read while it learns; undefined for nothing. */
  set drawing(drawing: Want['reading']) {
    if (drawing === this.#drawing) return;
    this.#drawing = drawing;
    if (!drawing) {
      this.reading = undefined;
      return;
    }
    this.#larger.askFor({ reading: drawing });
  }

  set visible(visible: boolean) {
    this.#client.visible = visible;
  }

  /** Makes the run that the state asks for, unless it is the one that stands; a changed learning rate goes to the run that stands. */
  follow(state: State): void {
    if (this.surfaces.choose(state.plane)) this.#run.failure = undefined;
    const key = runKey(state);
    if (key !== this.#key) {
      this.#key = key;
      this.#rate = state.learningRate;
      void this.#make(state);
    } else if (state.learningRate !== this.#rate) {
      this.#rate = state.learningRate;
      this.#client.setLearningRate(state.learningRate);
      if (this.#begins) this.#begins = { ...this.#begins, rate: state.learningRate };
      if (this.#begun && this.standing.kind === 'ready') this.#begun = { ...this.#begun, rate: state.learningRate, steady: this.#begun.steady && this.history.length === 0 };
    }
  }

  /** From the same initial weights again. */
  again(state: State): void {
    this.#key = undefined;
    this.follow(state);
  }

  /** It plays as soon as it stands. */
  playAgain(state: State): void {
    this.again(state);
    this.#playNext = true;
  }

  play(): void {
    this.#gatherFrom();
    this.#goOn();
    this.#host.requestUpdate();
  }

  pause(): void {
    this.#playNext = false;
    this.#client.pause();
    this.#host.requestUpdate();
  }

  step(iterations = 1): void {
    this.#client.pause();
    this.#client.step(iterations);
    this.#host.requestUpdate();
  }

  /** Back to an iteration, or forward again. */
  rewind(iteration: number): void {
    this.target = iteration;
    this.#client.rewind(iteration);
    this.#host.requestUpdate();
  }

  /** Of the net as it is. Rejects where none stands, or its worker is lost. */
  parameters(): Promise<Float32Array> {
    if (this.standing.kind !== 'ready') return Promise.reject(new Error(`there is no net to ask: ${this.standing.kind}`));
    const parameters = this.#parameters.add();
    this.#client.want = { ...this.#client.want, parameters: true };
    this.#client.refresh();
    return parameters;
  }

  /** Images of the reader's, for states whose data are `files`. */
  takeImages(images: OwnImages): void {
    this.#source.takeImages(images);
    this.forgetOpened();
    this.#key = undefined;
  }

  /** The next run begins with this net's parameters, and so does each later run of the same sizes and seed. */
  open(net: SavedNet): void {
    this.#opened.open(net);
    this.#key = undefined;
  }

  /** The run began with a net that was opened, or will. */
  get opened(): boolean {
    return this.#opened.isOpen;
  }

  /** A net that was opened is no more begun with. */
  forgetOpened(): void {
    this.#opened.forget();
  }

  restart(): void {
    this.#run.restart();
  }

  dispose(): void {
    this.#parameters.refuse('the figure has left the page');
    this.#data = undefined;
    this.#run.dispose();
    this.surfaces.dispose();
    this.#key = undefined;
  }

  #gatherFrom(): void {
    this.#from = { iteration: this.progress?.iteration ?? 0, time: performance.now() };
  }

  /** As far as it may come by now. */
  #goOn(): void {
    const { iteration, time } = this.#from;
    const limit = this.#fullSpeed ? lastIteration : iterationsAfter(iteration, performance.now() - time);
    this.#client.play(Math.min(lastIteration, limit));
  }

  async #make(state: State): Promise<void> {
    const key = this.#key;
    this.#playNext = false;
    this.#run.failure = undefined;
    try {
      if (state.data === 'digits') this.#stand({ kind: 'downloading', progress: undefined });
      const data = await this.#source.load(state);
      if (key !== this.#key) return;
      if ('missing' in data) {
        this.#client.pause();
        this.#stand({ kind: 'no-data', missing: data.missing });
        return;
      }
      this.#data = undefined;
      const parameters = this.#opened.parametersFor(state);
      this.#run.make({ ...settingsOf(state), data, ...(parameters && { parameters }) });
      this.#begins = { of: `${runKey(state)} ${this.opened}`, rate: state.learningRate, steady: true };
    } catch (error) {
      if (key !== this.#key) return;
      if (!(error instanceof DownloadError)) throw error;
      this.#stand({ kind: 'download-failed', problem: error.problem });
    }
  }

  #ready(facts: RunFacts): void {
    this.#data = undefined;
    const { record } = this;
    if (facts.iteration === 0) {
      this.#begun = this.#begins;
      this.#newRun(record && { ...record, accuracies: this.#accuracies, over: true });
    }
    // What the run before has left is shown until there is something newer, if it can be.
    if (this.weights?.length !== facts.inputSize * facts.hiddenSize) this.weights = undefined;
    if (this.answers.some(({ inputs, probabilities }) => inputs.length !== facts.inputSize || probabilities.length !== facts.classes)) this.answers = [];
    this.history.update(this.#client.losses, 0);
    this.surfaces.restart();
    this.target = undefined;
    this.decision = undefined;
    this.grid = facts.points && gridOf(facts.points.train.inputs, facts.points.test.inputs);
    this.#larger.ask();
    this.#news({ losses: true, accuracies: true, weights: true });
    if (!this.#playNext) return;
    this.#playNext = false;
    this.play();
  }

  #progress(progress: Progress): void {
    if (!progress.busy) this.target = undefined;
    const now = performance.now();
    const length = this.history.length;
    this.history.update(this.#client.losses, progress.from);
    const stood = progress.losses.length === 0 && this.history.length === length;
    // At rest the worker answers for each stroke on the pad, and for nothing else.
    const isReading = stood && !this.playing && progress.reading !== undefined && progress.weights === undefined && progress.accuracies.length === 0;
    if (progress.weights) {
      this.weights = progress.weights;
      this.#larger.came(progress.iteration, now);
    }
    if (progress.answers) this.answers = progress.answers;
    if (progress.reading && this.#drawing) this.reading = progress.reading;
    if (progress.decision) this.decision = progress.decision;
    if (progress.parameters) this.#parameters.grant(progress.parameters);
    if (!isReading)
      this.#news({
        losses: !stood,
        accuracies: progress.accuracies.length > 0 || progress.losses.length === 0,
        weights: progress.weights !== undefined,
        answers: progress.answers !== undefined,
      });
    this.#larger.follow(progress.iteration, !progress.playing && !progress.busy, now, this.#parameters.any ? { parameters: true } : {});
    this.surfaces.follow(progress, now);
    this.#accuracies = this.accuracies;
    if (!this.playing) return;
    if (this.atEnd) this.pause();
    else this.#goOn();
  }

  #stand(data: DataStanding): void {
    this.#data = data;
    this.#host.requestUpdate();
  }
}
