import type { PackedRun } from './run-types.ts';

/** What a packed run need not copy on its way. */
export function buffersOfPacked({ snapshot, history: { losses, snapshots, path } }: PackedRun): ArrayBuffer[] {
  return [losses, snapshot, ...[...snapshots.kept, ...path.kept].map(({ value }) => value)].flatMap((array) => (array ? [array.buffer as ArrayBuffer] : []));
}
