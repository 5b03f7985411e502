import type { RunKind, RunKinds } from '../protocol/protocol.ts';

/** A run of any kind in its worker. */
export interface Session<K extends RunKind = RunKind> {
  /** There is something to do. */
  readonly working: boolean;
  /** `until`: an iteration of a training. */
  play(until?: number): void;
  pause(): void;
  /** Works for about `milliseconds`. */
  work(milliseconds: number): void;
  /** Forgets what it has been asked to do. */
  giveUp(): void;
  /** What has come since the last time, in arrays of its own. */
  progress(want: RunKinds[K]['want']): RunKinds[K]['progress'];
  /** All of it, which goes on as if it had never left. The session is then to be deleted. */
  pack(): RunKinds[K]['packed'];
  delete(): void;
}
