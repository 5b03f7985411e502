import type { Engine, Expression } from '../../web/engine/api/api.ts';
import { loadEngine } from '../../web/engine/api/downhill.ts';

/** One engine for all tests of a file. */
export const engine: Engine = await loadEngine();

export const bowl: Expression = engine.expression('x0^2 + x1^2', ['x0', 'x1']);

export const doubles = (...values: number[]): Float64Array => Float64Array.from(values);
export const floats = (...values: number[]): Float32Array => Float32Array.from(values);
export const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
export const indices = (...values: number[]): Uint32Array => Uint32Array.from(values);

/** What `work` throws. */
export function thrownBy(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    if (error instanceof Error) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}
