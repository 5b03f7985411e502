import { AccuracyMeasurement, isMeasured } from './accuracy.ts';
import type { Dataset, Engine, Trainer, TwoLayerNet } from './api.ts';
import { Pace } from './pace.ts';
import type { Checkpoint, PhaseReport, RunSettings, Save } from './protocol.ts';
import { firstIndices } from './run-data.ts';
import { RunHistory } from './run-history.ts';
import { runPhase } from './run-phase.ts';

const splitSeed = 1;
const mostSteps = 1_000_000;

/** What a session is given from outside; a test gives its own. */
export interface SessionHooks {
  /** Milliseconds. */
  now(): number;
  phase(report: PhaseReport): void;
}

/**
 * One run: what it has been asked to do is done bit by bit in work(). What it has gone through stays known: after a rewind the history up to
 * its furthest iteration is kept until the run goes on from where it is.
 */
export class TrainingSession {
  readonly engine: Engine;
  readonly net: TwoLayerNet;
  readonly trainer: Trainer;
  readonly data: { readonly train: Dataset; readonly test: Dataset };
  readonly history: RunHistory;
  readonly settings: RunSettings;

  #hooks: SessionHooks;
  #owned: { delete(): void }[] = [];
  #playing = false;
  #steps = 0;
  #phases = 0;
  #rewindTo: number | undefined;
  #rateAfterRewind: number | undefined;
  #measurement: AccuracyMeasurement | undefined;
  #divergedAt: number | undefined;
  /** The snapshot before an iteration that has been begun phase by phase. */
  #beforePhases: Uint8Array | undefined;
  #pace = new Pace();

  /** Throws what the engine throws at settings that it refuses. `data` stays the caller's. */
  constructor(engine: Engine, data: Dataset, settings: RunSettings, hooks: SessionHooks, resumeFrom?: Checkpoint) {
    this.engine = engine;
    this.settings = settings;
    this.#hooks = hooks;
    try {
      const [others, test] = data.split(settings.testFraction, splitSeed);
      this.#owned.push(others, test);
      const train = others.subset(firstIndices(others, settings.trainSize));
      this.#owned.push(train);
      this.data = { train, test };
      const { hiddenSize, activation, weightInitStd, xavier, seed } = settings;
      this.net = new engine.TwoLayerNet({ inputSize: data.inputSize, hiddenSize, outputSize: data.classes, activation, weightInitStd, xavier, seed });
      this.#owned.push(this.net);
      const { batchSize, learningRate, optimizer, gradient, sampling } = settings;
      this.trainer = new engine.Trainer(this.net, train, { batchSize, learningRate, optimizer, gradient, sampling, seed });
      this.#owned.push(this.trainer);
      this.history = new RunHistory(learningRate, resumeFrom);
      this.#keep();
      if (resumeFrom) {
        this.trainer.restore(resumeFrom.snapshot, resumeFrom.losses);
        this.history.continueFrom(resumeFrom.iteration);
      }
      this.#measureIfDue();
    } catch (error) {
      this.delete();
      throw error;
    }
  }

  get iteration(): number {
    return this.trainer.iteration;
  }

  get playing(): boolean {
    return this.#playing;
  }

  /** Something is left that was asked for, beside playing. */
  get busy(): boolean {
    return this.#measurement !== undefined || this.#rewindTo !== undefined || this.#phases > 0 || this.#steps > 0;
  }

  get working(): boolean {
    return this.#playing || this.busy;
  }

  get divergedAt(): number | undefined {
    return this.#divergedAt;
  }

  /** Iterations per second. */
  get rate(): number {
    return this.#pace.rate;
  }

  play(): void {
    this.#playing = !this.#stuck;
  }

  pause(): void {
    this.#playing = false;
    this.#steps = 0;
  }

  /** Throws RangeError for a number of steps that is not whole or not positive. */
  step(iterations: number): void {
    checkWhole('iterations', iterations, 1, mostSteps);
    if (!this.#stuck) this.#steps += iterations;
  }

  phase(): void {
    this.#playing = false;
    if (!this.#stuck) this.#phases++;
  }

  /** Throws RangeError for a rate that the engine refuses. */
  setLearningRate(value: number): void {
    if (value === this.trainer.learningRate && this.#rewindTo === undefined) return;
    this.trainer.learningRate = value;
    if (this.#rewindTo === undefined) this.#rateChanged(value);
    else this.#rateAfterRewind = value;
  }

  /** Throws RangeError for an iteration that the run has not reached. */
  rewind(iteration: number): void {
    checkWhole('iteration', iteration, 0, this.history.furthest);
    this.pause();
    this.#phases = 0;
    this.#rewindTo = iteration;
  }

  /** Works for about so many milliseconds. */
  work(milliseconds: number): void {
    const end = this.#hooks.now() + milliseconds;
    for (let left = milliseconds; this.working && left > 0; left = end - this.#hooks.now()) {
      if (this.#measurement) this.#measure(this.#measurement);
      else if (this.#rewindTo !== undefined) this.#rewindTowards(this.#rewindTo, left);
      else if (this.#phases > 0) this.#phase();
      else this.#train(left);
    }
  }

  /** Undefined after a divergence, where the trainer is not between two iterations. */
  save(): Save | undefined {
    if (this.trainer.diverged || this.#rewindTo !== undefined) return undefined;
    return { iteration: this.iteration, snapshot: this.#beforePhases?.slice() ?? this.trainer.snapshot(), rates: this.history.rates.changes };
  }

  /** Forgets what it has been asked to do. */
  giveUp(): void {
    this.pause();
    this.#phases = 0;
    this.#rewindTo = undefined;
    this.#measurement = undefined;
  }

  delete(): void {
    for (const each of this.#owned.splice(0).reverse()) each.delete();
  }

  /** It has diverged and is not about to leave the place. */
  get #stuck(): boolean {
    return this.trainer.diverged && this.#rewindTo === undefined;
  }

  #train(left: number): void {
    this.#goOn();
    const { iteration: at, iterationsPerEpoch } = this.trainer;
    const nextStop = Math.min(this.history.snapshots.next(at), this.history.path.next(at), at - (at % iterationsPerEpoch) + iterationsPerEpoch);
    const count = Math.min(nextStop - at, this.#playing ? Number.POSITIVE_INFINITY : this.#steps, this.#pace.fitting(left));
    this.history.addLosses(this.#run(count));
    this.#beforePhases = undefined;
    if (!this.#playing) this.#steps -= count;
    this.#arrived(at);
  }

  #phase(): void {
    this.#goOn();
    this.#phases--;
    const at = this.iteration;
    if (this.trainer.phase === 'mini-batch') this.#beforePhases = this.trainer.snapshot();
    const report = runPhase(this);
    if (this.iteration > at && report.phase === 'record') {
      this.#beforePhases = undefined;
      this.history.addLosses(Float32Array.of(report.loss));
    }
    this.#arrived(at);
    this.#hooks.phase(report);
  }

  #run(count: number): Float32Array {
    const start = this.#hooks.now();
    const losses = this.trainer.run(count);
    this.#pace.record(count, this.#hooks.now() - start);
    return losses;
  }

  #arrived(from: number): void {
    if (this.trainer.diverged) {
      this.#divergedAt = this.trainer.divergedAt;
      this.#phases = 0;
      this.pause();
    }
    if (this.iteration === from) return;
    this.#keep();
    this.#measureIfDue();
  }

  #keep(): void {
    this.history.snapshots.keep(this.iteration, () => this.trainer.snapshot());
    this.history.path.keep(this.iteration, () => this.net.getParameters());
  }

  /** The run takes its way anew from where a rewind has brought it. */
  #goOn(): void {
    if (this.trainer.diverged || (this.iteration === this.history.furthest && this.#divergedAt === undefined)) return;
    this.history.continueFrom(this.iteration);
    this.#divergedAt = undefined;
  }

  #rateChanged(value: number): void {
    this.#goOn();
    this.history.rates.set(this.iteration + (this.trainer.phase === 'record' ? 2 : 1), value);
  }

  #rewindTowards(target: number, left: number): void {
    const snapshot = this.history.snapshots.before(target);
    const between = this.trainer.phase === 'mini-batch' && !this.trainer.diverged;
    const onTheWay = between && this.iteration <= target && this.iteration >= (snapshot?.iteration ?? 0);
    if (snapshot && !onTheWay) {
      this.trainer.restore(snapshot.value, this.history.losses(snapshot.iteration));
      this.#beforePhases = undefined;
    }
    const { rates } = this.history;
    const next = this.iteration + 1;
    this.trainer.learningRate = rates.of(next);
    if (this.iteration < target) this.#run(Math.min(target - this.iteration, rates.nextChange(next) - next, this.#pace.fitting(left)));
    if (this.iteration < target) return;
    this.#rewindTo = undefined;
    this.trainer.learningRate = rates.of(target + 1);
    const rate = this.#rateAfterRewind;
    this.#rateAfterRewind = undefined;
    if (rate !== undefined) this.setLearningRate(rate);
  }

  #measureIfDue(): void {
    const { iterationsPerEpoch } = this.trainer;
    const due = this.iteration % iterationsPerEpoch === 0 && isMeasured(this.iteration / iterationsPerEpoch);
    if (due && !this.history.hasAccuracy(this.iteration)) this.#measurement = new AccuracyMeasurement();
  }

  #measure(measurement: AccuracyMeasurement): void {
    const accuracy = measurement.next(this.engine, this.net, this.data);
    if (!accuracy) return;
    this.#measurement = undefined;
    this.history.addAccuracy({ epoch: this.iteration / this.trainer.iterationsPerEpoch, iteration: this.iteration, ...accuracy });
  }
}

function checkWhole(name: string, value: number, lowest: number, highest: number): void {
  if (Number.isInteger(value) && value >= lowest && value <= highest) return;
  throw new RangeError(`${name} is ${value}; allowed is a whole number from ${lowest} to ${highest}`);
}
