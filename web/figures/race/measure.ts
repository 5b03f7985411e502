import { laneNames, type RaceProgress } from '../../engine/protocol/race-types.ts';

/** The iterations of the chapter's training, a gradient each. */
export const iterations = 10_000;

/** In seconds, by the naive way, on this machine. */
export interface Measure {
  readonly gradient: number;
  readonly training: number;
}

/** The first parameter alone may be several times too slow; after this much the rest is within a quarter. */
const least = { milliseconds: 3000, parameters: 20 };

/** undefined until the race has run for long enough to tell. */
export function measureOf(progress: RaceProgress | undefined): Measure | undefined {
  if (!progress) return undefined;
  const { lanes, parameterCount } = progress;
  const { gradients, parameters, rate } = lanes.naive;
  const raced = laneNames.reduce((sum, name) => sum + lanes[name].milliseconds, 0);
  if (raced < least.milliseconds || gradients * parameterCount + parameters < least.parameters) return undefined;
  return { gradient: 1 / rate, training: iterations / rate };
}
