/** Curves for a chart whose x are iterations on a log scale. */
export interface LossSeries {
  /** The middle of each bucket. */
  readonly iterations: readonly number[];
  /** The smallest and the largest loss of each bucket; equal while a bucket holds one iteration. */
  readonly lowest: readonly number[];
  readonly highest: readonly number[];
  /** The mean of each bucket and its neighbours. */
  readonly smooth: readonly number[];
}

const bucketsPerDecade = 40;
const neighbours = 2;

/** Iterations of one bucket lie within 6 % of one another; up to 17 each has its own. */
const bucketOf = (iteration: number) => Math.floor(bucketsPerDecade * Math.log10(iteration) + 1e-9);

/**
 * The losses of a run as a chart can draw them, however long it is: a bucket keeps the smallest, the largest and the summed loss of its iterations. What a
 * bucket holds depends on the iterations alone, so a curve does not change behind its end.
 */
export class LossHistory {
  #length = 0;
  #bucket = Number.NaN;
  #first: number[] = [];
  #lowest: number[] = [];
  #highest: number[] = [];
  #sums: number[] = [];
  #counts: number[] = [];
  #series: LossSeries | undefined;

  get length(): number {
    return this.#length;
  }

  /** The smoothed loss around an iteration; undefined before the first. */
  smoothedAt(iteration: number): number | undefined {
    const at = this.#first.findLastIndex((first) => first <= iteration);
    return this.series().smooth[at];
  }

  /** Brings the history up to `losses`, of iterations 1 …; what follows `keep` of those that are held is void. */
  update(losses: Float32Array, keep = this.#length): void {
    if (keep < this.#length) this.#clear();
    if (this.#length === losses.length) return;
    this.#series = undefined;
    for (let i = this.#length; i < losses.length; i++) this.#add(losses[i] as number);
  }

  series(): LossSeries {
    this.#series ??= {
      iterations: this.#first.map((first, i) => first + ((this.#counts[i] as number) - 1) / 2),
      lowest: [...this.#lowest],
      highest: [...this.#highest],
      smooth: this.#sums.map((_, i) => this.#meanAround(i)),
    };
    return this.#series;
  }

  #meanAround(bucket: number): number {
    let [sum, count] = [0, 0];
    for (let i = Math.max(0, bucket - neighbours); i <= Math.min(this.#sums.length - 1, bucket + neighbours); i++) {
      sum += this.#sums[i] as number;
      count += this.#counts[i] as number;
    }
    return sum / count;
  }

  #add(loss: number): void {
    this.#length += 1;
    const bucket = bucketOf(this.#length);
    if (bucket !== this.#bucket) {
      this.#bucket = bucket;
      this.#first.push(this.#length);
      this.#lowest.push(loss);
      this.#highest.push(loss);
      this.#sums.push(loss);
      this.#counts.push(1);
      return;
    }
    const last = this.#sums.length - 1;
    this.#lowest[last] = Math.min(this.#lowest[last] as number, loss);
    this.#highest[last] = Math.max(this.#highest[last] as number, loss);
    (this.#sums[last] as number) += loss;
    (this.#counts[last] as number) += 1;
  }

  #clear(): void {
    this.#series = undefined;
    this.#length = 0;
    this.#bucket = Number.NaN;
    this.#first = [];
    this.#lowest = [];
    this.#highest = [];
    this.#sums = [];
    this.#counts = [];
  }
}
