import type { Engine, ParameterPath, TwoLayerNet } from '../api/api.ts';
import { buffersIn } from '../protocol/buffers.ts';
import { failureOf, isAbort } from '../protocol/failure.ts';
import type { PathReply, PathRequest, Surface, SurfaceOrder, SurfaceReply, SurfaceSetup } from '../protocol/protocol.ts';

const directionSeed = 1;
/** More than the training worker ever keeps: the path is thinned there. */
const capacity = 1024;

/** What the session is given by the worker that it lives in; a test gives its own. */
export interface Surroundings {
  post(reply: SurfaceReply, transfer: Transferable[]): void;
  /** To the training worker, which answers to received(). */
  askForPath(request: PathRequest): void;
  /** Milliseconds. */
  now(): number;
}

/** What is known of one run. */
interface Known {
  readonly net: TwoLayerNet;
  readonly setup: SurfaceSetup;
  path: ParameterPath;
  version: number;
  since: number;
}

/** Computes loss surfaces: for each order it first takes what is new of the path from the training worker. */
export class SurfaceSession {
  #engine: Engine;
  #around: Surroundings;
  #known = new Map<number, Known>();
  #orders = new Map<number, SurfaceOrder>();

  constructor(engine: Engine, surroundings: Surroundings) {
    this.#engine = engine;
    this.#around = surroundings;
  }

  order(order: SurfaceOrder): void {
    this.#orders.set(order.run, order);
    const { version = -1, since = -1 } = this.#known.get(order.run) ?? {};
    this.#around.askForPath({ type: 'path', run: order.run, version, since });
  }

  received(reply: PathReply): void {
    const { run } = reply;
    const order = this.#orders.get(run);
    this.#orders.delete(run);
    if (!order) return;
    if (reply.type === 'no-path') {
      this.#around.post({ type: 'no-surface', run }, []);
      return;
    }
    try {
      const surface = this.#surface(this.#learn(reply), reply, order);
      this.#around.post({ type: 'surface', run, surface }, buffersIn(surface));
    } catch (error) {
      const failure = failureOf(error);
      this.#around.post(isAbort(error) ? { type: 'aborted', failure } : { type: 'failed', run, failure }, []);
    }
  }

  drop(run: number): void {
    const known = this.#known.get(run);
    known?.path.delete();
    known?.net.delete();
    this.#known.delete(run);
    this.#orders.delete(run);
  }

  #learn({ run, setup, version, anew, points }: Extract<PathReply, { type: 'path' }>): Known {
    if (setup) {
      this.drop(run);
      const path = new this.#engine.ParameterPath({ capacity });
      const { inputSize, hiddenSize, outputSize, activation } = setup;
      const net = new this.#engine.TwoLayerNet({ inputSize, hiddenSize, outputSize, activation });
      this.#known.set(run, { net, setup, path, version, since: -1 });
    }
    const known = this.#known.get(run);
    if (!known) throw new Error(`run ${run} was not introduced`);
    if (anew && !setup) {
      known.path.delete();
      known.path = new this.#engine.ParameterPath({ capacity });
    }
    known.version = version;
    for (const { iteration, parameters } of points) {
      known.path.record(iteration, parameters);
      known.since = iteration;
    }
    return known;
  }

  #surface({ net, setup, path, since }: Known, { now }: Extract<PathReply, { type: 'path' }>, { columns, rows, plane }: SurfaceOrder): Surface {
    const start = this.#around.now();
    if (now.iteration > since) path.record(now.iteration, now.parameters);
    try {
      const options = { columns, rows, seed: directionSeed, ...(plane && { plane }) };
      const { grid, loss, downhillA, downhillB, path: projected, pathShare } = this.#engine.runSurface(net, path, setup.inputs, setup.labels, options);
      return {
        loss,
        downhillA,
        downhillB,
        pathShare,
        path: projected,
        a: grid.x0,
        b: grid.x1,
        columns,
        rows,
        iteration: now.iteration,
        milliseconds: this.#around.now() - start,
      };
    } finally {
      path.rewind(since);
    }
  }
}
