import type { Engine, ParameterPath, TwoLayerNet } from '../api/api.ts';
import { buffersIn } from '../protocol/buffers.ts';
import { failureOf, isAbort } from '../protocol/failure.ts';
import type { PathReply, PathRequest, Surface, SurfaceOrder, SurfaceReply, SurfaceSetup } from '../protocol/protocol.ts';
import type { PathPoint } from '../protocol/run-types.ts';
import { copied, Ground, widened } from './ground.ts';

const directionSeed = 1;
/** Where only plane and path are asked for. */
const fewest = { columns: 2, rows: 2 };
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
  /** The ground that is held, and of which order it is. */
  ground?: Ground | undefined;
  groundOf?: string;
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
    known.ground?.take(points, anew);
    return known;
  }

  #surface(known: Known, reply: Extract<PathReply, { type: 'path' }>, order: SurfaceOrder): Surface {
    const start = this.#around.now();
    const { now } = reply;
    const held = order.hold && known.groundOf === groundKey(order) ? known.ground?.with(now, now.iteration <= known.since) : undefined;
    if (!held) known.ground = undefined;
    return { ...(held ?? this.#drawn(known, now, order)), milliseconds: this.#around.now() - start };
  }

  /** Ground that is to be held is drawn wider than the path. */
  #drawn(known: Known, now: PathPoint, order: SurfaceOrder): Omit<Surface, 'milliseconds'> {
    const { net, setup, path, since } = known;
    const { columns, rows, plane, hold } = order;
    const stays = now.iteration <= since;
    if (!stays) path.record(now.iteration, now.parameters);
    try {
      const size = hold ? fewest : { columns, rows };
      const options = { ...size, seed: directionSeed, ...(plane && { plane }) };
      const around = this.#engine.runSurface(net, path, setup.inputs, setup.labels, options);
      const { iteration } = now;
      if (!hold) {
        const { grid, loss, downhillA, downhillB, path: projected, pathShare } = around;
        return { loss, downhillA, downhillB, pathShare, path: projected, a: grid.x0, b: grid.x1, columns, rows, iteration };
      }
      const grid = { ...widened(around.grid), columns, rows };
      const loss = this.#engine.lossSurface(net, around.plane, setup.inputs, setup.labels, grid);
      const kept = around.path.subarray(0, stays ? undefined : -2);
      known.ground = new Ground(this.#engine, { plane: around.plane, grid, loss, pathShare: around.pathShare, iteration, path: kept });
      known.groundOf = groundKey(order);
      return { ...copied(loss), pathShare: around.pathShare, path: around.path, a: grid.x0, b: grid.x1, columns, rows, iteration };
    } finally {
      path.rewind(since);
    }
  }
}

const groundKey = ({ columns, rows, plane }: SurfaceOrder): string => JSON.stringify([columns, rows, plane]);
