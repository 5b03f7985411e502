import type { Dataset, Engine, Trainer, TwoLayerNet } from '../api/api.ts';
import { ifSound } from '../api/if-sound.ts';
import { firstIndices } from '../data/samples.ts';
import type { Origin, Progress, Want } from '../protocol/protocol.ts';
import type { PackedRun, RunSettings, Save } from '../protocol/run-types.ts';
import { AccuracyMeasurement, isMeasured } from './accuracy.ts';
import type { Learner } from './learner.ts';
import type { RunDatasets } from './run-data.ts';
import type { RunHistory } from './run-history.ts';
import { RunTrack } from './run-track.ts';
import type { Session } from './session.ts';
import { progressOf } from './session-reports.ts';

const splitSeed = 1;
const mostSteps = 1_000_000;

/** A training, and what it has been asked to do, which work() does bit by bit. */
export class TrainingSession implements Session<'training'>, Learner {
  readonly engine: Engine;
  readonly net: TwoLayerNet;
  readonly trainer: Trainer;
  readonly data: { readonly train: Dataset; readonly test: Dataset };
  readonly settings: RunSettings;

  #track: RunTrack;
  #now: () => number;
  #owned: { delete(): void }[] = [];
  #playing = false;
  /** Where it rests while it plays. */
  #until = Number.POSITIVE_INFINITY;
  #steps = 0;
  #rewindTo: number | undefined;
  /** What the reader has set: a way back uses the rates of that time, and what goes on from there this one. */
  #rate: number;
  #measurement: AccuracyMeasurement | undefined;

  /** `now` gives milliseconds. Throws what the engine throws at settings that it refuses. `data` stays the caller's. */
  constructor(engine: Engine, data: RunDatasets, settings: RunSettings, now: () => number, origin?: Origin) {
    this.engine = engine;
    this.settings = settings;
    this.#now = now;
    try {
      const { train: given, test: givenTest } = data;
      // Handles of the session's own: those that were given may be deleted before it.
      const whole = (set: Dataset) => set.subset(firstIndices(set));
      const [others, test] = givenTest ? [whole(given), whole(givenTest)] : given.split(settings.testFraction, splitSeed);
      this.#owned.push(others, test);
      const train = others.subset(firstIndices(others, settings.trainSize));
      this.#owned.push(train);
      this.data = { train, test };
      const { hiddenSize, activation, weightInitStd, xavier, seed } = settings;
      this.net = new engine.TwoLayerNet({ inputSize: train.inputSize, hiddenSize, outputSize: train.classes, activation, weightInitStd, xavier, seed });
      this.#owned.push(this.net);
      if (settings.parameters) this.net.setParameters(settings.parameters);
      const { batchSize, learningRate, optimizer, gradient, sampling } = settings;
      this.trainer = new engine.Trainer(this.net, train, { batchSize, learningRate, optimizer, gradient, sampling, seed });
      this.#owned.push(this.trainer);
      this.#track = new RunTrack(this.net, this.trainer, now, origin);
      this.#rate = this.trainer.learningRate;
      this.#measureIfDue();
    } catch (error) {
      this.delete();
      throw error;
    }
  }

  get history(): RunHistory {
    return this.#track.history;
  }

  get iteration(): number {
    return this.trainer.iteration;
  }

  get playing(): boolean {
    return this.#playing;
  }

  get busy(): boolean {
    return this.#measurement !== undefined || this.#rewindTo !== undefined || this.#steps > 0;
  }

  get working(): boolean {
    return this.#goesOn || this.busy;
  }

  get divergedAt(): number | undefined {
    return this.#track.divergedAt;
  }

  get stuck(): boolean {
    return this.trainer.diverged && this.#rewindTo === undefined;
  }

  get rate(): number {
    return this.#track.rate;
  }

  play(until = Number.POSITIVE_INFINITY): void {
    this.#playing = !this.stuck;
    this.#until = until;
  }

  pause(): void {
    this.#playing = false;
    this.#steps = 0;
  }

  /** Throws RangeError for a number of steps that is not whole or not positive. */
  step(iterations: number): void {
    checkWhole('iterations', iterations, 1, mostSteps);
    if (!this.stuck) this.#steps += iterations;
  }

  /** Throws RangeError for a rate that the engine refuses. */
  setLearningRate(value: number): void {
    if (value === this.#rate) return;
    this.trainer.learningRate = value;
    this.#rate = value;
    if (this.#rewindTo === undefined) this.#track.rateChanged();
  }

  /** Throws RangeError for an iteration that the run has not reached. */
  rewind(iteration: number): void {
    checkWhole('iteration', iteration, 0, this.history.furthest);
    this.pause();
    this.#rewindTo = iteration;
  }

  work(milliseconds: number): void {
    const end = this.#now() + milliseconds;
    for (let left = milliseconds; this.working && left > 0; left = end - this.#now()) {
      if (this.#measurement) this.#measure(this.#measurement);
      else if (this.#rewindTo !== undefined) this.#rewindTowards(this.#rewindTo, left);
      else this.#train(left);
    }
  }

  save(): Save | undefined {
    return this.#rewindTo === undefined ? this.#track.save() : undefined;
  }

  progress(want: Want): Progress {
    return progressOf(this, want);
  }

  /** Throws Error while it is working: what it was asked for would be lost. */
  pack(): PackedRun {
    if (this.working) throw new Error('the run is at work; it can leave its worker only when it rests');
    return this.#track.pack();
  }

  giveUp(): void {
    this.pause();
    this.#rewindTo = undefined;
    this.#measurement = undefined;
  }

  delete(): void {
    for (const each of this.#owned.splice(0).reverse()) each.delete();
  }

  get #goesOn(): boolean {
    return this.#playing && this.iteration < this.#until;
  }

  #train(left: number): void {
    const at = this.iteration;
    const plays = this.#goesOn;
    const done = this.#track.advance(plays ? this.#until - at : this.#steps, left);
    if (!plays) this.#steps -= done;
    this.#arrived(at);
  }

  #arrived(from: number): void {
    if (this.trainer.diverged) this.pause();
    if (this.iteration !== from) this.#measureIfDue();
  }

  #rewindTowards(target: number, left: number): void {
    if (!this.#track.lead(target, left)) return;
    this.#rewindTo = undefined;
    this.trainer.learningRate = this.#rate;
  }

  #measureIfDue(): void {
    const { iterationsPerEpoch } = this.trainer;
    const due = this.iteration % iterationsPerEpoch === 0 && isMeasured(this.iteration / iterationsPerEpoch);
    if (due && !this.history.hasAccuracy(this.iteration)) this.#measurement = new AccuracyMeasurement();
  }

  #measure(measurement: AccuracyMeasurement): void {
    const measured = ifSound(() => ({ accuracy: measurement.next(this.engine, this.net, this.data) }));
    if (measured && !measured.accuracy) return;
    this.#measurement = undefined;
    // A net that answers with NaN has no accuracy: the curve has a gap there.
    if (!measured?.accuracy) return;
    const { accuracy } = measured;
    this.history.addAccuracy({ epoch: this.iteration / this.trainer.iterationsPerEpoch, iteration: this.iteration, ...accuracy });
  }
}

function checkWhole(name: string, value: number, lowest: number, highest: number): void {
  if (Number.isInteger(value) && value >= lowest && value <= highest) return;
  throw new RangeError(`${name} is ${value}; allowed is a whole number from ${lowest} to ${highest}`);
}
