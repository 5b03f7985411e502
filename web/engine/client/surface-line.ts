import type { SurfaceWorkerReply, SurfaceWorkerRequest } from '../protocol/race-protocol.ts';
import type { TrainingLine } from './training-line.ts';
import { WorkerLine } from './worker-line.ts';
import { startSurfaceWorker } from './workers.ts';

/** The surface worker of a page, and its connection to the training worker. */
export class SurfaceLine extends WorkerLine<SurfaceWorkerRequest, SurfaceWorkerReply> {
  /** Which training worker it is connected to. */
  #connected: number | undefined;

  /** Once for each pair of workers: a port between the two. */
  connect(training: TrainingLine): void {
    if (this.running && this.#connected === training.generation) return;
    const { port1, port2 } = new MessageChannel();
    training.send({ type: 'surface-port', port: port1 }, [port1]);
    this.send({ type: 'training-port', port: port2 }, [port2]);
    this.#connected = training.generation;
  }

  protected override ended(): void {
    this.#connected = undefined;
  }
}

/** The one that all figures of a page share. */
export const pageSurfaces = new SurfaceLine(startSurfaceWorker);
