import type { FigureState } from './link.ts';

/** More than anybody takes back. */
const most = 100;

/** The states in which a figure came to rest, so that each step of the reader can be taken back. */
export class History {
  #past: FigureState[] = [];
  #rest: FigureState;

  constructor(first: FigureState) {
    this.#rest = first;
  }

  /** Is there a state before `now`? */
  canUndo(now: FigureState): boolean {
    return this.#past.length > 0 || !isSame(now, this.#rest);
  }

  rested(now: FigureState): void {
    if (isSame(now, this.#rest)) return;
    this.#past.push(this.#rest);
    if (this.#past.length > most) this.#past.shift();
    this.#rest = now;
  }

  /** The state before `now`, which is forgotten; undefined where there is none. */
  undo(now: FigureState): FigureState | undefined {
    if (isSame(now, this.#rest)) this.#rest = this.#past.pop() ?? this.#rest;
    return isSame(now, this.#rest) ? undefined : this.#rest;
  }
}

function isSame(a: FigureState, b: FigureState): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}
