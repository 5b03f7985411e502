import { failureOf } from '../protocol/failure.ts';
import type { Failure } from '../protocol/protocol.ts';

/** The part of Worker that is used; a test gives another. */
export interface WorkerLike {
  postMessage(message: unknown, transfer: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: MessageEvent) => void) | null;
  onmessageerror: ((event: MessageEvent) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

export interface Member<Reply> {
  reply(reply: Reply): void;
  /** The worker is gone, and with it the run. */
  lost(failure: Failure): void;
}

/**
 * One worker for many runs. It is started by the first message, ended when no run is left, and given up when it fails; the next
 * message then starts another.
 */
export class WorkerLine<Request, Reply extends { type: string; run?: number }> {
  #start: () => WorkerLike;
  #worker: WorkerLike | undefined;
  #generation = 0;
  #members = new Map<number, Member<Reply>>();

  constructor(start: () => WorkerLike) {
    this.#start = start;
  }

  get running(): boolean {
    return this.#worker !== undefined;
  }

  /** Counts the workers, so that one can be told from the one before. */
  get generation(): number {
    return this.#generation;
  }

  join(run: number, member: Member<Reply>): void {
    this.#members.set(run, member);
  }

  leave(run: number): void {
    this.#members.delete(run);
    if (this.#members.size === 0) this.#end();
  }

  send(request: Request, transfer: Transferable[] = []): void {
    try {
      this.#worker ??= this.#started();
    } catch (error) {
      this.giveUp(failureOf(error));
      return;
    }
    this.#worker.postMessage(request, transfer);
  }

  /** Gives the worker up. Every run that it held is told. */
  giveUp(failure: Failure): void {
    this.#end();
    const members = [...this.#members.values()];
    this.#members.clear();
    const errors: unknown[] = [];
    for (const member of members) {
      try {
        member.lost(failure);
      } catch (error) {
        errors.push(error);
      }
    }
    // Told when all have heard of the loss.
    if (errors.length > 0) throw errors.length === 1 ? errors[0] : new AggregateError(errors);
  }

  /** It has not answered for `seconds` of shown frames. */
  late(seconds: number): void {
    this.giveUp({ name: 'TimeoutError', message: `the worker has not answered for ${seconds} seconds` });
  }

  /** The worker is about to be another one, or none. */
  protected ended(): void {}

  #started(): WorkerLike {
    const worker = this.#start();
    this.#generation++;
    worker.onmessage = ({ data }: MessageEvent<Reply & { failure: Failure }>) => {
      if (data.type === 'aborted') this.giveUp(data.failure);
      else if (data.run !== undefined) this.#members.get(data.run)?.reply(data);
    };
    worker.onmessageerror = () => this.giveUp({ name: 'DataCloneError', message: 'a message of the worker could not be read' });
    worker.onerror = (event) => {
      event.preventDefault?.();
      this.giveUp({ name: 'WorkerError', message: event.message || 'the worker could not be started' });
    };
    return worker;
  }

  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.ended();
  }
}
