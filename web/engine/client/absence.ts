import type { RunKind, RunKinds, RunRequest } from '../protocol/protocol.ts';

export type Command = (run: number) => RunRequest;

/** A run that is in no worker. */
export interface Away<K extends RunKind, Options> {
  readonly options: Options;
  readonly packed: RunKinds[K]['packed'];
}

/** The way of a run out of its worker and back into one, and what is kept for it meanwhile. */
export class Absence<K extends RunKind, Options> {
  /** It is on its way out of the worker, or back into one. */
  moving: 'out' | 'in' | undefined;
  #away: Away<K, Options> | undefined;
  /** What was asked of it while it was in no worker. */
  #owed: Command[] = [];

  get isAway(): boolean {
    return this.#away !== undefined;
  }

  /** It has left the worker. */
  begin(away: Away<K, Options>): void {
    this.moving = undefined;
    this.#away = away;
  }

  /** It goes back into a worker, if it is away. */
  end(): Away<K, Options> | undefined {
    const away = this.#away;
    this.#away = undefined;
    if (away) this.moving = 'in';
    return away;
  }

  owe(command: Command): void {
    this.#owed.push(command);
  }

  takeOwed(): Command[] {
    return this.#owed.splice(0);
  }

  /** Another run takes its place, or none. */
  forget(): void {
    this.moving = undefined;
    this.#away = undefined;
    this.#owed = [];
  }
}
