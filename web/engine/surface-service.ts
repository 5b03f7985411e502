import { loadEngine } from './downhill.ts';
import { failureOf } from './failure.ts';
import type { PathReply, SurfaceReply, SurfaceRequest } from './protocol.ts';
import { SurfaceSession } from './surface-session.ts';

/** In the surface worker: hands messages to the session, once the engine is there. */
export function serveSurfaces(): void {
  const post = (reply: SurfaceReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });
  const aborted = (error: unknown) => post({ type: 'aborted', failure: failureOf(error) });

  let training: MessagePort | undefined;

  const session = loadEngine().then((engine) => new SurfaceSession(engine, { post, askForPath: (request) => training?.postMessage(request), now: () => performance.now() }));
  session.catch(aborted);

  self.onmessage = ({ data: request }: MessageEvent<SurfaceRequest>) => {
    if (request.type === 'training-port') {
      training?.close();
      training = request.port;
      training.onmessage = ({ data }: MessageEvent<PathReply>) => session.then((ready) => ready.received(data)).catch(aborted);
      return;
    }
    session.then((ready) => (request.type === 'surface' ? ready.order(request) : ready.drop(request.run))).catch(aborted);
  };
}
