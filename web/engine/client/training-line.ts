import { buffersOfPacked } from '../protocol/packed-run.ts';
import type { TrainingReply, TrainingRequest } from '../protocol/protocol.ts';
import type { Origin, RunData, RunOptions } from '../protocol/run-types.ts';
import { type Member, WorkerLine } from './worker-line.ts';
import { startTrainingWorker } from './workers.ts';

interface Sent {
  readonly id: number;
  users: number;
}

/** The training worker of a page, with the data sets that it holds. */
export class TrainingLine extends WorkerLine<TrainingRequest, TrainingReply> {
  #sent = new Map<RunData, Sent>();
  #nextData = 1;
  #nextRun = 1;

  newRun(): number {
    return this.#nextRun++;
  }

  /** A run comes into the worker: a new one, or one that goes on from its origin. */
  enter(run: number, { data: content, ...settings }: RunOptions, origin: Origin | undefined, member: Member<TrainingReply>): void {
    this.join(run, member);
    const data = this.#useData(content);
    this.send({ type: 'create', run, data, settings, ...(origin && { origin }) }, origin && 'packed' in origin ? buffersOfPacked(origin.packed) : []);
  }

  /** The worker ends with its last run. */
  drop(run: number, { data }: RunOptions): void {
    if (this.running) this.send({ type: 'drop', run });
    this.#releaseData(data);
    this.leave(run);
  }

  /** The number by which the worker knows the data; sends them if it does not have them. */
  #useData(content: RunData): number {
    let sent = this.#sent.get(content);
    if (!sent) {
      sent = { id: this.#nextData++, users: 0 };
      this.#sent.set(content, sent);
      this.send({ type: 'data', data: sent.id, content });
    }
    sent.users++;
    return sent.id;
  }

  #releaseData(content: RunData): void {
    const sent = this.#sent.get(content);
    if (!sent || --sent.users > 0) return;
    this.#sent.delete(content);
    if (this.running) this.send({ type: 'forget-data', data: sent.id });
  }

  protected override ended(): void {
    this.#sent.clear();
  }
}

/** The one that all figures of a page share. */
export const pageTraining = new TrainingLine(startTrainingWorker);
