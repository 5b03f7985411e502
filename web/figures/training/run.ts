import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { LossHistory } from '../../draw/loss-history.ts';
import { pageDigits } from '../../engine/digits.ts';
import { DownloadError, type DownloadProblem, type DownloadProgress } from '../../engine/digits-download.ts';
import type { Answer, Failure, Progress, RunData, RunFacts, Surface } from '../../engine/protocol.ts';
import { SurfaceClient } from '../../engine/surface-client.ts';
import { TrainingClient } from '../../engine/training-client.ts';
import { runKey, type State, settingsOf, toyData } from './state.ts';

export type Standing =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'downloading'; readonly progress: DownloadProgress | undefined }
  | { readonly kind: 'download-failed'; readonly problem: DownloadProblem }
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
}

export const surfacePoints = 31;
const weightsInterval = 200; // ms
const surfaceInterval = 150; // ms

/** What the figure knows of its run. It keeps the last of everything until something newer comes, so that no picture goes blank. */
export class Run implements ReactiveController {
  standing: Standing = { kind: 'waiting' };
  facts: RunFacts | undefined;
  progress: Progress | undefined;
  failure: Failure | undefined;
  readonly history = new LossHistory();
  weights: Float32Array | undefined;
  answers: readonly Answer[] = [];
  surface: Surface | undefined;

  #host: ReactiveControllerHost;
  #news: (news: News) => void;
  #client: TrainingClient;
  #surfaces: SurfaceClient;
  #key: string | undefined;
  #toy: { readonly key: string; readonly data: RunData } | undefined;
  #rate: number | undefined;
  #weightsAt = Number.NEGATIVE_INFINITY;
  #weightsOf = -1;
  #surfaceAt = Number.NEGATIVE_INFINITY;
  #surfaceOf = -1;

  constructor(host: ReactiveControllerHost, news: (news: News) => void) {
    this.#host = host;
    this.#news = news;
    this.#client = new TrainingClient({
      ready: (facts) => this.#ready(facts),
      progress: (progress) => this.#progress(progress),
      failed: (failure) => this.#failed(failure),
      lost: (failure, iteration) => this.#stand({ kind: 'lost', iteration, failure }),
    });
    this.#surfaces = new SurfaceClient(this.#client, {
      surface: (surface) => this.#drawSurface(surface),
      failed: (failure) => this.#failed(failure),
      lost: (failure) => this.#failed(failure),
    });
    host.addController(this);
  }

  get losses(): Float32Array {
    return this.#client.losses;
  }

  get accuracies() {
    return this.#client.accuracies;
  }

  get playing(): boolean {
    return this.#client.playing;
  }

  set visible(visible: boolean) {
    this.#client.visible = visible;
  }

  /** Makes the run that the state asks for, unless it is the one that stands; a changed learning rate goes to the run that stands. */
  follow(state: State): void {
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

  step(): void {
    this.#client.pause();
    this.#client.step(1);
    this.#host.requestUpdate();
  }

  restart(): void {
    this.#stand({ kind: 'making' });
    this.#client.restart();
  }

  hostDisconnected(): void {
    this.#client.dispose();
    this.#surfaces.dispose();
    this.#key = undefined;
    this.standing = { kind: 'waiting' };
  }

  async #make(state: State): Promise<void> {
    const key = this.#key;
    this.failure = undefined;
    try {
      const data = await this.#data(state);
      if (key !== this.#key) return;
      this.#stand({ kind: 'making' });
      this.#client.create({ ...settingsOf(state), data });
    } catch (error) {
      if (key !== this.#key) return;
      if (!(error instanceof DownloadError)) throw error;
      this.#stand({ kind: 'download-failed', problem: error.problem });
    }
  }

  async #data(state: State): Promise<RunData> {
    if (state.data !== 'digits') {
      const key = `${state.data} ${state.seed}`;
      if (this.#toy?.key !== key) this.#toy = { key, data: toyData(state.data, state.seed) };
      return this.#toy.data;
    }
    this.#stand({ kind: 'downloading', progress: undefined });
    const digits = await pageDigits.load({ progress: (progress) => this.#stand({ kind: 'downloading', progress }) });
    this.#digits ??= { kind: 'images', images: digits.images, labels: digits.labels };
    return this.#digits;
  }
  #digits: RunData | undefined;

  #ready(facts: RunFacts): void {
    this.facts = facts;
    this.progress = undefined;
    this.history.update(this.#client.losses, 0);
    this.#weightsOf = -1;
    this.#surfaceOf = -1;
    this.#client.want = { weights: true, answers: true };
    this.#stand({ kind: 'ready' });
  }

  #progress(progress: Progress): void {
    this.progress = progress;
    const now = performance.now();
    this.history.update(this.#client.losses, progress.from);
    if (progress.weights) {
      this.weights = progress.weights;
      this.#weightsAt = now;
      this.#weightsOf = progress.iteration;
    }
    if (progress.answers) this.answers = progress.answers;
    this.#news({
      losses: true,
      accuracies: progress.accuracies.length > 0 || progress.losses.length === 0,
      weights: progress.weights !== undefined,
      answers: progress.answers !== undefined,
    });
    this.#askForMore(progress, now);
    this.#host.requestUpdate();
  }

  /** The larger parts come a few times a second while the run goes on, and once more when it rests. */
  #askForMore(progress: Progress, now: number): void {
    const goesOn = progress.playing || progress.busy;
    const wanted = progress.iteration !== this.#weightsOf && (!goesOn || now - this.#weightsAt >= weightsInterval);
    this.#client.want = wanted ? { weights: true, answers: true } : {};
    if (wanted && !goesOn) this.#client.refresh();
    if (progress.iteration !== this.#surfaceOf && (!goesOn || now - this.#surfaceAt >= surfaceInterval)) this.#askForSurface(now);
  }

  #askForSurface(now: number): void {
    if (this.#surfaces.request(surfacePoints, surfacePoints)) this.#surfaceAt = now;
  }

  #drawSurface(surface: Surface): void {
    this.surface = surface;
    this.#surfaceOf = surface.iteration;
    this.#news({ surface: true });
    const { progress } = this;
    if (progress && !progress.playing && !progress.busy && progress.iteration !== surface.iteration) this.#askForSurface(performance.now());
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
