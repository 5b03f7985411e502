import type { Dataset, Engine, Trainer, TwoLayerNet } from '../api/api.ts';
import type { RunSettings, Save } from '../protocol/run-types.ts';
import type { RunHistory } from './run-history.ts';

/** A net that learns, as far as one can be told of it. */
export interface Learner {
  readonly engine: Engine;
  readonly net: TwoLayerNet;
  readonly trainer: Trainer;
  readonly data: { readonly train: Dataset; readonly test: Dataset };
  readonly settings: RunSettings;
  readonly history: RunHistory;
  readonly iteration: number;
  readonly playing: boolean;
  /** Something is left that was asked for, beside playing. */
  readonly busy: boolean;
  /** The iteration at which the run broke; known until it takes another way. */
  readonly divergedAt: number | undefined;
  /** It has diverged and is not about to leave the place: it can only be led back. */
  readonly stuck: boolean;
  /** Iterations per second. */
  readonly rate: number;
  /** Undefined after a divergence, where the trainer is not between two iterations. */
  save(): Save | undefined;
}
