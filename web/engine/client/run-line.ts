import type { CreateRequest, WorkerReply, WorkerRequest } from '../protocol/protocol.ts';
import type { RunData } from '../protocol/run-types.ts';
import { type Member, type WorkerLike, WorkerLine } from './worker-line.ts';
import { startSurfaceWorker, startTrainingWorker } from './workers.ts';

interface Sent {
  readonly id: number;
  users: number;
}

/** A worker of the page, with the runs and the data sets that it holds. */
export class RunLine extends WorkerLine<WorkerRequest, WorkerReply> {
  /** All runs of a page have different numbers, whichever worker they are in. */
  readonly newRun: () => number;
  #sent = new Map<RunData, Sent>();
  /** The data of each run that uses any. */
  #dataOf = new Map<number, RunData>();
  #nextData = 1;
  /** The worker of another line to which this one is connected. */
  #connected: number | undefined;

  constructor(start: () => WorkerLike, newRun = counter()) {
    super(start);
    this.newRun = newRun;
  }

  /** A run comes into the worker: a new one, or one that goes on from its origin. `request` is given the number of data that the worker has then. */
  enter(run: number, member: Member<WorkerReply>, request: (numberOf: (content: RunData) => number) => CreateRequest, transfer: Transferable[] = []): void {
    this.join(run, member);
    const create = request((content) => this.#useData(run, content));
    this.send(create, transfer);
  }

  /** The worker ends with its last run. */
  drop(run: number): void {
    if (this.running) this.send({ type: 'drop', run });
    this.#releaseData(run);
    this.leave(run);
  }

  /** To the worker whose runs have the surfaces that are drawn in this one: by a port between the two, once for each pair of workers. */
  connect(training: RunLine): void {
    if (this.running && this.#connected === training.generation) return;
    const { port1, port2 } = new MessageChannel();
    training.send({ type: 'surface-port', port: port1 }, [port1]);
    this.send({ type: 'training-port', port: port2 }, [port2]);
    this.#connected = training.generation;
  }

  /** The number by which the worker knows the data; sends them if it does not have them. */
  #useData(run: number, content: RunData): number {
    this.#dataOf.set(run, content);
    let sent = this.#sent.get(content);
    if (!sent) {
      sent = { id: this.#nextData++, users: 0 };
      this.#sent.set(content, sent);
      this.send({ type: 'data', data: sent.id, content });
    }
    sent.users++;
    return sent.id;
  }

  #releaseData(run: number): void {
    const content = this.#dataOf.get(run);
    this.#dataOf.delete(run);
    const sent = content && this.#sent.get(content);
    if (!sent || --sent.users > 0) return;
    this.#sent.delete(content);
    if (this.running) this.send({ type: 'forget-data', data: sent.id });
  }

  protected override ended(): void {
    this.#sent.clear();
    this.#dataOf.clear();
    this.#connected = undefined;
  }
}

function counter(): () => number {
  let last = 0;
  return () => ++last;
}

/** The worker in which all figures of a page train. */
export const pageTraining = new RunLine(startTrainingWorker);
/** Another one, in which their surfaces are drawn and their races run, so that nothing slows the training. */
export const pageSurfaces = new RunLine(startSurfaceWorker, pageTraining.newRun);
