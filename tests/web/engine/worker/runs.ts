import type { Engine } from '../../../../web/engine/api/api.ts';
import { loadEngine } from '../../../../web/engine/api/downhill.ts';
import type { Origin, Progress } from '../../../../web/engine/protocol/protocol.ts';
import type { Checkpoint, PackedRun, RunSettings } from '../../../../web/engine/protocol/run-types.ts';
import { datasetsOf } from '../../../../web/engine/worker/run-data.ts';
import { progressOf } from '../../../../web/engine/worker/session-reports.ts';
import { TrainingSession } from '../../../../web/engine/worker/training-session.ts';
import { circle, settings } from '../settings.ts';

export const engine: Engine = await loadEngine();

/** A clock that moves on by the given milliseconds whenever it is read. */
export function clock(step = 1): () => number {
  let time = 0;
  return () => {
    time += step;
    return time;
  };
}

export function begin(changes: Partial<RunSettings> = {}, origin?: Origin, now = clock()): TrainingSession {
  const { train } = datasetsOf(engine, circle);
  const session = new TrainingSession(engine, { train }, { ...settings, ...changes }, now, origin);
  train.delete();
  return session;
}

/** Until everything that was asked for is done. */
export function finish(session: TrainingSession): void {
  while (session.busy) session.work(8);
}

export function stepped(session: TrainingSession, iterations: number): TrainingSession {
  session.step(iterations);
  finish(session);
  return session;
}

export function rewound(session: TrainingSession, iteration: number): TrainingSession {
  session.rewind(iteration);
  finish(session);
  return session;
}

export const lossesOf = (session: TrainingSession) => session.history.losses();

export const pulled = (session: TrainingSession): Progress => progressOf(session, {});

/** As the page makes it of a save and what it has drawn. */
export function checkpointOf(session: TrainingSession): { checkpoint: Checkpoint } {
  const { save, accuracies, losses } = progressOf(session, { save: true });
  if (!save) throw new Error('nothing was saved');
  return { checkpoint: { ...save, losses: losses.slice(0, save.iteration), accuracies } };
}

/** The same run after it has left its worker and come into another. */
export function moved(session: TrainingSession, changes: Partial<RunSettings> = {}): TrainingSession {
  const packed: PackedRun = structuredClone(session.pack());
  session.delete();
  return begin(changes, { packed });
}
