import { loadEngine } from '../api/downhill.ts';
import { failureOf } from '../protocol/failure.ts';
import type { TrainingReply, TrainingRequest } from '../protocol/protocol.ts';
import { yielding } from '../protocol/yielding.ts';
import { TrainingHub } from './training-hub.ts';

/** In the training worker: hands messages to the hub, once the engine is there. */
export function serveTraining(): void {
  const post = (reply: TrainingReply, transfer: Transferable[] = []) => self.postMessage(reply, { transfer });

  const hub = loadEngine().then((engine) => new TrainingHub(engine, { post, yieldThen: yielding(), now: () => performance.now() }));
  hub.catch((error: unknown) => post({ type: 'aborted', failure: failureOf(error) }));

  self.onmessage = ({ data }: MessageEvent<TrainingRequest>) => {
    hub.then((ready) => ready.receive(data)).catch((error: unknown) => post({ type: 'aborted', failure: failureOf(error) }));
  };
}
