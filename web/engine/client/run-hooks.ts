import type { Failure, RunKind, RunKinds, RunRequest } from '../protocol/protocol.ts';

export interface RunHooks<K extends RunKind> {
  /** A run stands: the one created last, or the one that restart() brought back. It replaces the run before. */
  ready?(facts: RunKinds[K]['facts']): void;
  /** At most once per animation frame. */
  progress(progress: RunKinds[K]['progress']): void;
  /** The run has left its worker, because nobody sees it; it comes back by itself. */
  left?(): void;
  /** The request was not carried out. A run that was there before is as it was. */
  failed(failure: Failure, request: RunRequest['type']): void;
  /** The worker is gone. restart() goes on from `checkpoint`, or begins anew. */
  lost(failure: Failure, checkpoint: RunKinds[K]['checkpoint'] | undefined): void;
}

/** What the page keeps of a run. */
export interface Memory<K extends RunKind> {
  take(progress: RunKinds[K]['progress']): void;
  /** From where the run could go on without its worker; undefined where it can only begin anew. */
  checkpoint(): RunKinds[K]['checkpoint'] | undefined;
}
