import type { RunClient } from '../../engine/client/run-client.ts';
import type { RunHooks } from '../../engine/client/run-hooks.ts';
import type { Failure, RunKind, RunKinds } from '../../engine/protocol/protocol.ts';

/** Its worker is gone; restart() goes on from the checkpoint, or begins anew. */
export interface Lost<K extends RunKind = 'training'> {
  readonly kind: 'lost';
  readonly failure: Failure;
  readonly checkpoint: RunKinds[K]['checkpoint'] | undefined;
}

/** How a run stands. */
export type Standing<K extends RunKind = 'training'> = { readonly kind: 'waiting' | 'making' | 'ready' } | Lost<K>;

/** What the figure adds. Each is called when the run knows what has come, and before `changed`. */
export interface LearningHooks<K extends RunKind> extends Pick<RunHooks<K>, 'ready' | 'left'> {
  progress?(progress: RunKinds[K]['progress']): void;
  failed?(): void;
  lost?(failure: Failure): void;
  /** The run stands otherwise, or there is something newer. */
  changed(): void;
}

/** A run in a worker as a figure knows it. It keeps the last of everything until something newer comes, so that no picture goes blank. */
export class LearningRun<K extends RunKind, Options, Client extends RunClient<K, Options>> {
  readonly client: Client;
  standing: Standing<K> = { kind: 'waiting' };
  facts: RunKinds[K]['facts'] | undefined;
  progress: RunKinds[K]['progress'] | undefined;
  /** Of what was asked last. */
  failure: Failure | undefined;

  #changed: () => void;

  constructor(connect: (hooks: RunHooks<K>) => Client, { ready, progress, left, failed, lost, changed }: LearningHooks<K>) {
    this.#changed = changed;
    this.client = connect({
      ready: (facts) => {
        this.facts = facts;
        // A run that comes back goes on where it was.
        if (facts?.iteration === 0) this.progress = undefined;
        this.standing = { kind: 'ready' };
        ready?.(facts);
        changed();
      },
      progress: (given) => {
        this.progress = given;
        progress?.(given);
        changed();
      },
      left: () => left?.(),
      failed: (failure) => {
        this.failure = failure;
        if (this.standing.kind === 'making') this.standing = { kind: this.facts ? 'ready' : 'waiting' };
        failed?.();
        changed();
      },
      lost: (failure, checkpoint) => {
        lost?.(failure);
        this.#stand({ kind: 'lost', failure, checkpoint });
      },
    });
  }

  /** The run before stays until this one is ready. */
  make(options: Options): void {
    this.failure = undefined;
    this.#stand({ kind: 'making' });
    this.client.create(options);
  }

  /** After its worker was lost. */
  restart(): void {
    this.#stand({ kind: 'making' });
    this.client.restart();
  }

  dispose(): void {
    this.client.dispose();
    this.standing = { kind: 'waiting' };
  }

  #stand(standing: Standing<K>): void {
    this.standing = standing;
    this.#changed();
  }
}
