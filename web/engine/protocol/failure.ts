import type { Failure } from './protocol.ts';

/** An error as it crosses from a worker. */
export function failureOf(error: unknown): Failure {
  return error instanceof Error ? { name: error.name, message: error.message } : { name: 'Error', message: String(error) };
}

/** After it, the module is not to be used any more. */
export function isAbort(error: unknown): boolean {
  return error instanceof WebAssembly.RuntimeError;
}
