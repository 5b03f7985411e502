import type { Engine } from '../api/api.ts';
import { failureOf, isAbort } from '../protocol/failure.ts';
import { buffersOfPacked } from '../protocol/packed-run.ts';
import type { Failure, PathReply, PathRequest, PhaseReport, TrainingReply, TrainingRequest } from '../protocol/protocol.ts';
import type { RunData } from '../protocol/run-types.ts';
import { type DataFacts, datasetsOf, factsOfData, type RunDatasets } from './run-data.ts';
import { buffersOf, factsOf, pathOf, progressOf } from './session-reports.ts';
import { TrainingSession } from './training-session.ts';

const slice = 8; // ms

/** What the hub is given by the worker that it lives in; a test gives its own. */
export interface Surroundings {
  post(reply: TrainingReply, transfer: Transferable[]): void;
  /** Calls back after the messages that wait have been received. */
  yieldThen(callback: () => void): void;
  /** Milliseconds. */
  now(): number;
}

interface Held {
  readonly datasets: RunDatasets;
  readonly facts: DataFacts;
}

/** All runs of a training worker: hands each request to its session, and gives the sessions that have work to do a slice each in turn. */
export class TrainingHub {
  #engine: Engine;
  #around: Surroundings;
  #data = new Map<number, Held | Failure>();
  #sessions = new Map<number, TrainingSession>();
  #yielded = false;

  constructor(engine: Engine, surroundings: Surroundings) {
    this.#engine = engine;
    this.#around = surroundings;
  }

  receive(request: TrainingRequest): void {
    if (request.type === 'surface-port') {
      const { port } = request;
      port.onmessage = ({ data }: MessageEvent<PathRequest>) => this.#answerPath(port, data);
      return;
    }
    try {
      this.#carryOut(request);
    } catch (error) {
      this.#failed(error, 'run' in request ? request.run : undefined, request.type);
    }
    this.#goOn();
  }

  #carryOut(request: Exclude<TrainingRequest, { type: 'surface-port' }>): void {
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

  #command(session: TrainingSession, request: Exclude<TrainingRequest, { type: 'surface-port' | 'data' | 'forget-data' | 'create' | 'drop' }>): void {
    switch (request.type) {
      case 'play':
        session.play();
        break;
      case 'pause':
        session.pause();
        break;
      case 'step':
        session.step(request.iterations);
        break;
      case 'phase':
        session.phase();
        break;
      case 'learning-rate':
        session.setLearningRate(request.value);
        break;
      case 'rewind':
        session.rewind(request.iteration);
        break;
      case 'pull':
        this.#post({ type: 'progress', run: request.run, progress: progressOf(session, request.want) });
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

  #create({ run, data: id, settings, origin }: Extract<TrainingRequest, { type: 'create' }>): void {
    const held = this.#data.get(id);
    if (!held || !('datasets' in held)) {
      const failure = held ?? { name: 'Error', message: `data set ${id} was not sent` };
      this.#post({ type: 'failed', run, request: 'create', failure });
      return;
    }
    const hooks = { now: this.#around.now, phase: (report: PhaseReport) => this.#post({ type: 'phase', run, report }) };
    const session = new TrainingSession(this.#engine, held.datasets, settings, hooks, origin);
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

  #answerPath(port: MessagePort, request: PathRequest): void {
    const session = this.#sessions.get(request.run);
    if (!session) {
      port.postMessage({ type: 'no-path', run: request.run } satisfies PathReply);
      return;
    }
    const reply = pathOf(session, request);
    port.postMessage(reply, [reply.now.parameters.buffer as ArrayBuffer]);
  }

  #failed(error: unknown, run: number | undefined, request: TrainingRequest['type']): void {
    const failure = failureOf(error);
    if (isAbort(error) || run === undefined) this.#post({ type: 'aborted', failure });
    else this.#post({ type: 'failed', run, request, failure });
  }

  #post(reply: TrainingReply): void {
    this.#around.post(reply, transferOf(reply));
  }
}

function transferOf(reply: TrainingReply): Transferable[] {
  if (reply.type === 'progress') return buffersOf(reply.progress);
  return reply.type === 'left' ? buffersOfPacked(reply.packed) : [];
}
