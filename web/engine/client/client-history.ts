import type { Progress } from '../protocol/protocol.ts';
import type { Accuracy, Checkpoint, Save } from '../protocol/run-types.ts';
import { GrowingFloats } from './growing-floats.ts';

/** What the page knows of a run: its curves, and from where it could go on without its worker. */
export class ClientHistory {
  #losses = new GrowingFloats();
  #accuracies: readonly Accuracy[] = [];
  #save: Save | undefined;
  #resumedFrom: Checkpoint | undefined;

  /** The curves come with the first progress. */
  constructor(resumedFrom?: Checkpoint) {
    this.#resumedFrom = resumedFrom;
  }

  get losses(): Float32Array {
    return this.#losses.view();
  }

  get accuracies(): readonly Accuracy[] {
    return this.#accuracies;
  }

  take({ from, losses, accuracies, save }: Progress): void {
    // A save of a way that the run has left since would not fit the losses.
    if (this.#save && this.#save.iteration > from) this.#save = undefined;
    if (this.#resumedFrom && from < Math.min(this.#resumedFrom.iteration, this.#losses.length)) this.#resumedFrom = undefined;
    if (save) this.#save = save;
    this.#losses.truncate(from);
    this.#losses.append(losses);
    this.#accuracies = [...this.#accuracies.filter(({ iteration }) => iteration <= from), ...accuracies];
  }

  /** The last one; undefined where the run can only begin anew. */
  checkpoint(): Checkpoint | undefined {
    const save = this.#save;
    if (!save) return this.#resumedFrom;
    const accuracies = this.#accuracies.filter(({ iteration }) => iteration <= save.iteration);
    return { ...save, losses: this.#losses.view(0, save.iteration).slice(), accuracies };
  }
}
