import type { Engine } from '../api/api.ts';
import { buffersIn } from '../protocol/buffers.ts';
import { failureOf, isAbort } from '../protocol/failure.ts';
import type { CreateRequest, Failure, PathReply, PathRequest, RunReply, RunRequest } from '../protocol/protocol.ts';
import type { RunData } from '../protocol/run-types.ts';
import { RaceSession } from './race-session.ts';
import { type DataFacts, datasetsOf, factsOfData, type RunDatasets } from './run-data.ts';
import type { Session } from './session.ts';
import { factsOf, pathOf } from './session-reports.ts';
import { TrainingSession } from './training-session.ts';

const slice = 8; // ms

/** What the hub is given by the worker that it lives in; a test gives its own. */
export interface Surroundings {
  post(reply: RunReply, transfer: Transferable[]): void;
  /** Calls back after the messages that wait have been received. */
  yieldThen(callback: () => void): void;
  /** Milliseconds. */
  now(): number;
}

interface Held {
  readonly datasets: RunDatasets;
  readonly facts: DataFacts;
}

/** What is asked of a run that is there. */
type RunCommand = Exclude<RunRequest, { type: 'data' | 'forget-data' | 'create' | 'drop' | 'surface-port' }>;

/** All runs of a worker, trainings and races: hands each request to its session, and gives the sessions that have work to do a slice each in turn. */
export class RunHub {
  #engine: Engine;
  #around: Surroundings;
  #data = new Map<number, Held | Failure>();
  #sessions = new Map<number, Session>();
  #yielded = false;

  constructor(engine: Engine, surroundings: Surroundings) {
    this.#engine = engine;
    this.#around = surroundings;
  }

  receive(request: RunRequest): void {
    try {
      this.#carryOut(request);
    } catch (error) {
      this.#failed(error, 'run' in request ? request.run : undefined, request.type);
    }
    this.#goOn();
  }

  #carryOut(request: RunRequest): void {
    switch (request.type) {
      case 'data':
        this.#takeData(request.data, request.content);
        break;
      case 'forget-data':
        this.#forgetData(request.data);
        break;
      case 'create':
        this.#create(request);
        break;
      case 'drop':
        this.#drop(request.run);
        break;
      case 'surface-port':
        this.#answerPaths(request.port);
        break;
      default: {
        // That a run could not be created has been told already.
        const session = this.#sessions.get(request.run);
        if (session) this.#command(session, request);
      }
    }
  }

  #drop(run: number): void {
    this.#sessions.get(run)?.delete();
    this.#sessions.delete(run);
  }

  #command(session: Session, request: RunCommand): void {
    switch (request.type) {
      case 'play':
        session.play(request.until);
        break;
      case 'pause':
        session.pause();
        break;
      case 'step':
        training(session).step(request.iterations);
        break;
      case 'learning-rate':
        training(session).setLearningRate(request.value);
        break;
      case 'rewind':
        training(session).rewind(request.iteration);
        break;
      case 'pull':
        this.#post({ type: 'progress', run: request.run, progress: session.progress(request.want) });
        break;
      case 'leave':
        this.#post({ type: 'left', run: request.run, packed: session.pack() });
        this.#drop(request.run);
        break;
    }
  }

  /** Data that cannot be used are reported to each run that is to use them. */
  #takeData(id: number, content: RunData): void {
    try {
      const datasets = datasetsOf(this.#engine, content);
      this.#data.set(id, { datasets, facts: factsOfData(content, datasets) });
    } catch (error) {
      if (isAbort(error)) throw error;
      this.#data.set(id, failureOf(error));
    }
  }

  #forgetData(id: number): void {
    const held = this.#data.get(id);
    if (held && 'datasets' in held) {
      held.datasets.train.delete();
      held.datasets.test?.delete();
    }
    this.#data.delete(id);
  }

  #create(request: CreateRequest): void {
    const { now } = this.#around;
    const { run } = request;
    if (request.kind === 'race') {
      this.#sessions.set(run, new RaceSession(this.#engine, request.setup, now, request.origin));
      this.#post({ type: 'ready', run, facts: undefined });
      return;
    }
    const held = this.#data.get(request.data);
    if (!held || !('datasets' in held)) {
      const failure = held ?? { name: 'Error', message: `data set ${request.data} was not sent` };
      this.#post({ type: 'failed', run, request: 'create', failure });
      return;
    }
    const session = new TrainingSession(this.#engine, held.datasets, request.settings, now, request.origin);
    this.#sessions.set(run, session);
    this.#post({ type: 'ready', run, facts: factsOf(session, held.facts) });
  }

  #goOn(): void {
    if (this.#yielded || ![...this.#sessions.values()].some(({ working }) => working)) return;
    this.#yielded = true;
    this.#around.yieldThen(() => {
      this.#yielded = false;
      this.#slice();
      this.#goOn();
    });
  }

  /** The run whose turn it is goes to the end of the row. */
  #slice(): void {
    for (const [run, session] of this.#sessions) {
      if (!session.working) continue;
      this.#sessions.delete(run);
      this.#sessions.set(run, session);
      try {
        session.work(slice);
      } catch (error) {
        session.giveUp();
        this.#failed(error, run, 'play');
      }
      return;
    }
  }

  /** To the worker of the surfaces. */
  #answerPaths(port: MessagePort): void {
    port.onmessage = ({ data: request }: MessageEvent<PathRequest>) => {
      const session = this.#sessions.get(request.run);
      if (!(session instanceof TrainingSession)) {
        port.postMessage({ type: 'no-path', run: request.run } satisfies PathReply);
        return;
      }
      const reply = pathOf(session, request);
      // The points are the session's own, and stay.
      port.postMessage(reply, buffersIn(reply.now));
    };
  }

  #failed(error: unknown, run: number | undefined, request: RunRequest['type']): void {
    const failure = failureOf(error);
    if (isAbort(error) || run === undefined) this.#post({ type: 'aborted', failure });
    else this.#post({ type: 'failed', run, request, failure });
  }

  #post(reply: RunReply): void {
    this.#around.post(reply, buffersIn(reply));
  }
}

/** Throws TypeError for a race, which has no iterations. */
function training(session: Session): TrainingSession {
  if (session instanceof TrainingSession) return session;
  throw new TypeError('the run is a race; it can only play and pause');
}
