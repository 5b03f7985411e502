import type { Engine } from '../api/api.ts';
import { failureOf, isAbort } from '../protocol/failure.ts';
import type { RaceReply, RaceRequest } from '../protocol/race-protocol.ts';
import { RaceSession } from './race-session.ts';

const slice = 8; // ms

/** What the hub is given by the worker that it lives in; a test gives its own. */
export interface Surroundings {
  post(reply: RaceReply, transfer: Transferable[]): void;
  /** Calls back after the messages that wait have been received. */
  yieldThen(callback: () => void): void;
  /** Milliseconds. */
  now(): number;
}

/** All races of a worker: those that run get a slice each in turn, between the messages. */
export class RaceHub {
  #engine: Engine;
  #around: Surroundings;
  #sessions = new Map<number, RaceSession>();
  #yielded = false;

  constructor(engine: Engine, surroundings: Surroundings) {
    this.#engine = engine;
    this.#around = surroundings;
  }

  receive(request: RaceRequest): void {
    try {
      this.#carryOut(request);
    } catch (error) {
      this.#failed(error, request.run);
    }
    this.#goOn();
  }

  #carryOut(request: RaceRequest): void {
    const { run } = request;
    if (request.type === 'race') {
      this.#drop(run);
      this.#sessions.set(run, new RaceSession(this.#engine, request.setup, this.#around.now, request.resumeFrom));
      return;
    }
    if (request.type === 'race-drop') {
      this.#drop(run);
      return;
    }
    // That a race could not be set up has been told already.
    const session = this.#sessions.get(run);
    if (!session) return;
    if (request.type === 'race-start') session.start();
    else if (request.type === 'race-pause') session.pause();
    else {
      const progress = session.progress(request);
      const { picture } = progress;
      this.#around.post({ type: 'race-progress', run, progress }, picture ? ([picture.gradient.buffer, picture.difference.buffer] as ArrayBuffer[]) : []);
    }
  }

  #drop(run: number): void {
    this.#sessions.get(run)?.delete();
    this.#sessions.delete(run);
  }

  #goOn(): void {
    if (this.#yielded || ![...this.#sessions.values()].some(({ running }) => running)) return;
    this.#yielded = true;
    this.#around.yieldThen(() => {
      this.#yielded = false;
      for (const [run, session] of this.#sessions) if (session.running) this.#work(run, session);
      this.#goOn();
    });
  }

  #work(run: number, session: RaceSession): void {
    try {
      session.work(slice);
    } catch (error) {
      session.pause();
      this.#failed(error, run);
    }
  }

  #failed(error: unknown, run: number): void {
    const failure = failureOf(error);
    this.#around.post(isAbort(error) ? { type: 'aborted', failure } : { type: 'failed', run, failure }, []);
  }
}
