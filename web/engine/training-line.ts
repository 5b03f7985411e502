import type { RunData, TrainingReply, TrainingRequest } from './protocol.ts';
import { WorkerLine } from './worker-line.ts';
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

  /** The number by which the worker knows the data; sends them if it does not have them. */
  useData(content: RunData): number {
    let sent = this.#sent.get(content);
    if (!sent) {
      sent = { id: this.#nextData++, users: 0 };
      this.#sent.set(content, sent);
      this.send({ type: 'data', data: sent.id, content });
    }
    sent.users++;
    return sent.id;
  }

  releaseData(content: RunData): void {
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
