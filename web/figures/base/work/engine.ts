import type { Engine } from '../../../engine/api/api.ts';
import { loadEngine } from '../../../engine/api/downhill.ts';

let loading: Promise<Engine> | undefined;

/** The engine that all figures of a page share. A failed load is forgotten, so that the next call tries again. */
export function sharedEngine(): Promise<Engine> {
  loading ??= loadEngine().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
