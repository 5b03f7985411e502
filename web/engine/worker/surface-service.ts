import { loadEngine } from '../api/downhill.ts';
import { failureOf } from '../protocol/failure.ts';
import type { PathReply } from '../protocol/protocol.ts';
import type { SurfaceWorkerReply, SurfaceWorkerRequest } from '../protocol/race-protocol.ts';
import { yielding } from '../protocol/yielding.ts';
import { RaceHub } from './race-hub.ts';
import { SurfaceSession } from './surface-session.ts';

/** In the surface worker: hands messages to the session of the surfaces and to the races, once the engine is there. */
export function serveSurfaces(): void {
  const post = (reply: SurfaceWorkerReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });
  const aborted = (error: unknown) => post({ type: 'aborted', failure: failureOf(error) });

  let training: MessagePort | undefined;

  const now = () => performance.now();
  const loaded = loadEngine();
  const races = loaded.then((engine) => new RaceHub(engine, { post, yieldThen: yielding(), now }));
  const session = loaded.then((engine) => new SurfaceSession(engine, { post, askForPath: (request) => training?.postMessage(request), now }));
  session.catch(aborted);
  races.catch(aborted);

  self.onmessage = ({ data: request }: MessageEvent<SurfaceWorkerRequest>) => {
    if (request.type === 'training-port') {
      training?.close();
      training = request.port;
      training.onmessage = ({ data }: MessageEvent<PathReply>) => session.then((ready) => ready.received(data)).catch(aborted);
      return;
    }
    if (request.type === 'surface') session.then((ready) => ready.order(request)).catch(aborted);
    else if (request.type === 'drop') session.then((ready) => ready.drop(request.run)).catch(aborted);
    else races.then((ready) => ready.receive(request)).catch(aborted);
  };
}
