/** Curves for a chart whose x are iterations. */
export interface LossSeries {
  /** The middle of each bucket. */
  readonly iterations: number[];
  /** The smallest and the largest loss of each bucket; equal while a bucket holds one iteration. */
  readonly lowest: number[];
  readonly highest: number[];
  /** The mean over a window around each bucket. */
  readonly smooth: number[];
}

/** The same curves with at most `most` buckets: each few neighbours are one. Finer than the pixels they only take time. */
export function thinned(series: LossSeries, most: number): LossSeries {
  const held = series.iterations.length;
  const each = Math.ceil(held / Math.max(1, most));
  if (each <= 1) return series;
  const count = Math.ceil(held / each);
  const group = (values: readonly number[], of: (a: number, b: number) => number) =>
    Array.from({ length: count }, (_, g) => {
      let value = values[g * each] as number;
      for (let i = g * each + 1; i < Math.min(held, (g + 1) * each); i++) value = of(value, values[i] as number);
      return value;
    });
  const middle = (values: readonly number[]) => Array.from({ length: count }, (_, g) => values[(g * each + Math.min(held, (g + 1) * each) - 1) >> 1] as number);
  return { iterations: middle(series.iterations), lowest: group(series.lowest, Math.min), highest: group(series.highest, Math.max), smooth: middle(series.smooth) };
}

const mostBuckets = 2048;
const windowShare = 1 / 40;

/**
 * The losses of a run as a chart can draw them, however long it is: each bucket stands for `stride` iterations and keeps their smallest, largest and
 * summed loss. When there are too many buckets each two become one, so a loss costs the same whether it is the tenth or the millionth.
 */
export class LossHistory {
  #stride = 1;
  #length = 0;
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
    return this.series().smooth[Math.floor((Math.min(iteration, this.#length) - 1) / this.#stride)];
  }

  /** Brings the history up to `losses`, of iterations 1 …; what follows `keep` of those that are held is void. */
  update(losses: Float32Array, keep = this.#length): void {
    if (keep < this.#length) this.#clear();
    if (this.#length === losses.length) return;
    this.#series = undefined;
    for (let i = this.#length; i < losses.length; i++) this.#add(losses[i] as number);
  }

  series(): LossSeries {
    this.#series ??= this.#smoothed();
    return this.#series;
  }

  #smoothed(): LossSeries {
    const count = this.#sums.length;
    const half = Math.max(0, Math.round((count * windowShare) / 2));
    const smooth = new Array<number>(count);
    let [sum, samples, begin, end] = [0, 0, 0, 0];
    for (let i = 0; i < count; i++) {
      for (; end < Math.min(count, i + half + 1); end++) [sum, samples] = [sum + (this.#sums[end] as number), samples + (this.#counts[end] as number)];
      for (; begin < i - half; begin++) [sum, samples] = [sum - (this.#sums[begin] as number), samples - (this.#counts[begin] as number)];
      smooth[i] = sum / samples;
    }
    const iterations = this.#counts.map((held, i) => i * this.#stride + (held + 1) / 2);
    return { iterations, lowest: this.#lowest, highest: this.#highest, smooth };
  }

  #add(loss: number): void {
    if (this.#length % this.#stride === 0) {
      if (this.#sums.length === mostBuckets) this.#halve();
      this.#lowest.push(loss);
      this.#highest.push(loss);
      this.#sums.push(loss);
      this.#counts.push(1);
    } else {
      const last = this.#sums.length - 1;
      this.#lowest[last] = Math.min(this.#lowest[last] as number, loss);
      this.#highest[last] = Math.max(this.#highest[last] as number, loss);
      (this.#sums[last] as number) += loss;
      (this.#counts[last] as number) += 1;
    }
    this.#length += 1;
  }

  #halve(): void {
    const pairs = (values: number[], of: (a: number, b: number) => number) =>
      Array.from({ length: values.length / 2 }, (_, i) => of(values[2 * i] as number, values[2 * i + 1] as number));
    this.#lowest = pairs(this.#lowest, Math.min);
    this.#highest = pairs(this.#highest, Math.max);
    this.#sums = pairs(this.#sums, (a, b) => a + b);
    this.#counts = pairs(this.#counts, (a, b) => a + b);
    this.#stride *= 2;
  }

  #clear(): void {
    this.#series = undefined;
    this.#stride = 1;
    this.#length = 0;
    this.#lowest = [];
    this.#highest = [];
    this.#sums = [];
    this.#counts = [];
  }
}
