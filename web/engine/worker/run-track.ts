import type { Trainer, TwoLayerNet } from '../api/api.ts';
import type { Origin } from '../protocol/protocol.ts';
import type { PackedRun, Save } from '../protocol/run-types.ts';
import { Pace } from './pace.ts';
import { RunHistory } from './run-history.ts';

/**
 * A trainer with the way that it has come: it can be led back, and forward again as far as it has been. What came after is kept until it goes on
 * from where it is.
 */
export class RunTrack {
  readonly history: RunHistory;

  #net: TwoLayerNet;
  #trainer: Trainer;
  #now: () => number;
  #pace = new Pace();
  #divergedAt: number | undefined;

  /** `now` gives milliseconds. */
  constructor(net: TwoLayerNet, trainer: Trainer, now: () => number, origin?: Origin) {
    this.#net = net;
    this.#trainer = trainer;
    this.#now = now;
    this.history = new RunHistory(trainer, origin);
    if (!origin) {
      this.#keep();
    } else if ('packed' in origin) {
      this.#unpack(origin.packed);
    } else {
      const { iteration, snapshot, losses } = origin.checkpoint;
      this.#keep();
      trainer.restore(snapshot, losses);
      this.history.continueFrom(iteration);
    }
  }

  get iteration(): number {
    return this.#trainer.iteration;
  }

  /** It stands where it has diverged, and can only be led back. */
  get diverged(): boolean {
    return this.#trainer.diverged;
  }

  get divergedAt(): number | undefined {
    return this.#divergedAt;
  }

  /** Iterations per second. */
  get rate(): number {
    return this.#pace.rate;
  }

  /** As many iterations as fit into the time, at most `most`, and not past one at which something is kept or measured. Returns how many. */
  advance(most: number, milliseconds: number): number {
    this.#goOn();
    const { iteration: at, iterationsPerEpoch } = this.#trainer;
    const nextStop = Math.min(this.history.snapshots.next(at), this.history.path.next(at), at - (at % iterationsPerEpoch) + iterationsPerEpoch);
    const count = Math.min(nextStop - at, most, this.#pace.fitting(milliseconds));
    this.#run(count);
    this.#arrived(at);
    return count;
  }

  /** For about so long on the way to `target`, at most the furthest iteration, at the rates of that time. True when it is there. */
  lead(target: number, milliseconds: number): boolean {
    const snapshot = this.history.snapshots.before(target);
    this.history.lead();
    const onTheWay = !this.diverged && this.iteration <= target && this.iteration >= (snapshot?.iteration ?? 0);
    if (snapshot && !onTheWay) this.#trainer.restore(snapshot.value, this.history.losses().subarray(0, snapshot.iteration));
    const { rates } = this.history;
    const next = this.iteration + 1;
    this.#trainer.learningRate = rates.of(next);
    if (this.iteration < target) this.#run(Math.min(target - this.iteration, rates.nextChange(next) - next, this.#pace.fitting(milliseconds)));
    return this.iteration >= target;
  }

  /** The trainer has another learning rate, from its next update on. */
  rateChanged(): void {
    this.#goOn();
  }

  /** Undefined after a divergence, where the trainer is not between two iterations. */
  save(): Save | undefined {
    if (this.diverged) return undefined;
    return { iteration: this.iteration, snapshot: this.#trainer.snapshot(), rates: this.history.rates.changes };
  }

  pack(): PackedRun {
    const { learningRate } = this.#trainer;
    const save = this.save();
    return { iteration: this.iteration, learningRate, divergedAt: this.#divergedAt, ...(save && { snapshot: save.snapshot }), history: this.history.pack() };
  }

  #unpack({ iteration, learningRate, divergedAt, snapshot }: PackedRun): void {
    this.#divergedAt = divergedAt;
    if (snapshot) this.#trainer.restore(snapshot, this.history.losses().subarray(0, iteration));
    else while (!this.lead(iteration, Number.POSITIVE_INFINITY));
    this.#trainer.learningRate = this.history.rates.of(iteration + 1);
    // Without a snapshot it stood where it had diverged: it does so again.
    if (!snapshot) this.#run(1);
    this.#trainer.learningRate = learningRate;
  }

  /** The way is taken anew from where it is. */
  #goOn(): void {
    if (this.diverged) return;
    if (this.iteration !== this.history.furthest || this.#divergedAt !== undefined) {
      this.history.continueFrom(this.iteration);
      this.#divergedAt = undefined;
    }
    this.history.follow();
    const { learningRate } = this.#trainer;
    const next = this.iteration + 1;
    if (this.history.rates.of(next) !== learningRate) this.history.rates.set(next, learningRate);
  }

  #run(count: number): void {
    const start = this.#now();
    this.#trainer.run(count);
    this.#pace.record(count, this.#now() - start);
  }

  #arrived(from: number): void {
    if (this.diverged) this.#divergedAt = this.#trainer.divergedAt;
    if (this.iteration !== from) this.#keep();
  }

  #keep(): void {
    this.history.snapshots.keep(this.iteration, () => this.#trainer.snapshot());
    this.history.path.keep(this.iteration, () => this.#net.getParameters());
  }
}
