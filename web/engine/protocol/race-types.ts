// A race: the same gradient by three ways, each in a lane of its own. What goes to and fro of it is in protocol.ts.

import type { NetOptions } from '../api/api.ts';

export const laneNames = ['naive', 'incremental', 'backprop'] as const;
export type LaneName = (typeof laneNames)[number];

/** All lanes face the same net and batch. */
export interface RaceSetup {
  readonly net: NetOptions;
  /** n × inputSize */
  readonly inputs: Float32Array;
  readonly labels: Uint8Array;
}

/** What a lane has done. */
export interface LaneWork {
  /** Its newest gradient, in the order of the race; in float64, because the lanes differ by less than float32 can tell. */
  readonly gradient: Float64Array;
  readonly gradients: number;
  readonly parameters: number;
  readonly milliseconds: number;
}

/** A race goes on from it in another worker. */
export type RaceSave = Readonly<Record<LaneName, LaneWork>>;

export interface LaneProgress {
  /** Whole gradients so far. */
  readonly gradients: number;
  /** Parameters done of the one at work. */
  readonly parameters: number;
  /** Time that this lane has really worked. */
  readonly milliseconds: number;
  /** Gradients per second of that time, parts of one included; 0 before the first. */
  readonly rate: number;
}

/** How two lanes agree over the parameters that both have. */
export interface Agreement {
  /** How many parameters were compared: those that all lanes have. */
  readonly count: number;
  /** max |aᵢ − bᵢ|, and the parameter where it is. */
  readonly largest: number;
  readonly at: number;
}

/** Which of the larger parts a pull asks for. */
export interface RaceWant {
  readonly picture?: boolean;
  readonly save?: boolean;
}

export interface RaceProgress {
  readonly parameterCount: number;
  readonly playing: boolean;
  readonly lanes: Readonly<Record<LaneName, LaneProgress>>;
  /** The largest disagreement among the three pairs of lanes; undefined until each has a parameter. */
  readonly agreement?: Agreement;
  /** Where asked for: ∂L/∂W2 by backprop, hidden × output, and |naive − backprop| of its first entries. */
  readonly picture?: { readonly gradient: Float32Array; readonly difference: Float64Array };
  /** Where asked for. */
  readonly save?: RaceSave;
}
