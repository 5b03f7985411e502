/** Time in shown frames without an answer after which a worker is taken for dead. */
const patience = 8000; // ms
/** What one frame may count towards it: a machine that slept does not make the worker late. */
const longestFrame = 100; // ms

/** How long an answer has been waited for. */
export class Patience {
  #waited = 0;

  begin(): void {
    this.#waited = 0;
  }

  /** A frame has come, `milliseconds` after the previous one. True when patience is at an end. */
  passed(milliseconds: number): boolean {
    this.#waited += Math.min(milliseconds, longestFrame);
    return this.#waited >= patience;
  }

  static readonly seconds = patience / 1000;
}
