import type { SavedNet } from '../../engine/api/net-file.ts';
import { type State, weightsKey } from './state.ts';

/** A net that was opened: the next run begins with its parameters, and so do those after it whose net would begin with the same weights. */
export class OpenedNet {
  #opened: { readonly net: SavedNet; readonly of?: string } | undefined;

  get isOpen(): boolean {
    return this.#opened !== undefined;
  }

  open(net: SavedNet): void {
    this.#opened = { net };
  }

  forget(): void {
    this.#opened = undefined;
  }

  /** Those that a run of this state begins with; it is the next run. */
  parametersFor(state: State): Float32Array | undefined {
    const of = weightsKey(state);
    if (this.#opened && (this.#opened.of ?? of) !== of) this.#opened = undefined;
    if (this.#opened) this.#opened = { net: this.#opened.net, of };
    return this.#opened?.net.parameters;
  }
}
