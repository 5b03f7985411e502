/** How the loss falls while the reader goes step by step; any other change begins anew. */
export class Fall {
  /** The loss after each step, from where they began. */
  losses: readonly number[] = [];
  #at = '';
  #next: string | undefined;

  /** The coming change is a step, and leads there. */
  stepTo(place: string): void {
    this.#next = place;
  }

  meet(place: string, loss: number): void {
    if (place === this.#at) return;
    this.losses = place === this.#next ? [...this.losses, loss] : [loss];
    this.#at = place;
    this.#next = undefined;
  }
}
