import type { Progress } from '../../../web/engine/protocol/protocol.ts';

/** Of a run that has come to the end of these losses, and rests. */
export function progressOf(from: number, losses: readonly number[], more: Partial<Progress> = {}): Progress {
  const furthest = from + losses.length;
  return {
    iteration: furthest,
    furthest,
    playing: false,
    busy: false,
    divergedAt: undefined,
    stuck: false,
    learningRate: 0.1,
    rate: 0,
    from,
    losses: Float32Array.from(losses),
    accuracies: [],
    ...more,
  };
}
