import { loadEngine } from '../api/downhill.ts';
import { failureOf } from '../protocol/failure.ts';
import type { PathReply, WorkerReply, WorkerRequest } from '../protocol/protocol.ts';
import { yielding } from '../protocol/yielding.ts';
import { RunHub } from './run-hub.ts';
import { SurfaceSession } from './surface-session.ts';

// The script of both workers: hands messages to the runs and to the surfaces of a worker, once the engine is there. They share the engine, so a page
// loads it once, and in a single file it stands once.

const post = (reply: WorkerReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });
const aborted = (error: unknown) => post({ type: 'aborted', failure: failureOf(error) });
const now = () => performance.now();

/** To the worker of the runs whose surfaces are drawn in this one. */
let training: MessagePort | undefined;

const loading = loadEngine().then((engine) => ({
  runs: new RunHub(engine, { post, yieldThen: yielding(), now }),
  surfaces: new SurfaceSession(engine, { post, askForPath: (request) => training?.postMessage(request), now }),
}));
loading.catch(aborted);

self.onmessage = ({ data: request }: MessageEvent<WorkerRequest>) => {
  loading.then((loaded) => receive(loaded, request)).catch(aborted);
};

function receive({ runs, surfaces }: Awaited<typeof loading>, request: WorkerRequest): void {
  switch (request.type) {
    case 'training-port':
      training?.close();
      training = request.port;
      training.onmessage = ({ data }: MessageEvent<PathReply>) => {
        try {
          surfaces.received(data);
        } catch (error) {
          aborted(error);
        }
      };
      break;
    case 'surface':
      surfaces.order(request);
      break;
    case 'drop':
      surfaces.drop(request.run);
      runs.receive(request);
      break;
    default:
      runs.receive(request);
  }
}
